"""Headings whose numbers became bullets: "- Minutes", "- Matters arising: none", each over its own text."""

from __future__ import annotations

from index_store.parser.headings import Heading
from index_store.parser.run_in_titles import run_in_title
from index_store.parser.wording import has_verb, is_heading, is_usual
from index_store.reading import Reading
from index_store.seams import BULLET

_FEWEST = 3
_LONGEST = 80


def bulleted_headings(reading: Reading, first: int, stop: int) -> list[Heading]:
    """Such headings where at least half of the bullets begin with one and three of them are usual; else none."""
    found: list[Heading] = []
    bullets = usual = 0
    for line in reading.lines[first:stop]:
        bullet = BULLET.match(line.text)
        if bullet is None:
            continue
        bullets += 1
        words = line.text[bullet.end() :]
        if size := _title(words):
            usual += is_usual(words)
            start = line.start + bullet.end()
            found.append(Heading(line.start, start + size[1], (start, start + size[0])))
    return found if usual >= _FEWEST and 2 * len(found) >= bullets else []


def _title(words: str) -> tuple[int, int] | None:
    """How long the title behind a bullet is and where the text begins behind it; None where there is only text."""
    bare = words.rstrip(" :.–-")
    if len(bare) <= _LONGEST and ":" not in bare and is_heading(bare) and not has_verb(bare):
        return len(bare), len(words)
    size = run_in_title(words, 0)
    return size if size and size[0] <= _LONGEST else None
