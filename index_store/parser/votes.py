"""Who moved and seconded a motion, and how the vote went."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from index_store.models import Votes
from index_store.parser.cues import cued, small
from index_store.parser.named_votes import sides_by_name
from index_store.parser.names import GLUED, TITLE, TITLED
from index_store.parser.sides import Listed, Side, sides_of
from index_store.parser.vote_tables import sides_in_table

_ONE = rf"(?:(?:{TITLE}\.? )?{GLUED.pattern}|{TITLED}|[A-Z][A-Za-z]{{0,3}}\b)"
_SEAT = r"(?:(?:(?:Deputy |Vice[- ]|Board |Committee )?(?:Chair(?:person|man|woman)?|Member) )(?=[A-Z]))?"
"""What somebody who moved is on the board, before the name: "Member JG Ash"."""
_PROPOSED = re.compile(
    r"\b(?i:proposed|moved|proposer|mover|prop\.?|approved(?=\s*[-–:])|"
    r"(?:motion|proposal|proposition) (?:(?:was )?made )?(?:of|by)|"
    rf"nominated)(?:(?:\s+(?i:by|and moved by))?\s*[-:–]?\s*|(?<=\bProposed)[.,] ){_SEAT}(?P<name>{_ONE})"
)
_PROPOSER = re.compile(rf"(?<![A-Za-z])(?P<name>{_ONE}) (?:proposed|moved|moves|motioned)\b")
_LED = re.compile(
    rf"(?P<name>{TITLED}),? seconded by (?P<second>{TITLED}),?(?: then| again)? (?:moved|proposed|submitted)\b"
)
"""Who moved, before the seconder: "Councillor Ash, seconded by Councillor Birch, moved that…"."""
_MOLADH = re.compile(rf"\b(?i:ar moladh|molta ag|arna mholadh ag)\s+(?P<name>{_ONE})")
_CUIDITHE = re.compile(rf"\b(?i:cuidithe|tacaithe)\s+(?i:ag|le)\s+(?P<name>{_ONE})")
"""Proposer and seconder in Irish."""
_PROPOSALS = ("prop", "mov", "motion", "approved", "nominated")
_PROPOSING = re.compile(
    r"[Pp]rop|[Mm]ov|[Mm]otion|[Aa]pproved(?=\s*[-–:])|[Nn]ominated|PROP|MOV|MOTION|APPROVED|NOMINATED"
)
_SECONDED = re.compile(
    r"\b(?i:seconded|second(?= by)|seconder|sec\.?|2nd(?:ed)?)(?:(?:\s+(?i:by))?\s*[-:–]?\s*|(?<=\bSeconded)[.,] )"
    rf"{_SEAT}(?P<name>{_ONE})"
)
_SECONDER = re.compile(rf"(?P<name>{_ONE}) (?:seconded|seconds)\b")
_SECONDING = re.compile("[Ss]ec|SEC|2nd|2ND")
_POINTS = re.compile(r"\bby\b|[:–-]|of ")
_TELLING = (" proposed", " moved", " moves", " motioned", " seconded", " seconds")
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
_COUNTS = re.compile(rf"(?<![£\d])\d{{1,3}}(?!\d)|abst|absent|(?<!\w)(?:{'|'.join(_WORDS)}|none|nil|zero)(?!\w)")
"""Cheap to look for, in lower case: without one of these no count is told."""
_DIVISION = re.compile(
    r"\b(?P<motion>\d{1,3})(?: members| councillors| votes)?(?: having)?(?: voted)? for the motion,? and "
    r"(?P<other>\d{1,3})(?: members| councillors| votes)?(?: having)?(?: voted)? for the amendment\b|"
    r"\bfor the motion,?:? ?(?P<motion2>\d{1,3})\b[^.\d]{0,40}\bfor the amendment,?:? ?(?P<other2>\d{1,3})\b"
)
"""A vote between a motion and an amendment: who is for the one is against the other."""
_OUTCOME = r"\b(?:passed|carried|lost|defeated|failed|voted|votes?)\b[^.\n]{0,30}?"
_DECIDED = (
    r"\b(?:agreed|approved?|resolved|accepted|rejected)\b(?:,? by(?: a (?:majority|vote) of)?| on a vote of| with|:)? ?"
)
_BEHIND = rf"(?:{_OUTCOME}|{_DECIDED})(?<![-/.,£\d])\(?"
_PAIR = (
    rf"\b(?!0\d){_NUMBER.format('yes')}(?: votes?)?\s*(?:to\b|[-–:/])\s*(?!0\d){_NUMBER.format('no')}\b"
    r"(?![/.,]?\d|%)(?P<third>\s?[-–:]\s?(?P<blank>\d{1,2})\b(?![-/.,:–]?\d))?(?![-:]\d)(?: votes?| against)?"
)
"""A count for and against ("carried 5-2"), and of those who abstained where a third is given ("carried 5-1-1")."""
_TO = re.compile(rf"(?:{_BEHIND}|\b(?=\w+ votes? to \w|\w+ to \w+ votes?\b)){_PAIR}")
_TO_UNVOTED = re.compile(_BEHIND + _PAIR)
"""These two look at text in small letters, the second at what does not speak of votes."""
_FOR = re.compile(
    rf"\b(?:For|FOR|Yes|YES|Yeas?|YEAS?|[Aa]yes?)\b\s*(?:[-:–]\s*\(?|\(){_NUMBER.format('a')}\b(?![/%])|"
    rf"\b(?:[Ii]n favou?r|IN FAVOU?R)\b\s*[-:–]?\s*\(?{_NUMBER.format('b')}\b|"
    rf"(?<![£\d,.])\b{_NUMBER.format('c')}(?: votes?| [Mm]embers| [Cc]ouncillors)?(?: were| voted| cast| voting)?\s+"
    r"(?:in favou?r|yes\b|[Aa]yes?\b|[Yy]eas?\b|[Ff]or\b(?=\s*(?:[,;.)]|and\b|the (?:motion|amendment|proposal)|$)))"
)
_AGAINST = re.compile(
    rf"\b(?:[Aa]gainst|AGAINST|[Oo]pposed|OPPOSED|[Nn]ays?|NAYS?|[Nn]oes|NOES)\b\s*[-:–]?\s*\(?{_NUMBER.format('a')}\b|"
    rf"\b(?:No|NO)\b\s*[:–-]\s*\(?{_NUMBER.format('b')}\b|"
    rf"(?<![£\d,.])\b{_NUMBER.format('c')}(?: votes?| [Mm]embers| [Cc]ouncillors)?(?: were| voted| cast| voting)?\s+"
    rf"(?:[Aa]gainst|opposed|[Nn]ays?\b|[Nn]oes\b)"
)
_ABSTAINED = re.compile(
    rf"(?:\b(?:abstain(?:ed|ing)?|abstentions?|absentions?)\b\s*[-:–]?\s*\(?{_NUMBER.format('a')}\)?)|"
    rf"(?:\b{_NUMBER.format('b')}(?: members?| councillors?)? ?(?:abstentions?|abstain(?:ed|ing)?))"
)
"""Looks at text in small letters."""
_SIGNS = (
    "vot|favo|against|abst|absen|oppos|aye|nay|noes|yes|yea|carried|passed|lost|defeated|for:|for -|for –|for (|no:|"
    "no –|no -"
).split("|")
_SIGN = re.compile(
    r"[\dbf](?:(?<=\d)\)?\s*(?:votes?\s*)?(?:to|[-–:/]|for|members|councillors)|(?<=b)y \w+ (?:votes? )?to|"
    r"(?<=f)or\s*[-:–(])"
)
"""Cheap to look for, in lower case: without one of these no vote is recorded."""
_CUES = {
    _FOR: ("for", "yes", "yea", "aye", "avo"),
    _ABSTAINED: ("abst", "absent"),
    _AGAINST: ("against", "oppos", "nay", "noes", "no:", "no-", "no–", "no -", "no –", "no :", "no\t"),
}
_COUNTING: tuple[tuple[re.Pattern[str], Side], ...] = ((_FOR, "for"), (_AGAINST, "against"), (_ABSTAINED, "abstain"))
_ENDED = re.compile(r"\b(not )?(carried|passed|lost|defeated|failed|rejected)\b")
_OF_RESOLUTION = re.compile(
    r"(?:^|[.;] )\W*resolution (?:was )?(not )?(adopted|carried|defeated|lost|failed)\b", re.MULTILINE
)
"""How the resolution itself ended, whatever its words say that it rejects."""
_MANNERS = ("unanim", "nem", "vote", "show of", "majority", "consensus", "accla", "favo")
_MANNER = re.compile(
    r"\bunanimous(?:ly)?\b|\bnem(?:ine)?\.? con\w*\.?|\b(?:on|by) a (?:unanimous |recorded |split |majority )?"
    r"(?:show of hands|majority|vote)\b|\b(?:the )?(?:chair\w*|mayor|provost|president)?(?:[’']s)? ?casting vote\b|"
    r"\brecorded vote\b|\bby consensus\b|\bby acclamation\b|\ball (?:were )?in favou?r\b"
)
"""Looks at text in small letters."""


@dataclass(frozen=True, slots=True)
class Movers:
    """Who proposed and who seconded, as printed."""

    proposer: str | None = None
    seconder: str | None = None


def read_movers(text: str) -> Movers:
    """Proposer and seconder named in ``text``; either may be missing."""
    low = text.lower()
    if "moladh" in low and (proposer := _MOLADH.search(text)):
        supporter = _CUIDITHE.search(text)
        return Movers(proposer["name"].strip(), supporter["name"].strip() if supporter else None)
    seconded = "second" in low or "2nd" in low or ("sec" in low and re.search(r"\bsec\b", low) is not None)
    movers = Movers(
        _mover(text, _PROPOSING, _PROPOSED, _PROPOSER, seconded) if cued(low, _PROPOSALS) else None,
        _mover(text, _SECONDING, _SECONDED, _SECONDER, seconded) if seconded or "sec" in low else None,
    )
    if movers.proposer is None and " seconded by " in text and (led := _LED.search(text)):
        return Movers(led["name"], led["second"])
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
            told = text.startswith(_TELLING, max(0, at - 1))
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
    if not cued(low, _SIGNS) and _SIGN.search(low) is None:
        return None
    sides = sides_in_table(text) or sides_by_name(text) or sides_of(text)
    outcome = _outcome(low)
    yes, no, blank = _counts(text, low, sides, outcome) if sides or _COUNTS.search(low) else (None, None, None)
    names = {side: sides[side].names if side in sides else () for side in ("for", "against", "abstain")}
    if yes is None and no is None and blank is None and not any(names.values()):
        return None
    yes = yes if yes is not None else len(names["for"]) or None
    no = no if no is not None else len(names["against"]) or None
    votes = Votes(
        yes,
        no,
        blank if blank is not None else len(names["abstain"]) or None,
        names["for"],
        names["against"],
        names["abstain"],
        outcome if outcome is not None or yes is None or no is None or yes == no else yes > no,
    )
    return _of_amendment(votes) if "or the motion" in low and "or the amendment" in low else votes


def _of_amendment(votes: Votes) -> Votes:
    """A vote between a motion and an amendment, as that on the amendment where that is what was carried or lost."""
    yes, no = votes.votes_for, votes.votes_against
    if yes is None or no is None or yes == no or votes.carried in (None, yes > no):
        return votes
    turned = replace(votes, votes_for=no, votes_against=yes)
    return replace(turned, names_for=votes.names_against, names_against=votes.names_for)


_Counts = tuple[int | None, int | None, int | None]


def _counts(text: str, low: str, sides: Mapping[Side, Listed], carried: bool | None) -> _Counts:
    """Votes for, against and blank; ``low`` is the text in small letters."""
    if "for the amendment" in text and (divided := _DIVISION.search(text)):
        return _number(divided["motion"] or divided["motion2"]), _number(divided["other"] or divided["other2"]), None
    pair = (_TO if "vote" in low else _TO_UNVOTED).search(low)
    if pair:
        yes, no = _number(pair.group("yes")), _number(pair.group("no"))
        # "lost by 6 votes to 4" names the winning side first; "failed 3-1-2", or where the sides are listed, does not
        turned = carried is False and yes > no and not pair["blank"] and "for" not in sides
        yes, no = (no, yes) if turned else (yes, no)
        return yes, no, _third(pair["blank"], sides) if pair["blank"] else _count(_ABSTAINED, text, low)
    counts = [
        listed.count
        if (listed := sides.get(side)) and listed.count is not None
        else _counted(pattern, text, low, listed)
        for pattern, side in _COUNTING
    ]
    if counts[0] is not None and counts[1:] == [None, None] and not re.search(r"\bvot|\bfavou?r|FOR", text):
        return None, None, None
    return counts[0], counts[1], counts[2]


def _third(printed: str, sides: Mapping[Side, Listed]) -> int | None:
    """The third count of "carried 5-0-1": of those who abstained, unless the lists show that it is of the absent."""
    if "abstain" in sides:
        listed = sides["abstain"]
        return len(listed.names) if listed.count is None else listed.count
    return None if "absent" in sides else _number(printed)


def _counted(pattern: re.Pattern[str], text: str, low: str, listed: Listed | None) -> int | None:
    """A count in running words, where no names are listed on that side."""
    return None if listed and listed.names else _count(pattern, text, low)


def _count(pattern: re.Pattern[str], text: str, low: str) -> int | None:
    match = pattern.search(low if pattern is _ABSTAINED else text) if cued(low, _CUES[pattern]) else None
    return _number(next(filter(None, match.groups()))) if match else None


def _number(word: str) -> int:
    low = word.lower()
    if low in ("none", "nil", "zero"):
        return 0
    return int(low) if low.isdigit() else _WORDS.index(low)


def read_manner(text: str) -> str | None:
    """How it was voted, as printed: "unanimously", "on a show of hands", "the Chairman's casting vote"."""
    low = small(text)
    found = _MANNER.search(low) if cued(low, _MANNERS) else None
    return " ".join(text[slice(*found.span())].split()) if found else None


def _outcome(low: str) -> bool | None:
    """Whether a vote carried, by words in small letters."""
    match = _OF_RESOLUTION.search(low) or _ENDED.search(low)
    return (match[2] in ("carried", "passed", "adopted")) is (match[1] is None) if match else None
