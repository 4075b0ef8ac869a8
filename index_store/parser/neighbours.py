"""Names in a list that lean on the next one: a shared surname, a comma that was lost between two."""

from __future__ import annotations

import re

from index_store.parser.descriptions import Entry
from index_store.parser.names import WORD, Person, read_person
from index_store.parser.roles import names_role

Run = list[tuple[int, int, tuple[Entry, ...]]]
"""The people of a line: from where to where each stands in it, and who they are."""
_MANY = 6
"""So many names make a list in which the others tell how long a name is."""
_TWO_NAMES = re.compile(r"(?P<first>[A-Z][a-z]+ [A-Z][a-z]+) (?P<second>[A-Z][a-z]+ [A-Z][a-z]+)")
_LONE = re.compile(rf"(?:guests? |residents? )?(?P<forename>{WORD})")
_HELD = re.compile(rf"(?P<office>[A-Z][\w/&-]+(?: [A-Z][\w/&-]+){{0,3}}) (?P<surname>{WORD})")
_FEWEST = 3
_PLAIN_NAME = re.compile(r"[A-Z][a-z]+ [A-Z][a-z’'-]+")


def sharing(word: str, entry: Entry, before: Run) -> Entry | None:
    """Who shares the surname behind the next name, alone or among names in full: "Ann" in "Ann and Bob Clay"."""
    fore = _LONE.fullmatch(word.strip())
    full = [_PLAIN_NAME.fullmatch(one.person.name) is not None for _, _, people in before for one in people]
    if fore is None or entry.person.title or not all(full) or not _PLAIN_NAME.fullmatch(entry.person.name):
        return None
    person = read_person(f"{fore['forename']} {entry.person.name.split()[1]}")
    return Entry(person) if person else None


def with_office(piece: str, before: Run) -> tuple[Entry, ...]:
    """Who stands by a lone surname behind an office, in a list of titles and surnames: "Mayor Ash, Chief Birch"."""
    people = [one.person for _, _, found in before for one in found]
    if len(people) < _FEWEST or not all(one.title and " " not in one.name for one in people[:_FEWEST]):
        return ()
    held = _HELD.fullmatch(piece)
    if held is None or not names_role(held["office"]) or names_role(held["surname"]):
        return ()
    person = read_person(f"Mr {held['surname']}")
    return (Entry(Person(person.name), role=held["office"]),) if person else ()


def apart(line: str, pieces: Run) -> Run:
    """``pieces`` of a long list of names in full with those apart between which a comma was lost."""
    sizes = [len(one.person.name.split()) for _, _, people in pieces for one in people]
    if len(sizes) < _MANY or 4 not in sizes or sizes.count(2) < 0.7 * len(sizes):
        return pieces
    whole = Run()
    for start, end, people in pieces:
        two = _TWO_NAMES.fullmatch(people[0].person.name) if len(people) == 1 else None
        at = line.find(two["second"], start, end) if two else -1
        if two is None or at < 0:
            whole.append((start, end, people))
            continue
        first, second = (Entry(Person(two[part], people[0].person.title)) for part in ("first", "second"))
        whole += [(start, at, (first,)), (at, end, (people[0]._replace(person=second.person),))]
    return whole
