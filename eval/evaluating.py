"""One evaluation from beginning to end: read the set, ask, judge, compare with the baseline, report.

The command line and the chat's Evaluation tab both run these two steps: :func:`evaluate` and :func:`conclude`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from assistant.settings import Settings
from eval.baseline import Baseline, baseline_path, read_baseline
from eval.cases import Case, load_set
from eval.compare import Comparison, compare
from eval.metrics import Score
from eval.report import write_report
from eval.runner import Ask, describe, pipeline, run_cases
from eval.runs import Run, list_runs, select, start_run
from eval.workplace import open_documents, runs_folder

Progress = Callable[[Sequence[Case]], Any]


@dataclass(frozen=True, slots=True)
class Part:
    """Which cases of a set are asked: all, or those of a half, of some kinds, or by id."""

    half: str | None = None
    kinds: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """What the run's settings say of it; empty for all cases."""
        given = {"half": self.half, "kinds": list(self.kinds), "ids": list(self.ids)}
        return {key: value for key, value in given.items() if value}


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What a run comes to. ``comparison`` and ``baseline`` are None where the set has no baseline yet."""

    run: Run
    scores: Sequence[Score]
    comparison: Comparison | None
    baseline: Baseline | None
    report: Path

    @property
    def regressed(self) -> bool:
        """Is the run a regression against its baseline?"""
        return self.comparison is not None and self.comparison.verdict == "regression"


def evaluate(
    settings: Settings,
    set_file: Path,
    part: Part = Part(),
    today: date | None = None,
    documents: Path | None = None,
    progress: Progress = iter,
    tell: Callable[[str], object] = print,
    ask: Ask | None = None,
) -> Run:
    """Ask the cases of a set; a run that was cut off before is gone on with. ``tell`` is given lines for the user.

    ``ask`` stands in for the program's own pipeline.
    """
    evaluation = load_set(set_file)
    cases = select(evaluation.cases, part.half, part.kinds, part.ids)
    day = today or evaluation.today or date.today()
    with open_documents(settings, evaluation, documents, tell) as index:
        about = describe(index, settings) | {"part": part.to_json(), "today": day.isoformat()}
        about |= {"set_file": str(set_file.resolve())}
        run = start_run(runs_folder(settings.home, set_file), evaluation, cases, about)
        done = len(run.answers())
        if done:
            tell(f"Going on with {run.folder}: {done} of {len(cases)} cases are answered already.")
        began = time.perf_counter()
        run_cases(run, index, cases, ask or pipeline(day, settings), progress)
        tell(f"{len(cases) - done} cases asked and checked in {time.perf_counter() - began:.1f} s.")
    gone = sum(bool(answer.get("not_held")) for answer in run.answers().values())
    if gone:
        tell(f"{gone} cases expect minutes that are not held and count as failed: see `minutes eval check`.")
    return run


def conclude(run: Run, baseline: Path | None = None) -> Conclusion:
    """Judge a run's answers, compare them with ``baseline`` (else the set's own, where it has one), and report."""
    scores = run.scores()
    path = baseline or baseline_path(Path(run.settings["set_file"]))
    before = read_baseline(path) if path.exists() else None
    found = compare(scores, before.scores, run.settings["floor"]) if before else None
    same = run.settings["fingerprint"]
    history = [one for one in list_runs(run.folder.parent) if one.settings["fingerprint"] == same and one.whole]
    return Conclusion(run, scores, found, before, write_report(run, found, before, history))
