"""What somebody was asked to do: by person, by meeting, and what is outstanding."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer
from assistant.citing import ATTENDANCE, Citing, heading_of, shown
from assistant.kinds import TO_DO
from assistant.people import ROLES, plain_name
from assistant.post_holders import posts_named
from assistant.question import Question
from assistant.registers.answers import MOST_ROWS, answered, at, declined, left_words, sitting
from assistant.registers.due_back import asks_back, report_backs
from assistant.registers.held import meetings_asked
from assistant.registers.roll import CAME, sort_asked
from assistant.registers.tasks import Told, about, called, headed_lists, listed_for, tasks_of
from assistant.sentences import lay_out
from assistant.terms import STOP_WORDS, words_of
from index_store.catalogue import Catalogue
from index_store.held import HeldAction, HeldItem, HeldMeeting

_ASKED = re.compile(
    r"\bactions?\b|\bto.?do\b|\boutstanding\b|\b(?:asked|agreed|undertook|due|supposed|going|meant|tasked) to do\b"
    r"|\bwhat (?:is|was|has|does|did|have|had) .{2,40} (?:asked|to|have to|has to|need to) (?:to )?do\b|\b(?:jobs?"
    r"|tasks?|homework)\b"
    rf"|\bto do what\b|\b{TO_DO}",
    re.I,
)
_SOMEBODY = re.compile(
    r"\b(?:was|were|is|are|did|does|do|has|have|had|must|should) (?P<who>[a-z][a-z'’-]+) "
    r"(?:to|have|has|had|need|needs|supposed|meant|due|asked|told|left|given|tasked|still)\b"
    r"|\b(?P<whose>[a-z][a-z-]+)['’]?s (?:outstanding |own )?(?:jobs?|tasks?|actions?|homework|to-?dos?)\b"
    r"|\b(?:jobs|tasks|actions) (?:did|does|has|had|was|were) (?P<taker>[a-z][a-z'’-]+)"
    r" (?:get|have|take|pick|given|got)\b"
    r"|\b(?:for|given to|assigned to|left (?:for|with|to)) (?P<whom>[a-z][a-z'’-]+)\b",
    re.I,
)
_UNDERTAKEN = re.compile(r"\b(?:promis\w+|undert\w+|commit(?:s|ted|ments?)?|offer\w*|agreed to do)\b", re.I)
_WORDS = (
    "action actions point points item items outstanding list log arising asked do doing to given assigned owner "
    "for person undertake undertook agree agreed task "
    "job jobs homework handed left set what have had needs need after before next follow up ups responsible "
    "tasks tasked supposed meant due still open come out minutes meeting got get has anyone who "
    "promise promised promises undertaking undertakings commit committed offer offered officer officers staff they "
    "give gave take took pick picked given required coming came arising resulting must everyone us we board council "
    "committee chase needs doing done sorting i else all up cllr cllrs councillor councillors mr mrs ms miss dr "
    "which those these them ones about how just only any of many"
)


def actions_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """Actions of the meetings in scope, of one person where one is named; of the latest meeting where none is."""
    if question.numbers:
        return None
    if asks_back(question.own):
        return report_backs(question, catalogue)
    narrowed = question.follow_up and question.context
    if not (narrowed or _ASKED.search(question.own) or _UNDERTAKEN.search(question.own)):
        return None
    held_by, post = posts_named(question.own, catalogue.attendance(question.scope))
    names = question.people or held_by or _somebody(question, catalogue)
    people = {plain_name(name) for name in names}
    spoken = {word for said in (*people, *question.spoken, _who(question)) for word in _stems(said)}.union(post)
    # Of a turn that narrows the list before ("what about Ann?") the post asked about there is no topic.
    roles = [found[0] for found in ROLES.finditer(question.standalone)] if narrowed else question.roles
    left = [word for word in left_words(question, _WORDS, " ".join(roles)) if word not in spoken]
    meetings, topic = _of_bodies(meetings_asked(question, catalogue), left)
    asked = {one.id for one in meetings}
    held = [one for one in catalogue.actions(question.scope) if one.item.meeting.id in asked]
    mine = [one for one in held if _is_for(one, people, question.roles)] if people or question.roles else held
    if topic or (names and (question.dated or not mine)):
        somebody = names or (question.roles if question.dated else ())
        told = _from_text(question, catalogue, meetings, names, topic, mine) if somebody else None
        return told or (declined(question, catalogue, "fact_absent") if question.people and not topic else None)
    listed = headed_lists(_minutes(meetings, catalogue)) if len(meetings) == 1 and not question.roles else []
    if not mine and not listed:
        return _undertaken(question, catalogue, meetings)
    latest: HeldMeeting | None = None
    if not question.dated and not people and not question.roles:
        latest = (mine[-1].item if mine else listed[-1].item).meeting
        mine = [one for one in mine if one.item.meeting.id == latest.id]
    return _listed(question, catalogue, _rows(mine, listed), meetings, latest)


def _undertaken(question: Question, catalogue: Catalogue, meetings: Sequence[HeldMeeting]) -> Answer | None:
    """What those who came to one meeting undertook in the words of its minutes, officers alone where they are meant."""
    if len(meetings) != 1 or not _UNDERTAKEN.search(question.own):
        return None
    there = [one for one in catalogue.attendance(at(meetings[0])) if one.attendee.status in CAME]
    there = sort_asked(question, there) if re.search(r"\bofficers?\b", question.own, re.I) else there
    said = called(there, [one.attendee.name for one in there])
    told = tasks_of(_minutes(meetings, catalogue), said)
    return _listed(question, catalogue, told, meetings, None) if told else None


def _of_bodies(meetings: tuple[HeldMeeting, ...], left: Sequence[str]) -> tuple[tuple[HeldMeeting, ...], list[str]]:
    """The meetings of the body that one of the words ``left`` names ("the June friends meeting"), and the others."""
    named = {one: _stems(f"{one.body or ''} {one.council or ''}") & set(left) for one in meetings}
    found = tuple(one for one in meetings if named[one]) or meetings
    return found, [word for word in left if not any(word in named[one] for one in found)]


def _somebody(question: Question, catalogue: Catalogue) -> tuple[str, ...]:
    """The people whom a question names by a first name or surname in small letters: "what was justin to do"."""
    who = _who(question)
    if not who or who in STOP_WORDS:
        return ()
    found = [one.attendee.name for one in catalogue.attendance() if who in plain_name(one.attendee.name).split()]
    return tuple(dict.fromkeys(found))


def _who(question: Question) -> str:
    match = _SOMEBODY.search(question.own)
    return next((said for said in match.groups() if said), "").lower() if match else ""


def _stems(words: str) -> set[str]:
    return {word.stem for word in words_of(words)} | set(words.lower().split())


def _minutes(meetings: Sequence[HeldMeeting], catalogue: Catalogue) -> list[HeldItem]:
    return [item for meeting in meetings for item in catalogue.items(meeting.id) if item.number != ATTENDANCE]


def _from_text(
    question: Question,
    catalogue: Catalogue,
    meetings: Sequence[HeldMeeting],
    names: Sequence[str],
    topic: Sequence[str],
    mine: Sequence[HeldAction],
) -> Answer | None:
    """What somebody was given to do in the words of the minutes, on the topic where the question has one."""
    minutes, said = _minutes(meetings, catalogue), called(catalogue.attendance(), names, question.roles)
    told = tasks_of(minutes, said) or listed_for(minutes, said)
    told = about(told, topic) if topic else told
    rows = _rows([] if topic else mine, told)
    return _listed(question, catalogue, rows, meetings, None) if rows else None


def _rows(held: Sequence[HeldAction], told: Sequence[Told]) -> list[HeldAction | Told]:
    """Both in the order of the minutes, nothing twice: an action within a stretch that is told goes with it, as
    does one of the log at the end that says no more than the minute did."""
    out: list[tuple[str, int, int, HeldAction | Told]]
    out = [(one.item.meeting.date or "", one.item.position, one.start, one) for one in told]
    for other in held:
        at = other.item.text.locate(other.action.span.start)
        if not any(one.item.id == other.item.id and at is not None and one.start <= at < one.end for one in told):
            out.append((other.item.meeting.date or "", other.item.position, at or 0, other))
    rows: list[HeldAction | Told] = []
    for *_, row in sorted(out, key=lambda row: row[:3]):
        if not any(_says_as_much(before, row) for before in rows):
            rows.append(row)
    return rows


def _says_as_much(before: HeldAction | Told, row: HeldAction | Told) -> bool:
    """Do two records of one meeting give the same person the same to do, and the second no more?"""
    if not (isinstance(before, HeldAction) and isinstance(row, HeldAction)):
        return False
    owners = {one.action.owner for one in (before, row)} - {None}
    if before.item.meeting.id != row.item.meeting.id or len(owners) > 1:
        return False
    return _stems(row.action.text) - {"action"} <= _stems(before.action.text)


def _is_for(one: HeldAction, people: set[str], roles: Sequence[str]) -> bool:
    owner = plain_name(one.action.owner or "")
    if any(role in owner for role in roles):
        return True
    text = one.action.text.lower()
    for name in people:
        words = name.split()
        if owner and (owner == name or owner.split()[-1] == words[-1] or owner == "".join(word[0] for word in words)):
            return True
        if not owner and re.search(rf"\b{re.escape(words[-1])}\b", text):
            return True
    return any(re.search(rf"\b{re.escape(role)}\b", text) for role in roles)


def _listed(
    question: Question,
    catalogue: Catalogue,
    held: Sequence[HeldAction | Told],
    meetings: Sequence[HeldMeeting],
    latest: HeldMeeting | None,
) -> Answer:
    citing = Citing(catalogue.source_text)
    rows = list(held)[-MOST_ROWS:]
    where = (
        f"the latest meeting with actions, {sitting(latest)}"
        if latest
        else sitting(meetings[0])
        if len(meetings) == 1
        else f"{len({one.item.meeting.id for one in held})} of {len(meetings)} meetings held"
    )
    count, done = ("One action", "it was done") if len(held) == 1 else (f"{len(held)} actions", "they were done")
    lines = [f"{count} recorded in {where}; whether {done}, these minutes do not say:"]
    if len(rows) < len(held):
        lines[0] = f"{count} recorded in {where}, the newest {len(rows)} of which are:"
    for one in rows:
        owner = f"{one.action.owner}: " if isinstance(one, HeldAction) and one.action.owner else ""
        quote, marker = (
            _words(one, citing) if isinstance(one, HeldAction) else citing.quote(one.item, one.start, one.end)
        )
        lines.append(f"- {sitting(one.item.meeting)}, {heading_of(one.item)}: {owner}“{quote}” {marker}")
    return answered(question, "actions", lines, citing)


def _words(one: HeldAction, citing: Citing) -> tuple[str, str]:
    """What the minute says of the action; a bare "Action: LH" with the sentence before it."""
    at = one.item.text.locate(one.action.span.start)
    if at is None or len(one.action.text.split()) > 4:
        return shown(one.action.text), citing.mark(one.item, one.action.span)
    layout = lay_out(one.item.text.text)
    here = layout.at(at)
    if not here:
        return shown(one.action.text), citing.mark(one.item, one.action.span)
    start = layout.sentences[here - 1].start
    return citing.quote(one.item, start, layout.sentences[here].end)
