"""Minutes with their number in the margin of the text: below title and agenda number, "SPC/4  The Committee…"."""

from __future__ import annotations

import re
from itertools import pairwise

from index_store.parser.codes_behind_titles import CodedTitle
from index_store.parser.labels import read_labels
from index_store.parser.titles import title_above
from index_store.reading import Reading

_AGENDA = re.compile(
    r"[(\[]\s*(?:agenda\s+(?:item\s+)?(?:no|number)?|item(?:\s+no)?)[.:]?\s*(?P<agenda>\d{1,2}(?:\.\d{1,2})?[a-z]?)"
    r"\s*[)\]]\.?",
    re.IGNORECASE,
)
_FEWEST = 3


def margin_codes(reading: Reading, first: int, stop: int) -> dict[int, CodedTitle]:
    """Such minutes by the line of their number, where three or more count on from one to the next; else none.

    Where its title stands is counted from the start of that line, above it.
    """
    found = dict[int, CodedTitle]()
    for at in range(first + 1, stop):
        line, above = reading.lines[at], reading.lines[at - 1]
        agenda = _AGENDA.fullmatch(above.text) if above.text[0] in "([" else None
        labels = read_labels(line.text) if agenda else ()
        own = labels[0] if labels and labels[0].family != "(item)" and labels[0].end < len(line.text) else None
        top = title_above(reading, at - 1, first) if agenda and own else None
        if agenda and own and top is not None and len(own.printed) > 1 and own.printed[-1].isdigit():
            title = (reading.lines[top].start - line.start, reading.lines[at - 2].end - line.start)
            found[at] = CodedTitle(own, title, own.end, agenda["agenda"])
    counts = [one.label.value[0] for one in found.values()]
    on = sum(two - one in (1, 2) for one, two in pairwise(counts))
    alike = len({one.label.family for one in found.values()}) == 1
    return found if len(found) >= _FEWEST and alike and on >= len(found) - 2 else {}
