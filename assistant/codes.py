"""Codes by which resolutions, bids, cases and applications are known: an answer's minute has them to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.terms import fold
from index_store.held import HeldItem

_NAMED = re.compile(
    r"\b(?:resolution|bid|application|app|case|by-?law|ordinance|policy|contract|invoice|cheque|file|docket|ref(?:erence)?"
    r"|order|licence|permit)s?\.?\s*(?:number|no\.?|num|#)?\s*(?P<code>\w{0,4}\d[\w./-]*\d|\d{3,})(?![\w/])",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"(?<![\w£$€.,/-])(?P<code>(?=(?:[^\s\d]*\d){4})(?=\S*[A-Za-z/])[A-Za-z0-9]+(?:[/.-][A-Za-z0-9]+)*)(?![\w/%-])"
)
#: Numbers of actions, which look like years: "action 11-05".
_ACTION = re.compile(
    r"\bactions?(?: (?:item|point))?s?\s*(?:number|no\.?|num|#)?\s*(?P<code>\d{1,4}[-/.]\d{1,4})(?![\w/]|-\d)",
    re.IGNORECASE,
)
#: Numbers of roads: A249, M20.
_ROAD = re.compile(r"(?<![\w£$€.,/-])(?P<code>[ABM]\d{2,4})(?![\w/%-])")
_OTHER = re.compile(
    r"(?:19|20)\d\d|\d\d[/-]\d\d|\d+(?:st|nd|rd|th|am|pm|km|mph|kwh?|mw|m|k|s|g|p)|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?:19|20)(\d\d)[/-](?:19|20)?(\d\d)")

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_HOUSE = re.compile(r"(?<![\w£$€.,/-])(?P<number>\d{1,3}[a-z]?),? (?P<road>[A-ZÀ-Þ][\w’']+ [A-ZÀ-Þ]\w+)")
"""A house as minutes print it: "14 Quay Road", "3a Bothar Glas"."""


def codes_in(text: str, taken: Iterable[str] = ()) -> tuple[str, ...]:
    """The codes in a question, in order; no years, dates or measures, and none of ``taken``."""
    found = [match["code"] for rule in (_NAMED, _FORM, _ROAD) for match in rule.finditer(text)]
    out = set(taken)
    actions = [match["code"] for match in _ACTION.finditer(text)]
    found = [*actions, *(one for one in found if not _other(one))]
    return tuple(dict.fromkeys(one for one in found if one not in out))


def has_code(text: str, code: str) -> bool:
    """Does ``text`` hold the code by itself, whatever its case?"""
    return re.search(rf"(?<![\w/-]){re.escape(fold(code))}(?![\w/]|-\d)", fold(text)) is not None


def names_house(asked: str, text: str) -> bool | None:
    """Where ``asked`` names a house by its number and road: does ``text`` name it, or others of that road alone? None
    where it has no such road, or no house is asked about."""
    roads: dict[str, set[str]] = {}
    for one in _HOUSE.finditer(text):
        if fold(one["road"])[:3] not in _MONTHS:
            roads.setdefault(fold(one["road"]), set()).add(fold(one["number"]))
    said = fold(asked)
    for road, numbers in roads.items():
        if houses := set(re.findall(rf"(?<![\w£$€.,/-])(\d{{1,3}}[a-z]?),? {re.escape(road)}\b", said)):
            return bool(houses & numbers)
    return None


def printed(item: HeldItem) -> str:
    """All that is printed of a minute, its heading first."""
    return f"{item.number or ''} {item.title or ''}\n{item.text.text}"


def _other(code: str) -> bool:
    years = _YEARS.fullmatch(code)
    return _OTHER.fullmatch(code) is not None or years is not None and int(years[2]) == (int(years[1]) + 1) % 100
