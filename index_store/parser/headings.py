"""Where a minute begins in the reading text, and what the numbered ones tell about the others."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from index_store.reading import Line

_BEYOND = 10**9
"""Farther than any text goes."""


class Heading(NamedTuple):
    """Where a minute begins, where its title stands and where its body begins, in the reading text."""

    start: int
    body: int
    title: tuple[int, int] | None = None
    number: str | None = None
    agenda_item: str | None = None


@dataclass(frozen=True, slots=True)
class Numbered:
    """What the numbered headings of a meeting tell about those without number.

    ``taken`` are start and end of each, ``style`` is how most of them look, ``indent`` how far in they stand at most,
    ``gaps`` are stretches in which a number is missing, ``inside`` those of minutes below a section's heading;
    ``untitled`` says that most have no title, ``moved`` that they are motions headed by who moved them.
    """

    taken: tuple[tuple[int, int], ...]
    style: tuple[str, bool, bool, int]
    indent: int
    gaps: tuple[tuple[int, int], ...]
    inside: tuple[tuple[int, int], ...] = ()
    untitled: bool = False
    moved: bool = False

    def holds(self, offset: int) -> bool:
        """Whether ``offset`` lies in a numbered heading."""
        owner = bisect_right(self.taken, (offset, _BEYOND)) - 1
        return owner >= 0 and offset < max(self.taken[owner][1], self.taken[owner][0] + 1)


def whole_line(line: Line, text: str) -> Heading:
    """A heading that fills a line."""
    return Heading(line.start, line.end, (line.start, line.start + len(text.rstrip(" :.–-"))))


def with_title(line: Line, size: int, body: int) -> Heading:
    """A heading whose title is ``size`` long, with its text from ``body`` on in the same line."""
    return Heading(line.start, line.start + body, (line.start, line.start + size))
