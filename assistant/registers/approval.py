"""How the minutes of a meeting were approved, and what was corrected in them, which those of a later meeting tell."""

from __future__ import annotations

import re
from datetime import date

from assistant.answer import Answer
from assistant.citing import Citing, heading_of
from assistant.question import Question
from assistant.registers.answers import answered, declined, left_words, sitting, whole
from assistant.registers.held import meetings_asked
from index_store.catalogue import Catalogue
from index_store.held import HeldItem, HeldMeeting

_DONE = r"(?:approv\w*|sign(?:ed|ing)?|adopt\w*|confirm\w*|accept\w*|passed|agreed)"
_MENDED = r"(?:correct\w*|amend(?:ed|ments?)|alter\w*|chang(?:ed?|es)|errors?|mistakes?|wrong)"
_DOING = re.compile(rf"\b{_DONE}\b|\b{_MENDED}\b", re.I)
#: "What was approved in the April minutes" asks for the decisions of that meeting.
_DECISIONS = re.compile(rf"\b(?:what|which|anything|everything)\b.*\b{_DONE}\b.*\b(?:in|by|at) ", re.I)
_SAID = (
    "minutes minute meeting approve approved approval approving sign signed signing adopt adopted adoption confirm "
    "confirmed confirmation accept accepted passed agreed correct corrected correction corrections amend amended "
    "amendment amendments alter altered alteration alterations change changed changes error errors mistake mistakes "
    "wrong made record true true were get got need needed draft last council committee board subject"
)
_APPROVES = re.compile(rf"\bminutes\b|\b{_DONE}\b", re.I)
_MONTHS = (
    "January February March April May June July August September October November December".split()
)  # fmt: skip
_MEETINGS, _MOST, _WORDS = 3, 3, 80


def approval_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """What a later meeting minuted of the minutes of each meeting asked about; declines where none held does."""
    if question.numbers or not _DOING.search(question.own) or _DECISIONS.search(question.own):
        return None
    if not _of_minutes(question) or left_words(question, _SAID):
        return None
    meetings = meetings_asked(question, catalogue)
    if not 0 < len(meetings) <= _MOST:
        return None
    told = [item for one in meetings if (item := _later(one, catalogue)) is not None]
    if not told:
        return declined(question, catalogue, "fact_absent")
    citing = Citing(catalogue.source_text)
    rows = [f"{sitting(one.meeting)}, {heading_of(one)}: {whole(one, citing, _WORDS)}" for one in told]
    return answered(question, "decision", [f"- {row}" for row in rows] if len(rows) > 1 else rows, citing)


def _of_minutes(question: Question) -> bool:
    """Are minutes asked about by the date of their own meeting: "the minutes of 9 April", "the April minutes"?"""
    return any(
        re.search(
            rf"\bminutes (?:of|from|for) (?:the )?(?:\w+ )?(?:meeting )?(?:of |on |held |in )*(?:the )?{words}"
            rf"|\b{words}(?:['’]s)? (?:\w+ )?(?:meeting )?minutes\b",
            question.own,
            re.I,
        )
        for words in (re.escape(period.words.strip()) for period in question.periods)
    )


def _later(meeting: HeldMeeting, catalogue: Catalogue) -> HeldItem | None:
    """The minute of one of the next meetings of the same body that names this one's day, and minutes or approval."""
    if meeting.date is None:
        return None
    written = _written(date.fromisoformat(meeting.date))
    later = [one for one in catalogue.meetings() if one.slug == meeting.slug and (one.date or "") > meeting.date]
    for one in sorted(later, key=lambda one: one.date or "")[:_MEETINGS]:
        for item in catalogue.items(one.id):
            said = f"{item.title or ''}\n{item.text.text}"
            if item.position and "minutes" in said.lower() and _APPROVES.search(said) and written.search(said):
                return item
    return None


def _written(day: date) -> re.Pattern[str]:
    """A day as minutes write it: "9 April", "9th of April", "April 9", "9/4/24"."""
    month = _MONTHS[day.month - 1]
    name = rf"(?:{month}|{month[:3]}\b\.?)"
    return re.compile(
        rf"(?<!\d){day.day}(?:st|nd|rd|th)?(?: of)? {name}|\b{name} {day.day}(?:st|nd|rd|th)?\b(?!:)"
        rf"|(?<!\d)0?{day.day}[./-]0?{day.month}[./-](?:20)?{day:%y}\b",
        re.I,
    )
