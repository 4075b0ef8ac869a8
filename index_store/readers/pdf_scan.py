"""Text from pictures of pages, where the program `tesseract` is installed."""

from __future__ import annotations

import math
import os
import re
import shutil
import subprocess
from dataclasses import replace
from statistics import median

from pypdfium2 import PdfPage

from index_store.readers.ocr_slips import mended
from index_store.readers.pdf_layout import page_text
from index_store.readers.pdf_lines import Fragment
from index_store.readers.refusal import refuse

_DPI = 300
_MAX_PIXELS = 30_000_000
SECONDS_A_PAGE = 60
_ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}
"""Its threads wait for one another: with several a page takes up to four times as long."""
_LINES, _BLOCK = "4", "6"
"""Ways of looking at a page. The first reads columns and pictures well but passes over numbers that stand apart from
their headings; the second takes the page for one block of text and sees them."""
_LINE, _WORD = "4", "5"
"""Levels in tesseract's table of what it found."""
_WORD_TO_FONT = 1.4
"""A word's box is as high as its letters; fonts are higher by about this."""
_NUMBER = re.compile(
    r"[(\[]?(?:\d{1,3}(?:[./]\d{1,4}){0,2}|[a-z]|[ivx]{1,4})[.)\]:;,]{1,2}|\d{1,3}(?:[./]\d{1,4}){0,2}"
)


def tesseract() -> str | None:
    """The path of the program, or None where it is not installed."""
    return shutil.which("tesseract")


def scanned_text(page: PdfPage, program: str, name: str) -> str:
    """What ``program`` reads on ``page``, laid out as text is. Raises UnreadableFile where it fails or hangs."""
    width, height = page.get_size()
    scale = min(_DPI / 72, math.sqrt(_MAX_PIXELS / max(width * height, 1.0)))
    bitmap = page.render(scale=scale, grayscale=True, draw_annots=False)
    rows = memoryview(bitmap.buffer)
    picture = b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(
        bytes(rows[at * bitmap.stride : at * bitmap.stride + bitmap.width]) for at in range(bitmap.height)
    )
    lines = _lines(_table(picture, program, name, _LINES), scale)
    words = [word for line in _lines(_table(picture, program, name, _BLOCK), scale) for word in line]
    return page_text([*(each for line in lines for each in _joined(line)), *_passed_over(lines, words)])


def _table(picture: bytes, program: str, name: str, way: str) -> str:
    """Tesseract's table of what it finds in a picture."""
    try:
        done = subprocess.run(
            [program, "stdin", "stdout", "--psm", way, "tsv"],
            input=picture,
            capture_output=True,
            timeout=SECONDS_A_PAGE / 2,
            check=True,
            env={**os.environ, **_ONE_THREAD},
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise refuse(
            name, f"is a scan that tesseract cannot read ({error})", "run OCR on it and add the result"
        ) from error
    return done.stdout.decode("utf-8", "replace")


def _lines(table: str, scale: float) -> list[list[Fragment]]:
    """The words of each printed line, all on the line's base."""
    lines: dict[tuple[str, ...], list[Fragment]] = {}
    bases: dict[tuple[str, ...], float] = {}
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != 12 or not all(cell.lstrip("-").isdigit() for cell in cells[:10]):
            continue
        line = tuple(cells[1:5])
        left, top, width, height = (int(cell) / scale for cell in cells[6:10])
        if cells[0] == _LINE:
            bases[line] = -(top + height)
        elif cells[0] == _WORD and cells[11].strip():
            base = bases.get(line, -(top + height))
            lines.setdefault(line, []).append(Fragment(cells[11], left, left + width, base, height))
    return list(lines.values())


def _joined(words: list[Fragment]) -> list[Fragment]:
    """The words of one line, joined where the gaps between them are no wider than spaces."""
    size = median(word.height for word in words) * _WORD_TO_FONT
    joined = words[:1]
    for word in words[1:]:
        if word.left - joined[-1].right < 1.3 * size:
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {word.text}", right=word.right)
        else:
            joined.append(word)
    return [replace(whole, text=mended(whole.text, at == 0), height=size) for at, whole in enumerate(joined)]


def _passed_over(lines: list[list[Fragment]], words: list[Fragment]) -> list[Fragment]:
    """The numbers among ``words`` that stand left of all that is on one of ``lines``, and on none of them."""
    found = []
    for line in lines:
        low, high, left = line[0].base, line[0].base + max(word.height for word in line), line[0].left
        before = (
            word
            for word in words
            if word.right < left - word.height and low - 0.5 * word.height < word.base < high - 0.5 * word.height
        )
        first = min(before, key=lambda word: word.left, default=None)
        if first is not None and _NUMBER.fullmatch(first.text):
            found.append(replace(first, text=mended(first.text, True), base=low, height=first.height * _WORD_TO_FONT))
    return found
