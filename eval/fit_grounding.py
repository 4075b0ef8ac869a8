"""Fits the weights of the grounding check: ``python -m eval.fit_grounding --shared FOLDER``.

A statement's doubt is a weighted sum of the doubts of :mod:`assistant.grounding.doubts`. With some five hundred
statements and eighty doubts, most of which few statements raise, fitting alone would learn chance: so each weight
starts from what was judged before any fitting (``JUDGED``), never falls below half of that, and moves as far as the
statements pull it (logistic regression with a Gaussian prior round ``JUDGED``, maximum a posteriori).
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from assistant.grounding.alignment import align
from assistant.grounding.check import WEIGHTS, Weights, hard
from assistant.grounding.doubts import doubts
from assistant.grounding.reading import ReadMinute, read_minute, read_statement
from eval.grounding import PUBLISHED, read_set
from eval.statements import READ, SAMPLE, Statement
from index_store.embedder import Embedder

PULL, LEAST = 0.1, 0.5
TRUE_STOPPED, FALSE_SHOWN_STRICT = 0.15, 0.015
FOLDS = 8
NOTE = (
    "Weights of the grounding check's doubts. Fitted by `python -m eval.fit_grounding` on the development halves of "
    "the statement sets, round weights judged by hand. limit: the doubt that 15% of the true paraphrases there exceed, "
    "each judged by weights fitted without it; strict: the doubt that all but 1.5% of the false statements exceed."
)
JUDGED = {
    "value_absent": 4.0, "value_elsewhere": 2.0, "date_absent": 3.0, "date_elsewhere": 1.5, "name_absent": 2.5,
    "name_elsewhere": 2.0, "denied_here": 0.5, "denied_there": 0.8, "denied_uneven": 0.3, "denial_new": 0.4,
    "denial_lost": 1.0, "contrary": 1.0, "outcome_decide": 1.0, "outcome_propose": 1.0, "outcome_note": 0.3,
    "outcome_defer": 1.0, "outcome_reject": 1.0, "outcome_hedged": 0.5, "outcome_noted": 0.6, "outcome_proposed": 0.6,
    "outcome_away": 0.3, "reach_all": 1.0, "reach_only": 1.0, "reach_least": 0.5, "reach_most": 0.5, "reach_sure": 0.5,
    "reach_bar": 0.3, "reach_included": 0.7, "reach_against": 0.8, "reach_lost": 0.1, "swapped_name": 0.8,
    "swapped_value": 1.0, "usurped_name": 0.3, "usurped_value": 1.0, "turned": 0.8, "roles_turned": 1.5,
    "exchanged": 2.0, "misplaced_name": 6.0, "misplaced_value": 6.0,
    "close_sign_moved": 5.0, "close_word_moved": 1.0, "close_word_new": 1.0, "close_word_odd": 2.0, "close_denial": 4.0,
    "close_denial_lost": 3.0, "close_reach": 2.0, "close_reach_lost": 1.0, "close_outcome": 3.0,
    "close_outcome_lost": 1.0, "close_sign_lost": 0.3, "edit_word": 1.0, "edit_value": 4.0, "edit_name": 2.5,
    "edit_exchanged": 3.0, "edit_denial": 2.0,
    "edit_outcome": 1.5, "edit_contrary": 3.0, "edit_reach": 1.0, "edit_not": 2.0, "edit_added": 1.0,
    "dropped_denial": 2.0,
    "dropped_part": 0.7, "scattered": 0.6, "stray": 0.2, "listed_away": 5.0,
    "weak_part": 1.0, "weak_run": 0.3, "weak_pair": 0.3, "weak_word": 0.2, "weak_verb": 0.2, "weak_share": 0.3,
    "weak_count": 0.3,
    "relation_turned": 4.0, "reach_whole": 3.0, "reach_often": 2.0, "reach_bound": 4.0, "reach_share": 1.5,
    "outcome_other": 2.0, "outcome_asked": 1.5, "agent_turned": 3.0, "stood_in_turned": 5.0, "name_far": 3.0,
    "value_far": 2.0, "denied_word": 2.0, "denied_plainly": 2.0, "outcome_refused": 1.5, "agent_other": 2.0,
    "office_other": 2.0, "comparison_turned": 2.0,
    "outcome_put_off": 1.5, "sign_other": 2.0, "unlike": 4.0, "unlike_word": 1.5, "person_other": 1.5,
    "uncovered": 1.0, "uncovered_anywhere": 1.0, "far_uncovered": 5.0, "far_anywhere": 10.0, "far_part": 3.0,
    "away_part": 0.1, "inexact": 0.0, "loose": 0.3,
}  # fmt: skip


def measure_doubts(statements: Sequence[Statement], embedder: Embedder) -> list[dict[str, float]]:
    """The doubts of each statement; where several minutes fit the citation, of that which raises the least."""
    read: dict[str, ReadMinute] = {}
    judged = Weights(JUDGED, 0.0, 0.0)
    found = []
    for one in statements:
        options = []
        for minute in one.minutes:
            if minute.id not in read:
                read[minute.id] = read_minute(minute, embedder)
            statement = read_statement(one.text, read[minute.id], embedder)
            options.append(doubts(align(statement, read[minute.id])))
        found.append(min(options, key=judged.total))
    return found


def fit(statements: Sequence[Statement], measured: Sequence[dict[str, float]]) -> Weights:
    """Weights for these statements; limits from what each would get from weights fitted without its part of them."""
    totals = np.zeros(len(statements))
    for fold in range(FOLDS):
        inside = [zlib.crc32(f"fold {one.pair}".encode()) // 2 % FOLDS == fold for one in statements]
        rest = [at for at, one in enumerate(inside) if not one]
        weights = Weights(_weigh(*_chosen(rest, statements, measured)), 0.0, 0.0)
        for at in np.flatnonzero(inside):
            totals[at] = weights.total(measured[int(at)])
    true = np.array([one.supported and not one.near_verbatim for one in statements])
    false = np.array([not one.supported for one in statements])
    limit, strict = (np.where([hard(one, how) for one in measured], np.inf, totals) for how in (False, True))
    usual = float(np.quantile(limit[true], 1 - TRUE_STOPPED, method="lower"))
    tight = float(np.quantile(strict[false], FALSE_SHOWN_STRICT, method="lower"))
    return Weights(_weigh(statements, measured), round(usual, 4), round(tight, 4))


def _weigh(statements: Sequence[Statement], measured: Sequence[dict[str, float]]) -> dict[str, float]:
    names = list(JUDGED)
    table = np.array([[one[name] for name in names] for one in measured])
    spread = table.std(axis=0) + 0.05
    judged = np.array(list(JUDGED.values())) * spread
    scaled = table / spread
    sign = np.where([one.supported for one in statements], -1.0, 1.0)

    def loss(point: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        margin = (scaled @ point[:-1] + point[-1]) * sign
        slope = -sign / (1 + np.exp(margin))
        apart = point[:-1] - judged
        value = np.logaddexp(0, -margin).sum() + (apart**2).sum() / (2 * PULL)
        return float(value), np.append(scaled.T @ slope + apart / PULL, slope.sum())

    bounds: list[tuple[float | None, float | None]] = [(LEAST * float(one), None) for one in judged]
    bounds.append((None, None))
    best = minimize(loss, np.append(judged, 0.0), jac=True, bounds=bounds, method="L-BFGS-B")
    return {name: round(float(value), 4) for name, value in zip(names, best.x[:-1] / spread, strict=True)}


def stopped(
    weights: Weights, strict: bool, statements: Sequence[Statement], measured: Sequence[dict[str, float]]
) -> str:
    """Shares stopped: false ones; true paraphrases; true near-verbatim ones."""
    limit = weights.strict if strict else weights.limit
    groups: dict[str, list[bool]] = {"false": [], "true paraphrase": [], "true near-verbatim": []}
    for one, found in zip(statements, measured, strict=True):
        name = "false" if not one.supported else "true near-verbatim" if one.near_verbatim else "true paraphrase"
        groups[name].append(hard(found, strict) or weights.total(found) > limit)
    return ", ".join(
        f"{name} {sum(kept)}/{len(kept)} = {sum(kept) / max(1, len(kept)):.1%}" for name, kept in groups.items()
    )


@click.command()
@click.option("--shared", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--write", is_flag=True, help="Write the weights fitted on the development halves.")
def main(shared: Path, write: bool) -> None:
    """Fit on the development halves and on each set, and report on what was left out."""
    embedder = Embedder()
    folders = [shared / "minutes" / name for name in PUBLISHED]
    sample = read_set(SAMPLE, [_samples()])
    published = read_set(shared / "questions" / "statements.jsonl", folders)
    read = read_set(READ, [*folders, shared / "minutes" / "datagovuk"])
    statements = [*sample, *published, *read]
    measured = measure_doubts(statements, embedder)
    every = list(range(len(statements)))
    development = [at for at in every if statements[at].development]
    splits = {
        "development to held-back": (development, sorted(set(every) - set(development))),
        "sample to the others": (every[: len(sample)], every[len(sample) :]),
        "the others to sample": (every[len(sample) :], every[: len(sample)]),
    }
    for name, (train, test) in splits.items():
        weights = fit(*_chosen(train, statements, measured))
        for strict, word in ((False, "limit"), (True, "strict")):
            click.echo(f"{name}, {word}: {stopped(weights, strict, *_chosen(test, statements, measured))}")
    if write:
        weights = fit(*_chosen(development, statements, measured))
        raw = {"note": NOTE, "limit": weights.limit, "strict": weights.strict, "weights": weights.each}
        WEIGHTS.write_text(json.dumps(raw, indent=1) + "\n", encoding="utf-8")


def _chosen(places: Sequence[int], statements: Sequence[Statement], measured: Sequence[dict[str, float]]) -> Any:
    return [statements[at] for at in places], [measured[at] for at in places]


def _samples() -> Path:
    from assistant.samples import SAMPLES

    return SAMPLES


if __name__ == "__main__":
    main()
