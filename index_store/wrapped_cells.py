"""Cells of a list set in columns that go on in the next printed line, where a bracket left open tells that they do.

    Cllr A Ash (Vice-Chairman, in the   Cllr B Birch
    chair)                              Cllr C Clay

The words that close the bracket are put to their cell, which text read line by line would tear from it. A cell that
fills its column to the edge has one space behind it: the next line tells then where the further column begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from index_store.rows import Piece, Row

_CLOSES = re.compile(r"[^()\t]{1,40}\)")
_SLIP = 2
"""A star or bullet stands so far before the name that it marks."""

Cell = tuple[int, list[Piece]]
"""Where on the page a cell begins, and what it is made of."""


def with_wrapped_cells(rows: list[Row]) -> list[Row]:
    """``rows`` with each cell whole whose bracket is closed in the row below it, in the same column."""
    kept: list[Row] = []
    for row, after in zip_longest(rows, rows[1:]):
        if not (kept and row.text.count(")") > row.text.count("(") and not row.gap and _closed(kept[-1], row, after)):
            kept.append(row)
    return kept


def _closed(above: Row, row: Row, after: Row | None) -> bool:
    """Whether all of ``row`` went to a cell of ``above``; what closes a cell goes there in any case."""
    below = cells(row)
    at = next((n for n, (_, pieces) in enumerate(below) if _CLOSES.fullmatch(_text(pieces))), None)
    if at is None or not _is_open(above.text):
        return False
    place, words = below[at]
    further = [one for one, _ in (below[at + 1 :] or (cells(after)[1:] if after else []))]
    upper = _cut(cells(above), place, further[0]) if further else cells(above)
    open_at = next(
        (n for n, (one, held) in enumerate(upper) if abs(one - place) <= _SLIP and _is_open(_text(held))), -1
    )
    if open_at < 0 or len(upper) < 2:
        return False
    held = upper[open_at][1]
    joint = "" if _text(held).endswith("-") else " "
    # Text that moves before another cell no longer stands in the order of the source: it is not mapped to it.
    passes = open_at + 1 < len(upper)
    held += [(joint, None), *((text, None if passes else source) for text, source in words)]
    _set(above, upper)
    del below[at]
    if below:
        _set(row, below)
        above.hard = above.hard or not _text(below[-1][1])[0].islower()
    return not below


def cells(row: Row) -> list[Cell]:
    """The cells of a row, each with the column of the page where it begins."""
    found: list[list[Piece]] = [[]]
    for piece in row.pieces:
        if piece[0] == "\t":
            found.append([])
        else:
            found[-1].append(piece)
    return [(row.indent + pieces[0][1] - row.start, pieces) for pieces in found if pieces and pieces[0][1] is not None]


def _cut(upper: list[Cell], place: int, column: int) -> list[Cell]:
    """``upper`` with the cell that fills its column up to ``column`` cut there, where a word begins there."""
    found: list[Cell] = []
    for start, pieces in upper:
        text, source = pieces[0]
        length = column - start
        if (
            abs(start - place) <= _SLIP
            and len(pieces) == 1
            and source is not None
            and 0 < length < len(text)
            and text[length - 1] == " " != text[length]
            and _is_open(text[:length])
        ):
            found += [(start, [(text[:length].rstrip(), source)]), (column, [(text[length:], source + length)])]
        else:
            found.append((start, pieces))
    return found


def _set(row: Row, held: Sequence[Cell]) -> None:
    """Makes ``row`` of these cells alone."""
    row.indent, pieces = held[0]
    row.start = pieces[0][1] if pieces[0][1] is not None else row.start
    row.pieces = list(pieces)
    for _, more in held[1:]:
        row.pieces += [("\t", None), *more]
    row.text = _text(row.pieces)


def _text(pieces: Sequence[Piece]) -> str:
    return "".join(text for text, _ in pieces)


def _is_open(text: str) -> bool:
    return text.count("(") > text.count(")")
