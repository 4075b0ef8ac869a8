"""The statistics, against statsmodels, scipy and arithmetic done here."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint
from statsmodels.stats.weightstats import DescrStatsW

from eval.intervals import (
    holm,
    mcnemar_exact,
    mean_interval,
    paired_interval,
    paired_p,
    proportion_interval,
    quantile_interval,
    smallest_detectable,
)

NAN = math.nan


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


def test_bootstrap_of_a_quantile_holds_the_quantile_of_the_distribution() -> None:
    values = list(np.random.default_rng(3).normal(50, 10, 400))
    value, interval = quantile_interval(values, 0.95)
    assert value == pytest.approx(np.quantile(values, 0.95))
    assert interval.low < 50 + 1.645 * 10 < interval.high


def test_paired_bootstrap_agrees_with_the_t_interval_of_statsmodels_on_many_cases() -> None:
    rng = np.random.default_rng(1)
    before = rng.uniform(0, 1, 500)
    after = np.clip(before + rng.normal(0.05, 0.1, 500), 0, 1)
    found = paired_interval(list(before), list(after))
    assert (found.low, found.high) == pytest.approx(DescrStatsW(after - before).tconfint_mean(), abs=0.003)


def test_paired_interval_takes_each_mean_over_what_is_eligible() -> None:
    # before: 20 of 20 eligible right; after: 20 of 100. The difference of the means is 0.2 - 1.0.
    before = [1.0] * 20 + [NAN] * 80
    after = [1.0] * 20 + [0.0] * 80
    found = paired_interval(before, after)
    assert found.low < -0.8 < found.high
    assert found.high < -0.6


@pytest.mark.parametrize(("worse", "better"), [(1, 0), (8, 1), (5, 5), (12, 3)])
def test_paired_test_of_yes_and_no_is_mcnemars(worse: int, better: int) -> None:
    before = [1.0] * worse + [0.0] * better + [1.0] * 20 + [0.0] * 9
    after = [0.0] * worse + [1.0] * better + [1.0] * 20 + [0.0] * 9
    assert paired_p(before, after) == pytest.approx(min(1.0, mcnemar([[20, worse], [better, 9]], exact=True).pvalue))


def test_paired_test_of_graded_values_agrees_with_scipy() -> None:
    before = [0.5, 1.0, 0.25, 0.75, 1.0, 0.5, 1.0, 0.0, 0.5, 1.0]
    after = [0.0, 0.5, 0.25, 0.50, 0.5, 0.5, 0.5, 0.0, 0.0, 1.0]
    theirs = stats.permutation_test(
        (np.asarray(before), np.asarray(after)), lambda x, y: np.mean(y) - np.mean(x), permutation_type="samples"
    )
    # six cases differ, all for the worse: 2 of the 2^6 ways to swap them are as far apart
    assert paired_p(before, after) == pytest.approx(2 / 64)
    assert paired_p(before, after) == pytest.approx(theirs.pvalue)
    assert paired_p(before, before) == 1.0


def test_holm_agrees_with_statsmodels() -> None:
    values = [0.04, 0.001, 0.2, 0.013, 0.0004, 0.9]
    assert holm(values) == pytest.approx(list(multipletests(values, method="holm")[1]))


def test_the_smallest_detectable_difference_solves_connors_formula() -> None:
    n, p = 300, 0.1
    d = smallest_detectable(n, p)
    assert n * d**2 == pytest.approx((1.959964 * math.sqrt(p) + 0.841621 * math.sqrt(p - d**2)) ** 2, rel=1e-4)
    assert smallest_detectable(3000, p) < d


def test_the_smallest_detectable_difference_has_the_power_that_it_claims() -> None:
    """Simulated: with that difference, about four of five comparisons are significant at the 5% level."""
    n, p = 300, 0.15
    d = smallest_detectable(n, p)
    flips = np.random.default_rng(5).multinomial(n, [(p + d) / 2, (p - d) / 2, 1 - p], size=1000)
    seen = np.mean([mcnemar_exact(int(worse), int(better)) < 0.05 for worse, better, _ in flips])
    assert seen == pytest.approx(0.8, abs=0.08)


def test_fewer_than_six_flips_are_never_detectable() -> None:
    assert mcnemar_exact(5, 0) > 0.05
    assert smallest_detectable(200, 0.0) >= 5 / 200
