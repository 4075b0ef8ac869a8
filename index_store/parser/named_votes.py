"""Recorded votes that name a member a line, with the side behind the name: "Councillor Ann Other Nay"."""

from __future__ import annotations

import re

from index_store.parser.names import NAME, TITLE
from index_store.parser.sides import Listed, Side, side_of

_SIDES = r"Yeas?|Yes|Ayes?|Nays?|No|For|Against|In [Ff]avou?r|Opposed|Abstain(?:ed)?|Absent"
_VOTER = re.compile(
    rf"[ \t•*|-]*(?:(?:{TITLE})\.?[ \t]+)*(?P<who>{NAME.pattern})[ \t]*(?:[\t:–|-]|\.{{3,}}|(?<=[ \t]))[ \t]*"
    rf"(?P<side>(?i:{_SIDES}))[ \t|.]*"
)
_CHEAP = re.compile(r"\b(?:yeas?|yes|ayes?|nays?|no|for|against|favou?r|opposed)[ \t|.]*(?:\n|\Z)")
_CALLED = re.compile(r"\broll[- ]call(?: vote)?\b[ \t]*[:–-]?", re.IGNORECASE)
"""What opens the answers to a roll call that stand in one line: "Roll call vote: Ash – Aye; Birch – Nay."."""
_SAID = re.compile(
    rf"[ \t\n]*(?:(?:{TITLE})\.?[ \t]+)*(?P<who>{NAME.pattern})\s*[:–-]\s*(?P<side>(?i:{_SIDES}))(?:\s*[;,]|\.|$)"
)
"""Looks at text in small letters: without so many lines that end so, none is of such a vote."""
_FEWEST = 3


def sides_by_name(text: str) -> dict[Side, Listed]:
    """Who voted on each side by the first such lines in ``text``, three at least; empty where there are none."""
    low = text.lower()
    if "roll" in low and (answered := _called(text)):
        return answered
    if len(_CHEAP.findall(low)) < _FEWEST:
        return {}
    run: list[tuple[str, Side]] = []
    for line in text.split("\n"):
        voter = _VOTER.fullmatch(line) if line.strip() else None
        side = side_of(voter["side"]) if voter else None
        if voter and side:
            run.append((voter["who"], side))
        elif line.strip() and len(run) < _FEWEST:
            run = []
        elif line.strip():
            break
    return _sides(run)


def _sides(run: list[tuple[str, Side]]) -> dict[Side, Listed]:
    if len(run) < _FEWEST or not {"for", "against"}.intersection(side for _, side in run):
        return {}
    sides = dict.fromkeys(side for _, side in run)
    return {side: Listed(tuple(who for who, own in run if own == side)) for side in sides}


def _called(text: str) -> dict[Side, Listed]:
    """The sides of a roll call whose answers stand in one line; empty where fewer than three do."""
    called = _CALLED.search(text)
    at = called.end() if called else len(text)
    run: list[tuple[str, Side]] = []
    while (voter := _SAID.match(text, at)) and (side := side_of(voter["side"])):
        run.append((voter["who"], side))
        at = voter.end()
    return _sides(run)
