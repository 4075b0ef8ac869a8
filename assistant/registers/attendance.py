"""The register of who came: present, in the chair, apologies, substitutes, for whom, how often."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from assistant.answer import Answer
from assistant.citing import Citing
from assistant.concepts import SCRIBES, Relation, asks_number, asks_whether, end_of, relation_of
from assistant.question import Question
from assistant.registers.answers import answered, at, declined, one_sitting
from assistant.registers.groups import described_came, group_in_no_list
from assistant.registers.named import named_came
from assistant.registers.portions import portions_register
from assistant.registers.record import chair_away, chair_words, minute_taker, public_there, quorum, recorded
from assistant.registers.remote import remote_register
from assistant.registers.roll import (
    CAME,
    CHAIRING,
    VICE,
    came_of,
    chairs_of,
    described,
    listed_words,
    matching,
    of,
    others,
    row,
    sort_asked,
)
from assistant.registers.substitutes import substitutes
from assistant.registers.turnout import at_several, holder_of, how_often
from assistant.terms import words_of
from index_store.catalogue import Catalogue
from index_store.held import HeldAttendee, HeldMeeting, Scope

_OFTEN = re.compile(
    r"\bhow (?:often|regularly|many (?:times|of the|(?:[\w'’&-]+ ){0,5}?(?:meetings|sittings)))\b"
    r"|\bwhich (?:of the )?(?:\w+ ){0,3}?meetings\b",
    re.I,
)
_EVER = re.compile(r"\b(?:ever|never|always|both|every|all|any|either|regularly)\b", re.I)
_NOT_MEETING = re.compile(
    r"\b(?:came|come|turned up|went|attended|attend)\s+(?:along\s+)?(?:to\s+)?(?:the|our"
    r"|a)\s+(?!(?:[\w'’&-]+\s+){0,6}?meetings?\b)(?P<what>[\w' -]{3,40})",
    re.I,
)
#: "The Chairman (Ann Ash) welcomed those present", "Cllr Birch (Chair)".
_CHAIR_NAMED = re.compile(
    r"\b[Cc]hair(?:man|woman|person)?(?: \((?=[A-Z])|,? (?=(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr)\b))"
    r"|[A-Z][a-z]+ \([Cc]hair(?:man|woman|person)?\)"
)
_SORTS = re.compile(r"\b(?:councillors|officers|staff|(?:non-?)?members(?! of (?:the public|staff)))\b", re.I)
_SENT = re.compile(r"\b(?:represent\w*|on behalf|for|assistant to|from the office of)\b", re.I)
_STATUSES: dict[Relation, tuple[str, ...]] = {
    "chair": ("chair",),
    "apologies": ("apologies",),
    "absent": ("absent", "apologies"),
    "observer": ("observer",),
}


def attendance_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """Answers who came, chaired, apologised, stood in or represented whom, at one meeting or several."""
    asked = relation_of(question.own) or "present"
    if asked == "present" and question.people and re.search(r"\bon behalf of\b", question.own, re.I):
        asked = "substitute"
    if not question.people and question.roles and _over_time(question) and (who := holder_of(question, catalogue)):
        question = replace(question, people=who)
    if question.people and _over_time(question):
        return how_often(question, catalogue, asked)
    if question.kind == "count" and asked != "public":
        return None
    if question.numbers:
        return _for_minute(question, catalogue)
    meeting = one_sitting(question, catalogue) if asked == "present" else None
    if meeting and (by_manner := remote_register(question, catalogue, meeting)):
        return by_manner
    if asked == "present" and not question.people and (portion := portions_register(question, catalogue)):
        return portion
    same_day = _same_day(question, catalogue)
    if same_day:
        return next((answer for one in same_day if (answer := _of_one(question, catalogue, one, asked))), None)
    if question.people and asked != "substitute" and asks_whether(question.own):
        return how_often(question, catalogue, asked)
    return at_several(question, catalogue, asked) or _nowhere(question, catalogue, asked)


def chairs_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """Who chairs the body asked about; None for a group of which no minutes are held ("who chairs the parks forum")."""
    if not re.match(r"\W*who chairs\b", question.own, re.I) or question.other_body:
        return None
    asked = replace(question, kind="attendance", context=())
    return None if others(asked, catalogue.meetings(question.scope)) else attendance_register(asked, catalogue)


def _nowhere(question: Question, catalogue: Catalogue, asked: Relation) -> Answer | None:
    """That no list names those whom it is asked about, whether they ever came."""
    if asked != "present" or question.people or not asks_whether(question.own):
        return None
    meetings = catalogue.meetings(question.scope)
    left = others(question, meetings)
    found = matching(question, left, catalogue.attendance(question.scope)) if left else ()
    return None if found or not left else group_in_no_list(question, catalogue, meetings, left)


def _over_time(question: Question) -> bool:
    """How often, which meetings, ever, or the first or last time that somebody came."""
    own = question.own
    if _OFTEN.search(own) or (_EVER.search(own) and not question.date_hard):
        return True
    return (
        end_of(own) is not None
        and not question.date_hard
        and re.search(r"\b(?:when|which|what|time|meeting)\b", own, re.I) is not None
    )


def _for_minute(question: Question, catalogue: Catalogue) -> Answer | None:
    """Who came for one minute only ("(minute 272)" behind the name)."""
    wanted = re.compile(rf"(?<!\d){re.escape(question.numbers[0].number)}(?!\d)")
    found = [
        one for one in catalogue.attendance(question.scope) if one.attendee.note and wanted.search(one.attendee.note)
    ]
    if not found or len({one.meeting.id for one in found}) > 1:
        return None
    citing = Citing(catalogue.source_text)
    return answered(question, "attendance", [f"At {of(found[0].meeting)}: {row(catalogue, citing, found)}."], citing)


def _same_day(question: Question, catalogue: Catalogue) -> list[HeldMeeting]:
    """The one meeting asked about, or the sittings of one body on one day."""
    meeting = one_sitting(question, catalogue)
    if meeting:
        same = Scope(bodies=(meeting.slug,), date_from=meeting.date, date_to=meeting.date)
        twins = [one for one in catalogue.meetings(same) if one.date and one.id != meeting.id]
        return [meeting, *([] if catalogue.attendance(at(meeting)) else twins)]
    meetings = catalogue.meetings(question.scope)
    return list(meetings) if len({(one.slug, one.date) for one in meetings}) == 1 else []


def _of_one(question: Question, catalogue: Catalogue, meeting: HeldMeeting, asked: Relation) -> Answer | None:
    people = catalogue.attendance(at(meeting))
    if re.search(r"\bquor(?:um|ate)\b", question.own, re.I):
        return quorum(question, catalogue, meeting)
    if asked in ("public", "minutes"):
        if others(question, [meeting], SCRIBES, "resident residents parishioners electors villagers"):
            return None
        found = public_there if asked == "public" else partial(minute_taker, people=people)
        return found(question, catalogue, meeting)
    if not people:
        silent = asked in ("chair", "apologies", "absent") and not others(question, [meeting])
        return recorded(question, catalogue, meeting, asked) if silent else None
    if asked == "substitute":
        return substitutes(question, catalogue, meeting, people) or _sent(question, catalogue, meeting, people)
    if question.people:
        chairs = asked == "chair" and not re.match(r"\W*(?:was|did|is|has)\b", question.own, re.I)
        named = None if chairs else named_came(question, catalogue, meeting, people, asked)
        return named or (_with_status(question, catalogue, meeting, people, "chair") if asked == "chair" else None)
    left = others(question, [meeting])
    if left and asked in ("present", "absent", "apologies") and asks_whether(question.own):
        return described_came(question, catalogue, meeting, people, left, among_all=asked == "present")
    if asked in _STATUSES:
        return _with_status(question, catalogue, meeting, people, asked)
    return _present(question, catalogue, meeting, people, left)


def _sent(
    question: Question, catalogue: Catalogue, meeting: HeldMeeting, people: Sequence[HeldAttendee]
) -> Answer | None:
    """Those who came for somebody, where the list says so in words ("representing the MP")."""
    left = [*others(question, [meeting]), *(word.stem for name in question.spoken for word in words_of(name))]
    sent = [one for one in people if one.attendee.status in CAME and _SENT.search(described(one))]
    found = matching(question, left, sent) if left else []
    if not found:
        return None
    citing = Citing(catalogue.source_text)
    return answered(question, "attendance", [f"At {of(meeting)}: {row(catalogue, citing, found)}."], citing)


def _with_status(
    question: Question, catalogue: Catalogue, meeting: HeldMeeting, people: Sequence[HeldAttendee], asked: Relation
) -> Answer | None:
    """Those recorded in the chair, with apologies, absent or observing; of them those whom the question describes."""
    found = [one for one in people if one.attendee.status in _STATUSES[asked]]
    found = chairs_of(people) if asked == "chair" else found
    left = others(question, [meeting], *(question.people if asked == "chair" else ()))
    if left:
        # Observers are few: all of them where none is described so.
        found = matching(question, left, found) or (found if asked == "observer" and len(left) < 3 else [])
        if not found:
            return None
    elif asked in ("absent", "apologies"):
        found = sort_asked(question, found)
    citing = Citing(catalogue.source_text)
    if not found:
        said = recorded(question, catalogue, meeting, asked)
        return _vice_listed(question, catalogue, meeting, people) if said is None and asked == "chair" else said
    lead = {
        "chair": f"In the chair at {of(meeting)}:",
        "apologies": f"Apologies for {of(meeting)}:",
        "absent": f"Absent from {of(meeting)}:",
        "observer": f"Observing {of(meeting)}:",
    }[asked]
    if asks_number(question.own):
        lead = f"{lead} {len(found)} named,"
    words = listed_words(catalogue, citing, found) if asked != "chair" else None
    lines = [f"{lead} {words}" if words else f"{lead} {row(catalogue, citing, found)}."]
    if asked == "chair":
        away = chair_away(catalogue, citing, meeting) if asks_whether(question.own) else None
        more = away or chair_words(catalogue, citing, meeting, found)
        lines += [more] if more else []
    return answered(question, "attendance", lines, citing)


def _vice_listed(
    question: Question, catalogue: Catalogue, meeting: HeldMeeting, people: Sequence[HeldAttendee]
) -> Answer | None:
    """That no chair is recorded, and which vice-chair came; declines where no minute of the meeting tells either."""
    vice = [one for one in people if one.attendee.status in CAME and VICE.search(one.attendee.role or "")]
    if not vice:
        items = catalogue.items(meeting.id)
        told = any(CHAIRING.search(one.text.text) or _CHAIR_NAMED.search(one.text.text) for one in items)
        return None if told else declined(question, catalogue, "fact_absent", items[:1])
    citing = Citing(catalogue.source_text)
    said = f"The record of {of(meeting)} names nobody in the chair; it has {row(catalogue, citing, vice)}."
    return answered(question, "attendance", [said], citing)


def _present(
    question: Question,
    catalogue: Catalogue,
    meeting: HeldMeeting,
    people: Sequence[HeldAttendee],
    left: Sequence[str],
) -> Answer | None:
    """Everyone who came, or those whom the question describes ("from the City Council", "police officers")."""
    came = came_of(people)
    citing = Citing(catalogue.source_text)
    if left:
        found = matching(question, left, sort_asked(question, came)) or matching(question, left, came)
        if not found:
            return None
        named = f"{len(found)} named, " if asks_number(question.own) else ""
        said = f"At {of(meeting)}: {named}{row(catalogue, citing, found)}."
        return answered(question, "attendance", [said], citing)
    if not came or _NOT_MEETING.search(question.own) and not question.date_hard:
        return None
    sorted_came = sort_asked(question, came)
    groups = [
        ("In the chair", ("chair",)),
        ("Present", ("present", "substitute")),
        ("In attendance", ("in_attendance",)),
        ("Observing", ("observer",)),
        ("Apologies", ("apologies",)),
        ("Absent", ("absent",)),
    ]
    away = [one for one in people if one.attendee.status in ("apologies", "absent")]
    everyone = [*sorted_came, *(away if len(sorted_came) == len(came) else _away_so(question, people, away))]
    number = len(sorted_came) or "no"
    lines = [f"The record of {of(meeting)} names {number} {_sort_word(question)}who came{':' if sorted_came else '.'}"]
    for title, statuses in groups:
        found = [one for one in everyone if one.attendee.status in statuses]
        size = f" ({len(found)})" if asks_number(question.own) else ""
        lines += [f"- {title}{size}: {row(catalogue, citing, found)}"] if found else []
    return answered(question, "attendance", lines, citing) if citing.citations else None


def _away_so(
    question: Question, people: Sequence[HeldAttendee], away: Sequence[HeldAttendee]
) -> Sequence[HeldAttendee]:
    """Of those who were away, who is of the sort asked for, as far as the list tells ("councillors", no officers)."""
    return [one for one in sort_asked(question, [*people]) if one in away]


def _sort_word(question: Question) -> str:
    sorts = {one.lower() for one in _SORTS.findall(question.own)}
    return f"{sorts.pop()} " if len(sorts) == 1 else ""
