"""Lines that belong to the page and not to the minutes: page numbers, running heads, signature lines, rules."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache

from index_store.interruptions import NUMBER, interruptions, line_shape
from index_store.item_like import item_like
from index_store.page_feet import first_feet
from index_store.rows import Row

_RULE = re.compile(r"[-_=*~.…|:+\s•·]{3,}$")
_PAGE = re.compile(
    r"(?:page|pg\.?|p\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?$|[-–—]\s*\d{1,4}\s*[-–—]$|\d{1,3}\s+of\s+\d{1,3}$|"
    r"page\s*\|?\s*\d{1,4}$|\d{1,4}\s*\|\s*p\s?a\s?g\s?e$",
    re.IGNORECASE,
)
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_DATED = (
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:{_MONTH}\s+\d{{1,2}}(?:\s?[-–&]\s?\d{{1,2}})?,?\s+\d{{4}}|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}})"
)
_DATE_LINE = re.compile(_DATED, re.IGNORECASE)
_BANNER = re.compile(rf"(?:{_DATED}[\s,|–-]*)?(?:page|pg\.)\s*\d{{1,4}}(?:\s*(?:of|/)\s*\d{{1,4}})?", re.IGNORECASE)
"""The line of a page's head that gives its number, alone or beside the date."""
_HEADED = re.compile(
    r"page\s+\d{1,4}(?:\s+of\s+\d{1,4})?\s*[-–—|:,]\s*(?:[^.;:]{0,60}\b)?(?:minutes|meeting|agenda)\b[^.;:]{0,60}",
    re.IGNORECASE,
)
"""The head of a page that gives its number before what the pages are: "Page 2 – Minutes – 3 May"."""
_OF = re.compile(r"\d\s*(?:of|/)\s*\d{1,4}$", re.IGNORECASE)
_TITLE = re.compile(
    r"\b(?:minutes|meetings?|council|committee|board|cabinet|authority|district|trustees|retreat)\b", re.IGNORECASE
)
_APPROVED_AT = re.compile(
    rf"(?:draft )?minutes (?:to be )?approved at the meeting(?: to be)? held on {_DATED}", re.IGNORECASE
)
"""What the foot of each page says of the minutes themselves, the first page's too: it names no meeting."""
_LETTERS = re.compile(r"[^\W\d_]+")
_BANNER_ROWS = 3
_NUMBERED = re.compile(r"\bpage\s+\d{1,4}\s+of\s+\d{1,4}$", re.IGNORECASE)
"""How a foot of a page ends that says more than its number."""
_SIGNATURE = re.compile(
    r"(?:(?:signed|signature|date[d]?|chair(?:man|person|woman)?(?:'s|’s)?|mayor|president|initials?|initialled|as|a|"
    r"true|correct|record|clerk|page|of|by|the|in|no|meeting|council|name|position)\b[\s.,:;()_…/\d-]*)+$",
    re.IGNORECASE,
)
_LEADER = re.compile(r"\.{4,}|_{3,}|…{2,}|(?:\.\s){4,}")
_LEADING = ("....", "___", "……", ". .", ".\t.", ".\xa0.")
_ADVERT = re.compile(
    r"(?:created|produced|generated|printed) (?:with|by|using) .*(?:pdf|\bwww\.|evaluation)", re.IGNORECASE
)
_PRESENT = re.compile(
    r"\W*(?:members? |those |councillors? )?(?:present|attendance|attendees|sederunt|panel)\b", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_LAST_NUMBER = re.compile(r"\t\d{1,4}$")
_CONVERTED = re.compile(
    r"(?:(?:view|see|open|download) (?:the )?)?original (?:file|document|pdf)|scanned page\b[^.]{0,30}\berrors\b.*",
    re.IGNORECASE,
)
"""What those who make text of a paper say of the paper itself, at its head and on each page."""
_FEET, _BARE = 3, 4


def is_furniture(rows: list[Row]) -> list[bool]:
    """For each row whether it is page furniture."""
    flags = [_alone(row.text) for row in rows]
    top = next((at for at, flag in enumerate(flags[:-1]) if not flag), 0)
    if len(rows) > 1 and rows[top].text.isdigit() and NUMBER.match(rows[top].text):
        flags[top] = True
    edges = _edges(rows)
    if len(edges) > 1:
        for at in (*_running_heads(rows, edges), *_page_numbers(rows, edges), *_numbered_feet(rows, edges)):
            flags[at] = True
    for at in (*_banners(rows), *_ruled_numbers(rows)):
        flags[at] = True
    for at in interruptions(rows, flags):
        flags[at] = True
    return flags


def _banners(rows: list[Row]) -> list[int]:
    """Heads of pages beyond the first in a text that does not tell its pages: a title, a date and "Page 2".

    A title goes only where it stands elsewhere too, so that minutes keep one.
    """
    pages = [at for at, row in enumerate(rows) if row.text[-1].isdigit() and _BANNER.fullmatch(row.text)]
    pages = [at for at in pages if int(_DIGITS.findall(rows[at].text)[-1]) > 1 or _counts_pages(rows[at].text)]
    if not pages:
        return []
    titles = Counter(_words(row.text) for row in rows if len(row.text) <= 120)
    found: set[int] = set()
    for page in pages:
        found.add(page)
        for step in (-1, 1):
            at = page + step
            while 0 <= at < len(rows) and abs(at - page) <= _BANNER_ROWS and _heads_page(rows[at].text, titles):
                found.add(at)
                at += step
    return sorted(found)


def _ruled_numbers(rows: list[Row]) -> list[int]:
    """Bare numbers beside rules that count the pages of a text which does not tell them: "---" over "2"."""
    ruled = [bool(_RULE.match(row.text)) for row in rows]
    beside = [at for at, row in enumerate(rows) if row.text.isdigit() and any(ruled[max(0, at - 1) : at + 2])]
    pages: list[int] = beside[:1]
    for at in beside[1:]:
        pages += [at] if 0 < int(rows[at].text) - int(rows[pages[-1]].text) <= 2 else []
    return pages if len(pages) >= max(_FEET, 0.7 * len(beside)) else []


def _counts_pages(text: str) -> bool:
    """Whether a page's number is followed by how many there are."""
    return _OF.search(text) is not None and int(_DIGITS.findall(text)[-2]) > 1


def _heads_page(text: str, titles: Counter[str]) -> bool:
    """Whether a line beside a page's number is a date or a title that stands elsewhere too."""
    if _DATE_LINE.fullmatch(text):
        return True
    return len(text) <= 120 and _TITLE.search(text) is not None and titles[_words(text)] > 1 and text[-1] not in ".;:"


@lru_cache(maxsize=4096)
def _words(text: str) -> str:
    return " ".join(_LETTERS.findall(text.casefold()))


def is_signature(text: str) -> bool:
    """Whether a line is where somebody signs: dotted or ruled, with nothing else on it."""
    if not any(mark in text for mark in _LEADING):
        return False
    return _LEADER.search(text) is not None and _SIGNATURE.match(_LEADER.sub(" ", text).strip()) is not None


def _alone(text: str) -> bool:
    if len(text) > 160:
        return False
    first = text[0]
    if not first.isalnum() and (_RULE.match(text) or text in (".", ",", ":", ";", "'", '"', "|")):
        return True
    if (first in "pP-–—" or first.isdigit()) and len(text) < 24 and _PAGE.match(text):
        return True
    if text[-1].isdigit() and _NUMBERED.search(text):
        return True
    if first in "pP" and text[1:4].lower() == "age" and _HEADED.fullmatch(text):
        return True
    if ("..." in text or "__" in text or "…" in text or ". ." in text) and is_signature(text):
        return True
    if first in "vsodVSOD" and _CONVERTED.fullmatch(text):
        return True
    return first in "cpgCPG" and _ADVERT.match(text) is not None


_Edges = dict[int, tuple[list[int], list[int]]]


def _edges(rows: list[Row]) -> _Edges:
    """For each page the indices of its first and last three rows."""
    pages: dict[int, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        pages[row.page].append(at)
    return {page: (ats[:3], ats[-3:]) for page, ats in pages.items()}


def _running_heads(rows: list[Row], edges: _Edges) -> list[int]:
    """Lines that recur at the edge of pages; one printed first on page 1 or at a foot stays: it may be a title."""
    seen: Counter[str] = Counter()
    told: set[str] = set()
    for head, tail in edges.values():
        texts = [text for at in {*head, *tail} if len(text := rows[at].text) <= 120]
        seen.update({line_shape(text) for text in texts})
        told.update(line_shape(text) for text in texts if text[0].islower() or text[-1] in ".,;")
    least = 2 if len(edges) <= 4 else (len(edges) + 2) // 3
    running = {
        shape
        for shape, count in seen.items()
        if count >= least and len(shape) > 3 and not item_like(shape) and (2 * count > len(edges) or shape not in told)
    }
    found, kept = [], set()
    for page in sorted(edges):
        head, tail = (_outer(rows, ats, running) for ats in (edges[page][0], edges[page][1][::-1]))
        titled = any(_PRESENT.match(row.text) for row in rows[edges[page][0][0] :][:15] if row.page == page)
        for at in sorted({*(() if titled and page > min(edges) else head), *tail}):
            shape = line_shape(rows[at].text)
            if shape in running:
                if shape in kept or (page > min(edges) and at in head) or _APPROVED_AT.fullmatch(rows[at].text):
                    found.append(at)
                kept.add(shape)
    return found


def _outer(rows: list[Row], ats: list[int], running: set[str]) -> list[int]:
    """Of the rows at an edge of a page, the outermost first, those that nothing parts from it but page furniture."""
    inner = next((n for n, at in enumerate(ats) if not _furnishes(rows[at].text, running)), len(ats))
    return ats[:inner]


def _furnishes(text: str, running: set[str]) -> bool:
    numbered = NUMBER.match(text) or _BANNER.fullmatch(text)
    return line_shape(text) in running or _alone(text) or numbered is not None


def _page_numbers(rows: list[Row], edges: _Edges) -> list[int]:
    """Bare numbers at the edge of pages that count the pages."""
    return [at for head, tail in edges.values() for at in (*head[:2], *tail[-2:]) if NUMBER.match(rows[at].text)]


def _numbered_feet(rows: list[Row], edges: _Edges) -> list[int]:
    """Feet of pages that give the page's number beside a mark which all of them bear: "2   VER.18.05.A"."""
    found: list[tuple[int, str]] = []
    marks: Counter[str] = Counter()
    for nth, page in enumerate(sorted(edges), 1):
        for at in {*edges[page][0][:1], *edges[page][1][-2:]}:
            number, _, mark = rows[at].text.partition("\t")
            if number == str(nth) and mark:
                found.append((at, mark))
        marks.update({rows[at].text.rpartition("\t")[2] for at in edges[page][1][-2:]})
    feet = [at for at, mark in found if marks[mark] > 1]
    return [*feet, *_marked_feet(rows, edges), *first_feet(rows, edges, _DATE_LINE)]


def _marked_feet(rows: list[Row], edges: _Edges) -> list[int]:
    """Rows at the foot of most pages, of three at least, that say the same but for the number of the page.

    The first of those that give a day and no page stays: it may be all that tells when the meeting was.
    """
    feet = Counter(mark for _, tail in edges.values() for mark in {_mark(rows[at].text) for at in tail})
    least = max(_FEET, len(edges) // 2 + 1)
    same = {mark for mark, count in feet.items() if count >= least and len(mark) > _BARE and not _PRESENT.match(mark)}
    found: list[int] = []
    told: set[str] = set()
    for page in sorted(edges):
        for at in reversed(edges[page][1]):
            mark = _mark(rows[at].text)
            if mark not in same and not _alone(rows[at].text):
                break
            if mark in told or mark != rows[at].text or not _DATE_LINE.search(mark):
                found.append(at)
            told.add(mark)
    return found


def _mark(text: str) -> str:
    return _LAST_NUMBER.sub("", text)
