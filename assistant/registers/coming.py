"""When and where the next meeting is to be, as the minutes of the one before it say."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Answer
from assistant.citing import ATTENDANCE, Citing, heading_of
from assistant.question import Question
from assistant.registers.answers import answered, declined, sitting, whole
from assistant.registers.held import meetings_asked, meetings_held
from index_store.catalogue import Catalogue
from index_store.held import HeldItem, HeldMeeting

_NEXT_TITLE = re.compile(
    r"\b(?:next|future)\b.{0,20}\bmeetings?\b|\bmeetings?\b.{0,20}\bdates?\b|\bdates?\b.{0,15}\bmeetings?\b", re.I
)
_SPOKEN = re.compile(r"\b(?:next|future) (?:[\w&'’-]+ ){0,4}?meetings?\b", re.I)
_UNDER = re.compile(r"\n+[^\n]+(?:\n(?!\n)[^\n]+){0,2}")
_BELOW = re.compile(r"(?:\n(?!\n)[^\n.]{3,60}(?=\n|$)){1,2}")
_CLOSED = re.compile(
    r"\n\W*(?:(?:the )?meeting (?:was )?(?:then )?(?:closed|ended|finished|concluded|adjourned|rose)\b"
    r"|(?:the )?chair\w* (?:then )?(?:closed|declared|thanked)\b|signed\b|there being no (?:further|other) business\b)",
    re.I,
)
"""What stands below the date of the next meeting, at the end of the minutes."""
_SHORT = 80
_HEADING = 30
_DATED = re.compile(
    r"\d\S*\s+(?:of\s+)?(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+\d|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bto be (?:confirmed|announced|arranged|fixed|agreed)\b",
    re.I,
)
#: Where the sentence on the next meeting begins, and where it ends.
_STOP = re.compile(r"(?<=[a-z0-9)])\.\s+(?=[A-Z])|\n")


def next_meeting(question: Question, catalogue: Catalogue) -> Answer | None:
    """What the meeting asked about, else each body's latest, minuted of the next."""
    meetings = _told_next(question, catalogue)
    if not question.date_hard and not question.periods:
        newest: dict[str, HeldMeeting] = {one.slug: one for one in meetings if one.date}
        meetings = tuple(newest.values())
    if not meetings or len(meetings) > 6:
        return None
    citing = Citing(catalogue.source_text)
    lines = []
    for meeting in meetings:
        items = [item for item in catalogue.items(meeting.id) if item.number != ATTENDANCE]
        titled = [item for item in items if _NEXT_TITLE.search(item.title or "")]
        if titled:
            lines.append(f"{sitting(meeting)}, {heading_of(titled[-1])}: {_said(titled[-1], citing)}")
            continue
        for item in items[::-1]:
            if place := _next_said(item.text.text):
                quote, marker = citing.quote(item, *place)
                lines.append(f"{sitting(meeting)}, {heading_of(item)}: “{quote}” {marker}")
                break
    if not lines and any(one.relation == "since" for one in question.periods):
        after = [one for one in catalogue.meetings(question.scope) if (one.date or "") > (meetings[-1].date or "")]
        return meetings_held(question, after[:1], catalogue, "next")
    if not lines:
        return declined(question, catalogue, "fact_absent", catalogue.items(meetings[-1].id)[:1])
    return answered(question, "fact", [f"- {line}" for line in lines] if len(lines) > 1 else lines, citing)


def _next_said(text: str) -> tuple[int, int] | None:
    """Where the date of the next meeting is: the sentence that speaks of it, with what is printed in short lines below
    it: the day, the hour, the place."""
    stops = [match.end() for match in _STOP.finditer(text)]
    for match in _SPOKEN.finditer(text):
        start = max((one for one in stops if one <= match.start()), default=0)
        end = min((one for one in stops if one > match.end()), default=len(text))
        end = start + len(text[start:end].rstrip())
        if _DATED.search(text, match.end(), end):
            below = _BELOW.match(text, end) if end - start < _SHORT else None
            return start, below.end() if below else end
        below = _UNDER.match(text, end) if end - match.end() < _HEADING else None
        if below and _DATED.search(below[0]):
            return start, start + len(text[start : below.end()].rstrip())
    return None


def _said(item: HeldItem, citing: Citing) -> str:
    text = item.text.text
    closed = _CLOSED.search(text)
    if closed and text[: closed.start()].strip():
        quote, marker = citing.quote(item, 0, closed.start())
        return f"“{quote}” {marker}"
    if text.strip():
        return whole(item, citing, 90)
    marker = citing.mark(item, item.heading or item.span)
    return f"“{item.title}” {marker}"


def _told_next(question: Question, catalogue: Catalogue) -> tuple[HeldMeeting, ...]:
    """The meetings that tell of the next one: "the next meeting after 13 May" is told by that of 13 May."""
    since = next((one for one in question.periods if one.relation == "since" and one.date_from), None)
    if since is None or since.date_from is None or since.precision not in ("day", "month"):
        return meetings_asked(question, catalogue)
    shared = since.date_from[: 10 if since.precision == "day" else 7]
    held = catalogue.meetings(replace(question.scope, date_from=None, date_to=None, meetings=None))
    return tuple(one for one in held if one.date and one.date.startswith(shared))
