"""Automatic numbers as Word works them out: the same rules in DOCX and in DOC."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from index_store.readers.numerals import numeral

BULLET = "-"
_PLACE = re.compile(r"%([1-9])")
_EMPTY = re.compile(r"^[\s.)(\]\[:;,-]*$")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. ``template`` is what is printed, "%1.%2)" with the numbers of levels 1 and 2 put in.

    ``restart`` is the 1-based level after which this one starts again: None means after any higher one, 0 never.
    ``legal`` prints all numbers as 1, 2, 3. A style of "-" is a bullet.
    """

    start: int = 1
    style: str = "1"
    template: str = "%1."
    restart: int | None = None
    legal: bool = False


@dataclass(frozen=True, slots=True)
class ListKind:
    """A list as paragraphs refer to it: ``counts_with`` is shared by lists that count together.

    ``restarts`` gives the levels that this list starts anew, at which number, the first time that it is used.
    """

    counts_with: str
    levels: Mapping[int, Level]
    restarts: Mapping[int, int]


class Counters:
    """The state of all lists of one document, paragraph by paragraph."""

    def __init__(self) -> None:
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[int, int]] = set()

    def label(self, kind: ListKind, depth: int) -> str:
        """Counts one paragraph at ``depth`` (from 0) and returns its printed number, "- " style bullets as "-"."""
        level = kind.levels.get(depth) or Level()
        counts = self._counts.setdefault(kind.counts_with, {})
        fresh = depth in kind.restarts and (id(kind), depth) not in self._begun
        if fresh:
            self._begun.add((id(kind), depth))
            counts[depth] = kind.restarts[depth]
        elif depth in counts:
            counts[depth] += 1
        else:
            counts[depth] = level.start
        for deeper in [at for at in counts if at > depth]:
            restart = (kind.levels.get(deeper) or Level()).restart
            if restart is None or (restart > 0 and depth < restart):
                del counts[deeper]
        return self._print(kind, level, counts)

    def _print(self, kind: ListKind, level: Level, counts: Mapping[int, int]) -> str:
        if level.style == BULLET:
            return BULLET

        def place(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = kind.levels.get(at) or Level()
            style = "1" if level.legal and other.style not in ("", "01") else other.style
            return numeral(counts.get(at, other.start), style)

        text = _PLACE.sub(place, level.template).strip()
        return "" if _EMPTY.match(text) else text
