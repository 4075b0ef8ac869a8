"""Minutes on a meeting system's page: each number alone on its line, its title below it, then "Minutes:"."""

from __future__ import annotations

import re

from index_store.parser.labels import Label, read_labels
from index_store.parser.titles import Title
from index_store.reading import Reading

PAGE = "No."
"""The mark of numbers that stand so."""
_HEAD = re.compile(r"(?:Note )?No\.? Item")
_NUMBER = re.compile(r"(?:\* ?)?(?P<number>\d{1,4}[a-zA-Z]?)\.?")
_OTHERS = re.compile(r"(?:Minutes|Decisions?|Additional documents|Supporting documents|Media|• Share this item)\b:?")
_TOLD = re.compile(r"(?:Minutes|Decisions?):?")
_OPENING, _LONGEST, _SKIPPED = 60, 300, 3


def page_titles(reading: Reading, first: int, stop: int) -> dict[int, tuple[Label, Title]]:
    """The number in each line that holds one alone, with its title; empty for any other text.

    Numbers count up; one with a letter stands under its own ("4a"), and a figure out of the count is of the text.
    """
    lines = reading.lines
    head = next((at for at in range(first, min(stop, first + _OPENING)) if _HEAD.fullmatch(lines[at].text)), None)
    if head is None or not any(_TOLD.fullmatch(lines[at].text) for at in range(head, stop)):
        return {}
    found: dict[int, tuple[Label, Title]] = {}
    last: int | None = None
    for at in range(head + 1, stop - 1):
        number = _NUMBER.fullmatch(lines[at].text) if len(lines[at].text) < 9 else None
        labels = read_labels(f"{number['number']}.") if number else ()
        if not labels or _NUMBER.fullmatch(lines[at + 1].text) or _OTHERS.fullmatch(lines[at + 1].text):
            continue
        value = labels[0].value[0]
        counted = last is None or last < value <= last + _SKIPPED or (value == last and labels[0].suffix != "")
        if counted and len(lines[at + 1].text) <= _LONGEST:
            title = lines[at + 1]
            size = len(title.text.rstrip(" :.–-"))
            end = len(lines[at].text)
            found[at] = (labels[0]._replace(end=end), Title(title.start, title.start + size, title.end))
            last = value
    return found
