"""Which words of the minute bear out which words of a statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from assistant.grounding.lexicon import contraries, outcome_classes, reach_classes, reach_contrary, word_set
from assistant.grounding.reading import ReadMinute, Unit
from assistant.grounding.synonyms import alike
from assistant.grounding.tokens import Token

Scores = NDArray[np.float64]
EXACT = 0.9
_NAME_CAP = 0.6
_PAIR_COST = 0.06
_JOINS = word_set(
    "and but or while whereas although though because so with which who whom whose when where after before if until"
)


@dataclass(frozen=True, slots=True)
class Match:
    """What bears one word out: how well (0 to 1), in which unit, at which word of it (-1 where nothing is)."""

    score: float
    unit: int
    word: int


@dataclass(frozen=True)
class Alignment:
    """A statement laid beside the minute.

    ``segment`` numbers the parts of the statement (between punctuation and joining words); ``homes`` has, for each
    part, the sentence or two neighbouring ones that bear it out best. ``matches`` has the best match of each word at
    its part's home, ``anywhere`` how well any word of the minute or its frame does, ``weights`` how much each tells.
    """

    statement: Unit
    minute: ReadMinute
    weights: Scores
    segment: tuple[int, ...]
    homes: tuple[tuple[int, ...], ...]
    matches: tuple[Match, ...]
    home: Scores
    anywhere: Scores
    similar: tuple[Scores, ...]

    @property
    def window(self) -> tuple[int, ...]:
        """Every sentence that is home to some part."""
        return tuple(sorted({unit for home in self.homes for unit in home}))


def align(statement: Unit, minute: ReadMinute) -> Alignment:
    """Lay ``statement`` beside ``minute``."""
    tokens = statement.tokens
    similar = tuple(similarity(statement, unit) for unit in minute.units)
    best = np.stack([one.max(axis=1) if one.size else np.zeros(len(tokens)) for one in similar])
    frame = [at for at, unit in enumerate(minute.units) if unit.frame]
    framed = best[frame].max(axis=0) if frame else np.zeros(len(tokens))
    weights = np.array([weight(one) for one in tokens])
    segment = segments(tokens, weights)
    apart = weights * np.where(framed >= 0.95, 0.3, 1.0)
    homes = tuple(
        _home(best, apart * (np.array(segment) == part), minute.units, apart)
        for part in range(max(segment, default=0) + 1)
    )
    matches = _matches(tokens, segment, homes, similar)
    home = np.array([one.score for one in matches])
    home = np.where(framed >= 0.95, np.maximum(home, framed), home)
    return Alignment(statement, minute, weights, segment, homes, matches, home, best.max(axis=0), similar)


def weight(token: Token) -> float:
    """How much a word tells: grammar nothing, unless it says how far something reaches; long words more than short."""
    if token.kind in ("value", "month", "weekday"):
        return 1.0
    if not token.tells:
        return 0.3 if token.low in reach_classes() else 0.0
    return min(1.0, 0.35 + 0.09 * len(token.low))


def segments(tokens: Sequence[Token], weights: Scores, least: float = 1.4) -> tuple[int, ...]:
    """The part that each word stands in; a part that tells less than ``least`` joins the one before it."""
    starts = [
        at
        for at, token in enumerate(tokens)
        if at and (token.breaks or token.low in _JOINS) and not _joins_names(tokens, at)
    ]
    bounds = [0]
    for at in [*starts, len(tokens)]:
        if weights[bounds[-1] : at].sum() >= least and at < len(tokens):
            bounds.append(at)
    if len(bounds) > 1 and weights[bounds[-1] :].sum() < least:
        bounds.pop()
    return tuple(sum(at >= bound for bound in bounds[1:]) for at in range(len(tokens)))


def _joins_names(tokens: Sequence[Token], at: int) -> bool:
    """Does "and" stand between two names ("Leicestershire and Rutland") or two values?"""
    if tokens[at].low not in ("and", "or") or at + 1 >= len(tokens) or tokens[at].breaks:
        return False
    return tokens[at - 1].kind == tokens[at + 1].kind in ("name", "value", "month", "weekday")


def _home(best: Scores, inside: Scores, units: tuple[Unit, ...], weights: Scores) -> tuple[int, ...]:
    """The sentence, or two neighbouring ones, that cover the words inside best; the rest breaks ties."""
    total = max(float(inside.sum()), 1e-6)
    alone = (best @ inside) / total + 0.05 * (best @ weights) / max(float(weights.sum()), 1e-6)
    ranked: list[tuple[float, tuple[int, ...]]] = [
        (float(alone[at]), (at,)) for at, unit in enumerate(units) if not unit.frame
    ]
    for at in range(len(units) - 1):
        if units[at].frame or units[at + 1].frame or units[at + 1].listed:
            continue
        both = np.maximum(best[at], best[at + 1])
        gain = float(both @ inside / total + 0.05 * (both @ weights) / max(float(weights.sum()), 1e-6)) - _PAIR_COST
        ranked.append((gain, (at, at + 1)))
    return max(ranked, default=(0.0, ()))[1]


def _matches(
    tokens: Sequence[Token], segment: tuple[int, ...], homes: tuple[tuple[int, ...], ...], similar: tuple[Scores, ...]
) -> tuple[Match, ...]:
    """The best match of each word at home; of nearly equal ones that nearest to where its neighbours are matched."""
    first = [_match(at, homes[segment[at]], similar, None) for at in range(len(tokens))]
    found = []
    for at in range(len(tokens)):
        around = [
            first[to].word
            for to in range(max(0, at - 5), min(len(tokens), at + 6))
            if to != at and first[to].score >= 0.7 and first[to].unit == first[at].unit and tokens[to].tells
        ]
        found.append(
            _match(at, homes[segment[at]], similar, (first[at].unit, float(np.median(around))) if around else None)
        )
    return tuple(found)


def _match(at: int, home: tuple[int, ...], similar: tuple[Scores, ...], centre: tuple[int, float] | None) -> Match:
    found, best = Match(0.0, -1, -1), -1.0
    for unit in home:
        row = similar[unit][at]
        if not row.size:
            continue
        valued = row
        if centre is not None:
            apart = np.abs(np.arange(row.size) - centre[1]) if unit == centre[0] else np.full(row.size, 15.0)
            valued = row - 0.01 * np.minimum(apart, 20.0)
        word = int(valued.argmax())
        if valued[word] > best:
            best, found = float(valued[word]), Match(float(row[word]), unit, word)
    return found


def similarity(statement: Unit, unit: Unit) -> Scores:
    """How well each word of ``unit`` bears out each word of ``statement``, 0 to 1."""
    if not unit.tokens or not statement.tokens:
        return np.zeros((len(statement.tokens), len(unit.tokens)))
    scores: Scores = np.clip(statement.rows @ unit.rows.T, 0.0, 0.95).astype(np.float64)
    for at, here in enumerate(statement.tokens):
        for to, there in enumerate(unit.tokens):
            exact = _by_word(here, there)
            if exact is not None:
                scores[at, to] = exact
            elif here.kind == "name" or there.kind == "name":
                scores[at, to] = min(scores[at, to], _NAME_CAP)
            else:
                low, high = _by_meaning(here.stem, there.stem, here.low, there.low)
                scores[at, to] = min(max(scores[at, to], low), high)
    return scores


def _by_word(here: Token, there: Token) -> float | None:
    """A score that follows from the letters alone, or None where the sense decides."""
    if here.kind == "value" or there.kind == "value":
        return 1.0 if same_value(here, there) else 0.0
    if here.low == there.low:
        return 1.0
    if here.kind in ("month", "weekday") or there.kind in ("month", "weekday"):
        return 0.0
    if here.stem == there.stem and here.kind != "grammar":
        return 0.97
    if (
        (here.kind == "grammar") != (there.kind == "grammar")
        and not alike(here.stem, there.stem)
        and not (here.low in reach_classes() and there.low in reach_classes())
    ):
        return 0.0
    if here.kind == there.kind == "name" and len(here.low) > 5 < len(there.low) and spelt_alike(here.low, there.low):
        return EXACT
    return None


@lru_cache(maxsize=65536)
def _by_meaning(here: str, there: str, said: str, borne: str) -> tuple[float, float]:
    """Least and most that two words can be alike, by what they do: the same outcome or reach, or contrary ones."""
    if there in contraries().get(here, ()):
        return 0.0, 0.3
    if alike(here, there):
        return 0.85, 0.95
    mine, other = outcome_classes().get(here), outcome_classes().get(there)
    if mine and other:
        return (0.8, 0.95) if mine & other else (0.0, 0.45)
    reach, borne_reach = reach_classes().get(said), reach_classes().get(borne)
    if reach and borne_reach:
        if reach & borne_reach:
            return 0.85, 0.95
        return (0.0, 0.2) if reach_contrary(reach, borne_reach) else (0.0, 0.5)
    return 0.0, 0.95


def same_value(here: Token, there: Token) -> bool:
    """Do two values stand for the same: £30 and 30, the 14th and 14 February; not 14 March and 14 February?"""
    if here.kind != "value" or there.kind != "value":
        return (here.low, there.low) in (("one", "1"), ("1", "one"), ("half", "50%"), ("50%", "half"))
    if here.month and there.month and here.month != there.month:
        return False
    return _bare(here.value) == _bare(there.value)


@lru_cache(maxsize=8192)
def _bare(value: str) -> str:
    plain = value.lstrip("£€$").lower()
    if plain.replace(".", "", 1).isdigit():
        plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
        return plain.lstrip("0") or "0"
    return plain


@lru_cache(maxsize=65536)
def spelt_alike(left: str, right: str) -> bool:
    """One slip of the pen apart."""
    from rapidfuzz.distance import Levenshtein

    return left[0] == right[0] and Levenshtein.distance(left, right) <= 1
