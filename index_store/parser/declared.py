"""What the chair declared after a recorded vote, told with the vote: alone it may name a proposal that was lost.

For
Councillors Ash, Birch. (2)
Against
Councillors Cole, Dove, Elm. (3)
The Mayor declared that the proposal to defer was defeated and that the motion was adopted.
"""

from __future__ import annotations

import re

from index_store.parser.decision_lists import Minute
from index_store.parser.sides import names_alone

_DECLARES = re.compile(
    r"(?:\W*\(\d{1,3}\))?\W*(?:(?:the|an) )?(?:\w+ ){0,2}?(?:mayor|chair\w*|cathaoirleach|reeve|provost|convener"
    r"|president|administrator)\b[^.]{0,40}?\bdeclared\b",
    re.IGNORECASE,
)
_SIDE = re.compile(
    r"\W*(?:voted |voting )?(?:for|in favou?r|against|abstain(?:ed|ing)?|abstentions?|absent)\b[\w ]{0,40}[\W\d]*",
    re.IGNORECASE,
)
_NAMES = re.compile(r"\W*(?:councillors?|cllrs?|members?)\b[^:]*?(?:\(\d{1,3}\)|\d{1,3})\W*", re.IGNORECASE)
_LEADS = re.compile(r".*\b(?:vot(?:e|es|ing)|poll|division)\b[^.]*:\W*", re.IGNORECASE | re.DOTALL)


def declared_from(minute: Minute, at: int, start: int, end: int) -> int:
    """Where the vote begins over what the sentence ``start:end`` of line ``at`` says the chair declared; ``start``
    itself where it says no such thing or no vote stands over it."""
    if not _DECLARES.match(minute.text, start, end):
        return start
    first, sides = at, 0
    while first and (told := _told(minute, first - 1)):
        first, sides = first - 1, sides + (told == "side")
    return minute.lines[first].words if sides > 1 else start


def _told(minute: Minute, at: int) -> str | None:
    """What of a vote a line tells: a side, the names of one, or the words that lead to it."""
    words = minute.lines[at].content(minute.text)
    if _SIDE.fullmatch(words):
        return "side"
    if _NAMES.fullmatch(words) or names_alone(words):
        return "names"
    return "lead" if _LEADS.fullmatch(words) else None
