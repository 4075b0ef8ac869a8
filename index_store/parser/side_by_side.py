"""People printed one behind another with nothing between them: "Cllr A Ash Bob Birch (Clerk) Carol Cole Dan Dent"."""

from __future__ import annotations

import re
from typing import NamedTuple

from index_store.parser.names import HONOURS, NOT_NAMES, WORD, read_person
from index_store.parser.roles import names_role

_TOKEN = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\),?|\[[^\]]*\],?|[^\s()\[\]]+")
_TITLE = re.compile(
    r"(?:Cllrs?|Councillor|Comh|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Baroness|Rev|Revd|Deputy|Senator|MR|MRS|MS|MISS|DR)\.?"
)
_INITIALS = re.compile(r"[A-Z]\.?|(?:[A-Z]\.-?){2,4}|[A-Z]-[A-Z]\.?")
_PARTICLE = re.compile(r"(?:de|De|van|Van|von|Von|der|den|du|la|le|Le|di|da|Ní|Nic|Ó|Uí|Mac|Mc|St\.?|Ni|O)")
_NAME = re.compile(rf"{WORD}")
_SHOUTED = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ’'-]{2,}")
_HONOUR = re.compile(rf"(?:{HONOURS})")
_SEAT = re.compile(r"(?<=[a-z)]) (?P<seat>(?:(?:Division|Ward|Electoral Area) \w{1,2}:? [–-] |#\d{1,2} )(?=[A-Z]))")
"""What a member sits for, before the name, behind another member: "Division 1 – Ann Ash Division 2 – Bob Birch"."""
_FEWEST, _WORDS = 3, 6
_WHOSE = frozenset(("County", "District", "Borough", "City", "Town", "Parish", "Community", "Ward", "Unitary"))
"""Before a councillor's title: "County Cllr"."""
_SMALL = frozenset(("and", "of", "to", "the", "for", "&", "in", "at", "on"))


class _Word(NamedTuple):
    """A word of a line, or what stands in brackets: ``kind`` is T (title), N (name), I, P, H, B or O (other)."""

    kind: str
    text: str
    start: int
    comma: bool


def with_semicolons(line: str) -> str:
    """``line`` with semicolons between its people, where at least one of them has nothing before the name.

    Offsets stay. Every word has to belong to somebody: to the name, to a title before it, to brackets or a role behind.
    """
    if len(seats := list(_SEAT.finditer(line))) > 1:
        return _cut(line, [found.start("seat") for found in seats])
    if line.count(" ") < _WORDS - 1 or ";" in line or "\t" in line or "|" in line or ":" in line:
        return line
    words = _words(line)
    first = next((n for n, word in enumerate(words) if word.kind == "T"), 0)
    led = 0 < first < _WORDS and any(word.kind == "O" for word in words[:first])
    people = _people(words[first:] if led and words[first - 1].kind == "O" and not words[first - 1].comma else words)
    if len(people) < _FEWEST or not (people[0][0] or any(bare for _, bare in people[1:])):
        return line
    return _cut(line, [start for start, _ in people if start])


def _cut(line: str, starts: list[int]) -> str:
    for start in starts:
        line = f"{line[: start - 1]};{line[start:]}"
    return line


def _words(line: str) -> list[_Word]:
    return [
        _Word(_kind(text.rstrip(",")), text.rstrip(","), found.start(), text.endswith(","))
        for found in _TOKEN.finditer(line)
        if (text := found[0])
    ]


def _kind(text: str) -> str:
    if text[:1] in "([":
        return "B"
    if _TITLE.fullmatch(text):
        return "T"
    if _HONOUR.fullmatch(text):
        return "H"
    if _PARTICLE.fullmatch(text):
        return "P"
    if _INITIALS.fullmatch(text):
        return "I"
    named = _NAME.fullmatch(text) or _SHOUTED.fullmatch(text)
    return "N" if named and not NOT_NAMES.search(text) and not names_role(text) else "O"


def _people(words: list[_Word]) -> list[tuple[int, bool]]:
    """Where each of the people begins and whether nothing but a space stands before the name; empty where in doubt."""
    found: list[tuple[int, bool]] = []
    at, behind = 0, False
    while at < len(words):
        first = at
        while at + 1 < len(words) and words[at].text in _WHOSE and words[at + 1].kind == "T":
            at += 1
        titled = words[at].kind == "T"
        while at < len(words) and words[at].kind == "T":
            at += 1
        end = _run_end(words, at)
        starts = _starts(words[at:end], titled)
        if not starts:
            ends = len(found) > _FEWEST and words[first].kind == "O" and _is_tail(words[first:])
            return [*found, (words[first].start, False)] if ends else []
        for number, start in enumerate(starts):
            before = words[first - 1] if first and not number else None
            bare = behind or not titled if not number else True
            found.append((words[first].start if not number else start, bare and not (before and before.comma)))
        at, behind = end, False
        while at < len(words) and words[at].kind in "BH" and not words[at - 1].comma:
            at += 1
        if at < len(words) and words[at - 1].comma:
            begins = _behind_role(words, at)
            if begins is None:
                return []
            at, behind = begins, not words[begins - 1].comma
    return found


def _run_end(words: list[_Word], at: int) -> int:
    """The first word behind a run of names."""
    while at < len(words) and words[at].kind in "NIP":
        at += 1
        if words[at - 1].comma:
            break
    return at


def _starts(run: list[_Word], titled: bool) -> list[int]:
    """Where the names of a run begin: two words each, initials and particles counted with the surname."""
    names: list[list[_Word]] = []
    open_name = False
    for word in run:
        if open_name and names:
            names[-1].append(word)
        else:
            names.append([word])
        open_name = word.kind in "IP"
    full = [any(word.kind == "I" for word in name) for name in names]
    starts: list[int] = []
    at = 0
    while at < len(names):
        if full[at]:
            starts.append(names[at][0].start)
            at += 1
        elif at + 1 < len(names) and not (full[at + 1] and names[at + 1][0].kind == "P"):
            starts.append(names[at][0].start)
            at += 2
        elif titled and len(names) == 1:
            return [names[0][0].start]
        else:
            return [names[0][0].start] if len(names) == _FEWEST and titled else []
    return starts


def _behind_role(words: list[_Word], at: int) -> int | None:
    """The word that begins the next name behind a role that follows a comma; None where this is an ordinary list."""
    while at < len(words):
        stop = next((n for n in range(at, len(words)) if words[n].comma), len(words))
        titled = next((n for n in range(at, min(stop + 1, len(words))) if words[n].kind == "T"), None)
        while titled is not None and titled > at and words[titled - 1].text in _WHOSE:
            titled -= 1
        if titled is not None:
            return titled if titled > at else None
        if stop == len(words):
            return len(words) if any(word.kind == "O" for word in words[at:]) else None
        if stop == at:
            at += 1
            continue
        role, name = words[at : stop - 1], words[stop - 1 : stop + 1]
        if all(word.kind in "NI" for word in name) and len(name) == 2:
            if not role:
                return None
            told = " ".join(word.text for word in role)
            last = role[-1]
            if names_role(told) and last.kind in "OB" and last.text not in _SMALL and _is_person(name):
                return stop - 1
        if not any(word.kind == "O" for word in words[at : stop + 1]):
            return None
        at = stop + 1
    return at


def _is_person(name: list[_Word]) -> bool:
    return read_person(" ".join(word.text for word in name)) is not None


def _is_tail(words: list[_Word]) -> bool:
    """Whether words behind the last name are roles that a column of their own held, and name nobody with a title."""
    told = " ".join(word.text for word in words)
    return names_role(told) and not any(word.kind == "T" or word.comma for word in words)
