"""A run on disk: one folder with its settings, every answer and every score, as files.

``run.json`` says what ran (set, versions, index generation), ``answers.jsonl`` holds one answer object a case,
appended as it is given so that a run that is cut off resumes, ``scores.jsonl`` one judgement a case, redone at will.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from eval.cases import BadSet, Case, EvaluationSet
from eval.metrics import Score, score_answer
from index_store.errors import MinutesError

ANSWERS, SCORES, CASES, SETTINGS = "answers.jsonl", "scores.jsonl", "cases.jsonl", "run.json"


class BadRun(MinutesError):
    """A run folder that is not there, or is not whole."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run's folder and what it says of itself."""

    folder: Path
    settings: dict[str, Any]

    @property
    def name(self) -> str:
        """The folder's name: the time at which the run began."""
        return self.folder.name

    def answers(self) -> dict[str, dict[str, Any]]:
        """Answer objects by case id; a last line cut off in writing is left out and asked again."""
        path = self.folder / ANSWERS
        found: dict[str, dict[str, Any]] = {}
        for line in read_lines(path) if path.is_file() else []:
            try:
                answer = json.loads(line)
            except json.JSONDecodeError:
                continue
            found[answer["id"]] = answer
        return found

    def cases(self) -> list[Case]:
        """The cases as they stood when the run began, so that it can be scored again years later."""
        return [Case.model_validate_json(line) for line in read_lines(self.folder / CASES)]

    @property
    def whole(self) -> bool:
        """Has every case been asked?"""
        return len(self.answers()) >= int(self.settings["cases"])

    def scores(self) -> list[Score]:
        """Judge every answer afresh and keep the judgements; a case without an answer failed to run."""
        answers = self.answers()
        scores = [score_answer(case, answers.get(case.id, {"error": "no answer"})) for case in self.cases()]
        write_lines(self.folder / SCORES, (score.to_json() for score in scores))
        return scores


def fingerprint(cases: Iterable[Case]) -> str:
    """A hash of the cases as read: two runs with the same one were asked the same."""
    text = "\n".join(case.model_dump_json() for case in cases)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def start_run(runs: Path, evaluation: EvaluationSet, cases: Sequence[Case], settings: dict[str, Any]) -> Run:
    """A new folder for a run, or the newest unfinished one with the same cases and settings, to be gone on with."""
    settings = {"set": evaluation.name, "title": evaluation.title, "floor": evaluation.floor, **settings}
    settings |= {"cases": len(cases), "fingerprint": fingerprint(cases)}
    for run in reversed(list_runs(runs)):
        same = {key: value for key, value in run.settings.items() if key != "began"} == settings
        if same and not run.whole:
            return run
    began = datetime.now().astimezone()
    folder = runs / began.strftime("%Y-%m-%dT%H-%M-%S.%f")
    folder.mkdir(parents=True)
    write_lines(folder / CASES, (json.loads(case.model_dump_json()) for case in cases))
    settings = {**settings, "began": began.isoformat(timespec="seconds")}
    write_whole(folder / SETTINGS, json.dumps(settings, indent=2, ensure_ascii=False) + "\n")
    return Run(folder, settings)


def list_runs(runs: Path) -> list[Run]:
    """The runs below a folder, oldest first."""
    return [open_run(path.parent) for path in sorted(runs.glob(f"*/{SETTINGS}"))]


def find_run(named: str, home: Path) -> Run:
    """A run by its folder, or the newest whole run of a set by the set's name. Raises BadRun where there is none."""
    folder = Path(named)
    if folder.is_dir():
        return open_run(folder)
    whole = [run for run in list_runs(home / "evaluation" / named / "runs") if run.whole]
    if not whole:
        raise BadRun(f"{named}: neither a run's folder nor a set that was run; see `minutes eval runs SET`")
    return whole[-1]


def open_run(folder: Path) -> Run:
    """One run. Raises BadRun where the folder holds none."""
    try:
        settings = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError) as error:
        raise BadRun(f"{folder}: not a run (no readable run.json); see `minutes eval runs`") from error
    return Run(folder, settings)


def read_lines(path: Path) -> list[str]:
    """The lines of a JSON Lines file; other line separators than the newline may stand inside them.

    A character cut in two at the end of a file that was not written to its end is replaced.
    """
    return [line for line in path.read_text(encoding="utf-8", errors="replace").split("\n") if line.strip()]


def write_lines(path: Path, records: Iterable[dict[str, Any]]) -> None:
    """JSON Lines, written whole or not at all."""
    write_whole(path, "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records))


def write_whole(path: Path, text: str) -> None:
    """A file written whole or not at all."""
    part = path.with_name(f"{path.name}.part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


def select(cases: Sequence[Case], half: str | None, kinds: Sequence[str], ids: Sequence[str]) -> list[Case]:
    """The cases of one half, of some kinds, or by id. Raises BadSet where none is left."""
    chosen = [
        case
        for case in cases
        if (half is None or case.half == half) and (not kinds or case.kind in kinds) and (not ids or case.id in ids)
    ]
    if not chosen:
        raise BadSet("no case of the set fits these options")
    return chosen
