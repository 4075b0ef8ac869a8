"""Retrieval measures on rankings small enough to work out by hand."""

from __future__ import annotations

import math

import pytest

from eval.cases import ExpectedMinute
from eval.ranking import first_rank, rank_measures, whole_set_found

RANKING = [{"date": "2020-01-01", "minute": number, "body": "Parks Committee"} for number in ("7", "3", "9", "4")]


def minute(number: str, body: str | None = None) -> ExpectedMinute:
    return ExpectedMinute(date="2020-01-01", minute=number, body=body)


def test_one_expected_minute_in_second_place() -> None:
    found = rank_measures([[minute("3")]], RANKING)
    assert (found["recall_1"], found["recall_3"], found["mrr"]) == (0.0, 1.0, 0.5)
    assert found["ndcg_10"] == pytest.approx(1 / math.log2(3))


def test_two_expected_minutes_of_one_set() -> None:
    found = rank_measures([[minute("3"), minute("4")]], RANKING)
    assert (found["recall_1"], found["recall_3"], found["recall_5"]) == (0.0, 0.5, 1.0)
    gain, ideal = 1 / math.log2(3) + 1 / math.log2(5), 1 + 1 / math.log2(3)
    assert found["ndcg_10"] == pytest.approx(gain / ideal)


def test_of_several_acceptable_sets_the_one_found_best_counts() -> None:
    assert rank_measures([[minute("5")], [minute("7")]], RANKING)["recall_1"] == 1.0


def test_any_minute_of_a_meeting_is_one_expectation() -> None:
    found = rank_measures([[minute("*", "Parks")]], RANKING)
    assert (found["recall_1"], found["ndcg_10"]) == (1.0, 1.0)


def test_nothing_found_is_nought_throughout() -> None:
    assert set(rank_measures([[minute("3")]], []).values()) == {0.0}
    assert set(rank_measures([[minute("5")]], RANKING).values()) == {0.0}


def test_whether_a_whole_set_was_found_and_where_its_first_minute_stands() -> None:
    assert whole_set_found([[minute("3"), minute("4")]], RANKING)
    assert not whole_set_found([[minute("3"), minute("5")]], RANKING)
    assert first_rank([[minute("5")], [minute("9")]], RANKING) == 3
    assert first_rank([[minute("5")]], RANKING) is None
