"""A year that is asked about as a text writes it: "in 2024", "2023/24"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from assistant.answer import AnswerKind
from assistant.dates import Period

_DASH = r"\s?[-/–]\s?"


def times_written(periods: Sequence[Period], kind: AnswerKind = "fact") -> re.Pattern[str] | None:
    """What finds the years that ``periods`` name, written out; None where none can be.

    A meeting's own date is no time that its text would write, and of an open stretch no text writes the whole. A month
    is mostly that of the meeting asked about: one that writes it ("as agreed in October 2021") looks back to it; so
    does what writes the year of a decision.
    """
    if kind in ("decision", "vote"):
        return None
    written = [form for period in periods if not period.hard for form in _forms(period)]
    return _compiled(tuple(written)) if written else None


@lru_cache(maxsize=256)
def _compiled(written: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w£$€.,/–-])(?:{'|'.join(written)})(?![\w%/–-])", re.IGNORECASE)


def _forms(period: Period) -> list[str]:
    if period.relation != "in" or period.precision != "year" or not (period.date_from and period.date_to):
        return []
    first, last = date.fromisoformat(period.date_from), date.fromisoformat(period.date_to)
    if first.year == last.year:
        return [str(first.year)]
    return [rf"(?:{first.year}|{first:%y}){_DASH}(?:{last.year}|{last:%y})"]
