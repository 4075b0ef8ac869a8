"""Sectors by which people ask who came ("the health service", "the press"), and the words by which lists name them."""

from __future__ import annotations

import re

_SECTORS: tuple[tuple[str, str], ...] = (
    (
        r"police(?: force| service)?|constabulary",
        r"\b(?:polic\w+|constabulary|sergeant|sgt|inspector|constable|superintendent|C?PC|CPO|PCSO|Garda[ií]?|RCMP|sheriff)\b",
    ),
    (r"(?:fire|rescue)(?: and rescue)?(?: (?:service|brigade|authority|department))?", r"\bfire\b"),
    (
        r"health (?:service|sector|authorit(?:y|ies)|bod(?:y|ies)|board)s?|nhs|hospitals?|doctors",
        r"\b(?:NHS\w*|PCT|CCG|ICB|HSE|hospitals?|primary care|public health|clinical|integrated care|GPs?"
        r"|health (?:board|trust|authority|service|service executive|unit|care))\b",
    ),
    (
        r"(?:voluntary|community|third|charity|charitable)(?: and (?:voluntary|community))? sector|charit(?:y|ies)"
        r"|volunt\w+",
        r"\b(?:voluntary|volunteers?|CVS|charit\w+|third sector|age (?:uk|concern)|citizens advice)\b",
    ),
    (
        r"press|media|(?:local )?(?:news)?papers?|reporters?|journalists?",
        r"\b(?:press|reporters?|journalists?|media|newspapers?|gazette|herald|chronicle|courier|advertiser|mercury"
        r"|echo|observer newspaper)\b",
    ),
    (
        r"schools?|education(?: sector)?|colleges?|universit(?:y|ies)|academics?",
        r"\b(?:schools?|colleges?|universit\w+|academ\w+|head ?teacher|principal|professor|education)\b",
    ),
    (
        r"business(?:es)?(?: community| sector)?|private sector|industry",
        r"\b(?:business\w*|chamber of (?:commerce|trade)|ltd|limited|plc|inc|economic partnership|traders?)\b",
    ),
)
_RULES = tuple((re.compile(rf"\b(?:{asked})\b", re.I), re.compile(named, re.I)) for asked, named in _SECTORS)


def sector_of(text: str) -> tuple[str, re.Pattern[str]] | None:
    """The words of ``text`` that ask for a sector, and the rule by which an entry of a list is of it; None for none."""
    return next(((match[0], named) for asked, named in _RULES if (match := asked.search(text))), None)
