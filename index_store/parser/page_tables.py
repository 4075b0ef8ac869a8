"""Minutes in the table of a meeting system's page, each in one row: "Apologies To receive… Minutes: There were "
"none. |"."""

from __future__ import annotations

import re

from index_store.parser.cues import cued
from index_store.parser.headings import Heading
from index_store.parser.labels import read_labels
from index_store.reading import Line, Reading

_HEAD = re.compile(r"\W*No\.?\s*\|\s*Item\b[\s|]*$")
_TOLD = re.compile(r"\b(?:Minutes|Decision):")
_PURPOSE = re.compile(
    r"\s*(?:\bpdf icon )?\bPDF \d+(?:\.\d+)? [KM]B\b|(?:^|\s+)(?=(?:Additional documents|Supporting documents|"
    r"Minutes|Decision):)|"
    r"\s+(?=To (?:[a-z]+|\(?[ai]\)) |In accordance with |(?:Members|The (?:Committee|Board|Panel|Council|Cabinet)) "
    r"(?:are|is|will be|with) |Report of |Discussion of |Any Member)"
)
_ROW = re.compile(r"[A-Z][^|:]{3,300}? (?:Minutes|Decision): [A-Z]")
_MARKS = (" Minutes: ", " Decision: ")
"""Cheap to look for: without one of these there is no such row."""
_LONGEST = 220
_FEWEST = 3


def table_headings(reading: Reading, first: int, stop: int) -> list[Heading]:
    """A heading for each row that tells what was minuted; none where the page has no such table."""
    opening = reading.lines[first : min(stop, first + 60)]
    head = next((first + at for at, line in enumerate(opening) if "|" in line.text and _HEAD.match(line.text)), None)
    if head is None:
        return _lines_headed(reading, first, stop)
    found = []
    top = head + 1
    for at in range(top, stop):
        if not reading.lines[at].text.endswith("|") and at + 1 < stop:
            continue
        if any(_TOLD.search(line.text) for line in reading.lines[top : at + 1]):
            found.append(_heading(reading, top))
        top = at + 1
    return found if len(found) >= _FEWEST else []


def _lines_headed(reading: Reading, first: int, stop: int) -> list[Heading]:
    """The same where the table is lost and each row is a line: "Apologies Minutes: There were none."."""
    lines = reading.lines
    if not cued(reading.mapped.text[lines[first].start : lines[stop - 1].end], _MARKS):
        return []
    told = [at for at in range(first, stop) if _ROW.match(lines[at].text)]
    own = [at for at in told if not read_labels(reading.lines[at].text)]
    if len(own) < _FEWEST or own != told:
        return []
    return [_before(_heading(reading, at), reading.lines[at]) for at in own]


def _before(heading: Heading, line: Line) -> Heading:
    """``heading`` with the text behind "Minutes:" as its body."""
    told = _TOLD.search(line.text)
    return heading._replace(body=max(heading.body, line.start + told.end())) if told else heading


def _heading(reading: Reading, at: int) -> Heading:
    line = reading.lines[at]
    lead = len(line.text) - len(line.text.lstrip(" |"))
    cut = _PURPOSE.search(line.text, lead)
    end = cut.start() if cut else len(line.text.rstrip(" |"))
    if end <= lead or end - lead > _LONGEST:
        return Heading(line.start, line.start)
    return Heading(line.start, line.start + end, (line.start + lead, line.start + end))
