"""Scores of two searches made comparable, joined, and gathered from passages to minutes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping


def scaled(scores: Mapping[str, float]) -> dict[str, float]:
    """Min-max: the best becomes 1.0, the worst 0.0; equal scores all become 1.0."""
    if not scores:
        return {}
    low, high = min(scores.values()), max(scores.values())
    if high == low:
        return dict.fromkeys(scores, 1.0)
    return {key: (score - low) / (high - low) for key, score in scores.items()}


def fused(*searches: tuple[Mapping[str, float], float]) -> dict[str, float]:
    """Weighted sum of min-max scaled scores; what a search did not find counts as its worst.

    Each search is (scores, weight). The sum is divided by the weights of the searches that found anything.
    """
    told = [(scaled(scores), weight) for scores, weight in searches if scores and weight > 0]
    total = sum(weight for _, weight in told)
    joined: dict[str, float] = defaultdict(float)
    for scores, weight in told:
        for key, score in scores.items():
            joined[key] += score * weight / total
    return dict(joined)


def gathered(passages: Mapping[str, float], minute_of: Mapping[str, str], share: float = 0.15) -> dict[str, float]:
    """Minute scores: the best passage plus ``share`` of the mean of the next two.

    A minute is found by its best passage; that others of it are found too speaks for it, not its length.
    """
    by_minute: dict[str, list[float]] = defaultdict(list)
    for passage, score in passages.items():
        by_minute[minute_of[passage]].append(score)
    return {minute: _gather(scores, share) for minute, scores in by_minute.items()}


def ranked(scores: Mapping[str, float], limit: int | None = None) -> list[str]:
    """Keys by score, best first; equal scores by key, so that the order never depends on chance."""
    return sorted(scores, key=lambda key: (-scores[key], key))[:limit]


def _gather(scores: Iterable[float], share: float) -> float:
    first, *others = sorted(scores, reverse=True)
    following = others[:2]
    return first + share * (sum(following) / 2 if following else 0.0)
