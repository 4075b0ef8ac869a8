"""The rows of an attendance list: each column keeps the heading that stands over it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from index_store.parser.cues import cued
from index_store.parser.grid import NAMED, Cell
from index_store.parser.label_rows import label_rows
from index_store.parser.list_headings import REMOTE, Heading, ends_list, is_other, is_prose, read_heading
from index_store.parser.names import split_title
from index_store.parser.paired_lines import paired_lines
from index_store.parser.parts import (
    GOES_ON,
    Part,
    continue_role,
    describes,
    ends_role,
    note,
    say_more,
    says_nobody,
    take,
    with_lone,
)
from index_store.parser.people import read_entry
from index_store.parser.roles import is_description, names_role
from index_store.parser.runs import read_run
from index_store.parser.surname_first import turns

KIND = re.compile(
    r"(?:members?|councillors?|cllrs?|crs?|deput(?:y|ies)|senators?|aldermen|comhairleoir\w*|baill|governors|trustees|"
    r"directors|officers|staff)$",
    re.IGNORECASE,
)
"""A heading that names a kind of people and not whether they came."""
_SERVING = re.compile(r"officers|staff", re.IGNORECASE)
_OFFICIALS = re.compile(r"directors$|executive|management", re.IGNORECASE)
_SERVE = re.compile(r"\b(?:officials?|officers?|staff|executive|management)\b", re.IGNORECASE)
_PRESENT = re.compile(
    r"\bpresent\s*:[\s–—-]*(?:(?:Members|Councillors|Cllrs)\W*$)?|"
    r"\b(?:directors|members|councillors|trustees|governors) in attendance\s*:\s*$"
)
_COLUMN_HEAD = re.compile(r"\W*(?:names?|member names?)\W*", re.IGNORECASE)
_SECOND_HEAD = re.compile(r"\W*(?:organi[sz]ations?(?: represented)?|agenc(?:y|ies)|representing)\W*", re.IGNORECASE)
"""The head of a second column that text puts below the first's."""
_WHEN_THERE = re.compile(
    r"\s*\(?(?:absent|left|arrived|joined|present|entered|departed|from|until)\b"
    r"[\w :;.,&’'-]{0,50}\d[\w :;.,&’'-]{0,20}\)?\.?\s*$"
)
"""A line that tells when the person above it was there: "left the meeting at 4.39pm"."""
_QUARTER = re.compile(r"(?:(?:NORTH|SOUTH|EAST|WEST|CENTRAL|INNER|OUTER|CITY|CENTRE|WARD|AREA)[ -]?)+")
"""The rest of a ward's name beside the first column of a table: "CENTRAL" below "SOUTH"."""
_PRESIDES = re.compile(r"[A-Z].{3,80}?\b(?:presiding|in the [Cc]hair)\W*")
"""A line below those who sent apologies that tells who sat in the chair, and none of them did."""
_PAIR = 2
_LONG, _ROLE = 3, 80
"""So many names in a column of their own have their roles in the next column, which text puts below them.

A line of roles is shorter than the other: longer ones are lists of people or sentences.
"""


@dataclass(slots=True)
class _Walk:
    """Where reading stands: the parts so far, that of each column, the one read last; ``table`` where rows have cells.

    ``apart`` is set while roles are passed over that stand in a column of their own, ``labelled`` where the first of
    several headings is the label of the list and heads no column; ``surnames`` says that the list gives them first,
    ``represented`` that the first of two columns gives the organisations of those in the second.
    """

    parts: list[Part]
    columns: list[Part | None]
    recent: Part | None = None
    table: bool = False
    apart: bool = False
    labelled: bool = False
    surnames: bool = False
    represented: bool = False


def headed(text: str, first: Part | None = None) -> list[Part]:
    """The parts of ``text``, the first of all ``first`` where given."""
    walk = _Walk([first] if first else [], [first])
    rows = label_rows(text)
    rows = [one for one in rows if len(one[0]) > 1 or not _SECOND_HEAD.fullmatch(text[one[0][0].start : one[0][0].end])]
    if (
        first is None
        and "present" not in text
        and "attendance:" not in text
        and not any(len(row) > 1 or any(heads) for row, heads in rows)
    ):
        return []
    paired = paired_lines(text, rows)
    walk.surnames = turns([text[cell.start : cell.end] for row, _ in rows for cell in row])
    for (row, heads), below in zip_longest(rows, [row for row, _ in rows[1:]]):
        words = [text[cell.start : cell.end] for cell in row]
        if row[0].start in paired and walk.recent is not None:
            say_more(walk.recent, text, row[0])
            continue
        if len(row) > 1 and any(map(is_other, words if heads[0] else words[:1])) and not any(map(_attending, words)):
            walk.columns = [None]
            continue
        walk.table = walk.table or len(row) > 1
        if not any(heads) and (_COLUMN_HEAD.fullmatch(words[0]) or NAMED.match(text, row[0].start)):
            if walk.columns == [None] and len(row) > 1 and not walk.parts:
                walk.parts, walk.columns = (part := [Part("present", None)]), list(part)
            continue
        after = text[below[0].start : below[0].end] if below and len(below) == 1 else ""
        if len(row) > 1 or heads[0] or not _lone(walk, text, row[0], after):
            _read(walk, text, row, heads)
    return with_lone(walk.parts, text)


def _lone(walk: _Walk, text: str, cell: Cell, after: str) -> bool:
    """Whether a line without columns and heading holds no names of its own; what it says of others is taken in."""
    line = text[cell.start : cell.end]
    if walk.parts and says_nobody(line):
        walk.parts[-1].nobody = True
    if at := _introduced(line):
        walk.parts.append(Part("present", None))
        walk.columns = [walk.parts[-1]]
        take(walk.parts[-1], text, cell._replace(start=cell.start + at))
        return True
    if is_prose(line) or walk.columns == [None]:
        return True
    if walk.recent is not None and walk.recent.status in ("apologies", "absent") and _PRESIDES.fullmatch(line):
        walk.columns = [None]
        return True
    walk.apart = walk.apart and split_title(line.strip())[0] is None
    if walk.apart or _roles_begin(walk.recent, line, after):
        walk.apart = True
        return True
    if walk.table and _QUARTER.fullmatch(line.strip()):
        return True
    goes_on = walk.surnames or (walk.recent is not None and walk.recent.running is not None)
    fresh = len(walk.columns) == 1 and walk.parts and walk.parts[-1] is not walk.recent and not walk.parts[-1].entries
    if cell.initials is None and not (goes_on or fresh) and describes(line, walk.recent, walk.table):
        say_more(walk.recent, text, cell)
        return True
    if walk.recent is not None and walk.recent.entries and _WHEN_THERE.match(line):
        note(walk.recent, line.strip(" ()"))
        return True
    if (len(walk.columns) > 1 or GOES_ON.match(line.strip())) and ends_role(line, walk.recent):
        continue_role(walk.recent, text, cell)
        return True
    if ends_list(line):
        walk.columns = [None]
        return True
    return False


def _roles_begin(recent: Part | None, line: str, after: str) -> bool:
    """Whether a column of roles begins below a column of names: two lines of roles, and nobody has one so far."""
    if recent is None or len(recent.entries) < _LONG or recent.described:
        return False
    told = any(one.role or one.organisation for _, _, people in recent.entries for one in people)
    return not told and all(
        len(one) < _ROLE and is_description(one) and not read_entry(one) and not read_heading(one)
        for one in (line, after)
    )


def _read(walk: _Walk, text: str, row: Sequence[Cell], heads: Sequence[Heading | None]) -> None:
    """Takes in the headings and names of a row, column by column."""
    side_by_side = any(heads[1:]) or (len(walk.columns) > 1 and not (walk.labelled and heads[0]))
    walk.labelled = _is_labelled(text, row, heads) if any(heads[1:]) else walk.labelled
    walk.apart = False
    if heads[0] and (len(row) == 1 or not side_by_side):
        walk.columns = [None]
    office = ""
    for at, (cell, head) in enumerate(zip(row, heads, strict=True)):
        column = at if side_by_side and (len(row) > 1) else 0
        walk.columns += [walk.columns[-1]] * (column + 1 - len(walk.columns))
        if head:
            walk.parts.append(_opened(head, walk.parts, alone=head.end >= cell.end - cell.start))
            walk.columns[column] = walk.parts[-1]
            cell = cell._replace(start=cell.start + head.end)
        part = walk.columns[column]
        words = _words(text, cell)
        if not at and part is not None and not head and walk.represented and _stands_beside(text, row, words):
            part.organisation = words
        elif at and not head and row[0].start == row[0].end and ends_role(text[cell.start : cell.end], part):
            continue_role(part, text, cell)
        elif part is not None and take(part, text, cell, surnames=walk.surnames):
            walk.recent = part
            _hold(part, office)
        elif part is not None and not at and len(row) == _PAIR and part.grouped and part.organisation == words:
            walk.represented = True
        office = text[cell.start : cell.end].strip() if at == 0 and len(row) == _PAIR else ""


def _stands_beside(text: str, row: Sequence[Cell], words: str) -> bool:
    """Whether the first of two cells, in a column of organisations, is another one: somebody stands in the second."""
    return len(row) == _PAIR and bool(words) and not split_title(words)[0] and bool(read_run(_words(text, row[1])))


def _words(text: str, cell: Cell) -> str:
    return text[cell.start : cell.end].strip()


def _hold(part: Part, office: str) -> None:
    """Gives whoever was read last the office that the cell before names: "Treasurer" beside "Ann Other"."""
    start, end, people = part.entries[-1]
    held = bool(office) and len(people) == 1 and people[0].role in (None, part.role) and names_role(office)
    if held and not (office.endswith(":") or read_entry(office)):
        part.entries[-1] = (start, end, (people[0]._replace(role=office),))


def _is_labelled(text: str, row: Sequence[Cell], heads: Sequence[Heading | None]) -> bool:
    """Whether the first of three headings in a row is the label of the list ("Present:") and heads no column."""
    first = heads[0]
    return len(row) > 2 and first is not None and not text[row[0].start + first.end : row[0].end].strip()


def _introduced(line: str) -> int | None:
    """Where the names begin of those present, whom a sentence introduces: "at which there were present: Mr Ash"."""
    found = _PRESENT.search(line) if "present" in line or "attendance" in line else None
    if found is None or not is_prose(line[: found.start()]):
        return None
    return found.end() if found.end() == len(line) or read_run(line[found.end() :]) else None


def _attending(cell: str) -> bool:
    """Whether a table's head says that its people attended ("Officer attending")."""
    return bool(re.search(r"\battend", cell, re.IGNORECASE))


def _serve(parts: Sequence[Part]) -> bool:
    """Whether the last heading with a status of its own is over those who serve the body, not its members."""
    heads = [part.heading or "" for part in parts if not _OFFICIALS.match(part.heading or "")]
    return bool(heads) and _SERVE.search(heads[-1]) is not None


def _also(parts: Sequence[Part]) -> bool:
    """Whether the last heading, with nobody under it so far, is of those who came beside the members listed above."""
    beside = parts[-1].status == "in_attendance" and not parts[-1].entries
    listed = any(one.status == "present" and one.entries for one in parts)
    return beside and listed and cued((parts[-1].heading or "").lower(), ("also", "in attendance"))


def opened(head: Heading) -> Part:
    """The part under ``head``."""
    return Part(head.status, head.words, head.role, head.title)


def _opened(head: Heading, parts: Sequence[Part], *, alone: bool) -> Part:
    """The part that ``head`` opens behind ``parts``: one kind of members under "Apologies" has sent apologies too."""
    part = opened(head)
    office = (head.role or "").lower() in ("secretary", "treasurer")
    if office and alone and parts and parts[-1].status in ("present", "chair"):
        return replace(part, status="present")
    if parts and parts[-1].status == "in_attendance" and _OFFICIALS.match(head.words) and _serve(parts):
        return replace(part, status="in_attendance")
    if parts and REMOTE.fullmatch(head.words):
        here = [one.status for one in parts if one.status not in ("apologies", "absent")]
        return replace(part, status="present" if here[-1:] == ["chair"] else here[-1] if here else part.status)
    if len(parts) > 1 and part.status == "present" and KIND.fullmatch(head.words) and _also(parts):
        return replace(part, status=parts[-1].status)
    at = next((at for at in range(len(parts) - 1, -1, -1) if not KIND.search(parts[at].heading or "")), None)
    if at is None or parts[at].status not in ("apologies", "absent") or not KIND.search(head.words):
        return part
    fresh = not any(one.entries or one.nobody for one in parts[at:])
    again = any((one.heading or "").lower() == head.words.lower() for one in parts[:at])
    likewise = parts[-1] is not parts[at] and parts[-1].status == parts[at].status and not _SERVING.search(head.words)
    return replace(part, status=parts[at].status) if fresh or again or likewise else part
