"""Tables of actions: a row an action, with a column that says who is to do it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index_store.models import Action, MappedText
from index_store.parser.clauses import Line

_CELL = re.compile(r"[^|\t]+")
_WHAT = re.compile(r"\W*(?:agreed )?(?:actions?|tasks?)(?: points?| required| agreed| to be taken)?\W*", re.IGNORECASE)
_WHO = re.compile(
    r"\W*(?:(?:action )?(?:owners?|by(?: whom)?|lead(?: officer)?)|who|whom|responsib(?:le|ility)(?: \w+)?|assigned to|"
    r"officer|person responsible|allocated to)\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Head:
    """Which column of a table says what is to be done, and which by whom."""

    what: int
    who: int


def table_actions(body: MappedText, lines: Sequence[Line]) -> Iterator[tuple[int, Action]]:
    """Every row of a table under a head such as "Action | Owner | By when", with the line that it stands in."""
    if "|" not in body.text and "\t" not in body.text:
        return
    head: _Head | None = None
    for at, line in enumerate(lines):
        cells = _cells(body.text, line)
        if len(cells) < 2:
            head = None
        elif found := _head(body.text, cells):
            head = found
        elif head and len(cells) > max(head.what, head.who):
            (start, end), (first, last) = cells[head.what], cells[head.who]
            if end - start > 3 and re.search(r"[A-Za-z]", body.text[first:last]):
                yield at, Action(body.text[start:end], body.span(start, end), body.text[first:last])


def _cells(text: str, line: Line) -> list[tuple[int, int]]:
    """Start and end of the words of each cell; a bar at either edge of the row makes none."""
    found = []
    for cell in _CELL.finditer(text, line.start, line.end):
        words = cell.group()
        start = cell.start() + len(words) - len(words.lstrip())
        if words.strip():
            found.append((start, start + len(words.strip())))
    return found


def _head(text: str, cells: Sequence[tuple[int, int]]) -> _Head | None:
    words = [text[start:end] for start, end in cells]
    what = next((at for at, word in enumerate(words) if _WHAT.fullmatch(word)), None)
    who = next((at for at, word in enumerate(words) if at != what and _WHO.fullmatch(word)), None)
    return None if what is None or who is None else _Head(what, who)
