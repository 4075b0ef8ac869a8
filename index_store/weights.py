"""How a file weighs its lines: which of them it prints as headings, and how far from their start they are bold."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from index_store.models import Emphasis, SourceText

_MOST = 0.6
"""A file that sets more of its text than this as headings, or in bold, tells nothing by it."""
_NUMBER = re.compile(r"\W*(?:[A-Za-z]{1,6}[ .:/#-]*){0,2}[\d./() \[\]:|-]*[A-Za-z]?[).:|\s]*")
_LONGEST_NUMBER = 16
"""What may stand before the words in bold: the number of a minute, in a cell of its own or not."""


class Weights:
    """The headings and bold words of a source, where they are few enough to tell something."""

    def __init__(self, source: SourceText) -> None:
        size = max(1, len(source.text))
        told = [
            one
            for heavy in (True, False)
            if sum(one.end - one.start for one in _of(source.emphasis, heavy)) <= _MOST * size
            for one in _of(source.emphasis, heavy)
        ]
        self._all = sorted(told)
        self._ends = list(accumulate((one.end for one in self._all), max))

    def of(self, pieces: Sequence[tuple[str, int | None]], text: str) -> tuple[int, int]:
        """The heading level of a line (0: none) and how many of its characters are bold from its start.

        A heading that fills only the beginning of a line counts as bold words, and so does a colon behind them.
        """
        sources = [at for _, at in pieces if at is not None]
        if not sources or not self._all:
            return 0, 0
        last = next((words, at) for words, at in reversed(pieces) if at is not None)
        start, end = sources[0], (last[1] or 0) + len(last[0])
        level = bold = 0
        for one in self._all[bisect_right(self._ends, start) :]:
            if one.start >= end:
                break
            begins, ends = _cleaned(pieces, one.start), _cleaned(pieces, one.end)
            if begins > bold + 1 and not _is_number(text[:begins]):
                break
            if one.level and ends >= len(text.rstrip(" .:|")):
                level = level or one.level
            bold = max(bold, ends)
        return level, len(text) if 0 < bold >= len(text.rstrip(" :")) else bold


def _of(emphasis: Sequence[Emphasis], heavy: bool) -> list[Emphasis]:
    return [one for one in emphasis if (one.level == 0) is heavy]


def _is_number(text: str) -> bool:
    return len(text) <= _LONGEST_NUMBER and _NUMBER.fullmatch(text) is not None


def _cleaned(pieces: Sequence[tuple[str, int | None]], offset: int) -> int:
    """How many characters of the cleaned line stand before ``offset`` of the source."""
    length = known = 0
    for words, at in pieces:
        if at is not None:
            if at >= offset:
                return known if at > offset else length
            known = length + min(len(words), offset - at)
        length += len(words)
    return known
