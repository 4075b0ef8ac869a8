"""Where each meeting of a file begins."""

from __future__ import annotations

import re

from index_store.bold_rows import OUTCOME
from index_store.parser.closing import closes
from index_store.parser.labels import read_labels
from index_store.parser.wording import is_people, is_sentence
from index_store.reading import Reading

_HEAD = re.compile(
    r"(?:\W*(?:draft|unconfirmed|unapproved|confirmed|approved)\W+)*(?:minutes?|notes?|record|"
    r"proceedings)\b.{0,60}?\b(?:of|from|for)\b"
    r".{0,200}?\b(?:meeting|council|committee|board|cabinet|executive|group|panel|forum|agm|assembly)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:approved|agreed|confirmed(?! minutes)|signed|read\b|circulated|were|was|be|been|noted|taken|received|"
    r"accepted|adopted|proposed|correct)\b"
)
_DATE = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(?:jan|"
    r"feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
    r"\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\W*(?:members? |councillors? |those |board members )?(?:present|attendance|attendees|sederunt|in attendance)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:meeting|council|committee|board|cabinet|executive|minutes|panel|forum|group)\b", re.IGNORECASE
)
_NEAR = 25


def meeting_starts(reading: Reading) -> list[int]:
    """The line at which each meeting begins; the first is always 0."""
    starts = [0]
    seen = -1
    for at, line in enumerate(reading.lines):
        text = line.text
        present = _heads_people(text) and not closes(text)
        if at - starts[-1] > 8:
            top = None
            if _headed(reading, at, text, starts[-1]):
                top = _top(reading, at, starts[-1])
            elif present and seen >= 0:
                above = _headed_above(reading, at, starts[-1])
                # A head that holds the list just seen is that list's own, however many lines it runs over.
                top = above if above is not None and above > seen else None
            if top is not None and top - starts[-1] > 5 and len(reading.lines) - at > 4:
                starts.append(top)
                seen = -1
        if present and seen < 0:
            seen = at
    return starts


def _heads_people(text: str) -> bool:
    """Whether a line that begins with a letter heads a list of people."""
    return text[:1].isalpha() and (_PRESENT.match(text) is not None or (text[:1].isupper() and is_people(text)))


def _headed(reading: Reading, at: int, text: str, begun: int) -> bool:
    """Whether a line is the heading of another meeting: minutes of a meeting, followed by who was present."""
    if len(text) > 260 or not _HEAD.match(text) or _REPORTED.search(text) or read_labels(text):
        return False
    below = range(at + 1, min(at + _NEAR, len(reading.lines)))
    for after in below:
        words = reading.lines[after].text
        if len(words) < 400 and _PRESENT.match(words):
            return _DATE.search(reading.mapped.text, reading.lines[at].start, reading.lines[after].start) is not None
        labels = read_labels(words)
        if labels and labels[0].family in ("N", "item"):
            return labels[0].value[0] == 1 and _counted(reading, begun, at) >= 3
    return False


def _counted(reading: Reading, first: int, stop: int) -> int:
    """The highest plain number at the start of a line so far."""
    highest = 0
    for line in reading.lines[first:stop]:
        for label in read_labels(line.text):
            if label.family in ("N", "item") and not label.bullet:
                highest = max(highest, min(label.value[0], 99))
    return highest


def _headed_above(reading: Reading, at: int, begun: int) -> int | None:
    """The first line of a title block right above a second attendance list, where there is one."""
    top = _top(reading, at, begun)
    block = reading.mapped.text[reading.lines[top].start : reading.lines[at].start]
    dated = _DATE.search(block) is not None and at - top >= 2
    return top if dated and _BODY.search(block) and re.search(r"\d{4}|[./-]\d\d\b", block) else None


def _top(reading: Reading, at: int, begun: int) -> int:
    top = at
    while top - 1 > begun and at - top < 10:
        text = reading.lines[top - 1].text
        held = _HEAD.match(text) is not None
        if not held and (
            len(text) > 120
            or is_sentence(text)
            or read_labels(text)
            or OUTCOME.match(text)
            or closes(text)
            and not _DATE.search(text)
            or is_people(text)
        ):
            break
        top -= 1
    return top
