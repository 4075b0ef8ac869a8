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


CALENDAR = {
    "19 November 2018": "Budget 2019\n\nThe Budget for 2019 was adopted at €684m and €0.2553 determined as the rate.",
    "15 November 2019": "Budget 2020\n\nThe Budget for 2020 was adopted at €825m and €0.2677 determined as the rate.",
    "28 September 2020": "Spending\n\nThe Budget of the library was €3m in August; €2m was left of its rate income.",
}


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    minutes = {
        day.replace(" ", "-"): f"# Marl County Council\n\n## Minutes of the meeting held on {day} in the Hall\n\n"
        f"Present: Councillors A Ash, B Birch\n\n1. Minutes\n\nAgreed.\n\n2. {words}\n\n3. Roads\n\nNoted.\n"
        for day, words in CALENDAR.items()
    }
    with index_over(tmp_path_factory.mktemp("county"), minutes) as index:
        yield index


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how much is the 2020 budget", "€825m"),
        ("how much was the budget for 2019", "€684m"),
        ("what rate was determined for 2020", "€0.2677"),
    ],
)
def test_a_year_of_the_calendar_beside_what_is_set_is_the_one_it_is_set_for(
    county: Index, question: str, told: str
) -> None:
    answer = answer_question(county, (question,), today=date(2020, 12, 1))
    assert told in answer.answer
    assert len({one.date for one in answer.citations}) == 1
