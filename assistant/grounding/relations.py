"""What came first and what followed, in time or as cause, and what is put behind what, told the other way round.

"Once", "before", "because", "and so"; "rather than", "instead of".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from assistant.grounding.alignment import Alignment
from assistant.grounding.tokens import Token

_FIRST = """after|once|following|having|subsequent to|because|due to|owing to|thanks to|as a result of|in view of
|given that|since|came from|comes from|arose from|stemmed from|caused by|brought about by|the result of"""
_SECOND = """before|until|till|prior to|ahead of|pending|so|therefore|thus|hence|consequently|resulting in|resulted in
|led to|leading to|followed by|and then|went on to"""
_BEHIND = "rather than|instead of|as opposed to|in preference to|than"
_BORNE, _LEAST = 0.75, 0.5
_LONGEST, _SHORT, _FAR = 14, 4, 16
_DEGREE = frozenset("far that long much many as".split())


class _Mark(NamedTuple):
    """A joining word: what follows it came first (1) or second (-1)."""

    at: int
    words: int
    side: int


Joining = tuple[tuple[tuple[str, ...], int], ...]


def _joining(*listed: tuple[str, int]) -> Joining:
    found = [(tuple(phrase.split()), side) for one, side in listed for phrase in one.replace("\n", "").split("|")]
    return tuple(sorted(found, key=lambda one: -len(one[0])))


ORDER, PREFERENCE = _joining((_FIRST, 1), (_SECOND, -1)), _joining((_BEHIND, -1))


def relation_doubts(alignment: Alignment) -> dict[str, float]:
    """How far what came first in the statement came second in the minute, on both sides of it: 0 to 1."""
    return {"relation_turned": max(_turned(alignment, ORDER), _turned(alignment, PREFERENCE))}


def _turned(alignment: Alignment, joining: Joining) -> float:
    sides = sides_of(alignment.statement.tokens, joining)
    there: dict[int, list[int]] = {}
    total, agreed = {1: 0.0, -1: 0.0}, {1: 0.0, -1: 0.0}
    for at, token in enumerate(alignment.statement.tokens):
        match = alignment.matches[at]
        if not token.tells or not sides[at] or match.score < _BORNE:
            continue
        if match.unit not in there:
            there[match.unit] = sides_of(alignment.minute.units[match.unit].tokens, joining)
        borne = there[match.unit][match.word]
        total[sides[at]] += abs(borne) * float(alignment.weights[at])
        agreed[sides[at]] += sides[at] * borne * float(alignment.weights[at])
    if min(total.values()) < _LEAST:
        return 0.0
    return max(0.0, min(-agreed[side] / total[side] for side in (1, -1)))


def sides_of(tokens: Sequence[Token], joining: Joining) -> list[int]:
    """For each word 1 where it tells what came first, -1 where what followed, 0 where nothing is said of either."""
    marks = _marks(tokens, joining)
    sides = [0] * len(tokens)
    for mark in marks:
        end = start = mark.at + mark.words
        comma = any(one.breaks for one in tokens[start + 1 : start + _LONGEST])
        longest = _SHORT if mark.at == 0 and not comma else _LONGEST
        while end < len(tokens) and end - mark.at < longest + mark.words and not (end > start and tokens[end].breaks):
            if any(other.at == end for other in marks):
                break
            end += 1
        sides[start:end] = [mark.side] * (end - start)
    for at, side in enumerate(sides):
        near = min(marks, key=lambda mark: abs(mark.at - at), default=None)
        if side == 0 and near is not None and abs(near.at - at) <= _FAR:
            sides[at] = -near.side
    return sides


def _marks(tokens: Sequence[Token], joining: Joining) -> list[_Mark]:
    low = tuple(token.low for token in tokens)
    found, at = [], 0
    while at < len(low):
        hit = next(((words, side) for words, side in joining if low[at : at + len(words)] == words), None)
        if hit is not None and _joins(tokens, at, len(hit[0])):
            found.append(_Mark(at, len(hit[0]), hit[1]))
            at += len(hit[0])
        else:
            at += 1
    return found


def _joins(tokens: Sequence[Token], at: int, words: int) -> bool:
    """Not "so far", "the following report", "until 4 March"."""
    behind = tokens[at + words] if at + words < len(tokens) else None
    if behind is None or words == 1 and behind.kind in ("value", "month", "weekday"):
        return False
    if tokens[at].low == "following" and at and tokens[at - 1].low in ("the", "these", "as"):
        return False
    return not (tokens[at].low == "so" and behind.low in _DEGREE)
