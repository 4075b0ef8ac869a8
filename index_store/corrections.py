"""A clerk's corrections, put over what the parser reads: pure, so that they survive every reading anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from index_store.ids import item_ids
from index_store.models import Kind, Meeting, MinuteItem, ParsedFile

Field = Literal["body", "council", "date", "kind", "number", "title", "name", "same_as"]
OF_FILES: tuple[Field, ...] = ("body", "council", "date", "kind")
OF_ITEMS: tuple[Field, ...] = ("number", "title")
OF_BODIES: tuple[Field, ...] = ("name", "same_as")


@dataclass(frozen=True, slots=True)
class Correction:
    """One field of a file, of one of its minutes, or of a body.

    ``meeting`` is the place of a meeting in its file, from 1 (None: all of them); ``item`` the last part of the id
    that a minute has as read, before corrections. ``body`` is the name of the body that ``name`` renames, or that is
    the ``same_as`` another. An empty ``value`` says that there is none (a title that is not one).
    """

    id: int
    source: str | None
    meeting: int | None
    item: str | None
    body: str | None
    field: Field
    value: str
    made: str = ""

    def told(self) -> str:
        """The correction in words."""
        if self.body is not None:
            return f"body {self.body!r}: {self.field.replace('_', ' ')} {self.value!r}"
        where = f", meeting {self.meeting}" if self.meeting else ""
        minute = f", minute {self.item}" if self.item else ""
        return f"{self.source}{where}{minute}: {self.field} {self.value!r}"


def of_source(corrections: Iterable[Correction], source: str) -> tuple[Correction, ...]:
    """The corrections of one file and its minutes."""
    return tuple(one for one in corrections if one.source == source)


def corrected(parsed: ParsedFile, corrections: Sequence[Correction]) -> ParsedFile:
    """A file as read with its corrections put over it; one whose meeting or minute is no longer there does nothing."""
    if not corrections:
        return parsed
    kinds = [one.value for one in corrections if one.field == "kind"]
    kind = cast(Kind, kinds[-1]) if kinds else parsed.kind
    meetings = tuple(
        _meeting(meeting, [one for one in corrections if one.meeting in (None, place)])
        for place, meeting in enumerate(parsed.meetings, start=1)
    )
    return replace(parsed, kind=kind, meetings=meetings)


def _meeting(meeting: Meeting, corrections: Sequence[Correction]) -> Meeting:
    for one in corrections:
        if one.item is None and one.field == "body":
            meeting = replace(meeting, body=one.value or None)
        elif one.item is None and one.field == "council":
            meeting = replace(meeting, council=one.value or None)
        elif one.item is None and one.field == "date":
            meeting = replace(meeting, date=one.value or None)
    lasts = item_ids(item.number for item in meeting.items)
    items = tuple(
        _item(item, [one for one in corrections if one.item == last])
        for item, last in zip(meeting.items, lasts, strict=True)
    )
    return replace(meeting, items=items)


def _item(item: MinuteItem, corrections: Sequence[Correction]) -> MinuteItem:
    for one in corrections:
        if one.field == "number":
            item = replace(item, number=one.value or None)
        elif one.field == "title":
            item = replace(item, title=one.value or None)
    return item
