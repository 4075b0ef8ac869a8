"""Reads of passages: by id, by minute, by scope, and by their words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from index_store.held import HeldMeeting, Passage, Scope
from index_store.scoping import EVERYWHERE, as_json, search_words, within, words_of


class Frequencies(dict[str, int]):
    """In how many passages each term stands; ``total`` is the number of passages."""

    total: int = 0


class PassageReads:
    """The part of :class:`index_store.catalogue.Catalogue` that search is made of."""

    _db: sqlite3.Connection

    @cached_property
    def _meetings(self) -> dict[int, HeldMeeting]:
        """Every meeting held, papers too, by row."""
        raise NotImplementedError

    @cached_property
    def _rows(self) -> dict[str, int]:
        """The rows of meetings by id."""
        raise NotImplementedError

    def passage_ids(self, scope: Scope = EVERYWHERE) -> list[str]:
        where, values = within(scope)
        rows = self._db.execute(
            "SELECT p.key FROM passages p JOIN items i ON i.id = p.item JOIN meetings m ON m.id = i.meeting "
            f"WHERE {where} ORDER BY p.id",
            values,
        )
        return [row[0] for row in rows]

    def all_passage_ids(self) -> list[str]:
        """Every passage of everything held, papers too."""
        return [row[0] for row in self._db.execute("SELECT key FROM passages ORDER BY id")]

    def passages(self, ids: Iterable[str]) -> dict[str, Passage]:
        """Passages by id; an id that is not held is left out."""
        return {one.id: one for one in self._passages("p.key IN (SELECT value FROM json_each(?))", [as_json(ids)])}

    def _passages(self, where: str, values: Sequence[Any]) -> tuple[Passage, ...]:
        rows = self._db.execute(
            "SELECT p.key, i.meeting, i.last, p.start, p.end, i.text FROM passages p JOIN items i ON i.id = p.item "
            f"WHERE {where} ORDER BY p.id",
            values,
        )
        return tuple(
            Passage(key, f"{self._meetings[meeting].id}/{last}", start, end, text[start:end])
            for key, meeting, last, start, end, text in rows
        )

    def lexical(self, query: str, scope: Scope = EVERYWHERE, limit: int = 50) -> list[tuple[str, float]]:
        """(passage id, BM25 score) of the passages with any of the query's words, best first; higher is better."""
        words = search_words(query)
        if not words:
            return []
        where, values = within(scope)
        rows = self._db.execute(
            "SELECT p.key, -bm25(passages_fts) FROM passages_fts f JOIN passages p ON p.id = f.rowid "
            "JOIN items i ON i.id = p.item JOIN meetings m ON m.id = i.meeting "
            f"WHERE passages_fts MATCH ? AND {where} ORDER BY bm25(passages_fts), p.id LIMIT ?",
            [" OR ".join(f'"{word}"' for word in words), *values, limit],
        )
        return [(key, score) for key, score in rows]

    def document_frequency(self, terms: Iterable[str]) -> Frequencies:
        """In how many passages each term stands, endings aside; a term of several words as a phrase."""
        found = Frequencies()
        for term in terms:
            words = " ".join(words_of(term))
            sql = "SELECT count(*) FROM passages_fts WHERE passages_fts MATCH ?"
            found[term] = self._db.execute(sql, [f'"{words}"']).fetchone()[0] if words else 0
        found.total = self._db.execute("SELECT count(*) FROM passages").fetchone()[0]
        return found
