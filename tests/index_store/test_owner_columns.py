"""Minutes with a narrow column at the right, under "Action", of initials and dates beside what was said."""

from __future__ import annotations

import pytest

from index_store.models import Meeting
from index_store.parser import parse
from index_store.readers import read_source
from tests.index_store.documents import Placed, pdf

NUMBER, TEXT, ACTION = 60, 100, 480
PAGES: list[list[Placed]] = [
    [
        (NUMBER, 815, "Minutes of the Meeting of the NHS Larch and Oakley"),
        (NUMBER, 801, "Integrated Care Board (Part 1 - held in public)"),
        (NUMBER, 780, "Thursday 23 May 2024, 09.30, Conference Room 2, Marl House"),
        (NUMBER, 758, "Members present"),
        (NUMBER, 744, "Dame Ida Quill"), (200, 744, "Chair"), (ACTION, 744, "IQ"),
        (NUMBER, 730, "Sam Bell"), (200, 730, "Non-Executive Member, Chair of Audit Committee"), (ACTION, 730, "SB"),
        (NUMBER, 716, "Una Crow"), (200, 716, "Non-Executive Member, Chair of Quality Committee"), (ACTION, 716, "UC"),
        (ACTION, 688, "Action"),
        (NUMBER, 674, "1"), (TEXT, 674, "Welcome and apologies"),
        (NUMBER, 660, "1.1"), (TEXT, 660, "The Chair welcomed everyone to the meeting and said that it"),
        (TEXT, 646, "was quorate."),
        (NUMBER, 620, "2"), (TEXT, 620, "Vaping among children"),
        (NUMBER, 606, "2.1"), (TEXT, 606, "It was suggested that a sum be found from the inequalities"),
        (ACTION, 606, "SB"),
        (TEXT, 592, "reserve for a schools programme. The reserve was fully"), (ACTION, 592, "30 June"),
        (TEXT, 578, "committed and the Board did not make a decision on it"), (ACTION, 578, "2024"),
        (TEXT, 564, "and would want a business case first."),
        (NUMBER, 536, "2.2"), (TEXT, 536, "It was agreed to write to the shops. The reply that had come"),
        (ACTION, 536, "UC"),
    ],
    [
        (TEXT, 830, "from trading standards was read."),
        (NUMBER, 800, "3"), (TEXT, 800, "Allotments"), (ACTION, 800, "Clerk"),
        (NUMBER, 786, "3.1"), (TEXT, 786, "Plot 11 had not been worked since the spring and notice is"),
        (ACTION, 786, "UC"),
        (TEXT, 772, "to be given to those who hold it before the end of May."),
        (NUMBER, 744, "4"), (TEXT, 744, "Date of next meeting"),
        (NUMBER, 730, "4.1"), (TEXT, 730, "The next meeting is on 18 July 2024."),
        (NUMBER, 700, "Action log"),
        (NUMBER, 672, "Ref"), (TEXT, 672, "Action"), (350, 672, "Owner"), (ACTION, 672, "Due"),
        (NUMBER, 658, "01"), (TEXT, 658, "Business case for schools"), (350, 658, "SB"), (ACTION, 658, "30/06/2024"),
        (NUMBER, 644, "02"), (TEXT, 644, "Notice for plot 11"), (350, 644, "UC"), (ACTION, 644, "31/05/2024"),
    ],
]  # fmt: skip


@pytest.fixture(scope="module")
def meeting(tmp_path_factory: pytest.TempPathFactory) -> Meeting:
    path = tmp_path_factory.mktemp("owners") / "minutes.pdf"
    path.write_bytes(pdf(PAGES))
    return parse(read_source(path)).meetings[0]


def test_no_sentence_is_broken_by_what_stands_beside_it(meeting: Meeting) -> None:
    assert "The reserve was fully committed and the Board did not make a decision on it and would want a business" in (
        meeting.items[1].body.text
    )
    assert "notice is to be given to those who hold it" in meeting.items[2].body.text
    assert "The reply that had come from trading standards was read." in " ".join(meeting.items[1].body.text.split())


def test_titles_are_those_of_the_minutes(meeting: Meeting) -> None:
    assert [(one.number, one.title) for one in meeting.items] == [
        ("1", "Welcome and apologies"),
        ("2", "Vaping among children"),
        ("3", "Allotments"),
        ("4", "Date of next meeting"),
        (None, "Action log"),
    ]


def test_a_log_of_actions_is_no_part_of_the_last_minute(meeting: Meeting) -> None:
    assert "plot 11" not in meeting.items[3].body.text
    assert [one.text for one in meeting.items[4].actions] == ["Business case for schools", "Notice for plot 11"]
    assert "public" not in (meeting.venue or "")


def test_the_column_says_who_is_to_act(meeting: Meeting) -> None:
    assert [one.owner for one in meeting.items[1].actions] == ["Sam Bell", "Una Crow"]


def test_a_table_of_members_keeps_its_rows_and_the_name_goes_on_in_the_line_below(meeting: Meeting) -> None:
    assert meeting.body == "NHS Larch and Oakley Integrated Care Board"
    assert [(one.name, one.status) for one in meeting.attendance] == [
        ("Ida Quill", "chair"),
        ("Sam Bell", "present"),
        ("Una Crow", "present"),
    ]
