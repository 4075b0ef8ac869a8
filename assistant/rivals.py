"""Is one club, offence or phase asked about, and do the minutes quoted only tell of another of its kind?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.codes import names_house
from assistant.coverage import matches
from assistant.pieces import Piece
from assistant.searching import Asked
from assistant.terms import STOP_WORDS, stems_in, words_of

_MEANT = 0.5
_KINDS = (
    r"(?:club|society|team|school|church|chapel|choir|band|college|academy|hospital|surgery|pharmacy|museum|nursery"
    r"|playgroup|troop)"
)
_ASKED = re.compile(rf"\b(?P<which>[A-Za-z][\w’'-]{{3,}}) (?P<kind>{_KINDS})\b", re.IGNORECASE)
#: What stands before such a word and does not tell one from another.
_ANY = STOP_WORDS | frozenset(
    "local new old main high primary secondary junior senior infant youth village parish town city county community"
    " district public private first second same other another each every social sports whole next last former nearby"
    " catholic council".split()
)


_FIRST = "first second third fourth fifth sixth".split()
_COUNTED = re.compile(
    rf"\b(?P<which>{'|'.join(_FIRST)}|1st|2nd|[3-6](?:rd|th)) (?P<kind>offen[cs]e|phase|stage|instalment|installment|"
    r"draft|floor|tranche|round|year|visit|attempt|warning)s?\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\b(?P<kind>(?i:phase|stage|option|lot|tier|plot|unit|block|band|schedule|child|adult|baby|family|case|patient"
    r"|student|pupil|complainant|employee|provider)) (?P<which>\d{1,3}|[A-Z]|[b-hj-z])\b(?![./'’-])"
)
"""What only a letter or a number tells apart: "Option B", "Child K"; "patient a" may be an article."""
_STREET = re.compile(
    r"\b(?!(?:The|This|That|High|Main|Which|What|And|Of|On|In|At)\b)([A-Z][\w’'-]+) "
    r"(?:Street|Road|Lane|Avenue|Drive|Crescent|Terrace|Close|Grove)\b"
)
_WRITTEN = {"1": "one|i|first", "2": "two|ii|second", "3": "three|iii|third", "4": "four|iv", "5": "five|v"}


def tells_of_another(asked: Asked, quotes: Sequence[Piece]) -> bool:
    """Do the quotes and the titles of their minutes name another club, and not the one asked about by its sort?"""
    said = asked.question.own or asked.question.text
    told = " ".join(f"{one.item.title or ''}. {one.text}" for one in quotes)
    whole = told + " ".join(one.item.text.text for one in quotes)
    if counts_another(said, told) or labels_another(said, told) or streets_another(said, told, whole):
        return True
    if names_house(said, whole) is False:
        return True
    found = _ASKED.search(said)
    if found is None or found["which"].lower() in _ANY:
        return False
    stems = stems_in(told)
    which = [term for term in asked.terms if term.stem in stems_in(found["which"])]
    if not which or max(matches(which, stems), default=0.0) >= _MEANT:
        return False
    others = re.finditer(rf"\b(?P<other>[A-Za-z][\w’'-]{{2,}}) {found['kind']}\b", told, re.IGNORECASE)
    return any(words_of(one["other"]) and one["other"].lower() not in _ANY for one in others)


def streets_another(said: str, told: str, whole: str) -> bool:
    """Is Mill Lane asked about, where only Quay Road is ``told`` of, and the ``whole`` minutes do not name it?"""
    found = _STREET.findall(said)
    if not found or any(re.search(rf"\b{re.escape(one)}\b", whole, re.IGNORECASE) for one in found):
        return False
    return _STREET.search(told) is not None


def counts_another(said: str, told: str) -> bool:
    """Is the first offence asked about, where only the second is ``told`` of?"""
    found = _COUNTED.search(said)
    if found is None:
        return False
    which, kind = _ordinal(found["which"]), found["kind"].lower()
    if re.search(rf"\b(?:{which}|{found['which']})\b", told, re.IGNORECASE):
        return False
    return any(one["kind"].lower() == kind for one in _COUNTED.finditer(told))


def labels_another(said: str, told: str) -> bool:
    """Is Option B asked about, where none of that letter is ``told`` of?"""
    found = _LABELLED.search(said)
    if found is None:
        return False
    which = found["which"].upper()
    written = _WRITTEN.get(which)
    alike = re.search(rf"\b{which}\b", told) or (written and re.search(rf"\b(?:{written})\b", told, re.IGNORECASE))
    return alike is None


def _ordinal(word: str) -> str:
    """ "2nd" as "second"; any other word as it is, in small letters."""
    low = word.lower()
    return _FIRST[int(low[0]) - 1] if low[:1].isdigit() and low[1:] in ("st", "nd", "rd", "th") else low
