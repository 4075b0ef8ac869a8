"""Who holds a role, what somebody's role is, and false premises about who was there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer
from assistant.citing import ATTENDANCE, Citing
from assistant.people import ROLES, plain_name
from assistant.question import Question
from assistant.registers.answers import MOST_ROWS, answered, at, declined, left_words, one_sitting, sitting
from assistant.registers.roll import described, item_of, of, row
from assistant.terms import stems_in
from index_store.catalogue import Catalogue
from index_store.held import HeldAttendee, HeldItem

_WHO_IS = re.compile(
    r"^\W*who (?P<chairs>chairs|runs)(?: (?:the |our |your )?(?:council|committee|board|meetings?|it|them|us))*\W*$"
    r"|^\W*who(?:['’]?s| is| was| are| were)\s+(?:the |our |your |now )*(?P<role>[\w &'’-]{3,50}?)\W*(?:\b(?:now|in"
    r"|on|at|as of|by|of the)\b.*)?$",
    re.I,
)


#: A role below, or before, the one that follows it: no answer where that one is asked for.
_UNDER = re.compile(r"\b(?:vice|deputy|assistant|former|past|ex|outgoing|incoming)\b", re.I)
_MAYOR = re.compile(r"\b(?:mayor|provost|reeve)\b", re.I)
_LORD_MAYOR = re.compile(r"(?P<deputy>leas-?)?(?:\b|t)ard-?mh[ée]ara\b", re.I)
_CHAIR = re.compile(r"\bchair(?:man|woman|person)\b", re.I)
_CHIEF = re.compile(r"\b(?:chief exec|ceo|cex)\b", re.I)
_WHAT_IS = re.compile(
    r"\b(?:job|role|position|title|organi[sz]ation|work(?:s|ed)? for|represents?)\b|^\W*who(?:['’]?s| is| was)\b", re.I
)


def roles_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """Who holds a role, and what somebody's role is, as the newest attendance list in the question's time says."""
    asked = _WHO_IS.match(question.own)
    if question.numbers or (question.context and not asked):
        return None
    until = max((one.date_to for one in question.periods if one.date_to), default=None)
    rolls = [one for one in catalogue.attendance(question.scope) if not until or (one.meeting.date or "") <= until]
    within = [one for one in rolls if any(period.holds(one.meeting.date or "") for period in question.periods)]
    rolls = within or rolls
    if question.context:
        # "Who is the treasurer?" after a balance: that body's.
        cited = {one.split("/")[0] for one in question.context}
        rolls = [one for one in rolls if one.meeting.slug in cited]
    citing = Citing(catalogue.source_text)
    if question.people:
        if not _WHAT_IS.search(question.own) or left_words(
            question,
            "job role position title organisation organization work works worked represent represents from",
            *question.people,
        ):
            return None
        names = {plain_name(name) for name in question.people}
        mine = [
            one
            for one in rolls
            if plain_name(one.attendee.name) in names and (one.attendee.role or one.attendee.organisation)
        ]
        return _newest(question, catalogue, citing, mine)
    role = ("chair" if asked["chairs"] else asked["role"]) if asked else ""
    wanted = _stems(role)
    rolls = [one for one in rolls if not re.search(r"\bpublic$", one.attendee.role or "", re.I)]
    if not asked or not wanted or len(wanted) > 5:
        return None
    if not _UNDER.search(role):
        rolls = [one for one in rolls if not _UNDER.search(_told(one))]
    holders = [one for one in rolls if wanted <= _office(one) or _holds(one, role)]
    if wanted != _stems("chair"):
        return _newest(question, catalogue, citing, holders)
    # Bodies that name no chairman have somebody in the chair.
    named = {one.meeting.slug for one in holders}
    seated = [one for one in rolls if one.attendee.status == "chair" and one.meeting.slug not in named]
    both = sorted((*holders, *seated), key=lambda one: one.meeting.date or "")
    return _newest(question, catalogue, citing, both, "As recorded at" if holders else "In the chair at")


def _holds(one: HeldAttendee, role: str) -> bool:
    """Whether somebody holds a role that is asked for with the body or its place behind it: "mayor of Marl"."""
    office, of, whose = role.partition(" of ")
    body = _stems(f"{one.meeting.body} {one.meeting.council or ''}")
    return bool(of) and _stems(office) <= _office(one) and _stems(whose) <= body


def _office(one: HeldAttendee) -> frozenset[str]:
    """The stems of somebody's role, with an office in brackets behind the name ("Jo Bell (Vice-Chair) - Treasurer")."""
    note = one.attendee.note or ""
    return _stems(f"{one.attendee.role or ''} {note if ROLES.search(note) else ''} {_style(one)}")


def _told(one: HeldAttendee) -> str:
    return f"{one.attendee.role or ''} {one.attendee.note or ''} {_style(one)}"


def _style(one: HeldAttendee) -> str:
    """The office that somebody's title says: "Lord Mayor" of "An tArd-Mhéara Comhairleoir"."""
    title = one.attendee.title or ""
    irish = _LORD_MAYOR.search(title)
    if irish:
        return f"{'Deputy ' if irish['deputy'] else ''}Lord Mayor"
    return title if _MAYOR.search(title) else ""


def _stems(role: str) -> frozenset[str]:
    return stems_in(_CHAIR.sub("chair", _CHIEF.sub("chief executive", role.replace("-", " "))))


def _newest(
    question: Question,
    catalogue: Catalogue,
    citing: Citing,
    found: Sequence[HeldAttendee],
    lead: str = "As recorded at",
) -> Answer | None:
    """The people of the newest meeting among those ``found``, of which the last is the newest; where different people
    hold a role in several bodies, those of each."""
    found = [one for one in found if one.meeting.date] or found
    last = {one.meeting.slug: one.meeting.id for one in found}
    newest = {slug: [one for one in found if one.meeting.id == meeting][:4] for slug, meeting in last.items()}
    if not newest or len(newest) > MOST_ROWS:
        return None
    latest = newest[found[-1].meeting.slug]
    if len({plain_name(held[0].attendee.name) for held in newest.values()}) == 1:
        said = f"{lead} {of(latest[0].meeting)}: {row(catalogue, citing, latest)}."
        return answered(question, "attendance", [said], citing)
    seated = {held[0].meeting.slug for held in newest.values() if lead.startswith("In") or not _office(held[0])}
    rows = [
        f"- {sitting(held[0].meeting)}{', in the chair' * (slug in seated)}: {row(catalogue, citing, held)}"
        for slug, held in newest.items()
    ]
    lines = [f"Of {len(rows)} bodies, as the newest minutes of each that tell record it:", *rows]
    return answered(question, "attendance", lines, citing)


def never_there(question: Question, catalogue: Catalogue) -> Answer | None:
    """A false premise put right: what did NAME say at a meeting that NAME did not come to, or did not chair."""
    meeting = one_sitting(question, catalogue) if question.date_hard else None
    if meeting is None or not question.people or len(question.people) > 4:
        return None
    if not re.search(
        r"\b(?:say|said|tell|told|report\w*|present\w*|ask\w*|think|argue\w*|comment\w*|explain\w*|chair\w*"
        r"|suggest\w*|propose\w*)\b",
        question.own,
        re.I,
    ):
        return None
    people = catalogue.attendance(at(meeting))
    names = {plain_name(name) for name in question.people}
    mine = [one for one in people if plain_name(one.attendee.name) in names]
    citing = Citing(catalogue.source_text)
    gone = [one for one in mine if one.attendee.status in ("apologies", "absent")]
    if gone and len(gone) == len(mine):
        how = "sent apologies for" if gone[0].attendee.status == "apologies" else "was absent from"
        item = item_of(catalogue, gone[0])
        if item is None:
            return None
        marker = citing.mark(item, gone[0].attendee.span)
        return answered(question, question.kind, [f"{described(gone[0])} {how} {of(meeting)} {marker}."], citing)
    chairs = [one for one in people if one.attendee.status == "chair"]
    if (
        re.search(
            r"\bwhen (?:he|she|they) (?:was in the chair|chaired)\b|\bas chair\b|\bfrom the chair\b", question.own, re.I
        )
        and chairs
    ):
        if not set(chairs) & set(mine):
            said = f"Not {question.people[0]}: in the chair at {of(meeting)} was {row(catalogue, citing, chairs)}."
            return answered(question, question.kind, [said], citing)
        return None
    if mine or any(_mentions(item, names) for item in catalogue.items(meeting.id)):
        return None
    lists = [item for item in catalogue.items(meeting.id) if item.number == ATTENDANCE]
    return declined(question, catalogue, "fact_absent", lists)


def _mentions(item: HeldItem, names: set[str]) -> bool:
    text = item.text.text.lower()
    return any(re.search(rf"\b{re.escape(name.split()[-1])}\b", text) for name in names if name)
