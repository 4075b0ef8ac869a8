"""What looks wrong in a parse, in words that tell a clerk where to look."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from index_store.models import Kind, Meeting, MinuteItem, SourceText

_LAST_DIGITS = re.compile(r"\d+\D*$")
_PARTED = re.compile(r"\D*(\d+)/\d+")
_REPORT = re.compile(r"[A-Z][A-Z.]*[.-]\d{4}\.\s?\d+")
"""The number of a report, which stands where its committee's turn comes: none is missing, none out of order."""
_LAST_NUMBER = re.compile(r"(\d+)(?!.*\d)")


def meeting_doubts(meeting: Meeting) -> list[str]:
    """Warnings about one meeting: gaps and repeats in its numbers, minutes without text."""
    warnings = []
    numbers = [
        (item.number, _count(item.number))
        for item in meeting.items
        if item.number and not _REPORT.fullmatch(item.number)
    ]
    for (one, before), (two, after) in pairwise(numbers):
        if before is None or after is None or _prefix(one) != _prefix(two):
            continue
        if after > before + 1:
            warnings.append(f"gap in numbers: {one} is followed by {two}")
        elif after == before and one[-1:] == two[-1:]:
            warnings.append(f"number {two} is printed twice")
        elif after < before:
            warnings.append(f"numbers go back: {one} is followed by {two}")
    empty = [
        item.number or item.title or "?"
        for item, below in zip_longest(meeting.items, meeting.items[1:])
        if not item.body.text.strip() and not (below and _is_below(item, below))
    ]
    if empty:
        warnings.append(
            "no text under " + ", ".join(empty[:8]) + (f" and {len(empty) - 8} more" if len(empty) > 8 else "")
        )
    return warnings


def _is_below(section: MinuteItem, one: MinuteItem) -> bool:
    """Whether a minute is the first under a section's heading (4.1 or A under 4)."""
    number = (section.number or "").removeprefix("Item ")
    below = one.agenda_item or one.number or ""
    return bool(number) and below.startswith(number) and not below[len(number) :][:1].isdigit() and below != number


def file_doubts(source: SourceText, kind: Kind, meetings: Sequence[Meeting]) -> list[str]:
    """Warnings about the file: minutes in which no item was found."""
    if kind == "minutes" and not any(meeting.items for meeting in meetings):
        return ["no minute items found"]
    return []


def _count(number: str | None) -> int | None:
    if not number or "/" in number:
        found = _PARTED.match(number or "")
        return int(found[1]) if found and len(found[1]) != 2 else None
    found = _LAST_NUMBER.search(number)
    return int(found[1]) if found else None


def _prefix(number: str | None) -> str:
    return _LAST_DIGITS.sub("", number or "")
