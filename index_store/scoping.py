"""A scope as SQL, and what else the reads of the catalogue share."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from index_store.held import HeldItem, Scope
from index_store.records import fold


def within(scope: Scope) -> tuple[str, list[Any]]:
    """A WHERE clause over ``meetings m`` and its values."""
    clauses, values = ["m.held"], list[Any]()
    if not scope.papers:
        clauses.append("m.kind = 'minutes'")
    if scope.bodies:
        clauses.append("m.slug IN (SELECT value FROM json_each(?))")
        values.append(as_json(scope.bodies))
    if scope.date_from is not None:
        clauses.append("m.date >= ?")
        values.append(scope.date_from)
    if scope.date_to is not None:
        clauses.append("m.date <= ?")
        values.append(scope.date_to)
    if scope.meetings is not None:
        clauses.append("m.public IN (SELECT value FROM json_each(?))")
        values.append(as_json(scope.meetings))
    return " AND ".join(clauses), values


def as_json(values: Iterable[str]) -> str:
    return json.dumps(list(values))


EVERYWHERE = Scope()
_FUNCTION_WORDS = (
    "a about an and any are as at be been by did do does for from had has have how if in into is it its of on or so "
    "than that the their them there these they this those to was we were what when where which who whom why with"
)
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
"""They stand in nearly every passage: they add nothing to BM25 and half of the time that it takes."""


def search_words(query: str) -> list[str]:
    """The words of a query, each once, without function words unless there are no others."""
    words = list(dict.fromkeys(words_of(query)))
    return [word for word in words if word not in FUNCTION_WORDS] or words


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


def in_order(items: Iterable[HeldItem]) -> tuple[HeldItem, ...]:
    return tuple(
        sorted(items, key=lambda one: (one.meeting.date is None, one.meeting.date or "", one.meeting.id, one.position))
    )
