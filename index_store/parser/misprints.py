"""Headings whose numbers are out of order or misprinted, put among those that count on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from index_store.parser.candidates import Candidate
from index_store.parser.chain import Chain, running_part, usual_style

_OPENING = 3
"""So many words are alike in the titles of one kind of business ("Question submitted by …")."""


def with_misprints(chain: Sequence[Candidate], found: Sequence[Candidate], text: str) -> Chain:
    """The chain with headings out of order or misprinted: set like the others, where a number is missing."""
    if len(chain) < 4:
        return list(chain)
    style, family, runs = usual_style(chain), chain[0].label.family, running_part(chain)
    held = {one.label.value[runs] for one in chain}
    low = 0 if min(held) == 2 else min(held)  # item 2 was taken first
    whole = [chain[0]]
    places = [two.start for two in found]
    openings = {words for one in chain if (words := _opens(one, text))}
    for one in chain[1:]:
        last = whole[-1]
        inside = found[bisect_right(places, last.start) : bisect_right(places, one.start - 1)]
        gap = one.label.value[runs] - last.label.value[runs] - 1
        likely = [
            two
            for two in inside
            if (two.label.family, two.style, two.indent) == (family, style, last.indent)
            and two.score > 1.0
            and two.line not in (last.line, one.line)
        ]
        moved = [two for two in likely if two.label.value[runs] not in held and low < two.label.value[runs] < max(held)]
        again = [
            two
            for two in likely
            if two.title
            and two.usual
            and 1 < two.label.value[runs] in (last.label.value[runs], last.label.value[runs] - 1)
        ]
        likely = likely or ([two for two in inside if _is_slip(two, last, runs)] if gap == 1 else [])
        moved = moved if len(moved) == 1 else [two for two in moved if _opens(two, text) in openings]
        whole += likely if 0 < gap == len(likely) else moved or (again if len(again) == 1 else [])
        whole.append(one)
    return whole


def _opens(one: Candidate, text: str) -> tuple[str, ...]:
    """The words with which a title opens, by which those of one kind are known: "Notice of motion"."""
    words = text[one.title.start : one.title.end].casefold().split() if one.title else []
    return tuple(words[:_OPENING]) if len(words) > _OPENING else ()


def _is_slip(one: Candidate, last: Candidate, runs: int) -> bool:
    """Whether a compound number is the one after the last with a digit too many: "122/2021" behind "21/2021"."""
    if one.label.family != last.label.family:
        return False
    printed, meant = str(one.label.value[runs]), str(last.label.value[runs] + 1)
    others = one.label.value[:runs] + one.label.value[runs + 1 :]
    if not others or others != last.label.value[:runs] + last.label.value[runs + 1 :] or not one.title:
        return False
    return meant in {printed[:at] + printed[at + 1 :] for at in range(len(printed))}
