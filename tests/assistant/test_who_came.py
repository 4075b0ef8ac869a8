"""Plain questions about who came: organisations and sectors, offices, headings of the list, part of a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.pipeline import answer_question
from index_store.held import Scope
from index_store.index import Index
from tests.assistant.registers_asked import told
from tests.assistant.small_index import index_over

MAY = """Notes of a meeting of the Wold Partnership Board held at Ferrow House on Wednesday 9 May 2012.

PRESENT

- Ada Quill (Vice-Chair) - Chief Executive, NHS Wold (in the Chair)
- Piers Hallam - Chief Executive, Ferrow Borough Council
- Nora Stead - Director, Voluntary Action Wold
- Ivo Marsh - Representing the Chief Fire Officer

Officers in Support:

- Tess Orrin - Team Leader, Wold County Council (minute 12)
- Gil Pask - Research Officer, Wold County Council (minute 13)
- Lyn Dove - Committee Officer, Wold County Council

11. Welcome and Apologies

The Vice-Chair reported an apology on behalf of the Chairman, Mr. Rolf Denny, who was at the county show that day.

Apologies were also received from Mark Pole and Jane Ebbs.

12. Bus review

Gil Pask would choose the items for the Assembly on 30 May 2012.

Tess Orrin introduced the review. A survey had been commissioned by the Board, and the Audit Office would see
the results.

It was AGREED that the review be noted.

13. Housing survey

Gil Pask reported that 212 forms had come back. The police had helped to deliver them.

2.00pm - 3.30pm
"""

JUNE = """Notes of a meeting of the Wold Partnership Board held at Ferrow House on Wednesday 13 June 2012.

PRESENT

- Rolf Denny - Chief Executive, Wold County Council - in the Chair
- Piers Hallam - Chief Executive, Ferrow Borough Council

Officers in Support:

- Lyn Dove - Committee Officer, Wold County Council
- Lucy Pole - Parks Officer, Wold County Council

14. Apologies

Apologies were received from Ada Quill.

14A. Matters arising

The accounts had been audited by Hale and Reed and submitted to the County Council before the summer.

Owen Fry of the Ferrow Band thanked members for hearing of the lantern parade.

15. Date of Next Meeting

The next meeting will start at 10.00am on Wednesday 11 July 2012.
"""


@pytest.fixture(scope="module")
def wold(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    folder = tmp_path_factory.mktemp("wold")
    with index_over(Path(folder), {"may": MAY, "june": JUNE}) as index:
        yield index


def ask(index: Index, question: str) -> Answer:
    return answer_question(index, [question], Scope(), date(2012, 8, 1))


@pytest.mark.parametrize(
    ("question", "names", "not_names"),
    [
        ("who attended from the health service", ["Ada Quill"], ["Stead", "Marsh", "Orrin"]),
        ("did anybody from the voluntary sector attend", ["Nora Stead"], ["Quill"]),
        ("was anyone there from the fire service", ["Ivo Marsh"], ["Stead"]),
        ("was NHS Wold represented", ["Ada Quill"], ["Hallam"]),
        ("was there a representative of Voluntary Action", ["Nora Stead"], ["Quill"]),
        ("how many chief executives came in May 2012", ["2 named", "Ada Quill", "Piers Hallam"], ["Stead"]),
        ("who was the clerk to the meeting in May 2012", ["Lyn Dove"], ["Orrin"]),
        ("who took the minutes", ["9 May 2012", "13 June 2012", "Lyn Dove"], ["Orrin"]),
        ("did the borough council send anyone in June 2012", ["Piers Hallam"], ["Denny"]),
        ("which officers came only for one item", ["Tess Orrin", "Gil Pask"], ["Lyn Dove", "Quill"]),
        ("who is the vice chairman", ["Ada Quill"], ["Denny"]),
    ],
)
def test_who_came_for_whom(wold: Index, question: str, names: list[str], not_names: list[str]) -> None:
    answer = told(ask(wold, question))
    assert all(name in answer for name in names)
    assert not any(name in answer for name in not_names)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("was anyone from the Audit Commission there in May 2012", "No: the attendance list"),
        ("were the press present in May 2012", "does not name the press"),
        ("did the leader of the county council attend in May 2012", "does not name the leader of the county council"),
        ("was Mark Pole at the June 2012 meeting", "does not name Mark Pole [1]. It has Lucy Pole"),
        ("were the press present", "None of the attendance lists of 2 meetings held names the press"),
    ],
)
def test_nobody_of_them_is_in_the_list(wold: Index, question: str, says: str) -> None:
    answer = told(ask(wold, question))
    assert says in answer
    assert "commissioned" not in answer
    assert "Orrin" not in answer


def test_who_is_not_in_the_list_may_stand_in_a_minute(wold: Index) -> None:
    answer = told(ask(wold, "did the police come in May 2012"))
    assert not answer.startswith("No")
    assert "The police had helped to deliver them." in answer


def test_the_number_of_each_sort(wold: Index) -> None:
    answer = told(ask(wold, "how many members and how many officers attended in May 2012"))
    assert "names 7 who came" in answer
    assert "In the chair (1)" in answer
    assert "Present (3)" in answer
    assert "In attendance (3)" in answer


def test_the_number_under_a_printed_heading(wold: Index) -> None:
    answer = told(ask(wold, "how many officers were in support"))
    assert "9 May 2012: 3 named" in answer
    assert "13 June 2012: 2 named" in answer


def test_meeting_by_meeting(wold: Index) -> None:
    answer = told(ask(wold, "how many apologies were there at each meeting"))
    assert "9 May 2012: 3 [1]" in answer
    assert "13 June 2012: 1 [2]" in answer
    assert "Ada Quill" in told(ask(wold, "who sent apologies to each meeting"))


def test_where_the_chair_was(wold: Index) -> None:
    answer = told(ask(wold, "was the chairman there in May 2012, and if not where was he"))
    assert "Ada Quill" in answer
    assert "at the county show" in answer


def test_the_hour_is_that_of_the_meeting_or_none(wold: Index) -> None:
    assert "began at 2.00pm" in told(ask(wold, "what time did the meeting start"))
    silent = ask(wold, "what time did the June 2012 meeting start")
    assert (silent.status, silent.reason) == ("not_found", "fact_absent")


@pytest.mark.parametrize("question", ["was anything rejected", "which reports were deferred"])
def test_what_no_minute_has_a_word_of_is_declined(wold: Index, question: str) -> None:
    answer = ask(wold, question)
    assert (answer.status, answer.reason) == ("not_found", "fact_absent")


@pytest.mark.parametrize("question", ["who joined online", "how many members of the public came in June 2012"])
def test_to_be_mentioned_is_not_to_have_come(wold: Index, question: str) -> None:
    assert ask(wold, question).status == "not_found"


def test_a_day_to_come_that_minutes_write_is_no_meeting_asked_for(wold: Index) -> None:
    assert "Gil Pask would choose" in told(ask(wold, "who was to choose the items for the Assembly on 30 May 2012"))


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("who took the meeting through the bus review", "Tess Orrin introduced the review."),
        ("who audited the accounts that went to the county council", "audited by Hale and Reed"),
        ("who came in June 2012 to tell members about the lantern parade", "Owen Fry of the Ferrow Band"),
    ],
)
def test_who_came_for_something_else_is_told_by_the_minute_of_that(wold: Index, question: str, says: str) -> None:
    assert says in told(ask(wold, question))
