"""Which files hold the same meeting, and which sittings of one day are two meetings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

WORDS = 4
SAME = 0.5
Shingles = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Copy:
    """One meeting as one file has it. ``key`` is the caller's; ``words`` says how full it is."""

    key: int
    source: str
    ordinal: int
    starts: str | None
    draft: bool
    words: int


@dataclass(frozen=True, slots=True)
class Held:
    """One sitting: the copy that is answered from, and the others, best first."""

    copy: Copy
    versions: tuple[Copy, ...]


def shingles(text: str) -> Shingles:
    """Runs of four words, whatever their case and punctuation; of a shorter text, all its words as one run."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return frozenset(tuple(words[at : at + WORDS]) for at in range(max(1, len(words) - WORDS + 1)))


def same_text(one: Shingles, other: Shingles) -> bool:
    """Whether the shorter text stands for the most part in the longer one."""
    return len(one & other) >= SAME * min(len(one), len(other))


def sittings_of_a_day(copies: Iterable[Copy], words_of: Callable[[int], Shingles]) -> tuple[Held, ...]:
    """The sittings of one body on one day, by time, else in the order of the documents.

    The final copy is held rather than a draft, then the fuller, then the first by source. Two copies from one file
    are two sittings, unless their words are the same.
    """
    clusters: list[list[Copy]] = []
    ranked = sorted(copies, key=lambda one: (one.draft, -one.words, one.source, one.ordinal))
    known = {one.key: words_of(one.key) for one in ranked} if len(ranked) > 1 else {}
    for one in ranked:
        for cluster in clusters:
            if same_text(known[one.key], known[cluster[0].key]):
                cluster.append(one)
                break
        else:
            clusters.append([one])
    held = [Held(cluster[0], tuple(cluster[1:])) for cluster in clusters]
    return tuple(sorted(held, key=lambda one: (_clock(one.copy.starts), one.copy.source, one.copy.ordinal)))


def _clock(printed: str | None) -> int:
    """Minutes after midnight of a time as printed ("7.30pm", "10 am", "19:00"); after all of them where none is."""
    found = re.search(r"(\d{1,2})(?:[.:](\d{2}))?\s*(noon|[ap]\.?\s?m)?", printed or "", re.IGNORECASE)
    if not found:
        return 24 * 60
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    return hour * 60 + minute
