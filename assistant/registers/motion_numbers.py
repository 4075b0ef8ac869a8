"""Motions asked for by the number that they have inside a minute with another: "motion 13" of report FIN-2014.31."""

from __future__ import annotations

import re

from assistant.citing import Citing
from index_store.held import HeldItem

_MOVED = re.compile(r"^\W*(?:motion\s*)?(?P<number>\d{1,4}[a-z]?)[.):]?\s+moved by\b", re.IGNORECASE | re.MULTILINE)
_LONGEST = 900


def motion_in(item: HeldItem, number: str) -> tuple[int, int] | None:
    """Where the motion with a plain number stands in a minute's text, with its votes; None where none has it."""
    if "oved by" not in item.text.text or not number:
        return None
    found = list(_MOVED.finditer(item.text.text))
    for one, after in zip(found, [*found[1:], None], strict=False):
        if one["number"].lower() == number:
            return one.start(), after.start() if after else len(item.text.text)
    return None


def motion_told(item: HeldItem, start: int, end: int, citing: Citing) -> str:
    """The words of such a motion as an answer quotes them, whole where they are not long."""
    text = item.text.text
    end = start + len(text[start:end].rstrip())
    cut = text.rfind("\n", start, start + _LONGEST) if end - start > _LONGEST else end
    quote, marker = citing.quote(item, start, cut if cut > start else end)
    return f"“{quote}{' …' if start < cut < end else ''}” {marker}"
