"""Lines that stand apart over running text, as titles without a number do."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from index_store.parser.colon_headings import LONGEST
from index_store.parser.labels import read_labels
from index_store.parser.wording import has_verb, is_capitals, is_heading, is_sentence, is_usual, title_case
from index_store.reading import Line, Reading
from index_store.seams import starts_list

ATTENDING = re.compile(
    r"apologies (?:for (?:absence|non-attendance) )?(?:were |had been )?(?:received )?from "
    r"(?:the )?(?:mayor|deputy|cllrs?|councillors?|mrs?|ms|dr)\b|"
    r".{5,80}\b(?:presided|(?:was |took |occupied )(?:in )?the chair)\.?$",
    re.IGNORECASE,
)
"""What tells of those who came or did not, and is no heading."""
_STOPPED, _MARKED = 2, 3
"""So many titles that end in a full stop, or in a colon, tell that the others do."""


def heads_text(line: Line, text: str, below: str) -> bool:
    """Whether a line that ends in a colon stands apart over running text, as a title does: "Program Plan:"."""
    titled = text.endswith(":") and len(text) <= LONGEST and ":" not in text[:-1] and title_case(text) >= 0.8
    return titled and _over_text(line, below) and not has_verb(text)


def shouted(line: Line, text: str, below: str) -> bool:
    """Whether a line of words in capitals that ends in a full stop stands apart over running text."""
    return text.endswith(".") and " " in text and is_capitals(text) and line.gap and is_sentence(below)


def marked(line: Line, text: str, below: str) -> bool:
    """The same of a title in other words, where several such lines are headings: "What it Means to be a Member:"."""
    return text.endswith(":") and len(text) <= LONGEST and _over_text(line, below)


def stopped(reading: Reading, at: int) -> bool:
    """Whether a line that ends in a full stop stands apart over running text, and says nothing itself."""
    line, below = reading.lines[at], reading.lines[at + 1]
    text = line.text
    if not (text.endswith(".") and line.gap and below.gap and len(text) <= LONGEST):
        return False
    return (
        is_heading(text)
        and not (has_verb(text) or read_labels(text) or starts_list(text))
        and _over_text(line, below.text)
    )


def _over_text(line: Line, below: str) -> bool:
    return line.gap and len(below) >= 60 and is_sentence(below) and not starts_list(below)


def with_marked(reading: Reading, found: list[int], business: Sequence[int], texts: Mapping[int, str]) -> list[int]:
    """The headings ``found`` by their words, with those that end in a stop or a colon as several of them do."""
    if sum(texts[at].endswith(".") and is_usual(texts[at]) for at in found) >= _STOPPED:
        found = sorted({*found, *(at for at in business if stopped(reading, at))})
    marks = sum(texts[at].endswith(":") and not is_usual(texts[at]) for at in found)
    if marks == len(found) < _MARKED:
        return []
    if marks < _MARKED:
        return found
    lines = reading.lines
    return sorted({*found, *(at for at in business if marked(lines[at], texts[at], texts[at + 1]))})
