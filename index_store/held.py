"""What the index holds, as it is read: meetings, minutes, attendance, decisions and passages, each with its meeting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index_store.models import Action, Attendee, Kind, MappedText, Reference, Resolution, Span


@dataclass(frozen=True, slots=True)
class Scope:
    """Which part of the index a question is about; an empty scope is all the minutes held.

    ``bodies`` are slugs; dates are ISO and inclusive; ``meetings`` are meeting ids. All given conditions hold at once.
    """

    bodies: tuple[str, ...] = ()
    date_from: str | None = None
    date_to: str | None = None
    meetings: tuple[str, ...] | None = None
    papers: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """A body with minutes in the index; ``aliases`` are abbreviations and other names learnt from its minutes."""

    slug: str
    name: str
    council: str | None
    aliases: tuple[str, ...]
    meetings: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """A meeting in the index. ``id`` is "body-slug/2009-09-02"; ``source`` the path that its file was added under.

    ``versions`` are the other files that hold the same meeting and are not answered from.
    """

    id: str
    slug: str
    body: str
    council: str | None
    date: str | None
    venue: str | None
    chair: str | None
    starts: str | None
    ends: str | None
    draft: bool
    kind: Kind
    source: str
    versions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldSource:
    """A file that was added. ``state`` is "held", "version" (its meetings are held from another file) or "skipped".

    ``meetings`` are the ids answered from, ``versions`` the ids of meetings of which this file is another version.
    ``corrections`` say what a clerk corrected of it.
    """

    path: str
    kind: Kind
    state: Literal["held", "version", "skipped"]
    meetings: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldItem:
    """A minute item in the index, or a meeting's attendance list (``number`` "attendance", ``position`` 0).

    ``id`` is "body-slug/2009-09-02/267"; ``position`` its place in the meeting, from 1. ``text`` is its reading
    text without the heading, mapped to the source text; ``span`` covers it with its heading.
    """

    id: str
    meeting: HeldMeeting
    position: int
    number: str | None
    agenda_item: str | None
    title: str | None
    text: MappedText
    span: Span
    heading: Span | None
    page: int | None
    exempt: bool


@dataclass(frozen=True, slots=True)
class HeldAttendee:
    """One attendance record of one meeting held. ``item`` is the id of the minute that records it."""

    meeting: HeldMeeting
    item: str
    attendee: Attendee


@dataclass(frozen=True, slots=True)
class HeldResolution:
    """One clause of a decision, with the minute that holds it."""

    item: HeldItem
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class HeldAction:
    """One action, with the minute that holds it."""

    item: HeldItem
    action: Action


@dataclass(frozen=True, slots=True)
class HeldReference:
    """A mention of another minute, agenda item or report, with the minute that mentions it."""

    item: HeldItem
    reference: Reference


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of one minute small enough for the embedder: ``item.text.text[start:end]``.

    ``id`` is immutable and carries a hash of what was embedded.
    """

    id: str
    item: str
    start: int
    end: int
    text: str
