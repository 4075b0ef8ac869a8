"""Does a sentence hold the sort of thing that was asked for: money, a count, a date, a person…?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from assistant.question import Want
from assistant.terms import NUMBER_WORDS, STOP_WORDS, words_of

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_NUMBER_WORD = "|".join(sorted((w for w in NUMBER_WORDS if w != "one"), key=len, reverse=True))
_SCALE = r"(?:\s?(?:k|m|bn|million|billion|thousand)\b)?"
_MONEY = rf"[£$€]\s?\d[\d,]*(?:\.\d+)?{_SCALE}|\b\d[\d,]*(?:\.\d+)?\s?(?:k\b|pounds?\b|euros?\b|pence\b|p\b(?!\.\s?m))"
#: A sum in a cell of a table of payments, which has its sign at the head of the column or nowhere.
_CELL = r"(?<=[\t|])\s?\d[\d,]*\.\d\d(?=\s?(?:[\t|\n]|$))"
_PERCENTAGE = r"\b\d+(?:\.\d+)?\s?(?:%|per\s?cent\b)"
_CLOCK = (
    r"\b\d{1,2}[.:]\d{2}\s?(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s?(?:[ap]\.?m\b\.?|o'clock)|\b(?:noon|midday|midnight)\b"
    r"|\b[012]\d[0-5]\d\s?(?:hrs|hours)"
)
_DATE = (
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}\b(?:,?\s\d{{4}})?|\b{_MONTH}\b(?:\s\d{{1,2}}(?:st|nd|rd"
    rf"|th)?\b)?(?:,?\s\d{{4}})?"
    r"|\b\d{1,2}[/.]\d{1,2}[/.](?:\d{2}|\d{4})\b|\b(?:19|20)\d\d(?:[/–-]\d\d)?\b|\b\d{1,2}(?:st|nd|rd|th)\b"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|Easter"
    r"|Christmas|New Year|next week|next month|next year|end of (?:the|this) (?:year|month|week))\b"
)
_NAME = r"[A-Z][\w'’]*[a-z][\w'’-]*"
_TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Dr|Prof(?:essor)?|Cllrs?|Clr|Councillors?|Sir|Lord|Lady|Dame|Rev(?:d|erend)?|PC|CPO|Sgt"
    r"|Sergeant|Inspector|Supt|Superintendent|Cabinet Member)"
)
_PERSON = (
    rf"\b{_TITLE}\.?\s(?:[A-Z]\.?\s?){{0,3}}{_NAME}|\b{_NAME}\s(?:[A-Z]\.?\s){{0,2}}(?:Mc|Mac|O['’]|de |van "
    rf"|Van )?{_NAME}"
    r"|\b[A-Z]{2,3}[a-z]?\b(?!\w)"
)
_THING = re.compile(
    r"\b(?:Act|Acts|Road|Street|Lane|Avenue|Square|Terrace|Way|Council|Committee|Board|Panel|Hall|Park|School|Bridge|Group"
    r"|Trust|Scheme|Plan|Strategy|Report|Centre|House|Fund|Survey|Review|Framework|Programme|Project|Partnership|Day|Church"
    r"|Station|Library|Service|Services|Authority|Association|Society|Forum|Market|Festival|Assessment|Agreement|Order"
    r"|January|February|March|April|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$"
)
_ORGANISATION = (
    r"\b(?:[A-Z][\w&'’-]+\s){0,5}(?:Council|Ltd|Limited|Trust|Group|Association|Society|Committee|Board|Company"
    r"|Co\.|Services?|Authority|Partnership"
    r"|Fund|Club|School|University|Agency|Department|Office|Forum|Federation|Foundation|Institute|Church"
    r"|Parliament|Government|Panel|Centre|Executive|Bank|Police)\b"
    rf"|\b[A-Z]{{2,6}}[a-z]?\d?\b|(?<=[a-z,]\s){_NAME}(?:\s(?:&|and|of|for|the)?\s?{_NAME})*"
)
_PLACE = (
    rf"(?:\b{_NAME}\s)+(?:Street|Road|Lane|Avenue|Drive|Close|Court|Park|Hall|Square|Place|Way|House|Farm|Bridge"
    rf"|Church|School|Centre|Library|Green|Terrace|Crescent)\b"
    rf"|\b(?:at|in|on|near|between|outside|to|from|of|opposite)\s(?:the\s)?{_NAME}"
)
NO_DAYS = r"(?<!ary )(?<!rch )(?<!ril )(?<!May )(?<!une )(?<!uly )(?<!ust )(?<!ber )(?<!from )"
"""What stands before a count of votes: no month, for "May 13 to 24" counts days."""
_VOTES = (
    rf"{NO_DAYS}\b\d+\s?(?:votes?)?\s?(?:to|[-–:])\s?\d+\b|\b(?:defeated|opposed:)|"
    r"\b\d+\s(?:votes?\s)?(?:in favour|for|against|abst)|\bunanim"
    r"|\bnem\.? ?con|\bcasting vote|\b(?:carried|lost)\b"
    r"|\b(?:For|Against|Abst\w+)\s?[:(]?\s?\(?\d|\bvot(?:e|es|ed|ing)\b|\bmajority\b|\bshow of hands\b"
    r"|\ball (?:agreed|in favour)\b"
)
_REASON = (
    r"\b(?:because|due to|owing to|as a result|in order to|so that|so as to|since|as (?:it|they|there|he|she"
    r"|this|the)|in view of|given (?:the|that)|reasons?|grounds?|concerns?|to (?:enable|allow|ensure|avoid|help"
    r"|make|give)"
    r"|following|therefore|hence|thus|led to|caused|causing|lack of|unable|not (?:possible|enough|sufficient)"
    r"|too |(?<!asked )(?<!ask )(?<!asking )(?<!queried )(?<!questioned )why|worr"
    r"|in light of|pending|subject to|unless|until|felt that|on account of|prevent)\b"
)
_COUNT = (
    rf"(?<![£$€\d.,/:])(?<!\((?!\d[\d,.]*\s[A-Za-z]))(?<!minute\s)(?<!minutes\s)(?<!item\s)(?<!paragraph\s)(?<!appendix\s)(?<!section\s)(?<!phase\s)(?<!no\.\s)\b\d[\d,]*(?:\.\d+)?"
    rf"(?:\s?(?:million|billion|m|k)\b)?(?![\d/:%)]|\.\d|\s?(?:%|per\s?cent|{_MONTH}|[ap]m\b))"
    r"|\b\d+(?:[/–-]\d+)?\s?(?:mph\b|m\.p\.h|kph\b|km/?h\b)"
    rf"|\b(?:{_NUMBER_WORD}|one(?! of\b)|single|dozens?|hundreds?|thousands?)\b"
)

_PATTERNS: dict[Want, re.Pattern[str]] = {
    "money": re.compile(f"{_MONEY}|{_CELL}"),
    "percentage": re.compile(_PERCENTAGE, re.IGNORECASE),
    "time": re.compile(_CLOCK, re.IGNORECASE),
    "date": re.compile(_DATE),
    "person": re.compile(_PERSON),
    "organisation": re.compile(_ORGANISATION),
    "place": re.compile(_PLACE),
    "votes": re.compile(_VOTES, re.IGNORECASE),
    "reason": re.compile(_REASON, re.IGNORECASE),
    "count": re.compile(_COUNT, re.IGNORECASE),
}

MOVED_BY = re.compile(
    r"\b(?:[Pp]rop(?:osed|oser)?|[Ss]ec(?:onded|onder)?|[Mm]oved|[Mm]over|MOVED|SECONDED)\b\s*(?:[.:]|by\b:?)\s*"
    rf"(?:{_TITLE}\.?\s)*(?:[A-Z]{{1,3}}\b\.?\s?){{0,3}}(?:{_NAME})?(?:\s{_NAME})?"
)
_NOT_COUNTS: tuple[Want, ...] = ("money", "date", "time", "percentage")


def found(want: Want, text: str, known: Known | None = None) -> list[tuple[int, int]]:
    """Where ``text`` holds things of the sort wanted, other than what the question said itself.

    A yes or no can be told from anything, so it gives nothing.
    """
    spans = _spans(want, text) if want != "yes_no" else ()
    if want == "person" and known is not None and not known.movers:
        moved = [match.span() for match in MOVED_BY.finditer(text)]
        spans = tuple((a, b) for a, b in spans if not any(c <= a and b <= d for c, d in moved))
    return [(a, b) for a, b in spans if known is None or known.told_by(want, text[a:b])]


@lru_cache(maxsize=60_000)
def _spans(want: Want, text: str) -> tuple[tuple[int, int], ...]:
    spans = [match.span() for match in _PATTERNS[want].finditer(text) if match.group().strip()]
    if want == "person":
        spans = [(a, b) for a, b in spans if not _THING.search(text[a:b])]
    if want == "count":
        taken = [span for other in _NOT_COUNTS for span in _spans(other, text)]
        spans = [(a, b) for a, b in spans if not any(c < b and a < d for c, d in taken)]
    return tuple(spans)


@dataclass(frozen=True, slots=True)
class Known:
    """What keeps a thing found from being an answer. ``asked`` are the words of the question, which it cannot
    answer itself; ``names`` the stems always written with a capital, of which a name has one; ``initials`` those
    that the minutes use for people. ``movers`` says that who moved and seconded is asked for: else they are nobody of
    whom the sentence tells."""

    asked: frozenset[str]
    names: frozenset[str]
    initials: frozenset[str] = frozenset()
    movers: bool = True

    def told_by(self, want: Want, thing: str) -> bool:
        """Does ``thing`` tell something that the question does not?"""
        if want in ("votes", "reason"):
            return True
        words = [word for word in words_of(thing) if word.word not in STOP_WORDS]
        fresh = [word for word in words if word.word not in self.asked]
        if want == "person":
            if thing.isupper() and len(thing) <= 3:
                return thing in self.initials and bool(fresh)
            return any(word.stem in self.names for word in fresh)
        return bool(fresh)


def holds(want: Want, text: str, known: Known | None = None) -> bool:
    """Does ``text`` hold something of the sort wanted?"""
    return want == "yes_no" or bool(found(want, text, known))


def held(wants: Iterable[Want], text: str, known: Known | None = None) -> float:
    """Share of the sorts wanted that ``text`` holds; 1.0 where none is wanted."""
    wanted = [want for want in wants if want != "yes_no"]
    return sum(holds(want, text, known) for want in wanted) / len(wanted) if wanted else 1.0
