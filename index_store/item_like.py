"""Lines that recur at the edges of pages and are text all the same: labels of minutes, outcomes of votes."""

from __future__ import annotations

import re

_ITEM_LIKE = re.compile(
    r"[(]?(?:(?:agenda )?item )?#|[a-z]{1,3}#[-/.]#|[-•*o] |[(]?[a-z][.)]|resolved|agreed|action|none\b|noted|"
    r"(?:(?:the )?(?:motion|amendment|resolution|vote)s?\W+(?:was )?)?(?:not )?"
    r"(?:carried|lost|defeated|passed|failed|adopted|approved|deferred)\b|"
    r"(?:moved|seconded|proposed|for|against|opposed|ayes?|nays?|noes|abst\w+)\b"
)
_CODED = re.compile(r"[(\[][a-z]{1,4}[-./ ]?#[a-z]?[)\]]$")
"""A heading that ends in its number ("Easement (I-4)"), as the next one may but for the digit."""


def item_like(shape: str) -> bool:
    """Whether a line, in small letters and with ``#`` for each number, is worded like a part of a minute."""
    return (_ITEM_LIKE.match(shape) is not None or _CODED.search(shape) is not None) and "page" not in shape
