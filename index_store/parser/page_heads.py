"""The head of minutes that were run together into one paragraph, in lines again."""

from __future__ import annotations

import re

_RUN_ON = 200
"""Longer than any line of a header: what is longer was run together."""
_HEAD = 80
_PAGE = re.compile(r"\bPage \d+ of \d+\b", re.IGNORECASE)
_RULE = re.compile(r"\s*(?:[-_=–—]{5,}|[.…]{4,})\s*")
_LINE_HEADS = re.compile(
    r"(?<=\S)\s+(?=(?:(?:(?:DRAFT|UNCONFIRMED|APPROVED) )?MINUTES OF|(?:Draft |Unconfirmed |Approved )?Minutes of)\b"
    r"|(?:PRESENT|Present|ATTENDANCE|Attendance|APOLOGIES|Apologies|IN ATTENDANCE|In [Aa]ttendance|Those [Aa]ttending)"
    r"\s*(?:\([^()]{1,30}\))?\s*(?::|–|-\s)"
    r"|(?:DATE|Date|TIME|Time|PLACE|Place|VENUE|Venue|LOCATION|Location|EMAIL|Email|TEL|Tel)\s*:"
    r"|(?:1\.|1/\d\d|\d{2,3}/\d\d)\s+[A-Z])"
)
_CAPITALS = re.compile(r"(?<=[a-z.]) (?=(?:[A-Z][A-Z’'-]+ ){1,6}(?:COUNCIL|COMMITTEE|BOARD|CABINET|PANEL|TRUST)\b)")
_BEHIND = re.compile(r"(?<=COUNCIL|MMITTEE) (?=[A-Z][a-z]|DRAFT\b)")


def in_lines(text: str) -> str:
    """``text`` with line breaks before what begins a line of a header, where a line is too long to be one."""
    lines = [_apart(line) if len(line) > _RUN_ON or _paged(line) else line for line in text.split("\n")]
    return "\n".join(lines)


def _paged(line: str) -> bool:
    """Whether a line of more than a running head has the number of a page in it."""
    return len(line) > _HEAD and "age " in line and _PAGE.search(line) is not None


def _apart(line: str) -> str:
    line = _RULE.sub("\n", _PAGE.sub("\n", line))
    for pattern in (_LINE_HEADS, _CAPITALS, _BEHIND):
        line = pattern.sub("\n", line)
    return line.strip()
