"""Planning applications set in lines: reference, what is proposed, address with its postcode, applicant, outcome."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from index_store.parser.decision_lists import Minute
from index_store.parser.wording import is_sentence

_REFERENCE = re.compile(
    r"\W*(?:(?i:planning )?(?i:application)\W+)?(?=[A-Z\d.-]*/)[A-Z\d][A-Z\d/.-]*\d[A-Z\d/.-]*(?=\W|$)"
)
_POSTCODE = re.compile(r"(?:^|[\s,])[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\W*$")
_LONGEST = 160
_MOST = 12
"""Lines that one application may take."""


def applications(minute: Minute, at: int) -> list[tuple[int, int]]:
    """First and last line of each application in the lines from ``at`` on; empty where they are no such lines."""
    stop, text, lines = at, minute.text, minute.lines
    while stop < len(lines) and _is_part(lines[stop].content(text)):
        stop += 1
    words = [line.content(text) for line in lines[at:stop]]
    if not any(map(_POSTCODE.search, words)) or not _REFERENCE.match(words[0]):
        return []
    starts = [at + n for n, one in enumerate(words) if _REFERENCE.match(one)]
    return [(first, after - 1) for first, after in pairwise([*starts, stop])]


def application_above(minute: Minute, at: int) -> int | None:
    """The line in which the application begins whose outcome is all that line ``at`` says; None where none does."""
    seen = False
    for back in range(at - 1, max(-1, at - _MOST), -1):
        words = minute.lines[back].content(minute.text)
        if not _is_part(words):
            return None
        seen = seen or _POSTCODE.search(words) is not None
        if _REFERENCE.match(words):
            return back if seen else None
    return None


def spans(minute: Minute, at: int) -> Iterator[tuple[int, int, int]]:
    """Where each application from line ``at`` on begins and ends in the reading text, and the line behind it."""
    for first, last in applications(minute, at):
        yield minute.lines[first].words, minute.lines[last].end, last + 1


def _is_part(words: str) -> bool:
    return len(words) <= _LONGEST and not (is_sentence(words) and words.endswith("."))
