"""Attendance tables that say in a column who came: "Ann Other | Present", or a tick under "Apologies"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index_store.models import Status
from index_store.parser.people import Entry, read_entry

_SAID: tuple[tuple[Status, re.Pattern[str]], ...] = (
    ("present", re.compile(r"present|attended|in person|online|virtual(?:ly)?|remote(?:ly)?|yes", re.IGNORECASE)),
    ("apologies", re.compile(r"apolog(?:y|ies)(?: (?:given|received|sent))?|apols?\.?|regrets", re.IGNORECASE)),
    ("absent", re.compile(r"absent|not present|did not attend|no", re.IGNORECASE)),
    ("in_attendance", re.compile(r"in attendance|observing", re.IGNORECASE)),
)
_TICK = re.compile(r"[✓✔√☑☒✗xX*•]|yes", re.IGNORECASE)
_CELLS = re.compile(r"\t+|\s*\|\s*")
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One person of such a table: offsets of the line, the status that the table gives, and who it is."""

    start: int
    end: int
    status: Status
    entry: Entry


def status_rows(text: str) -> list[Row]:
    """The rows of ``text`` that give each person a status in a column; empty where fewer than three do."""
    if "|" not in text and "\t" not in text:
        return []
    rows: list[Row] = []
    heads: list[Status | None] = []
    for match in re.finditer(r"[^\n]+", text):
        if "|" not in match[0] and "\t" not in match[0]:
            continue
        cells = [cell.strip() for cell in _CELLS.split(match.group().strip().strip("|"))]
        said = [_status(cell) for cell in cells]
        people = read_entry(cells[0]) if len(cells) > 1 else ()
        if len(people) != 1:
            heads = said if sum(one is not None for one in said) > 1 else heads
            continue
        status = _marked(cells, said, heads)
        if status is not None:
            described = ", ".join(
                cell
                for cell, one in zip(cells[1:], said[1:], strict=True)
                if cell and one is None and not _TICK.fullmatch(cell)
            )
            whole = read_entry(f"{cells[0]} – {described}") if described else people
            rows.append(Row(match.start(), match.end(), status, (whole or people)[0]))
    return rows if len(rows) >= _FEWEST else []


def _status(cell: str) -> Status | None:
    return next((status for status, words in _SAID if words.fullmatch(cell)), None)


def _marked(cells: list[str], said: list[Status | None], heads: list[Status | None]) -> Status | None:
    """The status in a cell of its own, or of the heading over a tick."""
    for at, cell in enumerate(cells[1:], 1):
        if said[at] is not None and not (cell.lower() in ("yes", "no") and at < len(heads) and heads[at]):
            return said[at]
        if _TICK.fullmatch(cell) and at < len(heads) and heads[at]:
            return heads[at]
    return None
