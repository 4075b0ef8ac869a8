"""What was to come back to a meeting: to any, as decisions say, or to one ahead of which no minutes are held."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from assistant.answer import Answer
from assistant.citing import ATTENDANCE, Citing, heading_of, shown
from assistant.dates import Period
from assistant.kinds import BRING_TO
from assistant.meeting_dates import on
from assistant.question import Question
from assistant.registers.answers import MOST_ROWS, answered, left_words, sitting
from assistant.registers.tasks import Told
from assistant.sentences import lay_out
from assistant.terms import stems_in
from index_store.catalogue import Catalogue

_BACK = re.compile(
    r"\bback\b|\breports? (?:are |were |is )?(?:due|awaited|outstanding|promised)\b|\breport.?backs?\b", re.I
)
_BRING = re.compile(BRING_TO, re.I)
_DUE = re.compile(
    r"\breport(?:s|ed)? back\b|\b(?:report\w*|update|proposals?|terms|arrangements?|paper"
    r"|results?)\b.{0,160}\b(?:next|future|later|forthcoming)\s+meeting"
    r"|\b(?:presented|submitted|brought|reported|made)\b.{0,60}\bto\b.{0,40}\bmeeting",
    re.I | re.S,
)
_BACK_WORDS = (
    "what which has have had is are was were come comes coming back report reports reported reporting next future "
    "later meeting brought due go going awaited "
    "meant supposed there any when papers paper updates update subject should were later meetings "
    "outstanding promised list items matters things asked for to must staff officers officer bring "
    "bringing present submit anything something will have"
)
#: So many days before a meeting it was said what was to come to it.
_YEAR = 366
_COMES = re.compile(
    r"\b(?:reports?|reported|updates?|papers?|proposals?|br(?:ing|ought)|come|return\w*|present\w*|submit\w*|consider\w*"
    r"|back|defer\w*|agenda|review\w*)\b",
    re.I,
)

_TO_BE = re.compile(r"\b(?:to|be|will|would|shall|should|must|due|deferr?\w*|postponed)\b", re.I)


def asks_back(own: str) -> bool:
    """Is it asked what was to come back, or be brought to a meeting?"""
    return bool(_BACK.search(own) or _BRING.search(own))


def report_backs(question: Question, catalogue: Catalogue) -> Answer | None:
    """What was to come back to a later meeting: to one that is named and not held as any sentence before it says,
    else as the decisions do, those of the latest meeting where none is named."""
    if question.people:
        return None
    if ahead := [one for one in question.periods if not one.hard and _month(one)]:
        told = _brought_to(ahead[0], question, catalogue)
        return told or _decided_back(question, catalogue)
    return _decided_back(question, catalogue) if _BACK.search(question.own) else None


def _month(period: Period) -> str | None:
    """The name of the month of a date; None for a longer time."""
    if period.yearless:
        return month_name[period.yearless[0]]
    return month_name[int(period.date_from[5:7])] if period.date_from and period.precision in ("day", "month") else None


def _brought_to(period: Period, question: Question, catalogue: Catalogue) -> Answer | None:
    """The sentences of the minutes of a year before the month that name it and say that something comes then."""
    told = list(_told_ahead(period, question, catalogue))
    if not told:
        return None
    citing = Citing(catalogue.source_text)
    held = any(on(period, one) for one in catalogue.meetings(replace(question.scope, meetings=None)))
    missing = "" if held else f"I hold no minutes of a meeting in {_month(period)}. "
    lines = [f"{missing}What was to come in {_month(period)}, as the minutes before it say:"]
    for one in told[:MOST_ROWS]:
        quote, marker = citing.quote(one.item, one.start, one.end)
        lines.append(f"- {sitting(one.item.meeting)}, {heading_of(one.item)}: “{quote}” {marker}")
    return answered(question, "actions", lines, citing)


def _told_ahead(period: Period, question: Question, catalogue: Catalogue) -> Iterator[Told]:
    name, year = _month(period), (period.date_from or "")[:4]
    scope = replace(question.scope, meetings=None)
    newest = max((one.date for one in catalogue.meetings(scope) if one.date), default="")
    until = period.date_from or newest
    since = (date.fromisoformat(until) - timedelta(days=_YEAR)).isoformat() if until else None
    day = r"(?:\s+\d{1,2}(?:st|nd|rd|th)?,?)?"
    named = re.compile(rf"\b{name}\b(?!{day}\s+(?:19|20)\d\d)" + (rf"|\b{name}\b{day}\s+{year}\b" if year else ""))
    topic = set(left_words(question, _BACK_WORDS))
    for item in catalogue.phrase(name or "", replace(scope, date_from=since, date_to=until or None)):
        about = stems_in(f"{item.title or ''} {item.meeting.body or ''} {item.text.text}")
        if item.number == ATTENDANCE or not topic <= about:
            continue
        for one in lay_out(item.text.text).sentences:
            said = item.text.text[one.start : one.end]
            if named.search(said) and _COMES.search(said) and _TO_BE.search(said):
                yield Told(item, one.start, one.end)


def _decided_back(question: Question, catalogue: Catalogue) -> Answer | None:
    """What was to come back to a later meeting, as the decisions say; of the latest meeting where none is named."""
    topic = set(left_words(question, _BACK_WORDS))
    held = [one for one in catalogue.resolutions(question.scope) if _DUE.search(one.resolution.text)]
    held = [one for one in held if topic <= stems_in(f"{one.item.title or ''} {one.resolution.text}")]
    if not held:
        return None
    if not question.date_hard and not topic:
        held = [one for one in held if one.item.meeting.id == held[-1].item.meeting.id]
    citing = Citing(catalogue.source_text)
    count = "One report-back" if len(held) == 1 else f"{len(held)} report-backs"
    lines = [f"{count} asked for{'' if question.date_hard or topic else f' at {sitting(held[0].item.meeting)}'}:"]
    for one in held[:MOST_ROWS]:
        label = f"({one.resolution.label}) " if one.resolution.label else ""
        marker = citing.mark(one.item, one.resolution.span, one.resolution.label)
        where = f"{sitting(one.item.meeting)}, {heading_of(one.item)}"
        lines.append(f"- {where}: {label}“{shown(one.resolution.text)}” {marker}")
    return answered(question, "actions", lines, citing)
