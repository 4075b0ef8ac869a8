"""Where the noun of a body means none: "council tax", "chief executives", "group leaders"."""

from __future__ import annotations

import re

_CHIEF = re.compile(r"\b(?:chief|non)[ -]$", re.I)
_HOLDS = re.compile(r"['’]?s?\s+(?:directors?|leaders?|assistants?|managers?|secretar\w+)\b", re.I)
_NOT_A_BODY = re.compile(
    r"['’]?s?\s+(?:tax|hous\w+|budgets?|officers?|land|owned|staff|offices?|minister|members? for|games?|meals?)\b",
    re.I,
)
_NOUNS = frozenset(("executive", "group"))


def no_body(text: str, noun: str, start: int, end: int) -> bool:
    """Is the ``noun`` at ``start:end`` of ``text`` part of a post or of another thing, and so no body?"""
    if _NOT_A_BODY.match(text[end:]) or text[start:end].lower().startswith(("councilor", "councillor")):
        return True
    if noun not in _NOUNS:
        return False
    return (noun == "executive" and _CHIEF.search(text[:start]) is not None) or _HOLDS.match(text[end:]) is not None
