"""From source text to meetings with their minute items. `parse` is the one verb."""

from __future__ import annotations

from dataclasses import replace

from index_store.models import Meeting, ParsedFile, SourceText, Span
from index_store.parser.attendance import read_attendance
from index_store.parser.doubts import file_doubts, meeting_doubts
from index_store.parser.headed_movers import with_movers
from index_store.parser.header import read_header
from index_store.parser.items import find_items
from index_store.parser.kind import kind_of
from index_store.parser.known_people import with_full_names
from index_store.parser.meetings import meeting_starts
from index_store.parser.rolls import roll_of
from index_store.reading import Reading, read
from index_store.rows import FRONT_MATTER

__all__ = ["PARSER_VERSION", "parse"]

PARSER_VERSION = "18"
_FRONT = 2_000
"""Longer than a list of contents."""
_HEAD = 30_000
"""Longer than the header and attendance of any meeting: what goes on beyond is no header."""


def parse(source: SourceText) -> ParsedFile:
    """The meetings of a source text, each with its header, attendance and minute items, and what looks wrong.

    Never raises: text that holds no minutes gives kind "other" and a meeting without items.
    """
    reading = read(source)
    if not reading.lines:
        return ParsedFile("other", (), (*source.warnings, "holds no text"))
    starts = meeting_starts(reading)
    stops = [*starts[1:], len(reading.lines)]
    meetings, warnings = list[Meeting](), list[str]()
    for first, stop in zip(starts, stops, strict=True):
        meeting, said = _meeting(reading, source, first, stop)
        if meeting.body is None and meetings:
            same = meetings[-1]
            meeting = replace(meeting, body=same.body, council=same.council, aliases=same.aliases)
        if meetings and _only_leads(meetings[-1], meeting):
            meetings.pop()
        meetings.append(meeting)
        warnings += said
    front = FRONT_MATTER.match(source.text)
    kind = kind_of((front[0] if front else "") + reading.mapped.text, meetings, source.path)
    return ParsedFile(kind, tuple(meetings), (*source.warnings, *file_doubts(source, kind, meetings), *warnings))


def _only_leads(front: Meeting, meeting: Meeting) -> bool:
    """Whether what was read as a meeting is the title of a volume of minutes, with its contents, before the first."""
    if front.attendance or not meeting.attendance or not meeting.date:
        return False
    return not any(item.number or item.resolutions or len(item.body.text) > _FRONT for item in front.items)


def _meeting(reading: Reading, source: SourceText, first: int, stop: int) -> tuple[Meeting, list[str]]:
    mapped, lines = reading.mapped, reading.lines
    division = find_items(reading, source, first, stop)
    begin, end = lines[first].start, lines[stop - 1].end
    preamble = mapped.slice(begin, division.preamble_end)
    head = preamble.slice(0, min(len(preamble.text), _HEAD))
    header = read_header(head, source, mapped.text[begin:end])
    attendance, chair = read_attendance(head, division.items)
    items = with_full_names(with_movers(division.items), attendance)
    meeting = Meeting(
        body=header.body,
        span=mapped.span(begin, end),
        preamble=preamble,
        council=header.council,
        aliases=header.aliases,
        date=header.date,
        venue=header.venue,
        chair=chair,
        starts=header.starts,
        ends=header.ends,
        draft=header.draft,
        attendance=attendance,
        items=items,
        roll=roll_of(items, attendance),
    )
    return meeting, [*header.warnings, *meeting_doubts(meeting)]


def covered(meeting: Meeting) -> tuple[Span, ...]:
    """The spans that a meeting's preamble and items cover, in the order of the text."""
    head = (meeting.preamble.span(),) if meeting.preamble.runs else ()
    return (*head, *(item.span for item in meeting.items))
