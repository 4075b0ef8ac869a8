"""Is a run better or worse than a baseline, and does the difference mean anything?

Cases are paired by id. Pass rates are compared by the exact McNemar test on the flips and by a paired bootstrap
interval; every other measure by the bootstrap alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eval.intervals import Interval, mcnemar_exact, mean_interval, smallest_detectable
from eval.metrics import MEASURES, Score

ALPHA = 0.05


@dataclass(frozen=True, slots=True)
class Flip:
    """A case that one run got right and the other wrong."""

    id: str
    kind: str
    before: Score
    after: Score


@dataclass(frozen=True, slots=True)
class Difference:
    """One measure in both runs over the cases eligible in both; ``change`` is after less before."""

    name: str
    n: int
    before: float
    after: float
    interval: Interval

    @property
    def change(self) -> float:
        """After less before; positive is better for every measure here."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between a baseline and a run, over the cases that both hold.

    ``verdict`` is "regression" (worse beyond the floor, and more than chance explains, or any invented citation or
    inexact quote that was not there), "worse", "better" or "same".
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
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]

    @property
    def regressed(self) -> tuple[str, ...]:
        """The measures that got worse beyond the floor and beyond chance, plain reasons first."""
        found = []
        if self.invented:
            found.append("invented citations")
        if self.inexact:
            found.append("quotes that differ from the minutes")
        for one in self.differences:
            surely = one.interval.high < 0 and (one.name != "passed" or self.p_value < ALPHA)
            if one.change < -self.floor and surely:
                found.append(MEASURES[one.name])
        return tuple(found)

    @property
    def verdict(self) -> str:
        """One word for the comparison; see the class."""
        if self.regressed:
            return "regression"
        if len(self.worse) > len(self.better):
            return "worse"
        return "better" if len(self.better) > len(self.worse) else "same"


def compare(after: Sequence[Score], before: Sequence[Score], floor: float) -> Comparison:
    """Compare a run's scores with a baseline's. ``floor`` is the drop that is let pass (0.02 = 2 points)."""
    new, old = {score.id: score for score in after}, {score.id: score for score in before}
    shared = [score_id for score_id in new if score_id in old]
    pairs = [(old[one], new[one]) for one in shared]
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
        differences=tuple(found for name in MEASURES if (found := _difference(pairs, name))),
        invented=max(0, sum(a.invented for _, a in pairs) - sum(b.invented for b, _ in pairs)),
        inexact=max(0, sum(a.inexact for _, a in pairs) - sum(b.inexact for b, _ in pairs)),
        only_before=tuple(one for one in old if one not in new),
        only_after=tuple(one for one in new if one not in old),
    )


def _difference(pairs: Sequence[tuple[Score, Score]], name: str) -> Difference | None:
    """One measure over the pairs eligible in both runs; None where there is none."""
    values = [
        (float(x), float(y))
        for b, a in pairs
        if (x := getattr(b, name)) is not None and (y := getattr(a, name)) is not None
    ]
    if not values:
        return None
    changes = [y - x for x, y in values]
    before, after = (sum(column) / len(values) for column in zip(*values, strict=True))
    return Difference(name, len(values), before, after, mean_interval(changes))
