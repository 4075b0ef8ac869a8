"""Two things asked in one breath are both told, from the minute that tells the first."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.asks import asked_next, asks_sequel, untold
from assistant.dates import read_dates
from assistant.pieces import Piece, besides
from assistant.pipeline import answer_question
from index_store.index import Index
from tests.assistant.sample_index import marl as marl
from tests.assistant.test_evidence import item


@pytest.mark.parametrize(
    ("text", "both"),
    [
        (
            "how many episodes will there be, and how many are in the crew",
            ("how many episodes will there be", "how many are in the crew"),
        ),
        ("did we buy the flag and what did it cost?", ("did we buy the flag", "what did it cost?")),
        ("who chaired in May; and until when", ("who chaired in May", "until when")),
        ("who proposed and seconded the motion", None),
        ("the bandstand roof, what did it cost", None),
        ("what did Ms Howe and the clerk report", None),
    ],
)
def test_the_second_thing_asked_is_told_from_the_first(text: str, both: tuple[str, str] | None) -> None:
    assert asked_next(text) == both


def test_both_are_quoted_where_the_minute_tells_them_apart(marl: Index) -> None:
    question = "when did the car park at Gallows Hill open, and until when is the price of a ticket fixed"
    answer = answer_question(marl, (question,), today=date(2025, 6, 1))
    assert {one.minute for one in answer.citations} == {"164"}
    assert "opened on 3 July 2023" in answer.answer
    assert "fixed until July 2025" in answer.answer
    alone = answer_question(marl, (question.split(",")[0],), today=date(2025, 6, 1))
    assert "July 2025" not in alone.answer


def test_what_was_so_in_a_year_may_be_minuted_after_it(marl: Index) -> None:
    question = "how many visitors did the museum have in 2024, and when does the director leave"
    answer = answer_question(marl, (question,), today=date(2025, 6, 1))
    assert {one.date for one in answer.citations} == {"2025-02-06"}
    assert "17,940" in answer.answer
    assert "30 June 2025" in answer.answer


def test_of_a_stretch_half_told_the_other_half_is_left() -> None:
    text = "It was agreed to fly the flag. It cost £35.00. The Clerk will order it."
    held = item(text)
    agreed = Piece(held, 0, text.index(" It cost"), 1.0)
    cost = Piece(held, text.index("It cost"), text.index(" The Clerk"), 1.0)
    whole = Piece(held, 0, len(text), 0.5)
    assert [one.text for one in besides([whole], [agreed])] == ["It cost £35.00. The Clerk will order it."]
    assert [one.text for one in besides([whole], [cost])] == [
        "It was agreed to fly the flag.",
        "The Clerk will order it.",
    ]
    assert besides([agreed], [whole]) == []
    assert besides([agreed], [cost]) == [agreed]


def test_two_records_of_one_meeting_are_both_told(marl: Index) -> None:
    question = "who chaired the heritage board on 6 february 2025 and who sent apologies"
    answer = answer_question(marl, (question,), today=date(2025, 6, 1))
    assert answer.kind == "attendance"
    assert "Edith Vance" in answer.answer
    assert "Ruth Ashdown" in answer.answer
    assert {one.date for one in answer.citations} == {"2025-02-06"}


def test_the_words_that_only_lead_in_a_clause_are_not_left_as_a_quote() -> None:
    text = "It was AGREED:-\n(i) that the gate be shut."
    clause = Piece(item(text), text.index("that"), len(text), 1.0, "i")
    assert besides([Piece(clause.item, 0, len(text), 0.5)], [clause]) == []


@pytest.mark.parametrize(
    ("asked", "later"),
    [
        ("they refused the bill in aug 2013, did it get paid in the end", True),
        ("Cllr Hale asked in january 2026 about cameras. did highways come back on it?", True),
        ("what we said in April 2021 and what came back from the county the month after", True),
        ("what was decided in april 2021 about the bill", False),
        ("in june 2020, who chaired", False),
        ("did the bill of august 2013 ever get paid", False),
    ],
)
def test_what_came_of_a_matter_later_is_told_from_what_was_done_then(asked: str, later: bool) -> None:
    (period,) = read_dates(asked, date(2026, 6, 1))
    assert asks_sequel(asked, period.end) is later


@pytest.mark.parametrize(
    ("asked", "said", "lacks"),
    [
        ("which firm was appointed to manage the farms", "That the search for a manager of the farms begin.", True),
        ("which firm was appointed to manage the farms", "That Ash and Birch be appointed.", False),
        ("which company has been chosen for the roof", "The tender of Birch Ltd was the lowest.", False),
        ("who was appointed treasurer", "That Ann Ash be treasurer.", False),
    ],
)
def test_to_look_for_a_firm_appoints_none(asked: str, said: str, lacks: bool) -> None:
    assert untold(asked, said) is lacks
