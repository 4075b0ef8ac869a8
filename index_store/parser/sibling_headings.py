"""Headings that no look tells apart: plain lines over lists, and names before a dash, as "Dam – No report"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index_store.parser.headings import Heading, whole_line, with_title
from index_store.parser.labels import read_labels
from index_store.parser.particulars import tells_of_meeting
from index_store.parser.wording import has_verb, is_capitals, is_heading, is_usual, title_case
from index_store.reading import Line, Reading
from index_store.seams import BULLET, starts_list

_LONGEST = 60
_FEWEST, _USUAL, _NEAR = 3, 2, 2
_DASHED = re.compile(
    r"(?P<title>[A-Z][\w&’'/-]*(?: (?:&|and|of|the|for|[A-Z][\w&’'/-]*)){0,5}) ?(?:[–—]|(?<= )-(?= )) ?(?=\S)"
)
_NOTHING = re.compile(
    r".{3,60}? ?(?:[–—]|(?<= )-(?= )) ?(?:no (?:new )?(?:report|update|change|business|news|activity)\w*|"
    r"nothing (?:new )?to report|none|nil)\W*$",
    re.IGNORECASE,
)
_TABLE = re.compile(r"\t|\d{2},\d{3}|[$£€] ?\d")
_SUM = re.compile(
    r"(?:sub-?|grand )?totals?\b[\w ]{0,20}\W*(?:[$£€] ?)?[\d,.]*\W*|"
    r"(?:[A-Z]\w+ ){1,2}[$£€]? ?(?:\d{1,3}(?:,\d{3})+|\d{4},\d\d)(?:\.\d\d)?(?: .*)?",
    re.IGNORECASE,
)
"""A row of a table of sums, or its last word."""


def is_sum(text: str) -> bool:
    """Whether a line is a row of accounts: "Total Cash $335,900"."""
    return _SUM.fullmatch(text.replace("\t", " ")) is not None


def says_nothing(text: str) -> bool:
    """Whether a line tells that a part of the business had nothing to report."""
    return _NOTHING.fullmatch(text) is not None


def over_lists(reading: Reading, business: Sequence[int], stop: int) -> list[int]:
    """Plain lines that each stand over a list, where several do and some are worded like usual headings."""
    found = [at for at in business if at + 1 < stop and _over_list(reading, at)]
    usual = sum(is_usual(reading.lines[at].text) for at in found)
    bold = all(reading.lines[at].bold >= len(reading.lines[at].text) for at in found)
    several = len(found) >= _FEWEST and usual >= (_USUAL if len(found) == _FEWEST else 1)
    return found if several or (bold and usual and len(found) > 1) else []


def _over_list(reading: Reading, at: int) -> bool:
    line, below = reading.lines[at], reading.lines[at + 1]
    text = line.text
    if len(text) > _LONGEST or ":" in text or starts_list(text) or read_labels(text) or is_sum(text):
        return False
    if not is_heading(text) or title_case(text) < 0.6 or has_verb(text) or tells_of_meeting(text):
        return False
    if BULLET.match(below.text) and below.indent > line.indent:
        return True
    apart = line.gap or reading.lines[at - 1].page != line.page
    return is_usual(text) and apart and any(map(_TABLE.search, _below(reading, at)))


def _below(reading: Reading, at: int) -> list[str]:
    return [line.text for line in reading.lines[at + 1 : at + 1 + _NEAR]]


def dashed(reading: Reading, business: Sequence[int], stop: int) -> list[Heading]:
    """Titles before a dash that run into their text, where several do and one at least had nothing to report."""
    read = [(at, _DASHED.match(reading.lines[at].text)) for at in business]
    found = [(at, match) for at, match in read if match and not starts_list(reading.lines[at].text)]
    bold = [(at, match) for at, match in found if abs(reading.lines[at].bold - match.end("title")) <= _SLIP]
    found = bold if len(bold) >= _FEWEST else [] if reading.told else found
    idle = sum(says_nothing(reading.lines[at].text) for at, _ in found)
    if len(found) < _FEWEST or not idle:
        return []
    return [_dashed(reading.lines[at], match) for at, match in found]


def _dashed(line: Line, match: re.Match[str]) -> Heading:
    """The heading before a dash: the whole line where what stands behind it is set in capitals too."""
    return whole_line(line, line.text) if is_capitals(line.text) else with_title(line, match.end("title"), match.end())


_SLIP = 2
"""Letters by which the bold part of a line may differ from its title."""


def set_apart(reading: Reading, at: int, *, plain: bool) -> bool:
    """Whether a line that is worded like a heading stands by itself, and says nothing.

    ``plain`` says that some headings are set in plain type: then one that is usual may stand right over its text.
    """
    text = reading.lines[at].text
    parted = reading.lines[at + 1].gap or (plain and is_usual(text))
    return reading.lines[at].gap and parted and not has_verb(text) and text[-1] not in "-–—"
