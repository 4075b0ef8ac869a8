"""Lines of the head of minutes that can be a body's name."""

from __future__ import annotations

import re

from index_store.parser.body_names import BODY, NOUN, OF_SITE, PAPER, trimmed
from index_store.parser.cues import cued
from index_store.parser.names import read_person
from index_store.parser.wording import has_verb
from index_store.posts import HOLDS

_NOUNS = (
    *("council", "committee", "board", "panel", "group", "cabinet", "executive", "forum", "partnership", "trust"),
    *("authority", "commission", "govern", "assembly", "association", "working party", "task", "court", "senate"),
    *(
        "society",
        "directors",
        "municipal district",
        "metropolitan district",
        "borough district",
        "electoral area",
        "network",
        "federation",
        "team",
        "club",
    ),
)
"""Cheap to look for, in lower case: a line without one of these holds no noun of a body."""
_OF_BUSINESS = re.compile(
    r"^\d+[./]| > | : .* : |^(?i:home) ?:|\b(?i:ask for|ext|from|to):|^(?i:venue|location|place|contact|link) ?:|"
    r"^(?i:public|open) (?i:forum|session)|"
    r"\b(?i:council|board|committee|commission) [Mm]embers\b|"
    r"\b(?:Cllrs?|Councillors? [A-Z]|Mr|Mrs|Clerk to)\b|[a-z]\. |(?i:reports?): "
)
_ELSE = re.compile(r"\b(?:was|were|(?<!well[- ])being|as follows|held at|present|met (?:on|in|at))\b", re.IGNORECASE)
_VENUE = re.compile(r"\b(?:chambers?|hall|offices?|rooms?)\b", re.IGNORECASE)
_NAMED_LAST = re.compile(rf"\b{NOUN}$", re.IGNORECASE)
_BULLETS = ("·", "•", "-", "–")
_FURTHER_CELL = re.compile(r"(?:\| )+[^|]+")
"""A row with words in a further column alone, as lists of people have it."""
_DASHES = (" – ", " - ")
_DASH = re.compile(r" [–-] ")
_LISTED = 3
"""So many lines that name somebody with a post make a list of people, in which no line names a body."""


_KIND = r"(?:County|City|Borough|District|Town|Parish|Community)"
_BROKEN = re.compile(
    rf"(?P<before>\b(?i:council) [–-] (?![^\n]*\b(?i:{NOUN})\b)[A-Z][^\n\d]{{2,60}}(?=\s+(?:[A-Z][\w’'-]* ){{0,2}}"
    rf"(?i:{NOUN})[ \t]*\n)|\b(?i:meeting|committee|board|panel) (?i:of|for) (?i:the )?"
    rf"(?:[A-Z][\w’'-]*(?: |(?=\n))){{1,3}}"
    rf"(?=\s+(?i:{_KIND} Council)[ \t]*\n))[ \t]*\n\s*"
)
"""A name that is broken over two lines: "Marl Council – Pension Fund" over "Committee"."""

_OPENING = re.compile(
    r"^\W*(?:draft |unconfirmed )?(?:minutes|notes|record)\s+of\b(?:(?!\b(?:meeting|council)\b)[^.:;]){0,200}?"
    r"\bmeeting\s+(?:of|for)\b"
    r"(?:(?!\bmeeting\b)[^.:;]){4,200}?\sheld\b",
    re.IGNORECASE | re.MULTILINE,
)
"""The sentence that opens minutes, up to where they were held, in as many lines as a page sets it."""
_GLUED = re.compile(r"\b(?:annual|special|monthly|ordinary|regular|adjourned)(?=meeting\b)", re.IGNORECASE)
"""The sort of meeting without the space behind it: "ANNUALMEETING OF MARL COUNCIL"."""
_HYPHEN_LAST = re.compile(r"(?<=\w)-\s*\n\s*(?=\w)")
_LINE_END = re.compile(r"\s*\n\s*")
NOT_ITS_NAME = re.compile(
    r": |, |\b(?:members?|chair\w*|cathaoirleach|mayor|leader|clerk|officers?|manager|death|former|each|every) "
    r"(?:of|and)\b",
    re.IGNORECASE,
)
"""What a line that names a council says besides: "Chairperson and each Member of Marl County Council"."""


def whole_names(head: str) -> str:
    """``head`` with the names in one line that are broken over two, and the opening sentence in one."""
    head = _GLUED.sub(r"\g<0> ", head)
    head = _OPENING.sub(lambda found: _LINE_END.sub(" ", _HYPHEN_LAST.sub("-", found[0])), head)
    return _BROKEN.sub(r"\g<before> ", head)


def name_lines(text: str) -> list[str]:
    """Lines that can be a body's name, trimmed of "Minutes" and the like."""
    found = []
    rows = text.splitlines()
    listed = sum(HOLDS.match(row) is not None for row in rows) >= _LISTED if cued(text, _DASHES) else False
    for line in rows:
        if listed and read_person(_DASH.split(line, maxsplit=1)[0]):
            continue
        if (line[:1] in _BULLETS and line.endswith(".")) or _FURTHER_CELL.fullmatch(line):
            continue
        bare = " ".join(line.split()).strip(" .,:;-–|#")
        if not cued(bare.lower(), _NOUNS):
            continue
        cut = trimmed(bare).strip(" .,:;-–|")
        if (
            cut
            and len(cut) < 110
            and BODY.search(cut)
            and not _ELSE.search(cut)
            and not _OF_BUSINESS.search(cut)
            and not OF_SITE.fullmatch(cut)
            and not PAPER.search(cut)
            and not has_verb(cut)
            and (_NAMED_LAST.search(cut) or not _VENUE.search(cut))
        ):
            found.append(cut)
    return found
