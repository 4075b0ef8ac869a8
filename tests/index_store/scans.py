"""Minutes as scans: their pages as pictures in a PDF, with no text to be had but by OCR."""

from __future__ import annotations

import io
import textwrap

import pypdfium2

from tests.index_store.printed import as_pdf

_WIDTH, _DPI, _QUALITY = 112, 260, 60


def as_typed(text: str) -> bytes:
    """The bytes of a PDF of ``text``, long lines wrapped where the page ends, those of a list under their words."""
    return as_pdf("\n".join(each for line in text.split("\n") for each in _wrapped(line)))


def as_scan(data: bytes) -> bytes:
    """The bytes of a PDF that holds nothing but pictures of the pages of another, in grey and a little blurred."""
    document = pypdfium2.PdfDocument(data)
    try:
        pages = [page.render(scale=_DPI / 72, grayscale=True).to_pil() for page in document]
    finally:
        document.close()
    kept = io.BytesIO()
    pages[0].save(kept, "PDF", save_all=True, append_images=pages[1:], resolution=_DPI, quality=_QUALITY)
    return kept.getvalue()


def _wrapped(line: str) -> list[str]:
    if len(line) <= _WIDTH or "\t" in line or "   " in line.strip():
        return [line]
    return textwrap.wrap(line, _WIDTH, break_long_words=False, break_on_hyphens=False) or [""]
