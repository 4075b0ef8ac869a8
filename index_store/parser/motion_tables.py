"""Motions that minutes keep in tables, one a row: "Motion | Moved by | Seconded by | Status"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from index_store.models import MappedText, Resolution
from index_store.parser.decision_lists import Minute
from index_store.parser.effects import effect_of
from index_store.parser.votes import read_manner, read_votes

_HEADS = {
    "motion": re.compile(r"(?:online )?(?:motions?|resolutions?|proposals?)(?: text| wording)?", re.IGNORECASE),
    "outcome": re.compile(r"status|outcome|result|decision|carried|vote", re.IGNORECASE),
    "mover": re.compile(r"(?:moved|proposed)(?: by)?|mover|proposer", re.IGNORECASE),
    "seconder": re.compile(r"second(?:ed)?(?: by)?|seconder", re.IGNORECASE),
}
_OUTCOME = re.compile(
    r"(?:not )?(?:carried|passed|accepted|approved|agreed|adopted|lost|failed|defeated|rejected|declined|withdrawn|"
    r"lapsed|deferred)\b",
    re.IGNORECASE,
)
_CELL = re.compile(r"[^|]+")
_PLACEHOLDER = re.compile(r"(?:motion|resolution|text|wording|\s)+", re.IGNORECASE)
"""What a table left unfilled says in place of a motion."""
_NOBODY = re.compile(r"(?:name|names|nobody|no[- ]one|mover|seconder|none|n/?a|tbc|tba|-+|\?+)?$", re.IGNORECASE)


class Table(NamedTuple):
    """The lines of a minute that a table of motions takes up, to ``stop``, and what they record."""

    stop: int
    found: tuple[Resolution, ...]


def motion_tables(minute: Minute) -> dict[int, Table]:
    """Each table of motions by the line that its head stands in."""
    tables: dict[int, Table] = {}
    lines, text = minute.lines, minute.text
    for at, line in enumerate(lines) if "|" in text else ():
        words = text[line.start : line.end]
        if "|" not in words or any(one <= at < table.stop for one, table in tables.items()):
            continue
        heads = _heads(words)
        if at and (upright := _upright(minute, at)):
            tables[at - 1] = upright
        if "motion" not in heads or "outcome" not in heads:
            continue
        stop = at + 1
        while stop < len(lines) and "|" in text[lines[stop].start : lines[stop].end]:
            stop += 1
        rows = (one for row in lines[at + 1 : stop] if (one := _row(minute.body, row.start, row.end, heads)))
        tables[at] = Table(stop, tuple(rows))
    return tables


def _upright(minute: Minute, at: int) -> Table | None:
    """The table from line ``at`` on of what became of the motion above it, a row each: "Moved by | Ann Other"."""
    lines, text = minute.lines, minute.text
    told: dict[str, str] = {}
    stop = at
    while stop < len(lines) and "|" in (words := text[lines[stop].start : lines[stop].end]):
        name, _, said = words.partition("|")
        told |= {sort: said.strip(" |\t") for sort in _heads(name) if sort != "motion"}
        stop += 1
    above = lines[at - 1]
    outcome = _OUTCOME.match(told.get("outcome", ""))
    if outcome is None or "mover" not in told or "|" in text[above.start : above.end]:
        return None
    return Table(stop, (_record(minute.body, (above.words, above.end), told, outcome[0]),))


def _heads(words: str) -> dict[str, int]:
    """Which column is which."""
    cells = [cell.strip(" \t*:") for cell in words.split("|")]
    return {sort: n for n, cell in enumerate(cells) for sort, head in _HEADS.items() if head.fullmatch(cell)}


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for cell in _CELL.finditer(text, start, end):
        words = cell[0]
        yield cell.start() + len(words) - len(words.lstrip()), cell.end() - len(words) + len(words.rstrip())


def _row(body: MappedText, start: int, end: int, heads: dict[str, int]) -> Resolution | None:
    """The motion in a row, where it says how it ended."""
    cells = list(_cells(body.text, start, end))
    words = {sort: body.text[slice(*cells[at])].strip() for sort, at in heads.items() if at < len(cells)}
    outcome = _OUTCOME.match(words.get("outcome", ""))
    if outcome is None or _PLACEHOLDER.fullmatch(words["motion"] or " "):
        return None
    return _record(body, cells[heads["motion"]], words, outcome[0])


def _record(body: MappedText, at: tuple[int, int], words: dict[str, str], verb: str) -> Resolution:
    mover, seconder = (None if _NOBODY.match(words.get(sort, "")) else words[sort] for sort in ("mover", "seconder"))
    return Resolution(
        verb=verb,
        effect=effect_of(verb, body.text[slice(*at)]),
        text=body.text[slice(*at)],
        span=body.span(*at),
        proposer=mover,
        seconder=seconder,
        votes=read_votes(words["outcome"]),
        manner=read_manner(words["outcome"]),
    )
