"""The parts of an attendance record: which heading stands over which names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from index_store.models import Status
from index_store.parser.apologies import told
from index_store.parser.grid import Cell, rows_of
from index_store.parser.list_headings import Heading, ends_list, is_prose, read_heading
from index_store.parser.names import singular
from index_store.parser.people import Entry, read_entry, read_run


@dataclass(slots=True)
class Part:
    """One heading's names; ``entries`` hold the offsets of each entry and the people in it."""

    status: Status
    heading: str | None
    role: str | None = None
    title: str | None = None
    organisation: str | None = None
    entries: list[tuple[int, int, tuple[Entry, ...]]] = field(default_factory=list)


def parts_of(text: str, title: str | None = None) -> list[Part]:
    """The attendance parts of a preamble, or of a minute whose ``title`` is given, in order."""
    parts = [part for part in _headed(text) if part.entries]
    if title is not None and re.search(r"apolog|absen", title, re.IGNORECASE) and not parts:
        listed = _plain(text)
        if listed:
            return [Part("apologies", title, entries=listed)]
    here = any(part.status == "apologies" for part in parts)
    return parts + [
        Part(status, None, entries=entries) for status, entries in told(text, title) if not (here and status == "apologies")
    ]


def _headed(text: str) -> list[Part]:
    """Walks the rows; each column keeps the heading that stands over it."""
    parts: list[Part] = []
    columns: list[Part | None] = [None]
    for row in rows_of(text):
        heads = [read_heading(text[cell.start : cell.end], at) for at, cell in enumerate(row)]
        if len(row) == 1 and heads[0] is None and (is_prose(text[row[0].start : row[0].end]) or columns == [None]):
            continue
        if len(row) == 1 and heads[0] is None and ends_list(text[row[0].start : row[0].end]):
            columns = [None]
            continue
        side_by_side = len(columns) > 1 or any(heads[1:])
        if heads[0] and (len(row) == 1 or not side_by_side):
            columns = [None]
        for at, (cell, head) in enumerate(zip(row, heads, strict=True)):
            column = at if side_by_side and (len(row) > 1) else 0
            while len(columns) <= column:
                columns.append(columns[-1])
            if head:
                parts.append(_open(head))
                columns[column] = parts[-1]
                cell = replace(cell, start=cell.start + head.end)
            part = columns[column]
            if part is not None:
                _take(part, text, cell)
    return parts


def _open(head: Heading) -> Part:
    return Part(head.status, head.words, head.role, head.title)


def _take(part: Part, text: str, cell: Cell) -> None:
    """Reads the names in one cell into ``part``: a comma run, one entry, or the group that the next names belong to."""
    words = text[cell.start : cell.end]
    if not words.strip(" .,:;*_-–|"):
        return
    aside = re.fullmatch(r"\s*\(([^()]+)\)\s*", words)
    if aside and part.entries:
        start, end, people = part.entries[-1]
        part.entries[-1] = (start, end, (*people[:-1], replace(people[-1], note=people[-1].note or aside.group(1))))
        return
    group = words.strip(" \t•*-")
    if group.endswith(":") and len(group) < 70 and not read_entry(group):
        part.organisation = group.rstrip(": ")
        part.title = _group_title(group) or part.title
        return
    for start, end, people in read_run(words, part.title):
        described = tuple(_fill(one, part, cell) for one in people)
        part.entries.append((cell.start + start, cell.start + end, described))


def _group_title(group: str) -> str | None:
    found = re.match(r"(Councillors|Cllrs|Aldermen|Messrs)\b", group)
    return singular(found.group(1)) if found else None


def _fill(entry: Entry, part: Part, cell: Cell) -> Entry:
    organisation = None if re.match(r"(?i)councillors|members|officers|cllrs|aldermen", part.organisation or "") else part.organisation
    return replace(
        entry,
        initials=entry.initials or cell.initials,
        role=entry.role or part.role,
        organisation=entry.organisation or organisation,
    )


def _plain(text: str) -> list[tuple[int, int, tuple[Entry, ...]]]:
    """Names that are all an apologies item says ("Ian Logan (IL), John Slater")."""
    part = Part("apologies", None)
    for cell in _cells(text):
        if is_prose(text[cell.start : cell.end]) or (part.entries and not read_entry(text[cell.start : cell.end])):
            break
        _take(part, text, cell)
    return part.entries


def _cells(text: str) -> Iterator[Cell]:
    for row in rows_of(text):
        yield from row
