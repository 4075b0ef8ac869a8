"""What users said of answers, kept in the home's own database until somebody decides what becomes of it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from index_store.clerk import CLERK, open_clerk
from index_store.errors import NotFound

Judged = Literal["right", "wrong"]
State = Literal["waiting", "accepted", "dismissed"]


@dataclass(frozen=True, slots=True)
class Feedback:
    """One judgement of one answer.

    ``turns`` are the user's messages up to the question judged; ``status``, ``kind``, ``reason`` and ``cited`` (ids of
    minutes) are the answer's. ``minute`` is the id of the minute that the user says is right, where one was named.
    ``sample`` says that it was given over the sample minutes. What became of it: ``state``, and where it was
    accepted, as which ``case`` of which ``case_set``.
    """

    turns: tuple[str, ...]
    answer: str
    status: str
    kind: str
    verdict: Judged
    reason: str | None = None
    cited: tuple[str, ...] = ()
    minute: str | None = None
    comment: str = ""
    sample: bool = False
    id: int = 0
    made: str = ""
    state: State = "waiting"
    case: str | None = None
    case_set: str | None = None
    settled: str | None = None


_COLUMNS = (
    "turns",
    "answer",
    "status",
    "kind",
    "verdict",
    "reason",
    "cited",
    "minute",
    "comment",
    "sample",
    "id",
    "made",
    "state",
    "case_id",
    "case_set",
    "settled",
)


def keep(home: Path, given: Feedback) -> Feedback:
    """Keep what a user said; returns it with its number and the time."""
    values: list[str | bool | None] = [
        json.dumps(given.turns),
        given.answer,
        given.status,
        given.kind,
        given.verdict,
        given.reason,
    ]
    values += [json.dumps(given.cited), given.minute, given.comment, given.sample, _now()]
    db = open_clerk(home)
    try:
        row = db.execute(
            "INSERT INTO feedback (turns, answer, status, kind, verdict, reason, cited, minute, comment, sample, made) "
            f"VALUES ({', '.join('?' * len(values))})",
            values,
        ).lastrowid
        return _one(db, row or 0)
    finally:
        db.close()


def feedback(home: Path) -> tuple[Feedback, ...]:
    """Everything that was said, what waits first, then the newest first."""
    if not (home / CLERK).is_file():
        return ()
    db = open_clerk(home)
    try:
        rows = db.execute(f"SELECT {', '.join(_COLUMNS)} FROM feedback ORDER BY state <> 'waiting', id DESC")
        return tuple(_read(row) for row in rows)
    finally:
        db.close()


def feedback_by_number(home: Path, number: int) -> Feedback:
    """One of them. Raises NotFound."""
    db = open_clerk(home)
    try:
        return _one(db, number)
    finally:
        db.close()


def settle(home: Path, number: int, state: State, case: str | None = None, case_set: str | None = None) -> Feedback:
    """Record what became of it. Raises NotFound."""
    db = open_clerk(home)
    try:
        _one(db, number)
        db.execute(
            "UPDATE feedback SET state = ?, case_id = ?, case_set = ?, settled = ? WHERE id = ?",
            (state, case, case_set, _now(), number),
        )
        return _one(db, number)
    finally:
        db.close()


def _one(db: sqlite3.Connection, number: int) -> Feedback:
    row = db.execute(f"SELECT {', '.join(_COLUMNS)} FROM feedback WHERE id = ?", [number]).fetchone()
    if row is None:
        raise NotFound(f"no feedback {number}: `minutes eval review` numbers them")
    return _read(row)


def _read(row: Sequence[Any]) -> Feedback:
    values = dict(zip(_COLUMNS, row, strict=True))
    values |= {"turns": tuple(json.loads(values["turns"])), "cited": tuple(json.loads(values["cited"]))}
    values |= {"sample": bool(values["sample"]), "case": values.pop("case_id")}
    return Feedback(**values)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
