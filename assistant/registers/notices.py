"""The motions and questions of which members gave notice, minute by minute: "Question submitted by Councillor Ash"."""

from __future__ import annotations

import re

from assistant.answer import Answer
from assistant.citing import Citing, heading_of
from assistant.people import plain_name
from assistant.question import Question
from assistant.registers.answers import MOST_ROWS, answered, completeness, left_words, sitting
from assistant.sentences import lay_out
from index_store.catalogue import Catalogue
from index_store.held import HeldItem

_ASKED = re.compile(
    r"^\W*(?:(?:and|so|please) )*(?:what|which|list|show|give|any|all|how many|did|has|have)\b.{0,60}"
    r"\b(?P<sort>motion|question)s?\b",
    re.I,
)
_TITLE = re.compile(
    r"\W*(?:adjourned )?(?:notices? of )?(?P<sort>motion|question)s?\b.{0,40}?\b(?:by|from)\b(?P<who>.+)", re.I
)
_WORDS = (
    "motion motions question questions notice notices list put putting tabled proposed submitted submit raise raised "
    "ask asked made make brought bring move moved was were what which any all members member councillors councillor "
    "cllr did does do has have had there how many about by from to at the show give us me"
)
_OPENS = re.compile(r"\W*(?:I|We) will\b|\W*That\b")
_FEW_MEETINGS = 4


def notices_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """The motions, or the questions, of which the people asked about gave notice, or that a few meetings asked about
    had; None where there is a topic, or no title of a minute tells of any."""
    asked = _ASKED.search(question.own)
    if not asked or question.numbers or left_words(question, _WORDS, *question.spoken):
        return None
    meetings = catalogue.meetings(question.scope)
    if not question.people and not (question.date_hard and 0 < len(meetings) <= _FEW_MEETINGS):
        return None
    surnames = {plain_name(name).split()[-1] for name in question.people}
    found = [
        item
        for meeting in meetings
        for item in catalogue.items(meeting.id)
        if (put := _TITLE.match(item.title or ""))
        and put["sort"].lower() == asked["sort"].lower()
        and (not surnames or surnames & set(plain_name(put["who"]).split()))
    ]
    if not found:
        return None
    citing = Citing(catalogue.source_text)
    touched = {item.meeting.id for item in found}
    sort = f"{asked['sort'].lower()}s" if len(found) > 1 else asked["sort"].lower()
    lines = [f"{len(found)} {sort} by notice, from {completeness(len(touched), meetings)}:"]
    lines += [
        f"- {sitting(item.meeting)}, {heading_of(item)}: {_told(item, catalogue, citing)}" for item in found[:MOST_ROWS]
    ]
    if len(found) > MOST_ROWS:
        lines.append(f"(the first {MOST_ROWS} of {len(found)}; name a date for the others)")
    return answered(question, "list", lines, citing)


def _told(item: HeldItem, catalogue: Catalogue, citing: Citing) -> str:
    """What was put, in its words, and the last thing that came of it where anything did."""
    text = item.text.text
    sentences = lay_out(text).sentences
    opens = next((one for one in sentences if _OPENS.match(text, one.start)), sentences[0] if sentences else None)
    if opens is None:
        return "no text"
    quote, marker = citing.quote(item, opens.start, opens.end)
    told = f"“{quote}” {marker}"
    for one in reversed(catalogue.resolutions(item_id=item.id)):
        start = item.text.locate(one.resolution.span.start)
        if start is not None and start >= opens.end:
            quote, marker = citing.quote(item, start, start + len(one.resolution.text))
            return f"{told} … “{quote}” {marker}"
    return told
