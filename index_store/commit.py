"""All that is written to the catalogue: files put in and taken out, then everything that follows from them.

A commit is one transaction. ``settle`` works ids, bodies, versions and passages out over the whole catalogue, so they
do not depend on the order in which files came.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from index_store import bodies, passages, versions
from index_store.corrections import Correction
from index_store.errors import MinutesError
from index_store.ids import ATTENDANCE, day_ids, item_ids
from index_store.models import Meeting, MinuteItem, ParsedFile, SourceText, Span
from index_store.passages import Count, Cut
from index_store.records import dump, fold, pack_runs


@dataclass(frozen=True, slots=True)
class Filed:
    """One file, read and parsed. ``path`` is the name it is known by, ``origin`` where it lies."""

    path: str
    origin: Path
    sha: str
    parser: str
    source: SourceText
    parsed: ParsedFile
    skipped: bool
    corrections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """A passage that the catalogue names, with what to embed. ``day`` is its meeting's date as 20090902, or 0."""

    key: str
    cut: Cut
    day: int


def put_source(db: sqlite3.Connection, filed: Filed) -> None:
    """Replace what the catalogue holds of this file, whole."""
    remove_source(db, filed.path)
    row = db.execute(
        "INSERT INTO sources (path, origin, sha, parser, kind, skipped, text, page_starts, warnings, "
        "corrections) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            filed.path, str(filed.origin), filed.sha, filed.parser, filed.parsed.kind, filed.skipped,
            filed.source.text, json.dumps(filed.source.page_starts),
            json.dumps(filed.source.warnings + filed.parsed.warnings), json.dumps(filed.corrections),
        ),
    )  # fmt: skip
    if row.lastrowid is None:
        raise MinutesError(f"{filed.path}: not stored")
    if filed.source.emphasis:
        spans = [(one.start, one.end, one.level) for one in filed.source.emphasis]
        db.execute("INSERT INTO emphasis VALUES (?, ?)", (row.lastrowid, json.dumps(spans)))
    if not filed.skipped:
        for ordinal, meeting in enumerate(filed.parsed.meetings):
            _put_meeting(db, row.lastrowid, ordinal, filed.parsed.kind, meeting)


def remove_source(db: sqlite3.Connection, path: str) -> None:
    db.execute("DELETE FROM sources WHERE path = ?", (path,))


def _put_meeting(db: sqlite3.Connection, source: int, ordinal: int, kind: str, meeting: Meeting) -> None:
    words = sum(len(item.body.text.split()) for item in meeting.items)
    row = db.execute(
        "INSERT INTO meetings (source, ordinal, kind, body, council, aliases, date, venue, chair, starts, ends, draft, "
        "words, span_start, span_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            source, ordinal, kind, meeting.body, meeting.council, json.dumps(meeting.aliases), meeting.date,
            meeting.venue, meeting.chair, meeting.starts, meeting.ends, meeting.draft, words, meeting.span.start,
            meeting.span.end,
        ),
    ).lastrowid  # fmt: skip
    spans: list[tuple[int, Span]] = []
    for position, (item, last) in enumerate(_with_ids(meeting)):
        place = _put_item(db, row, position, item, last)
        spans.append((place, item.span))
    roll = meeting.roll.span() if meeting.roll.runs else Span(0, 0)
    for attendee in meeting.attendance:
        listed = roll.start <= attendee.span.start < roll.end
        holders = (
            [spans[0][0]]
            if listed
            else [place for place, span in spans if span.start <= attendee.span.start < span.end]
        )
        home = holders[-1] if holders else (spans[0][0] if spans else None)
        db.execute(
            "INSERT INTO attendees (meeting, item, name, record) VALUES (?, ?, ?, ?)",
            (row, home, attendee.name, dump(attendee)),
        )


def _with_ids(meeting: Meeting) -> list[tuple[MinuteItem, str]]:
    """The attendance list as item 0, then the items.

    It is what stands before the first item with, where that holds the list, its part of the first items.
    """
    has_words = bool(meeting.preamble.text.strip() and meeting.preamble.runs)
    span = meeting.preamble.span() if has_words else Span(meeting.span.start, meeting.span.start)
    first = MinuteItem(ATTENDANCE, "Attendance", meeting.preamble.joined(meeting.roll), span)
    ids = item_ids(item.number for item in meeting.items)
    return [(first, ATTENDANCE), *zip(meeting.items, ids, strict=True)]


def _put_item(db: sqlite3.Connection, meeting: int | None, position: int, item: MinuteItem, last: str) -> int:
    heading = item.heading
    row = db.execute(
        "INSERT INTO items (meeting, position, last, number, agenda_item, title, text, runs, span_start, span_end, "
        "heading_start, heading_end, page, exempt, folded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            meeting, position, last, item.number, item.agenda_item, item.title, item.body.text, pack_runs(item.body),
            item.span.start, item.span.end, heading.start if heading else None, heading.end if heading else None,
            item.page, item.exempt, fold(f"{item.title or ''}\n{item.body.text}"),
        ),
    ).lastrowid  # fmt: skip
    assert row is not None
    db.executemany(
        "INSERT INTO resolutions (item, record) VALUES (?, ?)", [(row, dump(one)) for one in item.resolutions]
    )
    db.executemany("INSERT INTO actions (item, record) VALUES (?, ?)", [(row, dump(one)) for one in item.actions])
    db.executemany(
        "INSERT INTO mentions (item, target, record) VALUES (?, ?, ?)",
        [(row, one.target, dump(one)) for one in item.references],
    )
    return row


def settle(
    db: sqlite3.Connection, embedder: str, count: Count, limit: int, corrections: Iterable[Correction] = ()
) -> list[Wanted]:
    """Work ids, bodies, versions and passages out; returns the passages that are new.

    ``count`` and ``limit`` are the embedder's word pieces; of ``corrections`` those of bodies count here. The
    passages of a meeting that is now only a version go.
    """
    identities = _settle_bodies(db, tuple(corrections))
    for sittings in _by_body_and_day(db, identities):
        _settle_day(db, *sittings)
    db.execute(
        "DELETE FROM passages WHERE item IN "
        "(SELECT i.id FROM items i JOIN meetings m ON m.id = i.meeting WHERE NOT held)"
    )
    return _new_passages(db, embedder, count, limit)


def _settle_bodies(db: sqlite3.Connection, corrections: Sequence[Correction]) -> dict[int, bodies.Identity]:
    people: dict[int, set[str]] = {}
    for meeting, name in db.execute("SELECT meeting, name FROM attendees"):
        people.setdefault(meeting, set()).add(fold(name))
    sittings = [
        bodies.Sitting(
            key,
            body,
            council,
            tuple(json.loads(aliases)),
            date,
            frozenset(people.get(key, ())),
            str(Path(origin).parent),
            frozenset() if body else frozenset(re.findall(r"[^\W_]+", fold(_words(db, key)))),
            kind != "minutes",
        )
        for key, body, council, aliases, date, kind, origin in db.execute(
            "SELECT m.id, body, council, aliases, date, m.kind, s.origin FROM meetings m "
            "JOIN sources s ON s.id = m.source ORDER BY s.path, ordinal"
        ).fetchall()
    ]
    same = [(one.body or "", one.value) for one in corrections if one.field == "same_as"]
    names = {one.body or "": one.value for one in corrections if one.field == "name"}
    identities = dict(bodies.identify(sittings, same, names))
    db.execute("DELETE FROM bodies")
    db.executemany(
        "INSERT INTO bodies VALUES (?, ?, ?, ?)",
        {(one.slug, one.name, one.council, json.dumps(one.aliases)) for one in identities.values()},
    )
    printed = {key: body for key, body in db.execute("SELECT id, body FROM meetings")}
    for key, one in identities.items():
        name = printed[key] or (None if one.name == bodies.UNNAMED else one.name)
        renamed = db.execute("UPDATE meetings SET name = ? WHERE id = ? AND name IS NOT ?", (name, key, name)).rowcount
        if renamed:
            db.execute("DELETE FROM passages WHERE item IN (SELECT id FROM items WHERE meeting = ?)", [key])
    return identities


_Day = tuple[str, str, str | None, list[versions.Copy]]


def _by_body_and_day(db: sqlite3.Connection, identities: dict[int, bodies.Identity]) -> list[_Day]:
    days: dict[tuple[str, str, str | None], list[versions.Copy]] = {}
    for key, kind, date, path, ordinal, starts, draft, words in db.execute(
        "SELECT m.id, m.kind, date, s.path, ordinal, starts, draft, words FROM meetings m "
        "JOIN sources s ON s.id = m.source ORDER BY s.path, ordinal"
    ):
        copy = versions.Copy(key, path, ordinal, starts, bool(draft), words)
        days.setdefault((identities[key].slug, kind, date), []).append(copy)
    return [(slug, kind, date, copies) for (slug, kind, date), copies in days.items()]


def _settle_day(db: sqlite3.Connection, slug: str, kind: str, date: str | None, copies: list[versions.Copy]) -> None:
    held = versions.sittings_of_a_day(copies, lambda key: versions.shingles(_words(db, key)))
    sort = {"minutes": None, "agenda": "agenda"}.get(kind, "paper")
    texts = [_words(db, one.copy.key) if date is None else "" for one in held]
    for one, day in zip(held, day_ids(date, texts, sort), strict=True):
        rows: list[tuple[str, str, bool, int | None, int]] = [(f"{slug}/{day}", slug, True, None, one.copy.key)]
        rows += [(f"{slug}/{day}", slug, False, one.copy.key, copy.key) for copy in one.versions]
        db.executemany("UPDATE meetings SET public = ?, slug = ?, held = ?, version_of = ? WHERE id = ?", rows)


def _words(db: sqlite3.Connection, meeting: int) -> str:
    rows = db.execute("SELECT text FROM items WHERE meeting = ? AND position > 0 ORDER BY position", (meeting,))
    text = "\n".join(row[0] for row in rows)
    if text.strip():
        return text
    rows = db.execute("SELECT text FROM items WHERE meeting = ? AND position = 0", (meeting,))
    return "\n".join(row[0] for row in rows)


def _new_passages(db: sqlite3.Connection, embedder: str, count: Count, limit: int) -> list[Wanted]:
    rows = db.execute(
        "SELECT i.id, i.position, i.number, i.title, i.text, m.name, m.date, s.sha, m.ordinal FROM items i "
        "JOIN meetings m ON m.id = i.meeting JOIN sources s ON s.id = m.source "
        "WHERE m.held AND NOT EXISTS (SELECT 1 FROM passages p WHERE p.item = i.id) ORDER BY i.id"
    ).fetchall()
    wanted = []
    for item, position, number, title, text, body, date, sha, ordinal in rows:
        if position == 0 and not text.strip():
            continue
        heading = title if position == 0 else passages.heading_of(number, title)
        line = passages.meeting_line(body, date)
        for cut in passages.cut_item(heading, line, text, count, limit):
            key = _put_passage(db, item, embedder, f"{sha}/{ordinal}/{position}", cut)
            wanted.append(Wanted(key, cut, int(date.replace("-", "")) if date else 0))
    return wanted


def _put_passage(db: sqlite3.Connection, item: int, embedder: str, place: str, cut: Cut) -> str:
    key = passages.passage_key(embedder, place, cut)
    while db.execute("SELECT 1 FROM passages WHERE key = ?", [key]).fetchone():
        # The same bytes held twice: one file under two names that is read as two meetings.
        place += "~"
        key = passages.passage_key(embedder, place, cut)
    row = db.execute(
        "INSERT INTO passages (key, item, start, end) VALUES (?, ?, ?, ?)", (key, item, cut.start, cut.end)
    ).lastrowid
    db.execute(
        "INSERT INTO passages_fts (rowid, heading, meeting, body) VALUES (?, ?, ?, ?)",
        (row, cut.heading, cut.meeting, cut.text),
    )
    return key


def next_generation(db: sqlite3.Connection) -> int:
    """Count the generation on; readers watch it."""
    db.execute("UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'generation'")
    return int(db.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()[0])
