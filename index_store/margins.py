"""Headings in the margin that take several lines, with the text of their minute beside them.

    Local Electoral     Mr. Ash informed the meeting that the
    Boundaries          boundaries had been confirmed.

The text comes to one paragraph behind the first line of the heading; what the heading has on further lines is told
beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from index_store.rows import Piece, Row

_FEWEST = 4
_NARROWEST, _WIDEST = 8, 40
_PROSE = 60
"""Text beside a heading is longer than this, and mostly in small letters."""


def with_margins(rows: list[Row]) -> list[Row]:
    """``rows`` with the further lines of headings in the margin taken out of them, where there are such headings."""
    if sum([row.indent >= _NARROWEST for row in rows]) < _FEWEST:
        return rows
    places = [_column(row) for row in rows]
    beside = Counter(place for place in places if place is not None)
    if not beside:
        return rows
    column, count = beside.most_common(1)[0]
    alone = sum(row.indent == column for row in rows)
    if count < _FEWEST or alone < count // 2 or not _NARROWEST <= column <= _WIDEST:
        return rows
    kept: list[Row] = []
    for block in _blocks(rows):
        kept += _margined(block, [_column(row) for row in block], column)
    return kept


def _column(row: Row) -> int | None:
    """Where on the page the second of two columns begins; None in a row of one column or of more than two."""
    if row.text.count("\t") != 1:
        return None
    at = next((n for n, (text, _) in enumerate(row.pieces) if text == "\t"), None)
    source = None if at is None or at + 1 == len(row.pieces) else row.pieces[at + 1][1]
    return None if source is None else row.indent + source - row.start


def _blocks(rows: Sequence[Row]) -> list[list[Row]]:
    blocks: list[list[Row]] = []
    for row in rows:
        if row.gap or not blocks:
            blocks.append([])
        blocks[-1].append(row)
    return blocks


def _margined(block: list[Row], places: list[int | None], column: int) -> list[Row]:
    first = block[0]
    if places[0] != column or len(block) < 2 or not first.text[:3].isalpha() or not _is_prose(block, places):
        return block
    if any(not (_fits(row, place, column)) for row, place in zip(block[1:], places[1:], strict=True)):
        return block
    kept = [first]
    for row, place in zip(block[1:], places[1:], strict=True):
        if place == column:
            cut = next(n for n, (text, _) in enumerate(row.pieces) if text == "\t")
            first.margin += " " + _text(row.pieces[:cut])
            row.pieces = row.pieces[cut + 1 :]
            row.text, row.indent, row.bold = _text(row.pieces), column, 0
            row.start = row.pieces[0][1] or row.start
            kept.append(row)
        elif row.indent < column:
            first.margin += f" {row.text}"
        else:
            kept.append(row)
    return kept


def _fits(row: Row, place: int | None, column: int) -> bool:
    """Whether a row is set in the two columns, or in one of them alone."""
    if row.indent == column:
        return True
    return (place == column or (place is None and row.indent + len(row.text) < column)) and row.text[0].isalpha()


def _is_prose(block: Sequence[Row], places: Sequence[int | None]) -> bool:
    words = " ".join(
        row.text.partition("\t")[2] if place else row.text for row, place in zip(block, places, strict=True)
    )
    small = sum(word[0].islower() for word in words.split())
    return len(words) > _PROSE and 2 * small > len(words.split())


def _text(pieces: Sequence[Piece]) -> str:
    return "".join(text for text, _ in pieces)
