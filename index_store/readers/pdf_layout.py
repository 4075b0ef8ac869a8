"""From fragments on a page to its text: lines in reading order, columns kept apart by three spaces or more.

Columns of running prose side by side are read one after the other, cell by cell within the rows of a table. Narrow
columns (names beside initials, an action column) stay on their lines, so that it is plain what stands beside what.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from index_store.readers.emphasis import emphasised
from index_store.readers.pdf_cells import with_whole_cells
from index_store.readers.pdf_columns import actions_column, is_foot, is_head, row_starts
from index_store.readers.pdf_lines import PROSE, Fragment, Line, Rule, lines_of, pitch_of, unit_of, unprinted_twice
from index_store.readers.pdf_low_numbers import with_numbers_beside_titles
from index_store.readers.pdf_owner_cells import Owners, without_owners_inside
from index_store.readers.pdf_owners import below_head, owners_column, with_lone_owners
from index_store.readers.pdf_tables import with_whole_rows

_MIN_LINES = 3
_LOWER = 0.4
"""Share of lines that start in lower case where sentences run over the lines."""
_MAX_LINES = 2000
"""A page with more is no prose in columns, and is read across."""
_MAX_PLACES = 600
_PARAGRAPH = 1.35
"""In line pitches: a wider step down is printed as a blank line."""
_BULLET = re.compile(r"[•·‣◦▪–—*o-]")


@dataclass(frozen=True, slots=True)
class _Page:
    """What all lines of a page share: its left edge, the width of a character, the step from line to line."""

    left: float
    unit: float
    pitch: float
    rules: tuple[Rule, ...]


def head_column(fragments: Sequence[Fragment]) -> float | None:
    """Where the column of actions begins whose head stands on this page; None where no such head does."""
    return actions_column(lines_of(fragments), unit_of(fragments)) if fragments else None


def head_owners(fragments: Sequence[Fragment]) -> float | None:
    """The same of a narrow column, which says no more than who is to act and by when."""
    return owners_column(lines_of(fragments), unit_of(fragments)) if fragments else None


def page_text(
    fragments: Sequence[Fragment],
    rules: Sequence[Rule] = (),
    column: float | None = None,
    owners: Owners | None = None,
) -> str:
    """The text of one page, lines ending in newlines, paragraphs parted by blank lines.

    ``column`` is where a column of actions begins, ``owners`` tells of a narrow one of those who are to act: their
    cells are read behind what they stand beside.
    """
    lines = lines_of(unprinted_twice(fragments))
    if not lines:
        return ""
    page = _Page(min(line[0].left for line in lines), unit_of(fragments), pitch_of(lines), tuple(rules))
    lines = with_numbers_beside_titles(with_whole_cells(lines, page.pitch), page.pitch)
    if owners is not None and owners.left is not None and column is None:
        top = below_head(lines)
        above = _read_tables(lines[:top], page) if top else []
        return "\n".join(above + _spaced(above, _read_tables(lines[top:], page, owners)))
    if column is None:
        return "\n".join(_read_tables(lines, page))
    top = next((at for at, line in enumerate(lines) if is_head(line)), 0)
    above = _read(lines[:top], page) if top else []
    return "\n".join(above + _spaced(above, _beside_actions(lines[top:], column - 1.0, page)))


def _read_tables(lines: list[Line], page: _Page, owners: Owners | None = None) -> list[str]:
    """Lines of text, the rows of ruled tables cell by cell; cells of ``owners`` behind what they stand beside."""
    found: list[str] = []
    groups = [
        (is_row, [line for line, _ in group])
        for is_row, group in groupby(with_whole_rows(lines, page.rules, page.pitch), key=lambda one: one[1])
    ]
    for at, (is_row, own) in enumerate(groups, 1):
        own = own if is_row else with_lone_owners(own, page.unit, page.pitch)
        if owners is not None and not is_row:
            own = without_owners_inside(own, owners, page.unit, page.pitch, foot=at == len(groups))
        text = _across(own, page) if is_row else _read(own, page)
        found += _spaced(found, [line for line in text if line] if is_row else text)
    return found


def _read(lines: list[Line], page: _Page) -> list[str]:
    """Lines of text, "" for a blank one."""
    gutter = _gutter(lines, page)
    if gutter is None:
        return _across(lines, page)
    found: list[str] = []
    rest: list[Line] = []
    for band, parted in _bands(lines, gutter):
        if not parted:
            rest += band
            continue
        found += _spaced(found, _across(rest, page))
        rest = []
        for part in _rows(band, gutter, page):
            found += _spaced(found, _columns(part, gutter, page))
    return found + _spaced(found, _across(rest, page))


def _beside_actions(lines: list[Line], gutter: float, page: _Page) -> list[str]:
    """The rows of a table, in each the discussion before the cell of actions beside it."""
    found: list[str] = []
    for band, free in _free_bands(lines, gutter, page):
        if not free or not any(each.left > gutter for line in band for each in line):
            found += _spaced(found, _across(band, page))
            continue
        parts = _split(band, [at for at in range(1, len(band)) if _ruled(band[at - 1], band[at], gutter, page.rules)])
        for part in parts if len(parts) > 1 else _split(band, row_starts(band)):
            for side in ([[e for e in line if (e.left > gutter) == right] for line in part] for right in (False, True)):
                found += _spaced(found, _across([line for line in side if line], page))
    return found


def _spaced(before: list[str], after: list[str]) -> list[str]:
    return ["", *after] if before and after else after


def _columns(lines: list[Line], gutter: float, page: _Page) -> list[str]:
    """The left column, then the right one; each may hold columns again."""
    sides = (
        [[each for each in line if each.right <= gutter] for line in lines],
        [[each for each in line if each.right > gutter] for line in lines],
    )
    if not _is_prose_pair(sides):
        return _across(lines, page)
    found: list[str] = []
    for side in sides:
        kept = [line for line in side if line]
        if kept:
            own = _Page(min(line[0].left for line in kept), page.unit, page.pitch, page.rules)
            found += _spaced(found, _read(kept, own))
    return found


def _is_prose_pair(sides: tuple[list[Line], list[Line]]) -> bool:
    """Whether both sides wrap (two lines or more) or one does and the other is a phrase: else rows are read across."""
    counts = [sum(bool(line) for line in side) for side in sides]
    return min(counts) >= 1 and max(counts) >= 2


def _gutter(lines: list[Line], page: _Page) -> float | None:
    """Where most lines have a gap with prose on both sides; None where the page has no two columns of prose."""
    if len(lines) > _MAX_LINES:
        return None
    gaps: list[tuple[Fragment, Fragment]] = []
    for line in lines:
        for at in range(1, len(line)):
            before, after = line[at - 1], line[at]
            width = after.left - before.right
            if width >= page.unit and len(before.text) >= PROSE and _run_length(line[at:]) >= PROSE:
                gaps.append((before, after))
    best: list[tuple[Fragment, Fragment]] = []
    place = 0.0
    for left in sorted({round(after.left) for _, after in gaps})[:_MAX_PLACES]:
        at_place = [gap for gap in gaps if gap[0].right <= left - 1 < gap[1].left]
        if len(at_place) > len(best):
            best, place = at_place, left - 1.0
    return place if len(best) >= _MIN_LINES and _wraps(best) else None


def _wraps(gaps: Sequence[tuple[Fragment, Fragment]]) -> bool:
    """Whether lines on a side go on in mid-sentence: names and organisations hardly ever start in lower case."""
    return any(sum(gap[side].text[0].islower() for gap in gaps) >= _LOWER * len(gaps) for side in (0, 1))


def _run_length(fragments: list[Fragment]) -> int:
    """The longest fragment of those that start a column on the right: a label may stand before its text."""
    return max(len(each.text) for each in fragments[:2])


def _bands(lines: list[Line], gutter: float) -> list[tuple[list[Line], bool]]:
    """Runs of lines, each with whether the gutter parts it: no fragment crosses it and both sides have text."""
    return [(band, free and _supported(band, gutter)) for band, free in _free_bands(lines, gutter, None)]


def _free_bands(lines: list[Line], gutter: float, page: _Page | None) -> list[tuple[list[Line], bool]]:
    """Runs of lines, each with whether no fragment crosses the gutter; a table's head and the ``page``'s foot do."""
    bands: list[tuple[list[Line], bool]] = []
    for line in lines:
        free = not any(each.left < gutter < each.right for each in line)
        if page is not None and (is_head(line) or is_foot(line, page.left, page.unit)):
            free = False
        if bands and bands[-1][1] == free:
            bands[-1][0].append(line)
        else:
            bands.append(([line], free))
    return bands


def _supported(band: list[Line], gutter: float) -> bool:
    both = sum(line[0].left < gutter < line[-1].right for line in band)
    return both >= 2


def _rows(band: list[Line], gutter: float, page: _Page) -> list[list[Line]]:
    """The rows of a table, by the rules between them or by gaps across both columns; one row where it is no table."""
    ruled = _split(band, [at for at in range(1, len(band)) if _ruled(band[at - 1], band[at], gutter, page.rules)])
    if len(ruled) > 1:
        return ruled
    both = [line[0].left < gutter < line[-1].right for line in band]
    wide = [at for at in range(1, len(band)) if band[at - 1][0].base - band[at][0].base > _PARAGRAPH * page.pitch]
    aligned = [at for at in wide if both[at]]
    if len(aligned) >= 2 and len(aligned) >= 0.8 * len(wide) and len(band) < 8 * (len(aligned) + 1):
        return _split(band, aligned)
    return [band]


def _ruled(above: Line, below: Line, gutter: float, rules: Sequence[Rule]) -> bool:
    """Whether rules on both sides of the gutter, or one across it, part two lines."""
    top, bottom = above[0].base, below[0].base + 0.6 * below[0].height
    between = [rule for rule in rules if bottom - 4 < rule.height < top]
    return any(rule.left < gutter - 20 for rule in between) and any(rule.right > gutter + 20 for rule in between)


def _split(lines: list[Line], cuts: list[int]) -> list[list[Line]]:
    edges = [0, *cuts, len(lines)]
    return [lines[start:end] for start, end in zip(edges, edges[1:], strict=False) if start < end]


def _across(lines: list[Line], page: _Page) -> list[str]:
    found: list[str] = []
    above: Line | None = None
    for line in lines:
        if above is not None and above[0].base - line[0].base > _PARAGRAPH * page.pitch:
            found.append("")
        found.append(_line_text(line, page))
        above = line
    return found


def _line_text(line: Line, page: _Page) -> str:
    """Each fragment at about the column where it stands on the page, three spaces or more behind the one before.

    The words in bold that the line begins with are marked.
    """
    text = ""
    bold = 0
    heavy = True
    before: Fragment | None = None
    for each in line:
        column = round((each.left - page.left) / page.unit)
        if before is None:
            text = " " * min(column, 120)
        elif _BULLET.fullmatch(before.text) and text.strip() == before.text:
            text += " "
        elif each.left - before.right < 0.15 * each.height:
            text += "" if not text.endswith((",", ";")) else " "
        elif each.left - before.right < 1.0 * each.height:
            text += " "
        else:
            text += " " * max(3, min(column - len(text), 80))
        if heavy and each.bold:
            bold = len(text) + each.bold
        heavy = heavy and each.bold >= len(each.text)
        text += each.text
        before = each
    return (emphasised(text[:bold]) + text[bold:]).rstrip() if bold else text.rstrip()
