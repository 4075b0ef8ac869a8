"""Attendance compared over meetings: at both, at every one, at one but not the other, and who came most often."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Answer
from assistant.bodies import named_bodies
from assistant.citing import ATTENDANCE, Citing
from assistant.concepts import Relation, asks_number, asks_roll, relation_of
from assistant.question import Question
from assistant.registers.answers import MOST_ROWS, answered, at, completeness, day, sitting, spoken_list
from assistant.registers.roll import (
    CAME,
    by_person,
    came_of,
    chairs_of,
    described,
    item_of,
    marked,
    matching,
    others,
    row,
    same_person,
    sort_asked,
)
from assistant.registers.turnout import STATUSES, TITLES
from index_store.catalogue import Catalogue
from index_store.held import HeldAttendee, HeldMeeting

_BUT = re.compile(
    r",?\s+(?:but|and|though|yet|except|while)\s+(?=(?:\w+ )?(?:not|n['’]t|was ?n['’]?t|were ?n['’]?t|did ?n['’]?t"
    r"|missed|skipped|absent|away|sent)\b)"
    r"|,?\s+(?:but|yet|though)\s+(?=(?:who )?(?:was|were|had|did|came|attended|there|at|went|turned|present)\b)"
    r"|,?\s+(?=(?:not|but not) (?:at|in|the)\b)",
    re.I,
)
_BOTH = re.compile(r"\bboth\b|\beach of the two\b|\bthe two meetings\b", re.I)
_EVERY = re.compile(
    r"\b(?:every|each|all)\b(?! (?:came|who|people|there|members?|the (?:members|people)|was|were)\b)|\bnever "
    r"(?:missed|absent)\b|\bwithout fail\b",
    re.I,
)
_EACH = re.compile(r"\beach\b(?! of the two\b)|\b(?:at|for|of|to|in) every\b", re.I)
#: Asks who was in the chair meeting by meeting, not who was at all of them.
_LED = re.compile(r"\b(?:chaired|presided at|in the chair (?:at|for)|chair (?:of|at|for)|led|ran) each\b", re.I)
_NEVER_AWAY = re.compile(
    r"\bnever (?:been )?(?:missed|absent|away)\b|\bwithout fail\b|\b(?:full|perfect|100%) attendance\b", re.I
)
_MOST = re.compile(
    r"\b(?:most(?: of(?:ten)?| frequently| regularly)?|best|highest|usually|normally|more often|regulars?|record)\b",
    re.I,
)
_LEAST = re.compile(r"\b(?:least|worst|fewest|lowest|poorest)\b", re.I)
_WORDS = (
    "both every each all most often least best worst highest lowest fewest usually normally record total frequently "
    "regularly regular regulars poorest fail one ones two other others neither any"
)
_CITED = 8


@dataclass(frozen=True, slots=True)
class _Part:
    """The meetings of which a part of the question speaks, and whether it asks for those who came to them."""

    meetings: tuple[HeldMeeting, ...]
    came: bool


def several_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """Who was at both, at all, at one meeting but not the other, or came, chaired or was away most often."""
    if question.numbers or question.people or not (asks_roll(question.own) or question.kind == "attendance"):
        return None
    asked = relation_of(question.own) or "present"
    if asked in ("public", "minutes", "substitute"):
        return None
    if _NEVER_AWAY.search(question.own):
        asked = "present"
    meetings = catalogue.meetings(question.scope)
    left = others(question, meetings[:MOST_ROWS], _WORDS)
    split = _BUT.search(question.standalone)
    if split and not left and (parts := _two_parts(question, catalogue, split, meetings)):
        return _except(question, catalogue, *parts)
    apart = _LED.search(question.own) if asked == "chair" else asked != "present" or asks_number(question.own)
    if apart and _EACH.search(question.own) and not left and len(meetings) > 1:
        return _at_each(question, catalogue, meetings, asked)
    whole = _BOTH.search(question.own) or _EVERY.search(question.own) or _NEVER_AWAY.search(question.own)
    if whole and len(meetings) > 1:
        groups = _groups(question, catalogue, meetings, both=_BOTH.search(question.own) is not None)
        return _at_all(question, catalogue, groups, asked, left) if len(groups) > 1 else None
    if (_MOST.search(question.own) or _LEAST.search(question.own)) and len(meetings) > 1 and not left:
        return _ranked(question, catalogue, asked, meetings)
    return None


def _at_each(
    question: Question, catalogue: Catalogue, meetings: Sequence[HeldMeeting], asked: Relation
) -> Answer | None:
    """Who was in the chair or away, or how many came, meeting by meeting, the newest of many."""
    held = [(one, found) for one in meetings if (found := _of_status(catalogue.attendance(at(one)), asked))]
    if not held:
        return None
    citing = Citing(catalogue.source_text)
    newest = f", the newest {MOST_ROWS} of which are" if len(held) > MOST_ROWS else ""
    lines = [f"{TITLES.get(asked, 'Absent')} at {completeness(len(held), meetings)}{newest}:"]
    for one, found in held[-MOST_ROWS:]:
        record = item_of(catalogue, found[0])
        counted = asks_number(question.own) and record is not None
        said = (
            f"{len(found)} {citing.mark(record, record.span)}" if counted and record else row(catalogue, citing, found)
        )
        lines.append(f"- {sitting(one)}: {said}")
    return answered(question, "attendance", lines, citing)


def _of_status(people: Sequence[HeldAttendee], asked: Relation) -> list[HeldAttendee]:
    if asked == "chair":
        return chairs_of(people)
    return came_of(people) if asked == "present" else [one for one in people if one.attendee.status in STATUSES[asked]]


def _two_parts(
    question: Question, catalogue: Catalogue, split: re.Match[str], meetings: Sequence[HeldMeeting]
) -> tuple[_Part, _Part] | None:
    """ "At X but not at Y": the meetings of each side; the other of two where a side names none."""
    text = question.standalone
    first = _side(question, catalogue, 0, split.start(), meetings)
    second = _side(question, catalogue, split.end(), len(text), meetings)
    if not first and not second:
        return None
    first = first or tuple(one for one in meetings if one not in second)
    second = second or tuple(one for one in meetings if one not in first)
    negated = [_negated(text[: split.start()]), _negated(text[split.start() :])]
    if not first or not second or set(first) & set(second) or negated[0] == negated[1]:
        return None
    return _Part(first, not negated[0]), _Part(second, not negated[1])


def _negated(words: str) -> bool:
    return relation_of(words) in ("absent", "apologies") or re.search(r"\bnot\b|n['’]t\b", words, re.I) is not None


def _side(
    question: Question, catalogue: Catalogue, start: int, end: int, meetings: Sequence[HeldMeeting]
) -> tuple[HeldMeeting, ...]:
    periods = [one for one in question.periods if start <= one.start < end]
    named = [one for one in named_bodies(question.standalone, catalogue.bodies()) if start <= one.start < end]
    slugs = {slug for one in named if not one.generic for slug in one.slugs}
    if not periods and not slugs:
        return ()
    found = [one for one in meetings if not slugs or one.slug in slugs]
    if periods:
        found = [one for one in found if one.date and any(period.holds(one.date) for period in periods)]
    return tuple(found)


def _groups(
    question: Question, catalogue: Catalogue, meetings: Sequence[HeldMeeting], both: bool
) -> list[tuple[HeldMeeting, ...]]:
    """The meetings to have been at: by the times named, else by the bodies named, else each of them."""
    hard = [one for one in question.periods if one.hard]
    if len(hard) > 1:
        dated = [tuple(one for one in meetings if one.date and period.holds(one.date)) for period in hard]
        return [group for group in dated if group]
    slugs = {one.slug for one in meetings}
    if both and len(slugs) == 2:
        return [tuple(one for one in meetings if one.slug == slug) for slug in sorted(slugs)]
    if both and len(meetings) != 2:
        return []
    return [(one,) for one in meetings]


def _records(question: Question, catalogue: Catalogue, asked: Relation) -> list[HeldAttendee]:
    wanted = STATUSES.get(asked, CAME)
    return [one for one in catalogue.attendance(question.scope) if one.attendee.status in wanted]


def _at_all(
    question: Question,
    catalogue: Catalogue,
    groups: Sequence[tuple[HeldMeeting, ...]],
    asked: Relation,
    left: Sequence[str],
) -> Answer | None:
    """People recorded in every group of meetings."""
    records = sort_asked(question, _records(question, catalogue, asked))
    if left and not (records := matching(question, left, records)):
        return None
    ids = [{one.id for one in group} for group in groups]
    people = by_person(one for one in records if any(one.meeting.id in group for group in ids))
    found = [own for own in people if all(any(one.meeting.id in group for one in own) for group in ids)]
    citing = Citing(catalogue.source_text)
    count = f"all {len(groups)}" if len(groups) > 2 else "both"
    verb = {"chair": "in the chair at", "apologies": "with apologies for", "absent": "absent from"}.get(asked, "at")
    names = spoken_list([" or ".join(sitting(one) for one in group[:2]) for group in groups[:4]])
    which = f"{count} meetings ({names})" if len(groups) <= 4 else f"{count} meetings held"
    if not found:
        return _nobody(
            question, catalogue, [one for group in groups for one in group], f"Nobody is recorded {verb} {which}"
        )
    lines = [f"{len(found)} recorded {verb} {which}:"]
    lines += [f"- {described(own[-1])} {marked(catalogue, citing, own[:_CITED])}" for own in found]
    return answered(question, "attendance", lines, citing)


def _nobody(question: Question, catalogue: Catalogue, meetings: Sequence[HeldMeeting], said: str) -> Answer | None:
    citing = Citing(catalogue.source_text)
    lists = [item for one in meetings[:_CITED] for item in catalogue.items(one.id)[:1] if item.number == ATTENDANCE]
    markers = "".join(citing.mark(item, item.span) for item in lists)
    return answered(question, "attendance", [f"{said} {markers}."], citing) if markers else None


def _except(question: Question, catalogue: Catalogue, one: _Part, other: _Part) -> Answer | None:
    """Those who came to the one part's meetings and are not recorded as coming to the other's."""
    there, gone = (one, other) if one.came else (other, one)
    records = sort_asked(
        question, [each for each in catalogue.attendance(question.scope) if each.attendee.status in CAME]
    )
    came = by_person(each for each in records if each.meeting in there.meetings)
    away = [each for each in records if each.meeting in gone.meetings]
    found = [own for own in came if not any(same_person(own[0], each) for each in away)]
    citing = Citing(catalogue.source_text)
    names = [" and ".join(sitting(each) for each in part.meetings[:3]) for part in (there, gone)]
    if not found:
        return _nobody(
            question,
            catalogue,
            [*there.meetings, *gone.meetings],
            f"Everyone recorded at {names[0]} was also at {names[1]}",
        )
    lists = [
        item for each in gone.meetings[:_CITED] for item in catalogue.items(each.id)[:1] if item.number == ATTENDANCE
    ]
    lines = [
        f"{len(found)} recorded at {names[0]} and not at {names[1]} "
        f"{''.join(citing.mark(item, item.span) for item in lists)}:"
    ]
    apologies = [
        each
        for each in catalogue.attendance(question.scope)
        if each.meeting in gone.meetings and each.attendee.status not in CAME
    ]
    for own in found:
        sent = [each for each in apologies if same_person(own[0], each)]
        said = f" (apologies {marked(catalogue, citing, sent[:1])})" if sent else ""
        lines.append(f"- {described(own[-1])} {marked(catalogue, citing, own[:_CITED])}{said}")
    return answered(question, "attendance", lines, citing)


def _ranked(
    question: Question, catalogue: Catalogue, asked: Relation, meetings: Sequence[HeldMeeting]
) -> Answer | None:
    """Who is recorded most (or least) often, with the meetings, the newest cited where there are many."""
    least = _LEAST.search(question.own) is not None
    relation: Relation = "absent" if least and asked == "present" else asked
    groups = by_person(sort_asked(question, _records(question, catalogue, relation)))
    if not groups:
        return None
    most = max(len(own) for own in groups)
    best = [own for own in groups if len(own) == most]
    if most < 2 or len(best) > MOST_ROWS:
        return None
    citing = Citing(catalogue.source_text)
    verb = {"chair": "in the chair at", "apologies": "with apologies for", "absent": "absent from"}.get(relation, "at")
    lines = []
    for own in best:
        cited = own[-_CITED:]
        rows = spoken_list([f"{day(one.meeting.date)} {marked(catalogue, citing, [one])}" for one in cited])
        newest = f", the latest {len(cited)} of them" if len(cited) < len(own) else ""
        lines.append(
            f"{described(own[-1], roles=False)} is recorded {verb} {completeness(most, meetings)}{newest}: {rows}."
        )
    lead = [f"Most often {verb.rsplit(' ', 1)[0]}:"] if len(lines) > 1 else []
    return answered(question, "count", [*lead, *(f"- {line}" if lead else line for line in lines)], citing)
