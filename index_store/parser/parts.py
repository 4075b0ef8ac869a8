"""One heading's names in an attendance record, and what the lines below it add to them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from index_store.models import Status
from index_store.parser.cues import cued
from index_store.parser.descriptions import Entry, describe
from index_store.parser.grid import Cell
from index_store.parser.list_headings import is_other, read_heading
from index_store.parser.lone_names import is_lone, lone_name, lone_names
from index_store.parser.names import GLUED, Person, plural_title, singular, split_title
from index_store.parser.neighbours import Run
from index_store.parser.people import read_entry
from index_store.parser.roles import is_description, is_idle, names_role
from index_store.parser.runs import read_run
from index_store.parser.surname_first import turned, turned_run
from index_store.parser.wording import title_case

_MEMBER_BODY = re.compile(
    r"\b(?:Councils?|Authority|Authorities|Trust|Constabulary|University|Association|Federation)$|^Healthwatch\b",
    re.IGNORECASE,
)
_PARTED = re.compile(r"[,;:()\d]")
_GROUPED = re.compile(r"councillors|members|officers|cllrs|aldermen", re.IGNORECASE)
_OFFICE_LED = re.compile(
    r"(?:[A-Z][\w/-]* ){0,3}(?:Director|Manager|Commissioner|Officer|Clerk|Solicitor|Treasurer), .*[A-Z][\w’'-]+$"
)
"""Offices with the name behind them: "Executive Director, Legal, Ann Other"."""
_ASIDE = re.compile(r"\s*\(([^()]+)\)\s*")
_COUNTED = re.compile(r"\s*\d{1,3}[.)]\s+(?=[A-Z])")
"""The count of a name in a numbered list."""
_NOBODY = re.compile(r"\W*(?:none|nil|nobody|no one|n/a|no (?:apologies|regrets|absences|absentees))\W*", re.IGNORECASE)
_CAME = re.compile(
    r",?\s+(?:(?:was|were) )?(?:also )?(?:attended|attending|"
    r"in attendance)(?: the meeting)?(?P<how> as observers?)?(?:\.?\s*|\.\s+[A-Z].*)$"
)
_SERVED = re.compile(r",? (?:and |together )?with (?P<who>[A-Z][^,;]*?) (?:also )?in attendance\W*$")
_WERE = re.compile(
    r",?\s+(?:was|were)\s+(?:(?:all\s+|also\s+)?present(?: at the meeting)?(?:\W*|\.\s+[A-Z].*)|(?:excused|absent)\W*)$"
)
"""What ends a list under a heading: "were present.", and what is told of single people behind it."""

_WRAPPED = 3
"""Words at most in a line that is the end of a role."""


@dataclass(slots=True)
class Part:
    """One heading's names; ``entries`` hold the offsets of each entry and the people in it.

    ``described`` counts people whose role or organisation stood on a line of its own, ``commas`` the lines just read
    that were one name, a comma and its description, ``together`` the people of the line just read;
    ``running`` is the title of a run that goes on in the next line, ``unread`` a cell with one word that may be a name.
    ``nobody`` says that the list tells that there were none.
    """

    status: Status
    heading: str | None
    role: str | None = None
    title: str | None = None
    running: str | None = None
    unread: Cell | None = None
    organisation: str | None = None
    described: int = 0
    commas: int = 0
    together: int = 0
    grouped: bool = False
    lone: bool = False
    nobody: bool = False
    entries: list[tuple[int, int, tuple[Entry, ...]]] = field(default_factory=list)


def take(part: Part, text: str, cell: Cell, *, surnames: bool = False) -> bool:
    """Reads the names in one cell into ``part``: a comma run, one entry, or the group that the next names belong to.

    ``surnames`` says that the list gives them first.
    """
    words = text[cell.start : cell.end]
    if not words.strip(" .,:;*_-–|"):
        return False
    if counted := _count_before(words):
        cell, words = cell._replace(start=cell.start + counted), words[counted:]
    if says_nobody(words):
        part.nobody = True
        return False
    aside = _ASIDE.fullmatch(words) if "(" in words else None
    if aside and part.entries:
        note(part, aside.group(1))
        return False
    group = words.strip(" \t•*-")
    if _is_group(part, group):
        part.organisation, part.grouped = group, True
        return False
    if group.endswith(":") and len(group) < 70 and not read_entry(group):
        part.organisation = group.rstrip(": ")
        part.title = _group_title(group) or part.title
        return False
    if part.status == "chair" and not part.entries and GLUED.fullmatch(group):
        part.entries.append((cell.start, cell.end, (Entry(Person(group), status="chair"),)))
        return True
    before = len(part.entries)
    words, served = _with_served(words, cell)
    words, status = _without_sentence(words)
    run = _one_described(part, _run(part, words, cell, surnames=surnames), words)
    part.together = len(run)
    part.commas = part.commas + 1 if len(run) == 1 and "," in words and len(run[0][2]) == 1 else 0
    role = None if part.entries else part.role
    for start, end, people in run:
        described = tuple(_fill(one, status, part, cell, role) for one in people)
        part.entries.append((cell.start + start, cell.start + end, described))
    part.entries += served
    return len(part.entries) > before


def _one_described(part: Part, run: Run, words: str) -> Run:
    """A run of two as one person and a description, where the lines before it were each a name, a comma and that."""
    if len(run) == 2 and part.commas > 1 and not re.search(r"\band\b|&|;", words) and not run[1][2][0].person.title:
        return [(run[0][0], run[1][1], (describe(run[0][2][0], words[run[0][1] :]),))]
    return run


def _with_served(words: str, cell: Cell) -> tuple[str, Run]:
    """The names without whoever served them, and who did: "A Ash, B Birch with C Clay (Clerk) in attendance"."""
    said = _SERVED.search(words) if " in attendance" in words and " with " in words else None
    people = read_entry(said["who"]) if said else ()
    if said is None or not people:
        return words, []
    start, end = (cell.start + at for at in said.span("who"))
    return words[: said.start()], [(start, end, tuple(one._replace(status="in_attendance") for one in people))]


def _without_sentence(words: str) -> tuple[str, Status | None]:
    """The names without what makes a sentence of them, and the status that it tells: "Ann Ash also attended"."""
    if "attend" in words and (said := _CAME.search(words)):
        return words[: said.start()], "observer" if said["how"] else "in_attendance"
    if cued(words, (" present", " excused", " absent")) and (said := _WERE.search(words)):
        return words[: said.start()], None
    return words, None


def _count_before(words: str) -> int:
    """How many letters the count of a numbered list takes before a name: "3. Ann Other"."""
    counted = _COUNTED.match(words)
    named = counted and not is_other(words[counted.end() :]) and read_entry(words[counted.end() :])
    return counted.end() if counted and named else 0


def says_nobody(words: str) -> bool:
    """Whether words under a heading of a list tell that there is nobody to name: "None", "Nil"."""
    return _NOBODY.fullmatch(words) is not None


def _run(part: Part, words: str, cell: Cell, *, surnames: bool) -> Run:
    """The people in the words of one cell, in whichever way they are set."""
    title = part.running
    part.running = plural_title(words) or title or part.title if words.rstrip().endswith((",", " and")) else None
    one = turned(words) if surnames else None
    lone = [] if one or part.entries else lone_names(words, part.title or title)
    run: Run = [(0, len(words), (one,))] if one else turned_run(words) or lone or read_run(words, part.title or title)
    part.lone = bool(lone) or part.lone
    part.unread = cell if not (run or part.entries) and is_lone(words) else part.unread
    return run


def with_lone(parts: list[Part], text: str) -> list[Part]:
    """``parts`` with the lists that hold one word alone, where another of them names people by one word each."""
    if any(part.lone for part in parts):
        for part in parts:
            if part.unread is not None and not part.entries:
                start, end = part.unread.start, part.unread.end
                if people := lone_name(text[start:end], part.title):
                    part.entries.append((start, end, people))
    return parts


def _is_group(part: Part, words: str) -> bool:
    """Whether a lone line names the organisation of those below it: the first line does, and its likes after it."""
    if part.entries and not part.grouped and part.together < 2:
        return False
    return (
        len(words) < 80
        and not _PARTED.search(words)
        and _MEMBER_BODY.search(words) is not None
        and not names_role(words)
        and title_case(words) == 1.0
        and not read_entry(words)
    )


def describes(line: str, recent: Part | None, table: bool) -> bool:
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
    if _OFFICE_LED.match(line) and len(read_entry(line.rpartition(",")[2])) == 1:
        return False
    last = recent.entries[-1][2][-1]
    if last.role or last.organisation or read_heading(line) or not re.match(r"\s*[\w(]", line):
        return False
    if table and len(read_run(line)) > 1:
        return False
    if read_entry(line):
        titled = split_title(line.strip())[0]
        own_line = 2 * recent.described > len(recent.entries) - 1
        return table and "(" not in line and not titled and (own_line or (last.initials is not None and "," in line))
    return table or is_description(line)


GOES_ON = re.compile(r"(?:for|and|of|to|in|with|&) (?:the )?[A-Z]|\d{1,3} Officer\b")
"""How a line begins that goes on with a role: "for Finance" below "Cabinet Member", "151 Officer" below "Section"."""


def ends_role(line: str, recent: Part | None) -> bool:
    """Whether a lone line is the end of what a cell of the row above says of a person: "Senior" over "Officer"."""
    words = line.strip()
    if recent is None or not recent.entries or len(words.split()) > _WRAPPED or read_heading(line) or read_entry(line):
        return False
    last = recent.entries[-1][2][-1]
    closes = words.endswith(")") and "(" not in words
    return bool(last.role or last.organisation) and (names_role(words) or bool(GOES_ON.match(words)) or closes)


def continue_role(part: Part | None, text: str, cell: Cell) -> None:
    """Adds the end of a role to the person whose role it is; the end of an aside in brackets says nothing more."""
    words = text[cell.start : cell.end].strip()
    if part is None or words.endswith(")"):
        return
    start, _, people = part.entries[-1]
    said = " ".join(filter(None, (people[-1].role or people[-1].organisation, words)))
    part.entries[-1] = (start, cell.end, (*people[:-1], people[-1]._replace(role=said)))


def say_more(part: Part | None, text: str, cell: Cell) -> None:
    """Adds a lone line to the person above it."""
    if part is not None:
        start, _, people = part.entries[-1]
        part.entries[-1] = (start, cell.end, (*people[:-1], describe(people[-1], text[cell.start : cell.end])))
        part.described += 1


def note(part: Part, words: str) -> None:
    """Adds what a line tells of the person above it, unless something is noted of them."""
    start, end, people = part.entries[-1]
    part.entries[-1] = (start, end, (*people[:-1], people[-1]._replace(note=people[-1].note or words)))


def _group_title(group: str) -> str | None:
    found = re.match(r"(Councillors|Cllrs|Aldermen|Messrs)\b", group)
    return singular(found.group(1)) if found else None


def _fill(entry: Entry, status: Status | None, part: Part, cell: Cell, role: str | None) -> Entry:
    """``entry`` with what the sentence, the heading (its ``role``) and the next cell say of the person."""
    organisation = part.organisation
    if organisation and _GROUPED.match(organisation):
        organisation = None
    if not (status or organisation or role or cell.initials):
        return entry
    return entry._replace(
        status=entry.status or status,
        initials=entry.initials or cell.initials,
        role=entry.role or role,
        organisation=entry.organisation or organisation,
    )
