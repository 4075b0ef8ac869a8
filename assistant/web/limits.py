"""What the user limits a question to: bodies and dates, as typed into the filter."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from dateutil import parser as dates

from assistant.web.labels import long_date
from index_store.errors import BadSetting
from index_store.held import Scope

_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")


def scope_of(bodies: Sequence[str] | None = None, date_from: str | None = None, date_to: str | None = None) -> Scope:
    """The scope that the filter asks for; a month or a year counts from its first or to its last day.
    Fields that were never touched may come as None.

    Raises BadSetting, in words for the user, where a date cannot be read or the period is empty.
    """
    first, last = _date(date_from, "From", last=False), _date(date_to, "To", last=True)
    if first and last and first > last:
        raise BadSetting(f"The period ends ({long_date(last)}) before it begins ({long_date(first)}).")
    return Scope(bodies=tuple(bodies or ()), date_from=first, date_to=last)


def limits_line(scope: Scope, names: Mapping[str, str]) -> str:
    """ "Limited to SSOG, from 1 May 2007 to 31 May 2007", or nothing where the scope is open."""
    said = [", ".join(names.get(slug, slug) for slug in scope.bodies)] if scope.bodies else []
    dates_said = " ".join(
        f"{word} {long_date(day)}" for word, day in (("from", scope.date_from), ("to", scope.date_to)) if day
    )
    if dates_said:
        said.append(dates_said)
    return f"Limited to {', '.join(said)}" if scope.bodies else f"Limited to meetings {dates_said}" if said else ""


def _date(given: str | None, field: str, *, last: bool) -> str | None:
    """ISO for what was typed; the parts of a date that were left out are the first or the last possible."""
    typed = (given or "").strip()
    if not typed:
        return None
    try:
        found = _parts(typed)
    except (ValueError, OverflowError):
        raise BadSetting(f"{field}: “{typed}” is not a date. Try 2009, May 2009 or 9 May 2009.") from None
    year, month, day = found
    month = month or (12 if last else 1)
    day = day or (monthrange(year, month)[1] if last else 1)
    return date(year, month, day).isoformat()


def _parts(typed: str) -> tuple[int, int | None, int | None]:
    """Year, and month and day where they were typed. Raises ValueError where there is no year to be found."""
    iso = _ISO.fullmatch(typed)
    if iso:
        year, month, day = (int(part) if part else None for part in iso.groups())
        found = date(year or 1, month or 1, day or 1)
        return found.year, found.month, found.day if day else None
    low, high = (dates.parse(typed, dayfirst=True, default=default) for default in _DEFAULTS)
    if low.year != high.year:
        raise ValueError(typed)
    return low.year, low.month if low.month == high.month else None, low.day if low.day == high.day else None


_DEFAULTS = (datetime(2000, 1, 1), datetime(2004, 12, 28))
