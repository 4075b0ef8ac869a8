"""One minute as the source panel shows it: meeting, heading, the whole text with the quoted words marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from assistant.answer import Citation
from assistant.web.labels import long_date, minute_heading, minute_name, one_line
from index_store.held import HeldItem, HeldMeeting
from index_store.models import MappedText, Span

_LABEL = re.compile(r"\s*(?:[-–•*]|\([a-z0-9]{1,5}\)|[a-z0-9]{1,3}[.)])\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the minute's reading text that an answer quotes."""

    start: int
    end: int
    marker: int
    clicked: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What the panel shows: a minute, its neighbours in the meeting, and the citations of one answer.

    ``clicked`` is the marker that was clicked, or None where the minute was opened from a list.
    """

    item: HeldItem
    source_text: str
    before: HeldItem | None = None
    after: HeldItem | None = None
    citations: tuple[Citation, ...] = ()
    clicked: int | None = None


def item_key(item_id: str) -> str:
    """The link target that opens this minute: safe in an attribute and in an address."""
    return "#cite-item=" + quote(item_id, safe="")


def meeting_key(meeting_id: str) -> str:
    """The link target that opens the first page of a meeting: its attendance list, or its first minute."""
    return "#cite-meeting=" + quote(meeting_id, safe="")


def minute_html(shown: Shown) -> str:
    """The panel's content. Every citation of this minute is marked, the clicked one more strongly."""
    item = shown.item
    cited = [c for c in shown.citations if c.id == item.id and c.marker is not None]
    exact = [c for c in cited if shown.source_text[c.start : c.end] == c.quote]
    marks = marks_of(item.text, exact, shown.clicked)
    heading = _inline(minute_heading(item))
    if any(_covers_heading(item, c) for c in exact):
        strong = any(c.marker == shown.clicked and _covers_heading(item, c) for c in exact)
        heading = f"<mark{' class=clicked' if strong else ''}>{heading}</mark>"
    parts = [
        f'<div class="minute-head">{_meeting(item.meeting)}'
        f'<h2 class="minute-heading" tabindex="-1">{heading}</h2></div>',
        '<p class="exempt">Exempt business, taken in private</p>' if item.exempt else "",
        _changed(cited, exact),
        f'<div class="minute-text">{text_html(item.text.text, marks) or _EMPTY}</div>',
        _source(item),
        _neighbours(shown.before, shown.after),
        '<button class="back" type="button">Back to the answer</button>',
    ]
    return f'<article class="minute" aria-label="Source minute">{"".join(parts)}</article>'


def gone_html(citation: Citation | None) -> str:
    """What the panel shows where the minute is no longer held; the words that were quoted stay readable."""
    quoted = f"<blockquote>{_inline(citation.quote)}</blockquote>" if citation and citation.quote else ""
    return (
        '<article class="minute"><h2 class="minute-heading" tabindex="-1">No longer held</h2>'
        f"<p>This minute has left the index since it was quoted. Please ask again.</p>{quoted}</article>"
    )


def trouble_html(message: str) -> str:
    """An error that the user can do something about, where a minute or the head of the page would stand."""
    return f'<article class="minute"><p class="changed notice">{_inline(message)}</p></article>'


def marks_of(text: MappedText, citations: Iterable[Citation], clicked: int | None = None) -> list[Mark]:
    """Where the citations stand in the reading text; one that lies outside it has no mark."""
    marks = []
    for citation in citations:
        found = _reading_range(text, Span(citation.start, citation.end))
        if found and citation.marker is not None:
            marks.append(Mark(*found, citation.marker, citation.marker == clicked))
    return marks


def text_html(text: str, marks: Sequence[Mark] = ()) -> str:
    """Reading text as paragraphs and list lines, the marks kept whole across them."""
    blocks, at = [], 0
    for block in re.split(r"(\n{2,})", text):
        if block.strip():
            blocks.append(f'<div class="paragraph">{_lines_html(block, at, marks)}</div>')
        at += len(block)
    return "".join(blocks)


_EMPTY = '<p class="empty">Nothing is recorded under this heading.</p>'


def _lines_html(block: str, at: int, marks: Sequence[Mark]) -> str:
    lines = []
    for line in block.split("\n"):
        if line.strip():
            kind = "clause" if _LABEL.match(line) else "line"
            lines.append(f'<p class="{kind}">{_marked(line, at, marks)}</p>')
        at += len(line) + 1
    return "".join(lines)


def _marked(line: str, at: int, marks: Sequence[Mark]) -> str:
    """One escaped line, ``at`` its place in the text, cut where marks begin and end."""
    ends = [(mark.start, mark.end) for mark in marks]
    cuts = sorted({at, at + len(line), *(cut for pair in ends for cut in pair if at < cut < at + len(line))})
    out = []
    for start, end in zip(cuts, cuts[1:], strict=False):
        words = escape(line[start - at : end - at])
        over = [mark for mark in marks if mark.start <= start and end <= mark.end]
        out.append(_mark(words, over, [mark for mark in over if mark.start == start]) if over else words)
    return "".join(out)


def _mark(words: str, over: Sequence[Mark], begins: Sequence[Mark]) -> str:
    strong = ' class="clicked"' if any(mark.clicked for mark in over) else ""
    number = f' data-marker="[{begins[0].marker}]"' if begins else ""
    return f"<mark{strong}{number}>{words}</mark>"


def _reading_range(text: MappedText, span: Span) -> tuple[int, int] | None:
    """The part of the reading text that stands in ``span`` of the source."""
    low = high = None
    for at, source, length in text.runs:
        first, last = max(source, span.start), min(source + length, span.end)
        if first < last:
            low = at + first - source if low is None else low
            high = at + last - source
    return None if low is None or high is None else (low, high)


def _covers_heading(item: HeldItem, citation: Citation) -> bool:
    return item.heading is not None and citation.start < item.heading.end and item.heading.start < citation.end


def _meeting(meeting: HeldMeeting) -> str:
    council = f'<span class="council">{_inline(meeting.council)}</span> ' if meeting.council else ""
    tags = '<span class="tag">Draft</span>' if meeting.draft else ""
    tags += '<span class="tag">Not minutes</span>' if meeting.kind != "minutes" else ""
    times = " to ".join(time for time in (meeting.starts, meeting.ends) if time)
    venue = one_line(meeting.venue)
    facts = [
        long_date(meeting.date),
        times,
        venue[:1].upper() + venue[1:],
        f"Chair: {meeting.chair}" if meeting.chair else "",
    ]
    listed = "".join(f"<li>{_inline(fact)}</li>" for fact in facts if fact)
    return (
        f'<header class="meeting"><p class="meeting-body">{council}{_inline(meeting.body)}{tags}</p>'
        f'<ul class="meeting-facts">{listed}</ul></header>'
    )


def _changed(cited: Sequence[Citation], exact: Sequence[Citation]) -> str:
    if len(cited) == len(exact):
        return ""
    return '<p class="changed">This file was replaced since the answer was given: the quoted words are not marked.</p>'


def _source(item: HeldItem) -> str:
    page = f", page {item.page}" if item.page else ""
    others = "".join(f"<li>Also held as {_inline(name)}</li>" for name in item.meeting.versions)
    return f'<ul class="minute-source"><li>File: {_inline(item.meeting.source)}{page}</li>{others}</ul>'


def _neighbours(before: HeldItem | None, after: HeldItem | None) -> str:
    links = []
    for item, word, side in ((before, "Previous", "before"), (after, "Next", "after")):
        if item is not None:
            name = minute_name(item.number, item.agenda_item)
            title = _inline(one_line(item.title))
            links.append(
                f'<a class="{side}" href="{item_key(item.id)}"><span class="way">{word}: {_inline(name)}</span>'
                f'<span class="way-title">{title}</span></a>'
            )
    return f'<nav class="neighbours" aria-label="Other minutes of this meeting">{"".join(links)}</nav>' if links else ""


def _inline(text: str | None) -> str:
    return escape(one_line(text))
