"""The printed lines of a source text, cleaned, with every character mapped back.

A row is one physical line without markup, odd spaces and escapes. Plain text passes through untouched, so that
minutes in a text file cost next to nothing here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import chain, pairwise

from index_store.models import SourceText
from index_store.weights import Weights

Piece = tuple[str, int | None]
"""A stretch of text and where it stands in the source, letter for letter; None for what cleaning put in."""

_END = re.compile(r"[\n\r\f\v\x85\u2028\u2029](?:(?<=\r)\n)?")
_HTML_END = re.compile(_END.pattern + r"|</tr>|<br\s*/?>|</?p\b[^<>]*>|</?div\b[^<>]*>|</li>")
"""Ends of lines where tables of a web page stand in Markdown."""
_ODD = re.compile(r"[*_\\`<&\[\t\xa0\xad\x00-\x08\x0e-\x1f\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff\ufffe]")
_HINT = re.compile(_ODD.pattern.replace("[", "[ !", 1) + r"(?:(?<! )|(?=[ \t\xa0\u2000-\u200a\u202f\u205f\u3000&]))")
"""Where a token may begin: patterns of tokens are tried there alone."""
_MARKDOWN = re.compile(
    r"\A---[ \t]*\n\w+:|^#{1,6} \S|\*\*\S[^*\n]*\*\*|^\d+\\[.)]|^[*_]\S[^*_\n]*[*_]\s*$|\]\(https?:|</t[dr]>",
    re.MULTILINE,
)
_TOKEN = re.compile(
    r"(?P<gap>(?:[ \xa0\u2000-\u200a\u202f\u205f\u3000]|&nbsp;|&#160;){3,}|[ \xa0]*\t[ \t\xa0]*)"
    r"|(?P<space> {2,}|(?:[\xa0\u2000-\u200a\u202f\u205f\u3000]|&nbsp;|&#160;)"
    r"(?:[ \xa0\u2000-\u200a\u202f\u205f\u3000]|&nbsp;|&#160;)*)"
    r"|(?P<drop>[\xad\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f])"
    r"|(?P<hyphen>\ufffe)"
    r"|(?P<entity>&(?:amp|lt|gt|quot|#39|apos);)"
)
_MARKUP = re.compile(
    _TOKEN.pattern
    + r"|(?P<cell></t[dh]>\s*<t[dh][^<>]*>)"
    + r"|(?P<comment><!--.*?(?:-->|$)|</?[a-zA-Z][^<>]{0,200}>)"
    + r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    + r"|(?P<image>!\[[^\]\n]*\]\([^)\n]*\)(?:\{[^}\n]*\})?)"
    + r"|(?P<link>\[(?P<label>[^\]\n]+)\]\((?P<url>[^)\n]*)\))"
    + r"|(?P<strong>\*\*\*?|__)"
    + r"|(?P<star>\*(?=\S)|(?<=\S)\*|(?<![^\W_])_(?=\S)|(?<=\S)_(?![^\W_]))"
    + r"|(?P<tick>`)"
)
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "#39": "'", "apos": "'"}
FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?:\w[^\n]*\r?\n|\s+[^\n]*\n|#[^\n]*\n){0,60}?---[ \t]*(?:\r?\n|\Z)")
_PARTICULARS = re.compile(r"\ufeff?---[ \t]*\r?\n(?:(?:[\w-]+:|[ \t]*- |[ \t]+\w)[^\n]*\n){2,80}---[ \t]*\r?\n")
"""Front matter with lists, which is about the meeting: who came, what was taken. Each of its lines stays one."""
_TITLE = re.compile(r"^title:[ \t]*[\"']?(\w[^\n]*?)[\"']?[ \t]*\r?$", re.MULTILINE)
_IMAGE = re.compile(r"!\[([^\]\n]{8,200})\]\([^)\n]*\)(?:\{[^}\n]*\})?")
_TITLE_WORDS = re.compile(r"\b(?:minutes|meeting|council|committee|board|district|authority|trustees)\b", re.IGNORECASE)
_IN_LINES = re.compile(
    r"(?<=[A-Z]{3}) (?=[A-Z][a-z])|(?<=[Mm]inutes) (?=[A-Z])|"
    r"(?<=[a-z]) (?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
)
"""Where a line of a pictured title ended: "MARL WATER DISTRICT Board Meeting Minutes Friday, 3 May"."""
_TOP = 6
_NUMBER_CELL = 14
_DOWNLOAD = re.compile(r"(?:\s*\bpdf icon)?(?:^|\s+)PDF\s+\d+(?:\.\d+)?\s*[KM]B$")
"""The mark of a paper for download, which the pages of meeting systems set behind a title."""
_HEADING = re.compile(r"\s{0,3}(#{1,6})(?:\s+|(?=[A-Z]))")
_CALLOUT = re.compile(r"\[![\w-]+\][+-]?\s*")
"""The mark of a block quote that has a title and folds: "> [!note]- Present:"."""
_TIGHT = re.compile(r"\S\|\S")
_BARS = re.compile(r" *\| *")
_QUOTE = re.compile(r"\s{0,3}(?:>\s?)+")


@dataclass(slots=True)
class Row:
    """One printed line: ``text`` cleaned, ``pieces`` that make it up, ``start`` and ``end`` of it in the source.

    ``level`` is the Markdown heading level, ``bold`` how many characters from the start are bold, ``gap`` whether
    blank lines or a page edge stand before it, ``page_edge`` whether a page begins there, ``hard`` whether the author
    asked for a line break behind it, ``margin`` what a heading beside the row goes on with on further lines.
    """

    text: str
    pieces: list[Piece]
    start: int
    end: int
    page: int = 0
    indent: int = 0
    level: int = 0
    bold: int = 0
    gap: bool = False
    page_edge: bool = False
    hard: bool = False
    margin: str = ""


def is_markdown(text: str) -> bool:
    """Whether the text shows Markdown's marks; the file's name is not asked."""
    marked = any(mark in text for mark in "#*_\\") or "](http" in text or text.startswith("---")
    return marked and _MARKDOWN.search(text) is not None


def rows_of(source: SourceText) -> list[Row]:
    """The non-blank lines of the source, cleaned; of front matter, which is about the file, only the title."""
    text, markdown = source.text, is_markdown(source.text)
    rows: list[Row] = []
    page, gap, edge, pictured = 0, True, False, False
    weights = Weights(source) if source.emphasis else None
    at = 0
    if found := FRONT_MATTER.match(text):
        at = found.end()
        rows += _front_title(text, at)
    told = _PARTICULARS.match(text)
    odd = "  " in text or _ODD.search(text) is not None
    ends = _HTML_END if markdown and "</t" in text else _END
    for stop in chain(ends.finditer(text, at), [None]):
        end = stop.start() if stop else len(text)
        if source.page_starts and (here := bisect_right(source.page_starts, at)) != page:
            page, edge = here, True
        row = _row(text[at:end], at, markdown, odd) if at < end else None
        if row is None and markdown and len(rows) < _TOP and not pictured and (title := _pictured(text, at, end)):
            title[0].page, title[0].page_edge = page, edge
            rows += title
            gap, edge, pictured = True, False, True
        elif row is None:
            gap = True
        else:
            row.page, row.gap, row.page_edge = page, gap, edge
            row.hard = row.hard or (told is not None and end < told.end())
            if weights is not None:
                level, bold = weights.of(row.pieces, row.text)
                row.level, row.bold = row.level or level, max(row.bold, bold)
            rows.append(row)
            gap = edge = False
        if stop is None:
            break
        at = stop.end()
        if text[end] == "\f" and not source.page_starts:
            page, edge = page + 1, True
    return rows


def _front_title(text: str, end: int) -> list[Row]:
    """The title in the front matter, which ends at ``end``, as a heading; none where it has none."""
    title = _TITLE.search(text, 0, end)
    if title is None:
        return []
    return [Row(title[1], [(title[1], title.start(1))], title.start(1), title.end(1), level=1, gap=True)]


def _pictured(text: str, at: int, end: int) -> list[Row]:
    """The title of minutes that stands only in what a picture at their head is said to show, in lines."""
    found = _IMAGE.fullmatch(text[at:end].strip())
    lead = at + len(text[at:end]) - len(text[at:end].lstrip())
    if found is None or not _TITLE_WORDS.search(found[1]):
        return []
    edges = [0, *(cut.end() for cut in _IN_LINES.finditer(found[1])), len(found[1])]
    parts = [(found.start(1) + lead + a, found[1][a:b].rstrip()) for a, b in pairwise(edges) if found[1][a:b].strip()]
    return [Row(part, [(part, start)], start, start + len(part), gap=n == 0) for n, (start, part) in enumerate(parts)]


def _row(raw: str, at: int, markdown: bool, odd: bool = True) -> Row | None:
    """The row of a printed line; ``odd`` says whether its text has marks and blanks that cleaning takes out."""
    stripped = raw.strip()
    if stripped.endswith(("KB", "MB")):
        stripped = _DOWNLOAD.sub("", stripped)
    if not stripped:
        return None
    lead = 0 if raw[0] == stripped[0] else len(raw) - len(raw.lstrip())
    row = Row(stripped, [(stripped, at + lead)], at + lead, at + lead + len(stripped), indent=lead)
    if markdown:
        row.hard = raw.endswith("  ") or ("\\" in raw and raw.rstrip().endswith("\\"))
    odd = odd and (_ODD.search(stripped) is not None or "  " in stripped)
    if not odd and not (markdown and stripped[0] in "#>|"):
        return row
    return _cleaned(row, markdown)


def _cleaned(row: Row, markdown: bool) -> Row | None:
    raw, offset, begin = row.text, row.start, 0
    table = False
    if markdown:
        if raw[0] == ">" and (found := _QUOTE.match(raw)):
            begin = found.end()
            row.indent += begin
            if callout := _CALLOUT.match(raw, begin):
                begin = callout.end()
        if "#" in raw[begin : begin + 4] and (found := _HEADING.match(raw, begin)):
            row.level, begin = len(found[1]), found.end()
            raw = raw.rstrip("# ") if raw.endswith("#") else raw
        if raw.endswith("\\"):
            raw = raw[:-1]
        if raw.startswith("|", begin) and raw.count("|") > 2:
            begin += 2 if raw.startswith("| ", begin) else 1
            table = _TIGHT.search(raw, begin) is not None
    pieces, bold = _pieces(raw, offset, begin, _MARKUP if markdown else _TOKEN)
    row.pieces = _trimmed(_spaced(pieces) if table else pieces)
    row.text = "".join(text for text, _ in row.pieces)
    row.bold = min(bold, len(row.text))
    return row if row.text else None


def _pieces(raw: str, offset: int, begin: int, pattern: re.Pattern[str]) -> tuple[list[Piece], int]:
    """The pieces of a line without markup, and how far from its start it is bold."""
    pieces: list[Piece] = []
    at, length, bold, strong = begin, 0, 0, False
    bullet = raw[begin : begin + 2] in ("* ", "*\t")
    for hint in _HINT.finditer(raw, begin):
        if hint.start() < at or (bullet and hint.start() == begin):
            continue
        found = pattern.match(raw, hint.start())
        if found is None:
            continue
        if at < found.start():
            pieces.append((raw[at : found.start()], offset + at))
            length += found.start() - at
        kept, strong_mark = _replacement(found, offset)
        for piece in kept:
            pieces.append(piece)
            length += len(piece[0])
        if strong_mark:
            if not strong and (length <= bold + 1 or length <= 6 or _numbered_cell(pieces, length)):
                strong = True
            elif strong:
                strong, bold = False, length
        at = found.end()
    if at < len(raw):
        pieces.append((raw[at:], offset + at))
        length += len(raw) - at
    return pieces, length if strong else bold


def _spaced(pieces: list[Piece]) -> list[Piece]:
    """The pieces of a table's row with space around its bars: "Ann Ash|Bob Birch" is "Ann Ash | Bob Birch"."""
    spaced: list[Piece] = []
    for text, at in pieces:
        begin = 0
        for bar in _BARS.finditer(text) if at is not None else ():
            spaced += [(text[begin : bar.start()], None if at is None else at + begin), (" | ", None)]
            begin = bar.end()
        spaced.append((text[begin:], None if at is None else at + begin))
    return [piece for piece in spaced if piece[0]]


def _numbered_cell(pieces: list[Piece], length: int) -> bool:
    """Whether what stands before is no more than a number in a cell of its own: "| 84/19 | **Apologies** …"."""
    return length <= _NUMBER_CELL and pieces[-1][0].endswith("| ") and any(map(str.isdigit, pieces[0][0]))


def _replacement(found: re.Match[str], offset: int) -> tuple[list[Piece], bool]:
    kind, at = found.lastgroup, offset + found.start()
    groups = found.groupdict()
    if groups.get("escaped") is not None:
        return [(groups["escaped"], at + 1)], False
    if groups.get("link") is not None:
        label, url = groups["label"], groups["url"]
        return ([(label, at + 1)] if url not in label else [(url, offset + found.start("url"))]), False
    if kind == "cell":
        return [(" | ", None)], False
    if kind == "gap":
        return [("\t", at if found[0][0] == "\t" else None)], False
    if kind == "space":
        return [(" ", at if found[0][0] == " " else None)], False
    if kind == "hyphen":
        return [("\xad", None)], False
    if kind == "entity":
        char = _ENTITIES[found[0][1:-1]]
        return [(char, at if char == "&" else None)], False
    return [], kind == "strong"


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """The pieces without white space at either end."""
    while pieces and not pieces[0][0].strip():
        pieces.pop(0)
    while pieces and not pieces[-1][0].strip():
        pieces.pop()
    if pieces:
        text, at = pieces[0]
        lead = len(text) - len(text.lstrip())
        pieces[0] = (text[lead:], None if at is None else at + lead)
        text, at = pieces[-1]
        pieces[-1] = (text.rstrip(), at)
    return pieces
