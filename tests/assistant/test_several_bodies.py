"""Questions over minutes of several bodies that name none of them, or a month in which the one named did not meet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.answer import Answer
from assistant.pipeline import answer_question
from index_store.held import Scope
from index_store.index import Index
from tests.assistant.sample_index import marl as marl
from tests.assistant.small_index import index_over


def ask(index: Index, asked: str) -> Answer:
    return answer_question(index, [asked], Scope(), date(2025, 3, 1))


def days(answer: Answer) -> set[str | None]:
    return {one.date for one in answer.citations}


@pytest.mark.parametrize("asked", ["who is the chairman", "who chairs?", "who chairs the meetings"])
def test_the_chair_of_each_body_is_told(marl: Index, asked: str) -> None:
    answer = ask(marl, asked)
    for chair in ("Edith Vance", "R Holloway", "Beth Lyle", "Vera Tilling", "Morag Tait", "Sunita Rao"):
        assert chair in answer.answer
    assert len({one.body for one in answer.citations}) == len(answer.citations) == 6


def test_a_post_that_one_person_holds_is_told_by_the_newest_minutes(marl: Index) -> None:
    answer = ask(marl, "who is the clerk")
    assert "Miss Tamsin Rowe" in answer.answer
    assert days(answer) == {"2024-02-13"}


@pytest.mark.parametrize(
    ("asked", "dates"),
    [
        ("list the last two decisions", {"2025-02-06"}),
        ("last 3 decisions of Ottersfold", {"2024-02-13"}),
        ("what did Saltmere decide recently", {"2024-11-04"}),
        (
            "what are the latest decisions",
            {"2025-02-06", "2024-11-04", "2024-02-13", "2024-01-16", "2023-03-02", "2022-11-09"},
        ),
    ],
)
def test_the_newest_decisions_are_those_of_the_latest_meetings(marl: Index, asked: str, dates: set[str]) -> None:
    answer = ask(marl, asked)
    assert answer.kind == "decision"
    assert days(answer) == dates
    told = [one.date for one in answer.citations]
    assert told == sorted(told, key=str, reverse=True)
    assert "correct record" not in answer.answer


@pytest.mark.parametrize(
    "asked",
    [
        "who was at the heritage board in October 2024",
        "was the treasurer at the heritage board in October 2024",
        "what was decided at the heritage board in October 2024",
        "what did the heritage board discuss in October 2024",
    ],
)
def test_a_month_without_a_meeting_is_not_told_from_the_next_one(marl: Index, asked: str) -> None:
    answer = ask(marl, asked)
    assert (answer.status, answer.reason) == ("not_held", "no_such_meeting"), answer.answer
    assert "I hold 3 meetings of the Ede Valley Heritage Board" in answer.answer


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("did the clerk attend on 13 February 2024", "Miss Tamsin Rowe, Clerk attended the OTTERSFOLD"),
        ("was the clerk at the last Ottersfold meeting", "Miss Tamsin Rowe, Clerk attended the OTTERSFOLD"),
        ("was the clerk at the last heritage board", "No: the attendance list of the Ede Valley Heritage Board"),
    ],
)
def test_whether_the_clerk_came_is_told_of_the_clerk_alone(marl: Index, asked: str, said: str) -> None:
    answer = ask(marl, asked)
    assert answer.answer.startswith(said)
    assert len(answer.citations) == 1


def test_what_each_body_has_in_the_bank_is_told_by_its_newest_minutes(marl: Index) -> None:
    told = ask(marl, "how much is in the bank")
    assert {(one.date, one.minute) for one in told.citations} == {("2024-02-13", "24/020"), ("2024-11-04", "5")}
    own = ask(marl, "how much money does Ottersfold have")
    assert "current account £12,006.77" in own.answer
    assert days(own) == {"2024-02-13"}


def test_when_something_was_approved_is_told_by_the_decision_not_by_a_date_in_another_minute(marl: Index) -> None:
    answer = ask(marl, "when did they approve the park and ride")
    assert ("2022-11-15", "104") in {(one.date, one.minute) for one in answer.citations}
    assert "built at a cost of £3.8 million" in answer.answer


OXBOW = """Minutes of the meeting of the Oxbow Trust held on {day}

Present: Ann Ash (Chair), Cy Cole, Di Dove

In attendance: Bea Birch (Chief Executive)

1. Minutes

The minutes of the last meeting were agreed.

2. Finance

{told}

3. Report

The Chief Executive gave her report, which was noted.
"""


@pytest.fixture(scope="module")
def oxbow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    written = {
        "may": OXBOW.format(day="4 May 2021", told="The balance at the bank was £812.40."),
        "june": OXBOW.format(day="1 June 2021", told="£60.00 was paid into the account. £9.50 was received."),
    }
    with index_over(tmp_path_factory.mktemp("oxbow"), written) as index:
        yield index


def test_what_was_paid_or_came_in_is_no_balance(oxbow: Index) -> None:
    answer = ask(oxbow, "how much is in the bank")
    assert "£812.40" in answer.answer
    assert days(answer) == {"2021-05-04"}


def test_a_chief_executive_goes_by_shorter_names(oxbow: Index) -> None:
    assert "Bea Birch" in ask(oxbow, "who's the chief exec").answer
    assert "Bea Birch" in ask(oxbow, "who is the CEO").answer


def test_a_month_to_which_something_was_put_off_is_no_meeting(oxbow: Index) -> None:
    answer = ask(oxbow, "was the report postponed to August 2021?")
    assert answer.reason != "no_such_meeting"
