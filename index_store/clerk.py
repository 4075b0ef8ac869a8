"""The home's own database: what a clerk told the program, which no file can give back.

Unlike the catalogue it is never rebuilt: its tables change by numbered migrations, each committed with its own record.
"""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from index_store import schema
from index_store.corrections import Correction
from index_store.errors import NotFound

CLERK = "clerk.sqlite"
MIGRATIONS = (
    "CREATE TABLE corrections (id INTEGER PRIMARY KEY AUTOINCREMENT, source TEXT, meeting INTEGER, item TEXT, "
    "body TEXT, field TEXT NOT NULL, value TEXT NOT NULL, made TEXT NOT NULL)",
    "CREATE TABLE feedback (id INTEGER PRIMARY KEY AUTOINCREMENT, turns TEXT NOT NULL, answer TEXT NOT NULL, "
    "status TEXT NOT NULL, kind TEXT NOT NULL, verdict TEXT NOT NULL, reason TEXT, cited TEXT NOT NULL, minute TEXT, "
    "comment TEXT NOT NULL, sample INTEGER NOT NULL, made TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'waiting', "
    "case_id TEXT, case_set TEXT, settled TEXT)",
)
COLUMNS = "id, source, meeting, item, body, field, value, made"


def open_clerk(home: Path) -> sqlite3.Connection:
    """The database, made where there is none and brought up to date. Raises StaleIndex where it is damaged."""
    home.mkdir(parents=True, exist_ok=True)
    db = schema.connect(home / CLERK)
    db.execute("PRAGMA synchronous = FULL")
    db.execute("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, made TEXT NOT NULL)")
    done = db.execute("SELECT coalesce(max(number), 0) FROM migrations").fetchone()[0]
    for number, sql in enumerate(MIGRATIONS[done:], start=done + 1):
        db.execute("BEGIN IMMEDIATE")
        db.execute(sql)
        db.execute("INSERT INTO migrations VALUES (?, ?)", (number, _now()))
        db.execute("COMMIT")
    return db


def corrections(home: Path) -> tuple[Correction, ...]:
    """Every correction that stands, the oldest first."""
    if not (home / CLERK).is_file():
        return ()
    db = open_clerk(home)
    try:
        return tuple(Correction(*row) for row in db.execute(f"SELECT {COLUMNS} FROM corrections ORDER BY id"))
    finally:
        db.close()


def record(home: Path, correction: Correction) -> Correction:
    """Keep a correction, in place of an earlier one of the same field; returns it with its id."""
    db = open_clerk(home)
    about: dict[str, Any] = {
        "source": correction.source,
        "meeting": correction.meeting,
        "item": correction.item,
        "body": correction.body,
        "field": correction.field,
    }
    # Two same_as of one body are two statements; of every other field the last one counts.
    same = " AND ".join(f"{name} IS :{name}" for name in about) + (
        " AND value = :value" * (correction.field == "same_as")
    )
    try:
        db.execute("BEGIN IMMEDIATE")
        values = about | {"value": correction.value, "made": _now()}
        db.execute(f"DELETE FROM corrections WHERE {same}", {key: values[key] for key in (*about, "value")})
        row = db.execute(
            "INSERT INTO corrections (source, meeting, item, body, field, value, made) "
            "VALUES (:source, :meeting, :item, :body, :field, :value, :made)",
            values,
        ).lastrowid
        db.execute("COMMIT")
        return Correction(*db.execute(f"SELECT {COLUMNS} FROM corrections WHERE id = ?", [row]).fetchone())
    finally:
        db.close()


def withdraw(home: Path, number: int) -> Correction:
    """Take a correction back. Raises NotFound."""
    for one in corrections(home):
        if one.id == number:
            db = open_clerk(home)
            db.execute("DELETE FROM corrections WHERE id = ?", [number])
            db.close()
            return one
    raise NotFound(f"no correction {number}: `minutes correct --list` numbers them")


def follow(home: Path, old: str, new: str) -> None:
    """A file has moved: its corrections go with it."""
    if (home / CLERK).is_file():
        db = open_clerk(home)
        db.execute("UPDATE corrections SET source = ? WHERE source = ?", (new, old))
        db.close()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
