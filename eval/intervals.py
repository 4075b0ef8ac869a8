"""Confidence intervals and paired tests, by scipy; every number here can be checked against another package."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import stats

CONFIDENCE = 0.95
RESAMPLES = 2000
SHUFFLES = 9999
LEAST_FLIPS = 6
"""As many cases must change, all in one direction, before the exact test finds them unlikely at the 5% level."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A 95% confidence interval."""

    low: float
    high: float


def proportion_interval(successes: int, n: int) -> Interval:
    """Wilson's score interval for a proportion (Wilson 1927), which behaves near 0 and 1."""
    found = stats.binomtest(successes, n).proportion_ci(CONFIDENCE, method="wilson")
    return Interval(float(found.low), float(found.high))


def mean_interval(values: Sequence[float]) -> Interval:
    """Percentile bootstrap interval for a mean; the same values always give the same interval."""
    return _bootstrapped(tuple(values), None)


def quantile_interval(values: Sequence[float], quantile: float) -> tuple[float, Interval]:
    """A quantile (0.5 for the median) with its percentile bootstrap interval."""
    return float(np.quantile(values, quantile)), _bootstrapped(tuple(values), quantile)


@lru_cache(maxsize=2000)
def _bootstrapped(values: tuple[float, ...], quantile: float | None) -> Interval:
    if len(set(values)) == 1:
        return Interval(values[0], values[0])
    found = stats.bootstrap(
        (np.asarray(values),),
        np.mean if quantile is None else partial(np.quantile, q=quantile),
        n_resamples=RESAMPLES,
        confidence_level=CONFIDENCE,
        method="percentile",
        rng=np.random.default_rng(0),
    ).confidence_interval
    return Interval(float(found.low), float(found.high))


def paired_interval(before: Sequence[float], after: Sequence[float]) -> Interval:
    """Percentile bootstrap interval for the difference of two means over the same cases, resampled together.

    NaN stands for a case that is not eligible in that run; each mean is over the eligible.
    """
    first, second = np.asarray(before), np.asarray(after)
    if np.array_equal(first, second, equal_nan=True):
        return Interval(0.0, 0.0)
    found = stats.bootstrap(
        (first, second),
        _gain,
        paired=True,
        vectorized=True,
        n_resamples=RESAMPLES,
        confidence_level=CONFIDENCE,
        method="percentile",
        rng=np.random.default_rng(0),
    ).confidence_interval
    return Interval(float(found.low), float(found.high))


def paired_p(before: Sequence[float], after: Sequence[float]) -> float:
    """Two-sided paired permutation test: how often swapping the runs case by case gives means as far apart.

    Exact where few cases differ. For yes/no measures it is the exact McNemar test. NaN as in ``paired_interval``.
    """
    first, second = np.asarray(before, float), np.asarray(after, float)
    changed = ~((first == second) | (np.isnan(first) & np.isnan(second)))
    if changed.sum() < 2:
        return 1.0  # one changed case alone could as well have changed the other way
    if set(first) | set(second) <= {0.0, 1.0}:
        return mcnemar_exact(int(np.sum(first > second)), int(np.sum(first < second)))
    same = first[~changed & ~np.isnan(first)]
    found = stats.permutation_test(
        (first[changed], second[changed]),
        partial(_gain, total=float(same.sum()), count=len(same)),
        permutation_type="samples",
        vectorized=True,
        n_resamples=SHUFFLES,
        rng=np.random.default_rng(0),
    )
    return float(found.pvalue)


def _gain(
    before: NDArray[np.float64], after: NDArray[np.float64], axis: int = -1, total: float = 0.0, count: int = 0
) -> Any:
    """Mean after less mean before, over what is eligible in each; ``total`` and ``count`` are of cases in both."""
    sums = [np.nansum(one, axis=axis) + total for one in (before, after)]
    counts = [np.sum(~np.isnan(one), axis=axis) + count for one in (before, after)]
    first, second = (np.divide(s, np.maximum(n, 1)) for s, n in zip(sums, counts, strict=True))
    return second - first


def mcnemar_exact(worse: int, better: int) -> float:
    """Two-sided exact McNemar test: the chance of flips as uneven as these if neither run were better.

    Under the null hypothesis each discordant pair falls either way with probability 1/2 (McNemar 1947, exact form).
    """
    return float(stats.binomtest(worse, worse + better, 0.5).pvalue) if worse + better else 1.0


def holm(p_values: Sequence[float]) -> list[float]:
    """Holm's step-down adjustment (Holm 1979): p values that account for how many questions were asked at once."""
    adjusted = [1.0] * len(p_values)
    highest = 0.0
    for place, at in enumerate(sorted(range(len(p_values)), key=lambda one: p_values[one])):
        highest = max(highest, min(1.0, p_values[at] * (len(p_values) - place)))
        adjusted[at] = highest
    return adjusted


def smallest_detectable(n: int, discordant_share: float, power: float = 0.8) -> float:
    """The smallest difference in pass rate that ``n`` paired cases show with the given power at the 5% level.

    Normal approximation for McNemar's test (Connor 1987): n·d² = (z_a·√p + z_b·√(p − d²))², p the share of
    discordant pairs; solved for d. Returned as a share of the cases. Fewer discordant pairs than LEAST_FLIPS can
    never be significant in the exact test, so at least as many are assumed.
    """
    p = min(1.0, max(discordant_share, LEAST_FLIPS / n))
    z_a, z_b = float(stats.norm.ppf(0.975)), float(stats.norm.ppf(power))
    low, high = 0.0, p
    for _ in range(60):
        middle = (low + high) / 2
        needed = (z_a * math.sqrt(p) + z_b * math.sqrt(max(p - middle**2, 0))) ** 2
        low, high = (low, middle) if n * middle**2 >= needed else (middle, high)
    return high
