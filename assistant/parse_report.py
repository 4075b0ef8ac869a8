"""How a file was read, as the JSON object of `minutes parse --json` and as lines that a clerk can check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from index_store.bodies import UNNAMED
from index_store.ids import day_ids, item_ids, slugify
from index_store.models import Attendee, Meeting, MinuteItem, ParsedFile, SourceText, Span

STATUSES = {
    "chair": "In the chair",
    "present": "Present",
    "in_attendance": "In attendance",
    "observer": "Observers",
    "substitute": "Substitutes",
    "apologies": "Apologies",
    "absent": "Absent",
}
SORTS = {"minutes": None, "agenda": "agenda"}


def to_json(source: SourceText, parsed: ParsedFile) -> dict[str, Any]:
    """The documented keys, null where nothing is printed, and more besides."""
    ids = _meeting_ids(parsed)
    return {
        "source": source.path,
        "kind": parsed.kind,
        "meetings": [_meeting(one, name) for one, name in zip(parsed.meetings, ids, strict=True)],
        "warnings": [*source.warnings, *parsed.warnings],
    }


def _meeting_ids(parsed: ParsedFile) -> list[str]:
    """The ids that the meetings would have in an index that holds nothing else."""
    ids: dict[int, str] = {}
    days: dict[tuple[str, str | None], list[int]] = {}
    for at, meeting in enumerate(parsed.meetings):
        days.setdefault((slugify(meeting.body or UNNAMED), meeting.date), []).append(at)
    for (slug, date), places in days.items():
        texts = ["\n".join(item.body.text for item in parsed.meetings[at].items) for at in places]
        for at, day in zip(places, day_ids(date, texts, SORTS.get(parsed.kind, "paper")), strict=True):
            ids[at] = f"{slug}/{day}"
    return [ids[at] for at in range(len(parsed.meetings))]


def _meeting(meeting: Meeting, name: str) -> dict[str, Any]:
    last = item_ids(item.number for item in meeting.items)
    return {
        "id": name,
        "body": meeting.body,
        "council": meeting.council,
        "aliases": list(meeting.aliases),
        "date": meeting.date,
        "venue": meeting.venue,
        "chair": meeting.chair,
        "starts": meeting.starts,
        "ends": meeting.ends,
        "draft": meeting.draft,
        **_span(meeting.span),
        "attendance": [_attendee(one) for one in meeting.attendance],
        "items": [_item(item, f"{name}/{part}") for item, part in zip(meeting.items, last, strict=True)],
    }


def _attendee(attendee: Attendee) -> dict[str, Any]:
    raw: dict[str, Any] = asdict(attendee)
    span: dict[str, int] = raw.pop("span")
    first = {key: raw.pop(key) for key in ("name", "title", "role", "organisation", "status", "note")}
    return first | raw | span


def _item(item: MinuteItem, name: str) -> dict[str, Any]:
    return {
        "id": name,
        "number": item.number,
        "agenda_item": item.agenda_item,
        "title": item.title,
        "text": item.body.text,
        "page": item.page,
        **_span(item.span),
        "exempt": item.exempt,
        "resolutions": [_record(one, ("label", "verb", "effect", "text")) for one in item.resolutions],
        "references": [_record(one, ("kind", "target", "clause")) for one in item.references],
        "actions": [_record(one, ("owner", "text")) for one in item.actions],
    }


def _record(record: Any, first: tuple[str, ...]) -> dict[str, Any]:
    raw: dict[str, Any] = asdict(record)
    span: dict[str, int] = raw.pop("span")
    return {key: raw.pop(key) for key in first} | span | raw


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def to_lines(source: SourceText, parsed: ParsedFile) -> Iterator[str]:
    """The meeting's facts, who came by status, the items with what was decided, and warnings."""
    kind = parsed.kind if parsed.kind != "other" else "not minutes"
    yield f"{source.path}: {kind}, {len(parsed.meetings)} meeting{'s' * (len(parsed.meetings) != 1)}"
    for meeting in parsed.meetings:
        yield ""
        yield from _facts(meeting)
        yield from _who(meeting)
        for item in meeting.items:
            yield from _item_lines(item)
    for warning in (*source.warnings, *parsed.warnings):
        yield f"  ! {warning}"


def _facts(meeting: Meeting) -> Iterator[str]:
    body = (meeting.body or "no body found") + (f" ({', '.join(meeting.aliases)})" if meeting.aliases else "")
    council = f", {meeting.council}" if meeting.council else ""
    yield f"  {body}{council}, {meeting.date or 'no date found'}{', draft' * meeting.draft}"
    times = " to ".join(one for one in (meeting.starts, meeting.ends) if one)
    for name, value in (("Venue", meeting.venue), ("Time", times), ("Chair", meeting.chair)):
        if value:
            yield f"    {name:<14} {' '.join(value.split())}"


def _who(meeting: Meeting) -> Iterator[str]:
    for status, words in STATUSES.items():
        people = [one for one in meeting.attendance if one.status == status]
        for at, one in enumerate(people):
            label = f"{words} ({len(people)})" if at == 0 else ""
            name = " ".join(part for part in (one.title, one.name) if part)
            told = [one.role, one.organisation, f"for {one.substitute_for}" if one.substitute_for else None]
            about = ", ".join(part for part in (name, *told) if part)
            yield f"    {label:<20} {about}{f' [{one.note}]' if one.note else ''}"


def _item_lines(item: MinuteItem) -> Iterator[str]:
    number = item.number or (f"item {item.agenda_item}" if item.agenda_item else "-")
    words = len(item.body.text.split())
    facts = [f"{words} words", *(["exempt"] if item.exempt else []), *([f"page {item.page}"] if item.page else [])]
    yield f"    {number:>8}  {item.title or '(no title)'}  [{', '.join(facts)}]"
    for one in item.resolutions:
        label = f"({one.label}) " if one.label else ""
        yield f"              {one.effect}: {label}{_short(one.text)}"
    for action in item.actions:
        yield f"              action{f' for {action.owner}' if action.owner else ''}: {_short(action.text)}"


def _short(text: str, width: int = 90) -> str:
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"
