"""Bodies named by their place alone: "Hollow Beck's bank balance" asks Hollow Beck Parish Council.

Only councils have a place: the words of the name before what sort of council it is ("Port Sorrel" of Port Sorrel Town
Council), or behind it ("City of Port Sorrel"). Committees have the place of their council. A place that all bodies
held share tells nothing, and one that is an everyday word ("Reading", "Street") needs its capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from wordfreq import zipf_frequency

from index_store.held import Body

CIVIC = frozenset(
    "city county borough district parish town community village township municipal metropolitan unitary combined "
    "royal rural urban shire regional annual".split()
)
_COUNCIL = frozenset(("council", "councils"))
_WORD = re.compile(r"[^\W_][\w’'-]*")
_ELECTORS = re.compile(r"(?P<place>.+?) (?:parish|town|community) (?:meeting|assembly)$", re.IGNORECASE)
_OWN = re.compile(r"['’]s?$")
_EVERYDAY = 3.6
"""Zipf frequency in English from which a place's name may as well be a common noun or verb."""
_MONTHS = frozenset(("march", "may", "june", "april", "august"))
_SORT = re.compile(r"\s+(?:CC|PC|TC|DC|BC)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """``text[start:end]`` names the place of the bodies ``slugs``; ``council`` that it says so ("Saltmere CC")."""

    start: int
    end: int
    slugs: tuple[str, ...]
    council: bool = False


def place_of(body: Body) -> tuple[str, ...]:
    """The lower-case words of the place that a council, or a committee's council, is named after; else empty."""
    for name in (body.council, body.name):
        words = tuple(match[0].lower() for match in _WORD.finditer(name or ""))
        words = words[1:] if words[:1] == ("the",) else words
        if len(words) > 2 and words[0] in CIVIC and words[1] == "of":
            place = words[2:]
        elif _COUNCIL & set(words):
            place = words
        else:
            continue
        cut = next((at for at, word in enumerate(place) if word in CIVIC | _COUNCIL), len(place))
        if cut and any(len(word) > 3 for word in place[:cut]):
            return place[:cut]
    return ()


def beside_council(body: Body, bodies: Iterable[Body]) -> bool:
    """Is it the meeting of a place's electors whose council is held too? The place alone then means the council."""
    found = _ELECTORS.match(body.name)
    place = re.compile(rf"{re.escape(found['place'])}\b.*\bcouncil\b", re.IGNORECASE) if found else None
    return place is not None and any(place.match(one.name) for one in bodies)


def places_named(text: str, bodies: Sequence[Body]) -> Iterable[PlaceMention]:
    """Mentions of places that tell some of ``bodies`` from the others."""
    words = [(match.start(), match.end(), match[0]) for match in _WORD.finditer(text)]
    for place, slugs in _places(tuple(bodies)):
        for at in range(len(words) - len(place) + 1):
            said = words[at : at + len(place)]
            spelt = all(_spells(word[2], part, last=part is place[-1]) for word, part in zip(said, place, strict=True))
            if spelt and (len(place) > 1 or _is_name(text, said[0], place[0])):
                end = _end(text, said[-1])
                yield PlaceMention(said[0][0], end, slugs, end > said[-1][1])
        if len(place) > 1:
            initials = "".join(word[0] for word in place).upper()
            # Two letters alone mean too much else: "PC" is no Port Carlisle.
            for match in re.finditer(rf"\b{initials}(?:PC|TC|CC){'?' if len(place) > 2 else ''}\b", text):
                yield PlaceMention(match.start(), match.end(), slugs, len(match[0]) > len(place))


@lru_cache(maxsize=8)
def _places(bodies: tuple[Body, ...]) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    slugs: dict[tuple[str, ...], set[str]] = {}
    for place in {place_of(body) for body in bodies} - {()}:
        for body in (one for one in bodies if not beside_council(one, bodies)):
            if f" {' '.join(place)} " in f" {' '.join(_WORD.findall(f'{body.name} {body.council or str()}'.lower()))} ":
                slugs.setdefault(place, set()).add(body.slug)
    return tuple((place, tuple(sorted(held))) for place, held in slugs.items() if len(held) < len(bodies))


def _spells(word: str, part: str, last: bool) -> bool:
    """Is ``word`` this word of a place's name, shortened ("W Marden") or with a slip of the pen?"""
    said = _OWN.sub("", word).lower()
    if said == part or (not last and said == part[0]):
        return True
    return len(part) > 5 and said[0] == part[0] and fuzz.ratio(said, part) >= 86


def _is_name(text: str, said: tuple[int, int, str], place: str) -> bool:
    """Is a word that names a place meant as a name here?"""
    start, _, word = said
    if place in _MONTHS:
        return False
    return zipf_frequency(place, "en") < _EVERYDAY or (word[0].isupper() and bool(text[:start].strip()))


def _end(text: str, last: tuple[int, int, str]) -> int:
    """Where the mention ends: "Saltmere CC" has the initials of what sort of council it is in it."""
    end = last[1]
    return end + (len(sort[0]) if (sort := _SORT.match(text[end:])) else 0)
