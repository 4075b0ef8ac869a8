"""The headings without number of minutes whose points are counted anew under each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index_store.parser.colon_headings import LONGEST, PERSON
from index_store.parser.headings import Heading, with_title
from index_store.parser.labels import read_labels
from index_store.parser.list_headings import read_heading
from index_store.parser.particulars import tells_of_meeting
from index_store.parser.roles import names_role
from index_store.parser.wording import has_verb, is_sentence, is_usual, title_case
from index_store.reading import Reading
from index_store.seams import starts_list

_RUN_IN = re.compile(r"(?P<title>[A-Z][^:;\t]{2,70}?)\s*(?P<mark>::?[.–-]*|;)\s*(?=\S)")
_COLUMN = re.compile(r"\s*\t\s*Actions?(?: by)?\W*$", re.IGNORECASE)
"""The head of a column of actions, beside a heading."""
_TABLE = re.compile(r"(?:agenda )?(?:items?|topics?|subjects?)\b.*\b(?:discussions?|actions?)\W*$", re.IGNORECASE)
_BUSINESS = re.compile(
    r"\b(?:reports?|correspondence|matters|applications|planning|business|elections?|updates?|remarks|questions for .*)"
    r"\W*$",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"(?:matters? arising|minutes?)\b(?: (?:of|from) (?:the )?(?:previous|last) (?:meeting|minutes)|\W+the minutes?\b)",
    re.IGNORECASE,
)
"""What is said of the last meeting's minutes, which is business."""
_MARKS = " :;,.–-"
_NEXT = re.compile(r"(?:date of )?(?:the )?next meeting\b", re.IGNORECASE)
_DETAIL = re.compile(r"\d| ,|, ")
_WORDED, _SURE = 0.6, 0.8
_SHORT = 40
_LIKE = 0.4


def headings_over_points(reading: Reading, plain: Sequence[Heading], first: int, stop: int) -> list[Heading]:
    """The ``plain`` headings that are none of the points, and those marked like them by a colon or by bold type.

    ``plain`` are those found by the look of their lines alone: all of them where few are of usual business or end in a
    colon, or where the text tells their levels. A title may run into its text ("Police: No report").
    """
    known = {one.start for one in plain}
    lines = [line for line in reading.lines[first:stop] if line.start in known]
    likely = sum(line.text.rstrip().endswith((":", ";")) or _is_usual(_bare(line.text)) for line in lines)
    if likely < _LIKE * len(lines) or any(line.level for line in lines):
        return list(plain)
    found: list[Heading] = []
    before = -1
    for at in range(first, stop):
        line = reading.lines[at]
        one = _heading(reading, at, stop, known=line.start in known, below=before == at - 1)
        if one is not None:
            found.append(one)
            before = at if one.body >= line.end else -1
    return found


def _bare(text: str) -> str:
    return _COLUMN.sub("", text).rstrip(_MARKS)


def _heading(reading: Reading, at: int, stop: int, *, known: bool, below: bool) -> Heading | None:
    """The heading in line ``at``; ``below`` says that the line above it is one without text so far."""
    line = reading.lines[at]
    text = _COLUMN.sub("", line.text)
    if starts_list(text) or read_labels(text) or _TABLE.match(line.text):
        return None
    last = _LAST.match(text) is not None
    if not last and (read_heading(text) or tells_of_meeting(text) or PERSON.match(text)):
        return None
    if known and (after := _NEXT.match(text)):
        return with_title(line, after.end(), after.end())
    if _is_title(reading, at, text, stop, known=known, below=below):
        lead = len(text) - len(text.lstrip(" ."))
        return Heading(line.start, line.end, (line.start + lead, line.start + len(text.rstrip(_MARKS))))
    inside = _RUN_IN.match(text)
    if inside is None:
        return None
    title = inside["title"]
    if not last and (is_sentence(title) or (names_role(title) and not _BUSINESS.search(title))):
        return None
    apart = "\t" in text[inside.end("title") : inside.end()] or (line.gap and is_sentence(text[inside.end() :]))
    named = apart and title_case(title) >= _SURE and len(title) <= _SHORT
    if not (named or last or (_is_usual(title) and title_case(title) >= _WORDED)):
        return None
    return with_title(line, inside.end("title"), inside.end())


def _is_usual(title: str) -> bool:
    return is_usual(title) or _BUSINESS.search(title) is not None


def _is_title(reading: Reading, at: int, text: str, stop: int, *, known: bool, below: bool) -> bool:
    """Whether a line is a title and no more."""
    line, bare = reading.lines[at], _bare(text)
    if not 2 < len(bare) <= LONGEST or ":" in bare or "\t" in bare or has_verb(bare) or bare[0].islower():
        return False
    marked = text.rstrip().endswith((":", ";"))
    apart = marked or line.gap or line.bold >= len(line.text.rstrip()) - 1
    over_gap = at + 1 < stop and reading.lines[at + 1].gap and title_case(bare) >= _SURE
    if is_usual(bare) and (apart or over_gap):
        return True
    if title_case(bare) < _WORDED or below and not marked:
        return False
    if marked or (apart and _BUSINESS.search(bare)):
        return True
    after = read_labels(reading.lines[at + 1].text) if at + 1 < stop else ()
    return not _DETAIL.search(bare) and (known or (line.gap and any(one.value == (1,) for one in after)))
