"""A county council and its districts, with questions, replies and motions on the agenda, asked as their staff ask."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.bodies import named_bodies
from assistant.mentions import named_loosely
from assistant.pipeline import answer_question
from index_store.held import Scope
from index_store.index import Index
from tests.assistant.small_index import index_over

DISTRICT = """# Minutes of the meeting of the Municipal District of Carrow held on 2 October 2024 in the Courthouse

Present: Councillor Nora Teal (in the chair), Councillors Rory Ashe, Una Birch and Dara Finch

## 1. Housing

An update was sought on 14 Bóthar Glas, Carrow, and why this house was not retained. The engineer replied that there had
not been enough staff to refurbish the house when it became vacant.

## 2. Allocations

Replies to the questions had been circulated.

## 3. Question submitted by Councillor Ashe

I will ask at the next meeting when the hedge behind Orchard Court will be cut.

REPLY:

The hedge is on land of Carrow City and
Council staff will cut it within the month.

## 4. Question submitted by Councillor Birch

I will ask at the next meeting for an update on the lights at Weir Bridge. REPLY:

New lanterns have been ordered for the bridge from Teal Lighting.

## 5. Notice of motion submitted by Councillor Finch

I will move that the Council draw up a plan to encourage more people to vote at local elections.

The motion was seconded by Councillor Birch.

## 6. Warm homes

Councillor Finch asked for more news of the retrofit works. Councillor Finch requested a presentation on the warm homes
scheme for the November meeting. Dara Finch asked when the works would end.
"""

COUNTY = """# Minutes of the meeting of Carrow County Council held on 23 September 2024 in County Hall

Present: Councillor Rory Ashe (in the chair), Councillors Una Birch, Nora Teal and Dara Finch

## 1. Disposal of land

(a) Circulated, notice concerning disposal of 54 Bóthar Glas, Carrow. It was resolved that the disposal of 54 Bothar
Glas, Carrow, to Peter Lowe for the sum of €145,000 be approved.

## 2. Notice of motion submitted by Councillor Ashe

That meetings be filmed. The report says that films encourage young people. The motion was proposed by Councillor Ashe
and seconded by Councillor Teal.
"""

PARISH = """# Minutes of Orrin Parish Council held on 10 July 2024 in the Reading Room

Present: Cllr Ada Lowe (Chair), Cllr Ben Hurst, Joan Pell (Clerk)

## 1. Lights at night

The policy of dimming the lamps was read out. A vote was taken on dimming the lamps. Four councillors were in favour and
three against.

## 2. Approval of payments

Statement of account as at 30 June - balance in bank - business account £9,271, a total of £9,660.

## 3. Weir bylaw

Moved by Cllr Lowe that the weir bylaw be read a first time. Carried

Moved by Cllr Hurst that the second reading be postponed until the spring. For: Hurst, Marsh. Opposed: Lowe. Carried

## 4. Second mower

RESOLVED that a second mower be bought at £2,985. (Proposed Cllr Hurst, seconded Cllr Lowe, four in favour, one
against.)

## 5. Bench at the ford

A motion by Cllr Lowe, seconded by Cllr Hurst, that the bench decision be sent back to the county council was put to the
vote and was lost, two members voting for and three against.
"""


@pytest.fixture(scope="module")
def carrow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    folder = Path(tmp_path_factory.mktemp("carrow"))
    with index_over(folder, {"district": DISTRICT, "county": COUNTY, "parish": PARISH}) as index:
        yield index


def ask(index: Index, *turns: str) -> Answer:
    return answer_question(index, turns, Scope(), date(2024, 12, 1))


@pytest.mark.parametrize(
    ("asked", "reply"),
    [
        ("when will the hedge at Orchard Court be cut", "within the month"),
        ("any news on the lights at Weir Bridge?", "New lanterns have been ordered"),
    ],
)
def test_a_member_s_question_is_quoted_with_its_reply(carrow: Index, asked: str, reply: str) -> None:
    assert reply in ask(carrow, asked).answer


def test_who_seconded_is_told_of_the_motion_whose_words_stand_together(carrow: Index) -> None:
    answer = ask(carrow, "who seconded the motion to encourage more people to vote?")
    assert [(one.date, one.minute) for one in answer.citations] == [("2024-10-02", "5")]
    assert "Councillor Birch" in answer.answer


def test_what_somebody_asked_for_is_not_all_that_they_said(carrow: Index) -> None:
    answer = ask(carrow, "what presentation did Cllr Finch ask for?")
    assert "warm homes scheme" in answer.answer
    assert "As the minutes tell it" not in answer.answer


def test_the_council_is_its_districts_too_where_it_hardly_tells(carrow: Index) -> None:
    answer = ask(carrow, "why was 14 Bothar Glas not retained by the council?")
    assert "not been enough staff" in " ".join(answer.answer.split())
    assert {one.body for one in answer.citations} == {"Municipal District of Carrow"}


@pytest.mark.parametrize(
    ("asked", "loosely"),
    [
        ("what did the council do about the weir?", True),
        ("what did the full council do about the weir?", False),
        ("what was said of the weir at the council meeting?", False),
        ("what did Carrow County Council do about the weir?", False),
        ("what was done about the weir?", False),
    ],
)
def test_only_a_bare_council_stands_for_all_its_bodies(carrow: Index, asked: str, loosely: bool) -> None:
    assert named_loosely(named_bodies(asked, carrow.catalogue.bodies()), asked) is loosely


def test_a_house_is_told_from_its_neighbours(carrow: Index) -> None:
    sold = ask(carrow, "what was 54 bothar glas sold for")
    assert [(one.date, one.minute) for one in sold.citations][0] == ("2024-09-23", "1")
    assert "€145,000" in sold.answer
    kept = ask(carrow, "what was 14 bothar glas sold for")
    assert (kept.status, kept.reason) == ("not_found", "fact_absent"), kept.answer


def test_a_vote_counted_in_words_is_told(carrow: Index) -> None:
    answer = ask(carrow, "what was the vote on dimming the lamps?")
    assert "Four councillors were in favour and three against" in " ".join(answer.answer.split())


def test_the_balance_of_a_day_without_its_year_is_that_of_the_meeting_behind_it(carrow: Index) -> None:
    answer = ask(carrow, "total money in the bank of Orrin parish council at the end of June 2024")
    assert [(one.date, one.minute) for one in answer.citations] == [("2024-07-10", "2")]
    assert "£9,660" in answer.answer
    assert ask(carrow, "money in the bank of Orrin parish council at the end of June 2023").status == "not_held"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("who voted against putting off the weir bylaw?", "Opposed: Lowe"),
        ("what was the vote on buying the second mower?", "four in favour, one against"),
        ("what was the vote on sending the bench decision back to the county council", "two members voting for"),
    ],
)
def test_votes_are_told_of_what_is_asked_in_other_words(carrow: Index, asked: str, told: str) -> None:
    answer = ask(carrow, asked)
    assert told in " ".join(answer.answer.split()), answer.answer
