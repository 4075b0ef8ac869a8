"""A clerk corrects what was read: the correction is kept, and the index put right at once, without the file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from index_store.clerk import corrections, record, withdraw
from index_store.commit import Filed
from index_store.corrections import OF_BODIES, OF_FILES, OF_ITEMS, Correction, corrected, of_source
from index_store.embedder import Embedder
from index_store.errors import BadSetting, NotFound
from index_store.ids import item_ids, split_item_id
from index_store.models import Emphasis, SourceText
from index_store.parser import PARSER_VERSION, parse
from index_store.store import Store, writing


def correct(home: Path, about: str, fields: dict[str, str], embedder: Embedder, meeting: int | None = None) -> None:
    """Correct fields of ``about``: a source, the id of a minute, or the name of a body.

    ``meeting`` picks one meeting of a file, from 1. Raises NotFound, BadSetting for a field that ``about`` has not,
    and HomeBusy.
    """
    with writing(home, embedder) as store:
        blank = _target(store, about, meeting)
        allowed = OF_BODIES if blank.body else OF_ITEMS if blank.item else OF_FILES
        wrong = [name for name in fields if name not in allowed]
        if wrong:
            raise BadSetting(f"{about}: has no {wrong[0].replace('_', '-')} to correct, but {', '.join(allowed)}")
        for name, value in fields.items():
            record(home, replace(blank, field=name, value=value))  # type: ignore[arg-type]
        _apply(store, blank)


def undo(home: Path, number: int, embedder: Embedder) -> Correction:
    """Take a correction back; returns it. Raises NotFound, HomeBusy."""
    with writing(home, embedder) as store:
        taken = withdraw(home, number)
        _apply(store, taken)
        return taken


def _apply(store: Store, about: Correction) -> None:
    store.corrections = corrections(store.home)
    store.commit(read_again(store, "path = ?", [about.source]) if about.source else ())


def read_again(store: Store, where: str, values: Sequence[Any]) -> list[Filed]:
    """Files parsed anew from the source text that the catalogue keeps, with their corrections."""
    rows = store.db.execute(f"SELECT path, origin, sha, skipped FROM sources WHERE {where}", values).fetchall()
    files = []
    for path, origin, sha, skipped in rows:
        source = _source(store, path)
        told = of_source(store.corrections, path)
        parsed = corrected(parse(source), told)
        called = any(one.field == "kind" for one in told)
        skipped = parsed.kind != "minutes" and (called or bool(skipped))
        words = tuple(one.told() for one in told)
        files.append(Filed(path, Path(origin), sha, PARSER_VERSION, source, parsed, skipped, words))
    return files


def _source(store: Store, path: str) -> SourceText:
    """The source text of a file as it was read, without the file."""
    text, starts, spans = store.db.execute(
        "SELECT text, page_starts, spans FROM sources LEFT JOIN emphasis ON source = id WHERE path = ?", [path]
    ).fetchone()
    emphasis = tuple(Emphasis(*span) for span in json.loads(spans or "[]"))
    return SourceText(text, path, tuple(json.loads(starts)), emphasis=emphasis)


def _target(store: Store, about: str, meeting: int | None) -> Correction:
    """The correction of ``about``, still without field and value."""
    blank = Correction(0, None, meeting, None, None, "name", "")
    if store.db.execute("SELECT 1 FROM sources WHERE path = ?", [about]).fetchone():
        return replace(blank, source=about)
    public, last = split_item_id(about)
    row = store.db.execute(
        "SELECT s.path, m.ordinal, i.position FROM items i JOIN meetings m ON m.id = i.meeting "
        "JOIN sources s ON s.id = m.source WHERE m.held AND m.public = ? AND i.last = ? AND i.position > 0",
        [public, last],
    ).fetchone()
    if row:
        path, ordinal, position = row
        return replace(blank, source=path, meeting=ordinal + 1, item=_as_read(store, path, ordinal, position))
    known = store.db.execute("SELECT name, aliases FROM bodies WHERE slug = ?", [about]).fetchone()
    names = {name for (name,) in store.db.execute("SELECT name FROM bodies")} | {
        alias for (aliases,) in store.db.execute("SELECT aliases FROM bodies") for alias in json.loads(aliases)
    }
    if known or about in names:
        return replace(blank, body=known[0] if known else about)
    raise NotFound(f"{about!r} is no source, minute or body of the index: `minutes list` names them")


def _as_read(store: Store, path: str, ordinal: int, position: int) -> str:
    """The last part of the id that a minute had before corrections, which may have changed its number."""
    read = parse(_source(store, path))
    return item_ids(item.number for item in read.meetings[ordinal].items)[position - 1]
