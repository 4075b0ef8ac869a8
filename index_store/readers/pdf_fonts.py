"""Which characters on a PDF page are bold. Fonts are dear to ask for, so few characters of a line are asked about."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence

import pypdfium2.raw as pdfium
from pypdfium2 import PdfTextPage

_HEAVY = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_FORCED = 1 << 18
"""The flag of a font that is to be printed bold."""
_LONGEST = 200


class Fonts:
    """The fonts of one page's characters."""

    def __init__(self, page: PdfTextPage) -> None:
        self._raw = page.raw
        self._name = ctypes.create_string_buffer(_LONGEST)
        self._flags = ctypes.c_int()

    def bold(self, text: Sequence[str], indices: Sequence[int]) -> int:
        """How many characters of a piece of text are bold from its first on; ``indices`` say which they are."""
        if not self._is_bold(indices[0]):
            return 0
        if self._is_bold(indices[-1]):
            return sum(map(len, text))
        low, high = 0, len(indices) - 1
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._is_bold(indices[middle]) else (low, middle)
        return len("".join(text[:high]).rstrip())

    def _is_bold(self, index: int) -> bool:
        size = pdfium.FPDFText_GetFontInfo(self._raw, index, self._name, _LONGEST, self._flags)
        return bool(0 < size <= _LONGEST and (_HEAVY.search(self._name.value) or self._flags.value & _FORCED))
