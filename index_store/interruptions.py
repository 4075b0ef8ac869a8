"""Lines of the page in the middle of a sentence, in a text that does not tell its pages."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import pairwise
from statistics import median

from index_store.item_like import item_like
from index_store.rows import Row
from index_store.seams import LEADS_ON

NUMBER = re.compile(r"\d{1,4}$|[ivxl]{1,5}$")
_DIGITS = re.compile(r"\d+")
_SENTENCE_END = (".", "!", "?", ":", ";")
_FILLED = 0.85


def interruptions(rows: list[Row], flags: list[bool]) -> list[int]:
    """Bare numbers and recurring lines that stand in mid-sentence, in a text that does not tell its pages.

    Where it tells them, what stands inside a page is text, however often it recurs.
    """
    if rows and rows[0].page != rows[-1].page:
        return []
    ends = [len(row.text) > 30 and not row.text.endswith(_SENTENCE_END) for row in rows]
    full = _full(rows)
    inside = [
        at
        for at in range(1, len(rows) - 1)
        if ends[at - 1]
        and not flags[at]
        and len(rows[at].text) <= 100
        and _goes_on(rows[at + 1].text)
        and not (len(rows[at].text) >= full or LEADS_ON.search(rows[at].text[-24:]))
    ]
    if not inside:
        return []
    places: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if len(row.text) <= 100:
            places[line_shape(row.text)].append(at)
    breaking: set[str] = set()
    found = []
    for at in inside:
        text = rows[at].text
        shape = line_shape(text)
        if len(text) <= 4 and NUMBER.match(text) is not None:
            found.append(at)
        elif shape in breaking or _interrupts(rows, shape, places[shape]):
            breaking.add(shape)
    within = set(inside)
    return found + [at for shape in breaking for n, at in enumerate(places[shape]) if n or at in within]


def _full(rows: list[Row]) -> float:
    """Letters from which on a row fills its line, so that what goes on below it is its own sentence."""
    wrapped = [len(one.text) for one, two in pairwise(rows) if len(one.text) > 30 and _goes_on(two.text)]
    return _FILLED * median(wrapped) if wrapped else 0.0


def _interrupts(rows: list[Row], shape: str, ats: list[int]) -> bool:
    """Whether a line that recurs is no part of a text that recurs: it stands between other lines each time."""
    if len(ats) < 3 or len(shape) <= 5 or item_like(shape) or rows[ats[0]].text[0].islower():
        return False
    above = {line_shape(rows[at - 1].text) for at in ats if at}
    below = {line_shape(rows[at + 1].text) for at in ats if at + 1 < len(rows)}
    return len(above) + 1 >= len(ats) and len(below) + 1 >= len(ats)


def _goes_on(text: str) -> bool:
    """Whether a row begins in the middle of a sentence."""
    return text[0].islower() and text[1:2] not in (")", ".")


@lru_cache(maxsize=4096)
def line_shape(text: str) -> str:
    """A line in small letters with ``#`` for each number: what recurring heads and feet share."""
    return _DIGITS.sub("#", text).casefold()
