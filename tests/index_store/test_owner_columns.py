"""A narrow column at the right of a PDF, with who is to act: its words stand in no sentence of the text beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from index_store.models import Meeting
from index_store.parser import parse
from index_store.readers import read_source
from tests.index_store.documents import Placed, pdf

NUMBER, TEXT, OWNER = 60, 110, 470
TITLE: list[Placed] = [
    (150, 800, "SALLOW DRAINAGE BOARD"),
    (100, 784, "Minutes of the meeting held on Thursday 24 October 2024"),
]
PEOPLE: list[Placed] = [
    (NUMBER, 756, "Present:"), (TEXT, 756, "Cllr Mrs A Quill, who was in the chair"), (OWNER, 756, "Cllr M Oduya"),
    (TEXT, 742, "Cllr H Cropp"), (OWNER, 742, "Cllr K Sallow"),
]  # fmt: skip
HEAD: list[Placed] = [(NUMBER, 720, "ID"), (TEXT, 720, "Minute"), (OWNER, 720, "Action")]
HEAD_ABOVE: list[Placed] = [(NUMBER, 764, "No"), (TEXT, 764, "Item"), (OWNER, 764, "Action by")]
FIRST: list[Placed] = [
    (NUMBER, 700, "41/24"), (TEXT, 700, "PENNYWORT"),
    (TEXT, 680, "Pennywort was found at three places on the drain, of which the"),
    (TEXT, 666, "nearest is 400 metres from the boundary."),
    (TEXT, 640, "RESOLVED that the report be noted and that the Haddon"), (OWNER, 640, "RP"),
    (TEXT, 626, "Board be told of the pennywort in writing."),
    (NUMBER, 600, "42/24"), (TEXT, 600, "PLAY AREA"),
    (TEXT, 580, "RESOLVED that the quotation of Marl Play be accepted for"), (OWNER, 580, "Clerk/DF"),
    (TEXT, 566, "the sum of £9,120, and that the work be done before Easter."),
    (TEXT, 540, "The hedge would be cut by the men of the Board, who were"), (OWNER, 540, "Sue Oakes"),
    (TEXT, 526, "thanked for all that they did in the winter."),
    (NUMBER, 500, "43/24"), (TEXT, 500, "RATES"),
    (TEXT, 480, "RESOLVED that the rate be determined in January, and that the"), (OWNER, 480, "CH"),
    (TEXT, 466, "county be asked for half of what the new culvert below the"),
    (NUMBER, 40, "Sallow Drainage Board"), (OWNER, 40, "Page 1"),
]  # fmt: skip
SECOND: list[Placed] = [
    (TEXT, 780, "railway would cost in the end. Members were content."),
    (NUMBER, 750, "44/24"), (TEXT, 750, "DATE OF NEXT MEETING"),
    (TEXT, 730, "Thursday 23 January 2025 at 10.00 am."),
    (NUMBER, 40, "Sallow Drainage Board"), (OWNER, 40, "Page 2"),
]  # fmt: skip


@pytest.fixture(params=[HEAD, []], ids=["headed", "unheaded"])
def meeting(request: pytest.FixtureRequest, tmp_path: Path) -> Meeting:
    path = tmp_path / "minutes.pdf"
    path.write_bytes(pdf([TITLE + PEOPLE + request.param + FIRST, SECOND]))
    return parse(read_source(path)).meetings[0]


@pytest.mark.parametrize(
    ("item", "sentence"),
    [
        (0, "RESOLVED that the report be noted and that the Haddon Board be told of the pennywort in writing."),
        (1, "accepted for the sum of £9,120, and that the work be done before Easter."),
        (1, "The hedge would be cut by the men of the Board, who were thanked for all that they did in the winter."),
        (2, "asked for half of what the new culvert below the railway would cost in the end."),
    ],
)
def test_no_owner_stands_in_a_sentence(meeting: Meeting, item: int, sentence: str) -> None:
    assert sentence in meeting.items[item].body.text


def test_each_action_keeps_its_owner(meeting: Meeting) -> None:
    found = [[(one.owner, "RESOLVED" in one.text) for one in item.actions] for item in meeting.items]
    assert [owners[:1] for owners in found] == [[("RP", True)], [("Clerk/DF", True)], [("CH", True)], []]


def test_names_in_the_same_column_stay_where_they_are(meeting: Meeting) -> None:
    assert {"A Quill", "H Cropp", "M Oduya", "K Sallow"} <= {one.name for one in meeting.attendance}


ENTRIES: list[Placed] = [
    (NUMBER, 740, "1"), (TEXT, 740, "MATTERS ARISING"),
    (TEXT, 720, "•"), (TEXT + 12, 720, "Web Page A helper was found for the pages of the parish."), (OWNER, 720, "RP"),
    (TEXT + 12, 706, "Two quotes had come, of £400 and £520."),
    (TEXT, 680, "Tweed Forum newsletter, to be seen by all members"),
    (TEXT, 666, "Area Forum, to which Cllr Quill goes"), (OWNER, 666, "AQ"),
    (TEXT, 652, "Notice of the yearly meeting of the Safety Panel"),
    (NUMBER, 620, "2"), (TEXT, 620, "FOOTPATHS"), (OWNER, 620, "Ann Quill /"),
    (TEXT, 600, "RESOLVED that the County be asked to mend the bridge and"), (OWNER, 606, "Ben Oakes"),
    (TEXT, 586, "to say when the work will be done."),
    (NUMBER, 560, "3"), (TEXT, 560, "BUS SHELTER"),
    (TEXT, 540, "Three quotations had been sought for the glass in summer,"),
    (TEXT, 526, "of which two came. RESOLVED that the"), (OWNER, 526, "BO"),
    (TEXT, 512, "quotation of Dunmore Glass be accepted."),
    (NUMBER, 486, "4"), (TEXT, 486, "ALLOTMENTS"),
    (TEXT, 466, "It was agreed that the four plots that stand empty should"), (OWNER, 466, "Clerk by"),
    (TEXT, 452, "be halved and offered to those who are first on the list"), (OWNER, 452, "30 Nov"),
    (TEXT, 438, "at half of the rent."),
]  # fmt: skip


def test_owners_beside_entries_and_titles_stay_with_them(tmp_path: Path) -> None:
    path = tmp_path / "minutes.pdf"
    path.write_bytes(pdf([TITLE + HEAD_ABOVE + ENTRIES]))
    items = parse(read_source(path)).meetings[0].items
    assert [item.title for item in items] == ["MATTERS ARISING", "FOOTPATHS", "BUS SHELTER", "ALLOTMENTS"]
    found = [(one.owner, " ".join(one.text.split())) for item in items for one in item.actions]
    assert [owner for owner, _ in found] == ["RP", "AQ", "Ann Quill / Ben Oakes", "BO", "Clerk"]
    assert "Web Page A helper was found for the pages of the parish. Two quotes had come" in found[0][1]
    assert found[1][1].endswith("Area Forum, to which Cllr Quill goes")
    assert found[2][1].endswith("asked to mend the bridge and to say when the work will be done.")
    assert found[3][1].endswith("RESOLVED that the quotation of Dunmore Glass be accepted.")
    assert found[4][1].endswith("should be halved and offered to those who are first on the list at half of the rent.")


RIGHT = 560
SENT = "i) The county has sent its plans for the winter and asks what we think of the dates and of the new lorry"
SURVEY = "ii) The survey of the roads of the parish has come, for the Clerk to answer for all of the council now."
MEALS = "iii) The hall asks for help with the meals that are brought to those who cannot go out in winter now."
LONE: list[Placed] = [
    (NUMBER, 756, "Present: Cllr A Quill (Chairman), Cllr H Cropp, Cllr K Sallow"),
    (NUMBER, 730, "1. CORRESPONDENCE"),
    (NUMBER, 706, SENT),
    (NUMBER, 692, "and depot, and the papers are to be sent on to members."), (RIGHT - 25, 692, "Clerk"),
    (NUMBER, 678, SURVEY),
    (RIGHT - 25, 664, "Clerk"),
    (NUMBER, 650, MEALS),
    (NUMBER, 626, "2. NEXT MEETING"),
    (NUMBER, 602, "The council meets again on Thursday 23 January 2025 at ten in the morning."),
]  # fmt: skip


def test_an_owner_that_found_no_room_at_the_end_of_its_line_stands_behind_it(tmp_path: Path) -> None:
    path = tmp_path / "minutes.pdf"
    path.write_bytes(pdf([TITLE + LONE]))
    text = parse(read_source(path)).meetings[0].items[0].body.text
    assert f"{SURVEY}\tClerk\n" in text
    assert text.endswith(MEALS)
