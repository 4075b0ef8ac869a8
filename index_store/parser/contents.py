"""A table of contents before the minutes: the headings once more, with the numbers of their pages."""

from __future__ import annotations

import re

from index_store.parser.cues import cued
from index_store.reading import Reading

_LEADER = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){4,}|_{4,})\s*\d{1,4}$")
_LEADERS = ("....", "……", ". . ", "____")
LED = re.compile(r"^.*\.{4,}\s*\d{1,4}$", re.MULTILINE)
"""Lines of a table of contents."""
_FEWEST = 3


def after_contents(reading: Reading, first: int, stop: int) -> int:
    """The first line behind a table of contents in lines ``first`` up to ``stop``; ``first`` where there is none."""
    if not cued(reading.mapped.text, _LEADERS):
        return first
    led = [at for at in range(first, stop) if _is_led(reading.lines[at].text)]
    if len(led) < _FEWEST or led[-1] + 1 >= stop:
        return first
    runs = [at for at, after in zip(led, [*led[1:], stop], strict=True) if after - at > 2 * _FEWEST]
    return runs[0] + 1 if runs and led.index(runs[0]) + 1 >= _FEWEST else first


def _is_led(text: str) -> bool:
    """Whether dots lead from a heading to the number of its page."""
    return text[-1:].isdigit() and _LEADER.search(text) is not None
