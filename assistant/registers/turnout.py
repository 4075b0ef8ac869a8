"""Attendance over several meetings: who chaired when, who stood in, how often, first or last somebody came."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.answer import Answer
from assistant.citing import Citing
from assistant.concepts import Relation, end_of
from assistant.people import plain_name
from assistant.question import Question
from assistant.registers.answers import (
    MOST_ROWS,
    answered,
    at,
    completeness,
    day,
    declined,
    sitting,
    spoken_list,
)
from assistant.registers.minuted import minuted
from assistant.registers.roll import CAME, by_person, described, item_of, marked, matching, of, others, row
from assistant.registers.substitutes import substitutes
from index_store.catalogue import Catalogue
from index_store.held import HeldAttendee, HeldMeeting

STATUSES: Mapping[Relation, frozenset[str]] = {
    "chair": frozenset(("chair",)),
    "apologies": frozenset(("apologies",)),
    "absent": frozenset(("absent", "apologies")),
    "substitute": frozenset(("substitute",)),
    "observer": frozenset(("observer",)),
}
_VERBS: Mapping[Relation, str] = {
    "chair": "in the chair",
    "apologies": "with apologies",
    "absent": "absent",
    "substitute": "as a substitute",
    "observer": "as an observer",
}
TITLES: Mapping[Relation, str] = {
    "chair": "In the chair",
    "apologies": "Apologies",
    "substitute": "Substitutes",
    "observer": "Observing",
    "present": "Came",
}
_NOW = re.compile(
    r"\b(?:chairs|who(?:['’]?s| is) (?:the |in the |our |your )?(?:current )?chair(?:man|woman|person)?\b|now"
    r"|currently)\b",
    re.I,
)
_FEW = 4


def at_several(question: Question, catalogue: Catalogue, asked: Relation) -> Answer | None:
    """One row a meeting, where a few meetings were asked for; the newest where "who is" has no date."""
    meetings = catalogue.meetings(question.scope)
    left = others(question, meetings[:MOST_ROWS])
    if asked == "substitute" and not question.date_hard:
        return _stand_ins(question, catalogue)
    if asked in ("public", "minutes") and meetings and not left:
        return minuted(question, catalogue, meetings, asked)
    if asked in ("public", "minutes") or not meetings:
        return None
    wanted = STATUSES.get(asked, CAME)
    found = [one for one in catalogue.attendance(question.scope) if one.attendee.status in wanted]
    if left:
        found = matching(question, left, found) if asked != "chair" else []
        return anywhere(question, catalogue, found)
    if asked == "observer" and not question.date_hard:
        return anywhere(question, catalogue, found)
    if not question.date_hard and asked != "chair":
        return None
    if asked == "chair" and not question.date_hard and len({one.slug for one in meetings}) > 1:
        return None
    if found and asked == "chair" and not question.periods and _NOW.search(question.own):
        return _chair_now(question, catalogue, found, meetings)
    if not found or (asked == "present" and len(meetings) > _FEW):
        return None
    if len(meetings) > MOST_ROWS:
        return _summed(question, catalogue, found, meetings) if asked == "chair" else None
    return _by_meeting(question, catalogue, found, meetings, asked)


def _chair_now(
    question: Question, catalogue: Catalogue, found: Sequence[HeldAttendee], meetings: Sequence[HeldMeeting]
) -> Answer:
    """Who was in the chair at the newest meeting whose minutes name who was, which need not be the newest held."""
    newest = next((one.meeting for one in reversed(found) if one.meeting.date), found[-1].meeting)
    citing = Citing(catalogue.source_text)
    own = [one for one in found if one.meeting.id == newest.id]
    lines = [f"In the chair at {of(newest)}: {row(catalogue, citing, own)}."]
    later = [one for one in meetings if (one.date or "") > (newest.date or "")]
    lines += [f"Later minutes held ({len(later)}) do not name who was in the chair."] if later else []
    return answered(question, "attendance", lines, citing)


def _by_meeting(
    question: Question,
    catalogue: Catalogue,
    found: Sequence[HeldAttendee],
    meetings: Sequence[HeldMeeting],
    asked: Relation,
) -> Answer:
    citing = Citing(catalogue.source_text)
    several = len({one.slug for one in meetings}) > 1
    rows = []
    for meeting in meetings:
        own = [one for one in found if one.meeting.id == meeting.id]
        if own:
            where = sitting(meeting) if several else day(meeting.date)
            rows.append(f"- {where}: {row(catalogue, citing, own, roles=asked != 'present')}")
    lead = f"{TITLES.get(asked, 'Absent')} ({completeness(len(rows), meetings)} in that period):"
    return answered(question, "attendance", [lead, *rows], citing)


def _summed(
    question: Question, catalogue: Catalogue, found: Sequence[HeldAttendee], meetings: Sequence[HeldMeeting]
) -> Answer:
    """Many meetings: everyone who chaired, with how many of them, the first and the latest cited."""
    citing = Citing(catalogue.source_text)
    groups = sorted(by_person(found), key=len, reverse=True)[:MOST_ROWS]
    rows = []
    for group in groups:
        ends = [group[0], group[-1]] if len(group) > 1 else group[:1]
        when = " to ".join(f"{day(one.meeting.date)} {marked(catalogue, citing, [one])}" for one in ends)
        rows.append(f"- {described(group[-1], roles=False)}: {len(group)}, {when}")
    touched = len({one.meeting.id for one in found})
    lead = f"In the chair, as {completeness(touched, meetings)} record it:"
    return answered(question, "attendance", [lead, *rows], citing)


def _stand_ins(question: Question, catalogue: Catalogue) -> Answer | None:
    found = [one for one in catalogue.attendance(question.scope) if _stands_in(one, question)]
    if len({one.meeting.id for one in found}) == 1:
        return substitutes(question, catalogue, found[0].meeting, catalogue.attendance(at(found[0].meeting)))
    if not question.people:
        found = [one for one in catalogue.attendance(question.scope) if one.attendee.substitute_for]
    return anywhere(question, catalogue, found)


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


def holder_of(question: Question, catalogue: Catalogue) -> tuple[str, ...]:
    """The names of the one person who holds the role asked about at these meetings; none where several do."""
    wanted = re.compile(rf"^(?:{'|'.join(re.escape(role) for role in question.roles)})\b", re.I)
    found = [
        one
        for one in catalogue.attendance(question.scope)
        if wanted.search(one.attendee.role or "") or wanted.search(one.attendee.title or "")
    ]
    people = by_person(found)
    return tuple(dict.fromkeys(one.attendee.name for one in found)) if len(people) == 1 else ()


def how_often(question: Question, catalogue: Catalogue, asked: Relation) -> Answer | None:
    """How many of the meetings held record NAME with the status asked for, each one cited; or the first or latest."""
    names = {plain_name(name) for name in question.people}
    mine = [one for one in catalogue.attendance(question.scope) if plain_name(one.attendee.name) in names]
    bodies = {one.meeting.slug for one in mine}
    meetings = tuple(one for one in catalogue.meetings(question.scope) if one.slug in bodies)
    if len(others(question, meetings[:MOST_ROWS], *question.roles)) > 1:
        return None
    if not mine:
        return declined(question, catalogue, "fact_absent")
    wanted = STATUSES.get(asked, CAME)
    # Whom a minute on apologies names did not come, though a list of the members has the name.
    away = {one.meeting.id for one in mine if one.attendee.status == "apologies"} if wanted == CAME else set()
    found: dict[str, HeldAttendee] = {}
    for one in mine:
        if one.attendee.status in wanted and one.meeting.id not in away:
            found.setdefault(one.meeting.id, one)
    who = max((one.attendee.name for one in mine), key=len)
    verb, citing = _VERBS.get(asked, "as attending"), Citing(catalogue.source_text)
    if not found and asked in ("substitute", "observer", "minutes", "public"):
        return None
    unlisted = _unlisted(mine, meetings, catalogue, who, citing) if asked == "absent" else []
    if not found:
        return _never(question, catalogue, mine[-1], f"{who} is not recorded {verb}", meetings, (citing, unlisted))
    end = end_of(question.own)
    if end and not question.date_hard:
        one = list(found.values())[0 if end == "first" else -1]
        which = "first" if end == "first" else "latest"
        said = f"The {which} of {completeness(len(found), meetings)} that record {who} {verb} is"
        return answered(
            question, "attendance", [f"{said} {of(one.meeting)} {marked(catalogue, citing, [one])}."], citing
        )
    lines = [_counted(question, catalogue, found, f"{who} is recorded {verb}", meetings, citing)]
    if wanted == CAME:
        lines += _away(mine, found, catalogue, citing)
    lines += unlisted
    return answered(question, "count", lines, citing)


def _never(
    question: Question,
    catalogue: Catalogue,
    latest: HeldAttendee,
    said: str,
    meetings: Sequence[HeldMeeting],
    more: tuple[Citing, list[str]],
) -> Answer | None:
    citing, lines = more
    row = f"{of(latest.meeting)}: {described(latest)} {marked(catalogue, citing, [latest])}"
    if latest.attendee.status in ("apologies", "absent"):
        row += " (apologies or absence)"
    among = f"any of the {len(meetings)} meetings held" if len(meetings) != 1 else "the one meeting held"
    return answered(question, "count", [f"{said} at {among}; the latest record is {row}.", *lines], citing)


def _counted(
    question: Question,
    catalogue: Catalogue,
    found: Mapping[str, HeldAttendee],
    said: str,
    meetings: Sequence[HeldMeeting],
    citing: Citing,
) -> str:
    roles = {(one.attendee.role, one.attendee.organisation) for one in found.values()}
    rows = [
        f"{day(one.meeting.date)}{_as(one) if len(roles) > 1 or 'which' in question.own else ''} "
        f"{citing.mark(item, one.attendee.span)}"
        for one in found.values()
        if (item := item_of(catalogue, one))
    ]
    return f"{said} at {completeness(len(found), meetings)}: {spoken_list(rows)}."


def _as(one: HeldAttendee) -> str:
    """In what capacity somebody is recorded."""
    said = ", ".join(part for part in (one.attendee.role, one.attendee.organisation) if part)
    return f" (as {said})" if said else ""


def _unlisted(
    mine: Sequence[HeldAttendee], meetings: Sequence[HeldMeeting], catalogue: Catalogue, who: str, citing: Citing
) -> list[str]:
    """The meetings, between the first and the last that record somebody, whose lists do not name them: as one line."""
    named = {one.meeting.id for one in mine}
    first, last = mine[0].meeting.date or "", mine[-1].meeting.date or ""
    rows = []
    for meeting in meetings:
        if meeting.id in named or not first <= (meeting.date or "") <= last:
            continue
        people = catalogue.attendance(at(meeting))
        record = (
            item_of(catalogue, people[0]) if len([one for one in people if one.attendee.status in CAME]) > 1 else None
        )
        if record:
            rows.append(f"{day(meeting.date)} {citing.mark(record, record.span)}")
    return [f"The attendance lists of {spoken_list(rows)} do not name {who}."] if rows else []


def _away(
    mine: Sequence[HeldAttendee], found: Mapping[str, HeldAttendee], catalogue: Catalogue, citing: Citing
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
