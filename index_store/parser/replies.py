"""Replies to questions that members put in writing: what an officer wrote there was not decided by the meeting."""

from __future__ import annotations

import re

from index_store.parser.decision_lists import Minute

_REPLY = re.compile(
    r"\W*(?:reply|written (?:reply|response|answer))\W*|.{10,}[.?]\W+(?:written )?reply:\W*", re.IGNORECASE | re.DOTALL
)
_MET = re.compile(
    r"\bit was (?:\w+ )?(?:agreed|resolved|decided|noted)\b|\bon the proposal\b|\b(?:proposed|seconded|moved) by\b"
    r"|\bthe (?:motion|amendment|report)\b.*\b(?:was|were)\b|\bmembers\b|\band resolved\b|\bRESOLVED\b|\bAGREED\b"
    r"|\b(?:councillors?|cllrs?|mayor|chair\w*|cathaoirleach)\b",
    re.IGNORECASE,
)
"""What tells of the meeting again."""


def answered(minute: Minute) -> frozenset[int]:
    """The lines below the word "REPLY", up to one that tells of the meeting again."""
    found: set[int] = set()
    within = False
    for at, line in enumerate(minute.lines):
        words = line.content(minute.text)
        if _REPLY.fullmatch(words):
            within = True
        elif within and _MET.search(words):
            within = False
        elif within:
            found.add(at)
    return frozenset(found)
