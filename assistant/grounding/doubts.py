"""Every doubt about a statement, as numbers: what no word of the minute bears out, and what is claimed otherwise."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from assistant.grounding.agents import PRONOUNS, agent_doubts
from assistant.grounding.alignment import Alignment
from assistant.grounding.binding import anchor_groups, binding_doubts
from assistant.grounding.denial import denial_doubts
from assistant.grounding.edits import edit_doubts
from assistant.grounding.lexicon import word_set
from assistant.grounding.outcomes import outcome_doubts
from assistant.grounding.reach import reach_doubts
from assistant.grounding.relations import relation_doubts
from assistant.grounding.verbatim import thread_of, verbatim_doubts

# A denial that stands elsewhere in the sentence is no doubt by itself where both sides deny the same.
_UNEVEN = ("denied_uneven", "denial_new", "denial_lost", "denied_word", "contrary")
_LOCAL = ("edit_denial", "dropped_denial", "close_denial", "close_denial_lost")
_EVEN = 0.4
_HELPING = word_set("was were be been being is are had has have would will could should to not also")


def doubts(alignment: Alignment) -> dict[str, float]:
    """Named doubts about the statement, 0 or more each; the more, the less the minute bears it out."""
    thread = thread_of(alignment)
    found = {
        **coverage_doubts(alignment),
        **likeness_doubts(alignment),
        **sign_doubts(alignment),
        **denial_doubts(alignment),
        **outcome_doubts(alignment),
        **reach_doubts(alignment),
        **binding_doubts(alignment),
        **agent_doubts(alignment),
        **relation_doubts(alignment),
        **verbatim_doubts(alignment, thread),
        **edit_doubts(alignment, thread),
    }
    if not any(found[name] for name in _UNEVEN):
        found |= {name: _EVEN * found[name] for name in _LOCAL}
    return found


def coverage_doubts(alignment: Alignment) -> dict[str, float]:
    """What the minute leaves uncovered: in all, in the weakest run of words, in the weakest part, away from home."""
    tokens, weights = alignment.statement.tokens, alignment.weights
    telling = [at for at, one in enumerate(tokens) if one.tells and one.kind not in ("value", "name")]
    kept = alignment.home[telling] if telling else np.ones(1)
    wide = alignment.anywhere[telling] if telling else np.ones(1)
    runs = [float(wide[at : at + 3].mean()) for at in range(max(1, len(wide) - 2))]
    pairs = [float(wide[at : at + 2].mean()) for at in range(max(1, len(wide) - 1))]
    parts, away = [], []
    segment = np.array(alignment.segment)
    for part in range(len(alignment.homes)):
        inside = weights * (segment == part)
        total = max(float(inside.sum()), 1e-6)
        parts.append(float(alignment.home @ inside) / total)
        away.append(float((alignment.anywhere - alignment.home) @ inside))
    total = max(float(weights.sum()), 1e-6)
    uncovered = 1 - float(alignment.home @ weights) / total
    anywhere = 1 - float(alignment.anywhere @ weights) / total
    return {
        "uncovered": uncovered,
        "uncovered_anywhere": anywhere,
        "far_uncovered": max(0.0, uncovered - 0.2),
        "far_anywhere": max(0.0, anywhere - 0.15),
        "far_part": max(0.0, 1 - min(parts) - 0.3),
        "weak_run": 1 - min(runs),
        "weak_pair": 1 - min(pairs),
        "weak_word": 1 - float(kept.min()),
        "weak_verb": _weak_verb(alignment),
        "weak_share": float((wide < 0.55).mean()),
        "weak_count": float(min((wide < 0.5).sum(), 4)) / 4,
        "weak_part": 1 - min(parts),
        "away_part": max(away),
        "inexact": float((kept < 0.95).mean()),
        "scattered": float(_scattered(alignment)),
        "stray": _stray(alignment),
        "listed_away": _listed_away(alignment, away),
    }


def likeness_doubts(alignment: Alignment) -> dict[str, float]:
    """How unlike the words of the statement, each as it is meant there, are to any at home: on the whole, at worst."""
    rows = [alignment.minute.units[unit].rows for unit in alignment.window if alignment.minute.units[unit].tokens]
    if not rows or not alignment.statement.tokens:
        return {"unlike": 1.0, "unlike_word": 1.0}
    best = (alignment.statement.rows @ np.concatenate(rows).T).max(axis=1)
    return {"unlike": 1 - float(best.mean()), "unlike_word": 1 - float(best.min())}


def _weak_verb(alignment: Alignment) -> float:
    """How little the weakest verb is borne out anywhere: what was done is the heart of a statement."""
    tokens, worst = alignment.statement.tokens, 0.0
    for at, token in enumerate(tokens):
        if token.kind != "word" or not token.tells:
            continue
        helped = at > 0 and not token.breaks and tokens[at - 1].low in _HELPING
        if helped or token.low.endswith("ed"):
            worst = max(worst, 1 - float(alignment.anywhere[at]))
    return worst


def _scattered(alignment: Alignment) -> int:
    """How many neighbouring parts of the statement have homes that do not touch."""
    found = 0
    for left, right in pairwise(alignment.homes):
        if left and right and min(abs(a - b) for a in left for b in right) > 1:
            found += 1
    return min(found, 2)


def _listed_away(alignment: Alignment, away: list[float]) -> float:
    """How much of a part whose home is one line of a list stands in other lines."""
    listed = [any(alignment.minute.units[unit].listed for unit in home) for home in alignment.homes]
    return max((lost for lost, one in zip(away, listed, strict=True) if one), default=0.0)


def _stray(alignment: Alignment) -> float:
    """How far, in words, the match of some telling word lies from the middle of its part's matches."""
    worst = 0.0
    for part in range(len(alignment.homes)):
        mine = [
            match
            for at, match in enumerate(alignment.matches)
            if alignment.segment[at] == part and alignment.statement.tokens[at].tells and match.score >= 0.75
        ]
        for unit in {one.unit for one in mine}:
            words = np.array([one.word for one in mine if one.unit == unit])
            if len(words) >= 3:
                worst = max(worst, float(np.abs(words - np.median(words)).max()))
    return min(worst, 30.0) / 30


def sign_doubts(alignment: Alignment) -> dict[str, float]:
    """Values, dates and names that the minute has not, or has elsewhere."""
    tokens, home, anywhere = alignment.statement.tokens, alignment.home, alignment.anywhere
    sorts = ("value", "date", "name")
    found = dict.fromkeys([f"{sort}_{where}" for sort in sorts for where in ("absent", "elsewhere")], 0.0)
    for at, token in enumerate(tokens):
        dated = token.kind in ("month", "weekday") or token.month
        sort = "date" if dated else "value" if token.kind == "value" else ""
        if sort and anywhere[at] < 0.9:
            found[f"{sort}_absent"] += 1
        elif sort and home[at] < 0.9:
            found[f"{sort}_elsewhere"] += 1
    for group in anchor_groups(tokens):
        if tokens[group[0]].kind == "name":
            where = _name_stands(alignment, group)
            if where != "home":
                found[f"name_{where}"] += 1
    return {name: min(value, 2.0) for name, value in found.items()}


def _name_stands(alignment: Alignment, group: list[int]) -> str:
    """Where the words of a name stand together: at home or in the heading, elsewhere in the minute, or nowhere."""
    home = alignment.homes[alignment.segment[group[0]]]
    going_on = any(one.tokens[0].low in PRONOUNS for unit in home if (one := alignment.minute.units[unit]).tokens)
    best = "absent"
    for at, unit in enumerate(alignment.minute.units):
        rows = alignment.similar[at]
        if not rows.size or float((rows[group].max(axis=1) >= 0.85).mean()) < 0.6:
            continue
        if at in home or unit.frame and float((rows[group].max(axis=1) >= 0.85).mean()) == 1.0:
            return "home"
        best = "home" if going_on and home and at < max(home) else "elsewhere"
    return best
