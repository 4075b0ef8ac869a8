"""Minutes cut into passages small enough for the embedder, at paragraph and sentence edges.

What is embedded and searched is the passage behind a prefix of heading, body and date: a minute's sentences seldom
repeat what they are about or when they were said.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date as Date

PREFIX_PIECES = 64
SPECIAL_PIECES = 2
#: A paragraph or list item is a passage of its own; small ones are joined up to JOINED_PIECES, and one of more than
#: WHOLE_PIECES is cut into sentences. A vector of many matters is near to none: over 125 meetings with bulleted
#: items, the right minute was within the ten nearest for 78% of questions so, for 52% with passages as long as fit.
JOINED_PIECES, WHOLE_PIECES = 56, 120
Count = Callable[[str], int]

_EDGES = (
    re.compile(r"\n{2,}"),
    re.compile(r"\n"),
    re.compile(r"(?<=[.!?;:])[\"'\u201d\u2019)]*\s+(?=\S)"),
    re.compile(r"\s+"),
)


@dataclass(frozen=True, slots=True)
class Cut:
    """One passage of a minute: ``text[start:end]`` behind its prefix."""

    start: int
    end: int
    heading: str
    meeting: str
    text: str

    @property
    def embedded(self) -> str:
        """What the embedder is given."""
        return "\n".join(part for part in (self.heading, self.meeting, self.text) if part)


def passage_key(embedder: str, place: str, cut: Cut) -> str:
    """An id that never means anything else: the embedder, where in which file's bytes, and the words embedded."""
    content = "\0".join((embedder, place, str(cut.start), cut.embedded))
    return hashlib.sha256(content.encode()).hexdigest()[:24]


def heading_of(number: str | None, title: str | None) -> str:
    return " ".join(part for part in (number, title) if part)


def meeting_line(body: str | None, date: str | None) -> str:
    """ "Leicestershire Together Executive, 2 September 2009"."""
    day = ""
    if date:
        when = Date.fromisoformat(date)
        day = f"{when.day} {when:%B %Y}"
    return ", ".join(part for part in (body, day) if part)


def cut_item(heading: str, meeting: str, text: str, count: Count, limit: int) -> tuple[Cut, ...]:
    """The passages of one minute, in order, none overlapping; one with empty text where it has only a heading.

    ``count`` gives word pieces, ``limit`` how many the embedder takes. A prefix longer than ``PREFIX_PIECES`` is
    shortened, so that a heading that went wrong leaves room for the text.
    """
    heading, meeting = _shorten(heading, count, PREFIX_PIECES // 2), _shorten(meeting, count, PREFIX_PIECES // 2)
    room = limit - SPECIAL_PIECES - count(heading) - count(meeting)
    spans = list(_pack(text, 0, len(text), count, room, 1)) or [(0, 0)]
    return tuple(Cut(start, end, heading, meeting, text[start:end]) for start, end in spans)


def _shorten(text: str, count: Count, limit: int) -> str:
    words = text.split()
    while words and count(" ".join(words)) > limit:
        words = words[: max(1, len(words) * 3 // 4)] if len(words) > 1 else [words[0][: len(words[0]) // 2]]
    return " ".join(words)


def _pack(text: str, low: int, high: int, count: Count, room: int, level: int) -> Iterator[tuple[int, int]]:
    """Neighbouring units of ``text[low:high]`` joined while they are small; a unit that is too long is cut finer."""
    start = end = None
    used = 0
    for unit_start, unit_end in _units(text, low, high, level):
        size = count(text[unit_start:unit_end])
        if start is not None and end is not None and used + size <= min(room, JOINED_PIECES):
            end, used = unit_end, used + size
            continue
        if start is not None and end is not None:
            yield start, end
        start = end = None
        if size > (min(room, WHOLE_PIECES) if level < len(_EDGES) - 1 else room):
            yield from _pack(text, unit_start, unit_end, count, room, level + 1)
        else:
            start, end, used = unit_start, unit_end, size
    if start is not None and end is not None:
        yield start, end


def _units(text: str, low: int, high: int, level: int) -> Iterator[tuple[int, int]]:
    if level == len(_EDGES):
        middle = (low + high) // 2
        yield from ((low, middle), (middle, high))
        return
    if level > len(_EDGES):
        step = max(1, (high - low) // 2)
        yield from ((at, min(at + step, high)) for at in range(low, high, step))
        return
    at = low
    for edge in _EDGES[level].finditer(text, low, high):
        yield from _stripped(text, at, edge.start() if level != 2 else edge.end())
        at = edge.end()
    yield from _stripped(text, at, high)


def _stripped(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    while low < high and text[low].isspace():
        low += 1
    while low < high and text[high - 1].isspace():
        high -= 1
    if low < high:
        yield low, high
