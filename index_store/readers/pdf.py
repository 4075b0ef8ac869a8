"""PDF, page by page: text where the page has some, else what an installed `tesseract` reads from its picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2 as pdfium

from index_store.models import Emphasis, SourceText
from index_store.readers.emphasis import unmarked
from index_store.readers.limits import Clock
from index_store.readers.pdf_glyphs import fragments_of, pictured, rules_of
from index_store.readers.pdf_layout import head_column, head_owners, page_text
from index_store.readers.pdf_ligatures import with_ligatures
from index_store.readers.pdf_lines import Fragment, Rule
from index_store.readers.pdf_owner_cells import Owners
from index_store.readers.pdf_owners import unheaded_column
from index_store.readers.pdf_scan import SECONDS_A_PAGE, scanned_text, tesseract
from index_store.readers.pdf_strikes import struck_words
from index_store.readers.refusal import refuse
from index_store.readers.strikes import sample

MAX_PAGES = 3000
_PASSWORD_ERROR = 4
MAX_SCANS = 300
"""Scanned pages: a few seconds each."""
_SCAN_CHARS, _FEW_CHARS = 20, 200
"""A scan has at most a stamp or a page number as text, which may be printed more than once."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What stands on a page; ``pictured`` says whether a picture does, where there is hardly any text."""

    fragments: Sequence[Fragment] = ()
    rules: Sequence[Rule] = ()
    pictured: bool = False
    damaged: bool = False


def read_pdf(path: Path, name: str) -> SourceText:
    """The text of all pages, ``page_starts`` one a page. Raises UnreadableFile where there is none to be had."""
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD_ERROR or "password" in str(error).lower():
            raise refuse(name, "is protected by a password", "save a copy without the password and add that") from error
        raise refuse(name, "is a damaged or incomplete PDF", "download or export it again") from error
    try:
        return _read_pages(document, name)
    finally:
        document.close()


def _read_pages(document: pdfium.PdfDocument, name: str) -> SourceText:
    count = len(document)
    if count > MAX_PAGES:
        raise refuse(name, f"has more than {MAX_PAGES} pages", "split it into smaller files")
    clock = Clock(name)
    pages: list[_Page] = []
    for index in range(count):
        clock.check()
        pages.append(_page(document, index))
    spelt = with_ligatures(page.fragments for page in pages)
    pages = [replace(page, fragments=fragments) for page, fragments in zip(pages, spelt, strict=True)]
    texts = list(_texts(pages, clock))
    scans = [at for at, page in enumerate(pages) if page.pictured and len("".join(texts[at].split())) < _SCAN_CHARS]
    warnings = []
    if scans and (program := tesseract()):
        if len(scans) > MAX_SCANS:
            raise refuse(name, f"has more than {MAX_SCANS} scanned pages", "split it into smaller files")
        for index in scans:
            clock.extend(SECONDS_A_PAGE)
            texts[index] = scanned_text(document[index], program, name)
        warnings.append(f"text recognised from pictures on {_numbers(scans)}: check names and numbers")
    elif scans and not any(text.strip() for text in texts):
        raise refuse(
            name, "is a scan without text", "install the program tesseract (package tesseract-ocr), add it again"
        )
    elif scans:
        warnings.append(f"no text on {_numbers(scans)}, which seem scanned: install tesseract-ocr to have them read")
    if damaged := [index for index, page in enumerate(pages) if page.damaged]:
        warnings.append(f"damaged and left out: {_numbers(damaged)}")
    if struck := [words for page in pages for words in struck_words(page.fragments, page.rules)]:
        warnings.append(f"struck-through words kept in the text: {sample(struck)}")
    if not any(text.strip() for text in texts):
        raise refuse(name, "has no words in it", "check that it is the right file and opens in a PDF viewer")
    return _together(texts, name, warnings)


def _together(texts: list[str], name: str, warnings: list[str]) -> SourceText:
    starts, at = [], 0
    plain: list[str] = []
    emphasis: list[Emphasis] = []
    for marked in texts:
        starts.append(at)
        text, found = unmarked(marked)
        plain.append(text)
        emphasis += (Emphasis(one.start + at, one.end + at, one.level) for one in found)
        at += len(text) + 1
    return SourceText("\n".join(plain), name, tuple(starts), tuple(warnings), tuple(emphasis))


def _page(document: pdfium.PdfDocument, index: int) -> _Page:
    try:
        page = document[index]
        text = page.get_textpage()
    except pdfium.PdfiumError:
        return _Page(damaged=True)
    try:
        fragments = fragments_of(text)
        few = sum(len(each.text) for each in fragments) < _FEW_CHARS
        return _Page(fragments, rules_of(page), few and pictured(page))
    finally:
        text.close()
        page.close()


def _texts(pages: Sequence[_Page], clock: Clock) -> Iterator[str]:
    """The pages' texts; a table's column of actions begins where it did on the page before."""
    owners = Owners(unheaded_column([page.fragments for page in pages]))
    column: float | None = None
    for page in pages:
        clock.check()
        column = head_column(page.fragments) or column
        if (headed := head_owners(page.fragments)) is not None:
            owners.left, owners.headed = headed, True
        yield page_text(page.fragments, page.rules, column, owners)


def _numbers(indices: list[int]) -> str:
    """ "page 3", "pages 1, 2, 5 and 7 more"."""
    shown = ", ".join(str(index + 1) for index in indices[:5])
    more = f" and {len(indices) - 5} more" if len(indices) > 5 else ""
    return f"page{'s' if len(indices) > 1 else ''} {shown}{more}"
