"""Decides whether the evidence answers the question, and says why where it does not.

A cosine cannot tell a near miss from an answer. What is checked is whether the evidence has what was asked for: its
particular words, names and numbers, and the sort of fact, in the same place.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from assistant.answer import Reason
from assistant.coverage import coverage
from assistant.evidence import Candidate
from assistant.searching import Asked


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for the best evidence, each 0 to 1: see :func:`signs_of`."""

    whole: float
    direct: float
    minute: float
    particular: float
    missing: float
    named_missing: float
    cosine: float
    wanted: float
    asks_fact: float


#: Fitted by logistic regression on the development halves of the question sets (eval/fit_declining.py).
COEFFICIENTS = Signs(
    whole=3.0, direct=1.0, minute=1.0, particular=2.0, missing=-2.0, named_missing=-1.5, cosine=3.0, wanted=1.5, asks_fact=-0.5
)
INTERCEPT = -4.2
ENOUGH = 0.5


def signs_of(best: Candidate, asked: Asked) -> Signs:
    """The signs for one candidate.

    ``particular`` is the coverage of the terms that tell (not cost, agreed, meeting) by what surrounds the sentence;
    ``missing`` the greatest weight of such a term that its minute has nothing for, ``named_missing`` the same for
    names, numbers and words that no minute has.
    """
    terms = asked.terms
    whole = best.matched.whole[best.at]
    minute = best.matched.minute
    telling = [at for at, term in enumerate(terms) if not term.plain]
    lost = [(terms[at], 1 - minute[at]) for at in telling]
    return Signs(
        whole=best.signs.whole,
        direct=best.signs.direct,
        minute=coverage(terms, minute),
        particular=coverage([terms[at] for at in telling], [whole[at] for at in telling]),
        missing=max((term.weight * share for term, share in lost), default=0.0),
        named_missing=max((term.weight * share for term, share in lost if term.named or term.unknown), default=0.0),
        cosine=best.signs.cosine,
        wanted=best.signs.wanted,
        asks_fact=float(bool(asked.wants)),
    )


def likelihood(signs: Signs) -> float:
    """How likely evidence with these signs answers, 0 to 1."""
    total = INTERCEPT + sum(
        getattr(COEFFICIENTS, name) * getattr(signs, name) for name in Signs.__dataclass_fields__
    )
    return 1 / (1 + math.exp(-total))


def reason_to_decline(best: Candidate | None, asked: Asked) -> Reason | None:
    """Why not to answer from ``best``, or None where it may be answered from."""
    if not asked.terms:
        return "off_topic"
    if best is None:
        scope = asked.question.scope
        return "outside_filter" if scope.date_from or scope.date_to or scope.bodies else "topic_absent"
    signs = signs_of(best, asked)
    if likelihood(signs) >= ENOUGH:
        return None
    return "fact_absent" if signs.particular >= 0.55 or signs.minute >= 0.7 else "topic_absent"
