"""Sentences that say who was in the chair."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index_store.models import Attendee, MappedText
from index_store.parser.names import NAME, TITLE, split_title

_WHO = rf"(?P<who>(?:(?:{TITLE})\.?\s+)*(?:{NAME.pattern})|[A-Z][A-Za-z]{{1,3}})"
_SAID = (
    re.compile(rf"\b(?i:(?:meeting|business|session) was |was )?(?i:chaired by|presided over by|under the (?:chairmanship|chair) of|opened and chaired by)[:\s]+(?:the (?:Chair(?:man|woman|person)?|Convenor|President|Vice-Chair(?:man)?),?\s+)?{_WHO}"),
    re.compile(rf"{_WHO}(?:\s*\([^)]*\))?,?(?:\s+(?:the )?(?:Chair(?:man|person)?|Vice[- ]Chair(?:man)?|Leader)[^.,]{{0,40}},)?\s+(?i:(?:was |being |took |taking |occupied |assumed |then took |presided (?:and|in) )(?:in )?the chair|presided|chaired the|chaired|presiding|in the chair|i gceannas|(?:acted|acting) as chair)\b"),
    re.compile(rf"(?i:the chair was (?:\w+ )?taken (?:\w+ )?by(?: the (?:\w+ )?(?:chair|vice[- ]chair)(?:man|person)?,?)?|in the chair[:\s,-]+|in the absence of [^.]*? the chair was taken by|with)\s*{_WHO}(?:\s+in the chair)?"),
    re.compile(rf"(?im:^\W*(?:chair(?:man|woman|person|ing)?|convenor|convener|presiding|i gceannas)\**\s*[:–-]\**\s*){_WHO}"),
)


def find_chair(texts: Iterable[MappedText]) -> Attendee | None:
    """Whoever the first such sentence puts in the chair; the name as printed, initials unresolved."""
    for text in texts:
        for pattern in _SAID:
            for match in pattern.finditer(text.text):
                who = " ".join(match.group("who").split())
                if pattern is _SAID[2] and "chair" not in match.group().lower():
                    continue
                title, name = split_title(who)
                if name.split()[0] in ("The", "A", "It", "In", "He", "She", "Chair", "Chairman", "Vice", "Meeting"):
                    continue
                return Attendee(who if title is None else f"{title} {name}", text.span(match.start("who"), match.end("who")), "chair")
    return None
