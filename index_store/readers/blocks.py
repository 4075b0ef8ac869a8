"""How documents made of paragraphs, lists and tables become text.

Paragraphs are separated by a blank line. List items and table rows stand on lines directly under each other. The
cells of a row are joined by " | ", or by a line break and "| " after a cell of several lines. A row with one filled
cell is plain text, after "| " where it is short and stands in a later column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index_store.readers.emphasis import bare

ITEM, ROW, NOTE = "item", "row", "note"
_SHORT = 60
_TITLED = re.compile(r"\b(?:minutes?|meeting|notes?|agenda)\b", re.I)
_OPENING = 1500
_OWNED = re.compile(r"[A-Z]{2,4}\b|[A-Z][\w’'-]+ [A-Z]|\d{1,2}[ /.-]|(?:All|Clerk|Chair|Immediate|Ongoing|By)\b")
"""How a line of a column of owners or of dates begins."""
_OWNER = 40
_LIST_HEAD = re.compile(r":\s*$|^\W*(?:present|apolog|attend|in attendance|absent)", re.I)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, list item or table row. Neighbours of one ``run`` stand on lines directly under each other."""

    text: str
    run: str = ""


def joined(blocks: Iterable[Block]) -> str:
    """The text of ``blocks``; empty ones leave nothing."""
    parts: list[str] = []
    before: Block | None = None
    for block in blocks:
        if not block.text.strip():
            continue
        if before is not None:
            parts.append("\n" if block.run and block.run == before.run else "\n\n")
        parts.append(block.text.strip("\n"))
        before = block
    return "".join(parts)


def untitled(text: str) -> bool:
    """Whether a document opens without a word that minutes are titled by: then its page header may hold the title."""
    return not _TITLED.search(text[:_OPENING])


def row(cells: Sequence[Sequence[Block]]) -> list[Block]:
    """The blocks that one table row becomes.

    Cells that hold parallel short lines (names beside organisations) are read line by line across, and so are the
    last cells of a row where each of several actions has its owner beside it.
    """
    filled = [cell for cell in cells if any(block.text.strip() for block in cell)]
    if len(filled) <= 1:
        return _alone(cells, filled)
    if across := _parallel(filled):
        return across
    if beside := _beside(cells):
        return [
            *row(cells[: -len(beside)]),
            *(Block("| " + " | ".join(lines), run=ROW) for lines in zip(*beside, strict=True)),
        ]
    texts = [_cell_text(cell) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    while texts and not texts[0]:
        texts.pop(0)
    text = texts[0]
    for before, cell in zip(texts, texts[1:], strict=False):
        text += f"\n| {cell}" if "\n" in before else f" | {cell}"
    return [Block(text, run="" if "\n\n" in text else ROW)]


def _alone(cells: Sequence[Sequence[Block]], filled: Sequence[Sequence[Block]]) -> list[Block]:
    """A row with one filled cell; a bar in front of a short one tells that it stands in a later column."""
    blocks = [block for cell in filled for block in cell if block.text.strip()]
    text = _cell_text(blocks)
    if not blocks or len(cells) < 2 or "\n\n" in text or any(len(line) > _SHORT for line in bare(text).split("\n")):
        return blocks
    bar = "" if cells[0] is filled[0] else "| "
    return [Block(bar + text, run=ROW)]


def _cell_text(cell: Sequence[Block]) -> str:
    text = joined(cell).strip()
    if all(len(line) <= _SHORT for line in bare(text).split("\n")):
        return text.replace("\n\n", "\n")
    return text


def _parallel(cells: Sequence[Sequence[Block]]) -> list[Block]:
    columns = [[line.strip() for line in joined(cell).split("\n") if line.strip()] for cell in cells]
    length = len(columns[0])
    if length < 3 or any(len(column) != length for column in columns):
        return []
    if any(len(line) > _SHORT or _LIST_HEAD.search(line) for column in columns for line in map(bare, column)):
        return []
    return [Block(" | ".join(lines), run=ROW) for lines in zip(*columns, strict=True)]


def _beside(cells: Sequence[Sequence[Block]]) -> list[list[str]]:
    """The lines of the last cells of a row that stand beside each other: several actions, their owners, their dates;
    empty where the last cells do not, or are the whole row."""
    columns = [[line.strip() for line in joined(cell).split("\n") if line.strip()] for cell in cells]
    while columns and not columns[-1]:
        columns.pop()
    last: list[list[str]] = []
    while columns and len(columns[-1]) > 1 and (not last or len(columns[-1]) == len(last[0])):
        last.insert(0, columns.pop())
        if not all(_OWNED.match(bare(line)) for line in last[0]):
            break
    owners = len(last) > 1 and all(len(line) <= _OWNER for column in last[1:] for line in map(bare, column))
    worded = owners and all(len(line.split()) > 2 for line in last[0])
    return last if worded and any(columns) and len(columns) + len(last) == len(cells) else []
