"""From question to cited answer. Read this file first: :func:`answer_question` names the steps in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from time import perf_counter

from assistant.across import pieces_across, same_matter
from assistant.answer import Answer
from assistant.clauses import Clause, clauses_of
from assistant.declining import judge
from assistant.each_named import each_named
from assistant.evidence import Candidate, candidates
from assistant.held_words import held_words
from assistant.invariants import kept
from assistant.model_writer import ModelWriter, Told, writer_of
from assistant.parts import joined, parts_of
from assistant.pieces import Piece
from assistant.question import Question, understand
from assistant.register import answer_from_register, answer_over_meetings
from assistant.registers.sequel import SINCE, since_line
from assistant.retrieval import FoundMinute, find_minutes, minutes_coded, minutes_housed, minutes_placed
from assistant.searching import Asked, asked_of
from assistant.selection import choose, choose_with_rival, with_next
from assistant.settings import Settings
from assistant.settling import titled_first
from assistant.speaking import speaking_first
from assistant.writer import Undone, write_decline, write_evidence
from index_store.catalogue import Catalogue
from index_store.held import Body, HeldItem, HeldResolution, Scope
from index_store.index import Index

_PLAIN, _LIKELIER = 0.8, 0.1
#: How many minutes are looked at; of those of a code, found among many.
_WIDE, _DEEP = 12, 100


def answer_question(
    index: Index,
    turns: Sequence[str],
    scope: Scope = Scope(),
    today: date | None = None,
    settings: Settings | None = None,
    told: Told | None = None,
) -> Answer:
    """Answer the last of ``turns`` from the minutes in ``scope``; the turns before are the user's, oldest first.

    Every marker of the answer has its citation, every quote is its source's text, and an answer that declines
    cites nothing. Where ``settings`` name a language model, it words the last answer, and ``told`` is given that as
    it grows.
    """
    index.refresh()
    writer = writer_of(settings, index, told)
    answers: list[Answer] = []
    for upto in range(1, len(turns) + 1):
        started = perf_counter()
        own = writer if upto == len(turns) else None
        question = understand(turns[:upto], index.catalogue, scope, today or date.today(), answers)
        reread = partial(_reread, index, scope, today or date.today())
        if own:
            question = made_whole(question, turns, own, reread)
        answer = answer_each(index, question, reread) or answer_understood(index, question, own)
        answer = kept(answer, index.catalogue)
        answer = own.signed(answer) if own else answer
        answers.append(answer.with_id(None, round((perf_counter() - started) * 1000)))
    if not answers:
        raise ValueError("no question was asked")
    return answers[-1]


def made_whole(
    question: Question, turns: Sequence[str], writer: ModelWriter, reread: Callable[[str], Question]
) -> Question:
    """A follow-up as a model makes it whole, where the conversation bears that out; else as it was read."""
    whole = writer.whole(turns, question.standalone) if question.follow_up else None
    return replace(reread(whole), text=question.text, follow_up=True) if whole else question


def answer_each(index: Index, question: Question, reread: Callable[[str], Question]) -> Answer | None:
    """Whether several came, one after the other; None where one is asked about, or the lists do not tell of each."""
    answers = [answer_understood(index, reread(one)) for one in each_named(question, index.catalogue)]
    told = bool(answers) and all(one.status == "answered" and one.kind == "attendance" for one in answers)
    return replace(joined(question, answers), kind="attendance") if told else None


def answer_understood(index: Index, question: Question, writer: ModelWriter | None = None) -> Answer:
    """One question: what is not held is said; each time that it names is asked by itself; else it is asked whole."""
    if question.missing:
        return write_decline(question, question.missing, index.catalogue.bodies())
    if (over := answer_over_meetings(question, index.catalogue)) is not None:
        return over
    parts = [answer_part(index, part, writer) for part in parts_of(question, index.catalogue)]
    told = [part for part in parts if part.status == "answered"]
    alone = len(parts) == len(told) == 1
    apart = joined(question, told) if any(part.sure for part in told) and 2 * len(told) > len(parts) else None
    if apart and not (alone and told[0].likely < _PLAIN):
        return apart
    whole = answer_whole(index, question, writer)
    # What was so in a year may have been minuted after it.
    if apart and (whole.status != "answered" or whole.likely < told[0].likely + _LIKELIER):
        return apart
    # One part alone was held to what a whole question is; of several, none that is unsure stands by itself.
    return joined(question, told) if alone and whole.status != "answered" else whole


def answer_whole(index: Index, question: Question, writer: ModelWriter | None = None) -> Answer:
    """One question of one part; where "the council" hardly answers, its districts and committees are asked too."""
    own = answer_part(index, question, writer)
    if question.wider is None or (own.status == "answered" and own.sure):
        return own
    wide = answer_part(index, replace(question, scope=question.wider), writer)
    better = wide.status == "answered" and (own.status != "answered" or wide.likely > own.likely)
    return wide if better else own


def answer_part(index: Index, question: Question, writer: ModelWriter | None = None) -> Answer:
    """The steps: records of the catalogue → minutes → sentences → enough to answer? → words."""
    catalogue = index.catalogue
    registered = answer_from_register(question, catalogue)
    if registered is not None:
        return _with_next_record(registered, question, catalogue)
    asked = asked_of(question, held_words(index))
    wide = find_minutes(index, asked, _DEEP if asked.codes or asked.placed else _WIDE)
    near = minutes_placed(minutes_coded(wide, asked.codes), asked)[:_WIDE]
    found = minutes_housed(near, question.own)
    answer = answer_found(
        asked,
        found,
        catalogue.bodies(),
        catalogue.source_text,
        partial(_resolutions, catalogue),
        partial(since_line, catalogue),
        writer,
    )
    return replace(answer, retrieved=tuple(minute.item.id for minute in found))


def answer_found(
    asked: Asked,
    found: Sequence[FoundMinute],
    bodies: tuple[Body, ...],
    source_text: Callable[[str], str],
    resolutions: Callable[[str], Sequence[HeldResolution]],
    undone: Undone,
    writer: ModelWriter | None = None,
) -> Answer:
    """From minutes found to an answer, or to a decline that offers the nearest of them."""
    ranked = titled_first(candidates(found, asked), asked, lambda item: bool(resolutions(item.id)))
    ranked = speaking_first(ranked, asked)
    pieces = _pieces(ranked, asked, resolutions) if ranked else ()
    if pieces and asked.then:
        pieces = _with_next(pieces, candidates(found, asked.then), asked.then)
    judgement = judge(ranked, asked, pieces)
    if judgement.reason:
        return write_decline(asked.question, judgement.reason, bodies, [minute.item for minute in found[:3]])
    quoted = write_evidence(asked.question, pieces, source_text, judgement.sure, undone)
    quoted = replace(quoted, likely=judgement.likely)
    # A model is not left to say, or not to say, that a decision no longer stands.
    superseded = SINCE in quoted.answer
    return writer.write(asked, quoted, pieces, found) if writer and not superseded else quoted


def _pieces(
    ranked: Sequence[Candidate], asked: Asked, resolutions: Callable[[str], Sequence[HeldResolution]]
) -> tuple[Piece, ...]:
    def clauses(item: HeldItem) -> list[Clause]:
        return clauses_of(item, resolutions(item.id))

    if ranked[0].minute.item.meeting.slug in asked.near:
        ranked = [one for one in ranked if one.minute.item.meeting.slug in asked.near]
    if sittings := same_matter(ranked, asked):
        return tuple(piece for one in sittings for piece in choose(one, asked, clauses(one[0].minute.item)))
    return pieces_across(ranked, asked) or choose_with_rival(ranked, asked, clauses)


def _with_next_record(first: Answer, question: Question, catalogue: Catalogue) -> Answer:
    """With what the records of the same meetings say of what is asked besides ("and who sent apologies")."""
    second = answer_from_register(question.then, catalogue) if question.then and first.status == "answered" else None
    if second is None or second.status != "answered" or not second.citations:
        return first
    told = [{one.id.rsplit("/", 1)[0] for one in answer.citations} for answer in (first, second)]
    new = {(one.id, one.start) for one in second.citations} - {(one.id, one.start) for one in first.citations}
    return replace(joined(question, [first, second]), kind=first.kind) if new and told[1] <= told[0] else first


def _with_next(pieces: tuple[Piece, ...], following: Sequence[Candidate], then: Asked) -> tuple[Piece, ...]:
    same = bool(following) and following[0].minute.item.id == pieces[0].item.id
    return with_next(pieces, following, then) if same and judge(following, then).sure else pieces


def _reread(index: Index, scope: Scope, today: date, whole: str) -> Question:
    return understand((whole,), index.catalogue, scope, today)


def _resolutions(catalogue: Catalogue, item_id: str) -> tuple[HeldResolution, ...]:
    return catalogue.resolutions(item_id=item_id)
