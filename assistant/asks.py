"""Two things asked in one breath: "how many episodes will there be, and how many are in the crew?"."""

from __future__ import annotations

import re

_ASKING = r"(?:how|whats|what|who|whose|when|where|which|why)\b"
_NEXT = re.compile(
    rf"(?:[,;?:.]|\s[-–]|\band\b)\s*(?:and |then |but )*"
    rf"(?=(?:(?:for|at|by|on|in|to|from|with|under|until|till|since|about|of) )?{_ASKING}"
    r"|(?<=and )(?:did|was|were|is|are|has|have|does|do|will)\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    rf"\b{_ASKING}|^\W*(?:did|was|were|is|are|has|have|does|do|will|can|could|any|number|cost|size|names?|list|result)\b",
    re.IGNORECASE,
)
_FEWEST = 3


def asked_next(text: str) -> tuple[str, str] | None:
    """The first thing that ``text`` asks, and what it asks besides; None where it asks one thing only."""
    for match in _NEXT.finditer(text):
        first, second = text[: match.start()].strip(), text[match.end() :].strip()
        if len(first.split()) >= _FEWEST and _ASKS.search(first) and second:
            return first, second
    return None
