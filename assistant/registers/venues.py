"""Where meetings were held, and which of them online."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer
from assistant.citing import Citing
from assistant.question import Question
from assistant.registers.answers import MOST_ROWS, answered, completeness, declined, one_sitting, sitting
from assistant.registers.held import line_with, meetings_asked
from index_store.catalogue import Catalogue
from index_store.held import HeldMeeting

_MET_AT = re.compile(
    r"\b(?:meeting|held|met|meets|convened|took place|venue|location)\b[^.\n]{0,80}\b(?:at|in|via|by|through|on)\b"
    r" (?!(?:the )?\d|\w+day\b|[A-Z][a-z]+ \d)",
)
_ONLINE = re.compile(
    r"\b(?:online|remote(?:ly)?|virtual(?:ly)?|zoom|teams|webex|skype|video(?:[ -]?(?:link|conferenc\w+))?)\b", re.I
)
_WHETHER = re.compile(r"\b(?:which|any|how many|list|ever|all|were)\b", re.I)
_FEW, _BODIES = 4, 8


def venues_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """Where the meetings asked about were held, or which of them were online; declines where none says so."""
    held = [one for one in meetings_asked(question, catalogue) if one.venue]
    if _ONLINE.search(question.own) and _WHETHER.search(question.own):
        return _online(question, held, catalogue)
    return _venue(question, held, catalogue) or _no_venue(question, catalogue)


def _online(question: Question, held: Sequence[HeldMeeting], catalogue: Catalogue) -> Answer | None:
    """The meetings whose venue was none, each with the line of its minutes that says so."""
    found = [one for one in held if _ONLINE.search(one.venue or "")]
    if not found:
        return declined(question, catalogue, "fact_absent") if held else None
    citing = Citing(catalogue.source_text)
    meetings = meetings_asked(question, catalogue)
    lines = [
        f"Held online, as {completeness(len(found), meetings)} say:",
        *_rows(found[-MOST_ROWS:], catalogue, citing),
    ]
    return answered(question, "list", lines, citing) if len(lines) > 1 else None


def _rows(held: Sequence[HeldMeeting], catalogue: Catalogue, citing: Citing) -> list[str]:
    rows = []
    for meeting in held:
        for item in catalogue.items(meeting.id)[:1]:
            if found := line_with(item, meeting.venue or ""):
                quote, marker = citing.quote(item, *found)
                rows.append(f"- {sitting(meeting)} met at {meeting.venue}: “{quote}” {marker}")
    return rows


def _venue(question: Question, held: Sequence[HeldMeeting], catalogue: Catalogue) -> Answer | None:
    """Where the meeting asked about was held; the newest of each of some bodies where none is; each of a few."""
    if not question.dated:
        held = list({one.slug: one for one in held}.values())
    if not held or len(held) > (_FEW if question.dated else _BODIES):
        return None
    citing = Citing(catalogue.source_text)
    rows = _rows(held, catalogue, citing)
    return answered(question, "fact", rows if len(rows) > 1 else [row[2:] for row in rows], citing) if rows else None


def _no_venue(question: Question, catalogue: Catalogue) -> Answer | None:
    """That one meeting's minutes do not say where it was; None where they may, in words that were not read so."""
    meetings = {(one.slug, one.date): one for one in meetings_asked(question, catalogue)}
    meeting = next(iter(meetings.values())) if len(meetings) == 1 else one_sitting(question, catalogue)
    items = catalogue.items(meeting.id) if meeting else []
    if not items or any(_MET_AT.search(item.text.text) for item in items):
        return None
    return declined(question, catalogue, "fact_absent", items[:1])
