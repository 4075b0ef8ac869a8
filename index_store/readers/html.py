"""HTML: the main content of a page, without the menus, banners and scripts around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from index_store.models import SourceText
from index_store.readers.blocks import ITEM, Block, joined, row, untitled
from index_store.readers.emphasis import bare, emphasised, unmarked
from index_store.readers.html_content import main_content
from index_store.readers.limits import Clock
from index_store.readers.numerals import numeral
from index_store.readers.plain import decoded
from index_store.readers.refusal import refuse
from index_store.readers.strikes import Strikes

_MAX_BYTES = 16 * 2**20
_MAX_DEPTH = 150
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_BLANKS = re.compile("[ \t\r\n\f\xa0]+")
_SPACES = re.compile(" +")
_BREAK = re.compile(" *\n *")
_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset")
    + ("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend")
    + ("li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead")
    + ("tr", "ul", "dir", "menu", "caption")
)
_COUNCIL = re.compile(r"^(?!.*\b(?:[Mm]inutes|[Aa]genda|[Mm]eeting)\b).*\b(?:Council|Authority|Corporation)\b")
_OPENING = 3000
_STYLE = {"a": "a", "A": "A", "i": "i", "I": "I", "1": "1"}
_CSS_STYLE = {
    "decimal": "1",
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
    "none": "",
}
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_HEAVY = re.compile(r"font-weight\s*:\s*bold|font\s*:[^;]*\bbold\b", re.I)
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)")


def read_html(path: Path, name: str) -> SourceText:
    """The text of a web page. Raises UnreadableFile where it is too large or has no words."""
    if path.stat().st_size > _MAX_BYTES:
        raise refuse(name, f"is a page larger than {_MAX_BYTES // 2**20} MB", "save the minutes alone and add them")
    text, warnings = _decoded(path.read_bytes())
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise refuse(name, "is a damaged web page", "save it again from the browser") from error
    if root is None:
        raise refuse(name, "has no words in it", "check that it was saved whole")
    title = (root.findtext(".//title") or "").strip()
    clock = Clock(name)
    reader = _Reader(clock)
    body = joined(reader.blocks(main_content(root, clock)))
    if title and untitled(bare(body)):
        body = joined([Block(_BLANKS.sub(" ", title)), Block(body)])
    elif owner := _owner(title, body):
        body = joined([Block(owner), Block(body)])
    if not any(char.isalnum() for char in body):
        raise refuse(name, "has no words in it", "check that the page was saved whole, not as a frame or a script")
    plain, emphasis = unmarked(body)
    return SourceText(plain, name, (), (*warnings, *reader.strikes.warnings()), emphasis)


def _owner(title: str, body: str) -> str | None:
    """The council that the page's title names and its content does not: "Minutes, 6 March | Marl Borough Council"."""
    parts = [_BLANKS.sub(" ", part).strip() for part in re.split(r"\s[|–—-]\s", title)]
    named = [part for part in (parts[-1], parts[0]) if len(parts) > 1 and _COUNCIL.search(part)]
    return next((part for part in named if part.casefold() not in bare(body[:_OPENING]).casefold()), None)


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """By its byte order mark, as UTF-8, by what the page says of itself, or by guess."""
    text, warnings = decoded(data)
    named = _CHARSET.search(data[:4096])
    if warnings and named:
        try:
            return data.decode(named[1].decode("ascii").replace("iso-8859-1", "cp1252"), "replace"), ()
        except LookupError:
            pass
    return text, warnings


@dataclass
class _Reader:
    clock: Clock
    strikes: Strikes = field(default_factory=Strikes)

    def blocks(self, node: etree._Element, depth: int = 0) -> list[Block]:
        """The blocks that ``node`` holds; inline content between blocks makes paragraphs of its own."""
        self.clock.check()
        if not len(node):
            words = _blank(node.text).strip()
            return [Block(words)] if words else []
        found: list[Block] = []
        pieces: list[tuple[str, bool]] = []

        def add(text: str | None, struck: bool, bold: bool) -> None:
            words = _blank(text)
            pieces.append((emphasised(words) if bold else words, struck))

        def inline(part: etree._Element, struck: bool, level: int, bold: bool = False) -> None:
            tag = str(part.tag).lower()
            if level > _MAX_DEPTH:
                pieces.append((" ".join(str(text) for text in part.itertext()), struck))
            elif tag in _BLOCKS:
                found.extend(self._behind(pieces, part, tag, level))
                pieces.clear()
            elif tag == "del":
                return
            elif tag == "br":
                pieces.append(("\n", struck))
            else:
                gone = struck or tag in ("s", "strike")
                heavy = bold or tag in ("b", "strong") or _is_bold(part)
                add(part.text, gone, heavy)
                for each in part:
                    inline(each, gone, level + 1, heavy)
                    add(each.tail, gone, heavy)

        pieces.append((_blank(node.text), False))
        for part in node:
            inline(part, False, depth + 1)
            pieces.append((_blank(part.tail), False))
        return [*found, *self._paragraph(pieces)]

    def _behind(self, pieces: list[tuple[str, bool]], part: etree._Element, tag: str, level: int) -> list[Block]:
        """A block and the paragraph before it; a capital alone before small letters is the first of its words."""
        first = "".join([text for text, _ in pieces]).lstrip()
        slipped = len(first) == 1 and first.isupper()
        before = [] if slipped else self._paragraph(pieces)
        inside = self._block(part, tag, level)
        return [*before, *(_with_first(first, inside) if slipped else inside)]

    def _paragraph(self, pieces: list[tuple[str, bool]]) -> list[Block]:
        text = self.strikes.text(pieces)
        if "  " in text or "\n" in text:
            text = _BREAK.sub("\n", _SPACES.sub(" ", text)).strip()
        return [Block(text)] if text else []

    def _block(self, node: etree._Element, tag: str, depth: int) -> list[Block]:
        if tag in ("ol", "ul", "menu", "dir"):
            return self._list(node, tag == "ol", depth)
        if tag == "table":
            return [block for line in _rows(node) for block in self._row(line, depth)]
        if tag == "pre":
            text = "".join(str(part) for part in node.itertext())
            return [Block(text.strip("\n"))] if text.strip() else []
        blocks = self.blocks(node, depth)
        level = _LEVELS.get(tag) or (0 if _is_bold(node) else None)
        return blocks if level is None else [Block(emphasised(block.text, level), block.run) for block in blocks]

    def _row(self, line: etree._Element, depth: int) -> list[Block]:
        return row([self.blocks(cell, depth) for cell in line if str(cell.tag).lower() in ("td", "th")])

    def _list(self, node: etree._Element, numbered: bool, depth: int) -> list[Block]:
        found: list[Block] = []
        number = _whole(node.get("start"), 1)
        style = _list_style(node) if numbered else None
        for item in node:
            inside = self.blocks(item, depth)
            if str(item.tag).lower() == "li" and inside:
                number = _whole(item.get("value"), number)
                label = "-" if style is None else f"{numeral(number, style)}." if style else ""
                first = inside[0].text
                own = bare(first).startswith(label) if numbered else re.match(r"[-•·*]\s", bare(first))
                inside[0] = Block(first if own or not label else f"{label} {first}", run=ITEM)
                number += 1
            found += inside
        return found


def _with_first(letter: str, blocks: list[Block]) -> list[Block]:
    """Blocks with the letter that a slip of the hand left in front of the first: "I<p>t was agreed"."""
    if blocks and blocks[0].text[:1].islower():
        return [Block(letter + blocks[0].text, blocks[0].run), *blocks[1:]]
    return [Block(letter), *blocks]


_UNMARKED = re.compile(r"(?:^|[\s_-])(?:unstyled|no-?bullets?|list-none|plain)(?=$|[\s_-])")
"""Classes of lists that a page shows without numbers or bullets."""


def _blank(text: str | None) -> str:
    """Text with a space for every stretch of white space."""
    if not text:
        return ""
    return text if text.isprintable() and "  " not in text else _BLANKS.sub(" ", text)


def _is_bold(node: etree._Element) -> bool:
    """Whether the words of an element are set in bold by its own style."""
    style = node.get("style")
    return style is not None and "bold" in style and _HEAVY.search(style) is not None


def _list_style(node: etree._Element) -> str:
    if _UNMARKED.search(node.get("class") or ""):
        return ""
    named = _LIST_STYLE.search(node.get("style") or "")
    if named and named[1] in _CSS_STYLE:
        return _CSS_STYLE[named[1]]
    return _STYLE.get(node.get("type") or "1", "1")


def _rows(node: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table, but not those of tables in its cells; a caption first."""
    for part in node:
        tag = str(part.tag).lower()
        if tag == "tr":
            yield part
        elif tag in ("thead", "tbody", "tfoot"):
            yield from _rows(part)
        elif tag == "caption":
            holder = etree.Element("tr")
            cell = etree.SubElement(holder, "td")
            cell.text = " ".join(str(text) for text in part.itertext())
            yield holder


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.strip().isdecimal() and len(text) < 9 else default
