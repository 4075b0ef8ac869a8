"""Which statements an answer makes, whether the minutes cited bear them out, and which minutes the search found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.pipeline import answer_question
from eval.bearing import Bearing, Statement, statements_of
from eval.runner import integrity, retrieved
from index_store.embedder import Embedder
from index_store.index import Index, open_index

DAY = date(2026, 1, 15)


@pytest.fixture(scope="module")
def index(sample_index: Path, embedder: Embedder) -> Iterator[Index]:
    with open_index(sample_index, embedder) as index:
        yield index


@pytest.fixture(scope="module")
def bearing(index: Index) -> Bearing:
    return Bearing(index)


@pytest.fixture(scope="module")
def answer(index: Index) -> Answer:
    found = answer_question(index, ["How many residents signed the petition for a 20mph limit?"], today=DAY)
    assert "318" in found.answer
    return found


def test_an_answer_is_cut_into_statements_at_its_markers() -> None:
    text = "Marl Cabinet, minute 3: “One.” [1] … “Two.” [2][3]\n- Three [1]\nNothing cited here."
    assert list(statements_of(text)) == [
        Statement("Marl Cabinet, minute 3: “One.”", (1,)),
        Statement("“Two.”", (2, 3)),
        Statement("Three", (1,)),
    ]


def test_a_quoting_answer_is_borne_out(answer: Answer, bearing: Bearing) -> None:
    statements, stopped = bearing.check(answer)
    assert statements >= 1
    assert stopped == ()


def test_a_changed_number_is_not(answer: Answer, bearing: Bearing) -> None:
    _, stopped = bearing.check(replace(answer, answer=answer.answer.replace("318", "381")))
    assert [("381" in one.statement, bool(one.why)) for one in stopped] == [(True, True)]


def test_citations_of_what_is_not_held_and_quotes_that_differ_are_counted(
    answer: Answer, bearing: Bearing, index: Index
) -> None:
    first = answer.citations[0]
    wrong = (replace(first, id="nowhere/2020-01-01/1"), replace(first, marker=2, quote="Something else"))
    found = integrity(index.catalogue, replace(answer, citations=wrong), bearing)
    assert (found["existing"], found["exact"], found["invented"], found["inexact"]) == (1, 0, 1, 1)


def test_the_minutes_that_the_search_found_are_kept_best_first(answer: Answer, index: Index) -> None:
    found = retrieved(index.catalogue, answer)
    assert found is not None
    assert found[0]["id"] == answer.citations[0].id
    assert len({one["id"] for one in found}) == len(found) > 3
    assert "retrieved" not in answer.to_json()


def test_where_the_records_answered_nothing_was_searched(index: Index) -> None:
    told = answer_question(index, ["Who was in the chair on 12 July 2022?"], today=DAY)
    assert told.status == "answered"
    assert retrieved(index.catalogue, told) is None
