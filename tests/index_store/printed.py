"""Plain minutes set as a PDF: every stretch of a line stands where its column in the text file is."""

from __future__ import annotations

import re

from tests.index_store.documents import pdf

_STRETCH = re.compile(r"\S+(?: \S+)*")
_LINES, _LEFT, _TOP, _ADVANCE, _LEADING, _SIZE = 52, 45, 790, 4.4, 14, 8.5


def as_pdf(text: str) -> bytes:
    """The bytes of a PDF of ``text``, 52 lines a page; a form feed begins a page too."""
    pages: list[list[tuple[float, float, str]]] = [[]]
    row = 0
    for line in text.replace("\f", "\n\f").split("\n"):
        if line.startswith("\f") or row >= _LINES:
            pages.append([])
            row = 0
        for found in _STRETCH.finditer(line.lstrip("\f")):
            pages[-1].append((_LEFT + found.start() * _ADVANCE, _TOP - row * _LEADING, found.group()))
        row += 1
    return pdf(pages, size=_SIZE)
