"""A township's numbered resolutions, asked in words that are written otherwise, and what is told above the first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.compounds import as_minuted
from assistant.evidence import candidates
from assistant.held_words import held_words
from assistant.pipeline import answer_question
from assistant.question import understand
from assistant.retrieval import find_minutes
from assistant.searching import asked_of
from assistant.speaking import speaking_first
from assistant.telling import tells_business
from index_store.held import Scope
from index_store.index import Index
from tests.assistant.small_index import index_over

JANUARY = """MINUTES

TOWNSHIP OF ELK BAY

Tuesday, January 16, 2024

A regular meeting of the Township of Elk Bay Council was held on Tuesday, January 16, 2024 starting at 6:30 p.m.

Present: Mayor Ann Vane and Councillors Bob Orme, Cy Lund and Di Foss.
Staff: Clerk Eve Holt.
Delegation: Walter Penn provided a presentation on worries of the group Keep the Falls about the new dam.

R2024-001 B. Orme, C. Lund:
That the minutes of the Council meeting held January 2, 2024, be adopted as published. Carried.

R2024-002 C. Lund, D. Foss:
That we pass By-Law Number 2024-01, being a By-Law to adopt a policy on nuisance geese. Carried.

R2024-003 D. Foss, B. Orme:
That we approve the application of Ida Crane to buy the shore road allowance. Carried.

R2024-004 B. Orme, D. Foss:
That we approve the funding applications for the footpath and the boathouse. Carried.

R2024-005 C. Lund, B. Orme:
The Falls Conservancy was welcomed by the Mayor, who had heard them complain about the falls.

The Falls Conservancy explained that otters had come back to the bay. They asked for a ban on nets. Carried.
"""

OCTOBER = """# Town of Larch

October 19, 2024

## CALL TO ORDER

Chair Jo Keel called the meeting to order at 6:30 pm on October 19, 2024. Board members present were supervisors Jo
Keel, Gil Mann and Rex Dill.

## CLERK

The clerk asks that Carol Land be a signer at the bank. Motion by Rex Dill, second by Gil Mann to approve adding
Carol Land as a signer. Motion carried by a unanimous vote.

## NEW BUSINESS

A resolution is required for the county to pay election costs. Motion by Jo Keel, second by Rex Dill to pass the
resolution for election costs. Motion carried by the vote of Jo Keel yea, Rex Dill yea, and Gil Mann nay."""
TODAY = date(2024, 12, 1)


@pytest.fixture(scope="module")
def elk_bay(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with index_over(Path(tmp_path_factory.mktemp("elk")), {"january": JANUARY, "october": OCTOBER}) as index:
        yield index


def ask(index: Index, asked: str) -> Answer:
    return answer_question(index, [asked], Scope(), TODAY)


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("which bylaws were passed", "which by-laws were passed"),
        ("was the foot path funded", "was the footpath funded"),
        ("is the boathouse let", "is the boathouse let"),
        ("any carpets or a road map", "any carpets or a road map"),
        ("the Bylaw Office", "the Bylaw Office"),
    ],
)
def test_compounds_are_written_as_the_minutes_write_them(elk_bay: Index, asked: str, written: str) -> None:
    assert as_minuted(asked, elk_bay.catalogue) == written


def test_who_seconded_a_bylaw_is_told(elk_bay: Index) -> None:
    answer = ask(elk_bay, "who seconded the geese policy bylaw?")
    assert [one.minute for one in answer.citations] == ["R2024-002"]
    assert "Di Foss" in answer.answer


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("who seconded adding Carol Land as signer?", "second by Gil Mann"),
        ("who voted for the election costs resolution?", "Gil Mann nay"),
    ],
)
def test_a_motion_with_a_second_and_its_yeas_are_told(elk_bay: Index, asked: str, told: str) -> None:
    assert told in " ".join(ask(elk_bay, asked).answer.split())


def test_applications_of_the_sort_asked_for_are_told(elk_bay: Index) -> None:
    answer = ask(elk_bay, "what funding applications were approved in January 2024")
    assert {one.minute for one in answer.citations} == {"R2024-004"}


def test_what_is_told_above_the_first_minute_is_found(elk_bay: Index) -> None:
    answer = ask(elk_bay, "who gave a presentation for Keep the Falls")
    assert "Walter Penn" in answer.answer
    assert [one.minute for one in answer.citations] == ["attendance"]


def test_what_somebody_said_leads_and_not_that_they_were_welcomed(elk_bay: Index) -> None:
    question = understand(["what did the Falls Conservancy complain about?"], elk_bay.catalogue, Scope(), TODAY)
    asked = asked_of(question, held_words(elk_bay))
    ranked = candidates(find_minutes(elk_bay, asked, 12), asked)
    assert ranked[0].text.startswith("The Falls Conservancy was welcomed")
    assert speaking_first(ranked, asked)[0].text.startswith("The Falls Conservancy explained")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Delegation: Walter Penn provided a presentation on worries about the dam.", True),
        ("Present: Mayor Ann Vane and Councillors Bob Orme, Cy Lund and Di Foss.", False),
        ("Ms Foss reported sick.", False),
    ],
)
def test_what_was_said_is_told_from_who_came(sentence: str, told: bool) -> None:
    assert tells_business(sentence) is told
