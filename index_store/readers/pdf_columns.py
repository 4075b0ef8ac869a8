"""Tables of minutes with a column of decisions and actions beside the discussion, known by the head over it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

_ACTIONS = re.compile(
    r"(?:decisions?|outcomes?|actions?)(?:\s*(?:and|&|/)\s*(?:actions?|decisions?))?(?:\s+(?:points?|required|items?|"
    r"agreed|arising))?\W*",
    re.IGNORECASE,
)
_DISCUSSION = re.compile(
    r"(?:(?:no|id|ref(?:erence)?)\b\.?\s*)?(?:(?:agenda )?items?)?\s*(?:discussions?|minutes?|notes|details?|subject|"
    r"topic|matters?|business|(?:key )?points?(?: discussed)?)?(?: and .{3,30})?\W*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})?[.)]?(?=\s|$)")
_WIDEST_HEAD = 60
_LEAST = 22.0
"""In characters: a narrower column holds initials, which stay beside what they are for."""


class Printed(Protocol):
    """Text on a page and where it begins and ends."""

    @property
    def text(self) -> str: ...
    @property
    def left(self) -> float: ...
    @property
    def right(self) -> float: ...


def actions_column(lines: Sequence[Sequence[Printed]], unit: float) -> float | None:
    """Where on the page the column of actions begins whose head stands on it; None where there is none so wide."""
    for line in lines:
        if len(line) > 1 and is_head(line):
            left = line[-1].left
            right = max(each.right for other in lines for each in other)
            return left if right - left >= _LEAST * unit else None
    return None


def is_head(line: Sequence[Printed]) -> bool:
    """Whether a line is the head of such a table: "Item", "Discussion", "Decisions and Action Points"."""
    return len(line) > 1 and _ACTIONS.fullmatch(line[-1].text.strip()) is not None and is_discussion_head(line[:-1])


def is_discussion_head(cells: Sequence[Printed]) -> bool:
    """Whether cells before that of the actions are heads of what was said, or there are none."""
    words = " ".join(each.text for each in cells).strip()
    if not words:
        return True
    named = len(words) <= _WIDEST_HEAD and any(word.isalpha() for word in words.split())
    return named and _DISCUSSION.fullmatch(words) is not None


def is_foot(line: Sequence[Printed], left: float, unit: float) -> bool:
    """Whether a line opens with the page's number, far from the ``left`` edge of the text."""
    return line[0].text.strip().isdigit() and line[0].left > left + _LEAST * unit


def row_starts(lines: Sequence[Sequence[Printed]]) -> list[int]:
    """The lines in which a row begins with its number, where no rules part the rows."""
    left = min((line[0].left for line in lines if _NUMBER.match(line[0].text)), default=0.0)
    return [
        at
        for at, line in enumerate(lines)
        if at and _NUMBER.match(line[0].text) and line[0].left - left < (line[0].right - line[0].left) + 1
    ]
