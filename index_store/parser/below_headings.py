"""How the text of a minute opens below its heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index_store.parser.colon_headings import LONGEST, PERSON
from index_store.parser.labels import read_labels
from index_store.parser.particulars import tells_of_meeting
from index_store.parser.wording import is_capitals, is_heading, is_sentence, title_case
from index_store.reading import Reading
from index_store.seams import starts_list

_SAYS = re.compile(r"[A-Z][^.:;|\t]*(?<!\bCllr)(?<!\b[A-Z])\.(?: .*[.!?])?")
_APOLOGIES = re.compile(
    r"(?:welcome(?:s| and introductions)?(?: and |, | & ))?apolog(?:ies|y)(?: for (?:absence|non[- ]attendance))?",
    re.IGNORECASE,
)
_SHORTEST = 20
_MOVES = re.compile(
    r"#\d|(?:resolution|motion)\b.{0,12}\d|(?:proposed|moved)\b(?: by)?\b|(?:at the outset,? )?it was\s*[-–:]*$|"
    r"(?:none|nil|n/a)\.?$|on the propos|(?:no\.? ?|res\.? ?)?[#a-z]{0,3}-?\d[\d./-]*\s+moved\b|"
    r"no (?:new )?(?:report|update)s?\b.{0,20}$|nothing (?:new )?to report\b.{0,30}$",
    re.IGNORECASE,
)
"""What opens a minute and is no sentence: its motion, "It was -", "None"."""


def moves(text: str) -> bool:
    """Whether a line is the motion that a minute opens with, or says that there was none."""
    return _MOVES.match(text) is not None


def opens_text(reading: Reading, at: int, stop: int) -> bool:
    """Whether running text follows line ``at``."""
    if at + 1 >= stop:
        return False
    below = reading.lines[at + 1].text
    return (
        is_sentence(below)
        or _tells(below)
        or (len(below) > 80 and title_case(below) < 0.6)
        or (starts_list(below) and len(below) > 30)
        or moves(below)
    )


def excuses(reading: Reading, at: int, stop: int) -> bool:
    """Whether "Apologies for absence" stands apart over a sentence that tells of them, or names closed by a stop."""
    line = reading.lines[at]
    apart = line.gap or line.bold >= len(line.text) or is_capitals(line.text)
    if at + 1 >= stop or not apart or not _APOLOGIES.fullmatch(line.text):
        return False
    below = reading.lines[at + 1].text
    return is_sentence(below) or below.startswith("Apologies: ") or below.endswith(".")


def _tells(text: str) -> bool:
    """Whether words say something, though with no verb that is known: several to a sentence that ends in a stop."""
    return (
        _SAYS.fullmatch(text) is not None
        and len(text) >= _SHORTEST
        and title_case(text) < 0.5
        and not (starts_list(text) or PERSON.match(text) or tells_of_meeting(text))
    )


def below_sections(reading: Reading, sections: Sequence[int], business: Sequence[int], stop: int) -> set[int]:
    """The headings below sections that have no text of their own ("OLD BUSINESS", below it "Substation Bid")."""
    found: set[int] = set()
    for at, after in zip(sections, [*sections[1:], stop], strict=True):
        if not opens_text(reading, at, stop):
            found.update(one for one in business if at < one < after and _titles_text(reading, one, stop))
    return found


def _titles_text(reading: Reading, at: int, stop: int) -> bool:
    """Whether a line is a title over running text, whatever stands above it."""
    text = reading.lines[at].text
    if len(text) > LONGEST or starts_list(text) or read_labels(text) or tells_of_meeting(text) or PERSON.match(text):
        return False
    return is_heading(text) and title_case(text) >= 0.6 and opens_text(reading, at, stop)
