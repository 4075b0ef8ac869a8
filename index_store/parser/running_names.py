"""The council whose name runs along the pages of its minutes, where their head says no more than "Council"."""

from __future__ import annotations

import re
from collections import Counter

_BESIDE = re.compile(
    r"^[ \t]*(?P<name>(?:(?!The )[A-Z][\w’'&-]+ ){1,5}(?:Council|COUNCIL))(?:[ \t]{2,}|\t|[ \t]*[|–-][ \t]*)"
    r"(?:[^\n]*[^\w\n])?(?i:page)[ \t]+\d{1,4}\b[^\n]{0,20}$",
    re.MULTILINE,
)
_BARE = re.compile(r"(?:(?:full|ordinary|special|extraordinary|annual|city|town|shire|parish) )*council", re.IGNORECASE)
_PAGES = 2


def running_name(body: str, text: str) -> str:
    """``body``, or where it is no name the council that stands beside the numbers of two pages of ``text``."""
    if not _BARE.fullmatch(body):
        return body
    named = Counter(" ".join(found["name"].split()) for found in _BESIDE.finditer(text))
    whole = [name for name, pages in named.items() if pages >= _PAGES and not _BARE.fullmatch(name)]
    return whole[0] if len(whole) == 1 else body
