"""`check`: whether catalogue, vectors and files still belong together; and the repair."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from index_store import schema
from index_store.correcting import read_again
from index_store.embedder import Embedder
from index_store.errors import NotFound, StaleIndex
from index_store.indexer import Found, add
from index_store.parser import PARSER_VERSION
from index_store.store import Store, writing
from index_store.vectors import discard


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the index."""

    what: str
    repaired: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found; ``notes`` are about the files, which a check leaves alone."""

    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()
    meetings: int = 0
    minutes: int = 0
    passages: int = 0


def check(home: Path, embedder: Embedder, repair: bool = False) -> Report:
    """Look for what is wrong with the index in ``home``, and with ``repair`` mend it. Raises NotFound, HomeBusy.

    Tables of another version are filled again from the files that were added; everything else is mended from the
    catalogue alone.
    """
    if not (home / schema.CATALOGUE).is_file():
        raise NotFound(f"no minutes in {home}: add some with `minutes add PATH`")
    old = _of_another_version(home)
    if old is not None and not repair:
        return Report((Problem("built by another version of this program; --repair reads the files again"),))
    if old is not None:
        return _read_again(home, embedder, old)
    with writing(home, embedder, rebuild=True) as store:
        problems = [Problem(what, repair) for what in _wrong(store)]
        if repair and (problems or _old_parses(store)):
            _mend(store)
        return _report(store, problems)


def _of_another_version(home: Path) -> list[Found] | None:
    """The files of an index with other tables; None where the tables are today's."""
    db = schema.connect(home / schema.CATALOGUE)
    try:
        if schema.read_meta(db).get("schema") == schema.SCHEMA_VERSION:
            return None
        rows = db.execute("SELECT path, origin FROM sources ORDER BY path").fetchall()
    except sqlite3.OperationalError:
        rows = []
    finally:
        db.close()
    return [Found(Path(origin), path, False) for path, origin in rows]


def _read_again(home: Path, embedder: Embedder, files: list[Found]) -> Report:
    with writing(home, embedder, rebuild=True) as store:
        store.commit()
    outcomes = list(add(files, home, embedder))
    lost = [Problem(one.detail or one.source) for one in outcomes if one.state == "failed"]
    with writing(home, embedder) as store:
        return _report(store, [Problem("built by another version of this program", True), *lost])


def _wrong(store: Store) -> list[str]:
    db = store.db
    found = [row[0] for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"]
    found += [f"table {row[0]} refers to a row that is gone" for row in db.execute("PRAGMA foreign_key_check")]
    built_with = schema.read_meta(db)["embedder"]
    if built_with != store.embedder.name:
        return [*found, f"built with the embedder {built_with!r}, not {store.embedder.name!r}"]
    named = {row[0] for row in db.execute("SELECT key FROM passages")}
    try:
        stored = store.vectors.ids()
    except StaleIndex:
        return [*found, "the vectors are damaged"]
    if named - stored:
        found.append(f"{len(named - stored)} passages have no vector")
    if stored - named:
        found.append(f"{len(stored - named)} vectors belong to no passage")
    searched = db.execute("SELECT count(*) FROM passages_fts").fetchone()[0]
    if searched != len(named):
        found.append(f"{len(named)} passages, but {searched} in the word index")
    return found


def _old_parses(store: Store) -> bool:
    sql = "SELECT EXISTS (SELECT 1 FROM sources WHERE parser <> ?)"
    return bool(store.db.execute(sql, [PARSER_VERSION]).fetchone()[0])


def _mend(store: Store) -> None:
    """Parse again what an older parser read, cut and embed everything anew; known vectors are kept."""
    try:
        store.vectors.ids()
    except StaleIndex:
        discard(store.home)
    store.commit(read_again(store, "parser <> ?", [PARSER_VERSION]), anew=True)


def _report(store: Store, problems: list[Problem]) -> Report:
    counts = [
        store.db.execute(sql).fetchone()[0]
        for sql in (
            "SELECT count(*) FROM meetings WHERE held",
            "SELECT count(*) FROM items i JOIN meetings m ON m.id = i.meeting WHERE m.held AND i.position > 0",
            "SELECT count(*) FROM passages",
        )
    ]
    return Report(tuple(problems), tuple(_notes(store)), *counts)


def _notes(store: Store) -> list[str]:
    rows = store.db.execute("SELECT path, origin, parser FROM sources ORDER BY path").fetchall()
    gone = [f"{path}: no longer at {origin}; still answered from" for path, origin, _ in rows if not _there(origin)]
    old = [f"{path}: read by an older parser; add it again" for path, _, parser in rows if parser != PARSER_VERSION]
    return gone + old


def _there(origin: str) -> bool:
    return Path(origin).exists()
