"""The measures of a run: what they are called, and their means with intervals over all cases or a part of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from eval.intervals import Interval, mean_interval, proportion_interval, quantile_interval
from eval.metrics import Score

Unit = Literal["share", "words", "ms", "tokens"]


@dataclass(frozen=True, slots=True)
class Definition:
    """A measure: ``label`` and ``group`` for people, ``key`` of a score's values, ``quantile`` None for the mean.

    One that is ``watched`` can make a comparison a regression; the others are shown for what they tell.
    """

    label: str
    group: str
    key: str
    watched: bool = True
    unit: Unit = "share"
    quantile: float | None = None
    means: str = ""


def _shares(group: str, *rows: tuple[str, str, bool, str]) -> dict[str, Definition]:
    return {key: Definition(label, group, key, watched, means=means) for key, label, watched, means in rows}


MEASURES: dict[str, Definition] = {
    **_shares("Overall", ("passed", "answers right", True, "declined rightly, or minutes, facts and all right")),
    **_shares(
        "Retrieval",
        ("recall_1", "recall@1", False, "expected minutes found first"),
        ("recall_3", "recall@3", False, "expected minutes among the first 3 found"),
        ("recall_5", "recall@5", True, "expected minutes among the first 5 found"),
        ("recall_10", "recall@10", False, "expected minutes among the first 10 found"),
        ("mrr", "MRR", True, "1 / the place of the first expected minute"),
        ("ndcg_10", "nDCG@10", True, "how far up the expected minutes stand"),
    ),
    **_shares(
        "Citations",
        ("cited", "right minutes cited", True, "one acceptable set of minutes wholly cited"),
        ("citation_recall", "citation recall", True, "expected minutes that are cited"),
        ("precision", "citation precision", True, "citations that point to an expected minute"),
        ("existing", "cited minutes held", True, "citations of minutes that are in the index"),
        ("exact", "quotes exact", True, "quotes that equal the source letter for letter"),
    ),
    **_shares(
        "Content",
        ("facts", "facts given", True, "expected facts that stand in the answer"),
        ("unforbidden", "nothing forbidden", True, "answers without a statement that the case forbids"),
        ("grounded", "sentences borne out", True, "sentences that the minute they cite bears out"),
        ("complete", "lists complete", True, "minutes and facts of a list that are given"),
    ),
    **_shares(
        "Declining",
        ("declined_rightly", "declining recall", True, "declined, of what is to be declined"),
        ("declining_precision", "declining precision", True, "rightly so, of what was declined"),
        ("answered_rightly", "answered when held", True, "answered, of what the minutes answer"),
    ),
    "words": Definition("words", "Form", "words", False, "words", means="words of an answer"),
    "latency_p50": Definition("latency p50", "Form", "elapsed_ms", False, "ms", 0.5, "half the answers came within"),
    "latency_p95": Definition("latency p95", "Form", "elapsed_ms", False, "ms", 0.95, "95% of answers came within"),
    "worded": Definition(
        "worded by a model", "Form", "worded", False, means="answers in the model's words, of those asked"
    ),
    "taken": Definition("tokens taken in", "Form", "taken", False, "tokens", means="tokens that a model was given"),
    "given": Definition(
        "tokens given out", "Form", "given", False, "tokens", means="tokens that a model answered with"
    ),
}


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure over ``n`` eligible cases with its 95% interval; ``value`` None where no case is eligible.

    ``left_out`` cases are not eligible; ``failed`` ones failed to run, and count as failed among the ``n``.
    """

    name: str
    n: int
    value: float | None
    interval: Interval | None
    left_out: int = 0
    failed: int = 0

    def __str__(self) -> str:
        return "–" if self.value is None else shown(self.name, self.value)


def shown(name: str, value: float) -> str:
    """A value of a measure in its unit: "93.4%", "41", "23 ms"."""
    unit = MEASURES[name].unit
    return f"{value:.1%}" if unit == "share" else f"{value:.0f} ms" if unit == "ms" else f"{value:.0f}"


def measure(scores: Sequence[Score], name: str) -> Measure:
    """One measure over some scores: Wilson's interval where all values are 0 or 1, else by bootstrap."""
    definition = MEASURES[name]
    eligible = [score for score in scores if definition.key in score.values]
    values = tuple(score.values[definition.key] for score in eligible)
    failed = sum(score.error is not None for score in eligible)
    if not values:
        return Measure(name, 0, None, None, len(scores))
    if definition.quantile is not None:
        value, interval = quantile_interval(values, definition.quantile)
    elif definition.unit == "share" and set(values) <= {0.0, 1.0}:
        value, interval = sum(values) / len(values), proportion_interval(round(sum(values)), len(values))
    else:
        value, interval = sum(values) / len(values), mean_interval(values)
    return Measure(name, len(values), value, interval, len(scores) - len(values), failed)


def groups(scores: Iterable[Score]) -> dict[str, list[Score]]:
    """Scores by kind, by half, by tag and by body, in that order, under readable names; "all" last."""
    found: dict[str, list[Score]] = {}
    every = list(scores)
    parts: tuple[tuple[str, Callable[[Score], tuple[str, ...]]], ...] = (
        ("", lambda score: (score.kind,)),
        ("half: ", lambda score: (score.half,)),
        ("tag: ", lambda score: score.tags),
        ("body: ", lambda score: score.bodies),
    )
    for prefix, keys in parts:
        part: dict[str, list[Score]] = {}
        for score in every:
            for key in keys(score):
                part.setdefault(prefix + key, []).append(score)
        found.update(sorted(part.items()))
    return {**found, "all": every}
