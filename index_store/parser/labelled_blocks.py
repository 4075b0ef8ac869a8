"""Minutes as forms print them: a label ("AGENDA ITEM") over each title, and one ("MINUTE") over each text."""

from __future__ import annotations

import re

from index_store.parser.headings import Heading
from index_store.reading import Reading

_TITLE = re.compile(r"(?:agenda )?(?:item|topic|subject|heading)\W*", re.IGNORECASE)
_TEXT = re.compile(r"(?:minutes?|discussion|notes?|summary|record)\W*", re.IGNORECASE)
_FEWEST = 3
_LONGEST = 120


def labelled_blocks(reading: Reading, first: int, stop: int) -> list[Heading]:
    """The headings of minutes in which such a label stands over each title; empty for any others."""
    lines = reading.lines
    labels = [at for at in range(first, stop) if len(lines[at].text) < 16 and _TITLE.fullmatch(lines[at].text)]
    if len(labels) < _FEWEST:
        return []
    found = []
    for at in labels:
        if at + 1 < stop and len(lines[at + 1].text) <= _LONGEST:
            title = lines[at + 1]
            below = lines[at + 2] if at + 2 < stop and _TEXT.fullmatch(lines[at + 2].text) else title
            size = len(title.text.rstrip(" :.–-"))
            found.append(Heading(lines[at].start, below.end, (title.start, title.start + size)))
    return found
