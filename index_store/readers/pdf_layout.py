"""From fragments on a page to its text: lines in reading order, columns kept apart by three spaces or more.

Columns of running prose side by side are read one after the other, cell by cell within the rows of a table. Narrow
columns (names beside initials, an action column) stay on their lines, so that it is plain what stands beside what.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from index_store.readers.emphasis import emphasised

_PROSE = 22
"""Characters that a column's lines have on average for the column to be prose."""
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
class Fragment:
    """Text without wide gaps, in points with y upwards. ``base`` is its baseline, ``height`` the height of its font.

    ``bold`` is how many of its characters are bold from the first on.
    """

    text: str
    left: float
    right: float
    base: float
    height: float
    bold: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin horizontal line."""

    left: float
    right: float
    height: float


@dataclass(frozen=True, slots=True)
class _Page:
    """What all lines of a page share: its left edge, the width of a character, the step from line to line."""

    left: float
    unit: float
    pitch: float
    rules: tuple[Rule, ...]


_Line = list[Fragment]


def page_text(fragments: Sequence[Fragment], rules: Sequence[Rule] = ()) -> str:
    """The text of one page, lines ending in newlines, paragraphs parted by blank lines."""
    lines = _lines(_unprinted_twice(fragments))
    if not lines:
        return ""
    page = _Page(min(line[0].left for line in lines), _unit(fragments), _pitch(lines), tuple(rules))
    return "\n".join(_read(lines, page))


def _unprinted_twice(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Without the copies by which some programs print bold or shadowed text."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for each in fragments:
        x, y = int(each.left / 3), int(each.base / 3)
        if not any((each.text, x + dx, y + dy) in seen for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
            kept.append(each)
        seen.add((each.text, x, y))
    return kept


def _lines(fragments: Iterable[Fragment]) -> list[_Line]:
    """Fragments on one baseline, from the top of the page down, each line from left to right."""
    lines: list[_Line] = []
    for each in sorted(fragments, key=lambda fragment: -fragment.base):
        first = lines[-1][0] if lines else None
        if first is not None and first.base - each.base < 0.4 * min(first.height, each.height):
            lines[-1].append(each)
        else:
            lines.append([each])
    for line in lines:
        line.sort(key=lambda fragment: fragment.left)
    return _settled(lines)


def _settled(lines: list[_Line]) -> list[_Line]:
    """Words of a side column that stand between two lines are put on the nearer one, if it has room for them."""
    reach = 0.75 * _pitch(lines) if lines else 0.0
    kept: list[_Line] = []
    for at, line in enumerate(lines):
        near = [each for each in (*kept[-1:], *lines[at + 1 : at + 2]) if _step(each, line) < reach]
        hosts = [each for each in near if _beside(line, each)]
        if hosts:
            host = min(hosts, key=lambda each: _step(each, line))
            host.extend(line)
            host.sort(key=lambda fragment: fragment.left)
        else:
            kept.append(line)
    return kept


def _step(line: _Line, other: _Line) -> float:
    return abs(line[0].base - other[0].base)


def _beside(line: _Line, host: _Line) -> bool:
    """Whether a short ``line`` has room behind all that stands on ``host``."""
    return sum(len(each.text) for each in line) < _PROSE and line[0].left > host[-1].right + host[-1].height


def _unit(fragments: Sequence[Fragment]) -> float:
    long = [each for each in fragments if len(each.text) >= 10] or list(fragments)
    return max(median((each.right - each.left) / len(each.text) for each in long), 1.0)


def _pitch(lines: Sequence[_Line]) -> float:
    steps = [above[0].base - below[0].base for above, below in zip(lines, lines[1:], strict=False)]
    heights = median(line[0].height for line in lines)
    near = [step for step in steps if step < 2.2 * heights]
    return median(near) if near else 1.2 * heights


def _read(lines: list[_Line], page: _Page) -> list[str]:
    """Lines of text, "" for a blank one."""
    gutter = _gutter(lines, page)
    if gutter is None:
        return _across(lines, page)
    found: list[str] = []
    rest: list[_Line] = []
    for band, parted in _bands(lines, gutter):
        if not parted:
            rest += band
            continue
        found += _spaced(found, _across(rest, page))
        rest = []
        for part in _rows(band, gutter, page):
            found += _spaced(found, _columns(part, gutter, page))
    return found + _spaced(found, _across(rest, page))


def _spaced(before: list[str], after: list[str]) -> list[str]:
    return ["", *after] if before and after else after


def _columns(lines: list[_Line], gutter: float, page: _Page) -> list[str]:
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


def _is_prose_pair(sides: tuple[list[_Line], list[_Line]]) -> bool:
    """Whether both sides wrap (two lines or more) or one does and the other is a phrase: else rows are read across."""
    counts = [sum(bool(line) for line in side) for side in sides]
    return min(counts) >= 1 and max(counts) >= 2


def _gutter(lines: list[_Line], page: _Page) -> float | None:
    """Where most lines have a gap with prose on both sides; None where the page has no two columns of prose."""
    if len(lines) > _MAX_LINES:
        return None
    gaps: list[tuple[Fragment, Fragment]] = []
    for line in lines:
        for at in range(1, len(line)):
            before, after = line[at - 1], line[at]
            width = after.left - before.right
            if width >= page.unit and len(before.text) >= _PROSE and _run_length(line[at:]) >= _PROSE:
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


def _bands(lines: list[_Line], gutter: float) -> list[tuple[list[_Line], bool]]:
    """Runs of lines, each with whether the gutter parts it: no fragment crosses it and both sides have text."""
    bands: list[tuple[list[_Line], bool]] = []
    for line in lines:
        free = not any(each.left < gutter < each.right for each in line)
        if bands and bands[-1][1] == free:
            bands[-1][0].append(line)
        else:
            bands.append(([line], free))
    return [(band, free and _supported(band, gutter)) for band, free in bands]


def _supported(band: list[_Line], gutter: float) -> bool:
    both = sum(line[0].left < gutter < line[-1].right for line in band)
    return both >= 2


def _rows(band: list[_Line], gutter: float, page: _Page) -> list[list[_Line]]:
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


def _ruled(above: _Line, below: _Line, gutter: float, rules: Sequence[Rule]) -> bool:
    """Whether rules on both sides of the gutter, or one across it, part two lines."""
    top, bottom = above[0].base, below[0].base + 0.6 * below[0].height
    between = [rule for rule in rules if bottom - 4 < rule.height < top]
    return any(rule.left < gutter - 20 for rule in between) and any(rule.right > gutter + 20 for rule in between)


def _split(lines: list[_Line], cuts: list[int]) -> list[list[_Line]]:
    edges = [0, *cuts, len(lines)]
    return [lines[start:end] for start, end in zip(edges, edges[1:], strict=False) if start < end]


def _across(lines: list[_Line], page: _Page) -> list[str]:
    found: list[str] = []
    above: _Line | None = None
    for line in lines:
        if above is not None and above[0].base - line[0].base > _PARAGRAPH * page.pitch:
            found.append("")
        found.append(_line_text(line, page))
        above = line
    return found


def _line_text(line: _Line, page: _Page) -> str:
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
