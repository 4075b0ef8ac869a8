"""Headings whose number stands behind the title in brackets: "Personnel (G-1)", "Roads (Minute 45)"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from index_store.parser.headings import Heading
from index_store.parser.wording import is_sentence, is_side, title_case
from index_store.reading import Reading

_CODE = r"(?:[A-Z]{1,4}[-./ ]?)?\d{1,4}(?:[-./]\d{1,4}){0,2}[a-z]?|[A-Z]"
_CODES = rf"(?:{_CODE})(?:(?:\s*[/,&–-]\s*|,?\s+(?:and|to|through)\s+)(?:{_CODE}))*"
_MINUTE = r"(?:(?i:minute|min)\.?(?:\s+(?i:nos?|numbers?|ref))?\.?\s+)?"
_END = re.compile(
    rf"(?P<open>[(\[])\s*{_MINUTE}(?P<codes>{_CODES})\s*[)\]]"
    rf"(?:\s*[(\[]\s*{_CODES}\s*[)\]])*\s*\.?$"
)
_RUN_IN = re.compile(
    r"(?P<title>[A-Z\d“\"'‘][^.;\n]{2,150}?)\s*(?P<open>[(\[])(?P<codes>[A-Z]{1,4}[-./ ]?\d{1,4}[a-z]?)[)\]]"
    r"\s*(?:[–—-]\s|[:.]\s+(?=[A-Z]))"
)
"""A heading with its code at the head of its own paragraph: "Report Cards (H-6) – Approval of…"."""
_ENDS = (")", "]", ".")
_FIRST = re.compile(_CODE)
_PARTS = re.compile(r"(?P<letters>[A-Z]{0,4})[-./ ]?(?P<numbers>[\d./-]*)(?P<suffix>[a-z]?)")
_LONGEST = 240
_FULL = 50
"""A line as long as this may be full, so that its heading goes on in the next."""
_FEWEST = 4
Value = tuple[str, tuple[int, ...], str]
"""What a code counts: its letters, its numbers, the small letter behind them."""


@dataclass(frozen=True, slots=True)
class _Coded:
    """A line that ends in a code: its heading from ``start`` to ``end``, text from ``body``."""

    line: int
    start: int
    end: int
    body: int
    printed: str
    value: Value
    look: tuple[str, int, bool]


def coded_headings(reading: Reading, first: int, stop: int) -> list[Heading]:
    """The headings of minutes that number them behind the title; empty where no such codes go on in order.

    A code that is printed again out of its turn, as where a consent item is taken by itself, is a heading as well.
    """
    lines = reading.lines
    ends = (at for at in range(first, stop) if lines[at].text.endswith(_ENDS))
    found = [one for at in ends if (one := _coded(reading, at, first)) is not None]
    if len(found) < _FEWEST:
        return []
    best = Counter(one.look for one in found).most_common(1)[0][0]
    found = [one for one in found if one.look == best]
    good = sum(_goes_on(one.value, two.value) for one, two in pairwise(found))
    if len(found) < _FEWEST or good < 0.6 * (len(found) - 1) or len({one.value for one in found}) < 0.7 * len(found):
        return []
    inside = _running_in(reading, first, stop, {one.value[0] for one in found}, best[0])
    whole = [Heading(one.start, one.body, (one.start, one.end), one.printed) for one in found]
    return sorted([*whole, *inside], key=lambda one: one.start)


def _running_in(reading: Reading, first: int, stop: int, letters: set[str], mark: str) -> list[Heading]:
    """Headings of the same minutes that run into their text, where consent items are taken by themselves."""
    found = []
    for line in reading.lines[first:stop]:
        match = _RUN_IN.match(line.text) if line.gap else None
        if match is None or match["open"] != mark or (value := _value(match["codes"])) is None:
            continue
        if value[0] in letters and title_case(match["title"]) >= 0.6:
            title = (line.start, line.start + match.end("title"))
            found.append(Heading(line.start, line.start + match.end(), title, match["codes"]))
    return found


def _coded(reading: Reading, at: int, first: int) -> _Coded | None:
    line = reading.lines[at]
    text = line.text
    if len(text) > _LONGEST or not text.rstrip(".").rstrip().endswith(_ENDS):
        return None
    match = _END.search(text)
    if match is None or (value := _value(match["codes"])) is None:
        return None
    start = line.start + text.rfind("\t", 0, match.start()) + 1
    if not line.gap and at > first and (above := reading.lines[at - 1]).gap and _begins(above.text, text):
        start = above.start
    words = reading.mapped.text[start : line.start + match.start()].rstrip(" \n:–—-")
    if not _could_head(words, line.gap or start < line.start):
        return None
    look = (match["open"], line.level, line.bold >= len(text))
    return _Coded(at, start, start + len(words), line.end, " ".join(match["codes"].split()), value, look)


def _begins(above: str, text: str) -> bool:
    """Whether a line is the first of a heading that goes on in the next."""
    whole = len(above) + len(text) < _LONGEST and above[-1:] not in ".:;" and not _END.search(above)
    return whole and (len(above) > _FULL or _END.match(text) is not None or text[:1].islower())


def _could_head(words: str, apart: bool) -> bool:
    """Whether the words before a code can be a title: no sentence, and set apart or in the case of titles."""
    if len(words) < 2 or not (words[0].isupper() or words[0].isdigit() or words[0] in "“\"'‘"):
        return False
    if is_side(words):
        return False
    titled = title_case(words) >= 0.6
    return titled or (apart and not is_sentence(words + "."))


def _value(codes: str) -> Value | None:
    first = _FIRST.match(codes)
    parts = _PARTS.fullmatch(first[0]) if first else None
    if parts is None:
        return None
    numbers = tuple(int(number) for number in re.findall(r"\d+", parts["numbers"]))
    return parts["letters"], numbers, parts["suffix"]


def _goes_on(one: Value, two: Value) -> bool:
    """Whether the second code follows the first: one further, the next letter, or the first below a letter."""
    (before, numbers, suffix), (after, others, other) = one, two
    if before == after:
        if numbers == others:
            return other > suffix
        if not numbers:
            return others[0] <= 2
        if len(numbers) != len(others):
            return False
        steps = [b - a for a, b in zip(numbers, others, strict=True) if a != b]
        return len(steps) == 1 and 0 < steps[0] < 4
    following = len(before) == len(after) == 1 and 0 < ord(after) - ord(before) < 4
    return following and (not others or others[0] <= 2)
