"""A mention of a body in a question, and how two of them lie."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_SITS = re.compile(r"(?:['’]s)?\s+(?:meetings?|minutes|agendas?|met|meets|sat)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NamedBody:
    """One mention: ``slugs`` of the bodies held that it can mean (empty where none is), ``generic`` for a bare head
    noun or "we"; ``topic`` where the question is about the body rather than put to it."""

    words: str
    start: int
    end: int
    slugs: tuple[str, ...]
    generic: bool = False
    topic: bool = False


def goes_on(longer: NamedBody, name: NamedBody) -> bool:
    """Does a mention go on where a body's whole name ends: "the Marl Libraries board" beside one "Marl Libraries"?"""
    wider = longer.start <= name.start and longer.end > name.end
    return wider and bool(longer.slugs) and not longer.generic and not set(longer.slugs) >= set(name.slugs)


def meet(one: NamedBody, other: NamedBody) -> bool:
    """Do two mentions share words?"""
    return one.start < other.end and other.start < one.end


def named_loosely(named: Sequence[NamedBody], text: str) -> bool:
    """Is no body named but by a bare "the council", which may stand for its districts and committees too?"""
    held = [one for one in named if one.slugs and not one.topic]
    return bool(held) and all(
        one.generic and one.words.casefold() == "council" and not _SITS.match(text[one.end :]) for one in held
    )
