"""Minutes whose own number stands behind the title, and that of the agenda before it: "3. Allotments: 068/23 …"."""

from __future__ import annotations

import re
from typing import NamedTuple

from index_store.parser.labels import Label, read_labels
from index_store.reading import Reading

_CODED = re.compile(
    r"(?P<agenda>\d{1,2})[.)]\s+(?P<title>[A-Z][^:\n]{2,90}?)\s*[:–-]\s*(?P<code>\d{1,4}/\d{2,4})(?![/\d])\s*[:.–-]?\s*"
)
_FEWEST = 3


class CodedTitle(NamedTuple):
    """The label of a line's minute, where its title and its body stand in the line, and the number on the agenda."""

    label: Label
    title: tuple[int, int]
    body: int
    agenda_item: str


def coded_titles(reading: Reading, first: int, stop: int) -> dict[int, CodedTitle]:
    """Such lines from ``first`` up to ``stop``, where there are three or more; else none."""
    found = dict[int, CodedTitle]()
    for at in range(first, stop):
        text = reading.lines[at].text
        match = _CODED.match(text) if text[0].isdigit() and "/" in text else None
        labels = read_labels(f"{match['code']} X") if match else ()
        if match and labels:
            found[at] = CodedTitle(labels[0], match.span("title"), match.end(), match["agenda"])
    counts = [one.label.value[0] for one in found.values()]
    rising = all(one < two for one, two in zip(counts, counts[1:], strict=False))
    return found if len(found) >= _FEWEST and rising else {}
