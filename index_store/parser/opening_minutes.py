"""Which of a meeting's first minutes can record who came."""

from __future__ import annotations

from collections.abc import Sequence

from index_store.models import MinuteItem
from index_store.parser.cues import cued

_ATTENDING = (
    *("apolog", "attend", "present", "absen", "substitut", "sederunt"),
    *("welcome", "chair", "roll call", "visitor", "guest"),
)
_FIRST, _MOST = 2, 12
_GLANCE = 12
"""As many letters as show that a minute without a title is of apologies."""


def first_minutes(items: Sequence[MinuteItem]) -> list[MinuteItem]:
    """Minutes that can record attendance: the first two, and any of the first twelve that speaks of it."""
    return [item for n, item in enumerate(items[:_MOST]) if n < _FIRST or speaks_of_attendance(item)]


def speaks_of_attendance(item: MinuteItem) -> bool:
    """Whether a minute's title speaks of attendance, and not of representatives or presentations.

    One that has a number and no title tells by its first words, where they are of apologies.
    """
    if item.title is None and item.number is not None:
        return item.body.text[:_GLANCE].lower().startswith("apolog")
    return cued((item.title or "").lower().replace("presenta", ""), _ATTENDING)
