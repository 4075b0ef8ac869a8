"""Lines that give particulars of the meeting (who came, where, when) and no business."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from index_store.parser.wording import is_people, is_usual

_PARTICULARS = re.compile(
    r"(?:draft )?(?:minutes|notes) of (?!.{0,30}\b(?:last|previous)\b)(?:the |an? )?(?:[\w-]+ ){0,4}meeting(?!s)|"
    r"(?:the |an? )?(?:[\w-]+ )?meeting (?:of (?:the )?[\w&’', -]{3,80}? (?=was held|held at|held on))?"
    r"(?:was held|was chaired|held|(?:commenced|opened|started|began) (?:at|"
    r"with prayers))|"
    r"submitted to (?:the )?[\w ]{0,40}(?:council|meeting)\b[^.]{0,24}\d{4}$|"
    r"held (?:at|in|on)|.{0,40}\bat this point\b|\d+ (?:parishioner|elector|villager)s?\b|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d{1,2}(?:st|nd|rd|"
    r"th)? [a-z]+ \d{4}$|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}"
    r"(?:st|nd|rd|th)?(?: ?(?:&|and|[-–]) ?(?:[a-z]+ )?\d{1,2}(?:st|nd|rd|th)?)?,? \d{4}(?: [\w’' ]{0,60}\bmeeting)?$",
    re.IGNORECASE,
)
_INITIALS = re.compile(
    r"(?:[A-Z][\w’'-]+ ){1,3}[^–,—-]*\b[A-Z][A-Za-z]{0,2}[A-Z]$|(?:[A-Z][\w’'.-]* ){1,3}[A-Z][\w’'-]+, [A-Z]{2,8}$|"
    r"(?:minute )?(?:secretary|clerk|chair\w*|"
    r"treasurer) [A-Z]"
)
_ALL_BUSINESS = re.compile(
    r"(?:draft )?(?:meeting )?(?:minutes|notes?|proceedings|business)"
    r"(?: (?:and|&|-|–) (?:actions|decisions|action points|notes))?(?:\W+\d.{0,16} \d{4})?\W*",
    re.IGNORECASE,
)
"""What stands over all the minutes and is none of them."""
NAMED = re.compile(r"\b(?:council|board|authority|committee|trust|panel|forum|partnership|cabinet)$", re.IGNORECASE)
"""A line that ends as the name of a body does."""
TOP = 4
"""Lines at the top of minutes, which may name the body once more."""
_NAME = 60
_HELD = re.compile(r"\b(?:held|meeting)\b", re.IGNORECASE)
_FIELD = re.compile(r"(?:title|name|date|place|venue|time)(?: of (?:the )?meeting)?\b\s*[:|\t\w]", re.IGNORECASE)
"""What a form at the head of minutes gives: "Title of meeting Marl Board", "Date 4 May 2021"."""
_AGAIN = 3
_SHORT = 120
_ATTENDING = re.compile(
    r"(?:PRESENT|APOLOGIES|ABSENT|IN ATTENDANCE|ALSO PRESENT|Present|Absent|In attendance)[ \t–-]+"
    r"(?:Mr|Mrs|Ms|Miss|Dr|Messrs|Mesdames|Cllrs?|Councillors?|County|Rev|[A-Z]\.)[\s.]"
)


_DAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.{0,30}\d{4}\W*$", re.IGNORECASE)


def over_all_business(text: str) -> bool:
    """Whether a line above the minutes stands over all of them and is none: "Minutes", "Meeting note - actions"."""
    return _ALL_BUSINESS.fullmatch(text) is not None


def notes_of_meeting(text: str) -> bool:
    """Whether a line is "Meeting note - actions" or the like, which is no title of a minute, as "Minutes" may be."""
    return text[:8].lower() == "meeting " and over_all_business(text)


def names_meeting(lines: Sequence[str]) -> bool:
    """Whether the first of ``lines`` from the top of minutes names the body, or says that they are minutes, over what
    tells of its meeting: "Minutes of Marl Parish Council", "MINUTES"."""
    text, *below = lines
    if over_all_business(text):
        return sum(_FIELD.match(line) is not None for line in below) > 1
    if len(text) > _NAME or not NAMED.search(text):
        return False
    return any(_HELD.search(line) and tells_of_meeting(line) for line in below)


def recurring(texts: Iterable[str]) -> set[str]:
    """The labels that stand inside minutes again and again and are no usual titles: "Observations of the board:"."""
    labels = Counter(text for text in texts if text.endswith(":"))
    return {text for text, count in labels.items() if count >= _AGAIN and not is_usual(text)}


def is_day(text: str) -> bool:
    """Whether a line is the day of the meeting."""
    return _DAY.match(text) is not None


@lru_cache(maxsize=4096)
def tells_of_meeting(text: str) -> bool:
    """Whether a line gives particulars of the meeting and no business."""
    return (
        is_people(text)
        or _ATTENDING.match(text) is not None
        or _PARTICULARS.match(text) is not None
        or (len(text) < _SHORT and _INITIALS.match(text) is not None and not is_usual(text))
    )
