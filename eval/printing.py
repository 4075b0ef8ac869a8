"""What `minutes eval` prints: the table of measures, and a comparison."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

from eval.baseline import Baseline
from eval.compare import Comparison, Difference
from eval.measures import MEASURES, Measure, groups, measure, shown
from eval.metrics import Score
from eval.runs import Run
from eval.verdict import verdict

WIDTH, LINES = 56, 6
COLUMNS = (
    "passed",
    "recall_5",
    "mrr",
    "cited",
    "precision",
    "facts",
    "declined_rightly",
    "answered_rightly",
    "grounded",
)


def table(scores: Sequence[Score]) -> Iterator[str]:
    """All measures with interval and n, then the chief ones by kind, half, tag and body."""
    yield f"{'':22}{'value':>8}  {'95% interval':18}{'n':>5}  left out"
    for found in (measure(scores, name) for name in MEASURES):
        yield _row(found)
    failed = sum(score.error is not None for score in scores)
    yield f"\n{failed} of {len(scores)} cases failed to run, and count as failed." if failed else ""
    yield f"{'':24}{'n':>5}" + "".join(f"{MEASURES[name].label.replace('when held', ''):>20}" for name in COLUMNS)
    for group, part in groups(scores).items():
        cells = (measure(part, name) for name in COLUMNS)
        row = (f"{found.value:.0%} of {found.n}" if found.value is not None else "-" for found in cells)
        yield f"{group[:23]:24}{len(part):>5}" + "".join(f"{cell:>20}" for cell in row)


def _row(found: Measure) -> str:
    label = MEASURES[found.name].label
    if found.interval is None:
        return f"{label:22}{'-':>8}  {'no case is eligible':18}{0:>5}  {found.left_out:>8}"
    interval = f"{shown(found.name, found.interval.low)} to {shown(found.name, found.interval.high)}"
    return f"{label:22}{found!s:>8}  {interval:18}{found.n:>5}  {found.left_out:>8}"


def comparison(found: Comparison, before: Baseline, run: Run) -> Iterator[str]:
    """The verdict, the flips with both answers side by side, every measure's change, and what could be seen at all."""
    answers = run.answers()
    yield f"Against {before.name}: {verdict(found)}"
    for word, flips in (("worse", found.worse), ("better", found.better)):
        for flip in flips:
            was, now = flip.before.fault or "right", flip.after.fault or "right"
            yield f"  {word}: {flip.id} ({flip.kind}) {was} -> {now}"
            yield from _side_by_side(before.answers.get(flip.id, ""), answers.get(flip.id, {}).get("answer", ""))
    yield from (_change(one) for one in found.differences if one.change)
    yield (
        f"  {found.n} cases; McNemar's exact test p = {found.p_value:.3f}. Differences below {found.detectable:.1%} "
        f"would usually go unnoticed; drops below {found.floor:.0%} are let pass."
    )
    if before.fingerprint != run.settings["fingerprint"] and not run.settings.get("part"):
        yield "  The cases of the set are not the same as when the baseline was accepted; they are paired by id."
    if found.only_before or found.only_after:
        yield f"  {len(found.only_before)} cases only in the baseline, {len(found.only_after)} only in the run."


def _change(one: Difference) -> str:
    """A measure in both runs, the change with its interval, and the test's p value."""
    about = MEASURES[one.name]
    scale, unit = (100, " points") if about.unit == "share" else (1, "")
    change, low, high = (f"{value * scale:+.1f}" for value in (one.change, one.interval.low, one.interval.high))
    tested = f", p = {one.p:.3f}" if about.watched else ""
    both = f"{shown(one.name, one.before)} -> {shown(one.name, one.after)}"
    return f"  {about.label}: {both}, {change}{unit} ({low} to {high}){tested}"


def _side_by_side(before: str, after: str) -> Iterator[str]:
    """Two texts in two columns, a few lines of each."""
    left, right = (wrap(" ".join(text.split()), WIDTH, max_lines=LINES, placeholder=" …") for text in (before, after))
    for was, now in zip_longest(left, right, fillvalue=""):
        yield f"      {was:{WIDTH}}  |  {now}"
