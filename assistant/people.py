"""People whom a question names: as the attendance lists spell them, misspelt, by surname or by initials."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from wordfreq import zipf_frequency

from assistant.terms import STOP_WORDS
from index_store.held import HeldAttendee

TITLES = frozenset(
    ("mr", "mrs", "ms", "miss", "dr", "cllr", "cllrs", "clr", "councillor", "sir", "lord", "lady", "dame", "rev")
)
_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?\.?")
#: Behind a name in a list: how somebody came, no part of it.
_HOW = re.compile(
    r"[\s,(–-]+(?:(?:attended|joined|present|via|by|on)\s+)*(?:remote(?:ly)?|online|virtual(?:ly)?|zoom|teams|webex"
    r"|video(?:[ -]?(?:link|conference))?|(?:tele)?phone)\)?\s*$",
    re.I,
)
_INITIALS = re.compile(r"[A-Z]{2,3}[a-z]{0,3}|[a-z]{2,3}")
#: How frequent (Zipf) small letters may be as a word to be read as initials.
_KNOWN = 4.0
#: Initials that are more often something else.
_NO_PERSON = frozenset("MP MSP MEP PC AGM EGM AOB TV IT HR UK EU US".split())
ROLES = re.compile(
    r"\b(?:(?:vice|deputy)[ -]?)?(?:chair(?:man|woman|person)?|treasurer|secretary|clerk|convener|mayor|president"
    r"|leader)\b"
    r"|\b(?:MSP|MP|MEP)\b|\bminute[ -]?(?:taker|secretary)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """One person named in a question: the spellings under which the catalogue holds them."""

    words: str
    start: int
    end: int
    names: tuple[str, ...]


@dataclass(frozen=True)
class Roll:
    """The names of all attendance lists, each with its folded words, by surname, by first name (both folded) and by
    the initials that the minutes use for them."""

    by_surname: dict[str, tuple[tuple[str, tuple[str, ...]], ...]]
    by_first: dict[str, tuple[str, ...]]
    by_initials: dict[str, tuple[str, ...]]

    def surnames(self, word: str) -> tuple[str, ...]:
        """Surnames spelled as ``word``, or nearly so."""
        near = process.extract(word, self.by_surname.keys(), scorer=fuzz.ratio, score_cutoff=75, limit=12)
        return tuple(name for name, _, _ in near)


def roll_of(attendance: Iterable[HeldAttendee]) -> Roll:
    """The roll of everyone recorded; honorifics are not part of a name."""
    by_surname: dict[str, set[tuple[str, tuple[str, ...]]]] = defaultdict(set)
    by_first: dict[str, set[str]] = defaultdict(set)
    by_initials: dict[str, set[str]] = defaultdict(set)
    attendees = [one.attendee for one in attendance]
    for one in attendees:
        if one.initials:
            by_initials[one.initials].add(one.name.strip())
    for name in {one.name.strip() for one in attendees}:
        words = tuple(plain_name(name).split())
        if not words:
            continue
        by_surname[words[-1]].add((name, words))
        if len(words) > 1:
            by_first[words[0]].add(name)
    return Roll(
        {key: tuple(sorted(value)) for key, value in by_surname.items()},
        {key: tuple(sorted(value)) for key, value in by_first.items()},
        {key: tuple(sorted(value)) for key, value in by_initials.items()},
    )


def plain_name(name: str) -> str:
    """``name`` folded for comparing: lower case, without titles, stops, apostrophes' shapes and how somebody came
    ("B. Ward Remotely")."""
    name = _HOW.sub("", name)
    words = [word.lower().replace("’", "'").strip(".") for word in name.replace(".", ". ").split()]
    return " ".join(word for word in words if word and word not in TITLES)


def named_people(text: str, roll: Roll) -> tuple[NamedPerson, ...]:
    """People of the roll whom ``text`` names. A lone word counts only with a capital or behind a title."""
    words = list(_WORD.finditer(text))
    found: list[NamedPerson] = []
    at = 0
    while at < len(words):
        person = _pair(text, words, at, roll) or _single(text, words, at, roll) or _initialled(text, words[at], roll)
        if person:
            found.append(person)
            at += len(_WORD.findall(person.words))
        else:
            at += 1
    return tuple(found)


def _folded(match: re.Match[str]) -> str:
    return re.sub(r"['’]s$", "", match[0].lower().strip(".")).replace("’", "'")


def _pair(text: str, words: Sequence[re.Match[str]], at: int, roll: Roll) -> NamedPerson | None:
    for size in (3, 2):
        group = words[at : at + size]
        if len(group) < size or re.search(
            r"[^\s.]", "".join(text[a.end() : b.start()] for a, b in zip(group, group[1:], strict=False))
        ):
            continue
        asked = [_folded(word) for word in group]
        if (asked[0] in TITLES and size > 2) or any(word in STOP_WORDS for word in asked):
            continue
        names = _like(" ".join(word for word in asked if word not in TITLES), asked, roll)
        if names and asked[0] not in TITLES:
            return NamedPerson(text[group[0].start() : group[-1].end()], group[0].start(), group[-1].end(), names)
    return None


def _like(wanted: str, asked: list[str], roll: Roll) -> tuple[str, ...]:
    """Names spelled as asked, with initials for first names, or nearly so."""
    out = []
    for name, held in (entry for surname in roll.surnames(asked[-1]) for entry in roll.by_surname[surname]):
        if len(held) < 2:
            continue
        whole = " ".join(held)
        initial = len(held[0]) == 1 and held[0] == asked[0][0]
        if whole == wanted or (held[-1] == asked[-1] and (held[0][0] == asked[0] or initial)):
            out.append((2, name))
        elif fuzz.ratio(whole, wanted) >= 87 and fuzz.ratio(held[0], asked[0]) >= 65:
            out.append((1, name))
    best = max((score for score, _ in out), default=0)
    return tuple(sorted(name for score, name in out if score == best or (best == 2 and score == 1)))


_RANKS = frozenset(
    "pc sgt sergeant inspector insp superintendent supt constable chief professor prof lord lady dame sir rev "
    "reverend chair chairman "
    "vice clerk treasurer secretary convener director officer county district city community mp msp".split()
)


def _of_surname(text: str, words: Sequence[re.Match[str]], at: int, roll: Roll) -> tuple[str, ...]:
    """Everyone with that surname; nobody where another first name stands before it than several bearers have."""
    names = tuple(name for name, _ in roll.by_surname.get(_folded(words[at]), ()))
    if len(names) < 2 or not at or not text[words[at - 1].end() : words[at].start()].isspace():
        return names
    first = words[at - 1]
    if first.start() == 0 or not first[0][0].isupper() or _folded(first) in TITLES | _RANKS | STOP_WORDS:
        return names
    return () if len(first[0].strip(".")) > 2 else names


def _initialled(text: str, match: re.Match[str], roll: Roll) -> NamedPerson | None:
    """Whom the minutes call by these initials: "SB", "kk's"."""
    found = _INITIALS.match(match[0])
    # "5 pm" is an hour, and "the CC", "our new CC" a body.
    other = re.search(
        r"(?:\d|\b(?:the|a|an|our|this|that|each|every)(?: new| old| whole| current)?)\s*$", text[: match.start()]
    )
    if other or found is None or found[0] != re.sub(r"(?:['’]s|\.)$", "", match[0]):
        return None
    if found[0].islower() and zipf_frequency(found[0], "en") > _KNOWN and found[0] == match[0]:
        return None
    short = found[0] if found[0][0].isupper() else found[0].upper()
    names = () if short in _NO_PERSON else roll.by_initials.get(short, ())
    return NamedPerson(match[0], match.start(), match.end(), names) if names else None


def _before_name(text: str, words: Sequence[re.Match[str]], at: int) -> bool:
    """Does another name follow at once, so that this is the first name of somebody who is not on the roll?"""
    if at + 1 >= len(words) or not text[words[at].end() : words[at + 1].start()].isspace():
        return False
    following = words[at + 1]
    return following[0][0].isupper() and _folded(following) not in STOP_WORDS


def _single(text: str, words: Sequence[re.Match[str]], at: int, roll: Roll) -> NamedPerson | None:
    match = words[at]
    titled = at > 0 and _folded(words[at - 1]) in TITLES
    capital = match[0][0].isupper() and match.start() > 0
    word = _folded(match)
    if not (titled or capital) or word in TITLES or len(word) < 3:
        return None
    names = _of_surname(text, words, at, roll) or (
        () if titled or _before_name(text, words, at) else roll.by_first.get(word, ())
    )
    if not names and titled and len(word) > 4:
        near = [surname for surname in roll.surnames(word) if fuzz.ratio(surname, word) >= 84]
        names = tuple(name for surname in near for name, _ in roll.by_surname[surname])
    if not names:
        return None
    return NamedPerson(match[0], match.start(), match.end(), tuple(sorted(names)))
