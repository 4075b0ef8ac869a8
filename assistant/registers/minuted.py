"""Over several meetings: who took the minutes, and how many of the public came, as their records tell it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer
from assistant.concepts import Relation
from assistant.parts import joined
from assistant.question import Question
from assistant.registers.answers import MOST_ROWS, at, declined
from assistant.registers.record import minute_taker, quoted_line
from assistant.terms import NUMBER_WORDS
from index_store.catalogue import Catalogue
from index_store.held import HeldMeeting

_FEW, _BODIES = 4, 8
_COUNTED = rf"(?:\d+|no|several|some|{'|'.join(NUMBER_WORDS)})"
_PUBLIC = (
    rf"\b{_COUNTED} (?:other |local )?(?:members? of (?:the )?(?:public|press)|residents?|parishioners?|electors?)\b"
    r"|\b(?:public|residents|parishioners|electors)\b(?: present)?\s*[:(=–-]\s*\d"
)


def minuted(
    question: Question, catalogue: Catalogue, meetings: Sequence[HeldMeeting], asked: Relation
) -> Answer | None:
    """What the records of each of a few meetings say; of more, those of the newest meeting of each body (who minuted),
    or of all that count the public. Declines (fact_absent) where none says it."""
    if asked == "minutes" and len(meetings) > _FEW:
        meetings = list({one.slug: one for one in meetings}.values())
        if len(meetings) > _BODIES:
            return None
    told = [_told(question, catalogue, one, asked) for one in meetings]
    found = [one for one in told if one is not None][-MOST_ROWS:]
    if not found:
        return declined(question, catalogue, "fact_absent")
    return replace(joined(question, found), kind="attendance")


def _told(question: Question, catalogue: Catalogue, meeting: HeldMeeting, asked: Relation) -> Answer | None:
    if asked == "minutes":
        return minute_taker(question, catalogue, meeting, catalogue.attendance(at(meeting)))
    return quoted_line(question, catalogue, meeting, _PUBLIC)
