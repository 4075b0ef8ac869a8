"""Text from pictures of pages, where the program `tesseract` is installed."""

from __future__ import annotations

import math
import shutil
import subprocess

from pypdfium2 import PdfPage

from index_store.readers.refusal import refuse

_DPI = 300
_MAX_PIXELS = 30_000_000
_SECONDS_A_PAGE = 60


def tesseract() -> str | None:
    """The path of the program, or None where it is not installed."""
    return shutil.which("tesseract")


def scanned_text(page: PdfPage, program: str, name: str) -> str:
    """What ``program`` reads on ``page``, wide gaps kept. Raises UnreadableFile where it fails or hangs."""
    width, height = page.get_size()
    scale = min(_DPI / 72, math.sqrt(_MAX_PIXELS / max(width * height, 1.0)))
    bitmap = page.render(scale=scale, grayscale=True, draw_annots=False)
    rows = memoryview(bitmap.buffer)
    lines = (bytes(rows[at * bitmap.stride : at * bitmap.stride + bitmap.width]) for at in range(bitmap.height))
    picture = b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(lines)
    command = [program, "stdin", "stdout", "-c", "preserve_interword_spaces=1"]
    try:
        done = subprocess.run(command, input=picture, capture_output=True, timeout=_SECONDS_A_PAGE, check=True)
    except (subprocess.SubprocessError, OSError) as error:
        raise refuse(
            name, f"is a scan that tesseract cannot read ({error})", "run OCR on it and add the result"
        ) from error
    return done.stdout.decode("utf-8", "replace").strip("\f\n")
