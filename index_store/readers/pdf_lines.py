"""Words on a page put together to lines: fragments of one baseline, with side columns settled on the nearer line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

PROSE = 22
"""Characters that a column's lines have on average for the column to be prose."""


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


Line = list[Fragment]


def unprinted_twice(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Without the copies by which some programs print bold or shadowed text."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for each in fragments:
        x, y = int(each.left / 3), int(each.base / 3)
        if not any((each.text, x + dx, y + dy) in seen for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
            kept.append(each)
        seen.add((each.text, x, y))
    return kept


def lines_of(fragments: Iterable[Fragment]) -> list[Line]:
    """Fragments on one baseline, from the top of the page down, each line from left to right."""
    lines: list[Line] = []
    for each in sorted(fragments, key=lambda fragment: -fragment.base):
        first = lines[-1][0] if lines else None
        if first is not None and first.base - each.base < 0.4 * min(first.height, each.height):
            lines[-1].append(each)
        else:
            lines.append([each])
    for line in lines:
        line.sort(key=lambda fragment: fragment.left)
    return _settled(lines)


def _settled(lines: list[Line]) -> list[Line]:
    """Words of a side column that stand between two lines are put on the nearer one, if it has room for them."""
    reach = 0.75 * pitch_of(lines) if lines else 0.0
    kept: list[Line] = []
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


def _step(line: Line, other: Line) -> float:
    return abs(line[0].base - other[0].base)


def _beside(line: Line, host: Line) -> bool:
    """Whether a short ``line`` has room behind all that stands on ``host``."""
    return sum(len(each.text) for each in line) < PROSE and line[0].left > host[-1].right + host[-1].height


def unit_of(fragments: Sequence[Fragment]) -> float:
    long = [each for each in fragments if len(each.text) >= 10] or list(fragments)
    return max(median((each.right - each.left) / len(each.text) for each in long), 1.0)


def pitch_of(lines: Sequence[Line]) -> float:
    steps = [above[0].base - below[0].base for above, below in zip(lines, lines[1:], strict=False)]
    heights = median(line[0].height for line in lines)
    near = [step for step in steps if step < 2.2 * heights]
    return median(near) if near else 1.2 * heights
