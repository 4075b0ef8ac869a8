"""How well the search found the expected minutes: recall@k, MRR and nDCG@k by ir_measures (over trec_eval)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import ir_measures
from ir_measures import RR, Qrel, R, ScoredDoc, nDCG

from eval.cases import ExpectedMinute
from eval.matching import is_cited

CUTS = (1, 3, 5, 10)
_BY_NAME = {**{f"recall_{cut}": R @ cut for cut in CUTS}, "mrr": RR, "ndcg_10": nDCG @ 10}
NAMES = tuple(_BY_NAME)


def rank_measures(
    groups: Sequence[Sequence[ExpectedMinute]], retrieved: Sequence[Mapping[str, Any]]
) -> dict[str, float]:
    """The measures by name for one ranking, best minute first; of several acceptable sets, for the one found best.

    Each expected minute is one relevant document. Where it stands for several minutes of a meeting ("*"), the first
    of them counts.
    """
    qrels = [Qrel(str(at), str(place), 1) for at, group in enumerate(groups) for place in range(len(group))]
    docs = [
        ScoredDoc(str(at), name, -float(rank))
        for at, group in enumerate(groups)
        for rank, name in enumerate(_named(group, retrieved))
    ]
    found: dict[str, dict[str, float]] = {str(at): dict.fromkeys(NAMES, 0.0) for at in range(len(groups))}
    names = {measure: name for name, measure in _BY_NAME.items()}
    for one in ir_measures.iter_calc(list(names), qrels, docs) if docs else ():
        found[one.query_id][names[one.measure]] = float(one.value)
    return max(found.values(), key=lambda one: (one["ndcg_10"], one["mrr"]))


def whole_set_found(groups: Sequence[Sequence[ExpectedMinute]], retrieved: Sequence[Mapping[str, Any]]) -> bool:
    """Is every minute of one acceptable set among those retrieved?"""
    return any(all(any(is_cited(one, minute) for minute in retrieved) for one in group) for group in groups)


def first_rank(groups: Sequence[Sequence[ExpectedMinute]], retrieved: Sequence[Mapping[str, Any]]) -> int | None:
    """The place, from 1, of the first minute retrieved that any acceptable set expects."""
    expected = [one for group in groups for one in group]
    return next(
        (place for place, minute in enumerate(retrieved, 1) if any(is_cited(one, minute) for one in expected)), None
    )


def _named(group: Sequence[ExpectedMinute], retrieved: Sequence[Mapping[str, Any]]) -> list[str]:
    """A document name for each minute retrieved: its own, or that of the expected minute which it is first to be."""
    left = dict(enumerate(group))
    names = []
    for at, minute in enumerate(retrieved):
        place = next((place for place, one in left.items() if is_cited(one, minute)), None)
        if place is not None:
            del left[place]
        names.append(f"other {at}" if place is None else str(place))
    return names
