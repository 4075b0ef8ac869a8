"""The minutes of one meeting whose titles have the words asked for: "list the notices of motion"."""

from __future__ import annotations

import re

from assistant.answer import Answer
from assistant.citing import ATTENDANCE, Citing, heading_of
from assistant.question import Question
from assistant.registers.answers import MOST_ROWS, answered, left_words, one_sitting, sitting
from assistant.registers.lookup import parts_of
from assistant.registers.roll import sentence_at
from assistant.terms import stems_in
from index_store.catalogue import Catalogue
from index_store.held import HeldItem

_ASKED = re.compile(
    r"^\W*(?:please )?(?:(?:can|could) (?:you|i|we) )?(?:(?:list|name|give|show|see|get|what|which|how many)\b)"
    r"(?: me| us)?(?: a| list| of| all| the| any)* (?:[\w’'-]+ ){0,3}?[\w’'-]+s\b",
    re.I,
)
_WORDS = (
    "list name give show see get many number submitted submit tabled put moved made asked raised brought considered "
    "heard received taken there came come up meeting meetings minutes members councillors council agenda item items "
    "debated discussed under happened dealt"
)
_FEWEST, _MOST_WORDS = 2, 3
_LONGEST = 400


def titled_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """The minutes of the one meeting asked about, two or more, that what is asked for heads, or that stand under such
    a heading."""
    if question.numbers or question.people or not _ASKED.match(question.own):
        return None
    meeting = one_sitting(question, catalogue)
    if meeting is None or not (question.date_hard or question.context or question.periods):
        return None
    wanted = set(left_words(question, _WORDS, meeting.body, meeting.council or ""))
    if not 0 < len(wanted) <= _MOST_WORDS:
        return None
    headed = [
        item
        for item in catalogue.items(meeting.id)
        if item.number != ATTENDANCE and wanted <= stems_in(item.title or "")
    ]
    bare = [item for item in headed if not item.text.text.strip()]
    found = [item for item in headed if item not in bare] or [part for one in bare for part in parts_of(one, catalogue)]
    if len(found) < _FEWEST:
        return None
    citing = Citing(catalogue.source_text)
    rows = [f"- {_row(item, citing)}" for item in found[:MOST_ROWS]]
    more = f" (the first {MOST_ROWS} are listed)" if len(found) > MOST_ROWS else ""
    lead = f"{len(found)} minutes of {sitting(meeting)} have this in their title{more}:"
    lead = lead if found[0] in headed else f"{len(found)} minutes of {sitting(meeting)} stand under this heading{more}:"
    return answered(question, "list", [lead, *rows], citing)


def _row(item: HeldItem, citing: Citing) -> str:
    """A minute with the sentence that it begins with."""
    text = item.text.text
    start = len(text) - len(text.lstrip())
    end = min(sentence_at(item, start)[1], start + _LONGEST)
    quote, marker = citing.quote(item, start, end)
    return f"{heading_of(item)}: “{quote}” {marker}"
