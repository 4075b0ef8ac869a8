"""Rows and cells of an attendance list: columns stand apart by tabs or bars, initials follow their name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from index_store.models import MappedText
from index_store.parser.names import TITLED, initials_fit, read_person
from index_store.parser.people import read_entry

_HEADS = (
    r"(?:Members )?Present|(?:MEMBERS )?PRESENT|In [Aa]ttendance|IN ATTENDANCE|Also [Pp]resent|ALSO PRESENT|Absent|"
    r"Regrets|Officers|Officials|"
    r"Guests?|Observers|Minute [Tt]aker"
)
_BREAK = re.compile(
    rf"(?<=[.,;:)]) +(?=(?:{_HEADS})\s*:)|(?<=[.,;:)a-z]) +(?=A(?:pologies|POLOGIES)(?: for [Aa]bsence)?\s*:)|"
    r"(?<=[.)]) +(?:[–-] +)?(?=[A-Z][a-z]+(?: [A-Z][a-z]+| from){0,2}: )|"
    r"(?<=[.,;:)a-z]) +(?=(?:In [Aa]ttendance|Also [Pp]resent) (?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Prof)\b)"
)
_GAP = re.compile(r"\t+| {2,}|\s*\|\s*")
_INITIALS = re.compile(r"\(?(?P<initials>[A-Z][A-Za-z]{1,3})\)?")
_COLUMN = re.compile(rf"(?P<who>{TITLED}(?:\s*\([^)]*\))?)\s+\(?(?P<initials>[A-Z][A-Za-z]{{1,3}})\)?(?=\s|$|,)")


@dataclass(frozen=True, slots=True)
class Cell:
    """``text[start:end]``, with the initials printed in the next column."""

    start: int
    end: int
    initials: str | None = None


def with_rows(mapped: MappedText) -> str:
    """The reading text with the line breaks back that cleaning took out between rows of columns; offsets stay."""
    text = mapped.text
    ends = [at + length for at, _, length in mapped.runs[:-1]]
    mended = [end for end, (start, _, _) in zip(ends, mapped.runs[1:], strict=True) if text[end:start] == " "]
    edges = sorted({-1, len(text), *mended, *(found.start() for found in re.finditer("\n", text))})
    tabbed = {edge: "\t" in text[edge + 1 : after] for edge, after in zip(edges, edges[1:], strict=False)}
    before = dict(zip(edges[1:], edges, strict=False))
    rows = {end for end in mended if tabbed.get(end) or tabbed.get(before[end])}
    return "".join("\n" if at in rows else letter for at, letter in enumerate(text))


def rows_of(text: str) -> list[list[Cell]]:
    """The lines of ``text`` in cells; an empty cell at the left is kept, since it says which column the next is."""
    rows = []
    for match in re.finditer(r"[^\n]+", text):
        at = match.start()
        for cut in [*(found.end() for found in _BREAK.finditer(text, match.start(), match.end())), match.end()]:
            cells = _joined(text, _cut(text, at, cut))
            if any(text[cell.start : cell.end].strip() for cell in cells):
                rows.append(cells)
            at = cut
    return rows


def _cut(text: str, start: int, end: int) -> list[Cell]:
    """Cells between gaps, or between initials where names and initials stand in one run."""
    cells, at = [], start
    for gap in _GAP.finditer(text, start, end):
        if gap.start() > start or "|" in gap.group():
            cells.append(Cell(at, gap.start()))
        at = gap.end()
    cells.append(Cell(at, end))
    return [piece for cell in cells for piece in _run(text, cell)]


def _run(text: str, cell: Cell) -> list[Cell]:
    """Names each followed by their initials in one run ("Rob Boyd RB Kenny Combe KC"), two or more."""
    found = [
        Cell(match.start(), match.end("who"), match.group("initials"))
        for match in _COLUMN.finditer(text, cell.start, cell.end)
        if (person := read_person(re.sub(r"\([^)]*\)", "", match.group("who"))))
        and initials_fit(match.group("initials"), person.name)
    ]
    covered = sum(one.end - one.start for one in found)
    if len(found) < 2 or covered < 0.5 * (cell.end - cell.start):
        return [cell]
    return [Cell(cell.start, found[0].start), *found] if text[cell.start : found[0].start].strip() else found


def _joined(text: str, cells: list[Cell]) -> list[Cell]:
    """Cells with initials, roles and organisations put to the name on their left."""
    joined: list[Cell] = []
    for cell in cells:
        words = text[cell.start : cell.end].strip()
        last = joined[-1] if joined else None
        people = read_entry(text[last.start : last.end]) if last and last.initials is None else ()
        match = _INITIALS.fullmatch(words)
        if last and people and match and initials_fit(match.group("initials"), people[-1].person.name):
            joined[-1] = replace(last, initials=match.group("initials"))
        elif last and words and people and not _stands_alone(words):
            joined[-1] = Cell(last.start, cell.end, last.initials)
        else:
            joined.append(cell)
    return joined


def _stands_alone(words: str) -> bool:
    """Whether a cell names people or is a heading, so that it does not describe the name on its left."""
    from index_store.parser.list_headings import read_heading

    return bool(read_entry(words)) or read_heading(words, 1) is not None
