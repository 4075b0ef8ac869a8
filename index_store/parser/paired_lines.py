"""Attendance lists in which each name stands over the organisation or post of its owner."""

from __future__ import annotations

from collections.abc import Sequence

from index_store.parser.label_rows import Row
from index_store.parser.list_headings import is_prose
from index_store.parser.people import read_entry

_FEWEST = 2


def paired_lines(text: str, rows: Sequence[Row]) -> frozenset[int]:
    """Where the lines begin that say of the name above them whom it represents, in lists that are set so throughout."""
    found: set[int] = set()
    many = False
    for stretch in _stretches(rows):
        lines = [text[row[0].start : row[0].end] for row, _ in stretch]
        pairs = _pairs(lines)
        many = many or pairs >= _FEWEST
        if pairs and many:
            found.update(stretch[2 * number + 1][0][0].start for number in range(pairs))
    return frozenset(found)


def _stretches(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows of one cell and without a heading that follow each other."""
    stretches: list[list[Row]] = [[]]
    for row in rows:
        if len(row[0]) == 1 and not any(row[1]):
            stretches[-1].append(row)
        elif stretches[-1]:
            stretches.append([])
    return [stretch for stretch in stretches if stretch]


def _says(line: str) -> bool:
    """Whether a line can be an organisation or a post: no sentence, and no lone word of a heading."""
    return not is_prose(line) and (" " in line.strip() or line.isupper())


def _pairs(lines: Sequence[str]) -> int:
    """How many pairs of a name and a line that names nobody the lines begin with; 0 where they are not all pairs."""
    count = 0
    for above, below in zip(lines[::2], lines[1::2], strict=False):
        if "," in above or not _says(below) or len(read_entry(above)) != 1 or read_entry(below):
            break
        count += 1
    if not count:
        return 0
    named = sum(bool(read_entry(line)) for line in lines)
    return count if named <= count else 0
