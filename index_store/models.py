"""The records that flow through the index: frozen, with offsets in code points.

Two layers of text meet here. The *source text* is what a reader makes of a file; the *reading text* is that
without page furniture, hard wraps and hyphenation. Parsing, search and answers work on reading text; citations
point into source text. :class:`MappedText` carries the map between the two.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Literal

Effect = Literal["decided", "noted", "deferred", "rejected", "referred", "recommended", "withdrawn"]
Status = Literal["present", "chair", "in_attendance", "apologies", "absent", "substitute", "observer"]
Kind = Literal["minutes", "agenda", "other"]
ReferenceKind = Literal["minute", "agenda_item", "report"]
_SOURCE = itemgetter(1)
"""Where a run of :class:`MappedText` stands in the source."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of source-text offsets: a quote is ``source_text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Emphasis:
    """Words of the source text that the file prints as a heading of ``level`` (1 to 6), or in bold (0)."""

    start: int
    end: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class SourceText:
    """What a reader makes of one file.

    ``page_starts`` holds the offset at which each page begins (empty where the format has no pages).
    ``path`` is the name under which the file is known to the user, used for warnings and date hints only.
    ``emphasis`` tells, in the order of the text, what the file prints as headings or in bold (empty where the format
    does not tell, and where the text itself does, as Markdown's).
    """

    text: str
    path: str = ""
    page_starts: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()
    emphasis: tuple[Emphasis, ...] = ()

    def page(self, offset: int) -> int | None:
        """One-based page on which ``offset`` lies, or None where the format has no pages."""
        return bisect_right(self.page_starts, offset) or None if self.page_starts else None


@dataclass(frozen=True, slots=True)
class MappedText:
    """Reading text with the way back to the source text.

    ``runs`` are (start in text, start in source, length) triples in ascending order: stretches that stand letter
    for letter in the source. Characters outside every run were put in by cleaning (a space for a line break).
    """

    text: str
    runs: tuple[tuple[int, int, int], ...] = ()

    def slice(self, start: int, end: int) -> MappedText:
        """The part ``text[start:end]``, still mapped to the same source."""
        kept = []
        for at, source, length in self.runs[self._first(start) : self._behind(end)]:
            low = at if at > start else start
            high = at + length if at + length < end else end
            if low < high:
                kept.append((low - start, source + low - at, high - low))
        return MappedText(self.text[start:end], tuple(kept))

    def _first(self, start: int) -> int:
        """The index of the first run that can reach beyond ``start``."""
        at = bisect_left(self.runs, (start + 1,)) - 1
        return at if at > 0 else 0

    def _behind(self, end: int) -> int:
        """The index of the first run that begins at ``end`` or later."""
        return bisect_left(self.runs, (end,))

    def joined(self, other: MappedText) -> MappedText:
        """This text and, as a paragraph of its own, ``other``, which stands behind it in the same source."""
        if not self.text or not other.text:
            return other if not self.text else self
        shift = len(self.text) + 2
        moved = ((at + shift, source, length) for at, source, length in other.runs)
        return MappedText(f"{self.text}\n\n{other.text}", (*self.runs, *moved))

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The smallest source span that covers ``text[start:end]``.

        Raises ValueError where the range holds no character of the source.
        """
        end = len(self.text) if end is None else end
        first, last = self._first(start), bisect_left(self.runs, (end,)) - 1
        if first <= last and self.runs[first][0] + self.runs[first][2] <= start:
            first += 1
        if first > last or start >= end:
            raise ValueError(f"text[{start}:{end}] holds nothing of the source")
        (begins, source, _), (at, last_source, length) = self.runs[first], self.runs[last]
        begin = source + start - begins if start > begins else source
        return Span(begin, last_source + (length if length < end - at else end - at))

    def locate(self, offset: int) -> int | None:
        """Where source ``offset`` stands in ``text``, or None where cleaning dropped it."""
        before = bisect_right(self.runs, offset, key=_SOURCE)
        if before == 0:
            return None
        at, source, length = self.runs[before - 1]
        return at + offset - source if offset < source + length else None


@dataclass(frozen=True, slots=True)
class Attendee:
    """One name in the record of who came, wherever in the minutes it is recorded.

    ``title`` is Mr, Dr, Cllr…; ``note`` is what the minutes add in brackets ("minute 272", "left at 8.15");
    ``substitute_for`` names the member whose place was taken; ``initials`` as the document uses them.
    ``span`` covers the words that say so; ``section`` is the heading that the name stands under ("Officers in
    Support"), None where a sentence names it.
    """

    name: str
    span: Span
    status: Status = "present"
    title: str | None = None
    role: str | None = None
    organisation: str | None = None
    note: str | None = None
    substitute_for: str | None = None
    initials: str | None = None
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Votes:
    """A recorded vote: counts as printed, names where the minutes list them."""

    votes_for: int | None = None
    votes_against: int | None = None
    abstained: int | None = None
    names_for: tuple[str, ...] = ()
    names_against: tuple[str, ...] = ()
    names_abstained: tuple[str, ...] = ()
    carried: bool | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """A decision inside a minute, one record a clause.

    ``verb`` as printed (AGREED, RESOLVED, Agreed…), ``effect`` what it comes to, ``label`` as printed without its
    brackets ("ii", or None), ``text`` the clause as reading text. ``span`` covers ``text`` in the source.
    ``lead`` is the span of the words that introduce a list of clauses ("It was AGREED:"). An amendment has
    ``amendment`` set; one that was lost has effect "rejected". ``manner`` is how it was voted, as printed
    ("unanimously", "on a show of hands", "the Chairman's casting vote").
    """

    verb: str
    effect: Effect
    text: str
    span: Span
    label: str | None = None
    lead: Span | None = None
    proposer: str | None = None
    seconder: str | None = None
    votes: Votes | None = None
    amendment: bool = False
    manner: str | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """Something that a named person or group was asked to do, with the words that ask it."""

    text: str
    span: Span
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of another minute ("Minute 258(ii)"), an agenda item ("item 14") or a report ("marked '5'").

    ``target`` is the number or mark as printed, without a clause; ``clause`` the label behind it.
    """

    kind: ReferenceKind
    target: str
    span: Span
    clause: str | None = None


@dataclass(frozen=True, slots=True)
class MinuteItem:
    """The unit of citation.

    ``span`` covers the item with its heading; ``heading`` the printed number and title (None where an unnumbered
    paragraph is the item); ``body`` is the reading text without the heading. ``number`` and ``agenda_item`` as
    printed, without the full stop or brackets around them; the number of a letter under a numbered section has the
    section's before it ("VI.A", "4B"), for each section has an A. ``exempt`` marks business taken in private.
    """

    number: str | None
    title: str | None
    body: MappedText
    span: Span
    heading: Span | None = None
    agenda_item: str | None = None
    page: int | None = None
    exempt: bool = False
    resolutions: tuple[Resolution, ...] = ()
    actions: tuple[Action, ...] = ()
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """One sitting of a body.

    ``body`` and ``council`` as printed, ``aliases`` abbreviations printed in brackets behind the body's name.
    ``date`` is ISO. ``preamble`` is the reading text before the first item: header and attendance lists.
    ``span`` covers the meeting from its header to its last words. ``roll`` is the list of who came where that stands
    inside one of the first minutes, of which it remains a part.
    """

    body: str | None
    span: Span
    preamble: MappedText
    council: str | None = None
    aliases: tuple[str, ...] = ()
    date: str | None = None
    venue: str | None = None
    chair: str | None = None
    starts: str | None = None
    ends: str | None = None
    draft: bool = False
    attendance: tuple[Attendee, ...] = ()
    items: tuple[MinuteItem, ...] = ()
    roll: MappedText = MappedText("")


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """What the parser makes of one source text. Papers and agendas may have meetings too; ``kind`` tells."""

    kind: Kind
    meetings: tuple[Meeting, ...] = ()
    warnings: tuple[str, ...] = field(default=())
