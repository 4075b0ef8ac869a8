"""A question about a decision is answered with the decision: its clauses, whole, and not with the talk before it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from assistant.coverage import Term, coverage, matches, stems_in
from assistant.evidence import Candidate
from assistant.registers.decisions import formal
from assistant.searching import Asked
from assistant.sorts import held as tells
from index_store.catalogue import Catalogue
from index_store.models import HeldResolution, Span

_TITLED = 0.6
_NEARLY = 0.75
_ENOUGH = 0.5
_FEW = 6


def decision_of(best: Candidate, asked: Asked, catalogue: Catalogue) -> tuple[HeldResolution, ...]:
    """The clauses that decide what was asked, of the minute that the best evidence stands in; none where it asks
    for something else, or where the minute decides nothing on it.

    Where the minute's title says what was asked about, its decision is given whole; else the clauses that say it.
    """
    if asked.question.kind != "decision":
        return ()
    held = [
        one
        for one in formal(catalogue.resolutions(item_id=best.minute.item.id))
        if not (one.resolution.amendment and one.resolution.effect == "rejected")
    ]
    if not held:
        return ()
    telling = [term for term in asked.terms if not term.plain] or list(asked.terms)
    chosen = _fitting(held, telling, best)
    text = " ".join(one.resolution.text for one in chosen)
    lacking = tells(asked.wants, best.text, asked.known) > tells(asked.wants, text, asked.known)
    return () if lacking else tuple(chosen)


def _fitting(held: Sequence[HeldResolution], telling: Sequence[Term], best: Candidate) -> list[HeldResolution]:
    """One decision on the matter of the title whole; of several, or on another matter, the clauses that name it."""
    decisions = [list(group) for _, group in groupby(held, key=_decision)]
    titled = coverage(telling, matches(telling, best.read.title)) >= _TITLED
    if titled and (len(decisions) == 1 or len(held) <= _FEW):
        return list(held)
    covered = [coverage(telling, matches(telling, stems_in(one.resolution.text))) for one in held]
    top = max(covered)
    own = [one for one in held if _holds(one, best)]
    if top >= _ENOUGH:
        return [one for one, share in zip(held, covered, strict=True) if share >= top * _NEARLY]
    if own:
        return own
    return list(held) if len(decisions) == 1 else []


def _decision(one: HeldResolution) -> Span:
    """What the clauses of one decision have in common: the words that lead them in."""
    return one.resolution.lead or one.resolution.span


def _holds(one: HeldResolution, best: Candidate) -> bool:
    """Does the clause hold the best sentence?"""
    sentence = best.read.layout.sentences[best.at]
    span = best.minute.item.text.span(sentence.start, sentence.end)
    return span.start < one.resolution.span.end and one.resolution.span.start < span.end
