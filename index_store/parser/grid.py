"""Rows and cells of an attendance list: columns stand apart by tabs or bars, initials follow their name."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from index_store.models import MappedText
from index_store.parser.abreast import abreast
from index_store.parser.cues import cued
from index_store.parser.descriptions import Entry
from index_store.parser.list_headings import is_prose, read_heading
from index_store.parser.names import TITLE, TITLED, initials_fit, read_person, split_title
from index_store.parser.people import read_entry
from index_store.parser.sentences import sentence_end
from index_store.posts import SERVES, begins_alone

_HEADS = (
    r"(?:Members )?Present|(?:MEMBERS )?PRESENT|In [Aa]ttendance|IN ATTENDANCE|Also [Pp]resent|ALSO PRESENT|Absent|"
    r"Regrets|Officers|Officials|Guests?|Observers|Minute [Tt]aker"
)
_BREAK = re.compile(
    r"(?= )(?:(?<=\S) +(?=Also,? (?:in [Aa]ttendance|[Pp]resent)\b)|"
    rf"(?<=[.,;:)]) +(?=(?:{_HEADS}|Councillors|Cllrs)\s*:)|(?<=[.,;:)a-z])(?<! and) +(?=A(?:pologies|"
    rf"POLOGIES)(?: for [Aa]bsence)?\s*:)|"
    r"(?<=[^\n]{25})(?<!Officers)(?<!Members)(?<!Those)(?<!Councillors)(?<!Others)(?<!Also)(?<!ALSO)(?<!In)(?<!IN) +"
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
_DESCRIBED = re.compile(r"\([^()]{4,}\)(?:[,;.]|$| and\b)")
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
_CURLY = str.maketrans("{}", "()")
_LINE_BREAK = re.compile(r"\n(?<!\n\n)(?!\n)")
_OPENS = re.compile(r"(?i:an? )?(?i:apolog(?:y|ies)\b)|[-–•*·\d]|\(\w{1,3}\)|[^\W\d_][\w ()/’'&-]{2,40}:|[A-Z]{4}")
_OPEN_END = re.compile(r"(?:\s(?:and|&|agus|Mr|Mrs|Ms|Miss|Dr|Cllrs?|Councillors?|[A-Z](?:[. ]+[A-Z])*)\.?)$")
_FORENAME = re.compile(r", (?:(?P<initials>(?:[A-Z]\.? ?)+)|[A-Z][a-z]+)$")
"""A name of which only the forename fits in the line."""
_TITLED_FORENAME = re.compile(rf"\b(?P<title>{TITLE})\.? [A-Z][\w’'-]+ [A-Z][\w’'-]+, (?P=title)\.? [A-Z][a-z]+$")
"""The same behind a title, where the one before has forename and surname: "Cr Ann Ash, Cr Bob"."""
_TITLED_INITIAL = re.compile(rf", (?:{TITLE})\.? (?:[A-Z]\.? ?)+$")
"""Initials alone behind a title, which are no whole name: "Cllr A. Ash, Cllrs B."."""
_SURNAME = re.compile(r"[A-Z][\w’'-]+(?:\s*[(,;.]| and\b|$)")
_INITIALLED = re.compile(r"\([A-Z][A-Za-z-]{1,4}\)$")
"""The end of a line of a list in which each name has its initials in brackets."""
_NARROW = 60
_LINES, _FULL, _FLAT = 3, 0.85, 300
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


def with_rows(mapped: MappedText) -> str:
    """The reading text in the lines that an attendance list has; offsets stay.

    Line breaks that cleaning took out between rows of columns are back, those in the middle of a run of names are out.
    """
    text = mapped.text.translate(_CURLY) if "{" in mapped.text or "}" in mapped.text else mapped.text
    if "\t" in text:
        text = _with_columns(text, mapped)
    blocks = text.split("\n\n")
    longest = max((len(line) for line in text.split("\n")), default=0)
    return "\n\n".join(_mended(block, _width(block, longest)) for block in blocks)


def _mended(block: str, width: int) -> str:
    if "\n" not in block:
        return block
    return _LINE_BREAK.sub(lambda found: " " if _runs_on(block, found.start(), width) else "\n", block)


def _width(block: str, longest: int) -> int:
    """How long the full lines of a block are; ``longest`` where it is too short to tell.

    One line that is longer than all others was put together from two.
    """
    if block.count("\n") < _LINES:
        return longest
    sizes = sorted(map(len, block.split("\n")))
    full = sum(size >= _FULL * sizes[-2] for size in sizes)
    return sizes[-2] if full >= _LINES and sizes[-2] > _NARROW else longest


def _with_columns(text: str, mapped: MappedText) -> str:
    ends = [at + length for at, _, length in mapped.runs[:-1]]
    mended = [end for end, (start, _, _) in zip(ends, mapped.runs[1:], strict=True) if text[end:start] == " "]
    edges = sorted({-1, len(text), *mended, *(found.start() for found in re.finditer("\n", text))})
    tabbed = {edge: "\t" in text[edge + 1 : after] for edge, after in zip(edges, edges[1:], strict=False)}
    before = dict(zip(edges[1:], edges, strict=False))
    pieces, at = list[str](), 0
    for end in mended:
        if tabbed.get(end) or tabbed.get(before[end]) or _INITIALLED.search(text, before[end] + 1, end):
            pieces += (text[at:end], "\n")
            at = end + 1
    return "".join((*pieces, text[at:]))


def _runs_on(text: str, at: int, longest: int) -> bool:
    """Whether a run of names goes on behind the line break at ``at``: it ends open, or is full to the edge."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    stop = text.find("\n", at + 1)
    after = text[at + 1 : stop if stop >= 0 else len(text)].lstrip()
    if after.startswith("(") and "\t" not in after and "|" not in line and _DESCRIBED.match(after):
        return "," in line or ":" in line
    forename = _FORENAME.search(line)
    last = line.rsplit("\t", 1)[-1] if "\t" in line else ""
    if (
        forename
        and "|" not in line
        and not (last and last.count(",") < 2)
        and _SURNAME.match(after)
        and (forename["initials"] or "(" in line)
    ):
        return True
    if "|" not in line and "\t" not in after and _cut_short(last, after):
        return True
    if "\t" in line or "\t" in after or "|" in line or not after or _OPENS.match(after) or begins_alone(after):
        return False
    if after.startswith(("and ", "& ", "agus ")):
        return "," in line or "(" in line
    parts = line.count(",") + line.count(";")
    if line.endswith((",", ";")):
        return parts > 2 and read_heading(after) is None
    if _OPEN_END.search(line) or line.count("(") > line.count(")"):
        return len(line) > 30 or line.endswith(("and", "&"))
    if parts and (split_title(after)[0] is not None or SERVES.match(after)):
        return False
    listed = parts > 1 and line[-1:] not in ".:" and read_heading(after) is None
    return listed and longest > _NARROW and len(line) + 1 + len(after.split(" ", 1)[0]) >= longest


def _cut_short(run: str, after: str) -> bool:
    """Whether a run of names behind its label ends inside somebody's brackets or name: "Cr Ann Ash, Cr Bob"."""
    if run.count("(") > run.count(")"):
        return "," in run and ")" in after
    return (_TITLED_FORENAME.search(run) or _TITLED_INITIAL.search(run)) is not None and bool(_SURNAME.match(after))


def rows_of(text: str, with_prose: bool = True) -> list[list[Cell]]:
    """The lines of ``text`` in cells; an empty cell at the left is kept, since it says which column the next is."""
    rows = []
    described = False
    for match in _LINE.finditer(text):
        at = match.start()
        if not with_prose and _only_tells(match[0]):
            continue
        described = described or NAMED.match(text, at) is not None
        breaks = _BREAK.finditer(text, match.start(), match.end()) if _MAY_BREAK.search(match[0]) else ()
        cuts = [*(found.end() for found in breaks), match.end()]
        for cut in _before_prose(text, at, cuts) if len(match[0]) > _FLAT else cuts:
            cells = _joined(text, _cut(text, at, cut))
            if described and len(cells) == 2 and _people(text[cells[0].start : cells[0].end]):
                cells = [cells[0]._replace(end=cells[1].end)]
            if any(text[cell.start : cell.end].strip() for cell in cells):
                rows.append(cells)
            at = cut
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
