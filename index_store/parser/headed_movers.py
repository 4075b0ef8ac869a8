"""Who moved and seconded a motion, where their names stand in its heading: "2025-118 A. Ash, B. Birch:"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index_store.models import MinuteItem, Resolution
from index_store.parser.effects import effect_of
from index_store.parser.names import TITLE, WORD
from index_store.parser.votes import read_manner, read_votes

_ONE = rf"(?:(?:{TITLE})\.?\s+(?:[A-Z]\. ?)*(?:{WORD} )?{WORD}|(?:[A-Z]\. ?)+(?:{WORD} )?{WORD})"
_MOVERS = re.compile(
    rf"(?:(?i:moved by|mover|proposed by|proposer):?\s+)?(?P<mover>{_ONE})\s*(?:,|/|;|&|\band\b|[-–—](?=\s))?\s*"
    rf"(?:(?i:seconded by|seconder|second):?\s+)?(?P<seconder>{_ONE})\W*"
)
_MOTION = re.compile(
    r"\W*(?:[A-Z][\w ]{3,30}: )?(?:that\b|whereas\b|be it\b|resolved\b|now,? therefore\b|motion\b)", re.IGNORECASE
)
_PUT = re.compile(r"(?i:that|be it|whereas|now,? therefore|resolved)\b")
_OUTCOME = re.compile(r"\b(?P<verb>(?i:carried|defeated|lost)(?: unanimously)?)\W*$", re.MULTILINE)
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
    """Where two movers end that the words behind a number open with, and where their motion begins; else None."""
    found = _MOVERS.match(words) if words[:1].isupper() else None
    if found is None or (not _PUT.match(words, found.end())):
        return None
    return found.end("seconder"), found.end()


def with_movers(items: Sequence[MinuteItem]) -> tuple[MinuteItem, ...]:
    """The items, those headed by two people without a title and with proposer and seconder at their decisions."""
    named = {
        at: found for at, item in enumerate(items) if item.number and (found := _MOVERS.fullmatch(item.title or ""))
    }
    if not named:
        return tuple(items)
    usual = len(named) > 1 and len(named) >= _SHARE * sum(item.number is not None for item in items)
    return tuple(
        _moved(item, named[at]) if at in named and (usual or _MOTION.match(item.body.text)) else item
        for at, item in enumerate(items)
    )


def _moved(item: MinuteItem, named: re.Match[str]) -> MinuteItem:
    whole = _carried(item)
    found = whole or item.resolutions
    mover, seconder = (_SPACED.sub(". ", named[one]) for one in ("mover", "seconder"))
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
    return (Resolution(outcome["verb"], effect, words, span, votes=read_votes(words), manner=read_manner(words)),)
