"""DOC (Word 97-2003) without any other program: paragraphs, tables and fields, with automatic numbers worked out.

Tracked deletions, hidden text and tables of contents are left out. Text boxes and notes stand at the end.
"""

from __future__ import annotations

import re
import struct
from itertools import groupby
from pathlib import Path

import olefile

from index_store.models import SourceText
from index_store.readers import doc_records as records
from index_store.readers.blocks import ITEM, NOTE, Block, joined, row, untitled
from index_store.readers.doc_lists import list_kinds
from index_store.readers.emphasis import bare, emphasised, unmarked
from index_store.readers.limits import Clock
from index_store.readers.plain import paired, windows_1252
from index_store.readers.refusal import refuse
from index_store.readers.strikes import Strikes
from index_store.readers.word_lists import BULLET, Counters, ListKind

_DAMAGE = (OSError, struct.error, IndexError, ValueError, KeyError, TypeError, AttributeError)
_MAIN, _FOOTNOTES, _HEADERS, _ENDNOTES, _BOXES = 0, 1, 2, 5, 6
_PARAGRAPH, _CELL, _PAGE_BREAK = "\r", "\x07", "\x0c"
_FIELD, _RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_NOTE = "\x02"
_MAX_FIELDS = 40
_FIELD_NAME = 40
_STRETCH = 65536
"""Characters between two looks at the clock."""
_PRINTED = {"\x0b": "\n", "\x0e": "\n", "\x1e": "-", "\x1f": "", "\t": "\t", "\xad": ""}


def read_doc(path: Path, name: str) -> SourceText:
    """The text of a Word 97-2003 document. Raises UnreadableFile where it is damaged, protected or empty."""
    damaged = refuse(name, "is a damaged Word document", "open it in Word, save it as DOCX and add that")
    try:
        main, table, data, head = _streams(path)
    except _DAMAGE as error:
        raise damaged from error
    if head.protected:
        raise refuse(name, "is protected by a password", "save a copy without the password and add that")
    try:
        text, warnings = _old_text(main) if head.old else _Reader(main, table, data, head, Clock(name)).read()
    except _DAMAGE as error:
        raise damaged from error
    if not any(char.isalnum() for char in text):
        raise refuse(name, "has no words in it", "check that it is the right file; text in pictures is not read")
    plain, emphasis = unmarked(text)
    return SourceText(plain, name, (), warnings, emphasis)


def _streams(path: Path) -> tuple[bytes, bytes, bytes, records.Heading]:
    with olefile.OleFileIO(str(path)) as ole:
        main = ole.openstream("WordDocument").read()
        head = records.heading(main)
        table = ole.openstream(head.table).read() if head.table else b""
        data = ole.openstream("Data").read() if ole.exists("Data") else b""
    return main, table, data, head


def _old_text(main: bytes) -> tuple[str, tuple[str, ...]]:
    """Word 6 and 95: the plain text, which lies in one stretch unless the file was saved in haste."""
    start, end = struct.unpack_from("<II", main, 0x18)
    text = windows_1252(main[start:end])
    lines = [re.sub("[\x00-\x08\x0e-\x1f]", "", line) for line in re.split("[\r\x07\x0c]", text)]
    return joined(Block(line.replace("\x0b", "\n")) for line in lines), ("old Word file: automatic numbers not read",)


_Pieces = list[tuple[str, int]]
"""A paragraph while it is read: (character, its marks)."""


class _Reader:
    def __init__(self, main: bytes, table: bytes, data: bytes, head: records.Heading, clock: Clock) -> None:
        self._head = head
        self._clock = clock
        self._pieces = records.pieces(head.record(table, records.PIECES))
        self._text = "".join(records.piece_text(main, piece) for piece in self._pieces)
        self._marks = bytearray(len(self._text))
        self._paragraphs = records.Paragraphs((), ())
        self._lists: list[ListKind] = []
        self._warnings: tuple[str, ...] = ()
        try:
            self._read_formatting(main, table, data)
        except _DAMAGE:
            self._warnings = ("formatting damaged: automatic numbers, tables and deleted words may be wrong",)
        self._counters = Counters()
        self._strikes = Strikes()

    def _read_formatting(self, main: bytes, table: bytes, data: bytes) -> None:
        head = self._head
        self._mark(records.character_runs(main, head.record(table, records.CHARACTERS)))
        styles = records.style_properties(head.record(table, records.STYLES))
        self._paragraphs = records.paragraphs(main, head.record(table, records.PARAGRAPHS), data, styles)
        if len(head.places) > records.LIST_OVERRIDES:
            overrides = head.record(table, records.LIST_OVERRIDES)
            self._lists = list_kinds(table, head.places[records.LISTS], overrides)

    def read(self) -> tuple[str, tuple[str, ...]]:
        text = joined(self._blocks(_MAIN))
        if untitled(text):
            text = joined([*_once(self._blocks(_HEADERS)), Block(text)])
        after = [*self._blocks(_BOXES), *self._notes(_FOOTNOTES), *self._notes(_ENDNOTES)]
        return joined([Block(text), *after]), (*self._warnings, *self._strikes.warnings())

    def _mark(self, runs: list[tuple[int, int, int]]) -> None:
        """Sets the marks of every character of the text."""
        for piece in self._pieces:
            end = piece.at + (piece.end - piece.start) * piece.width
            for low, high, mark in runs:
                if low < end and high > piece.at:
                    first = piece.start + (max(low, piece.at) - piece.at) // piece.width
                    last = piece.start + (min(high, end) - piece.at) // piece.width
                    self._marks[first:last] = bytes([mark]) * (last - first)
            self._clock.check()

    def _byte(self, index: int) -> int:
        """Where a character lies in the file."""
        low, high = 0, len(self._pieces) - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._pieces[middle].start <= index else (low, middle - 1)
        piece = self._pieces[low]
        return piece.at + (index - piece.start) * piece.width

    def _notes(self, part: int) -> list[Block]:
        start, end = self._head.part(part)
        numbered = [note.strip() for note in joined(self._blocks(part)).split(_NOTE)] if start < end else []
        return [Block(f"Note {number}: {note}", run=NOTE) for number, note in enumerate(numbered) if note]

    def _blocks(self, part: int) -> list[Block]:
        """The paragraphs and table rows of one part of the text."""
        found: list[Block] = []
        cells: list[list[Block]] = []
        cell: list[Block] = []
        start, end = self._head.part(part)
        paragraph, fields = _Pieces(), list[str]()
        for index in range(start, min(end, len(self._text))):
            char, mark = self._text[index], self._marks[index]
            if index % _STRETCH == 0:
                self._clock.check()
            if char not in (_PARAGRAPH, _CELL, _PAGE_BREAK):
                if not mark & records.GONE and (char != _NOTE or part in (_FOOTNOTES, _ENDNOTES)):
                    _take(char, mark, paragraph, fields)
                continue
            self._clock.check()
            if mark & records.GONE and char == _PARAGRAPH:
                continue
            properties = self._paragraphs.at(self._byte(index))
            bare = not self._paragraphs.runs and index > start and self._text[index - 1] == _CELL
            if char == _CELL and (properties.row_end or bare):
                found += row(cells)
                cells, cell = [], []
            elif char == _CELL:
                cells.append([*cell, *self._paragraph(paragraph, properties)])
                cell = []
            elif properties.in_table and char == _PARAGRAPH:
                cell += self._paragraph(paragraph, properties)
            else:
                found += [*row(cells), *cell, *self._paragraph(paragraph, properties)]
                cells, cell = [], []
            paragraph = []
        return [*found, *row(cells), *cell, *self._paragraph(paragraph, records.Properties())]

    def _paragraph(self, paragraph: _Pieces, properties: records.Properties) -> list[Block]:
        text = self._strikes.text(_runs(paragraph, properties))
        label = ""
        if properties.list_id and properties.list_id <= len(self._lists):
            label = self._counters.label(self._lists[properties.list_id - 1], properties.depth or 0)
        if not text and label in ("", BULLET):
            return []
        whole = paired(f"{label} {text}".strip() if label else text)
        titled = properties.level and not properties.in_table and label != BULLET
        return [Block(emphasised(bare(whole), properties.level) if titled else whole, run=ITEM if label else "")]


def _runs(paragraph: _Pieces, properties: records.Properties) -> list[tuple[str, bool]]:
    """The paragraph in runs of one weight: (text, struck through)."""
    found = []
    weighed = ((char, properties.heavy(mark), bool(mark & records.STRUCK)) for char, mark in paragraph)
    for (heavy, struck), run in groupby(weighed, key=lambda one: one[1:]):
        text = "".join(char for char, _, _ in run)
        found.append((emphasised(text) if heavy else text, struck))
    return found


def _take(char: str, mark: int, paragraph: _Pieces, fields: list[str]) -> None:
    """Adds a character to the paragraph, unless it is a field's instruction or in a table of contents."""
    if char == _FIELD:
        if len(fields) > _MAX_FIELDS:
            raise ValueError("fields nested too deep")
        fields.append(" ")
    elif char == _RESULT and fields:
        fields[-1] = "~" if fields[-1].split()[:1] == ["TOC"] else "="
    elif char == _FIELD_END and fields:
        fields.pop()
    elif fields and fields[-1] not in "=~":
        fields[-1] = (fields[-1] + char)[:_FIELD_NAME]
    elif all(state == "=" for state in fields):
        shown = _PRINTED.get(char, char if char >= " " or char == _NOTE else "")
        if shown and not "\uf000" <= shown <= "\uf0ff":
            paragraph.append((shown, mark))


def _once(blocks: list[Block]) -> list[Block]:
    """Headers are stored for first, odd and even pages: each text once, page numbers not at all."""
    worded = [block for block in blocks if re.search(r"[^\W\d_]{3}", block.text)]
    return list({block.text: block for block in worded}.values())
