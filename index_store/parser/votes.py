"""Who moved and seconded a motion, and how the vote went."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index_store.models import Votes
from index_store.parser.names import TITLED, read_person

_ONE = rf"(?:{TITLED}|[A-Z][A-Za-z]{{0,3}}\b)"
_PROPOSED = re.compile(
    r"\b(?i:proposed|moved|proposer|mover|prop\.?|approved(?=\s*[-–:])|(?:motion|proposal|proposition) (?:of|by)|"
    rf"nominated)(?:\s+(?i:by|and moved by))?\s*[-:–]?\s*(?P<name>{_ONE})"
)
_PROPOSER = re.compile(rf"(?P<name>{_ONE}) (?:proposed|moved)\b")
_PROPOSALS = ("prop", "mov", "motion", "approved", "nominated")
_PROPOSING = re.compile(
    r"[Pp]rop|[Mm]ov|[Mm]otion|[Aa]pproved(?=\s*[-–:])|[Nn]ominated|PROP|MOV|MOTION|APPROVED|NOMINATED"
)
_SECONDED = re.compile(rf"\b(?i:seconded|seconder|sec\.?|2nd(?:ed)?)(?:\s+(?i:by))?\s*[-:–]?\s*(?P<name>{_ONE})")
_SECONDER = re.compile(rf"(?P<name>{_ONE}) (?:seconded)\b")
_SECONDING = re.compile("[Ss]ec|SEC|2nd|2ND")
_POINTS = re.compile(r"\bby\b|[:–-]|of ")
_VERB = len("proposed")
_LONGEST = 120
"""Letters that a name with its titles may have."""
_AS_CORRECT = re.compile(
    rf"\b(?i:moved|accepted|approved|agreed|passed)\b(?: as [\w ]{{0,30}}?)?(?: "
    rf"and signed)? by (?P<first>{_ONE})(?:,? and|, &| &)(?: seconded by)? (?P<second>{_ONE})"
)
_NOBODY = set(
    [
        "It",
        "The",
        "That",
        "This",
        "A",
        "And",
        "By",
        "He",
        "She",
        "In",
        "On",
        "All",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
)
_CUT = re.compile(
    r"\s(?:Seconded|Proposed|Second|Moved|Carried|All|That|THAT|Agreed|Resolved|And|Motion)\b.*", re.DOTALL
)
_WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_NUMBER = rf"(?P<{{}}>\d{{{{1,3}}}}|{'|'.join(_WORDS)}|none|nil|zero)"
_TO = re.compile(
    rf"\b(?:passed|carried|lost|defeated|voted|vote|votes|approved|agreed|by|approve|"
    rf"resolved)\b[^.\n]{{0,30}}?\(?\b{_NUMBER.format('yes')}(?: votes?)?\s*(?:to|-|–|:|"
    rf"/)\s*{_NUMBER.format('no')}\b(?: votes?| against)?",
    re.IGNORECASE,
)
_FOR = re.compile(
    rf"\b(?:For|FOR|Yes|YES|Yeas?|YEAS?|[Aa]yes?)\b\s*(?:[-:–]\s*\(?|\(){_NUMBER.format('a')}\b(?![/%])|"
    rf"\b(?:[Ii]n favou?r|IN FAVOU?R)\b\s*[-:–]?\s*\(?{_NUMBER.format('b')}\b|"
    rf"(?<![£\d,.])\b{_NUMBER.format('c')}(?: votes?| members| councillors)?(?: were| voted| cast)?\s+"
    r"(?:in favou?r|yes\b|[Ff]or\b(?=\s*(?:[,;.)]|and\b|the (?:motion|amendment|proposal)|$)))"
)
_AGAINST = re.compile(
    rf"\b(?:[Aa]gainst|AGAINST|[Oo]pposed|OPPOSED|[Nn]ays?|NAYS?|[Nn]oes|NOES)\b\s*[-:–]?\s*\(?{_NUMBER.format('a')}\b|"
    rf"\b(?:No|NO)\b\s*[:–-]\s*\(?{_NUMBER.format('b')}\b|"
    rf"(?<![£\d,.])\b{_NUMBER.format('c')}(?: votes?| members| councillors)?(?: were| voted| cast)?\s+(?:against|"
    rf"opposed)"
)
_ABSTAINED = re.compile(
    rf"(?:\b(?:abstain(?:ed|ing)?|abstentions?|absentions?)\b\s*[-:–]?\s*\(?{_NUMBER.format('a')}\)?)|"
    rf"(?:\b{_NUMBER.format('b')}(?: members?| councillors?)? ?(?:abstentions?|abstain(?:ed|ing)?))",
    re.IGNORECASE,
)
_SIGNS = (
    "vot|favo|against|abst|absen|oppos|aye|nay|noes|yes|yea|carried|passed|lost|defeated|for:|for -|for –|for (|no:|"
    "no –|no -"
).split("|")
_SIGN = re.compile(r"\d\)?\s*(?:votes?\s*)?(?:to|[-–:/]|for|members|councillors)|by \w+ (?:votes? )?to|for\s*[-:–(]")
"""Cheap to look for, in lower case: without one of these no vote is recorded."""
_LIST = r"\s*[-:–]?\s*(?:\(?\d{1,3}\)?)?\s*[-:–]?\s*"
_NAMED = re.compile(
    r"(?:^|\n|[.;] )\s*(?:Voting |Votes? |Members (?:voting )?|Those (?:voting )?)?(?P<side>For|FOR|In favou?r|"
    r"IN FAVOU?R|Yes|YES|Yeas?|YEAS?|Ayes?|Against|AGAINST|Opposed|OPPOSED|Nays?|NAYS?|No|NO|Noes|"
    rf"Abstain(?:ed|ing)?|ABSTAIN(?:ED|ING)?|Abstentions?|ABSTENTIONS?)(?i: the (?:motion|amendment|substantive motion|"
    rf"recommendations?|proposal))?{_LIST}(?P<names>[^\n]*)"
)


_SIDES = {
    "for": ("for", "in fav", "yes", "yea", "aye"),
    "against": ("against", "opp", "nay", "no"),
    "abstain": ("abst",),
}


@dataclass(frozen=True, slots=True)
class Movers:
    """Who proposed and who seconded, as printed."""

    proposer: str | None = None
    seconder: str | None = None


def read_movers(text: str) -> Movers:
    """Proposer and seconder named in ``text``; either may be missing."""
    low = text.lower()
    seconded = "second" in low or "2nd" in low or ("sec" in low and re.search(r"\bsec\b", low) is not None)
    movers = Movers(
        _mover(text, _PROPOSING, _PROPOSED, _PROPOSER, seconded) if any(cue in low for cue in _PROPOSALS) else None,
        _mover(text, _SECONDING, _SECONDED, _SECONDER, seconded) if seconded or "sec" in low else None,
    )
    correct = _correct(text) if movers.proposer is None else None
    return correct or movers


def _mover(
    text: str, cue: re.Pattern[str], behind: re.Pattern[str], before: re.Pattern[str], seconded: bool
) -> str | None:
    """The first name behind or before a cue. Patterns of names are dear, so they are tried beside cues alone."""
    for at in (found.start() for found in cue.finditer(text)):
        line = max(text.rfind("\n", 0, at) + 1, at - _LONGEST)
        match = behind.match(text, at)
        if match is None or not _POINTS.search(text, at, match.start("name")):
            told = text.startswith((" proposed", " moved", " seconded"), max(0, at - 1))
            match = (before.search(text, line, at + _VERB) if told else None) or (match if seconded else None)
        if match is None:
            continue
        name = _CUT.sub("", match.group("name").strip(" .,;"))
        if name and not name[0].islower() and name.split()[0] not in _NOBODY:
            return name
    return None


def _correct(text: str) -> Movers | None:
    """Movers of minutes: "moved as correct by Ann Other and Jo Bloggs"."""
    match = _AS_CORRECT.search(text) if " by " in text else None
    return Movers(match.group("first"), match.group("second")) if match else None


def read_votes(text: str) -> Votes | None:
    """Counts, names and outcome of the vote that ``text`` records, or None where it records none."""
    low = text.lower()
    if not any(sign in low for sign in _SIGNS) and _SIGN.search(low) is None:
        return None
    named = list(_NAMED.finditer(text))
    counts = _counts(text, named)
    names = {side: _names(named, side) for side in ("for", "against", "abstain")}
    outcome = _outcome(text)
    if not any(value is not None for value in counts) and not any(names.values()):
        return None
    yes, no, blank = counts
    return Votes(
        yes if yes is not None else len(names["for"]) or None,
        no if no is not None else len(names["against"]) or None,
        blank if blank is not None else len(names["abstain"]) or None,
        names["for"],
        names["against"],
        names["abstain"],
        outcome if outcome is not None or yes is None or no is None or yes == no else yes > no,
    )


def _counts(text: str, named: list[re.Match[str]]) -> tuple[int | None, int | None, int | None]:
    pair = _TO.search(text)
    if pair:
        return _number(pair.group("yes")), _number(pair.group("no")), _count(_ABSTAINED, text)
    yes, no, blank = (
        count if (count := _count(pattern, text)) is not None else _behind(named, side)
        for pattern, side in ((_FOR, "for"), (_AGAINST, "against"), (_ABSTAINED, "abstain"))
    )
    if yes is not None and no is None and blank is None and not re.search(r"\bvot|\bfavou?r|FOR", text):
        return None, None, None
    return yes, no, blank


def _behind(named: list[re.Match[str]], side: str) -> int | None:
    """A count printed behind the names: "FOR: J. Walsh, P. Murphy. (2)"."""
    for match in named:
        counted = re.search(r"\((\d{1,3})\)\W*$", match.group("names"))
        if counted and match.group("side").lower().startswith(_SIDES[side]):
            return int(counted.group(1))
    return None


def _count(pattern: re.Pattern[str], text: str) -> int | None:
    match = pattern.search(text)
    return _number(next(filter(None, match.groups()))) if match else None


def _number(word: str) -> int:
    low = word.lower()
    if low in ("none", "nil", "zero"):
        return 0
    return int(low) if low.isdigit() else _WORDS.index(low)


def _names(named: list[re.Match[str]], side: str) -> tuple[str, ...]:
    for match in named:
        if match.group("side").lower().startswith(_SIDES[side]):
            listed = re.sub(r"\W*\(?\d{1,3}\)?\W*$", "", match.group("names"))
            pieces = re.split(r",|;| and | & | agus ", listed.strip(" .:()"))
            people = [
                re.sub(r"^(?:Councillors?|Cllrs?\.?|Messrs|Comhairleoirí?)\s+", "", piece.strip(" ."))
                for piece in pieces
            ]
            known = [name for name in people if name and (read_person(name) or read_person(f"Cllr {name}"))]
            if known and len(known) >= len([piece for piece in people if piece]) / 2:
                return tuple(known)
    return ()


def _outcome(text: str) -> bool | None:
    match = re.search(r"\b(carried|passed|lost|defeated|failed|rejected)\b", text, re.IGNORECASE)
    return match.group(1).lower() in ("carried", "passed") if match else None
