"""The last words of minutes: times, dates and signatures below the last minute."""

from __future__ import annotations

import re

from index_store.furniture import is_signature
from index_store.parser.wording import is_heading
from index_store.reading import Reading

_TIME = r"\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?\s?m\.?|noon|hrs?|hours)?"
_TIMES = re.compile(rf"\(?{_TIME}\s*(?:-|–|—|to|until)\s*{_TIME}\)?\.?$", re.IGNORECASE)
_DATE = re.compile(
    r"(?:dated?:?\s*)?\(?(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|(?:(?:mon|tues|wednes|thurs|fri|satur|"
    r"sun)day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december),?\s+\d{4})\)?\.?$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:the\s+)?(?:vice[- ])?(?:chair(?:man|person|woman)?|mayor|convener|president|clerk(?: to the (?:council|"
    r"board))?|secretary|provost|reeve|"
    r"chief administrative officer|town clerk|cathaoirleach|ard-?mh[eé]ara|an cathaoirleach|"
    r"meetings administrator|lord mayor)[\s:.]*$|(?:signed|signature|"
    r"date|dated|initialled)[\s:._…]*$|"
    r"signed (?:by|as)\b.{0,60}$",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"(?:meeting|business|proceedings|session|chair(?:man|person)?|sederunt|"
    r"adjourn\w*)\b[^.\n]{0,100}?\b(?:closed?|ended?|concluded?|finished|terminated?|adjourned|rose|over)\b"
    r"[^.\n]{0,60}?\b(?:at|:)?\s*(?P<time>\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?\s?m\b|noon\b|hrs?\b|hours\b)|"
    r"\d{1,2}[.:]\d{2}|noon|midnight)",
    re.IGNORECASE,
)
_END_OF_RANGE = re.compile(rf"(?:-|–|—|to|until)\s*(?P<time>{_TIME})\)?\.?$", re.IGNORECASE)


def closing_line(reading: Reading, first: int, stop: int) -> int:
    """The first of the last lines before ``stop`` that belong to no minute: times, dates, signatures."""
    at = stop
    while at - 1 > first and closes(text := reading.text(reading.lines[at - 1])):
        above = reading.lines[at - 2]
        if _DATE.match(text) and (above.level or is_heading(reading.text(above)) and not closes(reading.text(above))):
            break
        at -= 1
    return at


def end_time(text: str) -> str | None:
    """When the meeting ended, as printed, from the text of its end."""
    for line in reversed(text.splitlines()):
        if _TIMES.match(line) and (found := _END_OF_RANGE.search(line)):
            return found["time"].strip()
        if found := _ENDED.search(line):
            return found["time"].strip()
    return None


def closes(text: str) -> bool:
    """Whether a line is of the sort that stands below the last minute."""
    if len(text) > 110:
        return False
    if "\t" in text:
        return all(closes(part) for part in text.split("\t") if part)
    return any(pattern.match(text) for pattern in (_TIMES, _DATE, _OFFICE)) or is_signature(text)
