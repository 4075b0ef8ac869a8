"""Finds the minutes that a question may be about: exact dense and lexical search over the passages in scope, fused.

Bodies and dates are resolved to passage ids in SQLite before anything is scored, so a filter can never hide the best
passage behind an approximate search.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistant.coverage import Term
from assistant.dates import Period
from assistant.fusion import fused, gathered, ranked
from assistant.question import Question
from index_store.index import Index
from index_store.models import HeldItem, Passage, Scope

_DEEP = 150
_DENSE, _LEXICAL, _LIKE = 0.55, 0.30, 0.15
_DATED = 0.35
_RECENT = 0.05


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage with its cosine to the question and the score of both searches together."""

    passage: Passage
    cosine: float
    score: float


@dataclass(frozen=True, slots=True)
class FoundMinute:
    """A minute with its passages that were found, best first; ``dated`` is how well its date fits (0 to 1)."""

    item: HeldItem
    score: float
    dated: float
    passages: tuple[FoundPassage, ...]

    @property
    def cosine(self) -> float:
        """The best cosine of its passages."""
        return max((found.cosine for found in self.passages), default=0.0)


def find_minutes(
    index: Index, question: Question, terms: tuple[Term, ...], limit: int = 12
) -> tuple[FoundMinute, ...]:
    """The ``limit`` minutes in the question's scope that fit it best, best first."""
    scores, cosines = score_passages(index, question.standalone, _topic(question), terms, question.scope)
    passages = index.catalogue.passages(list(scores))
    minute_of = {key: passage.item for key, passage in passages.items()}
    minutes = gathered({key: scores[key] for key in passages}, minute_of)
    items = {key: item for key in ranked(minutes, limit * 4) if (item := index.catalogue.item(key))}
    fit = {key: date_fit(item.meeting.date, question.periods) for key, item in items.items()}
    total = {key: minutes[key] + _DATED * fit[key] for key in items}
    if question.latest_first:
        total = _newest_raised(total, items)
    found: dict[str, list[FoundPassage]] = {key: [] for key in items}
    for key in ranked(scores):
        if key in passages and passages[key].item in found:
            found[passages[key].item].append(FoundPassage(passages[key], cosines.get(key, 0.0), scores[key]))
    return tuple(FoundMinute(items[key], total[key], fit[key], tuple(found[key])) for key in ranked(total, limit))


def score_passages(
    index: Index, asked: str, topic: str, terms: tuple[Term, ...], scope: Scope
) -> tuple[dict[str, float], dict[str, float]]:
    """Fused scores and cosines by passage id: the whole question for sense, its topic's words for letters."""
    ids = None if scope == Scope() else index.catalogue.passage_ids(scope)
    if ids is not None and not ids:
        return {}, {}
    vector = index.embedder.encode([asked])[0]
    dense = dict(index.vectors.search(vector, _DEEP, ids))
    lexical = dict(index.catalogue.lexical(topic, scope, _DEEP)) if topic else {}
    likes = " ".join(sorted({stem for term in terms for stem, degree in term.likes.items() if 0.45 <= degree < 1.0}))
    akin = dict(index.catalogue.lexical(likes, scope, _DEEP)) if likes else {}
    return fused((dense, _DENSE), (lexical, _LEXICAL), (akin, _LIKE)), dense


def date_fit(held: str | None, periods: tuple[Period, ...]) -> float:
    """How well a meeting's date fits the periods named: 1 within one, less up to its slack later, 0 elsewhere."""
    soft = [period for period in periods if not period.hard]
    if held is None or not soft:
        return 0.0
    return max(_fit(held, period) for period in soft)


def _fit(held: str, period: Period) -> float:
    if period.holds(held):
        return 1.0
    if period.date_to is None or held < period.date_to or not period.slack:
        return 0.0
    late = (date.fromisoformat(held) - date.fromisoformat(period.date_to)).days
    return max(0.0, 0.8 * (1 - late / (period.slack + 1))) if late <= period.slack else 0.0


def _topic(question: Question) -> str:
    return question.topic or question.standalone


def _newest_raised(total: Mapping[str, float], items: Mapping[str, HeldItem]) -> dict[str, float]:
    """A small bonus by rank of date: of two minutes that fit alike, the newer one is wanted."""
    newest = sorted(items, key=lambda key: items[key].meeting.date or "")
    step = _RECENT / max(1, len(newest) - 1)
    return {key: total[key] + step * newest.index(key) for key in items}
