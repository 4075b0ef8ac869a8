"""Marks beside names whose meaning the minutes give below them: "* denotes Member present, † apologies"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index_store.models import Status
from index_store.parser.descriptions import Entry
from index_store.parser.parts import Part

MARKS = "*†‡#+"
_LEGEND = re.compile(
    rf"(?P<mark>[{re.escape(MARKS)}])\s*(?:(?i:denotes?|indicates)|=)\s*(?i:that |an? |the |those |members? |"
    rf"governors? |"
    r"absence and )*(?:(?P<present>(?i:present|attend))|(?P<apologies>(?i:apolog|absent with apolog))|"
    r"(?P<absent>(?i:absen|did not attend|not present)))"
)


_ALONE = re.compile(rf"^[ \t]*(?P<mark>[{re.escape(MARKS)}])[ \t]*Present[ \t]*$", re.MULTILINE)
"""What explains the mark by itself, below the list: "*Present"."""


def with_marks(text: str, parts: Sequence[Part]) -> list[Part]:
    """``parts`` with the status that a mark before or behind each name gives, where ``text`` explains its marks."""
    if alone := _ALONE.search(text) if "resent" in text else None:
        return [_present_alone(text, part, alone["mark"]) for part in parts]
    if "enote" not in text and "ndicates" not in text and "=" not in text:
        return list(parts)
    legend: dict[str, Status] = {
        found["mark"]: "present" if found["present"] else "apologies" if found["apologies"] else "absent"
        for found in _LEGEND.finditer(text)
    }
    if not legend:
        return list(parts)
    for part in parts:
        if part.status == "present":
            part.entries = [
                (start, end, _marked(people, legend, text[max(start - 2, 0) : start + 1] + text[end - 1 : end + 2]))
                for start, end, people in part.entries
            ]
    return list(parts)


def _present_alone(text: str, part: Part, mark: str) -> Part:
    """``part`` with those away who have no mark before their names, where some have."""
    marked = [mark in text[max(start - 2, 0) : start + 2] for start, _, _ in part.entries]
    if part.status == "present" and any(marked) and not all(marked):
        part.entries = [
            (start, end, people if here else tuple(one._replace(status="absent") for one in people))
            for here, (start, end, people) in zip(marked, part.entries, strict=True)
        ]
    return part


def _marked(people: tuple[Entry, ...], legend: dict[str, Status], around: str) -> tuple[Entry, ...]:
    status = next((legend[mark] for mark in around if mark in legend), None)
    return tuple(one._replace(status=one.status or status) if status != "present" else one for one in people)
