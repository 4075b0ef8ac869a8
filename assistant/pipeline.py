"""From question to cited answer. Read this file first: :func:`answer_question` names the steps in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from time import perf_counter

from assistant.across import pieces_across
from assistant.answer import Answer
from assistant.clauses import clauses_of
from assistant.declining import judge
from assistant.evidence import Candidate, candidates
from assistant.held_words import initials_of, vocabulary_of
from assistant.invariants import kept
from assistant.parts import joined, parts_of
from assistant.question import Question, understand
from assistant.register import answer_from_register
from assistant.retrieval import FoundMinute, find_minutes
from assistant.searching import Asked, asked_of
from assistant.selection import Piece, choose_with_rival
from assistant.settings import Settings
from assistant.writer import write_decline, write_evidence
from index_store.catalogue import Catalogue
from index_store.index import Index
from index_store.models import Body, HeldResolution, Scope


def answer_question(
    index: Index,
    turns: Sequence[str],
    scope: Scope = Scope(),
    today: date | None = None,
    settings: Settings | None = None,
) -> Answer:
    """Answer the last of ``turns`` from the minutes in ``scope``; the turns before are the user's, oldest first.

    Every marker of the answer has its citation, every quote is its source's text, and an answer that declines
    cites nothing.
    """
    index.refresh()
    answers: list[Answer] = []
    for upto in range(1, len(turns) + 1):
        started = perf_counter()
        question = understand(turns[:upto], index.catalogue, scope, today or date.today(), answers)
        answer = kept(answer_understood(index, question), index.catalogue)
        answers.append(answer.with_id(None, round((perf_counter() - started) * 1000)))
    if not answers:
        raise ValueError("no question was asked")
    return answers[-1]


def answer_understood(index: Index, question: Question) -> Answer:
    """One question: what is not held is said; each time that it names is asked by itself; else it is asked whole."""
    if question.missing:
        return write_decline(question, question.missing, index.catalogue.bodies())
    parts = [answer_part(index, part) for part in parts_of(question, index.catalogue)]
    if parts and all(part.status == "answered" for part in parts):
        return joined(question, parts)
    return answer_part(index, question)


def answer_part(index: Index, question: Question) -> Answer:
    """The steps: records of the catalogue → minutes → sentences → enough to answer? → words."""
    catalogue = index.catalogue
    registered = answer_from_register(question, catalogue)
    if registered is not None:
        return registered
    asked = asked_of(question, vocabulary_of(index), initials_of(catalogue))
    found = find_minutes(index, question, asked.terms)
    answer = answer_found(asked, found, catalogue.bodies(), catalogue.source_text, partial(_resolutions, catalogue))
    return replace(answer, retrieved=tuple(minute.item.id for minute in found))


def answer_found(
    asked: Asked,
    found: Sequence[FoundMinute],
    bodies: tuple[Body, ...],
    source_text: Callable[[str], str],
    resolutions: Callable[[str], Sequence[HeldResolution]],
) -> Answer:
    """From minutes found to an answer, or to a decline that offers the nearest of them."""
    ranked = candidates(found, asked)
    pieces = _pieces(ranked, asked, resolutions) if ranked else ()
    judgement = judge(ranked, asked, " ".join(piece.text for piece in pieces))
    if judgement.reason:
        return write_decline(asked.question, judgement.reason, bodies, [minute.item for minute in found[:3]])
    return write_evidence(asked.question, pieces, source_text, sure=judgement.sure)


def _pieces(
    ranked: Sequence[Candidate], asked: Asked, resolutions: Callable[[str], Sequence[HeldResolution]]
) -> tuple[Piece, ...]:
    item = ranked[0].minute.item
    clauses = clauses_of(item, resolutions(item.id))
    return pieces_across(ranked, asked) or choose_with_rival(ranked, asked, clauses)


def _resolutions(catalogue: Catalogue, item_id: str) -> tuple[HeldResolution, ...]:
    return catalogue.resolutions(item_id=item_id)
