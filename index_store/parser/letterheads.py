"""What a council's letterhead says above the heading of its minutes: the clerk's name and address are of no list."""

from __future__ import annotations

import re

from index_store.models import MappedText

_HEADING = re.compile(
    r"^\W*(?:(?:draft|unconfirmed|unapproved|approved)\W+)*(?:minutes|notes|minute)\s+of\b[^\n]*",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESS = re.compile(
    r"\b(?:tel(?:ephone)?|phone|e-?mail|mobile)\b|@|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b", re.IGNORECASE
)
_LISTS = re.compile(r"\b(?:present|attend(?:ance|ees|ing)|apologies|sederunt)\b", re.IGNORECASE)


def below_letterhead(preamble: MappedText) -> MappedText:
    """``preamble`` from the heading of the minutes on, where what stands above it is a letterhead."""
    heading = _HEADING.search(preamble.text)
    above = preamble.text[: heading.start()] if heading else ""
    if heading is None or not _ADDRESS.search(above) or _LISTS.search(above):
        return preamble
    return preamble.slice(heading.start(), len(preamble.text))
