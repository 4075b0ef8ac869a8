"""Portions of attendance lists: those under one printed heading ("Officers in Support"), and who came for part only."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer
from assistant.citing import Citing
from assistant.concepts import ROLL_WORDS
from assistant.question import Question
from assistant.registers.answers import MOST_ROWS, answered, completeness, sitting
from assistant.registers.roll import CAME, row, sort_asked
from assistant.terms import STOP_WORDS, stems_in, words_of
from index_store.catalogue import Catalogue
from index_store.held import HeldAttendee

_PART = re.compile(
    r"\b(?:only|just) (?:\w+ ){0,2}?for (?:one|a|an|part|some|certain|particular|specific|their|single)\b"
    r"|\bfor (?:only |just )?(?:part of|one|(?:a )?single|certain|particular|specific) (?:of the |the )?"
    r"(?:items?|minutes?|meeting)\b"
    r"|\b(?:which|what) (?:items?|minutes?|part) (?:of the meeting )?(?:did|was|were)\b"
    r".*\b(?:attend|come|join|there|present)\b"
    r"|\bpart of the meeting\b",
    re.I,
)
_FOR_PART = re.compile(
    r"\b(?:items?|agenda|minutes?|mins?)\W{0,2}\w{0,3}\d|\b\d{1,2}[.:]\d\d\b|\b\d ?[ap]m\b"
    r"|\b(?:part|until|till|left|leaving|arriv\w+|join\w+)\b",
    re.I,
)


def portions_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """Those under the heading asked about, or those whom the list has for part of a meeting, meeting by meeting."""
    came = [one for one in catalogue.attendance(question.scope) if one.attendee.status in CAME]
    if _PART.search(question.own):
        found = [one for one in sort_asked(question, came) if _FOR_PART.search(one.attendee.note or "")]
    else:
        found = _under_heading(question, came)
    meetings = dict.fromkeys(one.meeting for one in found)
    if not meetings or len(meetings) > MOST_ROWS:
        return None
    citing = Citing(catalogue.source_text)
    rows = []
    for meeting in meetings:
        own = [one for one in found if one.meeting.id == meeting.id]
        rows.append(f"{sitting(meeting)}: {len(own)} named, {row(catalogue, citing, own)}")
    if len(rows) > 1:
        rows = [f"{completeness(len(rows), catalogue.meetings(question.scope))}:", *(f"- {one}" for one in rows)]
    return answered(question, "attendance", rows, citing)


def _under_heading(question: Question, people: Sequence[HeldAttendee]) -> list[HeldAttendee]:
    """Those who stand under a printed heading of which the question has all the telling words."""
    own = stems_in(question.own)
    headed = {(one.attendee.section or "", one.meeting.body, one.meeting.council or "") for one in people}
    telling = {(section, body): _telling(section, f"{body} {council}") for section, body, council in headed}
    return [one for one in people if (words := telling[one.attendee.section or "", one.meeting.body]) and words <= own]


def _telling(section: str, body: str) -> frozenset[str]:
    """The words of a heading that are no body's name: "Transparency Board Members" has none."""
    plain = stems_in(f"{ROLL_WORDS} {body}")
    return frozenset(one.stem for one in words_of(section) if one.word not in STOP_WORDS and one.stem not in plain)
