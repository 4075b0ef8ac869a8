"""Who came to a meeting how: in the room, or by Zoom, telephone or a conference call, as attendance lists tell it."""

from __future__ import annotations

import re

from assistant.answer import Answer
from assistant.citing import Citing
from assistant.question import Question
from assistant.registers.answers import answered
from assistant.registers.roll import came_of, of, row, sort_asked
from index_store.catalogue import Catalogue
from index_store.held import HeldAttendee, HeldMeeting

_FAR = (
    r"\b(?:remote(?:ly)?|virtual(?:ly)?|on-?line|electronic(?:ally)?|(?:tele|video|conference)[ -]?(?:call|phone"
    r"|conference|conferencing|link)|zoom|(?:microsoft |ms )?teams|skype|webex|(?:by|over the|on the) phone|by video"
    r"|dial(?:led|ed|ling|ing) in)\b"
)
_REMOTE = re.compile(_FAR, re.I)
_IN_ROOM = re.compile(r"\b(?:in[ -]person|physically|in the (?:room|chamber|building)|face[ -]to[ -]face)\b", re.I)
#: "how did the councillors take part", "how was the meeting attended".
_MANNER = re.compile(
    r"\bhow (?:did|were|was|have|had) .{2,60}?\b(?:tak(?:e|ing) part|taken part|attend(?:ed|ing)?"
    r"|participat(?:e|ed|ing)|join(?:ed|ing)?|connect(?:ed)?|present)\b(?!.*\b(?:vote|decide)\b)",
    re.I,
)
_UNMARKED = "not noted as remote"


def remote_register(question: Question, catalogue: Catalogue, meeting: HeldMeeting) -> Answer | None:
    """Those who came to one meeting as the question asks ("via Zoom", "in person"), or all of them by how they came.

    None where the question does not ask how, or where the list of that meeting tells of nobody.
    """
    own = question.own
    far, near, manner = _REMOTE.search(own), _IN_ROOM.search(own), _MANNER.search(own)
    if not (far or near or manner):
        return None
    people = came_of([one for one in catalogue.attendance(question.scope) if one.meeting.id == meeting.id])
    told = {id(one): _how(one) for one in people}
    if not any(told.values()):
        return None
    both = manner or (far and near)
    wanted = [one for one in people if both or (_REMOTE.search(told[id(one)] or "") is None) is bool(near)]
    wanted = wanted if near or manner else sort_asked(question, wanted)
    citing = Citing(catalogue.source_text)
    groups = dict.fromkeys(told[id(one)] or _UNMARKED for one in wanted)
    lines = [f"The record of {of(meeting)}, by how they came:"] if groups else []
    for how in groups:
        own_people = [one for one in wanted if (told[id(one)] or _UNMARKED) == how]
        lines.append(f"- {how[0].upper()}{how[1:]}: {row(catalogue, citing, own_people)}")
    return answered(question, "attendance", lines, citing) if citing.citations else None


def _how(one: HeldAttendee) -> str | None:
    """How somebody came, as printed behind the name or over the list; None where that says nothing."""
    printed = [words for words in (one.attendee.note, one.attendee.section) if words]
    for words in printed:
        if _REMOTE.search(words):
            return words
    return next(filter(_IN_ROOM.search, printed), None)
