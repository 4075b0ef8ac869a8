"""A narrow column at the right under the head "Action", with who is to act and by when beside what was said.

Read across, its words would stand inside the sentences: "reserve was fully November committed". Each cell is put
behind the last line of the paragraph beside which it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import mode

from index_store.readers.pdf_lines import Fragment, Line

_HEAD = re.compile(r"(?:actions?|owners?|lead)(?: (?:by|points?|owners?|required))?\W*", re.IGNORECASE)
_LETTERS = r"(?:[A-Z]{2,4}|[A-Z][a-z]?[A-Z])"
_ONE = (
    rf"(?:{_LETTERS}|All|ALL|(?:(?:Town |Parish |Deputy )?(?:Clerk|CLERK|Chair(?:man|person)?|Secretary|Treasurer|RFO)|"
    r"(?:Cllrs?|Mr|Mrs|Ms|Dr)\.? (?:[A-Z]\.? ?)?[A-Z][\w’'-]+))"
)
_OWNERS = re.compile(
    rf"(?:ACTION|Action)?:?\s*{_ONE}(?:(?:\s*[/,&+]\s*|\s+and\s+|\s+){_ONE})*[/,&]?(?:\s+\d.{{0,16}})?[:.]?"
)
_ANSWER = re.compile(r"(?:NO|NA|YES|OK|TBC|VAT)\b")
_AMOUNT = re.compile(r"(?!20\d\d$)[£\d,.]+")
_PLACE = 0.6
"""The column begins behind this share of the width of the text."""
_OUT = 8.0
"""In characters: cells may begin so far to the left of a head that is centred over them."""
_APART = 1.4
"""In characters: at least so much is free before a cell."""
_WIDEST = 24
_STEP = 1.35
"""In line pitches: a wider step down ends a paragraph."""
_FOOT = 2
"""So near the last line of a page the paragraph may go on overleaf, and its cell stands behind a whole sentence."""
_ENDED = (".", ";", ":", "?")
_NUMBER = re.compile(r"(?:\d{1,4}(?:[./]\d{1,4}){0,3}|[(]?[a-z]{1,3}[)])[.)]?(?=\s|$)")


def owners_column(lines: Sequence[Line], unit: float) -> float | None:
    """Where on the page the cells of such a column begin at most; None where no head of one stands on it."""
    top = below_head(lines)
    if not top:
        return None
    head = lines[top - 1][-1].left
    near = [cell.left for line in lines[top:] if (cell := _cell(line, head, unit)) is not None]
    return min(head, mode(near)) if near else head


def below_head(lines: Sequence[Line]) -> int:
    """The line below the head of such a column, which stands alone at the right; 0 where there is none."""
    left = min((line[0].left for line in lines), default=0.0)
    right = max((line[-1].right for line in lines), default=0.0)
    heads = (at for at, line in enumerate(lines) if len(line) == 1 and _HEAD.fullmatch(line[0].text))
    return next((at + 1 for at in heads if lines[at][0].left > left + _PLACE * (right - left)), 0)


def without_owners_inside(lines: list[Line], column: float, unit: float, pitch: float) -> list[Line]:
    """``lines`` with each cell of the column behind the last line of what stands beside it."""
    left = min((line[0].left for line in lines), default=0.0)
    kept = [list(line) for line in lines]
    moved: dict[int, list[Fragment]] = {}
    at = 0
    while at < len(lines):
        first = _cell(lines[at], column, unit)
        if first is None or len(lines[at]) < 2 or _OWNERS.fullmatch(first.text) is None or _ANSWER.match(first.text):
            at += 1
            continue
        last = _cell_end(lines, at, column, unit)
        end = _paragraph_end(lines, at, last, column, unit, left, pitch)
        for row in range(at, last + 1):
            cell = _cell(lines[row], column, unit)
            if cell is not None:
                kept[row].remove(cell)
                moved.setdefault(end, []).append(cell)
        at = last + 1
    overleaf: dict[int, Line] = {}
    for end, cells in moved.items():
        if end + _FOOT >= len(lines) and (halves := _sentence_ended(kept[end])) is not None:
            kept[end], overleaf[end] = halves
        kept[end] += _set_behind(kept[end], cells)
    return [part for at, line in enumerate(kept) for part in (line, overleaf.get(at, [])) if part]


def _sentence_ended(line: Line) -> tuple[Line, Line] | None:
    """A line whose sentence goes on overleaf, parted behind the last sentence that ends in it; else None."""
    last = line[-1] if line else None
    stop = None if last is None or last.text.endswith(_ENDED) else re.search(r".*[a-z0-9)][.;] (?=[A-Z(])", last.text)
    if last is None or stop is None:
        return None
    cut = last.left + (last.right - last.left) * stop.end() / len(last.text)
    first = Fragment(
        last.text[: stop.end() - 1], last.left, cut, last.base, last.height, min(last.bold, stop.end() - 1)
    )
    return [*line[:-1], first], [Fragment(last.text[stop.end() :], last.left, last.right, last.base, last.height)]


def _cell(line: Line, column: float, unit: float) -> Fragment | None:
    """What stands in the column on a line, with room before it."""
    cell = line[-1]
    if cell.left < column - _OUT * unit or len(cell.text) > _WIDEST:
        return None
    if len(line) > 1 and cell.left - line[-2].right < _APART * unit:
        return None
    return cell if cell.left >= column - unit or _OWNERS.fullmatch(cell.text) else None


def _cell_end(lines: Sequence[Line], at: int, column: float, unit: float) -> int:
    """The last line of the cell that begins on line ``at``: a date or a further name stands right below."""
    while at + 1 < len(lines):
        below = _cell(lines[at + 1], column, unit)
        if below is None or not any(map(str.isalnum, below.text)) or _AMOUNT.fullmatch(below.text):
            break
        at += 1
    return at


def _paragraph_end(
    lines: Sequence[Line], at: int, last: int, column: float, unit: float, left: float, pitch: float
) -> int:
    """The last line of the paragraph in which a cell ends; of a heading alone, that of the paragraph below it."""
    end = last
    while end + 1 < len(lines):
        below = lines[end + 1]
        numbered = _NUMBER.match(below[0].text) is not None and below[0].left < left + 4 * unit
        apart = lines[end][0].base - below[0].base > _STEP * pitch
        heading = end == at and _NUMBER.match(lines[at][0].text) is not None and len(lines[at]) > 2
        if numbered or _cell(below, column, unit) is not None or below[0].base > lines[end][0].base:
            break
        if apart and not heading:
            break
        end += 1
    if end + _FOOT < len(lines):
        return end
    return next((row for row in range(end, last - 1, -1) if lines[row][0].text.endswith(_ENDED)), end)


def _set_behind(line: Line, cells: Sequence[Fragment]) -> list[Fragment]:
    """The cells as fragments behind the last one of ``line``; what goes on with a cell stands close behind it."""
    found: list[Fragment] = []
    host = line[-1] if line else cells[0]
    for cell in cells:
        if found and not _OWNERS.fullmatch(cell.text):
            words = f"{found[-1].text} {cell.text}"
            found[-1] = Fragment(words, found[-1].left, found[-1].right + 1, host.base, host.height)
            continue
        start = max(cell.left, (found[-1].right if found else host.right) + 2 * host.height)
        found.append(Fragment(cell.text, start, start + cell.right - cell.left, host.base, host.height))
    return found
