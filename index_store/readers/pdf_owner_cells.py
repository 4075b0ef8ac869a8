"""Cells of a narrow column at the right with who is to act and by when, put behind what they stand beside.

Read across, their words would stand inside the sentences: "reserve was fully November committed". Each cell is put
behind the last line of the paragraph beside which it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from index_store.readers.pdf_lines import PROSE, Fragment, Line

_LETTERS = r"(?:[A-Z]{2,4}|[A-Z][a-z]?[A-Z])"
_ONE = (
    rf"(?:{_LETTERS}|All|ALL|(?:(?:Town |Parish |Deputy )?(?:Clerk|CLERK|Chair(?:man|person)?|Secretary|Treasurer|RFO)|"
    r"(?:Cllrs?|Mr|Mrs|Ms|Dr)\.? (?:[A-Z]\.? ?)?[A-Z][\w’'-]+))"
)
_OWNERS = re.compile(
    rf"(?:ACTION|Action)?:?\s*{_ONE}(?:(?:\s*[/,&+]\s*|\s+and\s+|\s+){_ONE})*[/,&]?(?:\s+\d.{{0,16}})?[:.]?"
)
_DUE = re.compile(rf"{_ONE}(?:\s*[/,&+]\s*{_ONE})* (?:by|to)\b.*")
_NAMES = re.compile(r"[A-Z][\w’'.-]*(?:(?:\s*[/,&+]\s*|\s+and\s+|\s+)[A-Z][\w’'.-]*)*\s?[/,&]?")
_ANSWER = re.compile(r"(?:NO|NA|YES|OK|TBC|VAT|ASAP)\b")
_AMOUNT = re.compile(r"(?!20\d\d$)[£\d,.]+")
_JOINS = ("/", "&", ",", "+")
_OUT = 8.0
"""In characters: cells may begin so far to the left of a head that is centred over them."""
APART = 1.4
"""In characters: at least so much is free before a cell."""
_WIDEST = 24
_WORDS = 3
"""Prose has so many words in small letters."""
_STEP = 1.35
"""In line pitches: a wider step down ends a paragraph."""
_FOOT = 4
"""So near the last line of a page the paragraph may go on overleaf, and its cell stands behind a whole sentence."""
_NUMBER = re.compile(r"(?:(?:[A-Z]{1,5}[ /-]?)?\d{1,4}(?:[./]\d{1,4}){0,3}|[(]?[a-z]{1,3}[)])[.)]?(?=\s|$)")
_LISTED = re.compile(r"[•·‣◦▪●■∑\uf0b7]|(?:[*o–—-]|[(]?(?:[a-z]|[ivx]{2,4})[.)])(?:\s|$)")
_TITLES = r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bCllr)(?<!\bCr)(?<!\bNo)(?<!\bSt)"
_STOP = re.compile(rf".*[a-z0-9)]{_TITLES}[.;] (?=[A-Z(])")
_END = re.compile(rf".*(?:{_TITLES}\.|[;:?])[\"'”’)]*$")
_RAGGED = 14
"""In characters: a line that the next one goes on with ends so near the edge of the text."""


@dataclass(slots=True)
class Owners:
    """The column of a document: where its cells begin at most, and what a page leaves for the next to place.

    Where no head tells of it (``headed``), what stands in it beside anything but prose is let be: lists of names.
    """

    left: float | None = None
    headed: bool = False
    carried: list[Fragment] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Lines of a page with such a column: where it begins, the edges of the text beside it, how it is set."""

    lines: Sequence[Line]
    column: float
    unit: float
    pitch: float
    left: float
    right: float
    headed: bool

    def cell(self, row: int) -> Fragment | None:
        return cell_of(self.lines[row], self.column, self.unit)

    def words(self, row: int) -> Line:
        """A line without its cell."""
        cell = self.cell(row)
        return [each for each in self.lines[row] if each is not cell]

    def ends(self, row: int) -> bool:
        """Whether the line ends with a sentence."""
        words = self.words(row)
        return bool(words) and _END.match(words[-1].text) is not None

    def is_full(self, row: int) -> bool:
        words = self.words(row)
        return bool(words) and words[-1].right > self.right - _RAGGED * self.unit

    def is_apart(self, row: int) -> bool:
        """Whether a wide step, or the top of the page, parts a line from the one below it."""
        step = self.lines[row][0].base - self.lines[row + 1][0].base
        return not 0 <= step <= _STEP * self.pitch


def is_owner(text: str) -> bool:
    """Whether what stands in a column names nobody but those who are to act: "RP", "Clerk/DF", "Cllr Marl"."""
    return len(text) <= _WIDEST and _OWNERS.fullmatch(text) is not None and _ANSWER.match(text) is None


def is_prose(each: Fragment) -> bool:
    return len(each.text) >= PROSE and sum(word.islower() for word in each.text.split()) >= _WORDS


def is_numbered_heading(line: Line) -> bool:
    """Whether a line is the number of a minute, its title, and what stands beside it in a column."""
    return len(line) == 3 and _NUMBER.fullmatch(line[0].text) is not None and not is_prose(line[1])


def cell_of(line: Line, column: float, unit: float) -> Fragment | None:
    """What stands in the column on a line, with room before it."""
    cell = line[-1]
    if cell.left < column - _OUT * unit or len(cell.text) > _WIDEST:
        return None
    if len(line) > 1 and cell.left - line[-2].right < APART * unit:
        return None
    return cell if cell.left >= column - unit or _OWNERS.fullmatch(cell.text) else None


def without_owners_inside(
    lines: list[Line], owners: Owners, unit: float, pitch: float, *, foot: bool = True
) -> list[Line]:
    """``lines`` with each cell of the column behind the last line of what stands beside it.

    Where no sentence ends before the foot of the page, ``owners`` carries the cell to the first that does overleaf.
    ``foot`` says that the page ends with the lines.
    """
    if not lines or owners.left is None:
        return lines
    sheet = _sheet(lines, owners.left, owners.headed, unit, pitch)
    kept = [list(line) for line in lines]
    moved: dict[int, list[Fragment]] = {}
    parted: set[int] = set()
    if owners.carried:
        ends = (at for at, line in enumerate(lines) if is_prose(line[0]) and _ends_sentence(line))
        at = next(ends, len(lines) - 1)
        moved[at], owners.carried = owners.carried, []
        parted.add(at)
    for first, last in _cells(sheet):
        end, at_foot = _paragraph_end(sheet, first, last, foot)
        if end is not None and at_foot:
            parted.add(end)
        cells = owners.carried if end is None else moved.setdefault(end, [])
        for row in range(first, last + 1):
            if (cell := sheet.cell(row)) is not None:
                kept[row].remove(cell)
                cells.append(cell)
    for end, cells in sorted(moved.items(), reverse=True):
        rest = _part(kept[end]) if end in parted else None
        kept[end] += _set_behind(kept[end], cells)
        if rest is not None and end + 1 < len(lines) and kept[end + 1] and not sheet.is_apart(end):
            kept[end + 1][0] = _before(rest, kept[end + 1][0])
        elif rest is not None:
            kept.insert(end + 1, [rest])
    return [line for line in kept if line]


def _sheet(lines: Sequence[Line], column: float, headed: bool, unit: float, pitch: float) -> _Sheet:
    left = min(line[0].left for line in lines)
    edges = (each.right for line in lines for each in line if each.right <= column and is_prose(each))
    return _Sheet(lines, column, unit, pitch, left, max(edges, default=column), headed)


def _cells(sheet: _Sheet) -> Iterator[tuple[int, int]]:
    """The first and the last line of each cell that says who is to act on what stands before it."""
    at = 0
    while at < len(sheet.lines):
        cell = sheet.cell(at)
        if cell is None or not _acts(sheet, sheet.lines[at], cell):
            at += 1
            continue
        last = _cell_end(sheet, at)
        yield at, last
        at = last + 1


def _acts(sheet: _Sheet, line: Line, cell: Fragment) -> bool:
    if len(line) < 2 or _ANSWER.match(cell.text):
        return False
    if sheet.headed and (is_owner(cell.text) or _DUE.fullmatch(cell.text)):
        return True
    named = is_owner(cell.text) or (
        _NAMES.fullmatch(cell.text) is not None and (sheet.headed or not is_numbered_heading(line))
    )
    return named and cell.left >= sheet.column - sheet.unit and (is_prose(line[-2]) or is_numbered_heading(line))


def _cell_end(sheet: _Sheet, at: int) -> int:
    """The last line of the cell that begins on line ``at``: a date or a further name stands right below."""
    while at + 1 < len(sheet.lines):
        cell, below = sheet.cell(at), sheet.cell(at + 1)
        if (
            below is None
            or not (any(map(str.isalnum, below.text)) or below.text in _JOINS)
            or _AMOUNT.fullmatch(below.text)
        ):
            break
        if _LISTED.match(sheet.lines[at + 1][0].text) or sheet.is_apart(at):
            break
        if (
            cell
            and sheet.ends(at)
            and is_owner(below.text)
            and len(sheet.lines[at + 1]) > 1
            and cell.text[-1] not in "/,&"
        ):
            break
        at += 1
    return at


def _paragraph_end(sheet: _Sheet, first: int, last: int, foot: bool) -> tuple[int | None, bool]:
    """The last line of the paragraph in which a cell ends; of a heading alone, that of the paragraph below it.

    It is an earlier one that ends with a sentence, where that is the cell's own or a further cell stands below. Also
    whether the page ends with the paragraph, so that it may go on overleaf: then the line is where its last sentence
    ends, None where none does.
    """
    beside = next((row for row in range(last, first, -1) if sheet.words(row)), first)
    if sheet.ends(beside) and not sheet.is_full(beside):
        return beside, False
    lines, end = sheet.lines, last
    heading = is_numbered_heading(lines[first])
    while end + 1 < len(lines) and not _begins_anew(sheet, end + 1, heading):
        title = heading and end == first
        if sheet.is_apart(end) and not title:
            break
        below = lines[end + 1][0].text[0]
        if not sheet.is_full(end) and (sheet.ends(end) or (is_prose(lines[end][0]) and not below.islower())):
            break
        end += 1
    further = next((row for row in range(last + 1, end + 1) if sheet.cell(row) is not None), None)
    if further is not None:
        return next((row for row in range(further - 1, last, -1) if sheet.ends(row)), end), False
    if not foot or end + _FOOT < len(lines) or sheet.ends(end) or not sheet.is_full(end):
        return end, False
    ended = [row for row in range(last, end + 1) if (words := sheet.words(row)) and _ends_sentence(words)]
    return (ended[-1] if ended else None), True


def _begins_anew(sheet: _Sheet, row: int, heading: bool) -> bool:
    """Whether a line begins an item, or an entry of a list; below a ``heading`` entries belong to it."""
    first = sheet.lines[row][0]
    if _NUMBER.match(first.text) and first.left < sheet.left + 4 * sheet.unit:
        return True
    return not heading and _LISTED.match(first.text) is not None


def _ends_sentence(line: Line) -> bool:
    return (_END.match(line[-1].text) or _STOP.match(line[-1].text)) is not None


def _part(line: Line) -> Fragment | None:
    """What goes on overleaf behind the last sentence that ends in a line, taken from it; None where nothing does."""
    last = line[-1] if line else None
    stop = None if last is None or _END.match(last.text) else _STOP.match(last.text)
    if last is None or stop is None:
        return None
    cut = last.left + (last.right - last.left) * stop.end() / len(last.text)
    first = last.text[: stop.end() - 1]
    line[-1] = Fragment(first, last.left, cut, last.base, last.height, min(last.bold, len(first)))
    return Fragment(last.text[stop.end() :], last.left, last.right, last.base, last.height)


def _before(rest: Fragment, below: Fragment) -> Fragment:
    """The rest of a line with the line below it, as one."""
    return Fragment(f"{rest.text} {below.text}", below.left, below.right, below.base, below.height)


def _set_behind(line: Line, cells: Sequence[Fragment]) -> list[Fragment]:
    """The cells as fragments behind the last one of ``line``; what goes on with a cell stands close behind it."""
    found: list[Fragment] = []
    host = line[-1] if line else cells[0]
    for cell in cells:
        if found and (found[-1].text[-1] in _JOINS or not is_owner(cell.text)):
            words = f"{found[-1].text} {cell.text}"
            found[-1] = Fragment(words, found[-1].left, found[-1].right + 1, host.base, host.height)
            continue
        start = max(cell.left, (found[-1].right if found else host.right) + 2 * host.height)
        found.append(Fragment(cell.text, start, start + cell.right - cell.left, host.base, host.height))
    return found
