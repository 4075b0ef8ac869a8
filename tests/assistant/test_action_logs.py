"""What is to be done, as people ask for it: from the actions of the latest minutes, none twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.pipeline import answer_question
from index_store.index import Index
from tests.assistant.small_index import index_over

TRUST = """# Wendmere Hospital Trust

## Minutes of the Board of Directors held on 30 January 2025

Present: Ida Marlow (Chair), Piet Stroud (Director of Finance), Nan Oakley (Chief Nurse)

## 25/01. Finance report

The deficit stood at £2.1m. The Board asked for the reasons by ward.

ACTION: Reasons for the deficit by ward – Piet Stroud

## 25/02. Falls

The number of falls had risen to 41.

ACTION: Paper on falls at night – Nan Oakley

## Action log

| Minute | Action | Owner | Due |
|---|---|---|---|
| 25/01 | Reasons for the deficit by ward | Piet Stroud | 27 March 2025 |
| 24/88 | Letter to the County Council on the bus stop | Ida Marlow | 28 February 2025 |
"""


@pytest.fixture(scope="module")
def trust(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with index_over(tmp_path_factory.mktemp("trust"), {"january": TRUST}) as index:
        yield index


@pytest.mark.parametrize(
    "asked",
    [
        "what needs doing before the next meeting?",
        "what still needs to be done",
        "who do I need to chase after the January meeting",
        "what actions are outstanding",
    ],
)
def test_what_needs_doing_is_the_actions_each_once(trust: Index, asked: str) -> None:
    answer = answer_question(trust, [asked], today=date(2025, 2, 1))
    assert answer.kind == "actions"
    assert answer.answer.count("Reasons for the deficit by ward") == 1
    assert answer.answer.count("Paper on falls at night") == 1
    assert "Letter to the County Council" in answer.answer


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("what actions came out of the January meeting for the chief nurse?", "Paper on falls at night"),
        ("what was the director of finance asked to do", "Reasons for the deficit by ward"),
    ],
)
def test_what_the_holder_of_a_post_was_given_is_told_under_their_name(trust: Index, asked: str, told: str) -> None:
    answer = answer_question(trust, [asked], today=date(2025, 2, 1))
    assert (answer.kind, answer.answer.count(told)) == ("actions", 1)
    assert answer.answer.startswith("One action")


def test_what_has_the_number_of_another_is_no_answer(trust: Index) -> None:
    answer = answer_question(trust, ["what was the deficit at month 9?"], today=date(2025, 2, 1))
    assert answer.status == "not_found"


VILLAGE = (
    "Minutes of the meeting of Marl Parish Council held on 14 March 2031\n\nPresent: Councillors Ann Ash (Chairman), "
    "Walter Loy, Owen Elm\n\n1. Minutes\n\nThe minutes were agreed.\n\n2. Matters arising\n\nThe surgeon was "
    "asked about the oak. Cllr. W. Loy would look into the broken rail of the swings.                Cllr. W. Loy\n\n"
    "The road had been swept of loose chippings. More were to be bought.          Clerk\n\n3. Any other business\n\n"
    "The bench was mended.\n"
)


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with index_over(tmp_path_factory.mktemp("village"), {"march": VILLAGE}) as index:
        yield index


@pytest.mark.parametrize("asked", ["what's Cllr Loy meant to do from march 2031", "actions for Cllr Loy in march 2031"])
def test_a_councillors_actions_of_a_month_are_told_by_title_and_surname(village: Index, asked: str) -> None:
    answer = answer_question(village, (asked,), today=date(2031, 6, 1)).answer
    assert "look into the broken rail" in answer
    assert "swept" not in answer


def test_who_is_to_act_stands_in_no_quote_of_the_sentence_before(village: Index) -> None:
    answer = answer_question(village, ("has the road been swept of chippings?",), today=date(2031, 6, 1)).answer
    assert "swept of loose chippings" in answer
    assert "Clerk" not in answer
    assert "Cllr. W. Loy" not in answer.replace("Cllr. W. Loy would look", "")


ALL = "actions from 14 march 2031"


@pytest.mark.parametrize(
    ("first", "then", "told", "not_told"),
    [
        ("actions for the clerk from 14 march 2031", "what about Cllr Loy", "broken rail", "More were to be bought"),
        (ALL, "which of those are for the clerk", "More were to be bought", "broken rail"),
        (ALL, "and for the clerk?", "More were to be bought", "broken rail"),
        (ALL, "what about Cllr Loy", "broken rail", "More were to be bought"),
    ],
)
def test_a_turn_that_names_somebody_narrows_the_actions_told(
    village: Index, first: str, then: str, told: str, not_told: str
) -> None:
    turns = (first, then)
    answer = answer_question(village, turns, today=date(2031, 6, 1))
    assert answer.kind == "actions"
    assert told in answer.answer
    assert not_told not in answer.answer
