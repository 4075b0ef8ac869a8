"""Questions on who came to an event or sits on a group, which the attendance lists of meetings do not tell."""

from __future__ import annotations

import re

from assistant.concepts import asks_whether

_EVENT = re.compile(
    r"\b(?:came|come|went|turned up|attend(?:ed)?)\s+(?:along\s+|over\s+)?(?:to|for|at)?\s*(?:the|our|a"
    r"|an)\s+(?P<event>(?:[\w'’ -]|, ?(?=(?:19|20)\d\d\b)){3,60}?)"
    r"(?=\s+(?:in|on|at|for|with|from|as|by)\b|[?.!]|,(?! ?(?:19|20)\d\d\b)|$)",
    re.I,
)
#: Who came "to tell members about the festival" is told by the minute of that; the accounts "that went to the council"
#: came to no meeting; and who "took the meeting through" something presented it.
_BESIDES = re.compile(
    r"\b(?:came|come|coming|went|going|along|there|attended|turned up)\b[^?.!]{0,40}? to (?:tell|talk|speak|present"
    r"|explain|ask|discuss|brief|update|introduce|outline|raise|complain|give|show|answer|object|lobby|describe|launch"
    r"|fix|repair|mend|inspect|look|see|help|address|report|hear|watch|plant|open|unveil|collect|clear|clean)\b"
    r"|\bwho (?!came|come|went|goes|was|were|is)[a-z]+\b[^?.!]{0,60}? (?:that|which) (?:\w+ )?(?:came|went|come|goes?)"
    r"\b|\btook (?:the |this |that )?(?:\w+ ){1,3}through\b|\b(?:went|came|come|going) (?:through|over|round|past)\b"
    r"|\b(?:came|come|went|turned up|attended)\b[^?.!]{0,40}(?<!annual )\b(?:public|open|site|consultation)"
    r" meetings?\b",
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
    """Is it an event that people came to ("the castle picnic"), or what they came for, and no meeting?"""
    match = _EVENT.search(text)
    if _BESIDES.search(text) and not asks_whether(text):
        return True
    return match is not None and not _MEETING.search(match["event"])


def of_group(text: str) -> bool:
    """Is it asked who is on a committee or in a group, which no list of who came to another body's meeting tells?"""
    return _ON_GROUP.match(text) is not None
