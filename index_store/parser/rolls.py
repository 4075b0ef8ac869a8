"""The attendance list where it stands inside the first minutes: under "1. Call to order", or under "Roll call"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index_store.models import Attendee, MappedText, MinuteItem
from index_store.parser.list_headings import read_heading
from index_store.parser.wording import is_sentence

_OWN = re.compile(r"apolog|absen|attend|\bpresent\b|sederunt|substitut|welcome", re.IGNORECASE)
"""Titles of minutes that are about who came: they are cited for it by their own numbers."""
_HEADS = re.compile(r"\W*(?:roll[- ]call|attendance|quorum)\b\W*$", re.IGNORECASE)
_FIRST = 3
_FEWEST = 3
NOTHING = MappedText("")


def roll_of(items: Sequence[MinuteItem], attendance: Sequence[Attendee]) -> MappedText:
    """The list of who came inside one of the first minutes, from its heading on; empty where there is none."""
    for item in items[:_FIRST]:
        if item.number is not None and _OWN.search(item.title or ""):
            continue
        lines = _listed(item.body, attendance)
        if len(lines) < _FEWEST:
            continue
        start, end = lines[0][0], lines[-1][1]
        return item.body.slice(_with_heading(item.body.text, start), end)
    return NOTHING


def _listed(body: MappedText, attendance: Sequence[Attendee]) -> list[tuple[int, int]]:
    """The lines of ``body`` in which people are listed, one for each of them; no sentences."""
    lines = []
    for one in attendance:
        at = body.locate(one.span.start)
        if at is None:
            continue
        start = body.text.rfind("\n", 0, at) + 1
        stop = body.text.find("\n", at)
        end = stop if stop >= 0 else len(body.text)
        if one.section is not None or not is_sentence(body.text[start:end]):
            lines.append((start, end))
    return sorted(lines)


def _with_heading(text: str, start: int) -> int:
    """Where the list begins with the headings over it."""
    while start > 0:
        above = text.rfind("\n", 0, max(0, start - 1)) + 1
        line = text[above : start - 1].strip()
        if line and not (read_heading(line) or _HEADS.match(line)):
            break
        start = above
    return start + len(text[start:]) - len(text[start:].lstrip())
