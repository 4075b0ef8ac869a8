"""People whom a list names by one word each: first names among friends, surnames in old minutes."""

from __future__ import annotations

import re

from index_store.parser.descriptions import Entry, described
from index_store.parser.names import NOT_NAMES, WORD, Person
from index_store.parser.people import read_entry
from index_store.parser.roles import BRACKETS, split_list, unbracketed

_LONE = re.compile(WORD)
_MOST = 0.6
_FEWEST, _MANY = 2, 4
_IDLE = re.compile(r"(?:None|Nil|Noted|Received|Accepted|Apologies|Quorate|Everyone|Everybody|Nobody|Yes|No)$")


def is_lone(words: str) -> bool:
    """Whether words are one name and no more, but for what stands in brackets."""
    bare = unbracketed(words).strip(" ,;.*-–•\t")
    return _LONE.fullmatch(bare) is not None and not (NOT_NAMES.search(bare) or _IDLE.match(bare))


def lone_names(line: str, title: str | None = None) -> list[tuple[int, int, tuple[Entry, ...]]]:
    """The people of a line that names most of them by one word, with offsets; empty for any other line."""
    pieces = [piece for piece in split_list(line) if piece.strip(" .")]
    if len(pieces) < _FEWEST:
        return []
    lone = [is_lone(piece) for piece in pieces]
    first = () if lone[0] or sum(lone) < _MANY else read_entry(pieces[0])
    if not (lone[0] or (first and first[0].person.title is None)):
        return []
    if sum(lone) < _FEWEST or sum(lone) < _MOST * len(pieces):
        return []
    found = []
    at = 0
    for piece, alone in zip(pieces, lone, strict=True):
        start = line.index(piece, at)
        at = start + len(piece)
        people = (_lone(piece, title),) if alone else read_entry(piece)
        if not people:
            return []
        found.append((start, at, people))
    return found


def _lone(piece: str, title: str | None) -> Entry:
    brackets = [one or other for one, other in BRACKETS.findall(piece)]
    return described(Entry(Person(unbracketed(piece).strip(" ,;.*-–•\t"), title)), brackets, "")


def lone_name(line: str, title: str | None = None) -> tuple[Entry, ...]:
    """The one person of a line that holds no more than a name; empty for any other line."""
    return (_lone(line, title),) if is_lone(line) else ()
