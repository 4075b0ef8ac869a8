"""Confidence intervals and paired tests, by scipy; every number here can be checked against another package."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

CONFIDENCE = 0.95
RESAMPLES = 2000


@dataclass(frozen=True, slots=True)
class Interval:
    """A 95% confidence interval."""

    low: float
    high: float


def proportion_interval(successes: int, n: int) -> Interval:
    """Wilson's score interval for a proportion (Wilson 1927), which behaves near 0 and 1."""
    found = stats.binomtest(successes, n).proportion_ci(CONFIDENCE, method="wilson")
    return Interval(float(found.low), float(found.high))


def mean_interval(values: Sequence[float], seed: int = 0) -> Interval:
    """Percentile bootstrap interval for a mean; the same values always give the same interval."""
    if len(set(values)) == 1:
        return Interval(values[0], values[0])
    found = stats.bootstrap(
        (np.asarray(values),),
        np.mean,
        n_resamples=RESAMPLES,
        confidence_level=CONFIDENCE,
        method="percentile",
        rng=np.random.default_rng(seed),
    ).confidence_interval
    return Interval(float(found.low), float(found.high))


def mcnemar_exact(worse: int, better: int) -> float:
    """Two-sided exact McNemar test: the chance of flips as uneven as these if neither run were better.

    Under the null hypothesis each discordant pair falls either way with probability 1/2 (McNemar 1947, exact form).
    """
    return float(stats.binomtest(worse, worse + better, 0.5).pvalue) if worse + better else 1.0


def smallest_detectable(n: int, discordant_share: float, power: float = 0.8) -> float:
    """The smallest difference in pass rate that ``n`` paired cases show with the given power at the 5% level.

    Normal approximation for McNemar's test (Connor 1987): n·d² = (z_a·√p + z_b·√(p − d²))², p the share of
    discordant pairs; solved for d. Returned as a share of the cases; at least one discordant pair is assumed.
    """
    p = max(discordant_share, 1 / n)
    z_a, z_b = float(stats.norm.ppf(0.975)), float(stats.norm.ppf(power))
    low, high = 0.0, p
    for _ in range(60):
        middle = (low + high) / 2
        needed = (z_a * p**0.5 + z_b * max(p - middle**2, 0) ** 0.5) ** 2
        low, high = (low, middle) if n * middle**2 >= needed else (middle, high)
    return high
