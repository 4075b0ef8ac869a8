"""The month by which minutes without a day call their meeting: "Minutes of the July meeting"."""

from __future__ import annotations

import calendar
import re

from index_store.parser.dates import find_dates

_NAMES = tuple(calendar.month_name)[1:]
_MONTH = re.compile(rf"\b(?:{'|'.join(_NAMES)})\b", re.IGNORECASE)
_CALLED = re.compile(
    rf"\b({'|'.join(_NAMES)}) (?:20\d\d )?meeting\b|\bmeeting (?:in|for|of) ({'|'.join(_NAMES)})\b", re.IGNORECASE
)
_TOP = 600
_OPENING = 3
"""Lines of the text that can head it so."""


def month_called(title: str, region: str) -> int | None:
    """The one month by which a title without a day, or else a heading of the text, calls the meeting."""
    titled = set() if find_dates(title) else {found[0].title() for found in _MONTH.finditer(title)}
    opening = [line for line in region[:_TOP].splitlines() if line.strip()][:_OPENING]
    called = {(one[1] or one[2]).title() for line in opening for one in _CALLED.finditer(line)}
    months = titled or called
    return _NAMES.index(months.pop()) + 1 if len(months) == 1 else None
