"""The proceedings of city councils: headings in bold, reports by their number, motions that count through the meeting.

A report that has a number is the minute, whatever motions stand under it; a motion under any other heading is a
minute of its own, with its number and the title of that heading. Reports that are only announced, to be taken later
("The following items were extracted:"), are minutes where they were dealt with.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from index_store.parser.cues import cued
from index_store.parser.headings import Heading
from index_store.parser.particulars import is_day, tells_of_meeting
from index_store.parser.steps import is_step
from index_store.parser.wording import is_heading, is_people, is_usual, title_case
from index_store.reading import Reading
from index_store.seams import LEADS_ON

_MOVED = re.compile(
    r"\W*(?:(?:motion|resolution)\s*(?:no\.?\s*|#\s*)?)?(?P<number>\d{1,4}[A-Z]?)\s*[.):]?\s+(?:it was )?moved by\b",
    re.IGNORECASE,
)
_CUES = ("oved by", "OVED BY", "oved By")
"""Cheap to look for: without one of these nobody moved anything so."""
_ENDED = re.compile(
    r"(?:^|[\s.;)])(?:motion )?(?:CARRIED|DEFEATED|LOST|Carried|Defeated|Lost)(?: unanimously| UNANIMOUSLY)?\W*$"
)
_REPORT = re.compile(
    r"(?:(?:Staff )?Report (?:No\.? |# ?)?)?(?P<number>(?:[A-Z]{1,6}(?:\.[A-Z]{2,6})?[.-]\s?|[A-Z]{2,6} ?)\d{2,4}[.-]"
    r"\s?\d{1,4})(?:\s*[:–-])?\s+(?=[A-Z\d“\"‘'])"
)
"""A report's number before its title: "CON-2014.34", "C.2014. 14", "Report PW14-27"."""
_CLAUSE = re.compile(
    r"(?:\(?\d{1,3}[.)]|\d{1,3}(?:\.\d{1,3})+|\(?[a-z]\)|[ivx]+\))(?=\s|$)|(?i:that|and that|whereas|and whereas|be it|"
    r"therefore|now therefore|resolved|moved|seconded|carried|defeated|voting)\b"
)
_NUMBERED = re.compile(r"(?:item\s*)?(?:\d{1,3}|[A-Z]|[IVX]{1,5})[.)]?\s+[A-Z]", re.IGNORECASE)
_ANNOUNCED = re.compile(r"\b(?:extracted|withdrawn|pulled|removed|held)\b[^.]*:$", re.IGNORECASE)
_TIMED = re.compile(r"\s*\([^()]{0,12}[ap]\.?m\.?\)$")
_LONGEST, _FEWEST, _FEWEST_HEADS = 260, 2, 3
_DEEPER, _ALIKE = 3, 20
_TOP = 12


class _Head(NamedTuple):
    """A heading that fills the lines from ``line`` up to ``stop``; ``number`` is that of a report."""

    line: int
    stop: int
    title: tuple[int, int]
    number: str | None


def proceedings(reading: Reading, first: int, stop: int) -> list[Heading]:
    """The headings of such minutes; empty for any others."""
    lines = reading.lines
    if not cued(reading.mapped.text[lines[first].start : lines[stop - 1].end], _CUES):
        return []
    moved = [at for at in range(first, stop) if _MOVED.match(lines[at].text)]
    if len(moved) < _FEWEST:
        return []
    ended = [at for at in range(first, stop) if _ENDED.search(lines[at].text)]
    found = _heads(reading, _behind_attendance(reading, first, stop), stop, moved, ended)
    bare = sum(one.number is None and _NUMBERED.match(lines[one.line].text) is not None for one in found)
    if len(found) < _FEWEST_HEADS or 2 * bare > len(found) or not any(_inside(found, at, stop) for at in moved):
        return []
    found = _dealt_with(reading, found)
    headings = list[Heading]()
    top: int | None = None
    title: tuple[int, int] | None = None
    for one, after in zip(found, [*found[1:], None], strict=True):
        top = one.line if top is None else top
        title = one.title if one.number is None else title
        if after is not None and after.line == one.stop and one.number is None and not _is_timed(lines[one.line].text):
            continue
        limit = after.line if after else stop
        headings += _section(reading, one, top, title, [at for at in moved if one.line < at < limit], ended)
        top = None
    return headings


def _section(
    reading: Reading, head: _Head, top: int, title: tuple[int, int] | None, moved: Sequence[int], ended: Sequence[int]
) -> Iterator[Heading]:
    """The minutes under one heading, which begins in line ``top``: the report, or each of the motions."""
    lines = reading.lines
    numbers = [_number(lines[at].text) for at in moved]
    opened = moved[0] if moved else None
    closed = next((at for at in ended if at > head.line), None)
    adopted = head.number is not None and opened is not None and closed is not None and closed < opened
    number = head.number or (numbers[0] if numbers else None)
    yield Heading(lines[top].start, lines[head.stop - 1].end, head.title, number)
    if head.number is not None and not adopted:
        return
    for (before, at), printed in zip(pairwise([head.line, *moved]), numbers, strict=True):
        if before == head.line and not adopted:
            continue
        start = lines[_first_line(reading, max(before, head.stop - 1), at, ended)].start
        yield Heading(start, start, title, printed)


def _first_line(reading: Reading, before: int, at: int, ended: Sequence[int]) -> int:
    """The first line of a motion moved in line ``at``: behind the outcome of the one before, or the word over it."""
    behind = bisect_right(ended, at) - 1
    if behind >= 0 and ended[behind] > before:
        return ended[behind] + 1
    return at - 1 if is_step(reading.lines[at - 1].text) else at


def _number(text: str) -> str:
    found = _MOVED.match(text)
    return found["number"] if found else ""


def _inside(found: Sequence[_Head], at: int, stop: int) -> bool:
    """Whether line ``at`` stands right below one of the headings."""
    return any(one.stop <= at < min(one.stop + 2, stop) for one in found)


def _behind_attendance(reading: Reading, first: int, stop: int) -> int:
    """The first line that may be a heading of business."""
    for at in range(first, min(first + _TOP, stop)):
        if _is_set_apart(reading, at) and is_people(reading.lines[at].text):
            return at + 1
    return first


def _heads(reading: Reading, first: int, stop: int, moved: Sequence[int], ended: Sequence[int]) -> list[_Head]:
    """The headings of reports and of other business, with the lines that each goes on in."""
    found: list[_Head] = []
    for at in range(first, stop):
        if found and found[-1].stop == at and _goes_on(reading, found[-1], at):
            last = found[-1]
            found[-1] = last._replace(stop=at + 1, title=(last.title[0], reading.lines[at].end))
        elif _is_set_apart(reading, at) and (one := _head(reading, at, moved, ended)) is not None:
            found.append(one)
    return found


def _head(reading: Reading, at: int, moved: Sequence[int], ended: Sequence[int]) -> _Head | None:
    line = reading.lines[at]
    text = line.text
    if report := _REPORT.match(text):
        return _Head(at, at + 1, (line.start + report.end(), line.end), report["number"])
    if is_step(text) or _CLAUSE.match(text) or "\t" in text or len(text) > _LONGEST or not text[0].isalnum():
        return None
    if text[0].islower() or is_people(text) or is_day(text) or (tells_of_meeting(text) and not is_usual(text)):
        return None
    if _is_open(at, moved, ended):
        return None
    return _Head(at, at + 1, (line.start, line.start + len(text.rstrip(" :.–-"))), None)


def _is_open(at: int, moved: Sequence[int], ended: Sequence[int]) -> bool:
    """Whether line ``at`` stands between a motion and its outcome, so that it is a part of what is moved."""
    opened, closed = bisect_right(moved, at), bisect_right(ended, at)
    before = opened and (not closed or ended[closed - 1] < moved[opened - 1])
    return bool(before) and closed < len(ended) and (opened == len(moved) or ended[closed] < moved[opened])


def _is_set_apart(reading: Reading, at: int) -> bool:
    """Whether a line is printed as headings are: in bold throughout, or in a file without bold type apart."""
    line = reading.lines[at]
    if reading.told or line.bold:
        return line.bold >= len(_TIMED.sub("", line.text))
    if not (line.gap or _REPORT.match(line.text)) or not is_heading(line.text) or _has_bold(reading):
        return False
    return title_case(_TIMED.sub("", line.text)) >= 0.6


def _has_bold(reading: Reading) -> bool:
    return any(line.bold >= len(line.text) for line in reading.lines[: 2 * _TOP])


def _goes_on(reading: Reading, head: _Head, at: int) -> bool:
    """Whether a heading goes on in the next line: set in deeper, or behind words that lead on."""
    line, above = reading.lines[at], reading.lines[at - 1]
    if line.gap or _REPORT.match(line.text) or is_step(line.text):
        return False
    deeper = line.indent > reading.lines[head.line].indent + _DEEPER
    if not _is_set_apart(reading, at):
        bold = reading.told or line.bold or _has_bold(reading)
        return not bold and deeper and head.number is not None and is_heading(line.text)
    return deeper or above.text[-1] in "-–—," or LEADS_ON.search(above.text[-24:]) is not None


def _is_timed(text: str) -> bool:
    return _TIMED.search(text) is not None


def _dealt_with(reading: Reading, found: Sequence[_Head]) -> list[_Head]:
    """The headings without those of reports that are only announced: nothing stands below, and they come again."""
    lines = reading.lines
    starts = {one.line for one in found}
    empty = {one.line for one in found if one.number and (one.stop in starts or one.stop >= len(lines))}
    told = {key for one in found if one.number and one.line not in empty for key in _keys(reading, one)}
    kept: list[_Head] = []
    listed_to = -1
    for one in found:
        if one.line not in empty:
            kept.append(one)
            continue
        listed = one.line == listed_to or _ANNOUNCED.search(lines[one.line - 1].text) is not None
        listed_to = one.stop if listed else -1
        if not listed and told.isdisjoint(_keys(reading, one)):
            kept.append(one)
    return kept


def _keys(reading: Reading, one: _Head) -> tuple[str, str]:
    """What tells that two headings are of the same report, though one of them be misprinted."""
    title = " ".join(reading.mapped.text[slice(*one.title)].lower().split())
    number = "".join((one.number or "").split())
    return number, f"{number.rstrip('0123456789.-')} {title[:_ALIKE]}"
