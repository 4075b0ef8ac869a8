"""Which paragraphs of a DOCX file are headings, and which words are bold, by their styles and their own marks."""

from __future__ import annotations

import re

from lxml import etree

from index_store.readers.docx_lists import attribute, child, children

_MAX_CHAIN = 30
_OFF = ("0", "false", "off", "none")
_HEADING = re.compile(r"heading ([1-6])$", re.IGNORECASE)


class Weights:
    """What the styles of a document say of headings and weight."""

    def __init__(self, styles: etree._Element | None = None) -> None:
        self._own: dict[str, tuple[str | None, int | None, bool | None]] = {}
        self._known: dict[str | None, tuple[int | None, bool | None]] = {}
        self.default: str | None = None
        for node in children(styles, "style") if styles is not None else ():
            style_id = attribute(node, "styleId") or ""
            self._own[style_id] = (attribute(child(node, "basedOn")), _level(node), _bold(child(node, "rPr")))
            if attribute(node, "type") == "paragraph" and attribute(node, "default") in ("1", "true", "on"):
                self.default = style_id

    def of(self, properties: etree._Element | None) -> tuple[int, bool]:
        """The heading level (0: none) of a paragraph with these w:pPr, and whether its style sets it in bold."""
        level, bold = self._inherited(attribute(child(properties, "pStyle")) or self.default)
        own = _outline(properties)
        return (level or 0) if own is None else own, bool(bold)

    def run(self, properties: etree._Element | None, bold: bool) -> bool:
        """Whether a run with these w:rPr is bold in a paragraph whose style is, or is not, ``bold``."""
        if properties is None:
            return bold
        own = _bold(properties)
        if own is None and (style := attribute(child(properties, "rStyle"))):
            own = self._inherited(style)[1]
        return bold if own is None else own

    def _inherited(self, style: str | None) -> tuple[int | None, bool | None]:
        if style not in self._known:
            self._known[style] = self._read(style)
        return self._known[style]

    def _read(self, style: str | None) -> tuple[int | None, bool | None]:
        level: int | None = None
        bold: bool | None = None
        for _ in range(_MAX_CHAIN):
            if style not in self._own:
                break
            style, own_level, own_bold = self._own[style or ""]
            level = own_level if level is None else level
            bold = own_bold if bold is None else bold
        return level, bold


def _level(style: etree._Element) -> int | None:
    named = _HEADING.match(attribute(child(style, "name")) or "")
    return int(named[1]) if named else _outline(child(style, "pPr"))


def _outline(properties: etree._Element | None) -> int | None:
    """The level that w:outlineLvl gives: 0 to 5 are headings, 9 is text."""
    told = attribute(child(properties, "outlineLvl"))
    if told is None or not told.isdecimal():
        return None
    return int(told) + 1 if int(told) < 6 else 0


def _bold(properties: etree._Element | None) -> bool | None:
    node = child(properties, "b")
    return None if node is None else attribute(node) not in _OFF
