"""From question to answer over a real index: cited, verbatim, or honestly declined."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from assistant.answer import Answer
from assistant.invariants import faults, kept
from assistant.pipeline import answer_question
from index_store.held import Scope
from index_store.index import Index
from tests.assistant.answering_home import harrowmere as harrowmere

TODAY = date(2016, 2, 1)


def ask(index: Index, *turns: str, scope: Scope = Scope()) -> Answer:
    return answer_question(index, turns, scope, TODAY)


def cited(answer: Answer) -> set[tuple[str | None, str | None]]:
    return {(one.date, one.minute) for one in answer.citations}


def test_a_fact_is_quoted_with_body_date_and_minute(harrowmere: Index) -> None:
    answer = ask(harrowmere, "how much will mending the bandstand roof cost")
    assert answer.status == "answered"
    assert ("2015-03-03", "43") in cited(answer)
    assert "£4,200" in answer.answer
    assert "3 March 2015" in answer.answer


def test_a_decision_is_all_its_clauses(harrowmere: Index) -> None:
    answer = ask(harrowmere, "what was decided about the bandstand in March 2015?")
    assert "(i) that the roof of the bandstand be mended" in answer.answer
    assert "(ii) that the Clerk report back" in answer.answer
    assert {one.clause for one in answer.citations} >= {"i", "ii"}


@pytest.mark.parametrize(
    "question",
    [
        "how much will mending the bandstand roof cost",
        "what was decided about the skate park?",
        "who chaired on 5 May 2015",
        "what became of the bakery at Mill Lane",
        "what did the Executive decide about Brexit",
    ],
)
def test_markers_are_citations_and_quotes_are_the_source(harrowmere: Index, question: str) -> None:
    answer = ask(harrowmere, question)
    assert faults(answer, harrowmere.catalogue) == []
    assert {int(one) for one in re.findall(r"\[(\d+)\]", answer.answer)} == {one.marker for one in answer.citations}
    for one in answer.citations:
        assert harrowmere.catalogue.source_text(one.source)[one.start : one.end] == one.quote


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("what did the town council say about the channel tunnel rail link", "topic_absent"),
        ("how much did the skate park cost", "fact_absent"),
        ("what was decided on 7 April 2015", "no_such_meeting"),
    ],
)
def test_declines_with_the_reason_and_cites_nothing(harrowmere: Index, question: str, reason: str) -> None:
    answer = ask(harrowmere, question)
    assert answer.status != "answered"
    assert answer.reason == reason
    assert answer.citations == ()
    assert "[" not in answer.answer


def test_a_follow_up_is_answered_in_the_light_of_the_turn_before(harrowmere: Index) -> None:
    answer = ask(harrowmere, "what was decided about the skate park in March 2015?", "and in May?")
    assert ("2015-05-05", "50") in cited(answer)
    assert ("2015-03-03", "44") not in cited(answer)


def test_a_filter_keeps_other_meetings_out(harrowmere: Index) -> None:
    answer = ask(harrowmere, "what was decided about the skate park?", scope=Scope(date_from="2015-05-01"))
    assert {one.date for one in answer.citations} == {"2015-05-05"}


def test_the_same_question_gets_the_same_answer(harrowmere: Index) -> None:
    first, second = (ask(harrowmere, "how much is in the reserve account") for _ in range(2))
    assert replace(first, elapsed_ms=0) == replace(second, elapsed_ms=0)


def test_an_answer_that_breaks_its_contract_does_not_go_out(harrowmere: Index) -> None:
    answer = ask(harrowmere, "how much will mending the bandstand roof cost")
    broken = replace(answer, citations=(replace(answer.citations[0], quote="£4,300"), *answer.citations[1:]))
    withheld = kept(broken, harrowmere.catalogue)
    assert (withheld.status, withheld.citations) == ("not_found", ())
    assert withheld.nearest[0].id == answer.citations[0].id
    unmarked = replace(answer, answer="It cost £4,200.")
    assert kept(unmarked, harrowmere.catalogue).status == "not_found"
    assert kept(answer, harrowmere.catalogue) == answer


def test_there_must_be_a_question(harrowmere: Index) -> None:
    with pytest.raises(ValueError, match="no question"):
        ask(harrowmere)
