"""Questions over one meeting on what was ahead of it, what another minute said, and turns after nothing was found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.pipeline import answer_question
from index_store.held import Scope
from index_store.index import Index
from tests.assistant.small_index import index_over

MAY = """Minutes of a meeting of the Fenland Skills Board held at Mere House on Wednesday 9 May 2012 at 2.00pm.

PRESENT

- Ada Prior (Chair)
- Ben Osgood
- Cora Lyle

41. Apologies

Apologies were received from Dan Frith.

42. Apprentice Fair

Ben Osgood said that the fair had drawn 640 visitors to the drill hall. Two further advisers would join the outreach
team during the summer.

It was AGREED:

- (i) that the report be noted; and
- (ii) that a further report on the cost of the fair be brought to the next meeting.

43. Skills Strategy

The need to align the strategy with the needs survey (see minute 44 below) was recognised. Cora Lyle said that there
were special reasons to keep both colleges: the drainage courses that no other college in the east has, with a waiting
list of two years and a workshop that the water board paid for; the bus times, which leave the villages beyond the old
river without a way to get to the town before ten in the morning; and the nursery on the Mere campus, which closes if
it does.

It was AGREED that the timetable be noted, with the diary of Ada Prior.

44. Needs Survey

Ada Clough of the water board said that firms would answer by post. She was asked to bring their answers to the
board in September.

It was AGREED that a brief for the survey be prepared by Cora Lyle.

45. Dates of Future Meetings

It was NOTED that the next meetings would be held on 4 July and 12 September 2012.
"""


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with index_over(tmp_path_factory.mktemp("fenland"), {"may": MAY}) as index:
        yield index


def ask(index: Index, *turns: str) -> Answer:
    return answer_question(index, turns, Scope(), date(2012, 6, 1))


def test_what_is_due_back_to_a_meeting_ahead_was_asked_for_at_one_held(board: Index) -> None:
    assert "a further report on the cost" in ask(board, "What has to come back to the July 2012 meeting?").answer


@pytest.mark.parametrize(
    "question",
    [
        "Is there anything the water board must bring to the September meeting?",
        "what is coming to the board in September 2012",
        "What is due back in September 2012?",
    ],
)
def test_what_is_to_be_brought_in_a_month_is_told_by_the_minutes_before_it(board: Index, question: str) -> None:
    answer = ask(board, question)
    assert answer.answer.startswith("I hold no minutes of a meeting in September.")
    assert "bring their answers to the" in answer.answer
    assert {one.minute for one in answer.citations} == {"44"}


def test_meetings_shortly_before_a_season_tell_what_was_to_come_in_it(board: Index) -> None:
    answer = ask(board, "How many advisers were to join the outreach team over summer 2012?")
    assert {one.minute for one in answer.citations} == {"42"}
    assert ask(board, "What was decided in summer 2012?").status == "not_held"


def test_remaining_dates_are_those_of_the_next_meetings(board: Index) -> None:
    assert "4 July and 12 September 2012" in ask(board, "give me all the remaining board dates in 2012").answer


def test_what_another_minute_says_that_one_points_to(board: Index) -> None:
    answer = ask(board, "Minute 43 points to another minute on the survey. What did that one agree?")
    assert "a brief for the survey be prepared" in answer.answer
    assert {one.minute for one in answer.citations} == {"43", "44"}


def test_a_long_sentence_is_quoted_to_its_end(board: Index) -> None:
    told = ask(board, "Why should both colleges be kept?").answer
    assert "drainage courses" in told
    assert "the nursery on the Mere campus" in told


def test_a_turn_that_only_leans_on_what_was_not_found_is_not_answered(board: Index) -> None:
    turns = "What did the Ministry pay for the ferry?", "by when", "who raised it"
    assert [ask(board, *turns[: upto + 1]).status for upto in range(3)] == ["not_found"] * 3


def test_a_bare_turn_is_answered_from_the_minute_cited_or_not_at_all(board: Index) -> None:
    assert ask(board, "When are the next meetings?").status == "answered"
    assert ask(board, "When are the next meetings?", "where").status == "not_found"


def test_what_one_person_said_is_no_other_persons_words(board: Index) -> None:
    assert ask(board, "What did Ada Prior say?").status == "not_found"


def test_another_years_month_is_not_what_is_to_come(tmp_path: Path) -> None:
    dated = MAY.replace(
        "44. Needs Survey\n", "44. Needs Survey\n\nThe report dated August 3, 2011 was presented to the board.\n"
    )
    with index_over(tmp_path, {"may": dated}) as index:
        answer = ask(index, "what is coming to the board in August 2012")
    assert "August 3, 2011" not in answer.answer


def test_a_month_of_which_minutes_are_held_is_not_said_to_have_none(tmp_path: Path) -> None:
    september = MAY.replace("9 May 2012", "12 September 2012").replace("board in September.", "board soon.")
    with index_over(tmp_path, {"may": MAY, "september": september}) as index:
        answer = ask(index, "What is the water board supposed to come back with in September?")
    assert answer.answer.startswith("What was to come in September, as the minutes before it say:")
    assert {one.date for one in answer.citations} == {"2012-05-09"}
