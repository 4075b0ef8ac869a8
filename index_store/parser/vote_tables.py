"""Tables of a recorded vote, a column a side: "Yeas: | Nays: | Absent:" over rows of names or, by a name, marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index_store.parser.names import TITLED
from index_store.parser.sides import Listed, Side, sides_over
from index_store.parser.wording import is_side

_BESIDE = ("recuse", "conflict", "not present", "abstain", "declared")
"""Further columns of such a table, beside those of the sides."""
_VOTERS = re.compile(
    r"(?:(?:council|board|committee) )?(?:members?|councill?ors?|names?|directors?|trustees?|commissioners?|voters?)"
    r"(?: names?)?:?|member of council",
    re.IGNORECASE,
)
"""What stands over the first column where the others hold a mark for each member."""
_ALONE = re.compile(rf"\s*{TITLED}\s*")
"""A row of which only the first column holds a name, whose bars text leaves out."""
_MARK = re.compile(r"[xX✓✔√☑☒✗•●*1]|yes|YES|Yes")


def table_lines(texts: Sequence[str]) -> frozenset[int]:
    """Which of the lines belong to tables of votes, from their heads to the last row of names."""
    found: set[int] = set()
    for at, text in enumerate(texts):
        if "|" in text and at not in found and _heads(text):
            stop = at + 1
            while stop < len(texts) and ("|" in texts[stop] or _ALONE.fullmatch(texts[stop])):
                stop += 1
            found.update(range(at, stop))
    return frozenset(found)


def sides_in_table(text: str) -> dict[Side, Listed]:
    """Who voted on each side by the first table in ``text``; empty where it has none."""
    lines = text.split("\n") if "|" in text else []
    at = next((n for n, line in enumerate(lines) if "|" in line and _heads(line)), None)
    if at is None:
        return {}
    heads = _cells(lines[at])
    if _VOTERS.fullmatch(heads[0]):
        return _marked(heads, _rows(lines[at + 1 :]))
    columns: list[list[str]] = [[] for _ in heads]
    for cells in _rows(lines[at + 1 :]):
        for column, cell in zip(columns, cells, strict=False):
            column += [cell] if cell.strip(" -:") else []
    sides = zip(sides_over(heads), columns, strict=True)
    return {side: Listed(tuple(names), len(names)) for side, names in sides if side}


def _marked(heads: Sequence[str], rows: Iterator[list[str]]) -> dict[Side, Listed]:
    """Who voted on each side by the column in which a row has its one mark."""
    sides = sides_over(heads)
    found: dict[Side, list[str]] = {side: [] for side in sides if side}
    for who, *marks in rows:
        marked = [side for side, mark in zip(sides[1:], marks, strict=False) if _MARK.fullmatch(mark)]
        side = marked[0] if len(marked) == 1 else None
        if who and side:
            found[side].append(who)
    return {side: Listed(tuple(names), len(names)) for side, names in found.items()}


def _rows(lines: Sequence[str]) -> Iterator[list[str]]:
    """The cells of the rows below a head: a table of one column has its bars at either end."""
    for line in lines:
        if line.strip() and "|" not in line and not _ALONE.fullmatch(line):
            return
        if line.strip():
            yield _cells(line)


def _cells(line: str) -> list[str]:
    """The cells of a row; a bar at its end closes the last, one at its start opens the first of a lone column."""
    bare = line.strip()
    lone = bare.startswith("|") and bare.count("|") == 2 and bare.endswith("|")
    return [cell.strip(" *_") for cell in (bare[1:-1] if lone else bare.removesuffix("|")).split("|")]


def _heads(line: str) -> bool:
    """Whether all cells of a row are sides of a vote, and one at least is for or against."""
    cells = [cell for cell in _cells(line) if cell]
    if len(cells) > 2 and _VOTERS.fullmatch(cells[0]):
        cells = cells[1:]
    told = [is_side(cell) for cell in cells]
    beside = (cell.casefold().startswith(_BESIDE) for cell in cells)
    return any(side in ("for", "against") for side in sides_over(cells)) and all(
        one or other for one, other in zip(told, beside, strict=True)
    )
