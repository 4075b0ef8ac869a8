"""RTF through striprtf, with tables, list numbers and paragraph ends marked beforehand so that they survive.

Tracked deletions, hidden text, headers, pictures and field instructions are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from striprtf.striprtf import rtf_to_text

from index_store.models import SourceText
from index_store.readers.blocks import ITEM, Block, joined, row
from index_store.readers.emphasis import unmarked
from index_store.readers.limits import Clock
from index_store.readers.plain import paired, windows_1252
from index_store.readers.refusal import refuse
from index_store.readers.rtf_weights import weighed, with_weights

_MAX_BYTES = 256 * 2**20
_MAX_WORDS = 24 * 2**20
"""Length without pictures: beyond it striprtf takes minutes."""
_MAX_FONTS = 100_000
_FAILURES = (ValueError, TypeError, LookupError, OverflowError, AttributeError)
_BINARY = re.compile(r"\\bin(\d{1,9}) ?")
_NESTED = r"[^{}]*(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}[^{}]*)*\}"
_UNREAD = re.compile(r"\{(?:\\\*)?\\(?:pict|fldinst|objdata|themedata|datastore|colorschememapping)(?![a-z])" + _NESTED)
_CELL, _ROW, _PARAGRAPH, _ROW_START, _LABEL = map(chr, range(0xE100, 0xE105))
_MARKS = {"cell": _CELL, "nestcell": _CELL, "row": _ROW, "nestrow": _ROW, "par": _PARAGRAPH, "trowd": _ROW_START}
_MARKS |= {"sect": _PARAGRAPH, "page": _PARAGRAPH}
_MARKED = re.compile(r"\\(cell|nestcell|row|nestrow|par|trowd|sect|page)(?![a-z0-9-]) ?")
_LABELLED = re.compile(r"\{\s*(?:\\\*)?\\(?:listtext|pntext)(?![a-z])")
_BULLETS = re.compile(r"[^\w(\[]|o")
_EDGES = re.compile(f"([{_CELL}{_ROW}{_PARAGRAPH}{_ROW_START}])")


def read_rtf(path: Path, name: str) -> SourceText:
    """The text of a Rich Text file. Raises UnreadableFile where it is damaged, empty or much too long."""
    if path.stat().st_size > _MAX_BYTES:
        raise refuse(name, f"is larger than {_MAX_BYTES // 2**20} MB", "save it as DOCX or PDF and add that")
    source = _marked(windows_1252(path.read_bytes()))
    if len(source) > _MAX_WORDS:
        raise refuse(name, "is too long an RTF file", "save it as DOCX or PDF and add that")
    try:
        plain = str(rtf_to_text(source, errors="replace"))  # type: ignore[no-untyped-call]
    except _FAILURES as error:
        raise refuse(name, "is a damaged RTF file", "open it in its program, save it as DOCX and add that") from error
    text = joined(_blocks(paired(plain), Clock(name)))
    text, emphasis = unmarked(text)
    if not any(char.isalnum() for char in text):
        raise refuse(name, "has no words in it", "check that it is the right file; text in pictures is not read")
    return SourceText(text, name, emphasis=emphasis)


def _marked(source: str) -> str:
    """The RTF without pictures and the like, the edges of paragraphs and cells as characters of their own."""
    source = _without_fonts(_without_binary(source))
    source = _UNREAD.sub("", source)
    source = re.sub(r"\\deleted(?![a-z0-9])", r"\\*", source)
    if not re.search(r"\\v0(?![0-9])", source):
        source = re.sub(r"\\v(?![a-z0-9-])", r"\\*", source)
    source = with_weights(source)
    source = _LABELLED.sub(lambda _: "{" + _character(_LABEL) + "\\listtext", source)
    return _MARKED.sub(lambda match: _character(_MARKS[match[1]]), source)


def _character(char: str) -> str:
    """A character in RTF, in a group of its own so that it changes nothing behind it."""
    return f"{{\\uc1\\u{ord(char)}?}}"


def _without_binary(source: str) -> str:
    parts, at = [], 0
    while match := _BINARY.search(source, at):
        parts.append(source[at : match.start()])
        at = match.end() + int(match[1])
    return "".join([*parts, source[at:]])


def _without_fonts(source: str) -> str:
    """Without a font table so long that striprtf would take for ever to read it."""
    start, depth = source.find("{\\fonttbl"), 0
    for brace in re.finditer("[{}]", source[start:]) if start >= 0 else ():
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return source[:start] + source[start + brace.end() :] if brace.end() > _MAX_FONTS else source
    return source[:start] if start >= 0 and len(source) - start > _MAX_FONTS else source


def _blocks(text: str, clock: Clock) -> Iterator[Block]:
    """Paragraphs and table rows. Paragraphs before a row's first cell belong to it only if the row was begun."""
    cells: list[list[Block]] = []
    before: list[Block] = []
    in_row = False
    words = ""
    for part in _EDGES.split(text):
        clock.check()
        if part == _PARAGRAPH:
            before += _paragraph(words)
        elif part == _CELL:
            if not in_row and not cells:
                yield from before
                before = []
            cells.append([*before, *_paragraph(words)])
            before = []
        elif part == _ROW:
            yield from row(cells)
            cells, in_row = [], False
        elif part == _ROW_START and not in_row:
            yield from before
            before, in_row = [], not cells
        else:
            words += part if part != _ROW_START else ""
            continue
        if not in_row and not cells:
            yield from before
            before = []
        words = "" if part != _ROW_START else words
    yield from (*before, *row(cells), *_paragraph(words))


def _paragraph(words: str) -> list[Block]:
    words = weighed(words)
    lead, label, rest = words.partition(_LABEL)
    if not label:
        return [Block(words.strip())] if words.strip() else []
    number, _, text = (lead + rest).strip().partition("\t")
    number = "-" if _BULLETS.fullmatch(number) else number
    return [Block(f"{number} {text.strip()}".strip(), run=ITEM)]
