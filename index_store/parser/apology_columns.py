"""A table of two columns in which each apology stands beside its substitute, read out cell by cell."""

from __future__ import annotations

import re

from index_store.parser.apologies import People
from index_store.parser.descriptions import Entry
from index_store.parser.people import read_entry

_HEAD = re.compile(
    r"^[ \t]*(?:apolog(?:y|ies)(?: from)?|member absent)\s*\n+[ \t]*(?:(?:named )?substitutes?(?: member)?|"
    r"temporary appointments?)[ \t]*\n+",
    re.IGNORECASE | re.MULTILINE,
)
_CUES = ("ubstitute", "emporary")
_NOBODY = "-–—"


def beside_apologies(text: str) -> tuple[int, int, People] | None:
    """Where such a table stands in ``text``, and who is away in it, each with who came instead; None without one.

    A dash stands where nobody came.
    """
    head = _HEAD.search(text) if any(cue in text for cue in _CUES) else None
    if head is None:
        return None
    found: People = []
    start = head.end()
    away: tuple[int, int, Entry] | None = None
    for line in re.finditer(r"[^\n]+", text[start:]):
        words = line[0].strip()
        begin, end = start + line.start(), start + line.end()
        if words[:1] in _NOBODY and away:
            found, away = [*found, (away[0], away[1], (away[2],))], None
            words = words[1:].strip()
        if not words:
            continue
        people = read_entry(words)
        if len(people) != 1:
            break
        if away is None:
            away = (begin, end, people[0])
        else:
            found.append((away[0], away[1], (away[2]._replace(substituted_by=people[0].person.name),)))
            away = None
    return (head.start(), found[-1][1], found) if found else None
