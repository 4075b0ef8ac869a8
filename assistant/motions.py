"""Motions and amendments: the sentence that moves one, and the sentence behind it that says what became of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MOVES = re.compile(
    r"\b(?:moved|proposed)\b.{0,90}\b(?:that|to)\b|\bas an amendment\b"
    r"|\b(?:motion|amendment) (?:was )?(?:made|moved|proposed)\b",
    re.IGNORECASE | re.DOTALL,
)
_SPEAKS_OF = re.compile(r"\b(?:moved|amendment|motion|proposed (?:that|by)|put forward)\b", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:carried(?! (?:out|forward|over))|lost|defeated|fell|fail(?:s|ed)|not (?:considered|put)|no second(?:er)?"
    r"|withdrawn|(?:motion|amendment|proposal|proposition)(?: was| is)? (?:passed|agreed|approved|adopted|rejected))\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(?:votes? to|in favour|against|agreed to)\b", re.IGNORECASE)
_FAR, _NEAR = 12, 3


def moves(sentence: str) -> bool:
    """Does the sentence put a motion or an amendment?"""
    return _MOVES.search(sentence) is not None


def outcome_of(sentences: Sequence[str], at: int) -> set[int]:
    """Which sentences say what became of the motion that number ``at`` puts or speaks of; none where it says so itself.

    The outcome stands before the next motion; what lies between counts as part of it where that is short.
    """
    if not _SPEAKS_OF.search(sentences[at]) or _DONE.search(sentences[at]):
        return set()
    following = []
    for near in range(at + 1, min(at + 1 + _FAR, len(sentences))):
        if moves(sentences[near]):
            break
        following.append(near)
    told = next((near for near in following if _DONE.search(sentences[near])), None)
    if told is None:
        told = next((near for near in following[:_NEAR] if _COUNTED.search(sentences[near])), None)
    if told is None:
        return set()
    return set(range(at + 1, told + 1)) if told - at <= _NEAR else {told}
