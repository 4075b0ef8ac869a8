"""What is set for a financial year: told by the minutes that set it, before the year begins, and by no other year's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.pipeline import answer_question
from index_store.index import Index
from tests.assistant.small_index import index_over

HEAD = "# Marl Parish Council\n\n## Minutes of the meeting held on {} at the Hall\n\nPresent: Cllrs A Ash, B Birch\n"
SET = {
    "17 January 2017": "The precept for 2017/18 was discussed and it was resolved to ask for £2,500.",
    "16 January 2018": "Draft Four of the budget for 2017/18 was circulated.\n\n2018/2019 precept - it was "
    "resolved to raise the precept to £5,000, as it was cut last year to £2,500.",
    "15 January 2019": "Precept 2019/20\n\nHaving looked at the 2018/19 figures it was resolved to keep the precept at "
    "£5,100.",
    "12 January 2021": "The draft budget for 2021/22 allows £1,000 for legal fees.",
}


@pytest.fixture(scope="module")
def parish(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    minutes = {
        day.replace(
            " ", "-"
        ): f"{HEAD.format(day)}\n1. Minutes\n\nAgreed.\n\n2. Finance\n\n{words}\n\n3. Roads\n\nNoted.\n"
        for day, words in SET.items()
    }
    with index_over(tmp_path_factory.mktemp("parish"), minutes) as index:
        yield index


@pytest.mark.parametrize(
    ("question", "day", "sum_set"),
    [
        ("how much is the precept for 2017/18?", "2017-01-17", "£2,500"),
        ("precept 2018/19", "2018-01-16", "£5,000"),
        ("what was the 2019/20 precept", "2019-01-15", "£5,100"),
    ],
)
def test_the_meeting_that_set_it_answers(parish: Index, question: str, day: str, sum_set: str) -> None:
    answer = answer_question(parish, (question,), today=date(2021, 6, 1))
    assert {one.date for one in answer.citations} == {day}
    assert sum_set in answer.answer


def test_another_years_sum_is_no_answer(parish: Index) -> None:
    answer = answer_question(parish, ("what was the budget for 2020/21?",), today=date(2021, 6, 1))
    assert (answer.status, "£1,000" in answer.answer) == ("not_found", False)
