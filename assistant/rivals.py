"""Is a club, a school or the like asked about, and do the minutes quoted only tell of another of its kind?"""

from __future__ import annotations

import re
from collections.abc import Sequence

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


def tells_of_another(asked: Asked, quotes: Sequence[Piece]) -> bool:
    """Do the quotes and the titles of their minutes name another club, and not the one asked about by its sort?"""
    found = _ASKED.search(asked.question.own or asked.question.text)
    if found is None or found["which"].lower() in _ANY:
        return False
    told = " ".join(f"{one.item.title or ''}. {one.text}" for one in quotes)
    stems = stems_in(told)
    which = [term for term in asked.terms if term.stem in stems_in(found["which"])]
    if not which or max(matches(which, stems), default=0.0) >= _MEANT:
        return False
    others = re.finditer(rf"\b(?P<other>[A-Za-z][\w’'-]{{2,}}) {found['kind']}\b", told, re.IGNORECASE)
    return any(words_of(one["other"]) and one["other"].lower() not in _ANY for one in others)
