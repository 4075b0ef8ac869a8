"""One self-contained HTML page on a run: the verdict first, then plots, measures, flips and failing cases."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from eval.baseline import Baseline
from eval.compare import Comparison
from eval.metrics import MEASURES, groups, measure
from eval.plots import plot_history, plot_measures
from eval.runs import Run

TEMPLATES = Path(__file__).parent


def write_report(run: Run, comparison: Comparison | None, baseline: Baseline | None, history: Sequence[Run]) -> Path:
    """Write ``report.html`` into the run's folder and return its path.

    ``history`` are the runs of the same set, oldest first, this one included. Everything shown is escaped.
    """
    scores = run.scores()
    every = groups(scores)
    answers = run.answers()
    cases = {case.id: case for case in run.cases()}
    page = (
        Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True)
        .get_template("report.html")
        .render(
            run=run,
            comparison=comparison,
            baseline=baseline.name if baseline else None,
            before=baseline.answers if baseline else {},
            verdict=verdict(comparison),
            measures=[measure(scores, name) for name in MEASURES],
            names=MEASURES,
            kinds={name: [measure(part, one) for one in MEASURES] for name, part in every.items()},
            bars=plot_measures({name: measure(part, "passed") for name, part in every.items() if ":" not in name}),
            line=plot_history([(one.name, measure(one.scores(), "passed")) for one in history]),
            failures=[(cases[score.id], score, answers.get(score.id, {})) for score in scores if not score.passed],
            answers=answers,
            cases=cases,
        )
    )
    path = run.folder / "report.html"
    path.write_text(page, encoding="utf-8")
    return path


def verdict(comparison: Comparison | None) -> str:
    """The comparison in one sentence for a manager."""
    if comparison is None:
        return "No baseline to compare with yet."
    worse, better = len(comparison.worse), len(comparison.better)
    flips = f"{worse} of {comparison.n} cases got worse, {better} got better"
    if comparison.verdict == "regression":
        return f"Worse: {', '.join(comparison.regressed)} fell by more than chance explains ({flips})."
    chance = f"chance alone would do as much with probability {comparison.p_value:.2f}"
    if comparison.verdict == "same":
        return f"No difference to the baseline ({flips})."
    if comparison.p_value < 0.05 and comparison.verdict == "better":
        return f"Better: {flips}; move the baseline with `minutes eval accept`."
    word = "Slightly better" if comparison.verdict == "better" else "Slightly worse"
    return f"{word}, but not for certain: {flips}; {chance}."
