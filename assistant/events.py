"""Questions on who came to an event or sits on a group, which the attendance lists of meetings do not tell."""

from __future__ import annotations

import re

_EVENT = re.compile(
    r"\b(?:came|come|went|turned up|attend(?:ed)?)\s+(?:along\s+|over\s+)?(?:to|for|at)?\s*(?:the|our|a"
    r"|an)\s+(?P<event>[\w'’ -]{3,60}?)"
    r"(?=\s+(?:in|on|at|for|with|from|as|by)\b|[?.,!]|$)",
    re.I,
)
_MEETING = re.compile(
    r"\b(?:meetings?|minutes|agm|sitting|board|panel|committee|council|group|executive|cabinet|forum|partnership"
    r"|one|assembly|trust|team|"
    r"commission|authority|association|(?-i:[A-Z]{2,}))\b",
    re.I,
)
_ON_GROUP = re.compile(
    r"\W*who (?:is|are|was|were|sits?|serves?) (?:\w+ )?(?:on|in) [\w'’& -]+"
    r" (?:committee|group|panel|board|forum|team|party)\b",
    re.I,
)


def of_event(text: str) -> bool:
    """Is it an event that people came to ("the castle picnic"), and no meeting?"""
    match = _EVENT.search(text)
    return match is not None and not _MEETING.search(match["event"])


def of_group(text: str) -> bool:
    """Is it asked who is on a committee or in a group, which no list of who came to another body's meeting tells?"""
    return _ON_GROUP.match(text) is not None
