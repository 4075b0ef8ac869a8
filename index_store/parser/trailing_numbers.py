"""Headings with the number of the minute behind them, not before.

In capitals with the number at the edge ("CONFIRMATION OF MINUTES    2830"), or in the margin of the text, with the
number between the two ("Minutes   19/086   GRAHAM: That…").
"""

from __future__ import annotations

import re

from index_store.parser.candidates import Candidate
from index_store.parser.labels import Label, read_labels
from index_store.parser.titles import Title
from index_store.parser.wording import is_capitals, is_heading, is_usual
from index_store.reading import Reading

_BEHIND = re.compile(r"(?P<title>\D.{3,200}?)[\t ]+(?P<number>\d{2,5})")
_BETWEEN = re.compile(r"(?P<title>[A-Z][^\t\d]{2,40})\t(?P<number>(?:\d{2,4}[/-])?(?P<count>\d{2,4}))\t(?=[A-Z])")
_FEWEST = 3


def trailing(reading: Reading, first: int, stop: int) -> list[Candidate]:
    """Lines from ``first`` up to ``stop`` whose number behind the title counts on from one to the next."""
    for read in (_behind, _between) if "\t" in reading.mapped.text else (_behind,):
        found = [one for at in range(first, stop) if (one := read(reading, at)) is not None]
        steps = sum(two.label.value[0] == one.label.value[0] + 1 for one, two in zip(found, found[1:], strict=False))
        if steps + 1 >= _FEWEST and steps >= 0.6 * (len(found) - 1):
            return found
    return []


def _behind(reading: Reading, at: int) -> Candidate | None:
    line = reading.lines[at]
    text = line.text
    if not line.gap or not text[-1:].isdigit():
        return None
    found = _BEHIND.fullmatch(text)
    if found is None or not is_capitals(found["title"]) or not is_heading(found["title"]) or read_labels(text):
        return None
    return _candidate(reading, at, found, line.end)


def _between(reading: Reading, at: int) -> Candidate | None:
    line = reading.lines[at]
    found = _BETWEEN.match(line.text) if "\t" in line.text else None
    if found is None or not is_heading(found["title"]):
        return None
    return _candidate(reading, at, found, line.start + found.end())


def _candidate(reading: Reading, at: int, found: re.Match[str], body: int) -> Candidate:
    line = reading.lines[at]
    number = found.groupdict().get("count") or found["number"]
    label = Label(found["number"], "N>", (int(number),), found.end(), "", "")
    title = Title(line.start, line.start + found.end("title"), body)
    style = ("", is_capitals(found["title"]), False, line.level)
    return Candidate(at, line.start, body, label, title, 3.0, style, line.indent, is_usual(found["title"]))
