"""The council of a body, where a sentence of the head tells it and no line of its own."""

from __future__ import annotations

import re

_NAME = r"[A-Z][\w’'-]*(?:\s+(?:[A-Z][\w’'-]*|in|the|and|under|upon|on)(?=\s)){0,5}"
_AT = re.compile(
    rf"\b(?i:at|in)\s+(?:(?i:the)\s+)?(?P<council>{_NAME}\s+(?:Council|COUNCIL)),\s+(?i:(?:the )?(?:"
    r"council\s+chambers?|council\s+offices?|committee\s+room|chamber|civic|(?:county|town|city|shire)\s+hall|guildhall))\b"
)
"""Where it was held: "held at Marl County Council, Council Chamber"."""
_OF = re.compile(
    r"\b(?i:meeting|council|commission|committee|board|session)\s+(?i:of\s+the)\s+(?P<council>(?i:(?:corporation\s+of\s+"
    r"the\s+)?(?:city|town|township|village|municipality|district|county|borough)\s+of)\s+(?:the\s+)?[A-Z][\w’'-]*"
    r"(?:\s+[A-Z][\w’'-]*){0,3})(?=\s+(?i:held|met|convened|was|on|in|at)\b|\s*[,.\n]|\s*$)"
)
"""Whose meeting it was: "Minutes of the Regular Council Meeting of the Village of Marl held…"."""


def said_council(head: str) -> str | None:
    """The council that the sentence in ``head`` about the meeting names; None where it names none."""
    found = _AT.search(head) or _OF.search(head)
    return " ".join(found["council"].split()) if found else None
