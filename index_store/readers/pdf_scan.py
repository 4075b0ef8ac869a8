"""Text from pictures of pages, where the program `tesseract` is installed."""

from __future__ import annotations

import math
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from statistics import median

from pypdfium2 import PdfPage

from index_store.readers.pdf_layout import Fragment, page_text
from index_store.readers.refusal import refuse

_DPI = 300
_MAX_PIXELS = 30_000_000
SECONDS_A_PAGE = 60
_LINE, _WORD = "4", "5"
"""Levels in tesseract's table of what it found."""
_WORD_TO_FONT = 1.4
"""A word's box is as high as its letters; fonts are higher by about this."""


def tesseract() -> str | None:
    """The path of the program, or None where it is not installed."""
    return shutil.which("tesseract")


def scanned_text(page: PdfPage, program: str, name: str) -> str:
    """What ``program`` reads on ``page``, laid out as text is. Raises UnreadableFile where it fails or hangs."""
    width, height = page.get_size()
    scale = min(_DPI / 72, math.sqrt(_MAX_PIXELS / max(width * height, 1.0)))
    bitmap = page.render(scale=scale, grayscale=True, draw_annots=False)
    rows = memoryview(bitmap.buffer)
    lines = (bytes(rows[at * bitmap.stride : at * bitmap.stride + bitmap.width]) for at in range(bitmap.height))
    picture = b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(lines)
    try:
        done = subprocess.run(
            [program, "stdin", "stdout", "tsv"], input=picture, capture_output=True, timeout=SECONDS_A_PAGE, check=True
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise refuse(
            name, f"is a scan that tesseract cannot read ({error})", "run OCR on it and add the result"
        ) from error
    return page_text(list(_fragments(done.stdout.decode("utf-8", "replace"), scale)))


def _fragments(table: str, scale: float) -> Iterator[Fragment]:
    """The words of one printed line joined where the gaps between them are no wider than spaces."""
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
            lines.setdefault(line, []).append(Fragment(cells[11], left, left + width, 0.0, height))
    for line, words in lines.items():
        size = median(word.height for word in words) * _WORD_TO_FONT
        whole = words[0]
        for word in words[1:]:
            if word.left - whole.right < 1.3 * size:
                whole = replace(whole, text=f"{whole.text} {word.text}", right=word.right)
            else:
                yield replace(whole, base=bases.get(line, 0.0), height=size)
                whole = word
        yield replace(whole, base=bases.get(line, 0.0), height=size)
