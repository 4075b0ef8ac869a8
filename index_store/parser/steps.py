"""What stands over one of several motions about the same matter: "Main Motion as Amended", "Second Amendment"."""

from __future__ import annotations

import re

_STEP = re.compile(
    r"(?:(?:the )?(?:first|second|third|fourth|fifth|sixth|further|proposed|original|substantive|main|amended) )*"
    r"(?:motion|amendment|amendment to the (?:main )?(?:motion|amendment)|referral|deferral|point of order)"
    r"(?: \d{1,2})?(?: as amended| with .*| \(.*\))?\W*",
    re.IGNORECASE,
)
_AMENDMENT = re.compile(r"[\w ]*\bamendment\b", re.IGNORECASE)
_LONGEST = 80


def is_step(text: str) -> bool:
    """Whether a line says which of several motions follows."""
    return len(text) <= _LONGEST and _STEP.fullmatch(text) is not None


def is_amendment(text: str) -> bool:
    """Whether such a line is that of an amendment."""
    return _AMENDMENT.match(text) is not None
