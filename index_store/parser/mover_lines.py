"""Lines that name who moved a motion: which they are, and whether its words stand above or below them."""

from __future__ import annotations

import re

from index_store.bold_rows import OUTCOME, RESOLUTION_NUMBER
from index_store.parser.decision_lists import Minute
from index_store.parser.votes import Movers, read_movers

MOVERS = re.compile(
    rf"\W*(?:(?P<number>{RESOLUTION_NUMBER})\s+(?=(?i:moved|proposed)))?"
    r"(?i:proposed|prop\b|proposer|moved|mover|seconded|seconder|2nd|on the motion|motion (?:made )?by)"
)
ENDING = re.compile(
    r"(?i)\W*(?:the )?(?:motion|amendment|resolution|vote)\b(?:(?!\b(?:moved|proposed|seconded|that|to)\b)[^.;])*\W*$"
)
"""A line that says how the motion above it ended, and nothing of what it was."""
RESULT = re.compile(
    r"\W*(?:the )?(?:motion|amendment|resolution|vote)\b[^.;]{0,40}\b"
    r"(?:passed|carried|lost|failed|defeated|withdrawn)\b",
    re.IGNORECASE,
)
_VOTE = re.compile(r"\W*(?:recorded )?vot(?:e|es|ing)\W*", re.IGNORECASE)
UNMOVED = Movers()
_SAYS = re.compile(r"\b(?:that|to)\b", re.IGNORECASE)
_MOVER_LINE = 90
"""Letters at most in a line that only names who moved or seconded."""
_SETTLED = re.compile(r"\W*(?:and )?(?:it was )?(?:unanimously )?(?:resolved|agreed)\W*", re.IGNORECASE)
"""The line below who moved and seconded that says it was resolved: no later outcome is of that motion."""
_WORDED = r"(?:(?:council|committee|board|officer[’']?s?[’']?|staff) )?(?:resolution|recommendation|motion|decision)s?"
_HEADING = re.compile(
    rf"\W*{_WORDED}(?:\s*/\s*{_WORDED})*(?:\s+(?:no\.?|number))?[\s:#]*(?:[\w./-]*\d[\w./-]*)?\W*", re.IGNORECASE
)
"""What stands over the words of a motion: "RESOLUTION:", "OFFICER RECOMMENDATION / COUNCIL DECISION"."""
_THAT = re.compile(r"[\"“‘'*_]*that\b", re.IGNORECASE)
_REACH = 20
"""Lines at most in a motion whose mover is named below it."""


def motion_top(minute: Minute, at: int) -> int | None:
    """The line of its own that names the mover of the motion whose outcome stands in line ``at``; None without one."""
    back = ballot_above(minute, at) - 1
    while back >= 0 and back not in minute.ballots:
        words = minute.lines[back].content(minute.text)
        if moves_alone(words):
            above = minute.lines[back - 1].content(minute.text) if back else ""
            return back - 1 if moves_alone(above) else back
        if ENDING.match(words) or RESULT.match(words) or _SETTLED.fullmatch(words) or OUTCOME.fullmatch(words):
            return None
        back -= 1
    return None


def moves_alone(words: str) -> bool:
    """Whether a line says who moved or seconded, and nothing else."""
    if len(words) >= _MOVER_LINE or not MOVERS.match(words) or _SAYS.search(words):
        return False
    return read_movers(words) != UNMOVED


def worded_from(minute: Minute, top: int, at: int, last: int | None) -> int:
    """The line in which a motion begins that line ``top`` says who moved, and whose outcome stands in line ``at``.

    That is ``top`` itself where the words follow it. They may stand above it ("That…" over "Moved: …", "Carried"),
    behind ``last``, where the decision before it ends.
    """
    text, lines = minute.text, minute.lines
    below = next((n for n in range(top, at) if not moves_alone(lines[n].content(text))), at)
    if below < ballot_above(minute, at) or _THAT.search(lines[at].content(text)):
        return top
    first = top
    for back in range(top - 1, max(-1, top - 1 - _REACH), -1):
        words = lines[back].content(text)
        if (last is not None and lines[back].start <= last) or ENDING.match(words) or RESULT.match(words):
            break
        if _HEADING.fullmatch(words):
            return back + 1 if _THAT.match(lines[back + 1].content(text)) else first
        if _THAT.match(words):
            first = back
            if lines[back].label is None:
                break
    return first


def ballot_above(minute: Minute, at: int) -> int:
    """The line in which the table of a vote begins whose last row stands over line ``at``, with the word over it."""
    if at - 1 not in minute.ballots:
        return at
    while at and at - 1 in minute.ballots:
        at -= 1
    return at - 1 if at and _VOTE.fullmatch(minute.lines[at - 1].content(minute.text)) else at
