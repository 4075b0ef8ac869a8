"""Tables whose cells are ruled: each row becomes one line, cell by cell, however its cells are wrapped and set.

Read across, the lines of neighbouring cells would mix: "Change of use  OBJECT - access and" over "of barn to 3".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from index_store.readers.pdf_lines import Fragment, Line, Rule

_FEWEST = 3
"""Columns of a table; and so many of a row's cells hold text."""
_SEVERAL = 2
_NEAR = 2.0
"""In points: rules that stand so close are at one height, or touch."""
_SLIP = 1.5
"""In ems: an edge is as near as this to the space at which glued words are parted."""
_LONGEST = 600
_MARK = 2
"""Letters of a mark that tells who came."""
_HEADED, _WIDER, _TITLE = 2, 1.5, 160
"""Columns of number and title; how much wider the one beside them is; and how long a title is at most."""
_NUMBER = re.compile(r"(?:[A-Z]{1,4}[ /]?)?\d[\d/.-]{0,11}[a-z]?[.)]?")
_STEP = 1.5
"""In line pitches: a wider step down inside a cell begins a paragraph there."""
_LISTED = re.compile(r"(?:[•·‣◦▪–*o-]|[(]?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])(?:\s|$)")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a table: its top and bottom, and the left edges of its cells with the right edge of the last."""

    top: float
    bottom: float
    edges: tuple[float, ...]


def with_whole_rows(lines: Sequence[Line], rules: Sequence[Rule], pitch: float) -> list[tuple[Line, bool]]:
    """The lines, each with whether it is a table's row put together from its cells."""
    rows = _rows(rules)
    found: list[tuple[Line, bool]] = []
    done: set[int] = set()
    for at, line in enumerate(lines):
        if at in done:
            continue
        row = next((one for one in rows if one.bottom < line[0].base < one.top), None)
        inside = _inside(lines, row) if row else []
        cells = _cells(lines, inside, row) if row and inside and inside[0] == at else None
        if row is None or cells is None:
            found.append((line, False))
        elif (whole := _whole(cells, row, pitch)) is not None:
            found.append((whole, True))
            done.update(inside)
        elif _is_headed(cells, row, pitch):
            found.append((_joined(cells[:_HEADED], row), True))
            kept = ([each for each in lines[n] if each.left >= row.edges[_HEADED] - _NEAR] for n in inside)
            found += [(rest, False) for rest in kept if rest]
            done.update(inside)
        else:
            found.append((line, False))
    return found


def _rows(rules: Sequence[Rule]) -> list[_Row]:
    """Rows between two heights at which rules part the same cells."""
    heights: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda one: -one.height):
        if heights and heights[-1][0].height - rule.height < _NEAR:
            heights[-1].append(rule)
        else:
            heights.append([rule])
    levels = [(own[0].height, edges) for own in heights if len(edges := _edges(own)) > _FEWEST]
    return [
        _Row(top, bottom, edges)
        for (top, edges), (bottom, below) in pairwise(levels)
        if len(edges) == len(below) and all(abs(a - b) < _NEAR for a, b in zip(edges, below, strict=True))
    ]


def _edges(rules: Sequence[Rule]) -> tuple[float, ...]:
    """Where the touching rules of one height begin, and where the last ends; empty where they do not touch."""
    own = sorted(rules, key=lambda one: one.left)
    if any(abs(one.right - two.left) > _NEAR for one, two in pairwise(own)):
        return ()
    return (*(one.left for one in own), own[-1].right)


def _inside(lines: Sequence[Line], row: _Row) -> list[int]:
    return [at for at, line in enumerate(lines) if row.bottom < line[0].base < row.top]


def _cells(lines: Sequence[Line], inside: Sequence[int], row: _Row) -> list[Line] | None:
    """What stands in each cell of a row; None where a word crosses an edge."""
    cells: list[Line] = [[] for _ in row.edges[1:]]
    for at in inside:
        for each in (part for glued in lines[at] for part in _parted(glued, row.edges[1:-1])):
            cell = next((n for n, right in enumerate(row.edges[1:]) if each.right <= right + _NEAR), None)
            if cell is None or each.left < row.edges[cell] - _NEAR:
                return None
            cells[cell].append(each)
    return cells


def _whole(cells: Sequence[Line], row: _Row, pitch: float) -> Line | None:
    """The row as one line; None where a cell holds more than one paragraph."""
    if sum(map(bool, cells)) < _FEWEST or not all(_is_paragraph(cell, pitch) for cell in cells):
        return None
    return None if _is_stacked(cells, row) else _joined(cells, row)


def _is_headed(cells: Sequence[Line], row: _Row, pitch: float) -> bool:
    """Whether a row begins with an item's number and its title in a narrow column, beside what was said in a wide one.

    Read across, the lines of the title would stand inside the sentences beside them.
    """
    number, title, notes = cells[:_FEWEST]
    if len(number) != 1 or not title or not notes or not _NUMBER.fullmatch(number[0].text):
        return False
    wide = row.edges[3] - row.edges[2] > _WIDER * (row.edges[2] - row.edges[1])
    words = " ".join(each.text for each in title)
    return wide and len(words) <= _TITLE and words[0].isupper() and _is_paragraph(title, pitch)


def _joined(cells: Sequence[Line], row: _Row) -> Line:
    """Cells in one line."""
    whole: Line = []
    base = max(each.base for cell in cells for each in cell)
    for own, left in zip(cells, row.edges, strict=False):
        if own:
            height = own[0].height
            start = max(left, whole[-1].right + 2 * height) if whole else own[0].left
            words = " ".join(each.text for each in own)
            bold = len(words) if all(each.bold >= len(each.text) for each in own) else own[0].bold
            whole.append(Fragment(words, start, max(start + 1, own[0].right), base, height, bold))
    return whole


def _is_stacked(cells: Sequence[Line], row: _Row) -> bool:
    """Whether a row holds several, with no rule between them: lines go across all its cells, and end before their
    edges, or have nothing but marks beside the first."""
    bases = [{round(each.base) for each in cell} for cell in cells if cell]
    marks = [each for cell in cells[1:] for each in cell]
    if all(len(each.text) <= _MARK for each in marks) and len({round(each.base) for each in marks} & bases[0]) > 1:
        return True
    if len(set.intersection(*bases)) < _SEVERAL:
        return False
    return any(
        one.right + _word(two) < right - one.height
        for cell, right in zip(cells, row.edges[1:], strict=True)
        for one, two in pairwise(cell)
        if one.base > two.base
    )


def _word(each: Fragment) -> float:
    """About how wide its first word is."""
    return (each.right - each.left) * (len(each.text.split(" ", 1)[0]) + 1) / len(each.text)


def _parted(glued: Fragment, edges: Sequence[float]) -> list[Fragment]:
    """The words of two cells that stand so close that they were taken for one stretch, parted at the edge."""
    edge = next((one for one in edges if glued.left + _NEAR < one < glued.right - _NEAR), None)
    if edge is None:
        return [glued]
    sizes = [_size(letter) for letter in glued.text]
    unit = (glued.right - glued.left) / sum(sizes)
    ends = [glued.left + unit * width for width in accumulate(sizes)]
    spaces = [at for at, letter in enumerate(glued.text) if letter == " "]
    cut = min(spaces, key=lambda at: abs(ends[at] - edge), default=0)
    if not cut or abs(ends[cut] - edge) > _SLIP * unit:
        return [glued]
    bold = min(glued.bold, cut)
    first = Fragment(glued.text[:cut], glued.left, edge - 1, glued.base, glued.height, bold)
    rest = glued.text[cut + 1 :]
    second = Fragment(rest, edge + 1, glued.right, glued.base, glued.height, max(0, glued.bold - cut - 1))
    return [first, *_parted(second, edges)]


def _size(letter: str) -> float:
    """About how wide a letter is printed, in ems."""
    if letter in " .,:;'’/|ijlI":
        return 0.28
    if letter in "ftr-()":
        return 0.33
    return 0.85 if letter in "mwMW" else 0.69 if letter.isupper() else 0.54


def _is_paragraph(cell: Sequence[Fragment], pitch: float) -> bool:
    if sum(len(each.text) for each in cell) > _LONGEST or any(_LISTED.match(each.text) for each in cell[1:]):
        return False
    return all(one.base - two.base < _STEP * pitch for one, two in pairwise(cell))
