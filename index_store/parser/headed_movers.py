"""Who moved and seconded a motion, where their names head it: "2025-118 A. Ash, B. Birch:", "118/24 ASH: That"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from index_store.models import MinuteItem, Resolution, Span
from index_store.parser.effects import effect_of
from index_store.parser.motions import VOTING
from index_store.parser.names import TITLE, WORD
from index_store.parser.votes import read_manner, read_votes

_ONE = rf"(?:(?:{TITLE})\.?\s+(?:[A-Z]\. ?)*(?:{WORD} )?{WORD}|(?:[A-Z]\. ?)+(?:{WORD} )?{WORD})"
_MOVERS = re.compile(
    rf"(?:(?i:moved by|mover|proposed by|proposer):?\s+)?(?P<mover>{_ONE})\s*(?:,|/|;|&|\band\b|[-–—](?=\s))?\s*"
    rf"(?:(?i:seconded by|seconder|second):?\s+)?(?P<seconder>{_ONE})\W*"
)
_NAME = r"(?:(?!(?:RESOLVED|MOVED|AGREED|RECOMMENDED|ORDERED|MOTION)\b)[A-Z][A-Z’'-]{2,}|Mc[A-Z]{3,})"
_LONE = re.compile(rf"(?:(?i:moved by):?\s+)?(?P<mover>{_NAME})(?:\s*[/&]\s*(?P<seconder>{_NAME}))?\s*[:–—-]?\s*")
"""One mover, or two, by surname in capitals: "118/24 ASH: That", "118/24 ASH/BIRCH That"."""
_MOTION = re.compile(
    r"\W*(?:[A-Z][\w ]{3,30}: )?(?:that\b|whereas\b|be it\b|resolved\b|now,? therefore\b|motion\b)", re.IGNORECASE
)
_PUT = re.compile(r"(?i:that|be it|whereas|now,? therefore|resolved)\b")
_OUTCOME = re.compile(
    r"\b(?P<verb>(?i:(?:not )?carried|defeated|lost)(?: unanimously)?)\W*(?:$|(?=Recorded [Vv]ote\b))", re.MULTILINE
)
_READ = re.compile(
    r"^\W*Read (?:an? |the )?(?:first\b|1st\b|second\b|third\b)[^.]*\b(?P<verb>passed|enacted|adopted)\b[^.]*\.",
    re.MULTILINE,
)
"""How a by-law ended whose outcome stands in the word of its readings."""
_RECITAL = re.compile(r"\W*whereas\b", re.IGNORECASE)
_OPERATIVE = re.compile(r"\b(?:(?:now,? )?therefore\b|(?:be it )?resolved\b)", re.IGNORECASE)
_SPACED = re.compile(r"\.(?=[^\W\d_])")
_SHARE = 0.5
"""Least share of the meeting's headed numbers that name two people, where the text below does not open as a motion."""


def movers_heading(words: str) -> tuple[int, int] | None:
    """Where the movers end that the words behind a number open with, and where their motion begins; else None."""
    tried = (_MOVERS, _LONE) if words[:1].isupper() else ()
    found = next((put for one in tried if (put := one.match(words)) and _PUT.match(words, put.end())), None)
    return found and (found.end("seconder") if found["seconder"] else found.end("mover"), found.end())


def with_movers(items: Sequence[MinuteItem]) -> tuple[MinuteItem, ...]:
    """The items, those headed by who moved them without a title and with proposer and seconder at their decisions."""
    numbered = [(at, item) for at, item in enumerate(items) if item.number]
    named = {at: found for at, item in numbered if (found := _MOVERS.fullmatch(item.title or ""))}
    usual = len(named) > 1 and len(named) >= _SHARE * len(numbered)
    if not usual:
        named = {at: found for at, found in named.items() if _MOTION.match(items[at].body.text)}
    lone = {at: found for at, item in numbered if at not in named and (found := _lone(item))}
    shouted = len(lone) > 1 and len(lone) >= _SHARE * len(numbered)
    named |= lone if shouted else {}
    moved = [_moved(item, named[at]) if at in named else item for at, item in enumerate(items)]
    return _titled(moved) if shouted else tuple(moved)


def _titled(items: Sequence[MinuteItem]) -> tuple[MinuteItem, ...]:
    """Motions with the heading over them for a title, up to one behind which more is told.

    A heading that has no text of its own is theirs.
    """
    found: list[MinuteItem] = []
    over: MinuteItem | None = None
    for item in items:
        if item.number is None or item.title is not None:
            over = item if item.number is None and item.title else None
        elif over is not None:
            lone = found[-1] is over and not over.body.text
            ended = any(one.span.end == item.span.end for one in item.resolutions)
            item = replace(item, title=over.title)
            if lone:
                heading, span = (Span(over.span.start, one.end) for one in (item.heading or item.span, item.span))
                item = replace(item, heading=heading, span=span, page=found.pop().page)
            over = over if ended else None
        found.append(item)
    return tuple(found)


def _lone(item: MinuteItem) -> re.Match[str] | None:
    """The surname that heads a motion in place of a title."""
    found = _LONE.fullmatch(item.title or "")
    return found if found and _PUT.match(item.body.text) else None


def _moved(item: MinuteItem, named: re.Match[str]) -> MinuteItem:
    whole = _carried(item)
    found = whole or item.resolutions
    mover, seconder = (named[one] and _SPACED.sub(". ", named[one]) for one in ("mover", "seconder"))
    first = next((n for n, one in enumerate(found) if not one.amendment), -1)
    moved = tuple(
        replace(one, proposer=mover, seconder=seconder)
        if one.proposer is None and one.seconder is None and (n == first or one.lead == found[first].lead)
        else one
        for n, one in enumerate(found)
    )
    behind = (one for one in item.resolutions if whole and one.span.start >= whole[-1].span.end)
    moved = (*moved, *behind)
    return replace(item, title=None, resolutions=moved)


def _carried(item: MinuteItem) -> tuple[Resolution, ...]:
    """The motion that a minute is, to its outcome and without its recitals; empty where it was read in clauses."""
    text = item.body.text
    outcome = (_OUTCOME.search(text) or _READ.search(text)) if _MOTION.match(text) else None
    if outcome is None or any(one.label or one.amendment for one in item.resolutions):
        return ()
    opens = _OPERATIVE.search(text, 0, outcome.start()) if _RECITAL.match(text) else None
    start, end = opens.start() if opens else 0, len(text[: outcome.end()].rstrip())
    words = text[start:end]
    effect, span = effect_of(outcome["verb"], words), item.body.span(start, end)
    votes = read_votes(f"{words}\n{_ballot(text[end:])}")
    return (Resolution(outcome["verb"], effect, words, span, votes=votes, manner=read_manner(words)),)


def _ballot(behind: str) -> str:
    """The lines right behind a motion's outcome that record who voted how."""
    lines = [line for line in behind.strip().splitlines() if line.strip()]
    return "\n".join(takewhile(VOTING.match, lines))
