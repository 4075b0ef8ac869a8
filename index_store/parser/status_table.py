"""Tables that say in a column who came: "Ann Other | Present", "Yes | Ann Other", a tick under "Apologies"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index_store.models import Status
from index_store.parser.descriptions import Entry, describe
from index_store.parser.people import read_entry
from index_store.parser.roles import names_role

_SAID: tuple[tuple[Status, re.Pattern[str]], ...] = (
    (
        "present",
        re.compile(
            r"present|attended|in person|online|virtual(?:ly)?|remote(?:ly)?|here|p|(?:by|via|on) \w+", re.IGNORECASE
        ),
    ),
    ("apologies", re.compile(r"apolog(?:y|ies)(?: (?:given|received|sent))?|apols?\.?|regrets|excused", re.IGNORECASE)),
    ("absent", re.compile(r"absent|not present|did not attend|a|abs", re.IGNORECASE)),
    ("in_attendance", re.compile(r"in attendance|observing", re.IGNORECASE)),
)
_OTHERS = re.compile(r"officers(?: in attendance)?|(?:also )?in attendance|also present", re.IGNORECASE)
_YES = re.compile(r"yes|y|[✓✔√☑☒✅*•]|\[[xX]\]", re.IGNORECASE)
_CROSS = re.compile(r"[xX✗✘×❌]")
_NO = re.compile(r"no|n|\[ ?\]|☐|[-–—]", re.IGNORECASE)
_DASH = re.compile(r"[-–—]")
_ASKS = re.compile(
    r"(?:present|attend(?:ed|ing|ance)?|in attendance|here|came|in person)\s*(?:\?|\(?(?:y/?n|yes/?no)\)?)?\s*\??|"
    r"(?:y/n|yes/no)\??",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"(?:organi[sz]ation|company|representing|agency|affiliation|employer|body|council|member (?:body|organi[sz]ation))"
    r"(?: name)?s?",
    re.IGNORECASE,
)
_LINE = re.compile(r"[^\n]+")
_CELLS = re.compile(r"\t+|\s*\|\s*")
_LISTED = re.compile(
    r"[ \t•*·-]*(?P<who>[A-Z][^\n|\t:()]{3,60}?)\s*(?:[:–—-]\s+|\s\(|\.{3,}\s*)"
    r"(?P<said>(?i:yes|no|present|absent|y|n)|[✓✔✗✘])\)?\s*$"
)
_BOXED = re.compile(r"[ \t•*·-]*(?P<said>\[[xX ]\]|[☑☒☐✓✔✗✘])\s*(?P<who>[A-Z][^\n|\t]{3,80})$")
_LAST = frozenset("sotynSOTYN✓✔✗✘")
_NO_BOX = re.compile(r"[ \t•*·-]*[^\s•*·\[☑☒☐✓✔✗✘-]")
"""Cheap to look for: what a line with a status behind a name ends in, and what one with a box does not begin with."""
_AWAY = ("apologies", "absent")
_FEWEST = 3
_DAY = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Row:
    """One person of such a table: offsets of the line, the status that the table gives, and who it is."""

    start: int
    end: int
    status: Status
    entry: Entry


@dataclass(frozen=True, slots=True)
class _Line:
    """A printed row: its offsets and its cells, empty ones kept where bars part them (``barred``)."""

    start: int
    end: int
    cells: tuple[str, ...]
    barred: bool = False


def status_rows(text: str) -> list[Row]:
    """The rows of ``text`` that give each person a status in a column of a table in which three do at least."""
    return status_tables(text)[0]


def status_tables(text: str) -> tuple[list[Row], list[tuple[int, int]]]:
    """The same with the places of all lines of such tables, which have nothing else to say of who came.

    A table whose empty cells got lost, so that a mark may stand under any of its heads, has lines but no rows.
    """
    rows: list[Row] = []
    lines: list[tuple[int, int]] = []
    for table in _tables(text):
        names = _names_column(table)
        found = _read(table, names)
        if found or _lost_cells(table, names):
            rows += found
            taken = {row.start for row in found}
            lines += [
                (one.start, one.end) for one in table if one.start in taken or not found or not _person(one, names)
            ]
    return rows, lines


def _lost_cells(table: Sequence[_Line], names: int | None) -> bool:
    """Whether marks stand in fewer columns than there are heads of different statuses."""
    head = next((one.cells for one in table if not _person(one, names)), ())
    statuses = {_plain(cell) for cell in head if isinstance(_plain(cell), str)}
    people = [one for one in table if _person(one, names)]
    short = [one for one in people if len(one.cells) < len(head) and not one.barred]
    marked = all(_YES.fullmatch(one.cells[-1]) or _CROSS.fullmatch(one.cells[-1]) for one in short)
    return len(statuses) > 1 and len(short) >= _FEWEST and marked


def _tables(text: str) -> Iterator[list[_Line]]:
    """Rows that follow one another, with nothing else between them, and lists with a status behind each name."""
    table: list[_Line] = []
    for match in _LINE.finditer(text):
        line = _row(match)
        if line is None:
            if len(table) >= _FEWEST:
                yield _aligned(table)
            table = []
        else:
            table.append(line)
    if len(table) >= _FEWEST:
        yield _aligned(table)


def _aligned(table: list[_Line]) -> list[_Line]:
    """``table`` with the empty first cells that got lost where the first column says who did not come."""
    head = table[0].cells
    if _plain(head[0]) not in _AWAY or len(head) < 2 or _plain(head[1]) is not None:
        return table
    return [
        replace(one, cells=("", *one.cells)) if len(one.cells) < len(head) and read_entry(one.cells[0]) else one
        for one in table
    ]


def _row(match: re.Match[str]) -> _Line | None:
    words = match[0]
    if "|" not in words and "\t" not in words:
        listed = _LISTED.fullmatch(words) if words.rstrip(" )")[-1:] in _LAST else None
        listed = listed or (_BOXED.fullmatch(words) if not _NO_BOX.match(words) else None)
        return _Line(match.start(), match.end(), (listed["who"], listed["said"])) if listed else None
    bare = words.strip()
    if bare.startswith("|") and bare.endswith("|"):
        bare = bare[1:-1].strip()
    return _Line(match.start(), match.end(), tuple(cell.strip() for cell in _CELLS.split(bare)), "|" in words)


def _read(table: Sequence[_Line], names: int | None) -> list[Row]:
    """The people of a table with what its columns of status say; empty where it has no such column."""
    people = [one for one in table if _person(one, names)]
    if names is None or len(people) < _FEWEST or _lost_cells(table, names):
        return []
    head = next((one.cells for one in table if one not in people), ())
    wide = max(len(one.cells) for one in people)
    columns = [at for at in range(wide) if at != names and _tells(_column(people, at), _at(head, at))]
    if not columns or _labels(_column(people, columns[0])) and columns[0] < names:
        return []
    found = []
    under: Status | None = None
    for one in table:
        under = _section(one) or under
        status, note = _status(one, head, columns, people) if one in people else (None, None)
        if status is not None:
            status = under if under and status == "present" else status
            entry = _described(one, head, names, columns)
            found.append(Row(one.start, one.end, status, entry._replace(note=entry.note or note) if note else entry))
    return found if len(found) >= _FEWEST else []


def _labels(column: Sequence[str]) -> bool:
    """Whether a column before the names labels lists of them, most of its cells being empty: "Present | A Ash"."""
    return isinstance(_plain(column[0]), str) and 2 * sum(map(bool, column)) < len(column)


def _section(one: _Line) -> Status | None:
    """The status of those below a row that is a heading: "Officers in attendance | |"."""
    return "in_attendance" if _OTHERS.fullmatch(one.cells[0]) and not any(one.cells[1:]) else None


def _names_column(table: Sequence[_Line]) -> int | None:
    """The column that names most people, the first of those that do."""
    wide = max(len(one.cells) for one in table)
    counts = [sum(len(read_entry(_at(one.cells, at))) == 1 for one in table) for at in range(min(wide, 6))]
    best = max(range(len(counts)), key=lambda at: (counts[at], -at))
    return best if counts[best] >= _FEWEST else None


def _person(one: _Line, names: int | None) -> bool:
    """Whether a row has one person in the column of ``names``."""
    return names is not None and len(read_entry(_at(one.cells, names))) == 1


def _at(cells: Sequence[str], at: int) -> str:
    return cells[at] if at < len(cells) else ""


def _column(people: Sequence[_Line], at: int) -> list[str]:
    return [_at(one.cells, at) for one in people]


def _tells(column: Sequence[str], head: str) -> bool:
    """Whether a column gives statuses: hardly anything else stands in it, and something does.

    Yes and no speak of attendance only where the column's head asks for it, names a day or is none.
    """
    filled = [cell for cell in column if cell]
    worded = any(isinstance(_plain(cell), str) and len(cell) > 1 for cell in filled)
    asked = not head or _ASKS.fullmatch(head) or isinstance(_plain(head), str) or _DAY.search(head)
    if not worded and (not asked or all(_DASH.fullmatch(cell) for cell in filled)):
        return False
    said = sum(_plain(cell) is not None or _CROSS.fullmatch(cell) is not None for cell in filled)
    letters = all(len(cell) == 1 and cell.isalpha() for cell in filled)
    if not filled or said < 0.8 * len(filled):
        return False
    return len(filled) >= 0.5 * len(column) or bool(head) or not letters


def _plain(cell: str) -> Status | bool | None:
    """A status in words, True for yes, False for no; None for anything else."""
    if _YES.fullmatch(cell):
        return True
    if _NO.fullmatch(cell):
        return False
    return next((status for status, words in _SAID if words.fullmatch(cell)), None)


def _status(
    one: _Line, head: Sequence[str], columns: Sequence[int], people: Sequence[_Line]
) -> tuple[Status | None, str | None]:
    """What the columns say of one person; who came on one of several days was present, with a note of the other."""
    told = [(at, _said(one, at, head, people)) for at in columns]
    known = [(at, status) for at, status in told if status is not None]
    if not known and all(_plain(_at(head, at)) in _AWAY for at in columns):
        return "present", None
    if not known:
        return None, None
    came = next((status for _, status in known if status not in ("absent", "apologies")), None)
    status = came or next((status for _, status in known if status == "apologies"), known[0][1])
    missed = [_at(head, at) for at, each in known if came and each == "absent" and _DAY.search(_at(head, at))]
    return status, f"not on {', '.join(missed)}" if missed else None


def _said(one: _Line, at: int, head: Sequence[str], people: Sequence[_Line]) -> Status | None:
    cell, over = _at(one.cells, at), _at(head, at)
    column = _column(people, at)
    said = _plain(cell)
    if _CROSS.fullmatch(cell):
        said = not any(_YES.fullmatch(other) for other in column)
    headed = _plain(over) if over and not _ASKS.fullmatch(over) else None
    named: Status = headed if isinstance(headed, str) else "present"
    if isinstance(said, str):
        return said
    if said:
        return named
    if named != "present":
        return None
    return "absent" if said is False or (_ticked(column) and not isinstance(headed, str)) else None


def _ticked(column: Sequence[str]) -> bool:
    """Whether a column holds ticks or nothing, so that nothing means that somebody did not come."""
    return all(not cell or _YES.fullmatch(cell) or _CROSS.fullmatch(cell) for cell in column)


def _described(one: _Line, head: Sequence[str], names: int, columns: Sequence[int]) -> Entry:
    """The person with what the other columns say; a column of organisations names nobody."""
    entry = read_entry(one.cells[names])[0]
    for at, cell in enumerate(one.cells):
        if at == names or at in columns or not cell or _plain(cell) is not None:
            continue
        if _ORGANISATION.fullmatch(_at(head, at)) and not names_role(cell):
            entry = entry._replace(organisation=entry.organisation or cell)
        else:
            entry = describe(entry, cell)
    return entry
