"""Reads of passages: by id, by minute, by scope, and by their words."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest

from index_store.held import HeldMeeting, Passage, Scope
from index_store.scoping import EVERYWHERE, as_json, search_words, within, words_of

REMEMBERED = 40_000


@dataclass(frozen=True, slots=True)
class ScopedPassages:
    """The passages of a scope, in order: ids by row, and the ids alone."""

    by_row: Mapping[int, str]
    ids: tuple[str, ...]


class Frequencies(dict[str, int]):
    """In how many passages each term stands; ``total`` is the number of passages."""

    total: int = 0


class PassageReads:
    """The part of :class:`index_store.catalogue.Catalogue` that search is made of."""

    _db: sqlite3.Connection
    _passages_in: Callable[[Scope], ScopedPassages]
    _known_passages: dict[str, tuple[int, Passage]]

    @cached_property
    def _meetings(self) -> dict[int, HeldMeeting]:
        """Every meeting held, papers too, by row."""
        raise NotImplementedError

    @cached_property
    def _rows(self) -> dict[str, int]:
        """The rows of meetings by id."""
        raise NotImplementedError

    def passage_ids(self, scope: Scope = EVERYWHERE) -> tuple[str, ...]:
        return self._passages_in(scope).ids

    def _read_scope(self, scope: Scope) -> ScopedPassages:
        where, values = within(scope)
        rows = self._db.execute(
            "SELECT p.id, p.key FROM passages p JOIN items i ON i.id = p.item JOIN meetings m ON m.id = i.meeting "
            f"WHERE {where} ORDER BY p.id",
            values,
        )
        by_row = dict(rows.fetchall())
        return ScopedPassages(by_row, tuple(by_row.values()))

    def all_passage_ids(self) -> list[str]:
        """Every passage of everything held, papers too."""
        return [row[0] for row in self._db.execute("SELECT key FROM passages ORDER BY id")]

    def passages(self, ids: Iterable[str]) -> dict[str, Passage]:
        """Passages by id, in the order of the minutes; an id that is not held is left out."""
        known, wanted = self._known_passages, list(dict.fromkeys(ids))
        missing = [one for one in wanted if one not in known]
        if missing:
            if len(known) > REMEMBERED:
                known = self._known_passages = {}
                missing = wanted
            known.update(self._read_passages(missing))
        found = [known[one] for one in wanted if one in known]
        return {one.id: one for _, one in sorted(found, key=lambda pair: pair[0])}

    def _read_passages(self, ids: Iterable[str]) -> dict[str, tuple[int, Passage]]:
        """Passages with their rows, by id."""
        rows = self._db.execute(
            "SELECT p.id, p.key, i.meeting, i.last, p.start, p.end, i.text FROM passages p "
            "JOIN items i ON i.id = p.item WHERE p.key IN (SELECT value FROM json_each(?))",
            [as_json(ids)],
        )
        return {
            key: (row, Passage(key, f"{self._meetings[meeting].id}/{last}", start, end, text[start:end]))
            for row, key, meeting, last, start, end, text in rows
        }

    def lexical(self, query: str, scope: Scope = EVERYWHERE, limit: int = 50) -> list[tuple[str, float]]:
        """(passage id, BM25 score) of the passages with any of the query's words, best first; higher is better."""
        words = search_words(query)
        if not words:
            return []
        keys = self._passages_in(scope).by_row
        rows = self._db.execute(
            "SELECT bm25(passages_fts), rowid FROM passages_fts WHERE passages_fts MATCH ?",
            [" OR ".join(f'"{word}"' for word in words)],
        )
        best = nsmallest(limit, (pair for pair in rows if pair[1] in keys))
        return [(keys[row], -score) for score, row in best]

    def has_words(self, words: str) -> bool:
        """Does any passage have the words one behind the other, endings and hyphens aside?"""
        phrase = " ".join(words_of(words))
        sql = "SELECT 1 FROM passages_fts WHERE passages_fts MATCH ? LIMIT 1"
        return bool(phrase) and self._db.execute(sql, [f'"{phrase}"']).fetchone() is not None

    def document_frequency(self, terms: Iterable[str]) -> Frequencies:
        """In how many passages each term stands, endings aside; a term of several words as a phrase."""
        found = Frequencies()
        for term in terms:
            words = " ".join(words_of(term))
            sql = "SELECT count(*) FROM passages_fts WHERE passages_fts MATCH ?"
            found[term] = self._db.execute(sql, [f'"{words}"']).fetchone()[0] if words else 0
        found.total = self._db.execute("SELECT count(*) FROM passages").fetchone()[0]
        return found
