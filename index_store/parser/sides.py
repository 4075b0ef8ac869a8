"""Who voted on which side, where the minutes list them: "For: Councillors A, B (2). Against: Cllr C"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from index_store.parser.cues import cued
from index_store.parser.names import NAME, read_person

Side = Literal["for", "against", "abstain", "absent"]

_SIDE = re.compile(
    r"(?=[ \t*_|–RVMCTFiIYAaON-])"
    r"(?:(?<=^)|(?<=\n)|(?<=[.;,)|\t] )|(?<=:- )|(?<=[|\t(\[])|(?<=\) )|(?<= and )|"
    r"(?<=[a-z] )(?=(?:Against|AGAINST|Opposed|OPPOSED|Abst\w+|Nays?|Noes):))[ \t*_|–-]*"
    r"(?:Recorded [Vv]ote(?: [Rr]equested)?[:.]? |V(?:oting|OTING) |Votes? (?:cast )?|"
    r"Members? (?:voting )?|Councillors voting |Those (?:members? )?(?:voting |who voted )?|"
    r"The following (?:[Mm]embers |[Cc]ouncillors )?(?:voted |who voted )?)?"
    r"['‘’\"“”]?(?P<side>For|FOR|(?<=voted )for|[Ii]n [Ff]avou?r|IN FAVOU?R|Yes|YES|Y[Ee][Aa]s?|YEAS?|Ayes?|AYES?|"
    r"[Aa]gainst|AGAINST|Opposed|OPPOSED|Contrary|Nays?|NAYS?|No|NO|Noes|NOES|"
    r"[Aa]bstain(?:ed|ing)?|ABSTAIN(?:ED|ING)?|[Aa]bstentions?|ABSTENTIONS?|Absent|ABSENT)['‘’\"“”]?"
    r"(?i: (?:of )?(?:the |this )?(?:motion|amendment|substantive motion|resolution|recommendations?|proposal|deferral"
    r"|deferment|adjournment|disposal|approval|refusal|withdrawal))?"
    r"\**(?:\s*[-:–]\s*|\s+(?=\(?\d)|\s+(?=(?:Councillors?|Cllrs?|Mayor|Mr|Mrs|Ms|Deputy|Reeve)\b)|(?=\()|"
    r"(?P<bare>(?<=FOR|NST|OUR|VOR|SED)\s+(?=[A-Z][a-z])))"
    r"(?:\(?(?P<count>\d{1,3})(?![\d.,%/])(?: votes?| members?)?\)?)?[ \t]*[-:–]?[ \t]*\**"
)
_ASIDE = re.compile(
    r"^\W*(?:voting|voted|in|votes?|members?)\W+|[^\w ]|\d|(?<=for|nst) (?:the )?(?:motion|amendment)\b", re.IGNORECASE
)
_OF_MOTION, _OF_AMENDMENT = (re.compile(rf"\bfor (?:the )?{word}\b", re.IGNORECASE) for word in ("motion", "amendment"))
_MARKS = (
    *("For", "FOR", "avo", "AVO", "Avo", "Y", "Aye", "AYE", "gainst", "GAINST", "pposed", "PPOSED"),
    *("Contrary", "Nay", "NAY", "No", "NO", "bst", "BST", "Absent", "ABSENT"),
)
_LISTS = re.compile(r":|[-–] |\(\d|\d|(?:Cllr|Councillor|Mayor|Mr|Mrs|Ms|Deputy|Reeve)")
"""Cheap to look for: without one of these no side is listed."""
_ABSTAINER = re.compile(
    rf"(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Director|Deputy Mayor|Mayor)\.? (?P<who>{NAME.pattern}) "
    r"(?:abstain(?:ed|ing))\b"
)
_OPPONENT = re.compile(
    rf"(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Director|Deputy Mayor|Mayor)\.? (?P<who>{NAME.pattern}) "
    r"(?:(?:voted|voting) )?(?:against|dissenting)\b(?= ?[,.;)]|$| and\b)"
)
"""One who is named beside a count of the others: "six in favour and Mr Ash against"."""
_COUNT = re.compile(r"[\s.,–:-]*\(?\b(\d{1,3})\)?\W*$")
_STOP = re.compile(
    r"\n|\s*(?<!\w)(?:CARRIED|DEFEATED|LOST)\b|"
    r"(?<=[\w)]{2})[.;](?=\s+(?:[A-Z][a-z]+ [a-z]|The |It |RESOLVED|AGREED|"
    r"Carried|CARRIED|Lost|LOST|DEFEATED|Defeated)|\s*$)"
)
_BELOW = re.compile(r"[ \t]*\n\s*([^\n]+)")
"""Names on the line below their side and its count."""
_BELOW_COUNT = re.compile(r"\s*\n\s*\((\d{1,3})\)")
"""The count of the names on the line above it, where that was full."""
_PARTS = re.compile(r"\s*(?:,|;| and | & | agus |\n)\s*(?:and )?")
_TITLE = re.compile(r"(?:Councillors?|Cllrs?\.?|Crs\.?|Messrs\.?|Comhairleoirí?|(?:Council )?[Mm]embers?)\s+")
_INITIAL_BEHIND = re.compile(r"^(\S.*?) \(([A-Z])\)?$")
"""One of two members of one surname: "Hill (B)", as attendance lists tell them apart too."""
_SIDES: dict[str, Side] = {
    "fo": "for", "in": "for", "ye": "for", "ay": "for", "ag": "against", "op": "against", "co": "against",
    "na": "against", "no": "against",
}  # fmt: skip


_HEADS = frozenset(("for", "yes", "yea", "yeas", "aye", "ayes", "against", "opposed", "nay", "nays", "no", "noes"))


@dataclass(frozen=True, slots=True)
class Listed:
    """One side of a recorded vote: the people named, and the count printed with them."""

    names: tuple[str, ...] = ()
    count: int | None = None


def side_of(head: str) -> Side | None:
    """The side that a word at the head of a list names ("Yeas:", "AGAINST"); None for any other word."""
    words = _ASIDE.sub("", head).strip().lower()
    if words.startswith(("abst",)):
        return "abstain"
    if words.startswith("absent"):
        return "absent"
    return "for" if words.startswith("favo") else _SIDES.get(words[:2]) if words in _HEADS else None


def sides_over(heads: Sequence[str]) -> list[Side | None]:
    """The side that each of several heads names; those for an amendment are against the motion beside it."""
    divided = any(map(_OF_MOTION.search, heads))
    return ["against" if divided and _OF_AMENDMENT.search(head) else side_of(head) for head in heads]


def sides_of(text: str) -> dict[Side, Listed]:
    """Every side that ``text`` lists, the first of each kind; empty where it lists none."""
    found: dict[Side, Listed] = {}
    if not cued(text, _MARKS) or _LISTS.search(text) is None:
        return found
    recorded = "ecorded" in text
    marks = [mark for mark in _SIDE.finditer(text) if recorded or mark["bare"] is None]
    divided = any(_OF_MOTION.search(mark[0]) for mark in marks)
    for mark, after in zip_longest(marks, marks[1:]):
        words = mark["side"].lower()
        side = _SIDES.get(words[:2]) or ("absent" if words == "absent" else "abstain")
        side = "against" if divided and _OF_AMENDMENT.search(mark[0]) else side
        # "In favour of disposal" under "For deferral" is the other side.
        side = "against" if side == "for" and "for" in found and "against" not in found else side
        end = after.start() if after else len(text)
        stop = _STOP.search(text, mark.end(), end)
        listed = _listed(text[mark.end() : stop.start() if stop else end], mark["count"])
        counted = _BELOW_COUNT.match(text, stop.start() if stop else end)
        if counted and listed.names and listed.count is None:
            listed = Listed(listed.names, int(counted[1]))
        if not listed.names and listed.count and mark["count"] and (below := _BELOW.match(text, mark.end(), end)):
            names = _listed(below[1], mark["count"])
            listed = names if abs(len(names.names) - int(mark["count"])) <= 1 else listed
        if listed.count is None and (people := _below(text, mark.start() + len(mark[0].split("\n")[0]), end)):
            listed = Listed(people)
        if side not in found and (listed.names or listed.count is not None):
            found[side] = listed
    if "abstain" not in found and " abstain" in text and (one := _ABSTAINER.search(text)):
        found["abstain"] = Listed((one["who"],))
    if "against" not in found and (one := _OPPONENT.search(text)):
        found["against"] = Listed((one["who"],))
    return found


def _below(text: str, start: int, end: int) -> tuple[str, ...]:
    """The names on the lines below the head of a side, which ends at ``start`` with its line."""
    first, *lines = text[start:end].split("\n")
    found: tuple[str, ...] = ()
    for line in lines if not first.strip() else ():
        if line.strip() and not (names := names_alone(line)):
            break
        found += names if line.strip() else ()
    return found


def names_alone(line: str) -> tuple[str, ...]:
    """The people of a line that names people and says nothing else; empty for any other."""
    people = [_TITLE.sub("", piece.strip(" .")) for piece in _PARTS.split(line.strip()) if piece.strip(" .")]
    return tuple(people) if people and all(read_person(f"Cllr {name}") for name in people) else ()


def _listed(words: str, count: str | None) -> Listed:
    behind = _COUNT.search(words)
    number = int(count) if count else int(behind[1]) if behind else None
    if re.fullmatch(r"\W*(?:none|nil|nobody|0)\W*", words, re.IGNORECASE) and number is None:
        return Listed((), 0)
    kept = (words[: behind.start()] if behind else words).strip(" .:()[]\n*_–-")
    pieces = [piece.strip(" .()[]*_") for piece in _PARTS.split(kept)]
    people = [piece[titled.end() :] if (titled := _TITLE.match(piece)) else piece for piece in pieces]
    people = [_INITIAL_BEHIND.sub(r"\2 \1", name) for name in people if name]
    known = [name for name in people if len(name) < 60 and (read_person(name) or read_person(f"Cllr {name}"))]
    return Listed(tuple(known) if len(known) >= len(people) / 2 else (), number)
