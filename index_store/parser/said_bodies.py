"""The body that the words of a head name: in a sentence, before a date, by its letters."""

from __future__ import annotations

import re

from index_store.parser.body_names import BODY, NOUN
from index_store.parser.cues import cued

_STOP = r"(?:[;:\n]|(?<!\bSt)(?<!\bInc)(?<!\bLtd)(?<!\bCo)(?<!\bMt)(?<!\bNo)\.(?!\w)|$)"
"""Where a sentence that names a body ends: not at the full stop inside a name ("Marl.org", "St. Mary", "Inc.")."""
_SENTENCE = re.compile(
    r"\b(?:minutes?|notes?|record|proceedings|report)\b[^.\n]{0,40}?\b(?:of|from|for)\s+(?:(?:the|a|an|their|"
    r"its)\s+)?(?P<sort>(?:[\w-]+\s+){0,4}?)(?:meeting|session)\s+(?:of|for)\s+(?:the\s+)?(?P<body>.+?)"
    r"(?=,?\s+(?:held|which|that took|took place|on|at|in (?!common)|convened|commencing|duly|meeting|"
    rf"to (?:order|consider|discuss|approve|adopt|receive)|will (?:be|take)|is to be)\b|{_STOP})",
    re.IGNORECASE | re.DOTALL,
)
_OWN = re.compile(
    r"\b(?:minutes?|notes|record) of (?:the |an? )?(?:proceedings (?:of|at) (?:the |an? )?)?"
    r"(?P<own>(?:(?!(?i:of|the|at|meeting)\b)[\w’'&-]+ ){1,6}(?:committee|sub-?committee|panel)) meeting of (?:the )?"
    r"(?P<wider>[^\n]{4,80}?)(?=,? (?:held|on|at)\b|$)",
    re.IGNORECASE | re.MULTILINE,
)
"""A committee before the one it is of: "Minutes of the Policing Sub-Committee meeting of the District of Marl"."""
_MEETING = re.compile(
    r"\b(?:at\s+an?\s+)?(?:[\w-]+\s+){0,2}?meeting\s+(?:of|for)\s+(?:the\s+)?(?P<body>[^\n]+?)(?=,?\s+(?:held|was|"
    r"which|that took|took place|on|at|in (?!common)|convened|commencing|duly|"
    rf"to (?:order|consider|discuss|approve|adopt|receive)|will (?:be|take)|is to be)\b|{_STOP})",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"^\W*(?:(?:draft|unconfirmed|approved|agreed|adopted|confirmed|final) ?)?(?:minutes|notes)\s+(?:of|"
    r"for)\s+(?:the\s+)?(?P<body>[^\n]+?)(?=\s+(?:held|meeting|on|at)\b|\s*[-–,:]\s|\n|$)",
    re.IGNORECASE | re.MULTILINE,
)
_NO_LETTERS = (
    r"(?!(?:FINAL|DRAFT|AGM|EGM|THE|COPY|MINUTES|NOTES|JUNE|JULY|FIRST|SECOND|THIRD|FIFTH|SPECIAL|REGULAR|"
    r"[A-Z]{3,7}TH)\b)"
)
"""Words in capitals before "MEETING" that are no body's letters."""
_ACRONYM = re.compile(
    rf"(?<![A-Z] )\b{_NO_LETTERS}(?P<name>[A-Z]{{3,8}})\b[ _-]{{1,3}}(?:[Mm]eeting|[Mm]inutes|MINUTES|MEETING)"
)
_FIRST_WORD = re.compile(
    rf"{_NO_LETTERS}(?P<name>[A-Z]{{3,8}})\b(?=[ _.\d-]+(?:minutes|notes|meeting)\b)", re.IGNORECASE
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DATED = re.compile(
    r"^\W*(?:(?:[\w ]*\bmeeting|(?:moved|rescheduled|postponed|adjourned|reconvened)[\w :.]{0,40}|special|"
    r"extraordinary|annual|budget|informal|virtual), )?(?P<body>[^\n]{4,90}?)"
    rf"\s+[-–—]\s+{_DAY},?\s+\d",
    re.IGNORECASE | re.MULTILINE,
)
"""The heading of a meeting system's page: "Planning Committee - Thursday, 9th July, 2020"."""
_OVER_DATE = re.compile(
    rf"^[ \t]*(?P<body>[^\n]{{4,90}}?)[ \t]*\n\s*{_DAY},? \d{{1,2}}(?:st|nd|rd|th)?,? [a-z]+,? "
    r"\d{4},? \d{1,2}[.:]\d\d ?[ap]\.?m\b",
    re.IGNORECASE | re.MULTILINE,
)
"""The same on two lines: "Council" over "Wednesday, 27th September, 2017 4.00 pm"."""
_PAGE = re.compile(r"^\W*(?:agenda,? .*minutes|meeting documents|venue:)", re.IGNORECASE | re.MULTILINE)
_BROKEN = re.compile(
    rf"(?<=municipal)\n(?=district\b)|(?<=[\w,&])\n\n?(?=(?:[\w’'&-]+ ){{0,3}}{NOUN},? (?:held|which)\b)|"
    r"(?<= of)\n(?=(?-i:[A-Z]))|(?<=[\w,&])\n(?=(?:(?!minutes|meeting|notes|session)(?-i:[A-Z])[\w’'&-]* ){1,3}"
    r"(?:meeting )?held (?:in|at|on|via)\b)",
    re.IGNORECASE,
)
"""Where a line ends inside a name."""
_SITTING = re.compile(r"\s*\((?:part (?:\d|[A-C]|one|two)\b|held in (?:public|private))[^()\n]*\)", re.IGNORECASE)
"""Which part of the meeting it was, and whether the public was there, in brackets behind a name."""
_NAMED_BELOW = re.compile(
    rf"(?P<above>\b(?i:meeting) (?i:of) (?:the )?[A-Z][^\n.,:;\d]*\w)\n(?=(?:[A-Z][\w’'&-]+ |and ){{0,4}}{NOUN}\s*$)",
    re.MULTILINE,
)
"""A name that goes on in the line below: "Minutes of the Meeting of the NHS Marl" over "Integrated Care Board"."""
_MEETS = re.compile(r"(?:annual |general |ordinary |special )*meeting", re.IGNORECASE)
_HELD = re.compile(r",?\s+held\b")
_ENDS_WHOLE = re.compile(rf"\b{NOUN}s?$", re.IGNORECASE)
_HEADING = 200
"""As far apart as a page's own heading and that of the minutes may stand, which says where they were held."""


def dated(head: str) -> str | None:
    """The body in the heading of a meeting system's page: "Planning Committee - Thursday, 9th July, 2020"."""
    beside = next((found["body"] for found in _DATED.finditer(head) if BODY.search(found["body"])), None)
    if beside or not _PAGE.search(head):
        return beside
    return next((found["body"] for found in _OVER_DATE.finditer(head) if BODY.search(found["body"])), None)


_COUNCIL_OF = re.compile(
    r"\b(?i:council meeting of (?:the )?)(?P<place>(?:[A-Z][\w’'-]+ ){1,3}(?:County|COUNTY|Township|TOWNSHIP))"
    r"(?=,? (?i:held|on|in|at)\b|,|\n|$)"
)


def council_of(head: str) -> str | None:
    """The council of a county that a sentence names without it: "Regular Council Meeting of Marl County"."""
    found = _COUNCIL_OF.search(head)
    return f"{found['place']} {'COUNCIL' if found['place'].isupper() else 'Council'}" if found else None


_MET = re.compile(
    rf"^(?:The )?(?P<body>(?:(?:[A-Z][\w’'&-]*|and|of|the) ){{0,6}}?{NOUN})(?: of the "
    r"(?:City|Town|Village|Township|County|Borough) of (?:[A-Z][\w’'-]* ?){1,4}?)?\s+met (?=on|in|at)",
    re.MULTILINE,
)


def met(text: str) -> str | None:
    """The body of which a sentence says that it met: "Council met on Monday"."""
    found = _MET.search(text) if " met " in text else None
    return found["body"] if found else None


_NOUNLESS = re.compile(
    r"\b(?i:minutes|notes) (?i:of|from) (?:(?i:the|an?) )?(?:(?i:meeting of (?:the )?))?"
    r"(?P<body>[A-Z][\w’'&-]*(?: (?:[A-Z][\w’'&-]*|and|of|the|for|&)){0,9}?) "
    r"(?:(?i:(?:annual general )?meeting)|AGM|EGM)(?=$| (?i:held|on|at)\b)",
    re.MULTILINE,
)
_MEETINGS = ("eeting", "EETING", "GM")
_OF_ALONE = re.compile(
    r"^(?:[A-Z]\w+ ){0,2}(?i:meeting of the) (?P<body>[A-Z][\w’'&-]*(?: (?:[A-Z][\w’'&-]*|and|of|the|for|&)){1,9})$",
    re.MULTILINE,
)
_SORTS = re.compile(
    r"(?:the|last|previous|next|first|second|third|annual|general|extraordinary|special|ordinary|monthly|quarterly|"
    r"weekly|regular|open|public|virtual|zoom|online|emergency|inaugural|joint|business|draft|informal|full|adjourned|"
    r"members|site|staff|[a-z]+day|january|february|march|april|may|june|july|august|september|october|november|"
    r"december)",
    re.IGNORECASE,
)
"""Words that tell which meeting it was and not whose."""


def nounless(head: str) -> str | None:
    """A body without a noun of its own, in a sentence: "Minutes of the Finance Meeting held on 3 May"."""
    found = (_NOUNLESS.search(head) or _OF_ALONE.search(head)) if cued(head, _MEETINGS) else None
    if found is None or all(_SORTS.fullmatch(word) for word in found["body"].split()):
        return None
    return found["body"]


_HOUSE = (
    r"(?:(?!(?i:minutes|notes|draft|agenda|meeting|annual|held|at|in)\b)[A-Z][\w’'&.-]*,? ){1,5}"
    r"(?i:hall|centre|institute|branch|school|academy|library|museum|playing fields?|recreation ground|almshouses)"
)
_FRIENDS = r"(?i:friends of) (?:(?i:the) )?[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,4}"
_OF_A_HOUSE = re.compile(
    rf"^\W*(?P<body>{_HOUSE}|{_FRIENDS})(?: \([^()\n]*\))?(?:\s*\n\s*|[ ,:–-]+)"
    r"(?i:(?:draft|approved|final|unconfirmed) )?"
    rf"(?i:minutes|notes|annual general meeting|agm|trustees|management committee|committee meeting|meeting)\b"
    rf"|\b(?i:annual general meeting|agm|meeting) of (?:the )?(?P<of>{_HOUSE}|{_FRIENDS})"
    r"(?=,? (?i:held|on|at|in)\b|,|\n|$)",
    re.MULTILINE,
)


def house_of(head: str) -> str | None:
    """Those who keep a house or a place, by its name over their minutes: "Marl Village Hall – Minutes of the AGM"."""
    found = _OF_A_HOUSE.search(head)
    return found["body"] or found["of"] if found else None


def acronym(*texts: str) -> str | None:
    """A body known by its letters: "Minutes of the 27th ODUG meeting"."""
    for text in texts:
        match = _ACRONYM.search(text) or _FIRST_WORD.match(text)
        if match and match.group("name").isupper():
            return match.group("name")
    return None


def said(text: str) -> str | None:
    """The body that a sentence names: "Minutes of a meeting of the X held at Y"."""
    text = _NAMED_BELOW.sub(_in_one_line, _BROKEN.sub(" ", _SITTING.sub("", text)))
    if (own := _OWN.search(text)) and BODY.search(own["wider"]):
        return f"{own['own']} of the {own['wider']}"
    for pattern in (_SENTENCE, _MEETING, _SHORT):
        found = [
            (words, match)
            for match in pattern.finditer(text)
            if BODY.search(words := " ".join(match.group("body").split()))
            and len(words.split()) <= 16
            and not _MEETS.match(words)
        ]
        if found:
            near = [one for one in found if one[1].start() - found[0][1].start() < _HEADING]
            held = (words for words, match in near if _HELD.match(text, match.end("body")))
            return _whole(next(held, found[0][0]), text)
    return None


def _in_one_line(found: re.Match[str]) -> str:
    """The line with a space behind it, or as it is where it names a body already."""
    return found[0] if BODY.search(found["above"]) else f"{found['above']} "


def _whole(name: str, text: str) -> str:
    """A name that its line breaks off, as a sentence below gives it: "Marl Council Housing", "Marl Council Housing
    Committee"."""
    if _ENDS_WHOLE.search(name):
        return name
    start = name.replace(",", "").casefold()
    others = (" ".join(match["body"].split()) for match in _MEETING.finditer(text))
    longer = (one for one in others if one.replace(",", "").casefold().startswith(f"{start} "))
    return next((one for one in longer if _ENDS_WHOLE.search(one)), name)
