"""The foot of the first page, which gives its number as those of the further pages do."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from index_store.rows import Row

_NUMBERED = re.compile(
    r"(?P<says>.{3,100}?)[\s|–-]*\bpage[\s|:–-]{1,5}(?P<page>\d{1,4})(?:\s+of\s+\d{1,4})?", re.IGNORECASE
)


def first_feet(
    rows: Sequence[Row], edges: Mapping[int, tuple[Sequence[int], Sequence[int]]], day: re.Pattern[str]
) -> list[int]:
    """Rows at the foot of the first page that number it, where later pages have the same foot with theirs.

    One stays that gives a ``day`` which nothing else gives: it may be all that tells when the meeting was.
    """
    tails = {page: tail for page, (_, tail) in edges.items()}
    first, *others = sorted(tails)
    feet = {at: found for at in tails[first] if (found := _NUMBERED.fullmatch(rows[at].text))}
    later = {
        (found["says"].casefold(), int(found["page"]) - page)
        for page in others
        for at in tails[page]
        if (found := _NUMBERED.fullmatch(rows[at].text))
    }
    furniture = []
    others_say = " ".join(row.text.casefold() for row in rows if not _NUMBERED.fullmatch(row.text))
    for at, foot in feet.items():
        told = day.search(foot["says"])
        elsewhere = told is None or told[0].casefold() in others_say
        if elsewhere and (foot["says"].casefold(), int(foot["page"]) - first) in later:
            furniture.append(at)
    return furniture
