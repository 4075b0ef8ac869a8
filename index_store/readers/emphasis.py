"""Which words a file prints as a heading or in bold.

A reader wraps such words in marks, characters that no text holds, puts its text together as ever, and takes the marks
out at the end: then their places are known.
"""

from __future__ import annotations

import re
from itertools import pairwise

from index_store.models import Emphasis

_FIRST, _END = 0xFDD0, "\ufdd7"
_MARK = re.compile("[\ufdd0-\ufdd7]")
_BETWEEN = re.compile(r"[\s:.,()–-]*")


def emphasised(text: str, level: int = 0) -> str:
    """``text`` marked as a heading of ``level`` (1 to 6), or as bold (0); blanks at its ends stay outside."""
    bare = text.strip()
    if not bare:
        return text
    lead = len(text) - len(text.lstrip())
    return f"{text[:lead]}{chr(_FIRST + level)}{bare}{_END}{text[lead + len(bare) :]}"


def bare(text: str) -> str:
    """``text`` without marks."""
    return _MARK.sub("", text) if _END in text else text


def unmarked(text: str) -> tuple[str, tuple[Emphasis, ...]]:
    """The text of a document without marks, and what they told, in the order of the text."""
    if _MARK.search(text) is None:
        return text, ()
    parts: list[str] = []
    found: list[Emphasis] = []
    opened: list[tuple[int, int]] = []
    at = length = 0
    for mark in _MARK.finditer(text):
        parts.append(text[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        if mark[0] != _END:
            opened.append((length, ord(mark[0]) - _FIRST))
        elif opened:
            start, level = opened.pop()
            if level or not any(outer for _, outer in opened):
                found.append(Emphasis(start, length, level))
    parts.append(text[at:])
    plain = "".join(parts)
    return plain, tuple(_together(plain, sorted(found)))


def _together(text: str, found: list[Emphasis]) -> list[Emphasis]:
    """Neighbours in bold that nothing but blanks or a stop parts, as one."""
    joined = found[:1]
    for _, two in pairwise(found):
        last = joined[-1]
        near = not last.level and not two.level and _BETWEEN.fullmatch(text, last.end, max(last.end, two.start))
        if near and "\n" not in text[last.end : two.start]:
            joined[-1] = Emphasis(last.start, max(last.end, two.end))
        else:
            joined.append(two)
    return joined
