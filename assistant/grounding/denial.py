"""Denial: what a statement denies and the minute does not, and the other way round."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.grounding.alignment import Alignment
from assistant.grounding.lexicon import DENIALS, contraries, word_set
from assistant.grounding.tokens import Token

_CLAUSE = word_set("but while whereas although though because which who when where after before if and so")


def denies(token: Token) -> bool:
    return token.low in DENIALS or token.low.endswith("n't")


def denials(tokens: Sequence[Token]) -> list[bool]:
    """Which words deny: "not", "without", "refused", and "still" before "to be done"."""
    after = [*(one.low for one in tokens[1:]), ""]
    return [denies(one) or one.low == "still" and then == "to" for one, then in zip(tokens, after, strict=True)]


def clauses(tokens: Sequence[Token]) -> list[int]:
    """The number of the clause that each word stands in."""
    found, at = [], 0
    for token in tokens:
        at += token.breaks or token.low in _CLAUSE
        found.append(at)
    return found


def denied(tokens: Sequence[Token]) -> list[bool]:
    """For each word whether a denial stands close before it, or right behind it, within its clause."""
    clause = clauses(tokens)
    marks = [at for at, one in enumerate(denials(tokens)) if one]
    return [
        any(clause[mark] == clause[at] and (0 < at - mark <= 6 or 0 < mark - at <= 2) for mark in marks)
        for at in range(len(tokens))
    ]


def denial_doubts(alignment: Alignment) -> dict[str, float]:
    """Denials without their like on the other side: around each denying word, and over each part of the statement."""
    tokens = alignment.statement.tokens
    here = denied(tokens)
    there = {unit: denied(alignment.minute.units[unit].tokens) for unit in alignment.window}
    only_here, only_there = [], []
    for at, match in enumerate(alignment.matches):
        if not tokens[at].tells or match.score < 0.6 or denies(tokens[at]):
            continue
        bearing = there[match.unit][match.word]
        only_here.append(here[at] and not bearing)
        only_there.append(bearing and not here[at])
    uneven = _uneven(alignment, here)
    borne = sum(sum(denials(alignment.minute.units[unit].tokens)) for unit in alignment.window)
    said = sum(denials(tokens))
    return {
        "denied_here": float(np.clip(sum(only_here), 0, 3)) / 3,
        "denied_there": float(np.clip(sum(only_there), 0, 3)) / 3,
        "denied_uneven": float(uneven),
        "denial_new": float(said > 0 and borne == 0),
        "denial_lost": float(said == 0 and sum(only_there) >= 2),
        "contrary": _contrary(alignment, here, there),
    }


def _uneven(alignment: Alignment, here: list[bool]) -> bool:
    """Does some part of the statement have an odd difference in denials from the clauses that bear it out?"""
    tokens = alignment.statement.tokens
    denying = denials(tokens)
    for part, home in enumerate(alignment.homes):
        mine = [at for at, one in enumerate(alignment.segment) if one == part]
        said = sum(denying[at] for at in mine)
        borne = 0
        for unit in home:
            words = alignment.minute.units[unit].tokens
            clause = clauses(words)
            met = {
                clause[alignment.matches[at].word]
                for at in mine
                if alignment.matches[at].unit == unit and alignment.matches[at].score >= 0.75 and tokens[at].tells
            }
            borne += sum(no for no, one in zip(denials(words), clause, strict=True) if one in met)
        if (said > 0) != (borne > 0):
            return True
    return False


def _contrary(alignment: Alignment, here: list[bool], there: dict[int, list[bool]]) -> float:
    """Words whose opposite stands at their home, equally denied or not, where they themselves do not."""
    against, found = contraries(), 0
    for at, token in enumerate(alignment.statement.tokens):
        opposed = against.get(token.stem)
        if not opposed or alignment.anywhere[at] >= 0.95 and alignment.matches[at].score >= 0.95:
            continue
        for unit in alignment.homes[alignment.segment[at]]:
            words = alignment.minute.units[unit].tokens
            found += any(there[unit][to] == here[at] for to, one in enumerate(words) if one.stem in opposed)
    return float(min(found, 2))
