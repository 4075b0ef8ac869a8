"""Marks beside names whose meaning the minutes give below them: "* denotes Member present, † apologies"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index_store.models import Status
from index_store.parser.cues import cued
from index_store.parser.descriptions import Entry
from index_store.parser.parts import Part

MARKS = "*†‡#+"
_LEGEND = re.compile(
    rf"(?P<mark>[{re.escape(MARKS)}])\s*(?:(?i:denotes?|indicates)|=)\s*(?i:that |an? |the |those |members? |"
    rf"governors? |"
    r"absence and )*(?:(?P<present>(?i:present|attend))|(?P<apologies>(?i:apolog|absent with apolog))|"
    r"(?P<absent>(?i:absen|did not attend|not present)))"
)


_LETTER = re.compile(
    r"\babsent\b[^\n]{0,30}?\b(?:marked|denoted|indicated|shown)(?: with| by)?(?: an?| the letter)? "
    r"[`'‘“\"]?(?P<letter>(?-i:[A-Z]))[`'’”\"]?\W*$",
    re.MULTILINE | re.IGNORECASE,
)
"""What explains a letter behind the names of those who did not come: "Persons absent are marked with `A`"."""
_LETTERED = "†"


ALONE = re.compile(
    rf"^[ \t|]*(?P<mark>[{re.escape(MARKS)}])[ \t]*(?P<said>present|absent)(?:[ \t]*\([\d./ ]+%?\))?[ \t.]*$"
    r"(?![\s\S]*\n[ \t|]*(?P=mark))",
    re.MULTILINE | re.IGNORECASE,
)
"""What explains the mark by itself, below the list and no bullet in it: "*Present"."""
_OFFICE = re.compile(r"(?:vice[- ]|deputy )?chair(?:man|woman|person)?", re.IGNORECASE)


def lettered(text: str) -> str:
    """``text`` with a mark in place of the letter that it explains, wherever the letter ends a cell; offsets stay."""
    legend = _LETTER.search(text) if "bsent" in text else None
    if legend is None:
        return text
    letter = re.compile(rf"(?<=[\w)])([ \t]+){legend['letter']}(?=[ \t]*$|\t|  )", re.MULTILINE)
    return letter.sub(rf"\g<1>{_LETTERED}", text)


def with_marks(text: str, parts: Sequence[Part]) -> list[Part]:
    """``parts`` with the status that a mark before or behind each name gives, where ``text`` explains its marks."""
    if alone := ALONE.search(text) if "resent" in text or "bsent" in text else None:
        return _explained_alone(text, parts, alone["mark"], away=alone["said"].lower() == "absent")
    if not cued(text, ("enote", "ndicates", "=", _LETTERED)):
        return list(parts)
    legend: dict[str, Status] = {
        found["mark"]: "present" if found["present"] else "apologies" if found["apologies"] else "absent"
        for found in _LEGEND.finditer(text)
    }
    if _LETTER.search(text):
        legend[_LETTERED] = "absent"
    if not legend:
        return list(parts)
    for part in parts:
        if part.status == "present":
            part.entries = [
                (start, end, _marked(people, legend, _around(text, start, end))) for start, end, people in part.entries
            ]
    return list(parts)


def _around(text: str, start: int, end: int) -> str:
    """What stands next to ``text[start:end]`` in its own line, with its first and last letter."""
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    return before.rpartition("\n")[2] + text[start] + text[end - 1] + after.partition("\n")[0]


def _explained_alone(text: str, parts: Sequence[Part], mark: str, *, away: bool) -> list[Part]:
    """``parts`` with those absent whose names have the mark, or lack it where it says who came and others have it."""
    marked = [[mark in text[max(start - 2, 0) : start + 2] for start, _, _ in part.entries] for part in parts]
    if not any(map(any, marked)):
        return list(parts)
    for part, marks in zip(parts, marked, strict=True):
        listed = any(marks) or (not away and _OFFICE.fullmatch(part.heading or "") is not None)
        if listed and part.status not in ("apologies", "absent"):
            part.entries = [
                (start, end, people if here != away else tuple(one._replace(status="absent") for one in people))
                for here, (start, end, people) in zip(marks, part.entries, strict=True)
            ]
    return list(parts)


def _marked(people: tuple[Entry, ...], legend: dict[str, Status], around: str) -> tuple[Entry, ...]:
    status = next((legend[mark] for mark in around if mark in legend), None)
    return tuple(one._replace(status=one.status or status) if status != "present" else one for one in people)
