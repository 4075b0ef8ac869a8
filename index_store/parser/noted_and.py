"""What is decided in the same breath as something is noted: "NOTED the reports and APPROVED the terms of reference"."""

from __future__ import annotations

import re

_TAKEN = re.compile(
    r"\b(?:and|but) (?:also |then |further |unanimously |formally )?"
    r"(?P<verb>(?i:agreed|approved|adopted|endorsed|ratified|resolved|deferred|rejected))\b"
    r"(?= (?:that|the|to|its|their|a|an|this|these|those|it|both|all)\b)"
)
_OF_OTHERS = re.compile(
    r"\b(?:that|which|who|whom|where|what|how|when|was|were|is|are|be|been|being|had|has|have|would|will)\b",
    re.IGNORECASE,
)
"""What between the two tells that not those who noted it decided it: "noted that the plan had been… and approved"."""


def taken_too(text: str, noted: int, end: int) -> re.Match[str] | None:
    """The verb of what those who noted something decided besides, in the sentence that ends at ``end``.

    ``noted`` is where the word "noted" ends.
    """
    found = _TAKEN.search(text, noted, end)
    return None if found is None or _OF_OTHERS.search(text, noted, found.start()) else found
