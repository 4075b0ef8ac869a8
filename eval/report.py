"""One self-contained HTML page on a run: the verdict first, then plots, measures, flips and failing cases."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from eval.baseline import Baseline
from eval.compare import Comparison
from eval.measures import MEASURES, Measure, groups, measure, shown
from eval.metrics import Score
from eval.plots import plot_history, plot_kinds
from eval.runs import Run, write_whole
from eval.verdict import verdict

TEMPLATES = Path(__file__).parent
PLOTTED = ("passed", "recall_5", "cited", "facts")
Table = Mapping[str, Sequence[Measure]]


def write_report(run: Run, comparison: Comparison | None, baseline: Baseline | None, history: Sequence[Run]) -> Path:
    """Write ``report.html`` and ``measures.csv`` into the run's folder and return the page's path.

    ``history`` are the runs of the same cases, oldest first. Everything shown is escaped.
    """
    scores = run.scores()
    measured: Table = {name: [measure(part, one) for one in MEASURES] for name, part in groups(scores).items()}
    write_whole(run.folder / "measures.csv", _csv(measured))
    answers = run.answers()
    cases = {case.id: case for case in run.cases()}
    kinds = {name: row for name, row in measured.items() if ":" not in name}
    page = (
        Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True)
        .get_template("report.html")
        .render(
            run=run,
            comparison=comparison,
            baseline=baseline,
            verdict=verdict(comparison),
            definitions=MEASURES,
            shown=shown,
            every=measured["all"],
            measured=measured,
            total=next(one for one in measured["all"] if one.name == "passed"),
            differences={one.name: one for one in comparison.differences} if comparison else {},
            bars=plot_kinds(kinds, PLOTTED),
            line=plot_history([(one.name, measure(one.scores(), "passed")) for one in history]),
            runs=len(history),
            faults=_faults(scores),
            failures=sorted(_failing(scores), key=lambda score: (score.fault or "", score.kind)),
            answers=answers,
            cases=cases,
        )
    )
    path = run.folder / "report.html"
    write_whole(path, page)
    return path


def _failing(scores: Iterable[Score]) -> list[Score]:
    return [score for score in scores if not score.passed]


def _faults(scores: Iterable[Score]) -> list[tuple[str, int]]:
    """What went wrong and how often, the commonest first."""
    return Counter(score.fault or "" for score in _failing(scores)).most_common()


def _csv(measured: Table) -> str:
    """Every measure of every group with n and interval, a line each."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(("group", "measure", "value", "low", "high", "n", "left_out", "failed_to_run"))
    for group, row in measured.items():
        for one in row:
            low, high = (one.interval.low, one.interval.high) if one.interval else (None, None)
            rows.writerow((group, one.name, one.value, low, high, one.n, one.left_out, one.failed))
    return out.getvalue()
