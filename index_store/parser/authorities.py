"""The authority whose board or committee met: a line of its own above the body's name."""

from __future__ import annotations

import re
from itertools import zip_longest

from index_store.parser.wording import has_verb, is_capitals, title_case

_SORTS = (
    r"(?:Partnership|Trust|Association|Authority|Federation|University|Commission|Alliance|Company|Consortium|Society|"
    r"College|School|Academy|Clinical Commissioning Group|CCG|ICB|"
    r"Integrated Care Board|Health Board|Pension Fund)"
)
WIDER = re.compile(rf".*\b{_SORTS}s?(?: of .*)?$", re.IGNORECASE)
NARROWER = re.compile(
    r"(?:[A-Z][\w’'&-]*,? |and |& |of |the )*(?:Group|Committee|Sub-?[Cc]ommittee|Sub-?[Gg]roup|"
    r"Board|Panel|Executive|Forum|Cabinet|Commission|Working Party|Governors|Trustees|Court|Senate|"
    r"Governing Body)(?: of the Whole| \(public\))?|"
    r"(?:board|court|council) of (?:the )?(?:(?:County|City|School|Township|Fire|Park|Water|Harbou?r) )?"
    r"(?:education|directors|trustees|commissioners|governors|supervisors|regents|managers|selectmen|"
    r"health)(?: \(public\))?",
    re.IGNORECASE,
)
_LINE = re.compile(
    r"(?i:.*\b(?:district|school district|schools|corporation|foundation|inc|ltd|limited|institute|authority|college|"
    r"university|academy|trust|association|federation|society|commission|agency|company|consortium|alliance|"
    r"cooperative|partnership|school|pension fund|ccg|icb|clinical commissioning group|integrated care board|"
    r"health board)\b\.?(?: of .*)?(?: (?:no\.?|#) ?\d{1,4})?)$"
)
_OTHER = re.compile(
    r"(?<!no )(?<!no\. )(?<!#)(?<!\d)\d|\b(?:minutes|meeting|agenda|present|chair|dear|page|held|welcome)\b",
    re.IGNORECASE,
)
_GOVERNS = re.compile(
    r"\s+(?:board of (?:governors|trustees|directors)|(?:full |local )?governing (?:body|board))$", re.I
)
"""Those who govern a school, behind its name."""
_LONGEST = 80
_FORM = re.compile(
    r",\s+an?\s+(?:\w+[ -]){0,3}(?:corporation|company|charity|association|partnership|cooperative|trust)\b.*$"
)
"""What a name says of the law that its owner is under: "Marl Foundation, Inc., a Delaware corporation"."""


def authority_above(head: str, body: str) -> str | None:
    """The line above the body's own, or right below it, that names the authority it belongs to, as printed."""
    name = body.casefold()
    lines = [words for line in head.splitlines() if (words := " ".join(line.split()).strip(" .,:;-–|#▪•"))]
    for words, below in zip_longest(lines, lines[1:], fillvalue=""):
        owner = _GOVERNS.sub("", words)
        if name in words.casefold() and owner == words:
            return below if is_authority(below) else None
        if is_authority(owner):
            return owner
    return None


def governs(words: str) -> bool:
    """Whether words name those who govern a school or a trust: "Marl School Board of Governors"."""
    return _GOVERNS.search(words) is not None


def is_authority(words: str) -> bool:
    """Whether words are the name of an authority, a district, a college or a foundation, and no more."""
    if not words or len(words) > _LONGEST or _OTHER.search(words) or not _LINE.fullmatch(words):
        return False
    return (is_capitals(words) or title_case(words) == 1.0) and not has_verb(words)


def without_form(name: str) -> str:
    """A name without the legal form told behind it."""
    return _FORM.sub("", name)
