"""Where sentences end in the prose of minutes, with its abbreviations, initials and clock times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from string import ascii_uppercase

from index_store.parser.cues import cued

_STOP = re.compile(r"[.?!][.?!]*[\"'”’)\]]*(?=\s|$)")
_STOPS = (".", "?", "!")
_CLOSERS = ".?!\"'”’)]"
"""What a line of one sentence has at its end alone."""
_END = re.compile(rf"{_STOP.pattern}|\n\s*\n|$")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Revd|Cllr|Cllrs|Clr|Comh|St|No|Nos|Prop|Sec|Proposed|Seconded|vs|approx|Hon|Rt|Sgt|Insp|Supt|"
    r"Col|Capt|Maj|"
    r"para|paras|fig|ref|Ref|vol|pp|p|cf|al|ie|eg|e\.g|i\.e|viz|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|"
    r"incl|Ald|min|Min|tel|Tel|Ml|Wm|Thos|Jas|Chas|Patk)"
    r"|\b[A-Z]|\b[ap]\.m|\d\s?[ap]\.m)$"
)
_SHORT = frozenset(
    "Mr Mrs Ms Dr Prof Rev Revd Cllr Cllrs Clr Comh St No Nos Prop Sec Proposed Seconded vs approx Hon Rt Sgt Insp "
    "Supt Col Capt Maj para paras fig ref Ref vol pp p cf al ie eg viz Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov "
    "Dec incl Ald min Min tel Tel Ml Wm Thos Jas Chas Patk".split()
) | frozenset(ascii_uppercase)
_CLOCK = re.compile(r"[ap]\.m$")


def sentence_end(text: str, start: int) -> int:
    """Offset just behind the sentence that holds ``start``; a blank line always ends one."""
    for stop in _END.finditer(text, start):
        if stop.group().startswith("\n") or stop.start() == len(text):
            return stop.start()
        if not _goes_on(text, stop):
            return stop.end()
    return len(text)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence; lines are never joined across a line break that reading text kept."""
    at = 0
    for line in text.split("\n"):
        for start, end in _of_line(line):
            yield at + start, at + end
        at += len(line) + 1


@lru_cache(maxsize=256)
def _of_line(line: str) -> tuple[tuple[int, int], ...]:
    """The sentences of one line. Decisions and actions are both looked for in them, hence the cache."""
    if not cued(line.rstrip(_CLOSERS), _STOPS):
        words = len(line.lstrip())
        return ((len(line) - words, len(line)),) if words else ()
    found = []
    start = 0
    for stop in chain(_STOP.finditer(line), [None]):
        if stop is not None and _goes_on(line, stop):
            continue
        end = len(line) if stop is None else stop.end()
        first = start + len(line[start:end]) - len(line[start:end].lstrip())
        if first < end:
            found.append((first, end))
        start = end
    return tuple(found)


def _goes_on(line: str, stop: re.Match[str]) -> bool:
    """Whether the stop belongs to an abbreviation, or the sentence goes on in lower case behind it."""
    at = stop.start()
    after = line[stop.end() : stop.end() + 40].lstrip(" ")[:1]
    short = after not in ("", "\n") and stop.group() == "." and _abbreviates(line, at)
    if short and not (after.isupper() and _CLOCK.search(line, max(0, at - 4), at)):
        return True
    return after.islower()


def _abbreviates(line: str, at: int) -> bool:
    """Whether the word that ends at ``at`` is an abbreviation."""
    word = line[line.rfind(" ", 0, at) + 1 : at]
    return word in _SHORT if word.isalpha() else _ABBREVIATION.search(line, max(0, at - 14), at) is not None
