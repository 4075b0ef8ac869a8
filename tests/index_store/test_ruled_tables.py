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
