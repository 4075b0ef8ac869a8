"""Titles whose last words stand in the next line, which nothing but the words tells: no bold, no level, no capitals."""

from __future__ import annotations

import re

from index_store.parser.people import read_entry
from index_store.parser.wording import is_capitals, is_sentence, is_usual, title_case
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
