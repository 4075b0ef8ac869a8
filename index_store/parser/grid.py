"""Rows and cells of an attendance list: columns stand apart by tabs or bars, initials follow their name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from index_store.parser.abreast import abreast
from index_store.parser.cues import cued
from index_store.parser.descriptions import Entry
from index_store.parser.list_headings import is_prose, read_heading
from index_store.parser.names import TITLED, initials_fit, read_person
from index_store.parser.people import read_entry
from index_store.parser.sentences import sentence_end

_HEADS = (
    r"(?:Members )?Present|(?:MEMBERS )?PRESENT|In [Aa]ttendance|IN ATTENDANCE|Also [Pp]resent|ALSO PRESENT|Absent|"
    r"Regrets|Officers|Officials|Guests?|Observers|Minute [Tt]aker"
)
_BREAK = re.compile(
    r"(?= )(?:(?<=\S) +(?=Also,? (?:in [Aa]ttendance|[Pp]resent)\b)|"
    rf"(?<=[.,;:)]) +(?=(?:{_HEADS}|Councillors|Cllrs)\s*:)|(?<=[.,;:)a-z])(?<! and) +(?=A(?:pologies|"
    rf"POLOGIES)(?: for [Aa]bsence)?\s*:)|"
    r"(?<=[^\n]{25})(?<!(?i:officers))(?<!(?i:members))(?<!Those)(?<!(?i:councillors))(?<!Others)(?<!(?i:staff))"
    r"(?<!(?i:also))(?<!(?i:in)) +"
    r"(?=(?:(?:Officers|Members|Councillors|Others) )?(?:PRESENT|Present|ATTENDANCE|Attendance|APOLOGIES|Apologies|"
    r"IN ATTENDANCE|In [Aa]ttendance|OFFICIALS|OFFICERS|Members present|"
    r"ALSO PRESENT|Also,? (?:[Pp]resent|in [Aa]ttendance)|Those (?:[Aa]ttending|"
    r"[Pp]resent))(?: \([^()]{1,30}\))? ?(?::|–|-\s))|"
    r"(?<=[.)])(?<!\bMrs\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<![ .][A-Z]\.) +(?:[–-] +)?"
    r"(?=[A-Z][a-z]+(?: [A-Z][a-z]+| from| present| absent| excused| in attendance){0,2}: |"
    r"(?:Residents|Visitors|Guests|Officers|Public) [–-] )|"
    r"(?<=[a-z]) +(?=(?:Councillors(?=: (?:Division|Ward) \d)|CAO|Reeve|Mayor): [A-Z])(?<!Deputy )(?<!Acting )|"
    r"(?<=[.,;:)a-z]) +(?=(?:In [Aa]ttendance|Also [Pp]resent) (?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Prof)\b))"
)
_ASIDE = re.compile(r"\s*\([^()]*\)")
NAMED = re.compile(
    r"[ |]*(?:member|name|attendee)s?\s*[\t|]\s*(?:organisation|organization|role|title|position|representing|"
    r"job title|"
    r"post|agency|company|affiliation)s?\b",
    re.IGNORECASE,
)
"""The head of a table that says of each person, in the second column, who they are."""
_LINE = re.compile(r"[^\n]+")
_MAY_BREAK = re.compile(r": |:$|ttendance |resent |resent[–-]|ttendance[–-]|s [–-] |lic [–-] ")
_MAY_HOLD = (":", "\t", "|", "  ", "ttendance ", "resent ", "RESENT ", "BSENT ")
_WORD_START = re.compile(r"(?<!\S)(?=\S)")
_LINES, _FLAT, _PAIR = 3, 300, 2
_GAP = re.compile(r"(?=[\s|])(?:\t+| {2,}|\s*\|\s*)")
_GLUED = re.compile(r"(?<=[a-z)])(?=\*?Cllr\.? [A-Z])")
_GAPS = ("\t", "|", "  ")
_INITIALS = re.compile(r"\(?(?P<initials>[A-Z][A-Za-z]{1,3})\)?")
_BRACKETED = re.compile(r"\([^)]*\)")
_NO_NAME = re.compile(r"(?<![^ ])[a-z]{4,}")
"""A word that stands in no name outside brackets."""
_HALF = 0.5
"""Least share of a line that names in a run fill."""
_SAID = re.compile(r"[)\]] (?:[–—-] )?[A-Z][a-z]{3,}")
_CAPITALS = re.compile(r"[A-Z](?<![A-Za-z].)[a-z]{0,2}[A-Z][A-Za-z]{0,2}(?![A-Za-z])")
_COLUMN = re.compile(rf"(?P<who>{TITLED}(?:\s*\([^)]*\))?)\s+\(?(?P<initials>[A-Z]\w{{1,3}})\)?(?=\s|$|,(?![^(]*\)))")


class Cell(NamedTuple):
    """``text[start:end]``, with the initials printed in the next column."""

    start: int
    end: int
    initials: str | None = None


def rows_of(text: str, with_prose: bool = True) -> list[list[Cell]]:
    """The lines of ``text`` in cells; an empty cell at the left is kept, since it says which column the next is."""
    rows = []
    sizes = list[int]()
    described = 0
    for match in _LINE.finditer(text):
        at = match.start()
        if not with_prose and _only_tells(match[0]):
            continue
        breaks = _BREAK.finditer(text, match.start(), match.end()) if _MAY_BREAK.search(match[0]) else ()
        cuts = [*(found.end() for found in breaks), match.end()]
        for cut in _before_prose(text, at, cuts) if len(match[0]) > _FLAT else cuts:
            printed = _cut(text, at, cut)
            cells = _joined(text, printed)
            if NAMED.match(text, at) and len(NAMED.findall(text, at, cut)) == 1:
                described = len(printed)
            if len(printed) == described > 1 and len(cells) > 1 and _people(text[printed[0].start : printed[0].end]):
                cells = [cells[0]._replace(end=cells[-1].end)]
            if any(text[cell.start : cell.end].strip() for cell in cells):
                rows.append(cells)
                sizes.append(len(printed))
            at = cut
    return _alike(text, rows, sizes)


def _alike(text: str, rows: list[list[Cell]], sizes: Sequence[int]) -> list[list[Cell]]:
    """The rows of a table in which most tell of one person each, all so: ``sizes`` are the cells that were printed."""
    for size in {size for size in sizes if size > _PAIR}:
        own = [at for at, one in enumerate(sizes) if one == size]
        whole = sum(len(rows[at]) == 1 for at in own)
        if whole < _LINES or 2 * whole <= len(own):
            continue
        for at in own:
            first = rows[at][0]
            if len(rows[at]) > 1 and _people(text[first.start : first.end]):
                rows[at] = [first._replace(end=rows[at][-1].end)]
    return rows


def _before_prose(text: str, start: int, cuts: list[int]) -> list[int]:
    """``cuts`` with those between a list and what is told behind it in the same paragraph."""
    found = list[int]()
    for cut in cuts:
        head = read_heading(text[start:cut])
        stop = sentence_end(text, start + head.end) if head else cut
        found += [stop, cut] if stop < cut and is_prose(text[stop:cut]) else [cut]
        start = cut
    return found


def _only_tells(line: str) -> bool:
    """Whether a line is a sentence that holds no heading and no columns."""
    return not cued(line, _MAY_HOLD) and is_prose(line)


def _cut(text: str, start: int, end: int) -> list[Cell]:
    """Cells between gaps, or between initials where names and initials stand in one run."""
    cells, at = [], start
    for gap in _GAP.finditer(text, start, end) if cued(text[start:end], _GAPS) else ():
        if gap.start() > start or "|" in gap.group():
            cells.append(Cell(at, gap.start()))
        at = gap.end()
    cells.append(Cell(at, end))
    if text.count("Cllr", start, end) > 1:
        cells = [piece for cell in cells for piece in _unglued(text, cell)]
    return [piece for cell in cells for piece in _side_by_side(text, cell) or _run(text, cell)]


def _unglued(text: str, cell: Cell) -> list[Cell]:
    """Two columns of members that stand together without a space: "Cllr A AshCllr B Birch"."""
    ends = [found.start() for found in _GLUED.finditer(text, cell.start, cell.end)]
    return [Cell(start, end) for start, end in zip([cell.start, *ends], [*ends, cell.end], strict=True)]


def _side_by_side(text: str, cell: Cell) -> list[Cell]:
    return [Cell(cell.start + start, cell.start + end) for start, end in abreast(text[cell.start : cell.end])]


def _run(text: str, cell: Cell) -> list[Cell]:
    """Names each followed by their initials in one run ("Rob Boyd RB Kenny Combe KC"), two or more."""
    if len(_CAPITALS.findall(text, cell.start, cell.end)) < 2:
        return [cell]
    words = text[cell.start : cell.end]
    if "(" not in words and sum(map(len, _NO_NAME.findall(words))) > (1 - _HALF) * len(words):
        return [cell]
    matches = _COLUMN.finditer(text, cell.start, cell.end)
    found = [
        Cell(begin, match.end("who"), match.group("initials"))
        for match in matches
        if (begin := _fitting(match)) is not None
    ]
    covered = sum(one.end - one.start for one in found)
    gaps = [text[one.end : two.start] for one, two in pairwise(found)]
    listed = all("," in gap for gap in gaps) and any(_SAID.search(gap) for gap in gaps)
    if len(found) > 2 and not any("," in gap for gap in gaps) and any(len(gap.split()) > 1 for gap in gaps):
        ends = [*(two.start for two in found[1:]), cell.end]
        found = [Cell(one.start, end) for one, end in zip(found, ends, strict=True)]
    elif len(found) < 2 or listed or covered < _HALF * len(words):
        return [cell]
    return [Cell(cell.start, found[0].start), *found] if text[cell.start : found[0].start].strip() else found


def _fitting(match: re.Match[str]) -> int | None:
    """Where the name begins that the initials behind it fit: words of a description may stand before it."""
    who = match.group("who")
    for word in _WORD_START.finditer(who):
        person = read_person(_ASIDE.sub("", who[word.start() :]))
        if person is not None and initials_fit(match.group("initials"), person.name):
            return match.start() + word.start()
    return None


def _joined(text: str, cells: list[Cell]) -> list[Cell]:
    """Cells with initials, roles and organisations put to the name on their left."""
    if len(cells) == 1:
        return cells
    joined: list[Cell] = []
    for cell in cells:
        words = text[cell.start : cell.end].strip()
        last = joined[-1] if joined else None
        people = _people(text[last.start : last.end]) if last and words else ()
        match = _INITIALS.fullmatch(words)
        if last and people and match and initials_fit(match.group("initials"), people[-1].person.name):
            joined[-1] = last._replace(initials=match.group("initials"))
        elif last and words and (people or _posted(text[last.start : cell.end])) and not _stands_alone(words):
            joined[-1] = Cell(last.start, cell.end, last.initials)
        else:
            joined.append(cell)
    return joined


def _posted(words: str) -> bool:
    """Whether a cell names somebody whom only the post in the next one tells from other words: "JP Other"."""
    return words[1:2].isupper() and bool(read_entry(words))


def _people(words: str) -> tuple[Entry, ...]:
    """The people in a cell, behind a heading where it opens with one ("Present: Ann Other")."""
    heading = read_heading(words) if ":" in words else None
    return read_entry(words[heading.end :] if heading else words)


def _stands_alone(words: str) -> bool:
    """Whether a cell names people or is a heading, so that it does not describe the name on its left."""
    return bool(read_entry(words)) or read_heading(words, 1) is not None
