"""Reading text: the source text without page furniture, hard wraps, hyphenation and page breaks in mid-sentence."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import NamedTuple

from index_store.broken_words import is_compound
from index_store.flat import with_lines
from index_store.furniture import is_furniture
from index_store.line_spacing import without_spacing
from index_store.margins import with_margins
from index_store.models import MappedText, SourceText
from index_store.people_columns import with_people_columns
from index_store.rows import Piece, Row, rows_of
from index_store.seams import Seam, measure, seam, starts_list
from index_store.wrapped_cells import with_wrapped_cells

_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")


class Line(NamedTuple):
    """One line of the reading text, from ``start`` to ``end``: its words, ``text``, and how it was printed.

    ``level`` is the heading level (0: none), ``bold`` how many characters from its start are bold, ``indent`` its
    printed indent, ``gap`` whether space stands before it, ``rows`` how many printed lines it was, ``page`` where it
    begins, ``margin`` how a heading that stands beside it in the margin goes on.
    """

    start: int
    end: int
    text: str
    level: int = 0
    bold: int = 0
    indent: int = 0
    gap: bool = False
    rows: int = 1
    page: int = 0
    margin: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Reading text and its lines; ``wrapped`` says whether the source was set in lines of a fixed width.

    ``told`` says whether the file itself, and not marks in its text, told what is bold.
    """

    mapped: MappedText
    lines: tuple[Line, ...]
    wrapped: bool = False
    told: bool = False


def reading_text(source: SourceText) -> MappedText:
    """The reading text of a source text.

    Paragraphs are separated by an empty line, list items and other deliberate lines by a line break. Tabs stand for
    wide gaps and columns. Every character maps back to the source but those that mend a break.
    """
    return read(source).mapped


def read(source: SourceText) -> Reading:
    """The reading text with what the layout tells about each of its lines."""
    rows = without_spacing(with_lines(rows_of(source)), source.text)
    dropped = is_furniture(rows)
    kept: list[Row] = []
    gap = False
    for row, drop in zip(rows, dropped, strict=True):
        gap = gap or row.gap
        if not drop:
            row.gap, gap = gap, False
            kept.append(row)
    return replace(_assembled(with_margins(with_people_columns(with_wrapped_cells(kept)))), told=bool(source.emphasis))


class _Page:
    """Collects pieces of reading text and their runs."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.runs: list[tuple[int, int, int]] = []
        self.length = 0

    def put(self, pieces: list[Piece]) -> None:
        runs, begin = self.runs, self.length
        for text, source in pieces:
            size = len(text)
            if source is not None and text:
                at, stood, length = runs[-1] if runs else (0, -1, 0)
                if at + length == begin and stood + length == source:
                    runs[-1] = (at, stood, length + size)
                else:
                    runs.append((begin, source, size))
            self.parts.append(text)
            begin += size
        self.length = begin

    def join(self, seam: Seam) -> None:
        self.parts.append(seam)
        self.length += len(seam)

    def text(self) -> MappedText:
        return MappedText("".join(self.parts), tuple(self.runs))


def _assembled(rows: list[Row]) -> Reading:
    set_in = measure(rows)
    page, lines = _Page(), list[Line]()
    words: Counter[str] | None = None
    first: Row | None = None
    begin = mark = count = 0
    listed = False
    for row, after in zip(rows, [*rows[1:], None], strict=False):
        pieces = row.pieces
        if first is None:
            first, begin, mark, count = row, page.length, len(page.parts), 0
            listed = starts_list(row.text)
        count += 1
        kind = Seam.LINE
        if after is not None:
            kind = seam(row, after, page.length - begin + len(row.text), listed, set_in)
            if kind is Seam.HYPHEN:
                words = words or _words(rows)
                pieces = _unhyphenated(row, after, words)
        page.put(pieces)
        if kind is Seam.LINE or kind is Seam.PARAGRAPH:
            end = page.length
            bold = first.bold if count == 1 or first.bold < len(first.text) else end - begin
            text = "".join(page.parts[mark:])
            lines.append(
                Line(begin, end, text, first.level, bold, first.indent, first.gap, count, first.page, first.margin)
            )
            first = None
        if after is not None and kind is not Seam.HYPHEN:
            page.join(kind)
    return Reading(page.text(), tuple(lines), bool(set_in.width))


def _words(rows: list[Row]) -> Counter[str]:
    return Counter(word.casefold() for row in rows for word in _WORD.findall(row.text))


def _unhyphenated(row: Row, after: Row, words: Counter[str]) -> list[Piece]:
    """The row's pieces without the hyphen at its end, or with it where the word is written so."""
    text, source = row.pieces[-1]
    left, right = _WORD.findall(row.text[:-1])[-1:], _WORD.match(after.text)
    if row.text.endswith("\xad") or not left or right is None:
        return [*row.pieces[:-1], (text[:-1], source)]
    if right[0][0].isupper():
        return row.pieces
    head, tail = left[0].casefold(), right[0].casefold()
    if words[f"{head}-{tail}"] or "-" in head:
        return row.pieces
    if not words[head + tail] and ((words[head] > 1 and words[tail] > 1) or is_compound(head, tail)):
        return row.pieces
    return [*row.pieces[:-1], (text[:-1], source)]
