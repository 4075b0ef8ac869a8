"""A decision that a later one rescinds by number is never quoted without it."""

from __future__ import annotations

from datetime import date

from assistant.pipeline import answer_question
from index_store.index import Index
from tests.assistant.sample_index import marl as marl

TODAY = date(2025, 6, 1)


def test_a_rescinded_grant_is_followed_by_the_decision_that_rescinds_it(marl: Index) -> None:
    answer = answer_question(marl, ["what was granted to edeford borough council for the embankment"], today=TODAY)
    assert {(one.date, one.minute) for one in answer.citations} == {("2019-09-11", "127"), ("2021-06-16", "173")}
    assert answer.answer.index("£90,000") < answer.answer.index("Since then, Marl Partnership Executive, 16 June 2021")
    assert "“that the decision recorded in Minute 127(ii) be rescinded" in answer.answer


def test_the_later_minute_is_told_once(marl: Index) -> None:
    answer = answer_question(marl, ["did we decide on weir lane embankment money"], today=TODAY)
    assert ("2021-06-16", "173") in {(one.date, one.minute) for one in answer.citations}
    assert "Since then" not in answer.answer


def test_a_decision_that_stands_has_nothing_added(marl: Index) -> None:
    answer = answer_question(marl, ["what was decided about park and ride by the transport committee"], today=TODAY)
    assert answer.status == "answered"
    assert "Since then" not in answer.answer
