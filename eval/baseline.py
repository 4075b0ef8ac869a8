"""Baselines: the scores and answers that later runs are compared with, as files to be committed.

The baseline of a set that comes with the program lies in eval/baselines; that of a user's own set beside its file.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.cases import SETS
from eval.metrics import Score
from eval.runs import BadRun, Run, open_run, read_lines, write_lines

BASELINES = Path(__file__).parent / "baselines"


@dataclass(frozen=True, slots=True)
class Baseline:
    """Scores and answer texts by case, the name of the run that they come from, and the fingerprint of its cases."""

    name: str
    scores: tuple[Score, ...]
    answers: dict[str, str]
    fingerprint: str | None = None


def baseline_path(set_file: Path) -> Path:
    """Where the baseline of a set lies, whether or not there is one."""
    folder = BASELINES if set_file.parent == SETS else set_file.parent
    return folder / f"{set_file.stem}.baseline.jsonl"


def read_baseline(path: Path) -> Baseline:
    """A baseline file, or a run's folder taken as one. Raises BadRun where it is neither."""
    if path.is_dir():
        run = open_run(path)
        answers = {key: one.get("answer", "") for key, one in run.answers().items()}
        return Baseline(run.name, tuple(run.scores()), answers, run.settings["fingerprint"])
    try:
        head, *lines = [json.loads(line) for line in read_lines(path)]
        scores = tuple(_score(line["score"]) for line in lines)
        answers = {line["score"]["id"]: line["answer"] for line in lines}
        return Baseline(head["run"], scores, answers, head["fingerprint"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadRun(f"{path}: not a baseline ({error}); make one with `minutes eval accept RUN`") from error


def accept(run: Run) -> Path:
    """Make a run the baseline that later runs of its set are compared with; returns the file.

    Raises BadRun for a run that was cut off or asked a part of its set only.
    """
    if not run.whole:
        raise BadRun(f"{run.folder}: the run was cut off; go on with it by `minutes eval run {run.settings['set']}`")
    if run.settings.get("part"):
        raise BadRun(f"{run.folder}: only a part of the set was asked; a baseline needs all of it")
    path = baseline_path(Path(run.settings["set_file"]))
    answers = run.answers()
    path.parent.mkdir(parents=True, exist_ok=True)
    head = {"run": run.name, "writer": run.settings["writer"], "fingerprint": run.settings["fingerprint"]}
    lines = [
        {"score": _lasting(score), "answer": answers.get(score.id, {}).get("answer", "")} for score in run.scores()
    ]
    write_lines(path, [head, *lines])
    return path


def _lasting(score: Score) -> dict[str, Any]:
    """A score without its time, which tells of one machine on one day."""
    raw = score.to_json()
    return raw | {"values": {key: value for key, value in raw["values"].items() if key != "elapsed_ms"}}


def _score(raw: dict[str, Any]) -> Score:
    """A score as it was written; lists come back as the tuples that they were."""
    fields: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()}
    return Score(**fields)
