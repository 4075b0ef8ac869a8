"""Numbers that a page prints a line below the title that they number: put beside it.

    Hire of the boathouse
6.
    Three clubs had written…
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index_store.readers.pdf_lines import Fragment, Line

_NUMBER = re.compile(r"\d{1,2}\.?")
_TITLE = re.compile(r"[A-Z][^.:;?!]{2,88}[^\s.:;,?!-]")
_NEAR = 2.0
"""In points: fragments whose left edges are so near stand in one column."""
_STEP = 1.35
"""In line pitches: a wider step down begins a paragraph."""
_PROSE = 40
_LISTED = re.compile(r"(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)] ")
"""A point of the minute beside the number, which is no title however short."""


def with_numbers_beside_titles(lines: Sequence[Line], pitch: float) -> list[Line]:
    """``lines`` with each number that stands beside the first line of a minute's text moved up to its title."""
    kept: list[Line] = []
    for at, line in enumerate(lines):
        title = kept[-1] if kept else []
        gap = len(kept) < 2 or kept[-2][0].base - title[0].base > _STEP * pitch
        if gap and _is_low(line, title, lines[at + 1 : at + 2], pitch):
            kept[-1] = [replace(line[0], base=title[0].base), *title]
            line = line[1:]
        if line:
            kept.append(line)
    return kept


def _is_low(line: Line, title: Line, below: Sequence[Line], pitch: float) -> bool:
    """Whether a line opens with the number of the title above it: its own text, or that below, is the minute's."""
    if len(title) != 1 or not _NUMBER.fullmatch(line[0].text) or not _TITLE.fullmatch(title[0].text):
        return False
    if title[0].left < line[0].right or title[0].base - line[0].base > _STEP * pitch:
        return False
    text = line[1:] or (below[0] if below and line[0].base - below[0][0].base < _STEP * pitch else [])
    if not text or text[0].left < title[0].left - _NEAR:
        return False
    return len(line) == 1 or _goes_on(text[0])


def _goes_on(text: Fragment) -> bool:
    return len(text.text) > _PROSE or _LISTED.match(text.text) is not None
