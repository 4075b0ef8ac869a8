"""Headings over motions that begin with their number and who moved them, and so have no title behind the number."""

from __future__ import annotations

from collections.abc import Sequence

from index_store.parser.candidates import Candidate
from index_store.parser.headed_movers import movers_heading
from index_store.parser.headings import Numbered
from index_store.parser.wording import is_capitals, is_heading
from index_store.reading import Reading

_MOVERS = 120
"""Longer than the names of two movers."""


def mostly_moved(reading: Reading, chain: Sequence[Candidate]) -> bool:
    """Whether most numbers are of motions that their movers head, so that their titles stand over them."""
    text = reading.mapped.text
    starts = (one.title.start for one in chain if one.title)
    return 2 * sum(movers_heading(text[start : start + _MOVERS]) is not None for start in starts) > len(chain)


def heads_motion(reading: Reading, numbered: Numbered, at: int) -> bool:
    """Whether a line in bold type or capitals stands alone over a motion that has its number and no title."""
    line, below = reading.lines[at], reading.lines[at + 1]
    text = line.text
    if not line.gap or not numbered.holds(below.start) or numbered.holds(line.start) or not is_heading(text):
        return False
    return is_capitals(text) or line.bold >= len(text)


def codes_title(reading: Reading, numbered: Numbered, at: int) -> bool:
    """Whether a line says the title right above it again with a number, the code of what was moved under it."""
    above, text = reading.lines[at - 1], reading.lines[at].text
    if at == 0 or not text[-1].isdigit() or not numbered.holds(above.start):
        return False
    return above.text.casefold().endswith(text.rpartition(" ")[0].casefold())
