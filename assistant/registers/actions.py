"""What somebody was asked to do: by person, by meeting, and what is outstanding."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer
from assistant.citing import Citing, heading_of, shown
from assistant.people import plain_name
from assistant.question import Question
from assistant.registers.answers import MOST_ROWS, answered, left_words, sitting
from assistant.sentences import lay_out
from index_store.catalogue import Catalogue
from index_store.held import HeldAction, HeldMeeting

_ASKED = re.compile(
    r"\bactions?\b|\bto.?do\b|\boutstanding\b|\b(?:asked|agreed|undertook|due|supposed|going|meant|tasked) to do\b"
    r"|\bwhat (?:is|was|has|does|did|have|had) .{2,40} (?:asked|to|have to|has to|need to) (?:to )?do\b|\b(?:jobs?"
    r"|tasks?|homework)\b"
    r"|\bto do what\b",
    re.I,
)
_BACK = re.compile(
    r"\bback\b|\breports? (?:are |were |is )?(?:due|awaited|outstanding|promised)\b|\breport.?backs?\b", re.I
)
_DUE = re.compile(
    r"\breport(?:s|ed)? back\b|\b(?:report\w*|update|proposals?|terms|arrangements?|paper"
    r"|results?)\b.{0,160}\b(?:next|future|later|forthcoming)\s+meeting"
    r"|\b(?:presented|submitted|brought|reported|made)\b.{0,60}\bto\b.{0,40}\bmeeting",
    re.I | re.S,
)
_BACK_WORDS = (
    "what which has have had is are was were come comes coming back report reports reported reporting next future "
    "later meeting brought due go going awaited "
    "meant supposed papers paper updates update subject should were later meetings "
    "outstanding promised list items matters things asked for to"
)
_WORDS = (
    "action actions point points item items outstanding list log arising asked do doing to given assigned owner "
    "for person undertake undertook agree agreed task "
    "job jobs homework handed left set what have had needs need after before next follow up ups responsible "
    "tasks tasked supposed meant due still open come out minutes meeting got get has anyone who"
)


def actions_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """Actions of the meetings in scope, of one person where one is named; of the latest meeting where none is."""
    if question.numbers:
        return None
    if _BACK.search(question.own):
        return _report_backs(question, catalogue)
    if not _ASKED.search(question.own):
        return None
    people = {plain_name(name) for name in question.people}
    named = {word for name in people for word in name.split()}
    if [word for word in left_words(question, _WORDS, " ".join(question.roles)) if word not in named]:
        return None
    meetings = catalogue.meetings(question.scope)
    held = list(catalogue.actions(question.scope))
    mine = [one for one in held if _is_for(one, people, question.roles)] if people or question.roles else held
    if not mine:
        return None
    latest: HeldMeeting | None = None
    if not question.date_hard and not people and not question.roles:
        latest = mine[-1].item.meeting
        mine = [one for one in mine if one.item.meeting.id == latest.id]
    return _listed(question, catalogue, mine, meetings, latest)


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
    held: Sequence[HeldAction],
    meetings: Sequence[HeldMeeting],
    latest: HeldMeeting | None,
) -> Answer:
    citing = Citing(catalogue.source_text)
    rows = list(held)[-MOST_ROWS:]
    where = (
        f"the latest meeting with actions, {sitting(latest)}"
        if latest
        else f"{len({one.item.meeting.id for one in held})} of {len(meetings)} meetings held"
    )
    count = "One action" if len(held) == 1 else f"{len(held)} actions"
    lines = [f"{count} recorded in {where}; whether they were done, these minutes do not say:"]
    if len(rows) < len(held):
        lines[0] = f"{count} recorded in {where}, the newest {len(rows)} of which are:"
    for one in rows:
        owner = f"{one.action.owner}: " if one.action.owner else ""
        quote, marker = _words(one, citing)
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


def _report_backs(question: Question, catalogue: Catalogue) -> Answer | None:
    """What was to come back to a later meeting, as the decisions say; of the latest meeting where none is named."""
    if left_words(question, _BACK_WORDS) or question.people:
        return None
    held = [one for one in catalogue.resolutions(question.scope) if _DUE.search(one.resolution.text)]
    if not held:
        return None
    if not question.date_hard:
        held = [one for one in held if one.item.meeting.id == held[-1].item.meeting.id]
    citing = Citing(catalogue.source_text)
    count = "One report-back" if len(held) == 1 else f"{len(held)} report-backs"
    lines = [
        (f"{count} asked for at {sitting(held[0].item.meeting)}:") if not question.date_hard else f"{count} asked for:"
    ]
    for one in held[:MOST_ROWS]:
        label = f"({one.resolution.label}) " if one.resolution.label else ""
        marker = citing.mark(one.item, one.resolution.span, one.resolution.label)
        where = f"{sitting(one.item.meeting)}, {heading_of(one.item)}"
        lines.append(f"- {where}: {label}“{shown(one.resolution.text)}” {marker}")
    return answered(question, "actions", lines, citing)
