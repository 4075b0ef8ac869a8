"""DOCX: paragraphs, tables and text boxes in document order, with automatic numbers worked out.

Tracked changes are taken as final. Hidden text, comments and tables of contents are left out. Struck-through words are
left out where the rest of their paragraph stands, and kept where a whole paragraph is struck (a done action is printed
so); both are told in a warning. Notes stand at the end. Headers are left out unless the body opens without a title.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from index_store.models import SourceText
from index_store.readers.archive import Parts
from index_store.readers.blocks import ITEM, NOTE, Block, joined, row, untitled
from index_store.readers.docx_lists import Lists, attribute, child, children, local
from index_store.readers.docx_weights import Weights
from index_store.readers.emphasis import bare, emphasised, unmarked
from index_store.readers.limits import Clock
from index_store.readers.refusal import refuse
from index_store.readers.strikes import Strikes
from index_store.readers.word_lists import BULLET, Counters

_DROPPED = {"del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "tcPr", "trPr", "tblPr", "tblGrid", "sectPr", "ruby"}
_BOXED = {"drawing", "pict", "object", "AlternateContent"}
_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "t": ""}
_OFF = ("0", "false", "off", "none")


def read_docx(path: Path, name: str) -> SourceText:
    """The text of a Word document. Raises UnreadableFile where it is damaged, protected or empty."""
    with Parts(path, name) as parts:
        main = _target(parts, "", "officeDocument") or "word/document.xml"
        named = {kind: _target(parts, main, kind) for kind in ("numbering", "styles", "footnotes", "endnotes")}
        roots = {kind: parts.xml(part) if part and part in parts else None for kind, part in named.items()}
        body = child(parts.xml(main), "body")
        if body is None:
            raise refuse(name, "has no body of text", "open it in Word, save it anew and add that")
        reader = _Reader(Lists(roots["numbering"], roots["styles"]), Clock(name), Weights(roots["styles"]))
        text = joined(reader.blocks(body))
        if untitled(bare(text)):
            text = joined([*_headers(parts, main, body), Block(text)])
        notes = [_notes(roots[kind], reader) for kind in ("footnotes", "endnotes")]
        text = joined([Block(text), *notes[0], *notes[1]])
    if not text.strip():
        raise refuse(name, "has no words in it", "check that it is the right file; text in pictures is not read")
    plain, emphasis = unmarked(text)
    return SourceText(plain, name, (), reader.strikes.warnings(), emphasis)


def _target(parts: Parts, part: str, kind: str) -> str | None:
    """The part to which ``part`` has a relationship of ``kind``."""
    return next(iter(_targets(parts, part, kind)), None)


def _targets(parts: Parts, part: str, kind: str) -> dict[str, None]:
    folder, file = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{file}.rels")
    if relations not in parts:
        return {}
    found: dict[str, None] = {}
    for relation in parts.xml(relations):
        if (attribute(relation, "Type") or "").rpartition("/")[2] == kind:
            target = posixpath.normpath(posixpath.join("/", folder, attribute(relation, "Target") or ""))
            found[target.lstrip("/")] = None
    return found


def _headers(parts: Parts, main: str, body: etree._Element) -> Iterator[Block]:
    """The page headers, each text once: the title of some minutes stands nowhere else."""
    seen = set()
    for part in _targets(parts, main, "header"):
        if part in parts:
            text = joined(_Reader(Lists(None, None), Clock(parts.name)).blocks(parts.xml(part)))
            if text not in seen and re.search(r"[^\W\d_]{3}", text):
                seen.add(text)
                yield Block(text)


def _notes(root: etree._Element | None, reader: _Reader) -> list[Block]:
    if root is None:
        return []
    notes = [note for note in root if attribute(note, "type") in (None, "normal")]
    texts = [(attribute(note, "id"), joined(reader.blocks(note)).strip()) for note in notes]
    return [Block(f"Note {number}: {text}", run=NOTE) for number, text in texts if text]


@dataclass
class _Paragraph:
    """One paragraph while it is read: ``pieces`` are (text, struck through), ``bold`` is what its style says."""

    pieces: list[tuple[str, bool]] = field(default_factory=list)
    boxes: list[Block] = field(default_factory=list)
    bold: bool = False


@dataclass
class _Reader:
    lists: Lists
    clock: Clock
    weights: Weights = field(default_factory=Weights)
    counters: Counters = field(default_factory=Counters)
    fields: list[str] = field(default_factory=list)
    """Open fields, innermost last: the instruction while it is read, "=" in the result, "~" in one to leave out."""
    pending: list[tuple[str, bool]] = field(default_factory=list)
    """Words of a paragraph whose end was deleted: the next paragraph goes on with them."""
    strikes: Strikes = field(default_factory=Strikes)

    def blocks(self, container: etree._Element) -> list[Block]:
        found: list[Block] = []
        for node in container:
            tag = local(node)
            if tag == "p":
                found += self._paragraph(node)
            elif tag == "tbl":
                found += self._table(node)
            elif tag == "sdt":
                if not _is_contents(node):
                    found += [block for part in children(node, "sdtContent") for block in self.blocks(part)]
            elif tag == "AlternateContent":
                found += self.blocks(_alternative(node))
            elif tag not in _DROPPED:
                found += self.blocks(node)
        return found

    def _table(self, table: etree._Element) -> list[Block]:
        found: list[Block] = []
        for node in _inside(table, "tr"):
            if child(node, "trPr", "del") is None:
                cells = [cell for cell in _inside(node, "tc") if child(cell, "tcPr", "cellDel") is None]
                found += row([self.blocks(cell) for cell in cells])
        return found

    def _paragraph(self, node: etree._Element) -> list[Block]:
        self.clock.check()
        properties = child(node, "pPr")
        level, bold = self.weights.of(properties)
        paragraph = _Paragraph(self.pending, bold=bold)
        self.pending = []
        self._inline(node, paragraph)
        mark = child(properties, "rPr")
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            self.pending = paragraph.pieces
            return paragraph.boxes
        text = self.strikes.text(paragraph.pieces)
        place = self.lists.of(properties)
        label = self.counters.label(*place) if place and not _is_on(mark, "vanish") else ""
        if label == BULLET and not text:
            label = ""
        text = f"{label} {text}".strip() if label else text
        return [Block(emphasised(text, level) if level else text, run=ITEM if label else ""), *paragraph.boxes]

    def _inline(self, node: etree._Element, paragraph: _Paragraph) -> None:
        for part in node:
            tag = local(part)
            if tag == "r":
                self._run(part, paragraph)
            elif tag == "t":
                paragraph.pieces.append((part.text or "", False))
            elif tag == "AlternateContent":
                self._inline(_alternative(part), paragraph)
            elif tag not in _DROPPED:
                self._inline(part, paragraph)

    def _run(self, run: etree._Element, paragraph: _Paragraph) -> None:
        self.clock.check()
        properties = child(run, "rPr")
        hidden = _is_on(properties, "vanish")
        struck = _is_on(properties, "strike") or _is_on(properties, "dstrike")
        bold = self.weights.run(properties, paragraph.bold)
        for part in run:
            tag = local(part)
            if tag == "fldChar":
                self._field(attribute(part, "fldCharType"))
            elif tag == "instrText" and self.fields and self.fields[-1] not in "=~":
                self.fields[-1] += part.text or ""
            elif tag in _BOXED:
                paragraph.boxes += self._boxes(part)
            elif tag in _MARKS and not hidden and all(state == "=" for state in self.fields):
                words = (part.text or "") if tag == "t" else _MARKS[tag]
                paragraph.pieces.append((emphasised(words) if bold else words, struck))

    def _field(self, event: str | None) -> None:
        if event == "begin":
            self.fields.append(" ")
        elif event == "separate" and self.fields:
            words = self.fields[-1].split()
            self.fields[-1] = "~" if words[:1] == ["TOC"] else "="
        elif event == "end" and self.fields:
            self.fields.pop()

    def _boxes(self, node: etree._Element) -> list[Block]:
        if local(node) == "AlternateContent":
            node = _alternative(node)
        fields, self.fields = self.fields, []
        found = [block for box in _inside(node, "txbxContent") for block in self.blocks(box)]
        self.fields = fields
        return found


def _inside(node: etree._Element, name: str) -> Iterator[etree._Element]:
    """Elements called ``name`` under ``node``, through wrappers (content controls, shapes) but not into each other."""
    for part in node:
        tag = local(part)
        if tag == name:
            yield part
        elif tag == "AlternateContent":
            yield from _inside(_alternative(part), name)
        elif tag not in _DROPPED:
            yield from _inside(part, name)


def _alternative(node: etree._Element) -> etree._Element:
    """The one branch of mc:AlternateContent to read: both hold the same words."""
    branches = [part for part in node if local(part) in ("Choice", "Fallback")]
    worded = (part for part in branches if any(local(each) == "t" for each in part.iter()))
    return next(worded, branches[0] if branches else etree.Element("empty"))


def _is_contents(node: etree._Element) -> bool:
    gallery = child(node, "sdtPr", "docPartObj", "docPartGallery")
    return attribute(gallery) == "Table of Contents"


def _is_on(properties: etree._Element | None, name: str) -> bool:
    node = child(properties, name)
    return node is not None and attribute(node) not in _OFF
