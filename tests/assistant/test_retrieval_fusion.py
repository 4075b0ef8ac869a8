"""Fusion arithmetic, worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.fusion import fused, gathered, ranked, scaled

scores = st.dictionaries(st.text(min_size=1, max_size=3), st.floats(-5, 5), max_size=8)


def test_scaling_puts_best_at_one_and_worst_at_zero() -> None:
    assert scaled({"a": 2.0, "b": 6.0, "c": 3.0}) == {"a": 0.0, "b": 1.0, "c": 0.25}


def test_equal_scores_are_all_best() -> None:
    assert scaled({"a": 3.0, "b": 3.0}) == {"a": 1.0, "b": 1.0}


def test_what_one_search_missed_counts_as_its_worst() -> None:
    joined = fused(({"a": 1.0, "b": 0.0}, 0.6), ({"b": 4.0, "c": 2.0}, 0.4))
    assert joined == pytest.approx({"a": 0.6, "b": 0.4, "c": 0.0})


def test_a_search_without_results_takes_no_weight() -> None:
    assert fused(({"a": 1.0, "b": 0.5}, 0.6), ({}, 0.4)) == pytest.approx({"a": 1.0, "b": 0.0})


def test_minute_has_its_best_passage_and_a_share_of_the_next_two() -> None:
    minutes = gathered(
        {"p1": 0.8, "p2": 0.4, "p3": 0.2, "p4": 0.1, "q1": 0.9},
        dict.fromkeys(("p1", "p2", "p3", "p4"), "p") | {"q1": "q"},
        share=0.5,
    )
    assert minutes == pytest.approx({"p": 0.8 + 0.5 * 0.3, "q": 0.9})


def test_ranking_does_not_depend_on_the_order_of_arrival() -> None:
    assert ranked({"b": 1.0, "a": 1.0, "c": 2.0}) == ranked({"a": 1.0, "c": 2.0, "b": 1.0}) == ["c", "a", "b"]


@given(scores, scores)
def test_fused_scores_stay_between_zero_and_one(one: dict[str, float], other: dict[str, float]) -> None:
    joined = fused((one, 0.6), (other, 0.4))
    assert set(joined) == set(one) | set(other)
    assert all(-1e-9 <= score <= 1 + 1e-9 for score in joined.values())
