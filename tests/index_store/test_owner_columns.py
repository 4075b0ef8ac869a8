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
