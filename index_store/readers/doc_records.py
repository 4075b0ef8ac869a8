"""The records of a Word 97-2003 file: its text piece by piece, and what is said of characters and paragraphs.

After [MS-DOC]: the file information block (2.5), the piece table (2.8.35), formatted disk pages (2.9.33, 2.9.175) and
the style sheet (2.9.271). Broken records raise struct.error, IndexError or ValueError.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from index_store.readers.plain import windows_1252

STYLES, CHARACTERS, PARAGRAPHS, PIECES, LISTS, LIST_OVERRIDES = 1, 12, 13, 33, 73, 74
"""Places in the table of contents of the file information block."""
_FIRST_WORD_97 = 0xC1
_MAX_CHARS = 20_000_000
_PAGE = 512
_OPERAND_BYTES = (1, 1, 2, 4, 2, 2, 0, 3)
_DELETED, _VANISH, _STRIKE, _STRIKE_TWICE = 0x0800, 0x083C, 0x0837, 0x2A53
_IN_TABLE, _ROW_END, _LIST, _DEPTH, _LONG_TABLE = 0x2416, 0x2417, 0x460B, 0x260A, 0xD608
_INNER_CELL, _INNER_ROW_END = 0x244B, 0x244C
_ELSEWHERE = (0x6645, 0x6646)
"""Modifiers too long for their page stand in the data stream, at the offset that these give."""
_TABS = 0xC615

_BOLD = 0x0835
_HEADINGS = range(1, 7)
"""What the built-in styles "heading 1" to "heading 6" count."""

GONE, STRUCK, HEAVY, LIGHT, TURNED = 1, 2, 4, 8, 16
"""Marks of a character: deleted or hidden, struck through, bold, not bold, and bold where its style is not."""


@dataclass(frozen=True, slots=True)
class Properties:
    """Of a paragraph: ``list_id`` is the 1-based place among list overrides, 0 outside lists, None if not said.

    ``level`` is that of a heading, 0 for none; ``bold`` says that the style sets its words so.
    """

    list_id: int | None = None
    depth: int | None = None
    in_table: bool = False
    row_end: bool = False
    inner_cell: bool = False
    inner_row_end: bool = False
    level: int = 0
    bold: bool = False

    def heavy(self, mark: int) -> bool:
        """Whether a character with these marks is bold in such a paragraph."""
        if mark & TURNED:
            return not self.bold
        return bool(mark & HEAVY) or (self.bold and not mark & LIGHT)


@dataclass(frozen=True, slots=True)
class Heading:
    """What the file information block tells: which parts the text has and where the tables lie."""

    protected: bool
    old: bool
    table: str
    lengths: tuple[int, ...]
    places: tuple[tuple[int, int], ...]

    def part(self, index: int) -> tuple[int, int]:
        """First and end character of a part: main, footnotes, headers, macros, comments, endnotes, boxes."""
        start = sum(self.lengths[:index])
        return start, start + self.lengths[index]

    def record(self, stream: bytes, index: int) -> bytes:
        """The record that stands at ``index`` in the table of contents, b"" where there is none."""
        if index >= len(self.places):
            return b""
        at, length = self.places[index]
        return stream[at : at + length]


def heading(main: bytes) -> Heading:
    ident, version = struct.unpack_from("<HH", main, 0)
    (flags,) = struct.unpack_from("<H", main, 0x0A)
    if ident != 0xA5EC and version >= _FIRST_WORD_97:
        raise ValueError("not a Word document")
    if version < _FIRST_WORD_97:
        return Heading(bool(flags & 0x100), True, "", (), ())
    lengths = struct.unpack_from("<7i", main, 0x4C)
    if min(lengths) < 0 or sum(lengths) > _MAX_CHARS:
        raise ValueError("impossible lengths")
    (count,) = struct.unpack_from("<H", main, 0x98)
    places = [struct.unpack_from("<II", main, 0x9A + 8 * index) for index in range(count)]
    return Heading(bool(flags & 0x100), False, "1Table" if flags & 0x200 else "0Table", lengths, tuple(places))


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters ``start`` to ``end`` of the text, which lie from byte ``at`` on, ``width`` bytes each."""

    start: int
    end: int
    at: int
    width: int


def pieces(clx: bytes) -> list[Piece]:
    """The piece table: Word keeps a text that was saved in haste as pieces in the order of editing."""
    at = 0
    while clx[at] == 1:
        at += 3 + int(struct.unpack_from("<H", clx, at + 1)[0])
    if clx[at] != 2:
        raise ValueError("no piece table")
    count = (struct.unpack_from("<I", clx, at + 1)[0] - 4) // 12
    starts = struct.unpack_from(f"<{count + 1}I", clx, at + 5)
    found = []
    for index in range(count):
        (place,) = struct.unpack_from("<I", clx, at + 5 + 4 * (count + 1) + 8 * index + 2)
        small = bool(place & 0x40000000)
        place &= 0x3FFFFFFF
        piece = Piece(starts[index], starts[index + 1], place // 2 if small else place, 1 if small else 2)
        if piece.end < piece.start or piece.end > _MAX_CHARS:
            raise ValueError("impossible piece")
        found.append(piece)
    return found


def piece_text(main: bytes, piece: Piece) -> str:
    """One Python character a Word character; surrogate pairs stay apart."""
    length = piece.end - piece.start
    data = main[piece.at : piece.at + length * piece.width]
    if piece.width == 1:
        text = windows_1252(data)
    else:
        text = "".join(map(chr, struct.unpack(f"<{len(data) // 2}H", data[: len(data) // 2 * 2])))
    if len(text) < length:
        raise ValueError("text cut off")
    return text


def settings(grpprl: bytes) -> Iterator[tuple[int, bytes]]:
    """(code, operand) of each property modifier."""
    at = 0
    while at + 2 <= len(grpprl):
        (code,) = struct.unpack_from("<H", grpprl, at)
        at += 2
        length = _OPERAND_BYTES[code >> 13]
        if code == _LONG_TABLE:
            length = 1 + int(struct.unpack_from("<H", grpprl, at)[0])
        elif code == _TABS and at < len(grpprl) and grpprl[at] == 255:
            return
        elif length == 0:
            length = 1 + (grpprl[at] if at < len(grpprl) else 0)
        yield code, grpprl[at : at + length]
        at += length


def _pages(main: bytes, table: bytes) -> Iterator[tuple[bytes, int, tuple[int, ...]]]:
    """(page, number of runs, byte offsets of the runs) of each formatted disk page that ``table`` names."""
    count = (len(table) - 4) // 8
    for number in dict.fromkeys(struct.unpack_from(f"<{count}I", table, 4 * (count + 1)) if count > 0 else ()):
        at = (number & 0x3FFFFF) * _PAGE
        page = main[at : at + _PAGE]
        if len(page) == _PAGE:
            runs = page[-1]
            yield page, runs, struct.unpack_from(f"<{runs + 1}I", page, 0)


def character_runs(main: bytes, table: bytes) -> list[tuple[int, int, int]]:
    """(first byte, end, marks) of the runs of characters that are marked at all."""
    found = []
    for page, runs, offsets in _pages(main, table):
        for index in range(runs):
            at = 2 * page[4 * (runs + 1) + index]
            marks = _marks(page[at + 1 : at + 1 + page[at]]) if at else 0
            if marks:
                found.append((offsets[index], offsets[index + 1], marks))
    return sorted(found)


_WEIGHTS = {b"\x00": LIGHT, b"\x01": HEAVY, b"\x81": TURNED}


def _marks(grpprl: bytes) -> int:
    on = {code: operand[:1] in (b"\x01", b"\x81") for code, operand in settings(grpprl)}
    gone = on.get(_DELETED) or on.get(_VANISH)
    struck = on.get(_STRIKE) or on.get(_STRIKE_TWICE)
    weight = _WEIGHTS.get(next((operand[:1] for code, operand in settings(grpprl) if code == _BOLD), b""), 0)
    return (GONE if gone else 0) | (STRUCK if struck else 0) | weight


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The properties of paragraphs, by the byte at which their mark lies."""

    starts: tuple[int, ...]
    runs: tuple[tuple[int, Properties], ...]

    def at(self, byte: int) -> Properties:
        place = bisect_right(self.starts, byte) - 1
        if place < 0 or byte >= self.runs[place][0]:
            return Properties()
        return self.runs[place][1]


def paragraphs(main: bytes, table: bytes, data: bytes, styles: dict[int, Properties]) -> Paragraphs:
    """The paragraph runs that ``table`` names; ``data`` is the file's data stream."""
    found: list[tuple[int, int, Properties]] = []
    for page, runs, offsets in _pages(main, table):
        for index in range(runs):
            at = 2 * page[4 * (runs + 1) + 13 * index]
            properties = _paragraph(page, at, data, styles) if at else styles.get(0, Properties())
            found.append((offsets[index], offsets[index + 1], properties))
    found.sort(key=lambda run: run[0])
    return Paragraphs(tuple(run[0] for run in found), tuple(run[1:] for run in found))


def _paragraph(page: bytes, at: int, data: bytes, styles: dict[int, Properties]) -> Properties:
    size = 2 * page[at] - 1
    at += 1
    if size < 0:
        size = 2 * page[at]
        at += 1
    (style,) = struct.unpack_from("<H", page, at)
    return described(styles.get(style, Properties()), page[at + 2 : at + size], data)


def described(base: Properties, grpprl: bytes, data: bytes = b"") -> Properties:
    """``base`` with what the modifiers change."""
    for code, operand in settings(grpprl):
        on = operand[:1] == b"\x01"
        if code == _LIST and len(operand) == 2:
            base = replace(base, list_id=struct.unpack("<H", operand)[0])
        elif code == _DEPTH and operand:
            base = replace(base, depth=operand[0])
        elif code == _IN_TABLE:
            base = replace(base, in_table=on)
        elif code == _ROW_END:
            base = replace(base, row_end=on)
        elif code == _INNER_CELL:
            base = replace(base, inner_cell=on)
        elif code == _INNER_ROW_END:
            base = replace(base, inner_row_end=on)
        elif code == _BOLD:
            base = replace(base, bold=on)
        elif code in _ELSEWHERE and data:
            (place,) = struct.unpack("<I", operand)
            (length,) = struct.unpack_from("<H", data, place)
            base = described(base, data[place + 2 : place + 2 + length])
    return base


def style_properties(sheet: bytes) -> dict[int, Properties]:
    """The list and depth that each paragraph style gives, inherited ones included."""
    if len(sheet) < 6:
        return {}
    size, count, base_size = struct.unpack_from("<HHH", sheet, 0)
    own: dict[int, tuple[int, int, bytes]] = {}
    at = 2 + size
    for index in range(count):
        if at + 2 > len(sheet):
            break
        (length,) = struct.unpack_from("<H", sheet, at)
        style = sheet[at + 2 : at + 2 + length]
        at += 2 + length + length % 2
        if length > base_size and style[2] & 0xF == 1:
            (kind, base) = struct.unpack_from("<HH", style, 0)
            level = kind & 0xFFF if kind & 0xFFF in _HEADINGS else 0
            own[index] = (base >> 4, level, _style_modifiers(style, base_size))
    return {index: _inherited(index, own, 0) for index in own}


def _style_modifiers(style: bytes, base_size: int) -> bytes:
    """What a paragraph style says of its paragraphs and of their characters, one behind the other."""
    (letters,) = struct.unpack_from("<H", style, base_size)
    at = base_size + 2 + 2 * letters + 2
    at += at % 2
    if at + 4 > len(style):
        return b""
    (length,) = struct.unpack_from("<H", style, at)
    paragraph = style[at + 4 : at + 2 + length]
    at += 2 + length + length % 2
    if at + 2 > len(style):
        return paragraph
    (size,) = struct.unpack_from("<H", style, at)
    return paragraph + style[at + 2 : at + 2 + size]


def _inherited(index: int, own: dict[int, tuple[int, int, bytes]], steps: int) -> Properties:
    if index not in own or steps > 12:
        return Properties()
    base, level, grpprl = own[index]
    inherited = _inherited(base, own, steps + 1)
    return described(replace(inherited, level=level) if level else inherited, grpprl)
