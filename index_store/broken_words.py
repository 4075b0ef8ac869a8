"""Words and names that go on behind the hyphen at the end of a printed line."""

from __future__ import annotations

import re

_HALF_NAME = re.compile(r"(?:^|[\s(])[A-Z][a-z’']{2,}[-‐]$")


def is_broken(one: str, two: str) -> bool:
    """Whether a word, or a name of two parts ("Mr Crow-" over "Brown"), seems to go on from one line to the next."""
    if one[-1] not in "-‐":
        return False
    if two[0].islower():
        return one[-2:-1].isalpha()
    return len(one) > 40 and two[0].isupper() and _HALF_NAME.search(one[-24:]) is not None
