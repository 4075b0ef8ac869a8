"""Words and names that go on behind the hyphen at the end of a printed line."""

from __future__ import annotations

import re

from wordfreq import zipf_frequency

_NO_WORD, _A_WORD = 1.5, 2.8
"""How frequent (Zipf) a word that nobody writes is at most, and one that people use at least."""
_HALF_NAME = re.compile(r"(?:^|[\s(])(?:[A-Z][a-z’']{2,}|[A-Z’']{3,})[-‐]$")
_COUNCIL_OF = re.compile(r"(?:^|\s)[a-z]{2,}[,;]? .*\b(?:City|County|Borough|District|Parish|Town|Shire)$")
_COUNCIL = re.compile(r"Council\b(?! Chamber)")
"""A council's name that a line breaks: "… land and Marl City and County" over "Council are in a position"."""


def name_broken(one: str, two: str) -> bool:
    """Whether the name of a council, in running text, goes on from one line to the next."""
    return bool(_COUNCIL.match(two) and _COUNCIL_OF.search(one))


def is_broken(one: str, two: str) -> bool:
    """Whether a word, or a name of two parts ("Mr Crow-" over "Brown"), seems to go on from one line to the next."""
    if one[-1] not in "-‐":
        return False
    if two[0].islower():
        return one[-2:-1].isalpha()
    return len(one) > 40 and two[0].isupper() and _HALF_NAME.search(one[-24:]) is not None


def is_compound(head: str, tail: str) -> bool:
    """Whether the hyphen between two words, in small letters, belongs to them: each is a word, and both together are
    none ("four-hour")."""
    return (
        min(len(head), len(tail)) > 2
        and zipf_frequency(head + tail, "en") < _NO_WORD
        and min(zipf_frequency(head, "en"), zipf_frequency(tail, "en")) > _A_WORD
    )
