"""Fits when to decline: ``python -m eval.fit_declining SET=HOME…``, over the development halves of the sets.

Three sorts of example, each the grounds of the best sentence found: a question answered from a right minute (1); one
that the minutes do not answer, or that is answered from a wrong minute (0); and, for every answerable question, what is
found when its right minutes are taken away (0, of little weight): the near misses that question sets are short of.
Logistic regression with a ridge; prints the weights for :mod:`assistant.declining` and what each limit would cost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from datetime import date
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from assistant.declining import Grounds, grounds_of
from assistant.evidence import Candidate, candidates
from assistant.held_words import held_words
from assistant.pipeline import answer_question
from assistant.question import understand
from assistant.register import answer_from_register
from assistant.retrieval import find_minutes
from assistant.searching import asked_of
from eval.cases import Case, find_set, load_set
from eval.matching import is_cited
from index_store.embedder import Embedder
from index_store.held import Scope
from index_store.index import Index, open_index

RIDGE = 10.0
SORTS = {"answered": 1.0, "unanswerable": 1.5, "wrong minute": 0.5, "taken away": 0.25}
LIMITS = (0.25, 0.3, 0.35, 0.4, 0.5)


@dataclass(frozen=True, slots=True)
class Example:
    """The grounds of one best sentence, and what sort of example it is."""

    sort: str
    grounds: Grounds


def examples_of(case: Case, index: Index, today: date) -> Iterator[Example]:
    """The examples of one case; none where the catalogue's records or its dates settle it."""
    before = [answer_question(index, case.turns[:upto], today=today) for upto in range(1, len(case.turns))]
    question = understand(case.turns, index.catalogue, Scope(), today, before)
    if question.missing or answer_from_register(question, index.catalogue) is not None:
        return
    asked = asked_of(question, held_words(index))
    ranked = candidates(find_minutes(index, asked), asked)
    if not ranked:
        return
    if case.refuse:
        yield Example("unanswerable", grounds_of(ranked, asked))
        return
    yield Example("answered" if _right(case, ranked[0]) else "wrong minute", grounds_of(ranked, asked))
    others = [one for one in ranked if not _right(case, one)]
    if others:
        yield Example("taken away", grounds_of(others, asked))


def _right(case: Case, one: Candidate) -> bool:
    item = one.minute.item
    citation = {"date": item.meeting.date, "minute": item.number, "body": item.meeting.body}
    return any(is_cited(expected, citation) for acceptable in case.cites for expected in acceptable)


def fit(examples: Sequence[Example]) -> tuple[NDArray[np.float64], float]:
    """Weights of the grounds, in their order, and the intercept."""
    rows = np.array([astuple(one.grounds) for one in examples])
    spread = rows.std(axis=0) + 1e-9
    scaled = (rows - rows.mean(axis=0)) / spread
    sign = np.array([1.0 if one.sort == "answered" else -1.0 for one in examples])
    weight = np.array([SORTS[one.sort] for one in examples])

    def loss(point: NDArray[np.float64]) -> float:
        told = scaled @ point[:-1] + point[-1]
        return float(weight @ np.logaddexp(0.0, -sign * told) + RIDGE / 2 * point[:-1] @ point[:-1])

    found = minimize(loss, np.zeros(rows.shape[1] + 1)).x
    weights = found[:-1] / spread
    return weights, float(found[-1] - weights @ rows.mean(axis=0))


@click.command()
@click.argument("sets", nargs=-1, required=True, metavar="SET=HOME…")
@click.option("--today", default="2026-01-01", help="The day that the questions are asked on.")
def main(sets: tuple[str, ...], today: str) -> None:
    """Print weights and limits fitted on the development halves of SETS."""
    embedder, examples = Embedder(), list[Example]()
    for name, _, home in (one.partition("=") for one in sets):
        index = open_index(Path(home), embedder)
        cases = [case for case in load_set(find_set(name)).cases if case.half == "development"]
        examples += [one for case in cases for one in examples_of(case, index, date.fromisoformat(today))]
        index.close()
    weights, intercept = fit(examples)
    for field, value in zip(fields(Grounds), weights, strict=True):
        click.echo(f"    {field.name}={value:.2f},")
    click.echo(f"INTERCEPT = {intercept:.2f}")
    told = np.array([astuple(one.grounds) for one in examples]) @ weights + intercept
    likely = 1 / (1 + np.exp(-told))
    for limit in LIMITS:
        shares = {
            sort: np.mean([p < limit for p, one in zip(likely, examples, strict=True) if one.sort == sort])
            for sort in SORTS
        }
        click.echo(f"declined below {limit}: " + ", ".join(f"{sort} {share:.0%}" for sort, share in shares.items()))


if __name__ == "__main__":
    main()
