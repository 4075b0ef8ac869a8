"""A matter under one title at several meetings is told meeting by meeting; a village keeps to its council."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.pipeline import answer_question
from index_store.index import Index
from tests.assistant.sample_index import marl as marl

TODAY = date(2025, 6, 1)


def ask(index: Index, question: str) -> Answer:
    return answer_question(index, [question], today=TODAY)


def test_what_was_put_off_is_followed_by_what_was_decided_then(marl: Index) -> None:
    answer = ask(marl, "what was decided about allotments at ottersfold")
    assert [(one.date, one.minute) for one in answer.citations] == [("2023-03-14", "23/033"), ("2023-05-09", "23/059")]
    assert answer.answer.index("put off") < answer.answer.index("£27 a plot")


def test_of_many_sittings_the_newest_is_told(marl: Index) -> None:
    answer = ask(marl, "what was decided about the bus shelter on the green")
    dates = [one.date for one in answer.citations]
    assert dates == sorted(dates, key=str)
    assert "2024-02-13" in dates, "four meetings had it on the agenda, and the last of them decided last"


def test_a_decision_asked_of_one_meeting_is_that_meetings(marl: Index) -> None:
    answer = ask(marl, "what was decided about the bus shelter in February 2023")
    assert {one.date for one in answer.citations} == {"2023-02-14"}


def test_a_village_keeps_to_its_own_council(marl: Index) -> None:
    answer = ask(marl, "list grants ottersfold asked for")
    assert {one.body for one in answer.citations} == {"OTTERSFOLD PARISH COUNCIL"}


@pytest.mark.parametrize(
    ("question", "day", "sum_told"),
    [
        ("Ottersfold balance at the end of April 2023", "2023-05-09", "£28,115.40"),
        ("how much did Ottersfold have in the bank on 28 February 2023", "2023-03-14", "£8,640.92"),
    ],
)
def test_a_balance_of_one_day_is_that_day_and_no_other(marl: Index, question: str, day: str, sum_told: str) -> None:
    answer = ask(marl, question)
    assert sum_told in answer.answer
    assert {one.date for one in answer.citations} == {day}
