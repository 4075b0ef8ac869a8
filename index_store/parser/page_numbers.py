"""Minutes on a meeting system's page: each number alone on its line, its title below it, then "Minutes:"."""

from __future__ import annotations

import re

from index_store.models import MappedText
from index_store.parser.labels import Label
from index_store.parser.titles import Title
from index_store.reading import Reading

PAGE = "No."
"""The mark of numbers that stand so."""
_HEAD = re.compile(r"(?:Note )?No\.? Item")
_NUMBER = re.compile(r"(?:\* ?)?(?P<number>(?P<main>\d{1,4})(?:\.(?P<under>\d{1,2})|\(?(?P<letter>[a-zA-Z])\)?)?)\.?")
_COMPOUND = re.compile(r"[A-Z\d][\w-]*[/-][\w/.-]*\d\.?")
"""Numbers with their year, which are read as those of any minutes."""
_OTHERS = re.compile(r"(?:Minutes|Decisions?):|(?:Additional documents|Supporting documents|Media|• Share this item):?")
_TOLD = re.compile(r"(?:Minutes|Decisions?):")
_RECORD = re.compile(r"^\W*Minutes:\W*$", re.MULTILINE)
_OPENING, _LONGEST, _SKIPPED, _SHORT = 60, 300, 3, 16


def page_titles(reading: Reading, first: int, stop: int) -> dict[int, tuple[Label, Title]]:
    """The number in each line that holds one alone, with its title; empty for any other text.

    Numbers count up; one with a letter or a further figure stands under its own ("4a", "5.1"), the latter over a
    record of its own. A figure out of the count is of the text.
    """
    lines = reading.lines
    head = next((at for at in range(first, min(stop, first + _OPENING)) if _HEAD.fullmatch(lines[at].text)), None)
    if head is None or not any(_TOLD.fullmatch(lines[at].text) for at in range(head, stop)):
        return {}
    found: dict[int, tuple[Label, Title]] = {}
    last: int | None = None
    for at in range(head + 1, stop - 1):
        text = lines[at].text
        if len(text) > _SHORT:
            continue
        number = _NUMBER.fullmatch(text)
        if number is None and not found and _COMPOUND.fullmatch(text):
            return {}
        title = lines[at + 1]
        if number is None or _NUMBER.fullmatch(title.text) or _OTHERS.fullmatch(title.text):
            continue
        if _counts(number, last) and len(title.text) <= _LONGEST and (not number["under"] or _told(reading, at, stop)):
            size = len(title.text.rstrip(" :.–-"))
            found[at] = (_label(number, len(text)), Title(title.start, title.start + size, title.end))
            last = int(number["main"])
    return found


def _counts(number: re.Match[str], last: int | None) -> bool:
    value = int(number["main"])
    if number["under"]:
        return value == last
    return last is None or last < value <= last + _SKIPPED or (value == last and number["letter"] is not None)


def _told(reading: Reading, at: int, stop: int) -> bool:
    """Whether something is recorded under the number in line ``at``, before the next."""
    for after in range(at + 2, stop):
        text = reading.lines[after].text
        if _OTHERS.fullmatch(text):
            return True
        if len(text) <= _SHORT and _NUMBER.fullmatch(text):
            return False
    return False


def _label(number: re.Match[str], end: int) -> Label:
    value = (int(number["main"]), *([int(number["under"])] if number["under"] else ()))
    return Label(number["number"], "N.N" if number["under"] else "N", value, end, suffix=number["letter"] or "")


def minuted(body: MappedText) -> MappedText:
    """What such a page records of a minute, below what the agenda said of it and the label "Minutes:"."""
    label = _RECORD.search(body.text) if "Minutes:" in body.text else None
    return body.slice(label.end(), len(body.text)) if label else body
