"""Business that recurs at meetings: interests declared, members co-opted, office bearers elected."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from assistant.answer import Answer
from assistant.citing import ATTENDANCE, Citing, heading_of
from assistant.dates import Period
from assistant.people import plain_name
from assistant.question import Question
from assistant.registers.answers import MOST_ROWS, answered, completeness, declined, left_words, sitting, whole
from assistant.registers.roll import sentence_at
from index_store.catalogue import Catalogue
from index_store.held import HeldItem, HeldMeeting, Scope

_INTERESTS = re.compile(
    r"\bdeclar\w*\b.{0,40}\binterests?\b|\binterests?\b.{0,20}\bdeclar\w+|\bconflicts? of interests?\b"
    r"|\bdeclarations\b",
    re.I,
)
_INTEREST_TITLE = re.compile(
    r"\binterests?\b|^\W*(?:members['’]? )?declarations?\W*$|\bdeclarations? (?:of|by)\b", re.I
)
_MINUTES = re.compile(
    r"\b(?:approv\w*|mov\w+|second\w*|propos\w+|accept\w*|adopt\w*|confirm\w*|sign\w*|correct\w*|amend\w*|agreed"
    r"|ratif\w+)\b.{0,40}"
    r"\b(?:minutes|notes)\b|\b(?:minutes|notes)\b.{0,90}\b(?:approved|moved|seconded|proposed|accepted|adopted"
    r"|confirmed|signed|corrected"
    r"|amended|corrections?|amendments?|agreed|ratified)\b",
    re.I,
)
_MINUTES_TITLE = re.compile(
    r"\b(?:minutes?|notes) of\b|\b(?:previous|last) minutes?\b|^\W*minutes?\W*$|\bminutes\b", re.I
)
_MINUTES_WORDS = (
    "approve approved approval move moved mover second seconded seconder propose proposed proposer accept accepted "
    "acceptance adopt adopted "
    "confirm confirmed sign signed correct corrected corrections correction amend amended amendments amendment "
    "agreed ratified ratify "
    "minutes notes previous last meeting meetings record true any again change changes changed made who were was"
)
_MINUTES_OF = r"\b(?:minutes|notes) (?:of|from|for) (?:the )?(?:(?!\bat\b|\bin\b)[\w&'’-]+ ){0,8}?(?:on )?(?:the )?"
_CHANGED = re.compile(r"\b(?:corrections?|corrected|amendments?|amended|changes?|changed)\b(?! and signed)", re.I)
_CHANGE = re.compile(
    r"\bsubject to\b|\bamend\w*|\bcorrections?\b|\bcorrected\b|\balter\w+|\b(?:should|to) (?:read|say)\b"
    r"|\bwith the (?:following|addition|exception|removal|insertion)\b|\bbeing changed\b|\bchanged? to\b|\binstead of\b"
    r"|\bno (?:corrections|amendments|changes)\b",
    re.I,
)
_NONE = re.compile(r"^\W*(?:\d[\d.]*\s+)?(?:none|nil|no|there (?:were|was) (?:no|none))\b", re.I)
_CO_OPTED = re.compile(r"\bco-?\s?opt\w*", re.I)
_WORDS = (
    "declare declared declaring declaration declarations interest interests conflict conflicts any anyone who made "
    "make members member "
    "councillors councillor cllr cllrs mr mrs ms dr pecuniary personal prejudicial disclosable meeting item list "
    "what which were there ever "
    "time times all note "
    "co opt opted option options coopt coopted cooption new joined onto vacancy vacancies filled people person"
)


def standing_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """Interests declared and members co-opted, at the meetings asked about; None where the question has a topic."""
    if question.numbers:
        return None
    if _MINUTES.search(question.own) and (of := _minutes_of(question)):
        return _approved_later(question, catalogue, of)
    if _MINUTES.search(question.own) and not left_words(question, _MINUTES_WORDS):
        return _last_minutes(question, catalogue)
    if left_words(question, _WORDS, *question.spoken):
        return None
    if _INTERESTS.search(question.own):
        return _interests(question, catalogue)
    if _CO_OPTED.search(question.own):
        return _co_opted(question, catalogue)
    return None


def _meetings(question: Question, catalogue: Catalogue) -> Sequence[HeldMeeting]:
    meetings = catalogue.meetings(question.scope)
    if question.date_hard or not question.periods:
        return meetings
    return [one for one in meetings if one.date and any(period.holds(one.date) for period in question.periods)]


def _minutes(meetings: Iterable[HeldMeeting], catalogue: Catalogue) -> list[HeldItem]:
    return [item for meeting in meetings for item in catalogue.items(meeting.id) if item.number != ATTENDANCE]


def _last_minutes(question: Question, catalogue: Catalogue) -> Answer | None:
    """How the minutes of the meeting before were approved, at the few meetings asked about."""
    meetings = _meetings(question, catalogue)
    found = [item for meeting in meetings if (item := _on_last_minutes(meeting, catalogue))]
    if _CHANGED.search(question.own):
        changed = [item for item in found if _CHANGE.search(item.text.text)]
        if found and not changed:
            return declined(question, catalogue, "fact_absent", found[-3:])
        found = changed[-MOST_ROWS:]
    elif len(meetings) > 4:
        return None
    citing = Citing(catalogue.source_text)
    rows = [f"{sitting(item.meeting)}, {heading_of(item)}: {whole(item, citing, 90)}" for item in found]
    if not rows:
        return None
    return answered(question, "decision", [f"- {row}" for row in rows] if len(rows) > 1 else rows, citing)


def _minutes_of(question: Question) -> Period | None:
    """The day whose minutes it is asked about ("were the minutes of 8 July approved"), which a later meeting did."""
    days = [one for one in question.periods if one.precision == "day" and one.date_from]
    return next(
        (one for one in days if re.search(_MINUTES_OF + re.escape(one.words.strip()), question.own, re.I)), None
    )


def _approved_later(question: Question, catalogue: Catalogue, day: Period) -> Answer | None:
    """What later meetings decided on the minutes of ``day``; declines where none held did."""
    held_on = date.fromisoformat(day.date_from or "")
    written = re.compile(rf"\b{held_on.day}(?:st|nd|rd|th)?(?: day of)? {held_on:%B}(?:,? {held_on.year})?\b", re.I)
    later = [
        one for one in catalogue.meetings(Scope(bodies=question.scope.bodies)) if (one.date or "") > held_on.isoformat()
    ]
    items = [item for meeting in later if (item := _on_last_minutes(meeting, catalogue))]
    found = [item for item in items if written.search(f"{item.title or ''}\n{item.text.text}")]
    if not found:
        return declined(question, catalogue, "fact_absent", items[:1])
    citing = Citing(catalogue.source_text)
    rows = [f"{sitting(item.meeting)}, {heading_of(item)}: {whole(item, citing, 90)}" for item in found[-MOST_ROWS:]]
    return answered(question, "decision", [f"- {row}" for row in rows] if len(rows) > 1 else rows, citing)


def _on_last_minutes(meeting: HeldMeeting, catalogue: Catalogue) -> HeldItem | None:
    """The minute on the minutes of the meeting before, among the first few."""
    items = _minutes([meeting], catalogue)[:6]
    return next((item for item in items if _MINUTES_TITLE.search(item.title or "") and item.text.text.strip()), None)


def _interests(question: Question, catalogue: Catalogue) -> Answer | None:
    """The item on interests of each meeting asked about; of many meetings only those at which one was declared."""
    meetings = _meetings(question, catalogue)
    titled = [item for item in _minutes(meetings, catalogue) if _INTEREST_TITLE.search(item.title or "")]
    found = [item for item in titled if item.text.text.strip()]
    if question.people:
        said = {plain_name(name).split()[-1] for name in question.people}
        said |= {re.sub(r"['’]s$", "", name) for name in question.spoken}
        rules = [re.compile(rf"\b{re.escape(name)}\b", re.I) for name in said]
        found = [item for item in found if any(rule.search(item.text.text) for rule in rules)]
    elif len(meetings) > 2:
        found = [item for item in found if not _NONE.search(item.text.text)] or found[-1:]
    if not found:
        return declined(question, catalogue, "fact_absent", titled[-3:]) if titled else None
    citing = Citing(catalogue.source_text)
    rows = [f"{sitting(item.meeting)}, {heading_of(item)}: {whole(item, citing, 90)}" for item in found[-MOST_ROWS:]]
    if len(rows) == 1:
        return answered(question, "list", rows, citing)
    touched = len({item.meeting.id for item in found})
    lead = f"Interests declared, from {completeness(touched, meetings)}:"
    return answered(question, "list", [lead, *(f"- {row}" for row in rows)], citing)


def _co_opted(question: Question, catalogue: Catalogue) -> Answer | None:
    """Every sentence on a co-option; None where there is none."""
    meetings = _meetings(question, catalogue)
    surnames = {plain_name(name).split()[-1] for name in question.people}
    found: list[tuple[HeldItem, int]] = []
    for item in _minutes(meetings, catalogue):
        for match in _CO_OPTED.finditer(item.text.text):
            start, end = sentence_at(item, match.start())
            said = item.text.text[start:end].lower()
            if not surnames or any(re.search(rf"\b{re.escape(name)}\b", said) for name in surnames):
                found.append((item, match.start()))
                break
    if not found:
        return None
    citing = Citing(catalogue.source_text)
    rows = []
    for item, place in found[-MOST_ROWS:]:
        quote, marker = citing.quote(item, *sentence_at(item, place))
        rows.append(f"{sitting(item.meeting)}, {heading_of(item)}: “{quote}” {marker}")
    if len(rows) == 1:
        return answered(question, "list", rows, citing)
    lead = f"Co-options, from {completeness(len({item.meeting.id for item, _ in found}), meetings)}:"
    return answered(question, "list", [lead, *(f"- {row}" for row in rows)], citing)
