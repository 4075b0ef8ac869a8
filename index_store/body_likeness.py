"""When two printed names can be one body's though they are not the same words."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

_GOVERNING = re.compile(
    r"(?P<place>.+?) (?:(?:council|board|commission|court)(?: of (?:commission|commissioners|directors|trustees|"
    r"supervisors|governors|aldermen))?|commissioners|directors|trustees|supervisors|governors)"
)
"""A folded name of those who govern a place or a company, under whatever noun: "port of marl board of commission"."""
_PART = re.compile(r"\b(?:(?:sub)?committees?|cabinet|executive|panel|forum|groups?|working party)\b")
_SHORT, _LONG = 5, 8
_MANY = 6
_FEW, _MORE = 1, 2


def governs_alike(one: str, other: str) -> bool:
    """Whether two folded names are of those who govern the same place: "port of marl board", "… commission"."""
    mine, theirs = _GOVERNING.fullmatch(one), _GOVERNING.fullmatch(other)
    return one != other and mine is not None and theirs is not None and mine["place"] == theirs["place"]


def is_part(name: str) -> bool:
    """Whether a folded name is that of a part of an authority, whose members are some of the authority's."""
    return _PART.search(name) is not None


def misprints(one: str, other: str, strict: bool = False) -> bool:
    """Whether two folded names differ in one word by a letter, or by two in a long word, as one misprinted does.

    ``strict`` allows one letter alone, in a long word. One and several differ in a name of many words alone ("…as
    Shareholder of", "…as Shareholders of").
    """
    words = list(zip(one.split(), other.split(), strict=False))
    differing = [(mine, theirs) for mine, theirs in words if mine != theirs]
    if len(one.split()) != len(other.split()) or len(differing) != 1 or len(words) < 2:
        return False
    mine, theirs = differing[0]
    size = min(len(mine), len(theirs))
    if size < (_LONG if strict else _SHORT) or not (mine + theirs).isalpha():
        return False
    if mine.rstrip("s") == theirs.rstrip("s") and (strict or len(words) < _MANY):
        return False
    return OSA.distance(mine, theirs) <= (_MORE if size >= _LONG and not strict else _FEW)
