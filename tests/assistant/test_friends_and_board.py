"""A society's board, its general meeting and the friends of one of its rooms: who is named, voted in and counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.pipeline import answer_question
from assistant.wants import wants_of
from index_store.index import Index
from tests.assistant.small_index import index_over

FRIENDS = """Minutes of Trustees of The Friends of Oakmere County Reading Room
Meeting of 26th January 2016

Present: Stella Frame (Chair), Allan Holt, Arlene Rudd, Mick Stevens

1 Apologies
Andrea Paine.

2 Planters for the Room
Mick Stevens had the cost of two planters for the front. AGREED to purchase.

3 Storage of the chairs
The county had approved a shed in the car park, and its measures were to be settled.

4 Date of next meeting
15th March 2016.
"""
BOARD = """Fenmarket Society IPS - Board
Minutes of the meeting of the Fenmarket Society IPS - Board held on 28th November 2013

Present: Tim Browne (Chair), Silvia Knight, Sue Brothers, Jon Ogle

1. Apologies
Clive Rock.

2. Contract Sum
The Board were asked to vote on acceptance of the Contract Sum.
Proposed: Silvia Knight
Seconded: Sue Brothers
Vote was unanimous in favour.

3. Closure of the Elm Street room
The Elm Street room is to be repainted in the spring. It would not be a safe place for staff during the works and is
to close for two weeks.

4. Market research
The Board heard from Justine Bell of Cultural Compass, who carried out the market research for the society.

5. AGM
Birch and Co Solicitors and Blue Moon Ltd have agreed to sponsor the AGM of September 2014.

6. Date of next meeting
30th January 2014.
"""
GENERAL = """Fenmarket Society
Minutes of the Annual General Meeting of Fenmarket Society held on 11th September 2014

Present: Tim Browne (Chair), Silvia Knight

1. Welcome
The Chair welcomed the members.

2. Election of Directors
The following Directors were voted in by the membership:
Silvia Knight (Bunford)
Peter Calder (Brand)
Colin Rock (Lavenby)

3. Closing remarks
The Chair thanked the members.
"""
TODAY = date(2016, 6, 1)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    documents = {"friends": FRIENDS, "board": BOARD, "general": GENERAL}
    with index_over(tmp_path_factory.mktemp("society"), documents) as found:
        yield found


def test_friends_of_a_place_are_a_body_by_their_short_name(index: Index) -> None:
    for question in (
        "What did the Oakmere Friends decide about planters in January 2016?",
        "What did the Friends decide about planters in January 2016?",
    ):
        answer = answer_question(index, [question], today=TODAY)
        assert answer.status == "answered"
        assert "AGREED to purchase" in answer.answer
        assert [(one.date, one.minute) for one in answer.citations] == [("2016-01-26", "2")]


def test_which_trustee_could_not_make_it_asks_for_the_apologies(index: Index) -> None:
    answer = answer_question(index, ["which trustee could not make it to the meeting in January 2016"], today=TODAY)
    assert answer.status == "answered"
    assert "Andrea Paine" in answer.answer


def test_who_seconded_and_how_the_vote_went_are_told_together(index: Index) -> None:
    question = "who seconded accepting the contract sum in nov 2013 and how did the vote go?"
    answer = answer_question(index, [question], today=TODAY)
    assert "Sue Brothers" in answer.answer
    assert "unanimous" in answer.answer


def test_those_voted_in_are_told_with_the_line_that_leads_them_in(index: Index) -> None:
    answer = answer_question(index, ["Which directors were voted in at the AGM in September 2014?"], today=TODAY)
    assert all(name in answer.answer for name in ("Silvia Knight", "Peter Calder", "Colin Rock"))
    assert "Closing" not in answer.answer


def test_the_society_stands_for_its_board_too(index: Index) -> None:
    answer = answer_question(index, ["Who did the market research for Fenmarket Society?"], today=TODAY)
    assert answer.status == "answered"
    assert "Cultural Compass" in answer.answer
    assert answer.citations[0].date == "2013-11-28"


def test_what_was_done_for_an_annual_meeting_may_stand_in_other_minutes(index: Index) -> None:
    answer = answer_question(index, ["Which firms sponsored the AGM?"], today=TODAY)
    assert answer.status == "answered"
    assert "Birch and Co" in answer.answer


def test_what_is_denied_of_something_else_is_no_number(index: Index) -> None:
    answer = answer_question(index, ["How many staff were made redundant at the Elm Street room?"], today=TODAY)
    assert answer.status == "not_found"


def test_what_was_decided_on_a_matter_that_no_minute_has_a_word_for_is_declined(index: Index) -> None:
    for question in (
        "what did the board decide about a trampoline in the room",
        "What did the Friends say about skateboards?",
    ):
        assert answer_question(index, [question], today=TODAY).status == "not_found"


def test_the_actual_figure_is_a_sum() -> None:
    assert "money" in wants_of("what was the actual figure of the contract sum accepted in November 2013")
