"""What a sentence tells of a matter: that something was decided, or that it came to nothing."""

from __future__ import annotations

import re
from functools import lru_cache

_REMEMBERED = 60_000
_DECIDING = re.compile(
    r"\b(?:agree[ds]?|resolved?|approved?|approval|decided|decision|accepted?|declined?|refused?|rejected|deferred|"
    r"supported?|objects?|objected|objection|opposed|oppose|carried|lost|elected|appointed|nominated|voted?|votes|"
    r"endorsed?|adopted|granted|authorised|ratified|recommended|noted|propos\w+|withdrawn|unanimous\w*"
    r"|would (?:not )?be)\b",
    re.IGNORECASE,
)
#: Words by which a matter came to nothing.
CAME_TO_NOTHING = (
    r"cancel\w*|reject\w*|refus\w+|turned down|unsuccessful\w*|withdr[ae]wn?|declin\w+|postpon\w+|defer\w*|abandon\w*"
    r"|rained off|no longer|fail\w*|dismiss\w*|never|none|unable"
)
_OUTCOME = re.compile(rf"\b(?:{CAME_TO_NOTHING}|not|oppos\w+|object\w*|approved|granted|successful)\b", re.IGNORECASE)


#: That a paper came before the meeting, whatever it says: who introduced it, that it was received, where it is filed.
_INTRODUCING = re.compile(
    r"\b(?:introduced|presented|submitted|gave|given|received|considered|circulated|tabled|outlined|provided)\b"
    r"[^.;:]{0,60}?\b(?:reports?|presentations?|papers?|updates?|briefings?|slides|documents?|copy|copies)\b"
    r"|\bcop(?:y|ies) of (?:the|this|these|which)\b.*\b(?:filed|attached|appended|circulated)\b"
    r"|\b(?:following|main) points were (?:made|raised|noted)\b|\bfurther to the (?:report|presentation)\b"
    r"|\bthanked\b|\bwelcomed (?:[\w,.]+ ){0,8}?to the meeting\b",
    re.IGNORECASE,
)


ROUTINE_TITLE = re.compile(
    r"^\W*(?:welcome|apolog|minutes?(?: of| approval|\W*$)|notes? of|approval of|previous minutes|declarations?|date"
    r" (?:of|and)|dates of|next meeting|any other|confirmation of|adoption of|attendance|present)",
    re.IGNORECASE,
)
"""Titles of business that every meeting has."""


@lru_cache(maxsize=_REMEMBERED)
def tells_introduction(sentence: str) -> bool:
    """Does the sentence say that a paper came before the meeting?"""
    return _INTRODUCING.search(sentence) is not None


@lru_cache(maxsize=_REMEMBERED)
def tells_outcome(sentence: str) -> bool:
    """Does the sentence say how something ended, or that nothing came of it?"""
    return _OUTCOME.search(sentence) is not None


@lru_cache(maxsize=_REMEMBERED)
def tells_decision(sentence: str) -> bool:
    """Does the sentence speak of a decision?"""
    return _DECIDING.search(sentence) is not None


_BUSINESS = re.compile(
    r"\b(?:(?:gave|made|provided|delivered) (?:a|an|the|his|her|their)|presented|discussed|requested|asked|stated"
    r"|advised|informed|explained|highlighted|raised|spoke|addressed|outlined|expressed|reported|suggested|agreed|proposed)\b"
)
_LONG = 8


def tells_business(text: str) -> bool:
    """Does a sentence among those of who came tell of what was said or done?"""
    return len(text.split()) >= _LONG and _BUSINESS.search(text) is not None


_TO_BE_DONE = re.compile(
    r"\b(?:actions?|will|would|to be|is to|are to|should|asked|requested|instructed)\b", re.IGNORECASE
)


def tells_next(text: str) -> bool:
    """Does the text say that something was decided, or that somebody is to act?"""
    return tells_decision(text) or _TO_BE_DONE.search(text) is not None
