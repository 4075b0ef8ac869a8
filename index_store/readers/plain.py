"""Text and Markdown files: the decoded file, newlines untouched."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from index_store.models import SourceText
from index_store.readers.refusal import refuse

MAX_PLAIN_BYTES = 64 * 2**20
_SIGNATURES = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 100_000
"""Letters that mostly show a large binary file for what it is."""
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SURROGATES = re.compile("[\ud800-\udfff]+")
_HIGH = re.compile(rb"[\x80-\xff]")


def read_plain(path: Path, name: str) -> SourceText:
    """The file decoded, without its byte order mark. Raises UnreadableFile for what is not text."""
    if path.stat().st_size > MAX_PLAIN_BYTES:
        raise refuse(name, f"is a text larger than {MAX_PLAIN_BYTES // 2**20} MB", "split it into smaller files")
    text, warnings = decoded(path.read_bytes())
    parts = (text[:_SAMPLE], text) if len(text) > _SAMPLE else (text,)
    if any(len(_CONTROL.findall(part)) > len(part) * 0.01 for part in parts if part):
        raise refuse(name, "is a binary file, not text", "check that it is the right file, or save it as text")
    if not any(char.isalnum() for char in text):
        raise refuse(name, "has no words in it", "check that it is the right file")
    return SourceText(text, name, (), warnings)


def decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """``data`` as text, with a warning where its encoding had to be guessed. Never raises.

    A byte order mark decides; else UTF-8 if it fits, UTF-16 if every other byte is zero, else Windows-1252.
    A UTF-8 text with stray bytes of another encoding keeps its UTF-8 and has the strays read as Windows-1252.
    """
    for mark, encoding in _SIGNATURES:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), ()
    if unmarked := _unmarked_utf16(data):
        return data.decode(unmarked, "replace"), ("encoding guessed: UTF-16",)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    if 2 * sum(map(len, _MULTIBYTE.findall(data))) > len(_HIGH.findall(data)):
        return data.decode("utf-8", "minutes-stray"), ("encoding mixed: UTF-8 with stray bytes",)
    return windows_1252(data), ("encoding guessed: Windows-1252",)


def _unmarked_utf16(data: bytes) -> str | None:
    sample = data[:2000]
    half = len(sample) // 2
    if half < 2 or len(data) % 2:
        return None
    if sample[1::2].count(0) > 0.8 * half and sample[::2].count(0) < 0.05 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.8 * half and sample[1::2].count(0) < 0.05 * half:
        return "utf-16-be"
    return None


def windows_1252(data: bytes) -> str:
    """Windows-1252, with the five bytes that it leaves undefined read as Latin-1 does."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)


def paired(text: str) -> str:
    """``text`` with surrogate pairs, as two-byte formats keep them, put together; a half one becomes U+FFFD."""
    return _SURROGATES.sub(lambda m: m[0].encode("utf-16", "surrogatepass").decode("utf-16", "replace"), text)


def _stray(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return windows_1252(error.object[error.start : error.end]), error.end


codecs.register_error("minutes-stray", _stray)
