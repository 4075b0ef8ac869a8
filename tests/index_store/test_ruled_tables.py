"""Tables in a PDF whose cells are ruled: what stands in one row is read together, and not across its neighbours."""

from __future__ import annotations

from pathlib import Path

from index_store.parser import parse
from index_store.readers import read_source
from tests.index_store.documents import Placed, Ruled, pdf

EDGES = (60, 150, 240, 350, 520)
HEIGHTS = (700, 680, 632, 600, 570)
RULES: list[Ruled] = [(left, right, at) for at in HEIGHTS for left, right in zip(EDGES, EDGES[1:], strict=False)]
PAGE: list[Placed] = [
    (60, 800, "Minutes of the meeting of Marl Parish Council held on 12 November 2024"),
    (60, 780, "Present: Cllrs J Ash (Chair), G Birch and P Clay."),
    (60, 750, "068/24"), (110, 750, "Planning"),
    (60, 730, "The following were considered."),
    (64, 686, "Ref"), (154, 686, "Address"), (244, 686, "Proposal"), (354, 686, "Response"),
    (244, 668, "Change of use of"), (354, 668, "OBJECT - access and"),
    (64, 661, "24/01872/FUL"), (154, 661, "Glebe Farm"),
    (244, 655, "barn to 3 holiday"), (354, 655, "drainage. Prop. PC, 2nd GB,"),
    (244, 642, "lets"), (354, 642, "all agreed"),
    (64, 613, "24/01903/HOU"), (154, 620, "2 Mill Close,"), (154, 607, "Larch"), (244, 613, "Rear extension"),
    (354, 613, "No objection"),
    (64, 588, "24/01944/TCA"), (154, 588, "The Vicarage"), (244, 588, "Fell ash"), (354, 588, "No objection"),
    (64, 576, "24/01945/TCA"), (154, 576, "The Plough"), (244, 576, "Fell elm"), (354, 576, "Objection"),
    (60, 540, "069/24"), (110, 540, "Date of next meeting"),
    (60, 520, "14 January 2025."),
]  # fmt: skip


def test_a_row_is_read_cell_by_cell_however_its_cells_are_set(tmp_path: Path) -> None:
    path = tmp_path / "minutes.pdf"
    path.write_bytes(pdf([PAGE], size=9, rules=RULES))
    planning = parse(read_source(path)).meetings[0].items[0]
    rows = [line.split("\t") for line in planning.body.text.split("\n") if "\t" in line]
    assert rows == [
        ["Ref", "Address", "Proposal", "Response"],
        ["24/01872/FUL", "Glebe Farm", "Change of use of barn to 3 holiday lets",
         "OBJECT - access and drainage. Prop. PC, 2nd GB, all agreed"],
        ["24/01903/HOU", "2 Mill Close, Larch", "Rear extension", "No objection"],
        ["24/01944/TCA", "The Vicarage", "Fell ash", "No objection"],
        ["24/01945/TCA", "The Plough", "Fell elm", "Objection"],
    ]  # fmt: skip


AGENDA = [
    f"FGB {number}/2324 {title}"
    for number, title in enumerate(("Attendance", "Urgent business", "Staff", "Finance"), 20)
]
GOVERNORS: list[Placed] = [
    (200, 810, "MARL PRIMARY SCHOOL BOARD OF GOVERNORS"),
    (60, 795, "COMMITTEE:"), (130, 795, "Staffing Committee"), (330, 795, "DATE:"), (400, 795, "4 March 2024"),
    (60, 770, "Ann Ash"), (154, 770, "P"), (244, 770, "P"),
    (60, 758, "Bob Birch"), (154, 758, "P"), (244, 758, "S"),
    (60, 746, "Cy Cole"), (244, 746, "P"),
    (60, 725, "Agenda:"),
    *[(60, 711 - 12 * at, line) for at, line in enumerate(AGENDA)],
    (64, 646, "FGB 20/2324"), (154, 646, "To record those"), (260, 646, "The meeting began at 1830."),
    (154, 634, "who are present"), (260, 622, "It was agreed that the caretaker be paid for the"),
    (154, 622, "and any visitors"), (260, 610, "extra evening."), (430, 610, "Clerk"),
    (64, 594, "FGB 21/2324"), (154, 594, "Urgent"), (260, 594, "None"),
    (154, 582, "business"),
    (64, 566, "FGB 22/2324"), (154, 566, "Staff"), (260, 566, "Two teachers had resigned."),
    (260, 548, "The head would advertise."),
    (64, 534, "FGB 23/2324"), (154, 534, "Finance"), (260, 534, "The budget was noted."),
]  # fmt: skip
COLUMNS = (60, 150, 240, 420, 520)
BESIDE: list[Ruled] = [
    *[(left, right, at) for at in (782, 740) for left, right in zip(COLUMNS, COLUMNS[1:], strict=False)],
    *[
        (left, right, at)
        for at in (658, 604, 578, 543, 530)
        for left, right in zip((60, 150, 256, 425, 520), (150, 256, 425, 520), strict=False)
    ],
]


def test_titles_that_wrap_beside_what_was_said_are_whole(tmp_path: Path) -> None:
    path = tmp_path / "minutes.pdf"
    path.write_bytes(pdf([GOVERNORS], size=9, rules=BESIDE))
    source = read_source(path)
    assert [line.split() for line in source.text.splitlines()[3:6]] == [
        ["Ann", "Ash", "P", "P"],
        ["Bob", "Birch", "P", "S"],
        ["Cy", "Cole", "P"],
    ]
    meeting = parse(source).meetings[0]
    assert (meeting.body, meeting.date) == ("Staffing Committee", "2024-03-04")
    assert [(one.number, one.title) for one in meeting.items] == [
        ("FGB 20/2324", "To record those who are present and any visitors"),
        ("FGB 21/2324", "Urgent business"),
        ("FGB 22/2324", "Staff"),
        ("FGB 23/2324", "Finance"),
    ]
    assert "that the caretaker be paid for the extra evening." in " ".join(meeting.items[0].body.text.split())
