"""Ask every case of a set and keep what was answered.

Answering and judging are apart: this module only asks, and records beside each answer what cannot be found out later
without the index: which minutes the search found, whether citations exist and quotes equal the source text, and
whether the minutes cited bear its statements out.
"""

from __future__ import annotations

import hashlib
import json
import platform
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any, TextIO

from filelock import FileLock, Timeout

import prompts
from assistant.answer import Answer
from assistant.pipeline import answer_question
from assistant.settings import Settings
from eval.bearing import Bearing
from eval.cases import Case
from eval.checker import not_held
from eval.runs import ANSWERS, BadRun, Run
from index_store.catalogue import Catalogue
from index_store.errors import MinutesError
from index_store.held import Scope
from index_store.index import Index
from index_store.parser import PARSER_VERSION

Ask = Callable[[Index, Sequence[str]], Answer]


def describe(index: Index, settings: Settings) -> dict[str, Any]:
    """What a run depends on: versions, models, prompts, the settings of the writer, index generation."""
    packages = ("minutes-assistant", "llama-index-core", "chromadb", "sentence-transformers", "torch")
    return {
        "writer": settings.writer,
        "writer_settings": settings.model_dump(mode="json", exclude={"home", "documents", "writer", "embedder"}),
        "prompts": {path.stem: _hash(path) for path in sorted(Path(prompts.__file__).parent.glob("*.md"))},
        "embedder": index.embedder.name,
        "generation": index.catalogue.generation(),
        "meetings": len(index.catalogue.meetings(Scope())),
        "parser": PARSER_VERSION,
        "python": platform.python_version(),
        "versions": {name: version(name) for name in packages},
    }


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def run_cases(
    run: Run, index: Index, cases: Sequence[Case], ask: Ask, progress: Callable[[Sequence[Case]], Any] = iter
) -> None:
    """Answer the cases that the run has not answered yet, one line each, flushed as it is given.

    A question that cannot be answered is recorded as failed and the run goes on. Raises BadRun where another
    process is at this run.
    """
    lock = FileLock(run.folder / ".lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise BadRun(f"{run.folder}: another process is running this; wait for it, or end it") from None
    with lock, (run.folder / ANSWERS).open("a", encoding="utf-8") as out:
        answered = run.answers()
        _end_line(run.folder / ANSWERS, out)
        bearing = Bearing(index)
        for case in progress([case for case in cases if case.id not in answered]):
            out.write(json.dumps(_answer(index, case, ask, bearing), ensure_ascii=False) + "\n")
            out.flush()


def _end_line(path: Path, out: TextIO) -> None:
    """Close a line that an earlier run was cut off in, so that the next answer starts on its own."""
    written = path.read_bytes()
    if written and not written.endswith(b"\n"):
        out.write("\n")


def _answer(index: Index, case: Case, ask: Ask, bearing: Bearing) -> dict[str, Any]:
    """One answer object with its case's id, its time, what the search found, and its integrity."""
    began = time.perf_counter()
    try:
        answer = ask(index, case.turns)
    except MinutesError as error:
        return _failure(case, str(error))
    except Exception as error:  # noqa: BLE001 - what breaks the program on one question is what a set is to find
        return _failure(case, f"{type(error).__name__}: {error}")
    elapsed = round((time.perf_counter() - began) * 1000)
    return {
        **answer.with_id(case.id, elapsed).to_json(),
        "retrieved": retrieved(index.catalogue, answer),
        "integrity": integrity(index.catalogue, answer, bearing),
        "not_held": not_held(case, index.catalogue),
    }


def _failure(case: Case, why: str) -> dict[str, Any]:
    return {"id": case.id, "status": "failed", "answer": "", "citations": [], "error": why}


def retrieved(catalogue: Catalogue, answer: Answer) -> list[dict[str, str | None]] | None:
    """The minutes that the search found, best first; None where records of the catalogue answered."""
    if answer.retrieved is None:
        return None
    items = [item for one in answer.retrieved if (item := catalogue.item(one)) is not None]
    return [
        {"id": item.id, "body": item.meeting.body, "date": item.meeting.date, "minute": item.number} for item in items
    ]


def integrity(catalogue: Catalogue, answer: Answer, bearing: Bearing) -> dict[str, Any]:
    """How many citations name a minute that is held and quote it exactly, how many statements are borne out."""
    held = [one for one in answer.citations if catalogue.item(one.id) is not None]
    exact = sum(catalogue.source_text(one.source)[one.start : one.end] == one.quote for one in held)
    statements, stopped = bearing.check(answer) if answer.status == "answered" else (0, ())
    return {
        "existing": len(held),
        "exact": exact,
        "invented": len(answer.citations) - len(held),
        "inexact": len(held) - exact,
        "statements": statements,
        "borne_out": statements - len(stopped),
        "stopped": [asdict(one) for one in stopped],
    }


def pipeline(today: date, settings: Settings) -> Ask:
    """The product as it is set up: the pipeline with the writer that the settings name."""

    def ask(index: Index, turns: Sequence[str]) -> Answer:
        return answer_question(index, turns, Scope(), today, settings)

    return ask
