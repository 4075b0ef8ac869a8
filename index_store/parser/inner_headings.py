"""Headings one or two levels below the minutes' own numbers: 5.1 under 5, 9.1.2 under 9.1."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from index_store.parser.candidates import Candidate

_HEADED = 0.5
_SHARE = 0.6
"""How well a number must be headed like a minute, and what share of all must be."""


def inner_headings(chain: Sequence[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """Headings one level below the chain's (5.1 under 5), where they are headed like minutes."""
    outer = chain[0].label
    if len(outer.value) != 1 or outer.family not in ("N", "item", "P"):
        return []
    inner: list[Candidate] = []
    under = 0
    for one in found:
        while under + 1 < len(chain) and chain[under + 1].start <= one.start:
            under += 1
        above = chain[under]
        value = above.label.value[0] if above.start < one.start else above.label.value[0] - 1
        owned = above.start < one.start or (" " not in one.label.printed and one.score > 1.0)
        if one.label.family == "N.N" and one.label.value[0] == value and owned:
            inner.append(one)
    inner = sorted([*inner, *_innermost(inner, found)], key=lambda one: one.start)
    headed = sum(map(_is_headed, inner))
    if len(inner) == 1:
        return inner if headed and inner[0].score > 1.0 else []
    return inner if headed >= _SHARE * len(inner) else _of_sections(inner)


def _innermost(inner: Sequence[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """Headings two levels below the chain's, of Markdown or most of them headed like minutes: "9.1.2 Grants"."""
    held = {one.label.value for one in inner}
    deep = [one for one in found if one.label.family == "N.N.N" and one.label.value[:2] in held]
    headed = [one for one in deep if _is_headed(one)]
    if len(headed) > 1 and len(headed) == len(deep):
        return headed
    return [one for one in deep if one.style[3] and one.title is not None]


def _of_sections(inner: Sequence[Candidate]) -> list[Candidate]:
    """Those of sections in which all are headed like minutes ("5.1 Grants"), beside others that count a list."""
    found: list[Candidate] = []
    for _, group in groupby(inner, key=lambda one: one.label.value[0]):
        own = list(group)
        first = [one for one in own if len(one.label.value) == 2]
        if len(first) > 1 and first[0].label.value[1] == 1 and all(map(_is_headed, own)):
            found += own
    return found


def _is_headed(one: Candidate) -> bool:
    return one.title is not None and one.score > _HEADED
