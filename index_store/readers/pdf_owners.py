"""Where a narrow column stands at the right of minutes, mostly under the head "Action", with who is to act."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from statistics import mode

from index_store.readers.pdf_columns import is_discussion_head
from index_store.readers.pdf_lines import Fragment, Line, lines_of, unit_of
from index_store.readers.pdf_owner_cells import APART, cell_of, is_numbered_heading, is_owner, is_prose

_HEAD = re.compile(
    r"(?:(?:actions?|owners?|lead)(?: (?:by|points?|owners?|officer|required))?|(?:by )?whom?)\W*", re.IGNORECASE
)
_PLACE = 0.6
"""The column begins behind this share of the width of the text."""
_OTHERS, _FLUSH, _STEP = 1, 3.0, 1.6
"""So many other lines of a page end in an owner, so near its right edge, in characters; so far below the prose, in line
pitches, one may stand alone."""
_FEWEST, _ACROSS, _NEAR = 3, 0.1, 3.0
"""Without a head: so many cells whose edges or middles are so near, in points, and so small a share of prose that
goes across them."""


def owners_column(lines: Sequence[Line], unit: float) -> float | None:
    """Where on the page the cells of such a column begin at most; None where no head of one stands on it."""
    top = below_head(lines)
    if not top:
        return None
    head = lines[top - 1][-1].left
    near = [cell.left for line in lines[top:] if (cell := cell_of(line, head, unit)) is not None]
    return min(head, mode(near)) if near else head


def below_head(lines: Sequence[Line]) -> int:
    """The line below the head of such a column, right of heads alone; 0 where there is none."""
    left = min((line[0].left for line in lines), default=0.0)
    right = max((line[-1].right for line in lines), default=0.0)
    heads = (at for at, line in enumerate(lines) if _HEAD.fullmatch(line[-1].text) and is_discussion_head(line[:-1]))
    return next((at + 1 for at in heads if lines[at][-1].left > left + _PLACE * (right - left)), 0)


def unheaded_column(pages: Sequence[Sequence[Fragment]]) -> float | None:
    """Where a column of owners begins that no head tells: cells under one another, beside prose that ends before."""
    cells = [
        cell
        for page in pages
        if any(is_owner(each.text) for each in page)
        for cell in _beside_prose(lines_of(page), unit_of(page))
    ]
    edges: tuple[Callable[[Fragment], float], ...] = (
        lambda each: each.left, lambda each: (each.left + each.right) / 2, lambda each: each.right,
    )  # fmt: skip
    column = max(
        ([each for each in cells if abs(edge(each) - edge(one)) < _NEAR] for edge in edges for one in cells),
        key=len,
        default=[],
    )
    if len(column) < _FEWEST:
        return None
    left = min(each.left for each in column)
    unit = unit_of([each for page in pages for each in page])
    across = sum(is_prose(each) and each.right > left + unit for page in pages for each in page)
    inside = sum(is_prose(each) and each.left < left - unit for page in pages for each in page)
    return left if across <= _ACROSS * inside else None


def _beside_prose(lines: Sequence[Line], unit: float) -> list[Fragment]:
    """What names owners at the end of lines, with nothing but prose of some length before it."""
    right = max((line[-1].right for line in lines), default=0.0)
    return [
        line[-1]
        for line in lines
        if len(line) > 1
        and is_owner(line[-1].text)
        and line[-1].left - line[-2].right >= APART * unit
        and line[-1].left > _PLACE * right
        and (is_prose(line[-2]) or is_numbered_heading(line))
    ]


def with_lone_owners(lines: list[Line], unit: float, pitch: float) -> list[Line]:
    """``lines``, who is to act put behind the prose of the line above, where it found no room at the end of that.

    Only where other lines of the page end at the right in somebody who is to act: elsewhere it may be a signature.
    """
    left = min((line[0].left for line in lines), default=0.0)
    right = max((line[-1].right for line in lines), default=0.0)
    flush = [line[-1] for line in lines if is_owner(line[-1].text) and right - line[-1].right < _FLUSH * unit]
    beside = sum(len(line) > 1 and is_prose(line[-2]) for line in lines if line[-1] in flush)
    if beside < _OTHERS:
        return lines
    kept: list[Line] = []
    for line in lines:
        host = kept[-1][-1] if kept and len(kept[-1]) == 1 else None
        cell = line[0]
        alone = len(line) == 1 and cell in flush and cell.left > left + _PLACE * (right - left)
        if host is None or not alone or not is_prose(host) or not 0 < host.base - cell.base <= _STEP * pitch:
            kept.append(line)
            continue
        start = max(cell.left, host.right + 2 * host.height)
        kept[-1] = [host, Fragment(cell.text, start, start + cell.right - cell.left, host.base, host.height)]
    return kept
