"""The minute items of one meeting, with what each decides, asks for and refers to."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from index_store.models import MappedText, MinuteItem, SourceText
from index_store.parser.actions import find_actions
from index_store.parser.closing import appendix_line, closing_line, log_line
from index_store.parser.cues import small
from index_store.parser.headings import Heading, whole_line
from index_store.parser.item_headings import find_headings
from index_store.parser.motion_clauses import with_adopted
from index_store.parser.references import find_references
from index_store.parser.resolutions import find_resolutions
from index_store.parser.wording import is_heading
from index_store.reading import Reading

_PRIVATE = re.compile(
    r"\b(?:(?<!non-)(?<!non )exempt\b|confidential|in camera|closed session|private session|part (?:ii|2)\b)"
)
"""Looks at text in small letters."""
_EXCLUDED = re.compile(
    r"\b(?:public|press)\b[^.]{0,80}\b(?:be |were |was )?(?:now )?excluded|exclu(?:sion of|de) (?:the )?(?:press|"
    r"public|members of)|"
    r"(?:move|moved|go|went) into (?:closed|private|confidential|exempt) session|meeting be closed to the public"
)
"""Looks at text in small letters."""
_NOTHING = re.compile(r"\b(?:there (?:was|were) (?:no|none)|no (?:exempt|such) )", re.IGNORECASE)
_POSSIBLE = re.compile(
    r"\b(?:declaration|possible|exclusion|announcement|comments?\b|reconvene|report of any action|"
    r"open session)",
    re.IGNORECASE,
)
"""What is said in public of business taken in private."""
_BACK = re.compile(
    r"(?:public|open)\b[^.]{0,60}\b(?:re-?admitted|session (?:was )?resumed|returned)|return(?:ed)? to open|"
    r"^\W*(?:unrestricted|open|public) (?:items?|session|business)\W*$",
    re.IGNORECASE | re.MULTILINE,
)
_THIS_ITEM = re.compile(
    r"[^.;]{0,60}?\b(?:for|during|from)(?: the)?(?: (?:discussion|consideration) of)? this (?:item|matter)\b",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"(?<=[A-Z])-\n\s*(?=[A-Z])")
"""A hyphen at the end of a line of a title in capitals."""
_SECTION = 100
"""Longer than what stands under a heading over several exempt items: a longer text is an item of its own."""


@dataclass(frozen=True, slots=True)
class Division:
    """A meeting's reading text divided: preamble, items, closing. Offsets are in the reading text."""

    items: tuple[MinuteItem, ...]
    preamble_end: int
    closing: int


def find_items(reading: Reading, source: SourceText, first: int, stop: int) -> Division:
    """The minute items in lines ``first`` up to ``stop`` of the reading text, in the order of the document."""
    if first >= stop:
        at = reading.lines[first].start if first < len(reading.lines) else len(reading.mapped.text)
        return Division((), at, at)
    appendix = appendix_line(reading, first, stop)
    log = log_line(reading, first, stop) if appendix is None else None
    appendix = log if appendix is None else appendix
    last = closing_line(reading, first, appendix or stop)
    headings = find_headings(reading, first, last)
    end = reading.lines[last - 1].end
    if not headings:
        return Division((), end, end)
    starts = [one.start for one in headings[1:]] + [end]
    items = [_item(reading.mapped, source, one, until) for one, until in zip(headings, starts, strict=True)]
    if any(line.margin for line in reading.lines[first:last]):
        items = _with_margins(items, headings, reading)
    items = with_adopted(items)
    if appendix is not None:
        behind = _appended(reading, source, appendix, stop, acts=log is not None)
        return Division((*_exempt(items), behind), headings[0].start, end)
    return Division(_exempt(items), headings[0].start, end)


def _appended(reading: Reading, source: SourceText, first: int, stop: int, *, acts: bool = False) -> MinuteItem:
    """What is printed behind the signatures, as one item that decides nothing; ``acts`` says that it logs actions."""
    line = reading.lines[first]
    headed = is_heading(line.text)
    heading = whole_line(line, line.text) if headed else Heading(line.start, line.start)
    item = _item(reading.mapped, source, heading, reading.lines[stop - 1].end)
    return replace(item, resolutions=(), actions=item.actions if acts else ())


def _item(mapped: MappedText, source: SourceText, heading: Heading, until: int) -> MinuteItem:
    text = mapped.text
    start, end = _stripped(text, heading.body, until)
    whole = mapped.span(heading.start, end if end > start else max(heading.body, heading.start + 1))
    title = None
    if heading.title is not None:
        title = " ".join(_BROKEN.sub("-", text[heading.title[0] : heading.title[1]]).split()) or None
    headed = heading.body > heading.start and (heading.number is not None or heading.title is not None)
    body = mapped.slice(start, end)
    return MinuteItem(
        number=heading.number,
        title=title,
        body=body,
        span=whole,
        heading=mapped.span(heading.start, *_heading_end(text, heading)) if headed else None,
        agenda_item=heading.agenda_item,
        page=source.page(whole.start),
        resolutions=find_resolutions(body),
        actions=find_actions(body),
        references=find_references(body),
    )


def _with_margins(items: list[MinuteItem], headings: list[Heading], reading: Reading) -> list[MinuteItem]:
    """``items`` with the titles that stand in the margin whole: "Local Electoral" with "Boundaries" below it."""
    goes_on = {line.start: line.margin for line in reading.lines if line.margin}
    text = reading.mapped.text
    return [
        replace(item, title=item.title + goes_on[one.start])
        if item.title and one.title and one.start in goes_on and text.startswith("\t", one.title[1])
        else item
        for item, one in zip(items, headings, strict=True)
    ]


def _heading_end(text: str, heading: Heading) -> tuple[int]:
    _, end = _stripped(text, heading.start, max(heading.body, heading.title[1] if heading.title else 0))
    return (end,)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == "|"):
        end -= 1
    return start, end


def _exempt(items: list[MinuteItem]) -> tuple[MinuteItem, ...]:
    """The items with those marked that were taken in private."""
    marked, private = [], False
    for item in items:
        title, body = item.title or "", item.body.text
        heading_private = _PRIVATE.search(title.lower()) is not None
        marked.append(
            replace(item, exempt=True) if private or (heading_private and not _POSSIBLE.search(title)) else item
        )
        nothing = heading_private and _NOTHING.search(body) is not None
        low = small(body)
        excluded = _EXCLUDED.search(low) if "xclu" in low or "session" in low else None
        if excluded and _THIS_ITEM.match(body, excluded.end()):
            marked[-1] = replace(item, exempt=True)
        elif excluded or (
            item.number is None and heading_private and not nothing and len(body) < _SECTION and ":" not in title
        ):
            private = True
        if private and (_BACK.search(body) or _BACK.search(title)):
            private = False
    return tuple(marked)
