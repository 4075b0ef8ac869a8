"""Attendance over several meetings: who chaired when, who stood in, how often somebody came."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Answer
from assistant.citing import Citing
from assistant.people import plain_name
from assistant.question import Question
from assistant.registers.answers import (
    MOST_ROWS,
    answered,
    at,
    completeness,
    day,
    declined,
    left_words,
    sitting,
    spoken_list,
)
from assistant.registers.roll import CAME, REGISTER_WORDS, described, item_of, matching, of, row, substitutes
from index_store.catalogue import Catalogue
from index_store.models import HeldAttendee


def at_several(question: Question, catalogue: Catalogue, asked: str) -> Answer | None:
    """One row a meeting, where a few meetings were asked for; the newest where "who is" has no date."""
    meetings = catalogue.meetings(question.scope)
    if asked == "substitute" and not question.date_hard:
        found = [one for one in catalogue.attendance(question.scope) if _stands_in(one, question)]
        if len({one.meeting.id for one in found}) == 1:
            return substitutes(question, catalogue, found[0].meeting, catalogue.attendance(at(found[0].meeting)))
        if not question.people:
            found = [one for one in catalogue.attendance(question.scope) if one.attendee.substitute_for]
        return anywhere(question, catalogue, found)
    if asked == "observer" and not question.date_hard:
        watched = [one for one in catalogue.attendance(question.scope) if one.attendee.status == "observer"]
        return anywhere(question, catalogue, watched)
    if asked == "present" and not question.date_hard and not question.people:
        left = left_words(question, REGISTER_WORDS)
        came = [one for one in catalogue.attendance(question.scope) if one.attendee.status in CAME]
        return anywhere(question, catalogue, matching(question, came)) if left else None
    if not question.date_hard or not meetings or asked in ("public", "minutes", "present"):
        return None
    if len(meetings) > MOST_ROWS:
        return None
    wanted = {"substitute": ("substitute",), "absent": ("absent", "apologies")}.get(asked, (asked,))
    citing = Citing(catalogue.source_text)
    rows = []
    for meeting in meetings:
        found = [one for one in catalogue.attendance(at(meeting)) if one.attendee.status in wanted]
        if found:
            rows.append(f"- {day(meeting.date)}: {row(catalogue, citing, found)}")
    if not rows:
        return None
    names = {"chair": "In the chair", "apologies": "Apologies", "substitute": "Substitutes", "observer": "Observing"}
    lead = f"{names.get(asked, 'Absent')} ({completeness(len(rows), meetings)} in that period):"
    return answered(question, "attendance", [lead, *rows], citing)


def _stands_in(one: HeldAttendee, question: Question) -> bool:
    whom = plain_name(one.attendee.substitute_for or "")
    return bool(whom) and any(plain_name(name) == whom for name in question.people)


def anywhere(question: Question, catalogue: Catalogue, found: Sequence[HeldAttendee]) -> Answer | None:
    """People found over all meetings, one row a meeting; too many are no answer."""
    if not found or len(found) > MOST_ROWS:
        return None
    citing = Citing(catalogue.source_text)
    rows = []
    for meeting in dict.fromkeys(one.meeting for one in found):
        own = [one for one in found if one.meeting.id == meeting.id]
        rows.append(f"{sitting(meeting)}: {row(catalogue, citing, own)}")
    lines = (
        rows
        if len(rows) == 1
        else [f"{completeness(len(rows), catalogue.meetings(question.scope))}:", *(f"- {row}" for row in rows)]
    )
    return answered(question, "attendance", lines, citing)


def how_often(question: Question, catalogue: Catalogue, asked: str) -> Answer | None:
    """How many of the meetings held record NAME with the status asked for, each one cited."""
    names = {plain_name(name) for name in question.people}
    meetings = catalogue.meetings(question.scope)
    wanted = {
        "chair": {"chair"},
        "apologies": {"apologies"},
        "absent": {"absent", "apologies"},
        "substitute": {"substitute"},
        "observer": {"observer"},
    }.get(asked, CAME)
    mine = [one for one in catalogue.attendance(question.scope) if plain_name(one.attendee.name) in names]
    bodies = {one.meeting.slug for one in mine}
    meetings = tuple(one for one in meetings if one.slug in bodies)
    found: dict[str, HeldAttendee] = {}
    for one in mine:
        if one.attendee.status in wanted:
            found.setdefault(one.meeting.id, one)
    if not mine:
        return declined(question, catalogue, "fact_absent")
    who = max((one.attendee.name for one in mine), key=len)
    verb = {"chair": "in the chair", "apologies": "with apologies", "absent": "absent"}.get(asked, "as attending")
    citing = Citing(catalogue.source_text)
    if not found:
        latest, item = mine[-1], item_of(catalogue, mine[-1])
        if item is None:
            return None
        said = f"{who} is not recorded {verb} at any of the {len(meetings)} meetings held; the latest record is"
        row = f"{of(latest.meeting)}: {described(latest)} {citing.mark(item, latest.attendee.span)}"
        return answered(question, "count", [f"{said} {row}."], citing)
    roles = {(one.attendee.role, one.attendee.organisation) for one in found.values()}
    rows = [
        f"{day(one.meeting.date)}{_as(one) if len(roles) > 1 or 'which' in question.own else ''} "
        f"{citing.mark(item, one.attendee.span)}"
        for one in found.values()
        if (item := item_of(catalogue, one))
    ]
    lines = [f"{who} is recorded {verb} at {completeness(len(found), meetings)}: {spoken_list(rows)}."]
    if wanted == CAME:
        lines += _away(mine, found, catalogue, citing)
    return answered(question, "count", lines, citing)


def _as(one: HeldAttendee) -> str:
    """In what capacity somebody is recorded."""
    said = ", ".join(part for part in (one.attendee.role, one.attendee.organisation) if part)
    return f" (as {said})" if said else ""


def _away(
    mine: Sequence[HeldAttendee], found: dict[str, HeldAttendee], catalogue: Catalogue, citing: Citing
) -> list[str]:
    """The meetings for which somebody is recorded as absent, as one line, or none."""
    away = {
        one.meeting.id: one
        for one in mine
        if one.attendee.status in ("apologies", "absent") and one.meeting.id not in found
    }
    gone = [
        f"{day(one.meeting.date)} {citing.mark(item, one.attendee.span)}"
        for one in away.values()
        if (item := item_of(catalogue, one))
    ]
    return [f"Apologies or absence is recorded for {spoken_list(gone)}."] if gone else []
