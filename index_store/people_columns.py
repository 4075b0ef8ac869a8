"""Two lists of people side by side, of which one goes on where the other has ended.

    Attendees             Officials
    Ann Ash (Chair)       Bob Birch
    Carol Cole            Apologies
                          Dan Dent

A row that holds words of a further column alone gets a bar before them for each column at its left, which text without
its indent would not tell; what goes on with a name or a post of the row above is put to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index_store.rows import Piece, Row

_HEAD = re.compile(
    r"(?:[\w’']+ ){0,3}(?:present|attendees|attendance|apolog(?:ies|y)|officers|officials|members|councillors|"
    r"observers|absent|staff|regrets|guests)\b(?:(?: [\w’']+){0,3}|[\w ’']*:.*)\W*",
    re.IGNORECASE,
)
_OPEN = re.compile(r"(?:[,&–-]|\b(?:and|of|for|the|Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\.?|(?<![A-Z])[A-Z]\.?)$")
"""How a cell ends in the middle of a name or of a post."""
_GROUP = re.compile(
    r"(?:[A-Z][\w’'-]*|&)(?: (?:[A-Z][\w’'-]*|&|and|of|the))* (?:Councils?|Authority|Authorities|Board|Trust)"
)
"""Whoever appointed the members below in the same column, and is nothing that the name beside it belongs to."""
_SORT = re.compile(r"(?:(?:District|Borough|County|City|Town|Parish) )?(?:Councils?|Authority)")
"""How the name of a council ends in a line of its own."""
_SLIP = 2
_LONGEST, _ROWS = 60, 60


def with_people_columns(rows: list[Row]) -> list[Row]:
    """``rows`` with the words of a further column where they belong, below two heads of lists of people."""
    kept, listed = list[Row](), list[Row]()
    columns: list[int] = []
    left = 0
    for row in rows:
        starts = _starts(row)
        if len(starts) > 1 and all(map(_HEAD.fullmatch, row.text.split("\t"))):
            columns, left = starts, _ROWS
        elif columns and not (left and _fits(row, starts, columns)):
            columns = []
        at = _column(row, columns) if columns and len(starts) == 1 else 0
        left -= 1
        if (
            at
            and kept[-1].text.count("\t") == at
            and not row.gap
            and _goes_on(kept[-1].text.rpartition("\t")[2], row.text)
        ):
            _put(kept[-1], [(" ", None), *row.pieces], row.end)
            continue
        row.hard = row.hard or bool(columns)
        if at:
            row.pieces = [("| " * at, None), *row.pieces]
            row.text = "| " * at + row.text
        kept.append(row)
        if columns and not at:
            listed.append(row)
    return _with_groups(kept, listed) if listed else kept


def _with_groups(rows: list[Row], listed: Sequence[Row]) -> list[Row]:
    """``rows`` with the councils that stand in a further column of those ``listed`` in rows of their own."""
    beside = {id(row) for row in listed if _GROUP.fullmatch(row.text.rpartition("\t")[2]) and "\t" in row.text}
    found = list[Row]()
    for row in rows:
        found.append(row)
        if id(row) in beside:
            at = max(n for n, (text, _) in enumerate(row.pieces) if text == "\t")
            bars, left = "| " * row.text.count("\t"), row.pieces[:at]
            right = row.pieces[at + 1 :]
            start = next(source for _, source in right if source is not None)
            found.append(replace(row, text=bars + _words(right), pieces=[(bars, None), *right], start=start, gap=False))
            row.pieces, row.text = left, _words(left)
    return found


def _words(pieces: Sequence[Piece]) -> str:
    return "".join(text for text, _ in pieces)


def _starts(row: Row) -> list[int]:
    """Where on the page each cell of a row begins."""
    found, fresh = list[int](), True
    for text, source in row.pieces:
        if text == "\t":
            fresh = True
        elif fresh and source is not None:
            found.append(row.indent + source - row.start)
            fresh = False
    return found


def _column(row: Row, columns: Sequence[int]) -> int:
    """Which column the one cell of a row stands in; 0 for the first."""
    return next((n for n in range(len(columns) - 1, 0, -1) if row.indent >= columns[n] - _SLIP), 0)


def _fits(row: Row, starts: Sequence[int], columns: Sequence[int]) -> bool:
    """Whether a row is set in the columns: it has a cell in each, or keeps to one of them."""
    if row.level or row.page_edge:
        return False
    if len(starts) > 1:
        return len(starts) <= len(columns) and abs(starts[-1] - columns[len(starts) - 1]) <= _SLIP
    return len(row.text) < _LONGEST and (row.indent >= columns[-1] - _SLIP or row.indent + len(row.text) <= columns[1])


def _goes_on(cell: str, text: str) -> bool:
    return text[0].islower() or is_open(cell) or (_SORT.fullmatch(text) is not None and "(" not in cell)


def is_open(cell: str) -> bool:
    """Whether a cell ends in the middle of a name, a post or of what stands in brackets."""
    return cell.count("(") > cell.count(")") or _OPEN.search(cell) is not None


def _put(row: Row, pieces: list[Piece], end: int) -> None:
    row.pieces = [*row.pieces, *pieces]
    row.text, row.end = _words(row.pieces), end
