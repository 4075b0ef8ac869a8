"""The last words of minutes: times, dates and signatures below the last minute."""

from __future__ import annotations

import re
from functools import lru_cache

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
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_APPROVED = re.compile(
    r"(?:(?:these |the )?minutes (?:were )?)?(?:approved|adopted|accepted)(?: and (?:adopted|signed))?"
    r"(?: (?:by|at|on)\b[^.:\d]{0,70}?)?\s*(?::|(?=[\d_])|(?= (?:on )?[a-z]+ \d{1,2}, \d{4}))\s*"
    rf"(?:on )?(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|{_MONTH} \d{{1,2}}, \d{{4}}|"
    rf"\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|[_.…]{{2,}}[_.…\s]*)\W*$",
    re.IGNORECASE,
)
"""When the minutes themselves were approved, below them: "Approved: 09/27/2022", "Approved: ________"."""
_TO_CONFIRM = re.compile(
    rf"(?:these |the )?minutes to be (?:read and )?(?:confirmed|approved|adopted)(?: on)? (?:{_MONTH} \d{{1,2}}|"
    rf"\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}),? \d{{4}}\W*$",
    re.IGNORECASE,
)
"""When they are to be: "Minutes to be confirmed on June 23, 2031."."""
_BY_LAW = re.compile(
    r"(?:these |the )?minutes (?:are |were |have been )?prepared (?:as per|in accordance with|pursuant to|under) \S.*|"
    r"(?:the )?clerk (?:is |shall )?(?:to )?record,? without note or comment.*|"
    r"(?:these |the )?minutes to be (?:approved|adopted|confirmed) (?:by \w+ )?at the next .{0,140}$",
    re.IGNORECASE,
)
"""What the law says of minutes, printed below them: "The clerk shall record, without note or comment…"."""
_TYPIST = re.compile(r":[a-z]{2,4}$|[A-Z]{2,4}[:/][a-z]{2,4}$")
_SIGNATORY = re.compile(
    r"(?:[A-Z][\w’'.-]*,? ){2,5}(?:(?:[A-Z][a-z]{0,2}\.? ?){1,3}, )?"
    r"(?:(?:Board|Council|Executive|Vice|Town|City|Deputy|"
    r"Recording|Corporate|and) ?){0,3}(?:President|Secretary|Chair(?:man|woman|person)?|Clerk|Mayor|Reeve)"
    r"(?: (?:to|of) the (?:Board|Council|Committee)(?: of [A-Z]\w+)?)?$|"
    r"(?:[A-Z]\w+ (?:and )?){1,3}(?:Secretary|Clerk) (?:to|of) the (?:Board|Council|Committee)(?: of [A-Z]\w+)?$"
)
"""Whoever signs, with the office: "Ann Other, Ph.D., President"."""
_OFFICE = re.compile(
    r"(?:the\s+)?(?:vice[- ])?(?:chair(?:man|person|woman)?|mayor|convener|president|"
    r"(?:(?:deputy|city|municipal|county|acting) ){0,2}clerk(?: to the (?:council|board))?|secretary|provost|reeve|"
    r"chief administrative officer|town clerk|cathaoirleach|ard-?mh[eé]ara|an cathaoirleach|"
    r"(?:cao|(?:municipal |chief )?administrator|clerk)(?:[-/ ](?:clerk|treasurer|administrator|cao)){1,2}|"
    r"municipal administrator|warden|meetings administrator|lord mayor)[\s:.]*$|(?:signed|signature|"
    r"date|dated|initialled)[\s:._…]*$|"
    r"signed (?:by|as)\b.{0,60}$|(?:minutes|notes) (?:taken|prepared|recorded) by\b.{0,60}$|"
    r"(?:distribution|copies to|cc)\s*:.{0,80}$",
    re.IGNORECASE,
)
_ADJOURNED = re.compile(
    r"\b(?:meeting|council|session) (?:now )?(?:be|is|was|stands?) (?:hereby |now )?(?:adjourned|closed)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?:the )?minutes (?:to be |of this )|(?:carried|moved|seconded|voting|the meeting|time|adjourn)\b", re.IGNORECASE
)
"""What may stand between the adjournment and the signatures."""
_LEAST, _NEAR, _HEADING = 200, 12, 60
_LOG = re.compile(
    r"(?:[\w&]+ ){0,4}?(?:actions? (?:log|tracker|list|sheet|register|schedule|summary|table|arising|agreed)|"
    r"(?:summary|log|schedule|list) of actions)(?: (?:from|following|of) .{3,40}| ?[-–—:] ?.{3,45})?\W*",
    re.IGNORECASE,
)
_LOGGED = re.compile(
    r"\b(?:action|task)s?\b.*\b(?:owner|lead|who|whom|responsib\w+|assigned|officer|due|by when)\b", re.I
)
_CELLS = re.compile(r"[\t|]")
"""A log of actions: its heading, and the head and the rows of its table."""
_NAME = re.compile(
    r"(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Dr|Miss)\.? )?[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){1,3}(?:,? [A-Z]{2,4})?$"
)


def closing_line(reading: Reading, first: int, stop: int) -> int:
    """The first of the last lines before ``stop`` that belong to no minute: times, dates, signatures."""
    at = stop
    while at - 1 > first and (closes(text := reading.lines[at - 1].text) or _signs(reading, at, stop)):
        above = reading.lines[at - 2]
        if _DATE.match(text) and (above.level or is_heading(above.text) and not closes(above.text)):
            break
        at -= 1
    return at


def appendix_line(reading: Reading, first: int, stop: int) -> int | None:
    """The first line of what is printed behind the signatures below the adjournment; None where nothing is.

    Two lines at least sign, and what follows is more than a note.
    """
    lines = reading.lines
    for at in range(first, stop):
        if "journed" not in lines[at].text and "closed" not in lines[at].text:
            continue
        if not _ADJOURNED.search(lines[at].text):
            continue
        behind = at + 1
        while behind < min(at + _NEAR, stop) and _BETWEEN.match(lines[behind].text):
            behind += 1
        signed = behind
        while signed < stop and (closes(lines[signed].text) or _signs(reading, signed + 1, stop)):
            signed += 1
        if signed - behind > 1 and signed < stop and lines[stop - 1].end - lines[signed].start >= _LEAST:
            return signed
    return None


def log_line(reading: Reading, first: int, stop: int) -> int | None:
    """The heading of a log of actions that stands in a table behind the last minute; None where none does."""
    lines = reading.lines
    for at in range(stop - 2, first, -1):
        if "\t" in lines[at].text or len(lines[at].text) > _HEADING:
            continue
        below = lines[at + 1].text
        if _LOG.fullmatch(lines[at].text) and _LOGGED.search(below) and _CELLS.search(below):
            rows = [_CELLS.search(line.text) is not None for line in lines[at + 1 : stop]]
            return at if 2 * sum(rows) >= len(rows) else None
    return None


def _signs(reading: Reading, at: int, stop: int) -> bool:
    """Whether a line is the name of whoever signs, above the office."""
    below = reading.lines[at].text if at < stop else ""
    office = _OFFICE.match(below) or _SIGNATORY.match(below)
    return office is not None and _NAME.match(reading.lines[at - 1].text) is not None


def is_sign_off(text: str) -> bool:
    """Whether words say when the minutes themselves were approved ("Approved: 09/27/2022"), below the last minute."""
    return text[:1] in "ATMatm" and (_APPROVED.match(text) is not None or _TO_CONFIRM.match(text) is not None)


@lru_cache(maxsize=1024)
def closes(text: str) -> bool:
    """Whether a line is of the sort that stands below the last minute."""
    if text[:1] in "MCT" and _BY_LAW.match(text):
        return True
    if len(text) > 110:
        return False
    if "\t" in text:
        return all(closes(part) for part in text.split("\t") if part)
    return any(
        pattern.match(text) for pattern in (_TIMES, _DATE, _OFFICE, _APPROVED, _TYPIST, _SIGNATORY)
    ) or is_signature(text)
