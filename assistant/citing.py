"""Citations built from held minutes: one place that turns a minute and a span into a quote and a marker."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from textwrap import shorten

from assistant.answer import Citation
from assistant.sentences import BULLETS
from index_store.held import HeldItem
from index_store.models import MappedText, Span

_SPACE = re.compile(r"\s+")
_PRINTED_MARKER = re.compile(r"\[(\d{1,3})\]")
_BULLET = re.compile(rf"\s*(?:[-–—*{BULLETS}]\s+)+")
ATTENDANCE = "attendance"
_TITLE = 160
"""Letters of a title that an answer names a minute by: some quote half an Act."""


def cite(item: HeldItem, span: Span, source_text: str, marker: int, clause: str | None = None) -> Citation:
    """The citation of ``source_text[span]`` as part of ``item``; ``source_text`` is that of the meeting's source.

    Raises ValueError where the span is empty or reaches beyond the text.
    """
    if not 0 <= span.start < span.end <= len(source_text):
        raise ValueError(f"span {span} is not in the source text of {item.id}")
    quote = source_text[span.start : span.end]
    bare = nearby(item)
    return Citation(
        id=bare.id,
        body=bare.body,
        date=bare.date,
        minute=bare.minute,
        title=bare.title,
        start=span.start,
        end=span.end,
        source=bare.source,
        marker=marker,
        quote=quote,
        clause=clause,
        page=bare.page,
    )


def nearby(item: HeldItem) -> Citation:
    """``item`` as one of an answer's *nearest* minutes: no marker, no quote."""
    meeting = item.meeting
    return Citation(
        id=item.id,
        body=meeting.body,
        date=meeting.date,
        minute=item.number,
        title=item.title,
        start=item.span.start,
        end=item.span.end,
        source=meeting.source,
        page=item.page,
    )


def shown(text: str) -> str:
    """A quote on one line, as an answer shows it: runs of white space become one space, "[3]" becomes "(3)", so
    that nothing printed in the minutes looks like a marker."""
    return _PRINTED_MARKER.sub(r"(\1)", _SPACE.sub(" ", text).strip())


def trimmed(text: MappedText, start: int = 0, end: int | None = None) -> tuple[int, int]:
    """``start, end`` moved inwards past white space; equal where nothing is left."""
    end = len(text.text) if end is None else end
    while start < end and text.text[start].isspace():
        start += 1
    while end > start and text.text[end - 1].isspace():
        end -= 1
    return start, end


def heading_of(item: HeldItem) -> str:
    """How a sentence names a minute: "minute 267 (Inspection Review)", "the attendance list", "“Playpark”"."""
    if item.number == ATTENDANCE:
        return "the attendance list"
    title = shorten(shown(item.title or ""), _TITLE, placeholder="…")
    if item.number:
        number = item.number if item.number.lower().startswith("item") else f"minute {item.number}"
        return f"{number} ({title})" if title else number
    return f"“{title}”" if title else "an unnumbered minute"


@dataclass
class Citing:
    """Numbers the citations of one answer while it is written.

    ``source_text`` gives the text of a source by name (``Catalogue.source_text``). The same stretch of the same
    minute gets the same marker each time.
    """

    source_text: Callable[[str], str]
    citations: list[Citation] = field(default_factory=list)

    def mark(self, item: HeldItem, span: Span, clause: str | None = None) -> str:
        """Cite ``span`` of ``item`` and return its marker, "[3]"."""
        for held in self.citations:
            if held.id == item.id and (held.start, held.end) == (span.start, span.end):
                return f"[{held.marker}]"
        marker = len(self.citations) + 1
        self.citations.append(cite(item, span, self.source_text(item.meeting.source), marker, clause))
        return f"[{marker}]"

    def quote(self, item: HeldItem, start: int, end: int) -> tuple[str, str]:
        """``item.text.text[start:end]`` as shown in an answer, and its marker."""
        bullet = _BULLET.match(item.text.text, start, end)
        start, end = trimmed(item.text, bullet.end() if bullet and bullet.end() < end else start, end)
        return shown(item.text.text[start:end]), self.mark(item, item.text.span(start, end))
