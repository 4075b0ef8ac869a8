"""Where minutes begin that lead in with something else: a list of the agenda, business before the first heading."""

from __future__ import annotations

import re
from bisect import bisect_left

from index_store.parser.below_headings import moves
from index_store.parser.headed_movers import movers_heading
from index_store.parser.headings import Heading, whole_line
from index_store.parser.labels import read_labels
from index_store.parser.particulars import tells_of_meeting
from index_store.parser.titles import Title
from index_store.parser.wording import is_capitals, is_heading, is_sentence, is_usual, reports, title_case
from index_store.reading import Reading
from index_store.seams import starts_list

_DONE = re.compile(
    r"\b(?:agreed|approved|proposed|seconded|resolved|noted|reported|welcomed|discussed|unanimously|thanked|[Mm]oved)\b"
)
_AGREED = re.compile(
    r"\b(?:agreed|approved|(?<!\btheir )(?<!\bthe )(?<!\ba )(?<!\bits )proposed|seconded|resolved|unanimously|"
    r"noted(?! with)(?<!otherwise noted))\b",
    re.IGNORECASE,
)
_MOTION = re.compile(
    r"\W*(?:(?i:proposed|seconded|moved) by\b|(?i:and )?(?:Resolved|RESOLVED|Agreed|AGREED)\W*$|[“\"]That\b|"
    r"At the outset, it was\W*$)"
)
"""A line of the motion that business opens with: who moved it, what was resolved."""
_ASIDE = re.compile(r"(?:ACTION|Action|Due|DUE|Decision|Resolved|RESOLVED|Proposed|Seconded)s?\b|[a-z]")
_HEADS_LIST = re.compile(
    r"(?:members |officials |officers |staff |also )?(?:present|in attendance|attendance|officials|officers|staff)\W*$",
    re.IGNORECASE,
)
_TOP, _NEAR, _SHORT = 40, 2, 60
"""Lines at the top of minutes in which the lists of who came stand, with sentences of apologies between them."""
_AGENDA = re.compile(r"(?:draft )?agenda(?: items?)?\s*:?$", re.IGNORECASE)
_NOTES = re.compile(r"\W*(?:notes|discussion|points (?:raised|discussed)|summary)\W*", re.IGNORECASE)
_TITLE = re.compile(r"\b(?:minutes|meeting|notes|agenda|draft)\b", re.IGNORECASE)


def opening_business(reading: Reading, first: int, heading: Heading) -> Heading | None:
    """Business reported between the attendance list and the first heading, as an item without a title."""
    found = None
    at = next((at for at in range(first, len(reading.lines)) if reading.lines[at].start >= heading.start), first)
    while at > first:
        text = reading.lines[at - 1].text
        if _MOTION.match(text):
            at -= 1
            found = Heading(reading.lines[at].start, reading.lines[at].start)
            continue
        if not reports(text) or not is_sentence(text) or len(text) < 50 or starts_list(text):
            break
        if tells_of_meeting(text) and not _AGREED.search(text):
            break
        at -= 1
        if _AGREED.search(text) and "quor" not in text.lower():
            found = Heading(reading.lines[at].start, reading.lines[at].start)
    return found


def below_lists(reading: Reading, at: int, title: Title | None) -> bool:
    """Whether a heading stands right below the lists of who came, alone on its line and over a sentence."""
    lines = reading.lines
    if title is None or title.end < lines[at].end - 1 or at + 1 >= len(lines):
        return False
    told = is_sentence(lines[at + 1].text) and len(lines[at + 1].text) > _SHORT
    return told and any(_HEADS_LIST.match(line.text) for line in lines[max(0, at - _NEAR) : at])


def moved_above(reading: Reading, heading: Heading) -> bool:
    """Whether a paragraph is what was moved or resolved in the lines above it, and no business of its own."""
    at = bisect_left(reading.lines, heading.start, key=lambda line: line.start)
    return at > 0 and _MOTION.match(reading.lines[at - 1].text) is not None


def after_agenda(reading: Reading, first: int, stop: int) -> int:
    """The first line behind a list of the agenda at the head of minutes, or ``first`` where there is none."""
    opening = reading.lines[first : min(stop, first + 80)]
    if "agenda" not in reading.mapped.text[opening[0].start : opening[-1].end].lower():
        return first
    top = next((first + at for at, line in enumerate(opening) if _AGENDA.match(line.text)), None)
    while top is not None and top + 1 < stop and _AGENDA.match(reading.lines[top + 1].text):
        top += 1
    if top is None or moves(text := reading.lines[min(top + 1, stop - 1)].text) or _DONE.search(text):
        return first
    if (labels := read_labels(text)) and movers_heading(text[labels[0].end :].strip()):
        return first
    if 0 < reading.lines[top].level < reading.lines[min(top + 1, stop - 1)].level:
        return first
    if top + 1 < stop and (starts_list(reading.lines[top + 1].text) or read_labels(reading.lines[top + 1].text)):
        below = [line.text for line in reading.lines[top + 2 : min(top + 5, stop)]]
        own = next((at for at, text in enumerate(below) if read_labels(text)), len(below))
        if any(is_sentence(text) and reports(text) for text in below[:own]):
            return first
    for at in range(top + 1, stop - 1):
        line = reading.lines[at]
        text = line.text
        heads = is_heading(text) and not starts_list(text) and reports(reading.lines[at + 1].text)
        if heads or (is_sentence(text) and len(text) > 60 and not starts_list(text)):
            rest = reading.lines[stop - 1].end - line.start
            return at if rest > 300 and rest > line.start - reading.lines[top].start else first
    return first


def paragraphs(reading: Reading, first: int, stop: int) -> list[Heading]:
    """Every paragraph of running text from the first that reports business."""
    found: list[Heading] = []
    heads = (
        at for at in range(min(stop, first + _TOP) - 1, first - 1, -1) if _HEADS_LIST.match(reading.lines[at].text)
    )
    for at in range(next(heads, first - 1) + 1, stop):
        line = reading.lines[at]
        text = line.text
        begun = bool(found) or (_begins(text) and not tells_of_meeting(text))
        if (
            begun
            and (line.gap or not found)
            and (len(text) > 60 or _DONE.search(text))
            and not starts_list(text)
            and not _ASIDE.match(text)
        ):
            found.append(Heading(line.start, line.start))
    return found or _noted(reading, first, stop)


def _noted(reading: Reading, first: int, stop: int) -> list[Heading]:
    """The one heading of notes that are a list under a word for it: "Notes:"."""
    lines = reading.lines
    ats = (at for at in range(first + 1, stop - 1) if _NOTES.fullmatch(lines[at].text))
    at = next((at for at in ats if starts_list(lines[at + 1].text)), None)
    return [] if at is None else [whole_line(lines[at], lines[at].text)]


def _begins(text: str) -> bool:
    """Whether a paragraph is the first that reports business."""
    if len(text) <= 60 or text.count(",") > max(8, len(text) // 50) or ("hese minutes" in text and "confirm" in text):
        return False
    return _DONE.search(text) is not None or (reports(text) and text.endswith(".") and _TITLE.match(text) is None)


_INITIALLED = re.compile(r"(?:[A-Z]\.? ){1,3}[A-Z][a-z’'-]+")
"""Somebody by initials and surname: the end of a list, and no heading."""


def opens_business(reading: Reading, at: int, stop: int) -> bool:
    """Whether a line before the first number heads a report of business."""
    text = reading.lines[at].text
    below = reading.lines[at + 1].text if at + 1 < stop else ""
    if (
        len(text) > 60
        or tells_of_meeting(text)
        or _INITIALLED.fullmatch(text)
        or title_case(text) < 0.5
        or re.search(r"\d{4}|:", text)
        or (is_capitals(text) and not is_usual(text))
    ):
        return False
    return len(below) >= 60 and is_sentence(below) and not tells_of_meeting(below)
