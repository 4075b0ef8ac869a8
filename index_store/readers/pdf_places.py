"""Where words stand on a page of a PDF, so that a citation can be shown there. Worked out from the file when asked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium

from index_store.models import SourceText, Span

_PIECES = re.compile(r"\n+|\t+| {3,}|\s\|\s")
_LEAST = 12
"""Letters and digits that a part of a quote needs to be looked for by itself: fewer stand anywhere."""


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch of one printed line, in points from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float


def by_page(source: SourceText, span: Span) -> tuple[tuple[int, str], ...]:
    """The words of a span, page by page (from 1); empty for a text without pages."""
    starts = source.page_starts
    edges = zip(starts, (*starts[1:], len(source.text)), strict=True)
    parts = [
        (page, source.text[max(span.start, low) : min(span.end, high)]) for page, (low, high) in enumerate(edges, 1)
    ]
    return tuple((page, words) for page, words in parts if words.strip())


def places(path: Path, page: int, text: str) -> tuple[Box, ...]:
    """The boxes of ``text`` on ``page`` (from 1), a box a printed line; empty where it does not stand there.

    Spaces, hyphens, punctuation and case do not count. Words that the page sets in another order (a table's row) are
    found piece by piece. Raises what pypdfium2 raises for a file that it cannot open.
    """
    document = pdfium.PdfDocument(path)
    try:
        if not 0 < page <= len(document):
            return ()
        printed = _printed(document, page - 1)
    finally:
        document.close()
    letters = "".join(letter for letter, _ in printed)
    found: list[Box] = []
    for start, end in _stretches(letters, text):
        found += _lines([box for _, box in printed[start:end]])
    return tuple(dict.fromkeys(found))


def _printed(document: pdfium.PdfDocument, index: int) -> list[tuple[str, Box]]:
    """Every letter and digit of a page, folded, with its place, in the order of the file."""
    page = document[index]
    text = page.get_textpage()
    try:
        found = []
        for at, char in enumerate(_characters(text)):
            folded = _fold(char)
            if folded:
                box = Box(*text.get_charbox(at, loose=True))
                found += [(letter, box) for letter in folded]
        return found
    finally:
        text.close()
        page.close()


def _characters(text: pdfium.PdfTextPage) -> Iterator[str]:
    for at in range(text.count_chars()):
        code = pdfium.raw.FPDFText_GetUnicode(text.raw, at)
        yield chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def _fold(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())


def _stretches(letters: str, text: str) -> list[tuple[int, int]]:
    """Where ``text`` stands among the letters: whole, else each piece of it that is long enough, in turn."""
    wanted = _fold(text)
    at = letters.find(wanted) if wanted else -1
    if at >= 0:
        return [(at, at + len(wanted))]
    found, behind = [], 0
    for piece in map(_fold, _PIECES.split(text)):
        at = letters.find(piece, behind) if len(piece) >= _LEAST else -1
        at = letters.find(piece) if at < 0 and len(piece) >= _LEAST else at
        if at >= 0:
            behind = at + len(piece)
            found.append((at, behind))
    return found


def _lines(boxes: Sequence[Box]) -> Iterator[Box]:
    """The boxes of letters put together, one for each printed line."""
    line: Box | None = None
    for box in boxes:
        if line is not None and _beside(line, box):
            line = Box(min(line.left, box.left), min(line.bottom, box.bottom), max(line.right, box.right),
                       max(line.top, box.top))  # fmt: skip
            continue
        if line is not None:
            yield line
        line = box
    if line is not None:
        yield line


def _beside(line: Box, box: Box) -> bool:
    """Whether a letter stands on a line: their heights overlap, and it is not far in front of or behind its words."""
    height = min(line.top - line.bottom, box.top - box.bottom)
    overlap = min(line.top, box.top) - max(line.bottom, box.bottom)
    return overlap > 0.5 * height and box.left > line.left - height and box.left - line.right < 6 * height
