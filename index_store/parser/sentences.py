"""Where sentences end in the prose of minutes, with its abbreviations, initials and clock times."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[.?!]+[\"'”’)\]]*(?=\s|$)|\n\s*\n|$")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Revd|Cllr|Cllrs|Clr|St|No|Nos|Prop|Sec|Seconded|vs|approx|Hon|Rt|Sgt|Insp|Supt|"
    r"Col|Capt|Maj|"
    r"para|paras|fig|ref|Ref|vol|pp|p|cf|al|ie|eg|e\.g|i\.e|viz|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|"
    r"incl|Ald|min|Min|tel|Tel)"
    r"|\b[A-Z]|\b[ap]\.m|\d\s?[ap]\.m)$"
)
_CLOCK = re.compile(r"[ap]\.m$")


def sentence_end(text: str, start: int) -> int:
    """Offset just behind the sentence that holds ``start``; a blank line always ends one."""
    for match in _END.finditer(text, start):
        if match.group().startswith("\n") or match.start() == len(text):
            return match.start()
        after = text[match.end() : match.end() + 40].lstrip(" ")
        short = match.group() == "." and _ABBREVIATION.search(text, max(0, match.start() - 14), match.start())
        clock = _CLOCK.search(text, max(0, match.start() - 4), match.start()) and after[:1].isupper()
        if short and after[:1] not in ("", "\n") and not clock:
            continue
        if after[:1].islower():
            continue
        return match.end()
    return len(text)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence; lines are never joined across a line break that reading text kept."""
    at = 0
    for line in text.split("\n"):
        start, stop = at, at + len(line)
        while start < stop:
            end = min(sentence_end(line, start - at) + at, stop)
            while start < end and text[start].isspace():
                start += 1
            if start < end:
                yield start, end
            start = max(end, start + 1)
        at = stop + 1
