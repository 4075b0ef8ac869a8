"""Lists in which each office stands before its holder: "Clerk Ann Other; Fire Chief Bob Ash and Planner C. Birch"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from index_store.parser.descriptions import Entry
from index_store.parser.names import read_person, split_title
from index_store.parser.roles import names_role

_PART = re.compile(r"[,;]\s*(?:and\s+)?")
_AND = re.compile(r"\s+and\s+")
_WORD = re.compile(r"\S+")
_PERSONAL = re.compile(
    r"Councillor|Cllr|Alderm|Constable|Sergeant|Inspector|Detective|Chief Super|Mayor|\bM(?:rs?|s|iss)\b|Dr|Rev|Lord"
)
"""Titles, which are no offices of those who serve the body."""
_SMALL = frozenset(("and", "of", "to", "the", "for", "&", "-", "–"))
_OFFICE_WORDS, _NAME_WORDS = 8, 3
_FEWEST = 2

People = list[tuple[int, int, tuple[Entry, ...]]]


def office_run(line: str) -> People:
    """The people of such a list with offsets, two or more; empty for any other line."""
    found: People = []
    if not names_role(line):
        return found
    waiting: int | None = None
    for start, end in _parts(line):
        entries = _holders(line, start, end)
        if entries:
            entries[0] = _from(line, waiting, entries[0])
            found += entries
            waiting = None
        elif _is_office(line[start:end]):
            waiting = start if waiting is None else waiting
        else:
            return []
    return found if len(found) >= _FEWEST and waiting is None else []


def _parts(line: str) -> Iterator[tuple[int, int]]:
    at = 0
    for cut in chain(_PART.finditer(line), [None]):
        end = cut.start() if cut else len(line)
        if words := line[at:end].strip(" \t."):
            start = line.index(words, at)
            yield start, start + len(words)
        at = cut.end() if cut else end


def _holders(line: str, start: int, end: int) -> People:
    """The holder that a part names behind an office, or the two or more that it joins by "and"."""
    for cut in _AND.finditer(line, start, end):
        first, rest = _holder(line, start, cut.start()), _holders(line, cut.end(), end)
        if first is not None and rest:
            return [first, *rest]
    one = _holder(line, start, end)
    return [] if one is None else [one]


def _holder(line: str, start: int, end: int) -> tuple[int, int, tuple[Entry, ...]] | None:
    words = [(word.start(), word.end()) for word in _WORD.finditer(line, start, end)]
    for size in range(2, min(_NAME_WORDS, len(words) - 1) + 1):
        begins, office = words[-size][0], line[start : words[-size - 1][1]]
        who = line[begins:end]
        if not _is_office(office) or names_role(who):
            continue
        if any(_PERSONAL.search(split_title(line[begin:end])[0] or "") for begin, _ in words[: 1 - size]):
            continue
        if person := read_person(who):
            return start, end, (Entry(person, role=office),)
    return None


def _is_office(words: str) -> bool:
    """Whether words are an office: capitalised, the last of them a role, and no name among them."""
    parts = words.split()
    if not 1 <= len(parts) <= _OFFICE_WORDS or not (
        names_role(parts[-1]) or names_role(parts[-1].replace("-", " ").replace("/", " "))
    ):
        return False
    return all(part[0].isupper() or part in _SMALL for part in parts) and not read_person(" ".join(parts[:2]))


def _from(
    line: str, waiting: int | None, one: tuple[int, int, tuple[Entry, ...]]
) -> tuple[int, int, tuple[Entry, ...]]:
    """The holder with the office printed before the own one: "Deputy Treasurer, Interim Clerk Ann Other"."""
    start, end, (entry,) = one
    if waiting is None:
        return one
    role = line[waiting : start + len(entry.role or "")]
    return waiting, end, (entry._replace(role=role),)
