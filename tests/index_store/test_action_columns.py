"""Minutes set in a table with a column of decisions and actions beside the discussion."""

from __future__ import annotations

from pathlib import Path

import pytest

from index_store.models import Meeting
from index_store.parser import parse
from index_store.readers import read_source
from tests.index_store.documents import Placed, Ruled, pdf

ITEM, TEXT, ACTION = 60, 100, 370
HEAD: list[Placed] = [
    (ITEM, 800, "MINUTES OF THE MARL CHEMISTS COMMITTEE"),
    (ITEM, 780, "Date: Wednesday 6th September 2017"),
    (ITEM, 760, "PRESENT:"),
    (ITEM, 745, "Name"), (200, 745, "Organisation"), (ACTION, 745, "Affiliation"),
    (ITEM, 730, "Ida Quill"), (200, 730, "Larch Chemists"), (ACTION, 730, "Independent"),
    (ITEM, 715, "Sam Bell"), (200, 715, "Marl Chemists"), (ACTION, 715, "Chair"),
    (ITEM, 690, "Item"), (TEXT, 690, "Discussion"), (ACTION, 690, "Decisions and Action Points"),
]  # fmt: skip
ROWS: list[Placed] = [
    (ITEM, 670, "01"), (TEXT, 670, "Introduction"),
    (TEXT, 656, "Apologies were received as above and all the"),
    (TEXT, 642, "forms are to be sent to the officer by the"), (ACTION, 642, "09-01 SB to send the forms to IQ"),
    (TEXT, 628, "members before the next meeting is held."), (ACTION, 628, "and to the office"),
    (ITEM, 600, "02"), (TEXT, 600, "Visitors"),
    (TEXT, 586, "The officer gave an overview of the scheme"), (ACTION, 586, "09-02 IQ to raise awareness of it"),
    (TEXT, 572, "which was hoped to start in December."),
    (ITEM, 544, "03"), (TEXT, 544, "Other Business"),
    (TEXT, 530, "There being no other business the meeting"), (ACTION, 530, "09-03 SB to close the office"),
    (TEXT, 516, "was closed."),
    (300, 40, "1"), (470, 40, "VER.17.11.B"),
]  # fmt: skip
MORE: list[Placed] = [
    (ITEM, 800, "04"), (TEXT, 800, "Finance"),
    (TEXT, 786, "The treasurer reported that all bills were"), (ACTION, 786, "09-04 SB to write to the bank and"),
    (TEXT, 772, "paid and that the balance stands at a good"), (ACTION, 772, "ask for a better rate"),
    (TEXT, 758, "sum for the year to come."),
    (300, 40, "2"), (470, 40, "VER.17.11.B"),
]  # fmt: skip
RULES: list[Ruled] = [(ITEM - 5, 540, height) for height in (705, 683, 612, 556)]


@pytest.fixture(params=[RULES, []], ids=["ruled", "unruled"])
def meeting(request: pytest.FixtureRequest, tmp_path: Path) -> Meeting:
    path = tmp_path / "minutes.pdf"
    path.write_bytes(pdf([HEAD + ROWS, MORE], rules=request.param))
    return parse(read_source(path)).meetings[0]


def test_the_first_column_numbers_the_minutes_and_not_the_actions(meeting: Meeting) -> None:
    assert [(one.number, one.title) for one in meeting.items] == [
        ("01", "Introduction"),
        ("02", "Visitors"),
        ("03", "Other Business"),
        ("04", "Finance"),
    ]


def test_what_was_discussed_is_not_mixed_with_what_stands_beside_it(meeting: Meeting) -> None:
    text = meeting.items[0].body.text
    assert "forms are to be sent to the officer by the members before the next meeting is held." in text
    assert "09-01 SB to send the forms to IQ and to the office" in text
    assert "VER.17" not in "".join(one.body.text for one in meeting.items)


def test_the_actions_of_the_column_have_owners(meeting: Meeting) -> None:
    assert [one.owner for item in meeting.items for one in item.actions] == [
        "Sam Bell",
        "Ida Quill",
        "Sam Bell",
        "Sam Bell",
    ]


def test_a_table_above_the_head_keeps_its_rows(meeting: Meeting) -> None:
    people = {one.name: one.organisation for one in meeting.attendance}
    assert people == {"Ida Quill": "Larch Chemists, Independent", "Sam Bell": "Marl Chemists"}
