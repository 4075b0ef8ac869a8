"""Lines that give particulars of the meeting (who came, where, when) and no business."""

from __future__ import annotations

import re
from functools import lru_cache

from index_store.parser.wording import is_people, is_usual

_PARTICULARS = re.compile(
    r"(?:draft )?(?:minutes|notes) of (?!.{0,30}\b(?:last|previous)\b)(?:the |an? )?(?:[\w-]+ ){0,4}meeting(?!s)|"
    r"(?:the )?(?:[\w-]+ )?meeting (?:was held|was chaired|held|(?:commenced|opened|started|began) (?:at|"
    r"with prayers))|"
    r"held (?:at|in|on)|.{0,40}\bat this point\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d{1,2}(?:st|nd|rd|"
    r"th)? [a-z]+ \d{4}$|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}"
    r"(?:st|nd|rd|th)?(?: ?(?:&|and|[-–]) ?(?:[a-z]+ )?\d{1,2}(?:st|nd|rd|th)?)?,? \d{4}$",
    re.IGNORECASE,
)
_INITIALS = re.compile(
    r"(?:[A-Z][\w’'-]+ ){1,3}[^–,—-]*\b[A-Z][A-Za-z]{0,2}[A-Z]$|(?:[A-Z][\w’'.-]* ){1,3}[A-Z][\w’'-]+, [A-Z]{2,8}$|"
    r"(?:minute )?(?:secretary|clerk|chair\w*|"
    r"treasurer) [A-Z]"
)
_SHORT = 120
_ATTENDING = re.compile(
    r"(?:PRESENT|APOLOGIES|ABSENT|IN ATTENDANCE|ALSO PRESENT|Present|Absent|In attendance)[ \t–-]+"
    r"(?:Mr|Mrs|Ms|Miss|Dr|Messrs|Mesdames|Cllrs?|Councillors?|County|Rev|[A-Z]\.)[\s.]"
)


_DAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.{0,30}\d{4}\W*$", re.IGNORECASE)


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
