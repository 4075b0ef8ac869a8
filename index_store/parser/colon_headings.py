"""Headings without number that end in a colon."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index_store.parser.labels import read_labels
from index_store.parser.particulars import tells_of_meeting
from index_store.parser.run_in_titles import run_in_title
from index_store.parser.wording import has_verb, is_heading, is_usual
from index_store.reading import Line, Reading
from index_store.seams import starts_list

_DATED = re.compile(r"(?:draft )?(?:minutes|notes) (?:of|from|for) .*\d", re.IGNORECASE)
"""What heads a page of minutes and no minute: "Minutes of 3 May"."""
_BEFORE = re.compile(r"\b(?:previous|last)\b", re.IGNORECASE)
LONGEST = 60
_LINES, _PACKED = 6, 8
_LONGEST_USUAL = 100
PERSON = re.compile(
    r"(?:cllrs?|councillors?|mr|mrs|ms|miss|dr|prof(?:essor)?|alderman|lord|lady|baroness|sir|dame|rev)\b\.? "
    r"|(?:deputy )?(?:mayor|reeve|provost) [\w.’'-]+(?: [\w’'-]+)?\.$",
    re.IGNORECASE,
)
"""Somebody with a title in front; by an office alone only where no more stands in the line: "Mayor Ash."."""


def packed(reading: Reading, business: Sequence[int]) -> bool:
    """Whether hardly any line has space above it, so that a heading needs none."""
    return len(business) >= _LINES and _PACKED * sum(reading.lines[at].gap for at in business) < len(business)


def colon_headings(reading: Reading, business: Sequence[int], known: int) -> list[tuple[Line, int, int]]:
    """Headings that end in a colon, on lines of their own or before their text, with the usual ones among them.

    Each as its line, the length of its title and where its text begins in the line. ``known`` is how many usual
    headings another way has found.
    """
    found: list[tuple[Line, int, int]] = []
    own = usual = 0
    close = packed(reading, business)
    for at in business:
        line = reading.lines[at]
        text = line.text
        if not (line.gap or close) or starts_list(text) or read_labels(text):
            continue
        if tells_of_meeting(text) and not _BEFORE.search(text):
            continue
        bare = text.rstrip(" :-–")
        alone = (
            (len(bare) <= LONGEST or (len(bare) <= _LONGEST_USUAL and _BEFORE.search(bare) and is_usual(bare)))
            and ":" not in bare
            and not has_verb(bare)
            and is_heading(bare)
            and (PERSON.match(bare) is None or is_usual(bare))
        )
        if not found and _DATED.match(bare) and not _BEFORE.search(bare):
            continue
        size = None if alone else run_in_title(text, line.bold)
        if alone and (text.endswith(":") or (is_usual(bare) and " - " not in bare)):
            own += text.endswith(":")
            usual += is_usual(bare)
            found.append((line, len(bare), line.end - line.start))
        elif size and size[0] <= LONGEST and is_usual(text) and ":" in text[size[0] : size[1]]:
            usual += 1
            found.append((line, *size))
    marked = own >= 3 and usual >= 3 and usual >= 0.4 * len(found)
    least = max(5, known + 2) if own else max(6, known + 3)
    return found if marked or usual >= least else []
