"""The parts of an attendance record: which heading stands over which names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from index_store.models import Status
from index_store.parser.apologies import told
from index_store.parser.cues import cued
from index_store.parser.grid import Cell, rows_of
from index_store.parser.list_headings import Heading, ends_list, is_other, is_prose, read_heading
from index_store.parser.names import singular, split_title
from index_store.parser.people import Entry, describe, read_entry
from index_store.parser.roles import is_description, is_idle, names_role
from index_store.parser.runs import read_run
from index_store.parser.status_table import status_tables
from index_store.parser.wording import title_case

_MEMBER_BODY = re.compile(r"\b(?:Council|Authority|Trust|Constabulary|University|Association|Federation)$")
_GROUPED = re.compile(r"councillors|members|officers|cllrs|aldermen", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\(([^()]+)\)\s*")
_CAME = re.compile(
    r",?\s+(?:(?:was|were) )?(?:also )?(?:attended|attending|"
    r"in attendance)(?: the meeting)?(?P<how> as observers?)?\.?\s*$"
)


@dataclass(slots=True)
class Part:
    """One heading's names; ``entries`` hold the offsets of each entry and the people in it.

    ``described`` counts people whose role or organisation stood on a line of its own, ``commas`` the lines just read
    that were one name, a comma and its description.
    """

    status: Status
    heading: str | None
    role: str | None = None
    title: str | None = None
    organisation: str | None = None
    described: int = 0
    commas: int = 0
    grouped: bool = False
    entries: list[tuple[int, int, tuple[Entry, ...]]] = field(default_factory=list)


def parts_of(text: str, title: str | None = None) -> list[Part]:
    """The attendance parts of a preamble, or of a minute whose ``title`` is given, in order."""
    table, lines = status_tables(text)
    for start, end in lines:
        text = text[:start] + " " * (end - start) + text[end:]
    parts = [Part(row.status, None, entries=[(row.start, row.end, (row.entry,))]) for row in table]
    parts += [part for part in _headed(text, _titled(title)) if part.entries]
    if title is not None and cued(title.lower(), ("apolog", "absen")) and not parts:
        listed = _plain(text)
        if listed:
            return [Part("apologies", title, entries=listed)]
    parts = _with_members(parts)
    here = any(part.status == "apologies" for part in parts)
    return parts + [
        Part(status, None, entries=entries)
        for status, entries in told(text, title)
        if not (here and status == "apologies")
    ]


def _with_members(parts: list[Part]) -> list[Part]:
    """The parts with "In attendance" read as "Present", where nobody else is and it is followed by who else came."""
    statuses = [part.status for part in parts]
    if "present" in statuses or "chair" in statuses or statuses.count("in_attendance") < 2:
        return parts
    first = statuses.index("in_attendance")
    also = any(re.match("also", part.heading or "", re.IGNORECASE) for part in parts[first + 1 :])
    if not also or not re.fullmatch("in attendance", parts[first].heading or "", re.IGNORECASE):
        return parts
    return [replace(part, status="present") if at == first else part for at, part in enumerate(parts)]


def _titled(title: str | None) -> Part | None:
    """The part that a minute's title heads, where it is headed "Present" or "Those attending"."""
    head = read_heading(f"{title}:") if title else None
    if head is None or head.status == "apologies" or head.role or len(head.words) < len(title or "") - 2:
        return None
    return _open(head)


def _headed(text: str, first: Part | None = None) -> list[Part]:
    """Walks the rows; each column keeps the heading that stands over it, the first of all ``first`` where given."""
    parts: list[Part] = [first] if first else []
    columns: list[Part | None] = [first]
    recent: Part | None = None
    table = False
    for row in rows_of(text, with_prose=False):
        if len(row) > 1 and is_other(text[row[0].start : row[0].end]) and not any(map(_attending, _words(text, row))):
            columns = [None]
            continue
        table = table or len(row) > 1
        heads = [read_heading(text[cell.start : cell.end], at) for at, cell in enumerate(row)]
        if len(row) == 1 and heads[0] is None and (is_prose(text[row[0].start : row[0].end]) or columns == [None]):
            continue
        if (
            len(row) == 1
            and heads[0] is None
            and row[0].initials is None
            and _describes(text[row[0].start : row[0].end], recent, table)
        ):
            _say_more(recent, text, row[0])
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
                cell = cell._replace(start=cell.start + head.end)
            part = columns[column]
            if part is not None and _take(part, text, cell):
                recent = part
    return parts


def _words(text: str, row: list[Cell]) -> list[str]:
    return [text[cell.start : cell.end] for cell in row]


def _attending(cell: str) -> bool:
    """Whether a table's head says that its people attended ("Officer attending")."""
    return bool(re.search(r"\battend", cell, re.IGNORECASE))


def _open(head: Heading) -> Part:
    return Part(head.status, head.words, head.role, head.title)


def _take(part: Part, text: str, cell: Cell) -> bool:
    """Reads the names in one cell into ``part``: a comma run, one entry, or the group that the next names belong to."""
    words = text[cell.start : cell.end]
    if not words.strip(" .,:;*_-–|"):
        return False
    aside = _ASIDE.fullmatch(words) if "(" in words else None
    if aside and part.entries:
        start, end, people = part.entries[-1]
        part.entries[-1] = (start, end, (*people[:-1], people[-1]._replace(note=people[-1].note or aside.group(1))))
        return False
    group = words.strip(" \t•*-")
    if _is_group(part, group):
        part.organisation, part.grouped = group, True
        return False
    if group.endswith(":") and len(group) < 70 and not read_entry(group):
        part.organisation = group.rstrip(": ")
        part.title = _group_title(group) or part.title
        return False
    before = len(part.entries)
    status: Status | None = None
    if "attend" in words and (said := _CAME.search(words)):
        status = "observer" if said["how"] else "in_attendance"
        words = words[: said.start()]
    run = read_run(words, part.title)
    if len(run) == 2 and part.commas > 1 and not re.search(r"\band\b|&|;", words) and not run[1][2][0].person.title:
        run = [(run[0][0], run[1][1], (describe(run[0][2][0], words[run[0][1] :]),))]
    part.commas = part.commas + 1 if len(run) == 1 and "," in words and len(run[0][2]) == 1 else 0
    for start, end, people in run:
        described = tuple(_fill(one, status, part, cell) for one in people)
        part.entries.append((cell.start + start, cell.start + end, described))
    return len(part.entries) > before


def _is_group(part: Part, words: str) -> bool:
    """Whether a lone line names the organisation of those below it: the first line does, and its likes after it."""
    if part.entries and not part.grouped:
        return False
    return (
        len(words) < 80
        and _MEMBER_BODY.search(words) is not None
        and not names_role(words)
        and title_case(words) == 1.0
        and not re.search(r"[,;:()\d]", words)
        and not read_entry(words)
    )


def _describes(line: str, recent: Part | None, table: bool) -> bool:
    """Whether a lone line says what the person above it is: any words in a table, else a role or an organisation."""
    if (
        recent is None
        or not recent.entries
        or _is_group(recent, line.strip())
        or is_other(line)
        or is_idle(line.strip())
        or line.rstrip().endswith(":")
        or len(line) > 120
    ):
        return False
    last = recent.entries[-1][2][-1]
    if last.role or last.organisation or read_heading(line) or not re.match(r"\s*[\w(]", line):
        return False
    if read_entry(line):
        titled = split_title(line.strip())[0]
        own_line = 2 * recent.described > len(recent.entries) - 1
        return table and "(" not in line and not titled and (own_line or (last.initials is not None and "," in line))
    return table or is_description(line)


def _say_more(part: Part | None, text: str, cell: Cell) -> None:
    """Adds a lone line to the person above it."""
    if part is not None:
        start, _, people = part.entries[-1]
        part.entries[-1] = (start, cell.end, (*people[:-1], describe(people[-1], text[cell.start : cell.end])))
        part.described += 1


def _group_title(group: str) -> str | None:
    found = re.match(r"(Councillors|Cllrs|Aldermen|Messrs)\b", group)
    return singular(found.group(1)) if found else None


def _fill(entry: Entry, status: Status | None, part: Part, cell: Cell) -> Entry:
    """``entry`` with what the sentence, the heading and the next cell say of the person."""
    organisation = part.organisation
    if organisation and _GROUPED.match(organisation):
        organisation = None
    if not (status or organisation or part.role or cell.initials):
        return entry
    return entry._replace(
        status=entry.status or status,
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
