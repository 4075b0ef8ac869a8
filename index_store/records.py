"""Rows of the catalogue to the frozen records, and back."""

from __future__ import annotations

import json
import re
import struct
import unicodedata
from dataclasses import asdict
from typing import Any

from index_store.held import HeldItem, HeldMeeting
from index_store.models import Action, Attendee, MappedText, Reference, Resolution, Span, Votes

RUN = struct.Struct("<3I")
MEETING_COLUMNS = (
    "m.id, m.public, m.slug, m.name, m.council, m.date, m.venue, m.chair, m.starts, m.ends, m.draft, m.kind"
)
ITEM_COLUMNS = (
    "i.meeting, i.position, i.last, i.number, i.agenda_item, i.title, i.text, i.runs, i.span_start, i.span_end, "
    "i.heading_start, i.heading_end, i.page, i.exempt"
)


def dump(record: Attendee | Resolution | Action | Reference) -> str:
    """A record as JSON; fields added to it later travel by themselves."""
    return json.dumps(asdict(record), ensure_ascii=False)


def load_attendee(text: str) -> Attendee:
    return Attendee(**_spans(json.loads(text), "span"))


def load_action(text: str) -> Action:
    return Action(**_spans(json.loads(text), "span"))


def load_reference(text: str) -> Reference:
    return Reference(**_spans(json.loads(text), "span"))


def load_resolution(text: str) -> Resolution:
    raw = _spans(json.loads(text), "span", "lead")
    if raw["votes"] is not None:
        votes: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in raw["votes"].items()}
        raw["votes"] = Votes(**votes)
    return Resolution(**raw)


def _spans(raw: dict[str, Any], *names: str) -> dict[str, Any]:
    return raw | {name: Span(**raw[name]) for name in names if raw.get(name) is not None}


def pack_runs(text: MappedText) -> bytes:
    return b"".join(RUN.pack(*run) for run in text.runs)


def unpack_text(text: str, runs: bytes) -> MappedText:
    return MappedText(text, tuple((at, source, length) for at, source, length in RUN.iter_unpack(runs)))


def held_meeting(row: tuple[Any, ...], source: str, versions: tuple[str, ...]) -> HeldMeeting:
    """The record of one row of ``MEETING_COLUMNS``."""
    _, public, slug, body, council, date, venue, chair, starts, ends, draft, kind = row
    return HeldMeeting(
        public, slug, body or "", council, date, venue, chair, starts, ends, bool(draft), kind, source, versions
    )


def held_item(row: tuple[Any, ...], meeting: HeldMeeting) -> HeldItem:
    """The record of one row of ``ITEM_COLUMNS``."""
    _, position, last, number, agenda_item, title, text, runs, start, end, h_start, h_end, page, exempt = row
    heading = None if h_start is None else Span(h_start, h_end)
    return HeldItem(
        id=f"{meeting.id}/{last}",
        meeting=meeting,
        position=position,
        number=number,
        agenda_item=agenda_item,
        title=title,
        text=unpack_text(text, runs),
        span=Span(start, end),
        heading=heading,
        page=page,
        exempt=bool(exempt),
    )


def fold(text: str) -> str:
    """Text for looking a phrase up: case, line breaks, curly quotes, dashes and ligatures make no difference."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = re.sub("[\u2018\u2019`\u00b4]", "'", plain)
    plain = re.sub("[\u201c\u201d]", '"', plain)
    return " ".join(re.sub("[\u2010-\u2015\u2212]", "-", plain).split())
