"""Headings without number in a text that says itself which lines are headings, and of what level."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index_store.parser.below_headings import excuses, opens_text
from index_store.parser.particulars import is_day, tells_of_meeting
from index_store.parser.wording import is_people, is_usual
from index_store.reading import Reading

_CONTENTS = re.compile(r"(?:table of )?contents\W*$|agenda\W*$|attend(?:ance|ees)\b", re.IGNORECASE)
_MINUTES = re.compile(r"\bminutes?\b", re.IGNORECASE)
_WRAPPER = re.compile(
    r"\W*(?:draft |unconfirmed |confirmed )?(?:meeting )?(?:minutes|notes|meeting|proceedings)\W*", re.IGNORECASE
)
_ISO = re.compile(r"(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)")
_NEAR = 4


def by_level(reading: Reading, first: int, stop: int) -> list[int]:
    """The lines of the highest level that heads two pieces of business.

    Where most of them are sections without text, those below such sections count too. A heading that only says what
    the document is ("Minutes") stands for those below it.
    """
    alone: list[int] = []
    dated = False
    headed = [at for at in range(first, stop - 1) if reading.lines[at].level and _is_business(reading, at, stop)]
    for level in sorted({reading.lines[at].level for at in headed}):
        opening = [at for at in headed if _opens(reading, at, level)]
        top = opening[0] if opening and _dates_meeting(reading, opening[0], first) else None
        opening = opening[top is not None :]
        while opening and heads_meeting(reading, opening[0], stop):
            opening.pop(0)
        opening = _unwrapped(reading, headed, opening, level)
        if len(opening) >= 2:
            bare = sum(reading.lines[at + 1].level > level for at in opening)
            return sorted({*opening, *(_below(reading, headed, opening, level) if 2 * bare > len(opening) else ())})
        dated = dated or top is not None
        alone = opening if dated else alone
    return alone


def _dates_meeting(reading: Reading, at: int, first: int) -> bool:
    """Whether a heading at the top gives the day, as that of the meeting does: "Committee Meeting - 2023-02-04"."""
    text = reading.lines[at].text
    return at - first <= _NEAR and not is_usual(text) and _ISO.search(text) is not None


def _unwrapped(reading: Reading, headed: Sequence[int], opening: Sequence[int], level: int) -> list[int]:
    """The headings with those below in place of each that only says what the document is."""
    found: list[int] = []
    for at in opening:
        inside = _inside(reading, headed, at, level) if _WRAPPER.fullmatch(reading.lines[at].text) else []
        under = min((reading.lines[one].level for one in inside), default=0)
        found += [one for one in inside if reading.lines[one].level == under] or [at]
    return found


def _inside(reading: Reading, headed: Sequence[int], at: int, level: int) -> list[int]:
    """The headings below the one in line ``at``, which is of ``level``."""
    end = next((one for one in headed if one > at and reading.lines[one].level <= level), len(reading.lines))
    return [one for one in headed if at < one < end]


def _is_business(reading: Reading, at: int, stop: int) -> bool:
    """Whether a heading is of no list of people: "Apologies" is one over a sentence."""
    text = reading.lines[at].text
    return not is_people(text) or (is_usual(text) and opens_text(reading, at, stop)) or excuses(reading, at, stop)


def _opens(reading: Reading, at: int, level: int) -> bool:
    line = reading.lines[at]
    return line.level == level and not 0 < reading.lines[at + 1].level <= level and not _CONTENTS.match(line.text)


def heads_meeting(reading: Reading, at: int, stop: int) -> bool:
    """Whether a heading is that of the meeting: a date, a place, or the title over the list of those present."""
    text = reading.lines[at].text
    if is_day(text) or (tells_of_meeting(text) and not is_usual(text)):
        return True
    below = (reading.lines[n].text for n in range(at + 1, min(at + _NEAR, stop)))
    return _MINUTES.search(text) is not None and any(map(is_people, below))


def _below(reading: Reading, headed: Sequence[int], opening: Sequence[int], level: int) -> list[int]:
    """The headings below those that have no text of their own."""
    found: list[int] = []
    bare = False
    own = set(opening)
    for at in headed:
        deeper = reading.lines[at].level > level
        if at in own:
            bare = reading.lines[at + 1].level > level
        elif not deeper:
            bare = False
        elif bare and reading.lines[at].level == level + 1:
            found.append(at)
    return found
