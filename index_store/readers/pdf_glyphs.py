"""What stands where on a PDF page: fragments of text with their places, and ruled lines."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage, PdfTextPage

from index_store.readers.pdf_fonts import Fonts
from index_store.readers.pdf_lines import Fragment, Rule

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_BULLETS = (
    "\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf06c\uf06e\uf0e0\uf0f0\uf0de\uf09f\uf071\uf0be\uf0fe\u25cf\u25aa\u25a0"
)
_SPACES = " \t\r\n\xa0\u2002\u2003\u2009\u200a\u202f\uf020\u3000\u2007"
_HYPHENS = "\x02\ufffe\uf0ad"
_IGNORED = "\x00\ufeff\u200b\u200c\u200d\u2060\uffff"
_COLUMN_GAP = 1.3
"""In glyph heights: text further apart on one line stands in two columns. Justified lines stay below it."""
_THIN = 2.0
_MAX_OBJECTS = 5000
_MAX_GLYPHS = 200_000
"""Fifty times a full page of small print: what comes after them on one page is not read."""


class Glyph(NamedTuple):
    """One printed character, or " " for any space, whose place does not matter. Points, y upwards."""

    text: str
    left: float
    right: float
    base: float
    height: float
    angle: int
    place: int = 0


_SPACE = Glyph(" ", 0.0, 0.0, 0.0, 0.0, 0)


def fragments_of(page: PdfTextPage) -> list[Fragment]:
    """The text of the page in pieces without wide gaps, in the order in which the file draws them.

    On a page that was turned the coordinates are turned back. Slanted text (watermarks) is left out.
    """
    glyphs = list(_glyphs(page))
    angles = Counter(glyph.angle for glyph in glyphs if glyph.text != " ")
    if not angles:
        return []
    main = angles.most_common(1)[0][0]
    fonts = Fonts(page)
    return list(_joined((glyph for glyph in glyphs if glyph.angle == main or glyph.text == " "), fonts))


def _glyphs(page: PdfTextPage) -> Iterator[Glyph]:
    raw = page.raw
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    count = min(page.count_chars(), _MAX_GLYPHS)
    turned = any(abs(_angle(raw, index)) > 1 for index in range(0, count, max(1, count // 60)))
    for index in range(count):
        char = _character(pdfium.FPDFText_GetUnicode(raw, index))
        if not char or char == " ":
            if char:
                yield _SPACE
            continue
        if not pdfium.FPDFText_GetLooseCharBox(raw, index, box) or not pdfium.FPDFText_GetCharOrigin(raw, index, x, y):
            continue
        angle = _angle(raw, index) if turned else 0
        if angle == 0:
            height = box.top - box.bottom
            yield Glyph(char, box.left, box.right, y.value, height if height > 1.0 else 1.0, 0, index)
        elif angle % 90 == 0:
            corners = (box.left, box.right, box.bottom, box.top)
            yield Glyph(char, *_upright(corners, (x.value, y.value), angle), angle, index)


def _angle(raw: object, index: int) -> int:
    """Degrees clockwise, snapped to a quarter turn where it is near one: 0, 90, 180, 270, or what it is."""
    degrees = round(math.degrees(pdfium.FPDFText_GetCharAngle(raw, index))) % 360
    nearest = round(degrees / 90) * 90
    return nearest % 360 if abs(degrees - nearest) <= 3 else degrees


def _upright(
    corners: tuple[float, float, float, float], origin: tuple[float, float], angle: int
) -> tuple[float, float, float, float]:
    """(left, right, base, height) of a glyph that was turned by ``angle``, as if it stood upright."""
    left, right, bottom, top = corners
    x, y = origin
    if angle == 270:
        return bottom, top, -x, max(right - left, 1.0)
    if angle == 90:
        return -top, -bottom, x, max(right - left, 1.0)
    return -right, -left, -y, max(top - bottom, 1.0)


@cache
def _character(code: int) -> str:
    char = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
    if not char or char in _IGNORED:
        return ""
    if char in _SPACES:
        return " "
    if char in _HYPHENS:
        return "-"
    if char in _BULLETS:
        return "•"
    if char < " " or "\x7f" <= char < "\xa0":
        return ""
    return _LIGATURES.get(char, char)


def _joined(glyphs: Iterator[Glyph], fonts: Fonts) -> Iterator[Fragment]:
    """Glyphs that follow each other on one line, with a space where there is one or a gap shows one."""
    text: list[str] = []
    indices: list[int] = []
    left = right = base = height = 0.0
    space = False
    for glyph in glyphs:
        if glyph.text == " ":
            space = True
            continue
        gap = glyph.left - right
        size = max(glyph.height, height)
        raised = glyph.height < 0.85 * height and glyph.base - base > 0.15 * size and gap < 0.3 * size
        same_line = abs(glyph.base - base) < (0.65 if raised else 0.4) * size and -0.6 * size < gap < _COLUMN_GAP * size
        if text and same_line:
            if (space and gap > -0.1 * size and not raised) or gap > 0.3 * size:
                text.append(" ")
                indices.append(glyph.place)
            text.append(glyph.text)
            indices.append(glyph.place)
            right = max(right, glyph.right)
            if glyph.height > 1.2 * height and abs(glyph.base - base) > 0.15 * size:
                base, height = glyph.base, glyph.height
        else:
            if text:
                yield Fragment(_hyphens("".join(text)), left, right, base, height, fonts.bold(text, indices))
            indices = [glyph.place]
            text, (left, right, base, height) = [glyph.text], (glyph.left, glyph.right, glyph.base, glyph.height)
        space = False
    if text:
        yield Fragment(_hyphens("".join(text)), left, right, base, height, fonts.bold(text, indices))


def _hyphens(text: str) -> str:
    """A soft hyphen is printed only at the end of a line."""
    if "\xad" not in text:
        return text
    return text[:-1].replace("\xad", "") + ("-" if text.endswith("\xad") else text[-1])


def pictured(page: PdfPage) -> bool:
    """Whether pictures cover a good part of the page: with no text beside them it is a scan."""
    width, height = page.get_size()
    raw = page.raw
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    covered = 0.0
    for index in range(min(pdfium.FPDFPage_CountObjects(raw), _MAX_OBJECTS)):
        item = pdfium.FPDFPage_GetObject(raw, index)
        if pdfium.FPDFPageObj_GetType(item) in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM) and (
            pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
        ):
            covered += (right.value - left.value) * (top.value - bottom.value)
    return bool(covered > 0.4 * width * height)


def rules_of(page: PdfPage) -> list[Rule]:
    """The thin horizontal lines and bars on the page: they part table rows and strike words through."""
    raw = page.raw
    found = []
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(min(pdfium.FPDFPage_CountObjects(raw), _MAX_OBJECTS)):
        item = pdfium.FPDFPage_GetObject(raw, index)
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            continue
        if top.value - bottom.value <= _THIN and right.value - left.value > 3 * _THIN:
            found.append(Rule(left.value, right.value, (top.value + bottom.value) / 2))
    return found
