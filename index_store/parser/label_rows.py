"""Labels at the left of an attendance list: broken over two lines, or with a second label right behind the first."""

from __future__ import annotations

import re
from dataclasses import replace

from index_store.parser.grid import Cell, rows_of
from index_store.parser.list_headings import Heading, read_heading
from index_store.parser.names import split_title
from index_store.parser.office_labels import is_labelled

Row = tuple[list[Cell], list[Heading | None]]
"""The cells of a line and the heading that each opens with."""
_CATEGORY = re.compile(
    r"(?:(?:county|city|town|elected|committee|board) )?(?:members?|councillors?|cllrs?|crs?|deput(?:y|ies)|senators?|"
    r"directors|trustees|aldermen|comhairleoir\w*|baill)",
    re.IGNORECASE,
)
"""Who people are, not whether they came."""
_LABEL = re.compile(
    r"\b(?:also|in|not|others?|those|staff|council|committee|board|members?|officers?|officials?|councillors?|public|"
    r"guests?|absent|apologies|leave|with|of)\b",
    re.IGNORECASE,
)
"""Words of a label whose next line would be one by itself: "ALSO" over "PRESENT"; not so "Location"."""
_BEGINS = re.compile(r"[^\W\d_](?:[^\W\d_]|[/ ]){1,20}")


def label_rows(text: str) -> list[Row]:
    """The rows of an attendance list with their headings, a label in two parts read as one."""
    cells = rows_of(text, with_prose=False)
    rows = list[Row]()
    listed = False
    for line in cells:
        heads = [_heading(text[cell.start : cell.end], at, listed) for at, cell in enumerate(line)]
        listed = listed or any(heads)
        rows.append((line, heads))
    found: list[Row] = []
    for row in rows:
        broken = _broken(text, found[-1], row) if found else None
        if broken is not None:
            found[-1:] = broken
        else:
            found.append(_beside(text, row))
    return found


def _heading(cell: str, column: int, listed: bool) -> Heading | None:
    """The heading that a cell opens with: none where it labels the holders of offices ("Chair: A Ash: Clerk: …").

    ``listed`` says that a list has begun above.
    """
    head = read_heading(cell, column)
    office = head is not None and (head.role is not None or head.status == "chair")
    return None if office and (column or listed) and is_labelled(cell) else head


def _broken(text: str, above: Row, row: Row) -> list[Row] | None:
    """Two rows with one label ("OTHERS IN" over "ATTENDANCE:"), whichever has names behind it."""
    (upper, said), (lower, heads) = above, row
    first, second = text[upper[0].start : upper[0].end].strip(), text[lower[0].start : lower[0].end].strip()
    if len(upper) == 1 and not said[0] and _BEGINS.fullmatch(first) and (post := _post(first, second)):
        return [_beside(text, (lower, [post, *heads[1:]]))]
    if heads[0] and heads[0].words in second and not _LABEL.search(first):
        return None
    if len(upper) > 2 or not _BEGINS.fullmatch(first) or len(second) > 20 or (heads[0] and heads[0].end < len(second)):
        return None
    label = read_heading(f"{first} {second}")
    if (
        label is None
        or split_title(first)[0]
        or not (second.endswith(":") or label.role or _shouted(first, second, label))
        or len(label.words) <= len(second)
    ):
        return None
    whole = replace(label, end=upper[0].end - upper[0].start)
    rest = [(lower[1:], heads[1:])] if len(lower) > 1 else []
    return [_beside(text, (upper, [whole, *said[1:]])), *rest]


def _shouted(first: str, second: str, label: Heading) -> bool:
    """Whether two lines in capitals, with nothing else in the second, are one label: "ALSO" over "PRESENT"."""
    return f"{first}{second}".isupper() and len(label.words) == len(first) + 1 + len(second)


def _post(first: str, second: str) -> Heading | None:
    """A post broken over two lines with its holder behind it: "MEETINGS" over "ADMINISTRATOR: Ann Other"."""
    label = read_heading(f"{first} {second}") if ":" in second else None
    if label is None or not label.role or not len(first) + 1 < len(label.words) < label.end <= len(first) + len(second):
        return None
    return replace(label, end=label.end - len(first) - 1)


def _beside(text: str, row: Row) -> Row:
    """A row in which a label stands before a category of people ("Apologies:  Councillors: A Ash"): one label."""
    cells, heads = row
    if len(cells) != 2 or heads[0] is None or heads[1] is None or not _CATEGORY.fullmatch(heads[1].words):
        return row
    if (
        text[cells[0].start + heads[0].end : cells[0].end].strip()
        or not text[cells[1].start + heads[1].end : cells[1].end].strip()
    ):
        return row
    label = replace(heads[0], title=heads[1].title or heads[0].title)
    return [cells[0], cells[1]._replace(start=cells[1].start + heads[1].end)], [label, None]
