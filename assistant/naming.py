"""What is asked to be named, and whether a sentence names it.

"Two councils dropped out" names neither, and the councillor who moved that a firm be engaged is not the firm.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from assistant.known_bodies import HEADS
from assistant.sorts import MOVED_BY
from assistant.terms import NUMBER_WORDS, STOP_WORDS, words_of

_FIRM = (
    r"(?:company|firm|contractor|sub-?contractor|builder|supplier|bidder|tenderer|consultant|consultancy|provider"
    r"|developer|installer|agency|bank|insurer|architect|surveyor|printer)(?:y|ie)?s?"
)
_NAMEABLE = (
    r"(?:pupil|student|councillor|cllr|member|officer|candidate|judge|minister|mp|msp|person|resident|developer"
    r"|speaker|artist|author|piper|band|team|player|driver|owner|company|firm|contractor|builder|business|supplier"
    r"|council|authority|charity|club|group|organi[sz]ation|agency|department|bank|shop|store|stall|school|college"
    r"|university|hospital|church|street|road|lane|town|village|city|area|estate|park|house|building|site|ward"
    r"|district|parish|firefighter|apprentice|volunteer|trustee|governor|bidder|landowner|resident"
    r"|project|scheme|newspaper|magazine|ship|festival|award|prize|software|website|product)(?:y|ie|e)?s?"
)
_NAMED = re.compile(
    rf"\bwhich (?:\w+ ){{0,2}}?{_NAMEABLE}\b|\bwhat (?:\w+ )?{_NAMEABLE}\b|\bnames? of\b|\bcalled\W*$|\bwhose\b"
    r"|\bwhat(?:['’]?s| is| was| were) (?:the )?names?\b",
    re.IGNORECASE,
)
_NUMBER = rf"(?P<number>[2-9]|[1-9]\d|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})"
_SEVERAL = re.compile(
    rf"\b(?:which|what|who (?:are|were)|names? (?:of )?(?:all )?) ?(?:the |our |those )?{_NUMBER} (?:\w+ ){{0,2}}?"
    rf"{_NAMEABLE}\b",
    re.IGNORECASE,
)
_FIRM_NAMED = re.compile(
    rf"\b(?:which|what|name(?: of)?(?: the)?) (?:\w+ ){{0,2}}?{_FIRM}\b|\b{_FIRM}\b.*\bcalled\W*$"
    rf"|^\W*who(?:['’]?s| is| was| are| were) (?:the |our ){_FIRM}\b",
    re.IGNORECASE,
)
_PERSON_NAMED = re.compile(
    r"\bnames? of (?:the |that |this |his |her |their )?(?:[\w'’-]+ ){0,2}?(?:patient|child|baby|boy|girl|man|woman"
    r"|mother|father|parent|son|daughter|victim|driver|resident|complainant|whistle-?blower|person|teacher|surgeon"
    r"|doctor|nurse|owner|tenant)\b"
    r"|^\W*who(?:['’]?s| is| was) (?:the |our )(?:land ?owner|owner|applicant|tenant|landlord|lease ?holder|purchaser"
    r"|buyer|complainant|vicar|solicitor|headteacher)\b"
    r"|\b(?:which|what) (?:\w+ )?(?:mp|msp|judge|minister|pupil|student|resident|teacher|author|artist|driver|landowner"
    r"|complainant|apprentice|volunteer)s?\b(?! (?:club|group|council|association|centre|scheme))",
    re.IGNORECASE,
)
_CHOSEN = re.compile(
    r"^\W*(?:and |so )?whom? (?:(?:was|were|is|are|got|has|have|had|did|do|we|they|the|council|been|be|finally"
    r"|actually|then) ){1,5}(?:appoint|elect|chos|choos|hir|recruit|co-?opt|pick|select|taken on|take on|engaged"
    r"|employ)\w*",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"\b(?:not (?:been )?(?:named|identified|known|agreed|decided|settled|chosen)|unnamed|anonym\w+"
    r"|no (?:names?|agreement|decision|consensus))\b",
    re.IGNORECASE,
)
#: So much of what is asked stands with a name that is not a firm's.
_MOSTLY, _PARTLY = 0.5, 0.3
_CAPITALS = re.compile(r"(?<![\w.])[A-Z][\w'’&-]*(?:(?:\s+(?:of|the|and|&|de|for)\s+|\s+)[A-Z][\w'’&-]*)*")
_NO_NAMES = STOP_WORDS | frozenset(
    "chair chairman council councillor cllr board panel group committee member members meeting mr mrs ms dr action"
    " agreed resolved noted police government minute clerk secretary treasurer january february march april may june"
    " july august september october november december monday tuesday wednesday thursday friday saturday sunday".split()
)
_PLACE = re.compile(
    r"\b(?:Road|Street|Lane|Avenue|Hall|House|Park|School|Bridge|Centre|Green|Hill|Way|Close|Place|Square|Court|Drive"
    r"|Terrace|Gardens|Crescent|Common|Farm|Act|Order|Plan|Council|Committee|Board|Panel|Meeting|Chomhairle)$"
)
#: What no firm is: a member, a body or a place of the council.
_NO_FIRM = re.compile(
    r"(?:Cllrs?|Clr|Councillors?|Chair\w*|Mayor|Cabinet Member|Comhairleoir|Alderman|Reeve)\b|.*" + _PLACE.pattern
)
#: Behind whoever only reports or is to do something.
_TELLS = re.compile(
    r"\s*(?:\([A-Z]{1,4}\)\s*)?(?:also |had |has |then |further )*(?:said|report\w*|advis\w+|explain\w*|ask\w*"
    r"|note[ds]?|stat\w+|inform\w*|confirm\w*|suggest\w*|mention\w*|introduc\w+|present\w*|comment\w*|question\w*"
    r"|thank\w*|propos\w*|gave|provid\w*|updat\w*|outlin\w*|rais\w+|would|will|to)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Naming:
    """What is to be named: a person, a firm, who was chosen, or anything; so ``many`` of them. A sentence that names
    it has such a ``share`` of what is asked."""

    what: Literal["person", "firm", "chosen", "any"]
    many: int = 1
    share: float = 0.0


def naming_of(own: str) -> Naming | None:
    """What the question wants named; None where it wants no name."""
    if several := _SEVERAL.search(own):
        number = several["number"].lower()
        return Naming("any", int(NUMBER_WORDS.get(number, number)))
    if _PERSON_NAMED.search(own):
        return Naming("person", share=_MOSTLY)
    if _FIRM_NAMED.search(own):
        return Naming("firm", share=_PARTLY)
    if _CHOSEN.search(own):
        return Naming("chosen")
    return Naming("any", share=_MOSTLY) if _NAMED.search(own) else None


def unnamed(told: str) -> bool:
    """Is it said that somebody is not named, or that nothing was settled?"""
    return _UNNAMED.search(told) is not None


def names_in(naming: Naming, own: str, sentence: str, initials: frozenset[str] = frozenset()) -> list[str]:
    """The names of the sentence that the question ``own`` has not, other than of who only reports; that of a person is
    no body's, that of a firm no member's. ``initials`` are those that stand for people."""
    asked = {word.stem for word in words_of(own)}
    moved = [match.span() for match in MOVED_BY.finditer(sentence)]
    named = []
    for match in _CAPITALS.finditer(sentence):
        words = [word for word in words_of(match[0]) if word.stem not in asked and word.word not in _NO_NAMES]
        if naming.what == "person" and not HEADS.isdisjoint(match[0].lower().split()):
            continue
        if naming.what == "firm" and (_NO_FIRM.match(match[0]) or words_of(match[0])[0].stem in asked):
            continue
        if naming.what == "person" and _PLACE.search(match[0]):
            continue
        if any(start <= match.start() < end for start, end in moved):
            continue
        first = not re.search(r"\w[^.!?:•–-]*$", sentence[: match.start()])
        alone = first and len(words_of(match[0])) == 1 and not match[0].isupper()
        short = match[0].isupper() and len(match[0]) <= 3 and match[0] not in initials
        reports = naming.what != "chosen" and _TELLS.match(sentence, match.end())
        if words and not alone and not short and not reports:
            named.append(match[0])
    return named
