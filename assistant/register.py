"""Answers that the catalogue holds as records: who came, minutes by number, decisions, votes, dates, lists.

Each register says None to whatever is not surely its own; then the text of the minutes is searched.
"""

from __future__ import annotations

from collections.abc import Callable

from assistant.answer import Answer, AnswerKind
from assistant.asks import untold
from assistant.question import Question
from assistant.registers.actions import actions_register
from assistant.registers.agenda import agenda_register
from assistant.registers.applications import applications_register
from assistant.registers.approval import approval_register
from assistant.registers.attendance import attendance_register, chairs_register
from assistant.registers.balances import balances_register
from assistant.registers.ballots import ballots_register
from assistant.registers.calendar import calendar_register
from assistant.registers.chat import chat_register
from assistant.registers.decisions import decisions_register
from assistant.registers.history import history_register
from assistant.registers.lookup import lookup_register
from assistant.registers.membership import membership_register
from assistant.registers.motions_put import motions_put_register
from assistant.registers.movers import movers_register
from assistant.registers.notices import notices_register
from assistant.registers.offices import offices_register
from assistant.registers.private import private_register
from assistant.registers.references import references_register
from assistant.registers.roles import never_there, roles_register
from assistant.registers.sections import sections_register
from assistant.registers.sequel import undone_register
from assistant.registers.settled import settled_register
from assistant.registers.several import several_register
from assistant.registers.spelt import spelt_register
from assistant.registers.spoken import spoken_register
from assistant.registers.standing import standing_register
from assistant.registers.timings import timings_register
from assistant.registers.titled import titled_register
from assistant.registers.topics import topics_register
from assistant.registers.votes import votes_register
from assistant.stated import asked_of_whom
from assistant.terms import stems_in
from index_store.catalogue import Catalogue

Register = Callable[[Question, Catalogue], Answer | None]

_BY_KIND: dict[AnswerKind, tuple[Register, ...]] = {
    "fact": (
        approval_register,
        notices_register,
        motions_put_register,
        spelt_register,
        timings_register,
        chairs_register,
        movers_register,
        never_there,
        spoken_register,
        undone_register,
        standing_register,
        offices_register,
        membership_register,
        sections_register,
        applications_register,
        settled_register,
        private_register,
        balances_register,
        roles_register,
        calendar_register,
        references_register,
        topics_register,
        titled_register,
        lookup_register,
        agenda_register,
        history_register,
    ),
    "decision": (
        approval_register,
        notices_register,
        motions_put_register,
        movers_register,
        never_there,
        undone_register,
        standing_register,
        offices_register,
        applications_register,
        settled_register,
        decisions_register,
        lookup_register,
        agenda_register,
    ),
    "attendance": (
        notices_register,
        motions_put_register,
        timings_register,
        standing_register,
        membership_register,
        calendar_register,
        attendance_register,
        roles_register,
        titled_register,
        lookup_register,
        agenda_register,
    ),
    "vote": (
        approval_register,
        notices_register,
        motions_put_register,
        movers_register,
        standing_register,
        offices_register,
        ballots_register,
        votes_register,
        decisions_register,
        lookup_register,
    ),
    "lookup": (calendar_register, lookup_register, agenda_register, references_register),
    "list": (
        approval_register,
        notices_register,
        motions_put_register,
        movers_register,
        never_there,
        spoken_register,
        undone_register,
        ballots_register,
        references_register,
        standing_register,
        offices_register,
        membership_register,
        sections_register,
        applications_register,
        settled_register,
        private_register,
        calendar_register,
        titled_register,
        topics_register,
        history_register,
        decisions_register,
        lookup_register,
        agenda_register,
    ),
    "count": (
        ballots_register,
        movers_register,
        membership_register,
        applications_register,
        standing_register,
        offices_register,
        private_register,
        calendar_register,
        topics_register,
        attendance_register,
    ),
    "crossref": (references_register, topics_register, lookup_register, agenda_register),
    "timeline": (private_register, topics_register, calendar_register, history_register),
    "actions": (actions_register,),
    "chat": (chat_register,),
}


def answer_over_meetings(question: Question, catalogue: Catalogue) -> Answer | None:
    """The answer where it takes all the meetings named together ("at the May meeting but not in June"); else None."""
    return several_register(question, catalogue)


def answer_from_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """The answer, every statement cited, where the catalogue's records hold it; None: search the text.

    Declines (no_such_minute, fact_absent) or asks which is meant (unclear) where the records themselves tell that.
    """
    if (over := answer_over_meetings(question, catalogue)) is not None:
        return over
    if _of_others(question, catalogue):
        return None
    for register in _BY_KIND[question.kind]:
        answer = register(question, catalogue)
        if answer is None:
            continue
        # A minute asked for by its number is shown, though it may not say who moved.
        if register is not lookup_register and answer.status == "answered" and untold(question.own, answer.answer):
            continue
        return answer
    return None


def _of_others(question: Question, catalogue: Catalogue) -> bool:
    """Is it asked what a body decided of which no minutes are held? Its vote is none of those recorded."""
    whom = asked_of_whom(question.own) if question.kind in ("decision", "vote") and not question.numbers else None
    if whom is None or whom[0] != "decides":
        return False
    named = (f"{one.name} {one.council or ''} {' '.join(one.aliases)}" for one in catalogue.bodies())
    return not whom[1] & stems_in(" ".join((*named, *question.spoken, *question.people)))
