"""Titles whose last words stand in the next line, which nothing but the words tells: no bold, no level, no capitals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index_store.parser.below_headings import opens_text
from index_store.parser.headings import Heading, whole_line
from index_store.parser.people import read_entry
from index_store.parser.wording import is_capitals, is_heading, is_sentence, is_usual, title_case
from index_store.reading import Reading

_DASHES = ("–", "-", "—", "&", "/")
_QUOTE = re.compile(r"(?:^|[\s(])[‘'“\"](?=\w)[^’'”\"]*$")
_CLOSED = re.compile(r"[’'”\"](?:\W|$)")
_TOLD = re.compile(
    r"\d|[,:;]|\.$|^(?:none|no|nil|noted|agreed|deferred|received|approved|carried|cllr|councillor)\b", re.I
)
"""What the text of a minute opens with, and the end of a title does not."""
_WIDE, _WORDS = 40, 3


def broken_off(reading: Reading, so_far: str, at: int) -> bool:
    """Whether the title ``so_far`` goes on in the short line ``at``: what it opened is closed there, or words lack."""
    line, low = reading.lines[at], at + 1
    text = line.text
    if low >= len(reading.lines) or line.bold or is_capitals(so_far) or not text[0].isupper():
        return False
    below = reading.lines[low]
    if not below.gap and not (len(text.split()) <= _WORDS and is_sentence(below.text)):
        return False
    if so_far.count("(") > so_far.count(")"):
        return ")" in text
    if _QUOTE.search(so_far):
        return _CLOSED.search(text) is not None
    if _TOLD.search(text) or is_usual(text) or title_case(text) < 1.0:
        return False
    if so_far.endswith(_DASHES):
        return not read_entry(text)
    wide = len(so_far) >= _WIDE and title_case(so_far) >= 0.8 and not so_far.endswith((".", ":", ")"))
    return wide and not read_entry(text)


def wrapped_lines(reading: Reading, found: Sequence[int], alike: Sequence[int]) -> list[Heading]:
    """The headings that end in the lines ``found``, each with the full line above it that is set ``alike``."""
    taken, set_alike = set(found), set(alike)
    headings = []
    for at in found:
        line, above = reading.lines[at], reading.lines[at - 1]
        heading = whole_line(line, line.text)
        wraps = at - 1 in set_alike and at - 1 not in taken and above.gap and not line.gap
        if wraps and len(above.text) >= _WIDE and heading.title and not is_usual(line.text):
            heading = heading._replace(start=above.start, title=(above.start, heading.title[1]))
        headings.append(heading)
    return headings


def wraps(reading: Reading, at: int, stop: int) -> bool:
    """Whether a full line in capitals or bold type is a heading that ends in the line below it, over its text."""
    if at + 2 >= stop:
        return False
    line, below = reading.lines[at], reading.lines[at + 1]
    alike = (
        is_capitals(line.text)
        and is_capitals(below.text)
        or min(line.bold, below.bold) > 0
        and not (line.bold < len(line.text) or below.bold < len(below.text))
    )
    full = len(line.text) >= _WIDE and line.gap and not below.gap
    return full and alike and is_heading(line.text) and not is_usual(below.text) and opens_text(reading, at + 1, stop)
