"""Lists of all members under no heading, where a mark that is explained below tells who did not come: "*absent"."""

from __future__ import annotations

import re

from index_store.parser.attendance_rows import headed
from index_store.parser.grid import rows_of
from index_store.parser.legends import ALONE, MARKS
from index_store.parser.parts import Part
from index_store.parser.people import read_entry

_LETTER = re.compile(
    r"^[ \t]*(?P<letter>[a-z])[ \t]*=[ \t]*(?:remote|virtual|online|attend|by video|via )", re.MULTILINE | re.IGNORECASE
)
"""A letter before a name that tells how somebody came: "r = Remote Attendance"."""
_FEWEST = 3


def marked_roll(text: str) -> list[Part]:
    """Those named in the lines right above the explanation of a mark, as present; empty where too few are."""
    legend = ALONE.search(text) if "resent" in text or "bsent" in text else None
    if legend is None:
        return []
    for letter in _LETTER.finditer(text):
        text = re.sub(rf"(?<![^\s*]){letter['letter']}(?= [A-Z])", " ", text)
    begin, named = legend.start(), 0
    for row in reversed(rows_of(text[:begin])):
        words = [text[cell.start : cell.end].strip(f" {MARKS}") for cell in row]
        if not all(" " in one and read_entry(one) for one in words if one):
            break
        begin, named = row[0].start, named + len([one for one in words if one])
    return headed(" " * begin + text[begin : legend.start()], Part("present", None)) if named >= _FEWEST else []
