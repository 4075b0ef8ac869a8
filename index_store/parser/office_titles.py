"""Titles that name the directorate whose business it is, over a line that says which business: one title of two lines.

Irish councils set "Physical Development Directorate" over "Draft Parking Bye-Laws": the first line alone heads a third
of the minutes of a meeting.
"""

from __future__ import annotations

import re

from index_store.parser.labels import read_labels
from index_store.parser.wording import has_verb, is_heading, is_people
from index_store.reading import Reading
from index_store.seams import LEADS_ON, starts_list

_OFFICE = re.compile(r"(?:(?:[A-Z][\w’'/-]*,?|&|and|of|for) ){1,8}Directorate$")
_TASK = re.compile(
    r"To (?:receive|consider|note|approve|adopt|discuss|agree|review|hear|examine|seek|elect|appoint|nominate|report|"
    r"make|declare|set|update|provide|ratify|confirm)\b(?:[^.;]|\.(?=$|\w)|(?<=\bCo)\.|(?<=\bNo)\.|(?<=\bSt)\.)*$"
)
_OTHER = re.compile(
    r"(?:circulated|noted?|none|nil|agreed|approved|deferred|resolved|recommended|proposed by|seconded by|moved by|"
    r"reply|report of|on the proposal|members|councillors?|cllr)\b",
    re.IGNORECASE,
)
"""How the text of a minute opens below the name of a directorate."""
_LONGEST, _ENDS, _LINES = 340, 180, 3


def with_matter(reading: Reading, start: int, end: int, after: int, stop: int) -> tuple[int, int]:
    """Where a title from ``start`` to ``end`` really ends, and the line behind it: its next line is ``after``."""
    title = reading.mapped.text[start:end].strip(" \t\n:–—-.")
    if after >= stop or not title.endswith("Directorate") or not _OFFICE.fullmatch(title):
        return end, after
    text = reading.lines[after].text
    if read_labels(text) or starts_list(text) or _OTHER.match(text) or is_people(text):
        return end, after
    if not _TASK.match(text):
        whole = is_heading(text) and not text.endswith((".", ":")) and not has_verb(text)
        return (reading.lines[after].end, after + 1) if whole else (end, after)
    last = after
    while last + 1 < min(stop, after + _LINES) and _wraps(reading, after, last):
        last += 1
    line = reading.lines[last]
    return (line.end, last + 1) if line.end - reading.lines[after].start <= _LONGEST else (end, after)


def _wraps(reading: Reading, first: int, at: int) -> bool:
    """Whether a task that begins in line ``first`` goes on behind line ``at``: "To note the report of the" below."""
    so_far, text = reading.lines[at].text, reading.lines[at + 1].text
    if so_far.endswith((".", ":")) or starts_list(text):
        return False
    if text[0].islower() or LEADS_ON.search(so_far[-24:]):
        return True
    if len(text) > _ENDS:
        return False
    whole = reading.mapped.text[reading.lines[first].start : reading.lines[at + 1].end].replace("\n", " ")
    below = reading.lines[at + 2].text if at + 2 < len(reading.lines) else ""
    ends = text.endswith(".") or _OTHER.match(below) is not None
    return ends and not _OTHER.match(text) and not has_verb(text) and _TASK.match(whole) is not None
