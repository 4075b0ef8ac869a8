"""Cells of lists that are set in columns without rules, whose names take two lines: put on the line above.

Cllr E W      Cllr B C          Cllr D Day
Leadbetter    Townsend
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index_store.people_columns import is_open
from index_store.readers.pdf_lines import Fragment, Line

_NEAR = 2.0
"""In points: fragments whose left edges are so near stand in one column."""
_STEP = 1.35
"""In line pitches: a wider step down is no wrap."""
_LONGEST, _COLUMNS = 45, 2
_SMALL = 4
"""More words in small letters are a sentence, not a name or a post."""
_FORENAME = re.compile(r"(?:Cllr|Councillor|Comh|Cr|Council Member|Mr|Mrs|Ms|Dr)\.? [A-Z][a-z]+")
_SURNAME = re.compile(r"(?!(?:Cllr|Councillor)\b)[A-Z][\w’'-]+(?: \(.*)?")
"""What a narrow column parts: "Councillor Fiona" over "Taylor-Reid (Chair)"."""


def with_whole_cells(lines: Sequence[Line], pitch: float) -> list[Line]:
    """``lines`` without those that only go on with cells of the line above, which has them."""
    kept: list[Line] = []
    base = 0.0
    for line in lines:
        cells = _cells(kept[-1], line) if kept and base - line[0].base < _STEP * pitch else []
        base = line[0].base
        if not cells:
            kept.append(line)
            continue
        for cell, more in zip(cells, line, strict=True):
            at = kept[-1].index(cell)
            kept[-1][at] = replace(cell, text=f"{cell.text} {more.text}", right=max(cell.right, more.right))
    return kept


def _cells(above: Line, line: Line) -> list[Fragment]:
    """The cells of the line above that all of a line goes on with; empty where it does not."""
    if len(above) < _COLUMNS or any(len(each.text) > _LONGEST for each in (*above, *line)):
        return []
    if not all(each.text[0].isalpha() for each in above):
        return []
    found = [next((cell for cell in above if abs(cell.left - each.left) < _NEAR), None) for each in line]
    cells = [cell for cell in found if cell is not None]
    goes_on = len(set(cells)) == len(line) and all(map(_goes_on, cells, line))
    return cells if goes_on else []


def _goes_on(cell: Fragment, more: Fragment) -> bool:
    if sum(map(str.islower, cell.text.split())) > _SMALL:
        return False
    if more.text[0] == "(" or (is_open(cell.text) and more.text[0].isalnum()):
        return True
    return _FORENAME.fullmatch(cell.text) is not None and _SURNAME.fullmatch(more.text) is not None
