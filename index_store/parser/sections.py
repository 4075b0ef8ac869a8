"""The parts of an attendance record: which heading stands over which names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from index_store.parser.apologies import People, told
from index_store.parser.apology_columns import beside_apologies
from index_store.parser.attendance_rows import KIND, headed, opened
from index_store.parser.cues import cued
from index_store.parser.descriptions import Entry
from index_store.parser.grid import Cell, rows_of
from index_store.parser.legends import with_marks
from index_store.parser.list_headings import is_prose, read_heading
from index_store.parser.marked_rolls import marked_roll
from index_store.parser.names import plural_title
from index_store.parser.parts import Part, take
from index_store.parser.people import read_entry
from index_store.parser.runs import read_run
from index_store.parser.sentences import sentence_end
from index_store.parser.status_table import status_tables

_NO_OTHERS = re.compile(r"other (?:members|councillors)(?: present)?|.* representatives", re.IGNORECASE)
"""Headings of those present where no other heading is of them."""
_BEHIND_CHAIR = re.compile(r"also present|i l[aá]thair freisin")
"""Headings of the members behind the one in the chair."""
_COUNCIL = re.compile(r"(?:.*\b)?(?:Cllr|Councillor|COUNCILLOR|Comhairleoir|Mayor|Reeve)\b")
_MEMBERS, _FEWEST, _LINES = 3, 2, 5
_OFFICIAL = re.compile(
    r"\b(?:Chief Executive|Chief Administrative|Director|Engineer|Administrator|Officer|Manager|Clerk|Secretary|"
    r"Solicitor|Accountant|Head of|Planner|Librarian|Assistant|Administrative|CAO|Treasurer|Fire Chief)\b"
)
_COUNCILLOR = re.compile(r"(?:An Comhairleoir|Cllr|Councillor)\b\.? [A-ZÁÉÍÓÚ]")
_ROLLS = ("calling of the roll", "calling the roll", "roll call and apologies")
"""Titles of minutes that open with the names of those present and go on with apologies."""
_POSTED = re.compile(r"[A-Z][a-z]+ (?:[A-Z]\.? )?[A-Z][\w’'-]+ [-–] [A-Z]")
"""A name with what somebody is behind a dash: "Ann Other – Head of Service"."""
_GOES_ON = re.compile(r"(?:[A-Z][\w’'&-]* |[a-z]+ ){0,6}[\w’'&-]+\)$|[a-z]+ ")
_POST = re.compile(r"\b(?:Clerk|Officer|Manager|Administrator|Assistant)\b")


def parts_of(text: str, title: str | None = None) -> list[Part]:
    """The attendance parts of a preamble, or of a minute whose ``title`` is given, in order."""
    table, lines = status_tables(text)
    for start, end in lines:
        text = text[:start] + " " * (end - start) + text[end:]
    parts = [Part(row.status, None, entries=[(row.start, row.end, (row.entry,))]) for row in table]
    if beside := beside_apologies(text):
        start, end, excused = beside
        text = text[:start] + " " * (end - start) + text[end:]
        parts.append(Part("apologies", None, entries=excused))
    parts += [part for part in headed(text, _titled(title)) if part.entries]
    away = (
        title is not None
        and cued(title.lower(), ("apolog", "absen"))
        and not cued(title.lower(), ("attendance", "attendees", "present", *_ROLLS))
    )
    if away:
        parts = [replace(one, status="apologies") if KIND.search(one.heading or "") else one for one in parts]
    if away and not parts:
        listed = _plain(text)
        if listed:
            return [Part("apologies", title, entries=listed)]
        first = _plain(text[: sentence_end(text, len(text) - len(text.lstrip()))])
        sent = [Part(status, None, entries=entries) for status, entries in told(text, title)] if first else []
        if sent or (first and all(" " in one.person.name for _, _, people in first for one in people)):
            return [Part("apologies", title, entries=first), *(one for one in sent if one.entries[0][0] > first[-1][0])]
    if title is None and not any(one.status in ("present", "chair") for one in parts):
        served = [start for one in parts if one.status == "in_attendance" for start, _, _ in one.entries]
        parts += _unheaded(text[: min(served, default=len(text))])
    if title is not None and "roll call" in title.lower() and not any(one.status == "present" for one in parts):
        parts = [*_answered(text, title), *parts]
    parts = with_marks(text, _with_councillors(_with_members(parts)))
    if title is None:
        parts = [replace(one, entries=_serving(one.entries)) if one.status == "present" else one for one in parts]
    here = any(part.status == "apologies" for part in parts)
    return parts + [
        Part(status, None, entries=entries)
        for status, entries in told(text, title)
        if not (here and status == "apologies")
    ]


def _answered(text: str, title: str) -> list[Part]:
    """Those who answered a roll call that is told in its first sentence."""
    answered = _plain(text[: sentence_end(text, len(text) - len(text.lstrip()))])
    return [Part("present", title, entries=answered)] if len(answered) >= _FEWEST else []


def _with_members(parts: list[Part]) -> list[Part]:
    """The parts with "In attendance" read as "Present", where nobody else is and it is followed by who else came."""
    statuses = [part.status for part in parts]
    if "present" in statuses:
        return parts
    others = [_NO_OTHERS.fullmatch(part.heading or "") is not None for part in parts]
    if any(others):
        return [replace(part, status="present") if one else part for part, one in zip(parts, others, strict=True)]
    if "in_attendance" not in statuses:
        return parts
    first = statuses.index("in_attendance")
    heading = (parts[first].heading or "").lower()
    if "chair" in statuses:
        if (
            "chair" not in statuses[:first]
            or statuses.count("in_attendance") < 2
            or not _BEHIND_CHAIR.fullmatch(heading)
        ):
            return parts
        return [replace(part, status="present") if at == first else part for at, part in enumerate(parts)]
    if heading == "attending":
        return [replace(part, status="present") if at == first else part for at, part in enumerate(parts)]
    if statuses.count("in_attendance") < 2:
        return parts
    also = any(re.match("also", part.heading or "", re.IGNORECASE) for part in parts[first + 1 :])
    if not also or not re.fullmatch("in attendance", parts[first].heading or "", re.IGNORECASE):
        return parts
    return [replace(part, status="present") if at == first else part for at, part in enumerate(parts)]


def _with_councillors(parts: list[Part]) -> list[Part]:
    """The parts with the councillors that "In attendance" opens with as present, where no other list names members.

    "Present" then stands alone or over the one in the chair, and officers with their posts follow the councillors.
    """
    members = sum(len(part.entries) for part in parts if part.status in ("present", "chair"))
    at = next((n for n, part in enumerate(parts) if part.status == "in_attendance"), None)
    if members > 1 or at is None:
        return parts
    entries = parts[at].entries
    titled = [_COUNCIL.match(people[0].person.title or "") is not None for _, _, people in entries]
    count = titled.index(False) if False in titled else len(titled)
    if count < _MEMBERS or any(titled[count:]):
        return parts
    if count == len(entries):
        others = any(one.status == "in_attendance" for one in parts[at + 1 :])
        return [*parts[:at], replace(parts[at], status="present"), *parts[at + 1 :]] if others else parts
    here = replace(parts[at], status="present", entries=entries[:count])
    return [*parts[:at], here, replace(parts[at], entries=entries[count:]), *parts[at + 1 :]]


def _titled(title: str | None) -> Part | None:
    """The part that a minute's title heads, where it is headed "Present" or "Those attending"."""
    head = read_heading(f"{title}:") if title else None
    if title and cued(title.lower(), _ROLLS):
        return Part("present", title)
    if head is None or head.status == "apologies" or head.role or len(head.words) < len(title or "") - 2:
        return None
    return opened(head)


def _unheaded(text: str) -> list[Part]:
    """The people from a line of councillors on that no heading stands over; officers below them are in attendance."""
    if roll := marked_roll(text):
        return roll
    begin: int | None = None
    lines = 0
    for row in rows_of(text, with_prose=False):
        stop = text.find("\n", row[-1].end)
        line = text[row[0].start : stop if stop >= 0 else len(text)]
        run = read_run(line)
        lettered = all(one.initials for _, _, people in run for one in people)
        if len(run) < _MEMBERS or not (plural_title(line) or lettered or _seated(run)):
            listed = _is_listed(text[row[0].start : row[0].end].lstrip(" -•*·"))
            if listed is None:
                continue
            begin = (row[0].start if begin is None else begin) if listed else None
            lines = lines + 1 if listed else 0
            if lines < _LINES:
                continue
        start = row[0].start if begin is None else begin
        part = next(iter(headed(" " * start + text[start:], Part("present", None))))
        part.entries = [(start, end, tuple(map(_served, people))) for start, end, people in part.entries]
        return [part]
    return []


def _is_listed(line: str) -> bool | None:
    """Whether a line lists one person, by title or with a post behind a dash; None where it goes on with the last."""
    if _GOES_ON.match(line):
        return None
    if _COUNCILLOR.match(line):
        return bool(read_entry(line))
    people = read_entry(line) if _POSTED.match(line) else ()
    return len(people) == 1 and bool(people[0].role or people[0].organisation or people[0].status)


def _seated(run: People) -> bool:
    """Whether all in a run of people are councillors, or have titles and the first of them is in the chair."""
    everyone = [one for _, _, people in run for one in people]
    if all(_COUNCILLOR.match(f"{one.person.title} A") for one in everyone):
        return True
    return everyone[0].status == "chair" and all(one.person.title for one in everyone)


def _serving(entries: People) -> People:
    """The people of a list of members, with the officials below them in attendance: lines of their own, with a post."""
    members = [at for at, (_, _, people) in enumerate(entries) if _COUNCIL.match(people[0].person.title or "")]
    below = [people for _, _, people in entries[members[-1] + 1 :]] if len(members) >= _MEMBERS else []
    if sum(len(people) == 1 and people[0] != _official(people[0]) for people in below) < _FEWEST:
        return entries
    return [
        (start, end, tuple(map(_official, people))) if at > members[-1] and len(people) == 1 else (start, end, people)
        for at, (start, end, people) in enumerate(entries)
    ]


def _official(entry: Entry) -> Entry:
    served = entry.status is None and _OFFICIAL.search(entry.role or "") is not None
    return entry._replace(status="in_attendance") if served else entry


def _served(entry: Entry) -> Entry:
    return entry._replace(status="in_attendance") if _POST.search(entry.role or "") else entry


def _plain(text: str) -> list[tuple[int, int, tuple[Entry, ...]]]:
    """Names that are all an apologies item says ("Ian Logan (IL), John Slater")."""
    part = Part("apologies", None)
    for cell in _cells(text):
        if is_prose(text[cell.start : cell.end]) or (part.entries and not read_entry(text[cell.start : cell.end])):
            break
        take(part, text, cell)
    return part.entries


def _cells(text: str) -> Iterator[Cell]:
    for row in rows_of(text):
        yield from row
