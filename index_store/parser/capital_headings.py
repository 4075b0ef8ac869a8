"""Whether words in capitals are a heading's or a decision's."""

from __future__ import annotations

import re

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_DECIDES = re.compile(r"\s*(?:IT WAS|RESOLVED|AGREED|MOTION|AMENDMENT|CARRIED|DEFEATED)")


def in_heading(sentence: str, match: re.Match[str]) -> bool:
    """Whether the capitals belong to a heading ("MATTERS AGREED LAST TIME") rather than to a decision."""
    words = 0
    for found in _LETTERS.finditer(sentence):
        if found[0] not in match["verb"]:
            if not found[0].isupper():
                return False
            words += 1
    return words > 2 and _DECIDES.match(sentence) is None
