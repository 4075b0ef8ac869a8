"""ODT: paragraphs, lists, tables and text boxes in document order, with automatic numbers worked out.

Tracked deletions, comments, hidden text and tables of contents are left out. Notes stand at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from index_store.models import SourceText
from index_store.readers.archive import Parts
from index_store.readers.blocks import ITEM, NOTE, Block, joined, row
from index_store.readers.docx_lists import attribute, child, local
from index_store.readers.emphasis import emphasised, unmarked
from index_store.readers.limits import Clock
from index_store.readers.odt_lists import Numbering, list_styles, whole
from index_store.readers.odt_weights import weights
from index_store.readers.refusal import refuse
from index_store.readers.strikes import Strikes
from index_store.readers.word_lists import BULLET

_DROPPED = {
    "tracked-changes",
    "annotation",
    "annotation-end",
    "table-of-content",
    "alphabetical-index",
    "title",
    "desc",
}
_DROPPED |= {"ruby-text", "hidden-text", "hidden-paragraph", "script", "forms", "sequence-decls", "user-index"}
_DROPPED |= {"variable-decls", "user-field-decls", "illustration-index", "table-index", "bibliography", "object"}
_BOXED = {"text-box", "frame", "custom-shape", "g", "rect", "line", "ellipse"}
_BLANKS = re.compile("[ \\t\\r\\n]+")
_MAX_SPACES = 200
_MAX_REPEATS = 60


def read_odt(path: Path, name: str) -> SourceText:
    """The text of an OpenDocument text. Raises UnreadableFile where it is damaged, protected or empty."""
    with Parts(path, name) as parts:
        manifest = "META-INF/manifest.xml"
        if manifest in parts and b"encryption-data" in parts.data(manifest):
            raise refuse(name, "is protected by a password", "save a copy without the password and add that")
        content = parts.xml("content.xml")
        roots = [parts.xml("styles.xml"), content] if "styles.xml" in parts else [content]
    body = child(content, "body", "text")
    if body is None:
        raise refuse(name, "has no body of text", "open it in LibreOffice, save it anew and add that")
    reader = _Reader(roots, Clock(name))
    blocks = reader.blocks(body)
    text = joined([*blocks, *reader.notes])
    if not text.strip():
        raise refuse(name, "has no words in it", "check that it is the right file; text in pictures is not read")
    plain, emphasis = unmarked(text)
    return SourceText(plain, name, (), reader.strikes.warnings(), emphasis)


@dataclass
class _Paragraph:
    """One paragraph while it is read: ``pieces`` are (text, struck through)."""

    pieces: list[tuple[str, bool]] = field(default_factory=list)
    boxes: list[Block] = field(default_factory=list)

    def add(self, text: str, struck: bool, bold: bool = False) -> None:
        self.pieces.append((emphasised(text) if bold else text, struck))


class _Reader:
    def __init__(self, roots: list[etree._Element], clock: Clock) -> None:
        self.clock = clock
        self.strikes = Strikes()
        self.notes: list[Block] = []
        self._lists = list_styles(roots)
        self._struck, self._hidden = _text_styles(roots)
        self._bold, self._light = weights(roots)
        self._headings = Numbering(self._lists.get("", {}))
        self._by_id: dict[str, Numbering] = {}
        self._by_style: dict[str, Numbering] = {}

    def blocks(self, container: etree._Element) -> list[Block]:
        return [block for node in container for block in self._blocks_of(node)]

    def _blocks_of(self, node: etree._Element) -> list[Block]:
        tag = local(node)
        if tag == "p":
            return self._paragraph(node, "")
        if tag == "h":
            return self._heading(node)
        if tag == "list":
            return self._list(node, None, 1, "")
        if tag == "numbered-paragraph":
            return self._numbered(node)
        if tag == "table":
            return self._table(node)
        if tag in _DROPPED or (tag == "section" and attribute(node, "display") == "none"):
            return []
        return self.blocks(node)

    def _heading(self, node: etree._Element) -> list[Block]:
        depth = whole(attribute(node, "outline-level"), 1)
        counted = depth in self._headings.style and attribute(node, "is-list-header") != "true"
        label = self._headings.label(depth) if counted else ""
        first, *boxes = self._paragraph(node, "" if label == BULLET else label)
        return [Block(emphasised(first.text, min(max(depth, 1), 6)), first.run), *boxes]

    def _list(self, node: etree._Element, numbering: Numbering | None, depth: int, style: str) -> list[Block]:
        style = attribute(node, "style-name") or style
        if numbering is None:
            numbering = self._begin(node, style)
        elif self._lists.get(style, numbering.style) is not numbering.style:
            numbering = Numbering(self._lists[style], numbering.counts)
        found: list[Block] = []
        for item in node:
            if local(item) == "list-item":
                found += self._item(item, numbering, depth, style)
            elif local(item) == "list-header":
                found += self.blocks(item)
        return found

    def _begin(self, node: etree._Element, style: str) -> Numbering:
        """The state with which a list starts: its own, or that of the list that it goes on with."""
        before = self._by_id.get(attribute(node, "continue-list") or "")
        if before is None and attribute(node, "continue-numbering") == "true":
            before = self._by_style.get(style)
        numbering = before or Numbering(self._lists.get(style, {}))
        if own_id := attribute(node, "id"):
            self._by_id[own_id] = numbering
        self._by_style[style] = numbering
        return numbering

    def _item(self, item: etree._Element, numbering: Numbering, depth: int, style: str) -> list[Block]:
        start = attribute(item, "start-value")
        labelled = False
        found: list[Block] = []
        for node in item:
            tag = local(node)
            if tag == "list":
                found += self._list(node, numbering, depth + 1, style)
            elif tag in ("p", "h") and not labelled:
                labelled = True
                label = numbering.label(depth, None if start is None else whole(start, 1))
                found += self._paragraph(node, label)
            else:
                found += self._blocks_of(node)
        return found

    def _numbered(self, node: etree._Element) -> list[Block]:
        key = attribute(node, "list-id") or attribute(node, "style-name") or ""
        style = self._lists.get(attribute(node, "style-name") or "", {})
        numbering = self._by_id.setdefault(key, Numbering(style))
        start = attribute(node, "start-value")
        label = numbering.label(whole(attribute(node, "level"), 1), None if start is None else whole(start, 1))
        return [block for part in node for block in self._paragraph(part, label)]

    def _table(self, node: etree._Element) -> list[Block]:
        found: list[Block] = []
        for line in _inside(node, "table-row"):
            cells: list[list[Block]] = []
            for cell in line:
                if local(cell) in ("table-cell", "covered-table-cell"):
                    repeats = min(whole(attribute(cell, "number-columns-repeated"), 1), _MAX_REPEATS)
                    cells += [self.blocks(cell)] * (repeats if len(cell) == 0 else 1)
            found += row(cells)
        return found

    def _paragraph(self, node: etree._Element, label: str) -> list[Block]:
        self.clock.check()
        paragraph = _Paragraph()
        style = attribute(node, "style-name")
        self._inline(node, paragraph, style in self._struck, style in self._bold)
        text = self.strikes.text(paragraph.pieces)
        if label == BULLET and not text:
            label = ""
        return [Block(f"{label} {text}".strip() if label else text, run=ITEM if label else ""), *paragraph.boxes]

    def _inline(self, node: etree._Element, paragraph: _Paragraph, struck: bool, bold: bool) -> None:
        paragraph.add(_flowed(node.text), struck, bold)
        for part in node:
            tag = local(part)
            style = attribute(part, "style-name") if tag == "span" else None
            if tag == "s":
                paragraph.add(" " * min(whole(attribute(part, "c"), 1), _MAX_SPACES), struck)
            elif tag in ("tab", "line-break"):
                paragraph.add("\t" if tag == "tab" else "\n", struck)
            elif tag == "note":
                self._note(part)
            elif tag in _BOXED:
                paragraph.boxes += self.blocks(part)
            elif tag and tag not in _DROPPED and style not in self._hidden:
                heavy = style in self._bold or (bold and style not in self._light)
                self._inline(part, paragraph, struck or style in self._struck, heavy)
            paragraph.add(_flowed(part.tail), struck, bold)

    def _note(self, node: etree._Element) -> None:
        citation, body = child(node, "note-citation"), child(node, "note-body")
        if body is not None:
            number = "".join(str(text) for text in citation.itertext()) if citation is not None else ""
            text = joined(self.blocks(body)).strip()
            if text:
                self.notes.append(Block(f"Note {number}: {text}", run=NOTE))


def _text_styles(roots: list[etree._Element]) -> tuple[set[str], set[str]]:
    """The names of the styles that strike text through and of those that hide it."""
    struck: set[str] = set()
    hidden: set[str] = set()
    for root in roots:
        for style in root.iter("{*}style"):
            properties = child(style, "text-properties")
            name = attribute(style, "name") or ""
            if attribute(properties, "text-line-through-style") not in (None, "none"):
                struck.add(name)
            if attribute(properties, "display") == "none":
                hidden.add(name)
    return struck, hidden


def _inside(node: etree._Element, name: str) -> Iterator[etree._Element]:
    """Elements called ``name`` under ``node``, through groups but not through cells."""
    for part in node:
        if local(part) == name:
            yield part
        elif local(part) in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _inside(part, name)


def _flowed(text: str | None) -> str:
    """Line breaks and runs of blanks in the XML stand for one space."""
    return _BLANKS.sub(" ", text) if text else ""
