"""Is a run better or worse than a baseline, and does the difference mean anything?

Cases are paired by id. Each measure's change has a paired bootstrap interval and the p value of an exact paired test
(McNemar's for yes/no measures). Many measures are looked at together, so before a verdict the p values are adjusted
(Holm): of runs that differ by chance alone, at most one in forty is called a regression.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from eval.intervals import Interval, holm, mcnemar_exact, paired_interval, paired_p, smallest_detectable
from eval.measures import MEASURES
from eval.metrics import Score

ALPHA = 0.05
COUNTED = ("existing", "exact")
"""Measures of which a single case lost is a regression, however small the share."""
Verdict = Literal["regression", "worse", "better", "same"]


@dataclass(frozen=True, slots=True)
class Flip:
    """A case that one run got right and the other wrong."""

    id: str
    kind: str
    before: Score
    after: Score


@dataclass(frozen=True, slots=True)
class Difference:
    """One measure in both runs over the cases that both hold; ``n_before`` and ``n_after`` are eligible in each.

    ``p`` is the paired test's value, ``adjusted`` the same after Holm over all measures watched.
    """

    name: str
    n_before: int
    n_after: int
    before: float
    after: float
    interval: Interval
    p: float
    adjusted: float = 1.0

    @property
    def change(self) -> float:
        """After less before; positive is better for every measure that is watched."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between a baseline and a run, over the cases that both hold.

    ``verdict`` is "regression" (worse beyond the floor, and more than chance explains, or any invented citation or
    inexact quote that was not there), "worse", "better" or "same". ``failed`` cases failed to run.
    """

    n: int
    worse: tuple[Flip, ...]
    better: tuple[Flip, ...]
    p_value: float
    detectable: float
    floor: float
    differences: tuple[Difference, ...]
    invented: int
    inexact: int
    failed: int
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]

    @property
    def regressed(self) -> tuple[str, ...]:
        """The measures that got worse beyond the floor and beyond chance, by label, the plainest reasons first."""
        found = []
        if self.invented:
            found.append("citations of minutes that are not held")
        if self.inexact:
            found.append("quotes that differ from the minutes")
        lost = [one for one in self.differences if one.change < -self.floor and one.adjusted < ALPHA]
        return (*found, *(MEASURES[one.name].label for one in sorted(lost, key=lambda one: one.change)))

    @property
    def improved(self) -> tuple[str, ...]:
        """The measures that got better beyond the floor and beyond chance, by label."""
        gained = [one for one in self.differences if one.change > self.floor and one.adjusted < ALPHA]
        return tuple(MEASURES[one.name].label for one in sorted(gained, key=lambda one: -one.change))

    @property
    def verdict(self) -> Verdict:
        """One word for the comparison; see the class."""
        if self.regressed:
            return "regression"
        if len(self.worse) > len(self.better):
            return "worse"
        return "better" if len(self.better) > len(self.worse) else "same"


def compare(after: Sequence[Score], before: Sequence[Score], floor: float) -> Comparison:
    """Compare a run's scores with a baseline's. ``floor`` is the drop that is let pass (0.02 = 2 points)."""
    new, old = {score.id: score for score in after}, {score.id: score for score in before}
    pairs = [(old[one], new[one]) for one in new if one in old]
    worse = tuple(Flip(b.id, b.kind, b, a) for b, a in pairs if b.passed and not a.passed)
    better = tuple(Flip(b.id, b.kind, b, a) for b, a in pairs if a.passed and not b.passed)
    flips = len(worse) + len(better)
    return Comparison(
        n=len(pairs),
        worse=worse,
        better=better,
        p_value=mcnemar_exact(len(worse), len(better)),
        detectable=smallest_detectable(len(pairs), flips / len(pairs)) if pairs else 1.0,
        floor=floor,
        differences=_adjusted([found for name in MEASURES if (found := _difference(pairs, name))]),
        invented=max(0, sum(a.invented for _, a in pairs) - sum(b.invented for b, _ in pairs)),
        inexact=max(0, sum(a.inexact for _, a in pairs) - sum(b.inexact for b, _ in pairs)),
        failed=sum(a.error is not None for _, a in pairs),
        only_before=tuple(one for one in old if one not in new),
        only_after=tuple(one for one in new if one not in old),
    )


def _difference(pairs: Sequence[tuple[Score, Score]], name: str) -> Difference | None:
    """One measure over the pairs; None where it is no mean, or no case is eligible in one of the runs."""
    key = MEASURES[name].key
    if MEASURES[name].quantile is not None:
        return None
    before = [b.values.get(key, math.nan) for b, _ in pairs]
    after = [a.values.get(key, math.nan) for _, a in pairs]
    first, second = ([value for value in values if not math.isnan(value)] for values in (before, after))
    if not first or not second:
        return None
    return Difference(
        name,
        len(first),
        len(second),
        sum(first) / len(first),
        sum(second) / len(second),
        paired_interval(before, after),
        paired_p(before, after) if MEASURES[name].watched else 1.0,
    )


def _adjusted(differences: Sequence[Difference]) -> tuple[Difference, ...]:
    """The differences with p values adjusted over all measures that are watched together."""
    together = [one for one in differences if MEASURES[one.name].watched and one.name not in COUNTED]
    values = dict(zip((one.name for one in together), holm([one.p for one in together]), strict=True))
    return tuple(replace(one, adjusted=values.get(one.name, 1.0)) for one in differences)
