"""A time that is asked about as a text writes it: "in 2024", "2023/24", "March 2024"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from assistant.dates import Period

_DASH = r"\s?[-/–]\s?"


def times_written(periods: Sequence[Period]) -> re.Pattern[str] | None:
    """What finds the years and months that ``periods`` name, written out; None where none can be.

    A meeting's own date is no time that its text would write, and of an open stretch no text writes the whole.
    """
    written = [form for period in periods if not period.hard for form in _forms(period)]
    return _compiled(tuple(written)) if written else None


@lru_cache(maxsize=256)
def _compiled(written: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w£$€.,/–-])(?:{'|'.join(written)})(?![\w%/–-])", re.IGNORECASE)


def _forms(period: Period) -> list[str]:
    if period.relation != "in" or not (period.date_from and period.date_to):
        return []
    first, last = date.fromisoformat(period.date_from), date.fromisoformat(period.date_to)
    if period.precision == "year" and first.year == last.year:
        return [str(first.year)]
    if period.precision == "year":
        return [rf"(?:{first.year}|{first:%y}){_DASH}(?:{last.year}|{last:%y})"]
    if period.precision == "month":
        return [rf"{first:%b}[a-z]*\.?,?\s{first.year}"]
    return []
