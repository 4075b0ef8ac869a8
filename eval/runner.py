"""Ask every case of a set and keep what was answered.

Answering and judging are apart: this module only asks, and records beside each answer whether its citations exist
in the index and its quotes equal the source text, which cannot be found out later without the index.
"""

from __future__ import annotations

import json
import platform
import time
from collections.abc import Callable, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from assistant.answer import Answer
from assistant.pipeline import answer_question
from eval.cases import Case
from eval.runs import Run
from index_store.errors import MinutesError
from index_store.index import Index
from index_store.models import Scope
from index_store.parser import PARSER_VERSION

Ask = Callable[[Index, Sequence[str]], Answer]


def describe(index: Index, writer: str) -> dict[str, Any]:
    """What a run depends on: versions, models, index generation, the machine's sort."""
    packages = ("minutes-assistant", "llama-index-core", "chromadb", "sentence-transformers", "torch")
    return {
        "writer": writer,
        "embedder": index.embedder.name,
        "generation": index.catalogue.generation(),
        "meetings": len(index.catalogue.meetings(Scope())),
        "parser": PARSER_VERSION,
        "python": platform.python_version(),
        "versions": {name: version(name) for name in packages},
    }


def run_cases(
    run: Run, index: Index, cases: Sequence[Case], ask: Ask, progress: Callable[[Sequence[Case]], Any] = iter
) -> None:
    """Answer the cases that the run has not answered yet, one line each, flushed as it is given.

    A question that raises one of our own errors is recorded as failed and the run goes on.
    """
    answered = run.answers()
    todo = [case for case in cases if case.id not in answered]
    with (run.folder / "answers.jsonl").open("a", encoding="utf-8") as out:
        if answered:
            out.seek(0, 2)
            _end_line(run.folder / "answers.jsonl", out.write)
        for case in progress(todo):
            out.write(json.dumps(_answer(index, case, ask), ensure_ascii=False) + "\n")
            out.flush()


def _end_line(path: Path, write: Callable[[str], Any]) -> None:
    """Close a line that an earlier run was cut off in, so that the next answer starts on its own."""
    if not path.read_bytes().endswith(b"\n"):
        write("\n")


def _answer(index: Index, case: Case, ask: Ask) -> dict[str, Any]:
    """One answer object with its case's id, its time and its integrity."""
    began = time.perf_counter()
    try:
        answer = ask(index, case.turns)
    except MinutesError as error:
        return {"id": case.id, "status": "failed", "answer": "", "citations": [], "error": str(error)}
    elapsed = round((time.perf_counter() - began) * 1000)
    return {**answer.with_id(case.id, elapsed).to_json(), "integrity": integrity(index, answer)}


def integrity(index: Index, answer: Answer) -> dict[str, int]:
    """How many citations name a minute that is not held, and how many quotes differ from the source text."""
    invented = sum(index.catalogue.item(one.id) is None for one in answer.citations)
    inexact = sum(
        index.catalogue.source_text(one.source)[one.start : one.end] != one.quote
        for one in answer.citations
        if index.catalogue.item(one.id) is not None
    )
    return {"invented": invented, "inexact": inexact}


def quoting_writer(today: date, settings: Any) -> Ask:
    """The product as it ships: the pipeline with the built-in writer."""

    def ask(index: Index, turns: Sequence[str]) -> Answer:
        return answer_question(index, turns, Scope(), today, settings)

    return ask
