"""Headings over groups of those who came, in a list with bullets: "Health Board Chairs", "Government Officials"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index_store.parser.people import read_entry
from index_store.parser.roles import names_role
from index_store.reading import Line, Reading
from index_store.seams import BULLET

_OPENS = re.compile(r"\W*(?:attendees|attendance|present)(?: and apologies)?\W*$", re.IGNORECASE)
_TOP, _LONGEST = 40, 60


def people_headings(reading: Reading, first: int, stop: int) -> frozenset[int]:
    """The lines that head such groups, from "Attendees and apologies" on; empty where the groups have no bullets."""
    lines = reading.lines
    top = (at for at in range(first, min(stop, first + _TOP)) if len(lines[at].text) < _LONGEST)
    at = next((at for at in top if _OPENS.match(lines[at].text)), None)
    found = set[int]()
    while at is not None and at + 1 < stop:
        below = at + 1
        while below < stop and BULLET.match(lines[below].text):
            below += 1
        if below == at + 1 and found:
            break
        if below > at + 1 and not _names(lines[at + 1 : below]):
            break
        found.add(at)
        at = below if below < stop and len(lines[below].text) < _LONGEST else None
    return frozenset(found) if len(found) > 1 else frozenset()


def _names(lines: Sequence[Line]) -> bool:
    """Whether half the entries of a list name somebody."""
    return 2 * sum(bool(read_entry(line.text.lstrip("•·*-– "))) for line in lines) >= len(lines)


def serves(text: str) -> bool:
    """Whether a line names somebody with the post: "City Clerk S. Ash"."""
    return any(one.role for one in read_entry(text))


def holds_post(text: str) -> bool:
    """Whether a line names a post and its holder: "ADMINISTRATOR: Ann Other"."""
    post, colon, holder = text.partition(":")
    return bool(colon and holder) and names_role(post) and bool(read_entry(holder))
