"""The register of who came: present, in the chair, apologies, substitutes, for whom, how often."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer
from assistant.citing import Citing
from assistant.people import plain_name
from assistant.question import Question
from assistant.registers.answers import answered, at, left_words, one_sitting
from assistant.registers.record import chair_words, minute_taker, named_in_words, public_there, recorded, why_away
from assistant.registers.roll import (
    CAME,
    REGISTER_WORDS,
    described,
    item_of,
    listed_words,
    matching,
    of,
    row,
    substitutes,
)
from assistant.registers.turnout import at_several, how_often
from index_store.catalogue import Catalogue
from index_store.models import HeldAttendee, HeldMeeting

_ASKED: list[tuple[str, re.Pattern[str]]] = [
    (asked, re.compile(rule, re.I))
    for asked, rule in [
        ("public", r"\b(?:how many|number of|any)\b.*\b(?:public|residents|parishioners|electors)\b"),
        (
            "minutes",
            r"\btook the (?:minutes|notes)\b|\bminute.?taker\b|\bwho (?:was|is|were) (?:the )?(?:clerk"
            r"|minute secretary)\b",
        ),
        ("substitute", r"\bsubstitut\w*|\bstood in\b|\bstand(?:ing)? in\b|\bin (?:the )?place of\b|\bdeputi[sz]\w+"),
        (
            "chair",
            r"\bchair(?:ed|ing|s)?\b|\bin the chair\b|\bpresid\w+|\bran (?:things|the meeting)\b|\bled the meeting\b",
        ),
        ("apologies", r"\bapolog\w+|\bsent (?:their )?regrets?\b|\bregrets\b"),
        (
            "absent",
            r"\babsen\w+|\bwho (?:was|were)n['’]?t\b|\b(?:away|not there|missing|didn['’]?t (?:attend|come|turn up))\b",
        ),
        ("observer", r"\bobserv(?:ed|er|ers|ing)\b"),
    ]
]


_OFTEN = re.compile(r"\bhow (?:often|many (?:times|meetings|of the))\b|\bwhich (?:of the )?meetings\b", re.I)


_EVER = re.compile(r"\b(?:ever|never|always|both|every|all|any|either)\b", re.I)


_NOT_MEETING = re.compile(
    r"\b(?:came|come|turned up|went|attended|attend)\s+(?:along\s+)?(?:to\s+)?(?:the|our"
    r"|a)\s+(?!meeting)(?P<what>[\w' -]{3,40})",
    re.I,
)


def attendance_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """Answers who came, chaired, apologised, stood in or represented whom, at one meeting or several."""
    asked = next((name for name, rule in _ASKED if rule.search(question.own)), "present")
    if question.people and (_OFTEN.search(question.own) or (_EVER.search(question.own) and not question.date_hard)):
        return how_often(question, catalogue, asked)
    if question.kind == "count" and asked != "public":
        return None
    if question.numbers:
        return _for_minute(question, catalogue)
    same_day = _same_day(question, catalogue)
    if not same_day:
        return at_several(question, catalogue, asked)
    return next((answer for one in same_day if (answer := _of_one(question, catalogue, one, asked))), None)


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
        return [meeting]
    meetings = catalogue.meetings(question.scope)
    return list(meetings) if len({(one.slug, one.date) for one in meetings}) == 1 else []


def _of_one(question: Question, catalogue: Catalogue, meeting: HeldMeeting, asked: str) -> Answer | None:
    people = catalogue.attendance(at(meeting))
    if asked == "public":
        return public_there(question, catalogue, meeting)
    if not people:
        return recorded(question, catalogue, meeting, asked) if asked in ("chair", "apologies", "absent") else None
    if question.people and asked != "substitute":
        return _named(question, catalogue, meeting, people, asked)
    if asked == "substitute":
        return substitutes(question, catalogue, meeting, people)
    if asked == "minutes":
        return minute_taker(question, catalogue, meeting, people)
    if asked in ("chair", "apologies", "absent", "observer"):
        return _with_status(question, catalogue, meeting, people, asked)
    return _present(question, catalogue, meeting, people)


def _with_status(
    question: Question, catalogue: Catalogue, meeting: HeldMeeting, people: Sequence[HeldAttendee], asked: str
) -> Answer | None:
    wanted = {"absent": ("absent", "apologies")}.get(asked, (asked,))
    found = [one for one in people if one.attendee.status in wanted]
    if len(left_words(question, REGISTER_WORDS, meeting.body)) > 2:
        found = matching(question, found, meeting) or found
    citing = Citing(catalogue.source_text)
    if not found:
        return recorded(question, catalogue, meeting, asked)
    lead = {
        "chair": f"In the chair at {of(meeting)}:",
        "apologies": f"Apologies for {of(meeting)}:",
        "absent": f"Absent from {of(meeting)}:",
        "observer": f"Observing {of(meeting)}:",
    }[asked]
    words = listed_words(catalogue, citing, found) if asked != "chair" else None
    lines = [f"{lead} {words}" if words else f"{lead} {row(catalogue, citing, found)}."]
    if asked == "chair" and (more := chair_words(catalogue, citing, meeting, found)):
        lines.append(more)
    return answered(question, "attendance", lines, citing)


def _named(
    question: Question, catalogue: Catalogue, meeting: HeldMeeting, people: Sequence[HeldAttendee], asked: str
) -> Answer | None:
    """Did NAME attend, chair or apologise? Says what the list has for that name."""
    names = {plain_name(name) for name in question.people}
    mine = [one for one in people if plain_name(one.attendee.name) in names]
    citing = Citing(catalogue.source_text)
    if re.search(
        r"\b(?:for|from|representing|on behalf of|with)\s+(?:the\s+)?(?:[A-Z]\w*\.?\s+)*$",
        question.own[: _at(question)],
    ):
        return _present(question, catalogue, meeting, people)
    if asked == "chair" and not any(one.attendee.status == "chair" for one in mine):
        return _with_status(question, catalogue, meeting, people, "chair")
    if not mine:
        stand_ins = [one for one in people if plain_name(one.attendee.substitute_for or "") in names]
        if stand_ins:
            return answered(question, "attendance", [f"At {of(meeting)}: {row(catalogue, citing, stand_ins)}."], citing)
        return named_in_words(question, catalogue, meeting, names)
    if not re.search(r"^\W*(?:did|was|were|is|has|why)\b|\b(?:attend|present|there|apolog|absent)", question.own, re.I):
        return None
    if re.search(r"\b(?:stay|left|leave|late|arriv)", question.own, re.I) and not any(
        one.attendee.note for one in mine
    ):
        return None
    if "reason" in question.wants:
        return why_away(question, catalogue, meeting, mine)
    words = {"apologies": "sent apologies for", "absent": "was absent from", "chair": "was in the chair at"}
    lines = [
        f"{described(one)} {words.get(one.attendee.status, 'attended')} {of(meeting)} "
        f"{citing.mark(item, one.attendee.span)}."
        for one in mine
        if (item := item_of(catalogue, one))
    ]
    return answered(question, "attendance", lines, citing)


def _at(question: Question) -> int:
    """Where the first of the question's people is named."""
    places = [question.own.find(name.split()[-1]) for name in question.people]
    return min((place for place in places if place >= 0), default=0)


def _present(
    question: Question, catalogue: Catalogue, meeting: HeldMeeting, people: Sequence[HeldAttendee]
) -> Answer | None:
    """Everyone who came, or those whom the question describes ("from the City Council", "police officers")."""
    came = [one for one in people if one.attendee.status in CAME]
    if re.search(r"\bofficers?\b", question.own, re.I) and not re.search(r"\bpolice\b", question.own, re.I):
        came = [one for one in came if one.attendee.status == "in_attendance"] or came
    if re.search(r"\bmembers?\b(?! of the public)", question.own, re.I):
        came = [one for one in came if one.attendee.status in ("chair", "present", "substitute")] or came
    left = left_words(question, REGISTER_WORDS, "member members", meeting.body, meeting.council or "")
    citing = Citing(catalogue.source_text)
    if left:
        found = matching(question, came, meeting)
        if not found:
            return None
        return answered(question, "attendance", [f"At {of(meeting)}: {row(catalogue, citing, found)}."], citing)
    if not came or _NOT_MEETING.search(question.own) and not question.date_hard:
        return None
    groups = [
        ("In the chair", [one for one in came if one.attendee.status == "chair"]),
        ("Present", [one for one in came if one.attendee.status in ("present", "substitute")]),
        ("In attendance", [one for one in came if one.attendee.status == "in_attendance"]),
        ("Observing", [one for one in came if one.attendee.status == "observer"]),
        ("Apologies", [one for one in people if one.attendee.status in ("apologies", "absent")]),
    ]
    lines = [f"The record of {of(meeting)} names {len(came)} who came:"]
    lines += [f"- {title}: {row(catalogue, citing, found)}" for title, found in groups if found]
    return answered(question, "attendance", lines, citing)
