"""The statistics, against statsmodels and against arithmetic done here."""

from __future__ import annotations

import math

import pytest
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.proportion import proportion_confint

from eval.intervals import mcnemar_exact, mean_interval, proportion_interval, smallest_detectable


@pytest.mark.parametrize(("successes", "n"), [(0, 10), (7, 10), (93, 100), (120, 120)])
def test_wilson_interval_agrees_with_statsmodels(successes: int, n: int) -> None:
    ours = proportion_interval(successes, n)
    assert (ours.low, ours.high) == pytest.approx(proportion_confint(successes, n, method="wilson"), abs=1e-9)


@pytest.mark.parametrize(("worse", "better"), [(1, 0), (8, 1), (5, 5), (12, 3)])
def test_exact_mcnemar_agrees_with_statsmodels(worse: int, better: int) -> None:
    theirs = mcnemar([[20, worse], [better, 9]], exact=True).pvalue
    assert mcnemar_exact(worse, better) == pytest.approx(min(theirs, 1.0))


def test_exact_mcnemar_by_hand() -> None:
    # 6 flips all for the worse: 2 * (1/2)^6 = 1/32
    assert mcnemar_exact(6, 0) == pytest.approx(1 / 32)
    assert mcnemar_exact(0, 0) == 1.0


def test_bootstrap_interval_is_near_the_normal_one_and_repeats() -> None:
    values = [0.0, 1.0] * 200
    found = mean_interval(values)
    half = 1.96 * 0.5 / math.sqrt(400)
    assert (found.low, found.high) == pytest.approx((0.5 - half, 0.5 + half), abs=0.01)
    assert mean_interval(values) == found
    assert (mean_interval([1.0, 1.0]).low, mean_interval([1.0, 1.0]).high) == (1.0, 1.0)


def test_the_smallest_detectable_difference_solves_connors_formula() -> None:
    n, p = 300, 0.1
    d = smallest_detectable(n, p)
    assert n * d**2 == pytest.approx((1.959964 * math.sqrt(p) + 0.841621 * math.sqrt(p - d**2)) ** 2, rel=1e-4)
    assert smallest_detectable(3000, p) < d
