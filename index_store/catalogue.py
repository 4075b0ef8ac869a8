"""All reads of the catalogue: bodies, meetings, minutes, who came, what was decided, and lexical search.

A :class:`Catalogue` is a snapshot of one generation: whoever writes meanwhile, it reads the same until a new one is
opened. So everything that it has looked up once can be remembered.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from index_store import schema
from index_store.errors import NotFound, StaleIndex
from index_store.held import (
    Body,
    HeldAction,
    HeldAttendee,
    HeldItem,
    HeldMeeting,
    HeldReference,
    HeldResolution,
    HeldSource,
    Scope,
)
from index_store.ids import split_item_id
from index_store.passage_reads import PassageReads
from index_store.records import (
    ITEM_COLUMNS,
    MEETING_COLUMNS,
    fold,
    held_item,
    held_meeting,
    load_action,
    load_attendee,
    load_reference,
    load_resolution,
)
from index_store.scoping import EVERYWHERE, in_order, within, words_of

REMEMBERED = 20_000
SCOPES = 32
MEETINGS = 512


class Catalogue(PassageReads):
    """One generation of the index in ``home``. Safe to read from several threads.

    Raises StaleIndex where another version of the program built it, NotFound where there is no index.
    """

    def __init__(self, home: Path) -> None:
        path = home / schema.CATALOGUE
        if not path.is_file():
            raise NotFound(f"no minutes in {home}: add some with `minutes add PATH`")
        self._db = schema.connect(path)
        self._remembered: dict[int, HeldItem] = {}
        self._known_passages = {}
        self._passages_in = lru_cache(maxsize=SCOPES)(self._read_scope)
        self._meetings_in = lru_cache(maxsize=SCOPES)(self._read_meetings)
        self._attendance = lru_cache(maxsize=SCOPES)(self._read_attendance)
        self._items_of = lru_cache(maxsize=MEETINGS)(self._read_items)
        self._resolutions = lru_cache(maxsize=SCOPES)(self._read_resolutions)
        self._db.execute("BEGIN")
        self._meta = schema.read_meta(self._db)
        if self._meta.get("schema") != schema.SCHEMA_VERSION:
            self._db.close()
            raise StaleIndex(f"{home}: built by another version of this program; run `minutes check --repair`")

    def close(self) -> None:
        self._db.close()

    def generation(self) -> int:
        """Goes up with every change to the index."""
        return int(self._meta["generation"])

    def embedder(self) -> str:
        """Name of the embedder that made the vectors."""
        return self._meta["embedder"]

    # Meetings and bodies

    def bodies(self) -> tuple[Body, ...]:
        """Every body with minutes held, by name."""
        return self._bodies

    @cached_property
    def _bodies(self) -> tuple[Body, ...]:
        rows = self._db.execute(
            "SELECT b.slug, b.name, b.council, b.aliases, count(*), min(m.date), max(m.date) FROM bodies b "
            "JOIN meetings m ON m.slug = b.slug WHERE m.held AND m.kind = 'minutes' GROUP BY b.slug "
            "ORDER BY b.name, b.slug"
        )
        return tuple(Body(slug, name, council, tuple(json.loads(a)), *rest) for slug, name, council, a, *rest in rows)

    def meetings(self, scope: Scope = EVERYWHERE) -> tuple[HeldMeeting, ...]:
        """The meetings held, by date; undated ones last."""
        return self._meetings_in(scope)

    def _read_meetings(self, scope: Scope) -> tuple[HeldMeeting, ...]:
        where, values = within(scope)
        rows = self._db.execute(f"SELECT m.id FROM meetings m WHERE {where}", values)
        found = [self._meetings[row[0]] for row in rows]
        return tuple(sorted(found, key=lambda one: (one.date is None, one.date or "", one.id)))

    def meeting(self, meeting_id: str) -> HeldMeeting | None:
        return self._by_public.get(meeting_id)

    def sizes(self) -> dict[str, int]:
        """How many minutes each meeting has, its attendance list aside, by meeting id; papers too."""
        rows = self._db.execute(
            "SELECT m.public, count(*) FROM items i JOIN meetings m ON m.id = i.meeting "
            "WHERE m.held AND i.position > 0 GROUP BY m.public"
        )
        return dict(rows.fetchall())

    @cached_property
    def _meetings(self) -> dict[int, HeldMeeting]:
        """Every meeting held, papers too, by row."""
        copies: dict[int, list[str]] = {}
        for held, path in self._db.execute(
            "SELECT m.version_of, s.path FROM meetings m JOIN sources s ON s.id = m.source "
            "WHERE m.version_of IS NOT NULL ORDER BY s.path, m.ordinal"
        ):
            copies.setdefault(held, []).append(path)
        rows = self._db.execute(
            f"SELECT s.path, {MEETING_COLUMNS} FROM meetings m JOIN sources s ON s.id = m.source WHERE m.held"
        )
        return {row[0]: held_meeting(tuple(row), path, tuple(copies.get(row[0], ()))) for path, *row in rows}

    @cached_property
    def _by_public(self) -> dict[str, HeldMeeting]:
        return {one.id: one for one in self._meetings.values()}

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {one.id: row for row, one in self._meetings.items()}

    # Minutes

    def items(self, meeting_id: str) -> tuple[HeldItem, ...]:
        """The minutes of a meeting in order, its attendance list first (position 0)."""
        return self._items_of(meeting_id)

    def _read_items(self, meeting_id: str) -> tuple[HeldItem, ...]:
        return self._select_items("i.meeting = ? ORDER BY i.position", [self._rows.get(meeting_id, -1)])

    def item(self, item_id: str) -> HeldItem | None:
        """One minute by its id."""
        meeting, last = split_item_id(item_id)
        found = self._select_items("i.meeting = ? AND i.last = ?", [self._rows.get(meeting, -1), last])
        return found[0] if found else None

    def find_items(
        self, scope: Scope, number: str | None = None, agenda_item: str | None = None, title: str | None = None
    ) -> tuple[HeldItem, ...]:
        """Minutes by printed number, agenda item or whole title (case and punctuation aside), by date and place."""
        where, values = within(scope)
        if number is not None:
            where, values = f"{where} AND i.number = ? COLLATE NOCASE", [*values, number]
        if agenda_item is not None:
            where, values = f"{where} AND i.agenda_item = ? COLLATE NOCASE", [*values, agenda_item]
        found = self._select_items(where, values)
        if title is not None:
            found = tuple(one for one in found if words_of(one.title or "") == words_of(title))
        return in_order(found)

    def phrase(self, text: str, scope: Scope = EVERYWHERE) -> tuple[HeldItem, ...]:
        """Every minute whose title or text contains the words as they stand, case and line breaks aside."""
        where, values = within(scope)
        if not fold(text):
            return ()
        return in_order(self._select_items(f"{where} AND instr(i.folded, ?)", [*values, fold(text)]))

    def _select_items(self, where: str, values: Sequence[Any]) -> tuple[HeldItem, ...]:
        rows = self._db.execute(f"SELECT i.id FROM items i JOIN meetings m ON m.id = i.meeting WHERE {where}", values)
        ids = [row[0] for row in rows]
        items = self._items_at(ids)
        return tuple(items[one] for one in ids)

    def _items_at(self, rows: Iterable[int]) -> dict[int, HeldItem]:
        """Items by row, remembered: the same few hundred are asked for again and again."""
        wanted = list(dict.fromkeys(rows))
        found = {row: self._remembered[row] for row in wanted if row in self._remembered}
        missing = [row for row in wanted if row not in found]
        if missing:
            if len(self._remembered) > REMEMBERED:
                self._remembered.clear()
            sql = f"SELECT i.id, {ITEM_COLUMNS} FROM items i WHERE i.id IN (SELECT value FROM json_each(?))"
            for row, *columns in self._db.execute(sql, [json.dumps(missing)]):
                found[row] = self._remembered[row] = held_item(tuple(columns), self._meetings[columns[0]])
        return found

    # What the minutes record

    def attendance(self, scope: Scope = EVERYWHERE) -> tuple[HeldAttendee, ...]:
        """Who came, by date and in the order of the minutes."""
        return self._attendance(scope)

    def _read_attendance(self, scope: Scope) -> tuple[HeldAttendee, ...]:
        records = self._attendees
        return tuple(one for meeting in self.meetings(scope) for one in records.get(meeting.id, ()))

    @cached_property
    def _attendees(self) -> dict[str, list[HeldAttendee]]:
        """Everyone recorded, by meeting: read once, as the names of all are looked for in every question."""
        found: dict[str, list[HeldAttendee]] = {}
        rows = self._db.execute(
            "SELECT a.meeting, i.last, a.record FROM attendees a JOIN items i ON i.id = a.item ORDER BY a.id"
        )
        for row, last, record in rows:
            if meeting := self._meetings.get(row):
                one = HeldAttendee(meeting, f"{meeting.id}/{last}", load_attendee(record))
                found.setdefault(meeting.id, []).append(one)
        return found

    def resolutions(self, scope: Scope = EVERYWHERE, item_id: str | None = None) -> tuple[HeldResolution, ...]:
        """Decisions clause by clause, by date and in the order of the minutes; of one minute where its id is given."""
        return self._resolutions(scope, item_id)

    def _read_resolutions(self, scope: Scope, item_id: str | None) -> tuple[HeldResolution, ...]:
        rows = self._records("resolutions", scope, item_id)
        return tuple(HeldResolution(item, load_resolution(record)) for item, record in rows)

    def actions(self, scope: Scope = EVERYWHERE, item_id: str | None = None) -> tuple[HeldAction, ...]:
        """What somebody was asked to do, by date and in the order of the minutes."""
        return tuple(HeldAction(item, load_action(record)) for item, record in self._records("actions", scope, item_id))

    def references_from(self, item_id: str) -> tuple[HeldReference, ...]:
        """What a minute refers to."""
        rows = self._records("mentions", EVERYWHERE, item_id)
        return tuple(HeldReference(item, load_reference(record)) for item, record in rows)

    def references_to(self, number: str, scope: Scope = EVERYWHERE) -> tuple[HeldReference, ...]:
        """Which minutes refer to a minute, agenda item or report by this number or mark."""
        rows = self._records("mentions", scope, None, "x.target = ? COLLATE NOCASE", [number])
        return tuple(HeldReference(item, load_reference(record)) for item, record in rows)

    def _records(
        self, table: str, scope: Scope, item_id: str | None, extra: str = "1", more: Sequence[Any] = ()
    ) -> list[tuple[HeldItem, str]]:
        where, values = within(scope)
        if item_id is not None:
            meeting, last = split_item_id(item_id)
            where, values = "i.meeting = ? AND i.last = ?", [self._rows.get(meeting, -1), last]
        rows = self._db.execute(
            f"SELECT i.id, x.record FROM {table} x JOIN items i ON i.id = x.item JOIN meetings m ON m.id = i.meeting "
            f"WHERE {where} AND {extra} ORDER BY m.date IS NULL, m.date, m.public, i.position, x.id",
            [*values, *more],
        ).fetchall()
        items = self._items_at(row for row, _ in rows)
        return [(items[row], record) for row, record in rows]

    # Files

    def source_text(self, source: str) -> str:
        """The source text of a file, by the path it was added under. Raises NotFound."""
        row = self._db.execute("SELECT text FROM sources WHERE path = ?", [source]).fetchone()
        if row is None:
            raise NotFound(f"no source {source!r} in the index: `minutes list` names them")
        return str(row[0])

    def sources(self) -> tuple[HeldSource, ...]:
        """Every file that was added, by path, those that are only versions or were skipped too."""
        rows = self._db.execute(
            "SELECT s.path, s.kind, s.skipped, s.warnings, s.corrections, "
            "(SELECT json_group_array(public) FROM (SELECT public FROM meetings WHERE source = s.id AND held "
            "ORDER BY ordinal)), (SELECT json_group_array(public) FROM (SELECT public FROM meetings "
            "WHERE source = s.id AND NOT held ORDER BY ordinal)) FROM sources s ORDER BY s.path"
        )
        return tuple(
            HeldSource(
                path,
                kind,
                "skipped" if skipped else "held" if json.loads(held) or not json.loads(copies) else "version",
                tuple(json.loads(held)),
                tuple(json.loads(copies)),
                tuple(json.loads(warnings)),
                tuple(json.loads(corrections)),
            )
            for path, kind, skipped, warnings, corrections, held, copies in rows
        )
