"""Attendance of all the year's meetings in one table, a letter for each, the newest last: "Ann Ash  P  P  S"."""

from __future__ import annotations

import re

from index_store.models import Status
from index_store.parser.descriptions import Entry
from index_store.parser.parts import Part
from index_store.parser.people import read_entry
from index_store.parser.roles import names_role

_LEGEND = re.compile(
    r"(?:^|[\t (,;|])(?P<mark>[A-Z✓✔√xX]{1,3})[ \t]*[-–—=:][ \t]*(?:denotes |for )?(?:"
    r"(?P<present>present|attended|late)|(?P<apologies>sanctioned|excused|apolog|absent with apolog)|"
    r"(?P<absent>absent|not present|did not attend))",
    re.MULTILINE | re.IGNORECASE,
)
_LINE = re.compile(r"[^\n]+")
_GAP = re.compile(r"\t+| {2,}|\s*\|\s*")
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")
_FEWEST = 3


def mark_columns(text: str) -> tuple[list[Part], str]:
    """Those named in a table of marks that ``text`` explains below it, by the last mark of each, and ``text`` with
    blanks for the table; as it is where there is no such table. Offsets stay.

    A row with fewer marks than the longest is of somebody who joined later; one that ends in a date, behind its
    marks, of somebody who left before.
    """
    legend = list(_LEGEND.finditer(text)) if "\t" in text or "  " in text else []
    marks: dict[str, Status] = {
        found["mark"]: "present" if found["present"] else "apologies" if found["apologies"] else "absent"
        for found in legend
    }
    if len(marks) < 2 or "present" not in marks.values():
        return [], text
    rows = [(line, _GAP.split(line[0].strip())) for line in _LINE.finditer(text, 0, legend[0].start())]
    marked = [(line, cells) for line, cells in rows if _is_marked(cells, marks)]
    if len(marked) < _FEWEST:
        return [], text
    part = Part("present", None)
    for line, cells in marked:
        (who,) = _named(cells[0])
        text = text[: line.start()] + " " * len(line[0]) + text[line.end() :]
        if not _DATE.fullmatch(cells[-1]):
            role = next((one for one in cells[1:] if names_role(one)), None)
            start = line.start() + line[0].index(cells[0])
            told = who._replace(status=marks[cells[-1]], role=who.role or role)
            part.entries.append((start, start + len(cells[0]), (told,)))
    return [part], text


def _is_marked(cells: list[str], marks: dict[str, Status]) -> bool:
    """Whether a row is a name and marks, with what is said of the person between them or the day of leaving last."""
    last = cells[-2:] if _DATE.fullmatch(cells[-1]) else cells[-1:]
    return len(cells) > len(last) and last[0] in marks and len(_named(cells[0])) == 1


def _named(cell: str) -> tuple[Entry, ...]:
    return read_entry(cell.title() if cell.isupper() else cell)
