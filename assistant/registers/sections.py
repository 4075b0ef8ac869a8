"""What was said under a heading that comes at every meeting: any other business, public participation, deputations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer
from assistant.citing import ATTENDANCE, Citing, heading_of
from assistant.question import Question
from assistant.registers.answers import answered, completeness, declined, left_words, sitting, whole
from assistant.registers.held import meetings_asked
from index_store.catalogue import Catalogue
from index_store.held import HeldItem, HeldMeeting

_SECTIONS = {
    "any other business": r"any other (?:\w+ )?business|\ba\.?o\.?c?\.?b\b|\burgent (?:business|items)\b"
    r"|\bother business\b",
    "public participation": r"public (?:participation|questions?|forum|session|speaking|comments?|input)\b"
    r"|\bopen forum\b|questions? (?:from|by) (?:members of )?the public",
    "correspondence": r"\bcorrespondence\b",
    "matters arising": r"\bmatters arising\b|\bbusiness arising\b",
    "deputations": r"\b(?:deputations?|delegations?)\b",
    "petitions": r"\bpetitions?\b",
}
_RULES = {name: re.compile(rule, re.I) for name, rule in _SECTIONS.items()}
_ASKED = re.compile(
    r"^\W*(?:what|which|who|list|show|any|were there|was there|did|anything)\b.*\b(?:under|in|during|at|for|from|as"
    r"|received|heard|came|come|read|made|presented|any|what|which|list)\b",
    re.I,
)
_WORDS = (
    "any other competent business urgent items item aob aocb public participation question questions forum session "
    "speaking comment comments input open correspondence matters arising deputation deputations delegation delegations "
    "petition petitions raised raise discussed discuss said say heard hear received receive came come read made "
    "presented present residents resident parishioners members people council committee board meeting meetings under "
    "during list anything asked ask brought up last latest newest dealt talked mentioned"
)
_NEWEST, _BRIEF = 4, 90


def sections_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """The minutes under such a heading, of the newest meetings that have any; None where a topic is left.

    Declines (fact_absent) where no minute of the meetings asked about is headed so.
    """
    rule = next((rule for rule in _RULES.values() if rule.search(question.own)), None)
    if rule is None or question.numbers or question.people or question.context or not _ASKED.match(question.own):
        return None
    bodies = [f"{one.name} {one.council or ''}" for one in catalogue.bodies() if one.slug in question.scope.bodies]
    if left_words(question, _WORDS, *bodies):
        return None
    meetings = meetings_asked(question, catalogue)
    found = _headed(meetings, catalogue, rule)
    if not found:
        # A petition or a letter may be told of in any minute.
        part = rule in (_RULES["any other business"], _RULES["public participation"])
        return declined(question, catalogue, "fact_absent") if meetings and part else None
    citing = Citing(catalogue.source_text)
    newest = list(dict.fromkeys(item.meeting.id for item in found))[-_NEWEST:]
    shown = [item for item in found if item.meeting.id in newest]
    rows = [f"{sitting(item.meeting)}, {heading_of(item)}: {whole(item, citing, _BRIEF)}" for item in shown]
    if len(rows) == 1:
        return answered(question, "list", rows, citing)
    touched = len({item.meeting.id for item in found})
    more = f", of which the newest {len(newest)}" if touched > len(newest) else ""
    return answered(
        question, "list", [f"From {completeness(touched, meetings)}{more}:", *(f"- {row}" for row in rows)], citing
    )


def _headed(meetings: Sequence[HeldMeeting], catalogue: Catalogue, rule: re.Pattern[str]) -> list[HeldItem]:
    return [
        item
        for meeting in meetings
        for item in catalogue.items(meeting.id)
        if item.number != ATTENDANCE and item.text.text.strip() and rule.search(item.title or "")
    ]
