"""Runs of posts whose holders stand in brackets behind them: "Director, Roads (Ms. A. Other), Clerk (B. Ash)"."""

from __future__ import annotations

import re
from collections.abc import Callable

from index_store.parser.descriptions import Entry
from index_store.parser.names import read_person
from index_store.parser.neighbours import Run
from index_store.parser.people import SEVERAL
from index_store.parser.roles import is_description, names_role

_HELD = re.compile(r"\((?P<who>[^()]{3,60})\)")
_TITLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr)\b\.? ?\S")
_INITIALLED = re.compile(r"(?:[A-Z]\.? ?){1,3}[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?")
_MISPLACED = re.compile(r"(?<=\b[A-Z]) \.(?=[A-Z])")
"""A stop set behind the space: "Ms. A .Other"."""
_AND = re.compile(r",\s*(?:and )?| and | & ")
_BETWEEN = re.compile(r"[\s,;.:&–-]*(?:and\b\s*)?(?:the (?=[A-Z]))?")
_OTHER = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllrs?|Councillors?|Apolog\w+|was|were|welcomed|from)\b|:")
"""What stands in no post: somebody without brackets, words of a sentence, a heading."""
_POST = re.compile(r"[A-Z][\w ,&’'/.–-]{2,110}(?:\([^()]+\)[\w ,&’'/.–-]*)?")
_HOLDER = re.compile(r"[A-Z][^()]+ \((?:Mr|Mrs|Ms|Miss|Dr)\b\.? [^()]+\)\W*")
_HOLDERS = 2


def held_run(line: str, others: Callable[[str], Run]) -> Run:
    """The holders with their posts, two with titles or more; empty for any other line.

    Who stands behind the last bracket is read by ``others``.
    """
    brackets = list(_HELD.finditer(line))
    if sum(_TITLED.match(one["who"]) is not None for one in brackets) < _HOLDERS:
        return []
    found: Run = []
    at = 0
    for one in brackets:
        between = _BETWEEN.match(line, at)
        start = between.end() if between else at
        post = line[start : one.start()].rstrip(" ,")
        titled = _TITLED.match(one["who"]) is not None
        named = _AND.split(_MISPLACED.sub(". ", one["who"])) if titled or _is_name(line, one, post) else []
        role = SEVERAL.sub("", post) if len(named) > 1 else post
        people = tuple(Entry(person, role=role) for who in named if (person := read_person(who)))
        if not (people or titled):
            continue
        if not _POST.fullmatch(post) or _OTHER.search(post):
            return []
        if people:
            found.append((start, one.end(), people))
        at = one.end()
    rest = line[at:]
    if any(map(str.isalpha, rest)):
        behind = others(rest)
        if not behind:
            return []
        found += [(at + start, at + end, people) for start, end, people in behind]
    return found if len(found) >= _HOLDERS else []


def _is_name(line: str, one: re.Match[str], post: str) -> bool:
    """Whether a bracket without a title holds somebody: initials and a surname, or a name behind the end of a post."""
    if line[one.end() :].lstrip()[:1] not in ("", ",", ";", ".") or is_description(one["who"]):
        return False
    if _INITIALLED.fullmatch(one["who"]):
        return True
    return " " in one["who"] and names_role(post) and read_person(one["who"]) is not None


def whole_posts(pieces: list[str], line: str) -> list[str]:
    """``pieces`` with posts put together that hold a comma, where holders stand in brackets behind their posts."""
    if line.count("(") < _HOLDERS or sum(map(_is_held, pieces)) < _HOLDERS:
        return pieces
    whole: list[str] = []
    at = begin = 0
    for piece in pieces:
        start = line.index(piece, at)
        begin = start if not whole or "(" in whole[-1] else begin
        at = start + len(piece)
        if whole and "(" not in whole[-1]:
            whole[-1] = line[begin:at]
        else:
            whole.append(piece)
    return whole


def _is_held(piece: str) -> bool:
    """Whether a piece is a post with its holder in brackets: "Director of Works (Ann Other)"."""
    if _HOLDER.fullmatch(piece):
        return True
    post, bracket, who = piece.rstrip(" .").partition(" (")
    return bool(bracket) and who.endswith(")") and is_description(post) and read_person(who[:-1]) is not None
