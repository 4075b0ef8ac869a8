"""The bodies held as questions may name them: by head noun, by the words that tell them apart, by their letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from assistant.place_names import beside_council, place_of
from index_store.held import Body

HEADS = frozenset(
    "council board panel committee group executive cabinet forum partnership team association commission authority "
    "trust assembly subcommittee sub-committee party trustees governors senate taskforce federation".split()
)
_EMPTY = frozenset(("the", "of", "and", "for", "on", "a", "an", "to", "in", "at", "&", "de's"))
_KIND = re.compile(r"\b(?:(?:rural|regional) municipality|(?:municipal|regional) district)\b", re.IGNORECASE)
_FRIENDS = re.compile(r"\bfriends of (?:the )?(?P<place>.+)", re.IGNORECASE)
WORD = re.compile(r"[\w&][\w&'’-]*")


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A body in the words of its name: its head nouns, those that tell it apart, its full and short names.

    ``initials`` are the letters of the words that tell it apart ("E&T"), ``short`` how its last words are shortened,
    which the first may stand before ("the housing SPC"), ``owners`` the head nouns of its council's name ("the Trust
    board"), ``electors`` that it is a meeting of electors beside their council, which "the Marl meeting" does not name.
    """

    slug: str
    tokens: tuple[str, ...]
    heads: frozenset[str]
    distinct: frozenset[str]
    names: tuple[str, ...]
    initials: str
    place: tuple[str, ...]
    short: frozenset[str]
    owners: frozenset[str]
    electors: bool


def named_by(word: str, known: Iterable[KnownBody]) -> list[KnownBody]:
    """The bodies that a word of their names tells apart: the council of a place before the meeting of its electors, a
    body before its part ("Marl District", "Marl District Police Subcommittee")."""
    here = [one for one in known if word in one.distinct]
    here = [one for one in here if not one.electors] or here
    return [one for one in here if not any(is_part(one, other) for other in here)]


def is_part(one: KnownBody, other: KnownBody) -> bool:
    """Does the name of ``one`` go on where that of ``other`` ends?"""
    size = len(other.tokens)
    return size > 1 and len(one.tokens) > size and one.tokens[:size] == other.tokens


def fold(word: str) -> str:
    """A word in small letters without what makes it a genitive; a committee written short is written out."""
    word = word.lower().replace("’", "'")
    word = re.sub(r"'s?$|(?<=s)'$", "", word)
    return "committee" if word == "cttee" else word


def singular(word: str) -> str:
    """A head noun without the ending of the plural; any other word as it is."""
    return word[:-1] if word.endswith("s") and word[:-1] in HEADS else word


@lru_cache(maxsize=8)
def known_bodies(bodies: tuple[Body, ...]) -> tuple[KnownBody, ...]:
    """The bodies, each in the words of its name. Kept, for every question asks for the same ones."""
    out = []
    for body in bodies:
        tokens = tuple(singular(fold(word)) for word in WORD.findall(body.name.replace("-", " ")))
        heads = frozenset(token for token in tokens if token in HEADS)
        distinct = distinct_words(body)
        initials = "&".join(token[0] for token in tokens if token not in HEADS and token not in _EMPTY)
        heads = heads or frozenset(tokens[: tokens.index("of") if "of" in tokens[1:] else None][-1:])
        letters = "".join(token[0] for token in tokens if token not in _EMPTY)
        short = frozenset(letters[-size:] for size in (3, 4) if size < len(letters) and tokens[-1] in HEADS)
        owners = HEADS.intersection(singular(fold(word)) for word in WORD.findall(body.council or ""))
        names = short_names(body)
        place, electors = place_of(body), beside_council(body, bodies)
        out.append(KnownBody(body.slug, tokens, heads, distinct, names, initials, place, short, owners, electors))
    return tuple(out)


def distinct_words(body: Body) -> frozenset[str]:
    """The folded words of its name, and of its council's, that are no head nouns or small words.

    With them go the letters of the council's kind, by which its own staff call it: "the RM", "the MD".
    """
    words = WORD.findall(f"{body.name} {body.council or ''}")
    kind = _KIND.search(body.council or body.name)
    letters = {"".join(word[0] for word in kind[0].lower().split())} if kind else set()
    # "Marl-Oake" is typed "Marl Oake" too.
    parts = {part for word in words if "-" in word for part in fold(word).split("-") if len(part) > 2}
    return frozenset({*(singular(fold(word)) for word in words), *parts, *letters}) - HEADS - _EMPTY


def short_names(body: Body) -> tuple[str, ...]:
    """Full names, printed abbreviations and the initials of the name (ODUG), longest first."""
    initials = "".join(word[0] for word in WORD.findall(body.name) if word.lower() not in _EMPTY).upper()
    without = re.sub(r"^the\s+", "", body.name.strip(), flags=re.I)
    names = {without, *(alias for alias in body.aliases if len(alias) > 1)}
    if len(initials) >= 3:
        names.add(initials)
    names |= _friends(without)
    joined = re.sub(r"\s+(?:and|&)\s+", "&", without, flags=re.I).split()
    if "&" in joined[0]:
        names.add("&".join(word[0] for word in joined[0].split("&") if word).upper())
    return tuple(sorted(names, key=len, reverse=True))


def _friends(name: str) -> set[str]:
    """How those who call themselves friends of a place are called: "Marl Friends"."""
    found = _FRIENDS.search(name)
    if found is None:
        return set()
    whole = found["place"].split()
    places = {" ".join(whole), whole[0], f"{whole[0]} {whole[-1]}"}
    return {shape.format(one) for one in places for shape in ("friends of {}", "friends of the {}", "{} friends")}
