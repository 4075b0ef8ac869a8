"""Text set with an empty line below each of its lines, as programs write that take it from a PDF.

Such empty lines part no paragraphs; where more of them stand than elsewhere, they do.
"""

from __future__ import annotations

from itertools import pairwise

from index_store.bold_rows import ENDED
from index_store.rows import Row
from index_store.seams import LEADS_ON

_FEWEST, _SPACED, _BROKEN = 12, 0.8, 0.15
"""Rows that tell; how many of their seams are the same empty lines; how many of these stand in mid-sentence."""
_LONG = 40


def without_spacing(rows: list[Row], text: str) -> list[Row]:
    """``rows`` of ``text``, with a gap only where more empty lines stand than everywhere, if lines are set apart."""
    if len(rows) < _FEWEST or sum(row.gap for row in rows) < _SPACED * len(rows):
        return rows
    ends = [text.count("\n", one.end, two.start) for one, two in pairwise(rows)]
    usual = max(set(ends), key=ends.count)
    spaced = [pair for pair, count in zip(pairwise(rows), ends, strict=True) if count == usual]
    broken = sum(_breaks(one, two) for one, two in spaced)
    if usual < 2 or len(spaced) < _SPACED * len(ends) or broken < _BROKEN * len(spaced):
        return rows
    for row, count in zip(rows[1:], ends, strict=True):
        row.gap = row.gap and count > usual
    return rows


def _breaks(one: Row, two: Row) -> bool:
    if len(one.text) <= _LONG or one.text.endswith(ENDED):
        return False
    return two.text[0].islower() or one.text.endswith(",") or LEADS_ON.search(one.text[-24:].lower()) is not None
