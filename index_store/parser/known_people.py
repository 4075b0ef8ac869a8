"""Initials and surnames in decisions and actions, by the full names of those who came."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from index_store.models import Action, Attendee, MinuteItem, Resolution
from index_store.parser.names import initials_of, resolve

_WORDS = frozenset(
    [
        "AM",
        "AN",
        "AS",
        "AT",
        "BE",
        "BY",
        "DO",
        "GO",
        "HE",
        "IF",
        "IN",
        "IS",
        "IT",
        "ME",
        "MY",
        "NO",
        "OF",
        "OK",
        "ON",
        "OR",
        "PM",
        "SO",
        "TO",
    ]
    + ["UP", "US", "WE", "CC", "EU", "MP", "TV", "UK", "AGM", "AOB", "VAT", "THE", "AND"]
)
_SHORT = re.compile(r"[^\W\d_a-z]{2,3}")
_LIST = re.compile(r"(\s*(?:/|,|&|\band\b|\+)\s*)")


def with_initials(attendance: Sequence[Attendee], items: Sequence[MinuteItem]) -> tuple[Attendee, ...]:
    """The same people, with the initials that the minutes use where they fit one person only."""
    printed = {one.initials for one in attendance if one.initials}
    fits: dict[str, list[str]] = {}
    own = [initials_of(one.name) if one.initials is None else "" for one in attendance]
    for one, letters in zip(attendance, own, strict=True):
        if one.initials is None:
            fits.setdefault(letters, []).append(one.name)
    single = {letters for letters, names in fits.items() if len(set(names)) == 1} - printed - _WORDS
    free = _in_use(single, "\n".join(item.body.text for item in items))
    return tuple(
        replace(one, initials=letters) if one.initials is None and letters in free else one
        for one, letters in zip(attendance, own, strict=True)
    )


def _in_use(initials: set[str], text: str) -> set[str]:
    """Those of ``initials``, of two or three letters, that stand in ``text`` as words of their own."""
    return {letters for letters in initials if _SHORT.fullmatch(letters) and _stands(letters, text)}


def _stands(letters: str, text: str) -> bool:
    """Whether ``letters`` stand in ``text`` as a word of their own."""
    at = text.find(letters)
    while at >= 0:
        end = at + len(letters)
        if not (at and _in_word(text[at - 1])) and not (end < len(text) and _in_word(text[end])):
            return True
        at = text.find(letters, end)
    return False


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def with_full_names(items: Sequence[MinuteItem], attendance: Sequence[Attendee]) -> tuple[MinuteItem, ...]:
    """The same items with owners, proposers and seconders by the names in the attendance, where they fit one person."""
    names = list(dict.fromkeys(one.name for one in attendance))
    initials = {one.initials: one.name for one in attendance if one.initials}

    @cache
    def full(mention: str | None) -> str | None:
        if mention is None:
            return None
        return "".join(
            part if number % 2 else resolve(part, names, initials) for number, part in enumerate(_LIST.split(mention))
        )

    def owned(action: Action) -> Action:
        return action if action.owner is None else replace(action, owner=full(action.owner))

    def moved(one: Resolution) -> Resolution:
        if one.proposer is None and one.seconder is None:
            return one
        return replace(one, proposer=full(one.proposer), seconder=full(one.seconder))

    def known(item: MinuteItem) -> MinuteItem:
        named = any(one.owner for one in item.actions) or any(one.proposer or one.seconder for one in item.resolutions)
        if not named:
            return item
        return replace(item, actions=tuple(map(owned, item.actions)), resolutions=tuple(map(moved, item.resolutions)))

    return tuple(map(known, items))
