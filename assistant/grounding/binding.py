"""Who and what belong together: names and values bound to other words, agents and objects exchanged, order turned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from assistant.grounding.alignment import EXACT, Alignment
from assistant.grounding.tokens import Token

_GAP = 12
_REACH = 20.0


def binding_doubts(alignment: Alignment) -> dict[str, float]:
    """Names and values that stand nearer to other words in the minute than in the statement; order turned round."""
    places = _places(alignment)
    swapped = {"name": 0.0, "value": 0.0}
    usurped = {"name": 0.0, "value": 0.0}
    groups = anchor_groups(alignment.statement.tokens)
    for group in groups:
        kind = alignment.statement.tokens[group[0]].kind
        near = _associates(alignment, group, places)
        own, rivals = _standing(alignment, group, groups, places)
        if not near or not own:
            continue
        cost = min(_cost(near, place) for place in own)
        for place, stated in rivals:
            gain = float(np.clip((cost - _cost(near, place) - 1.0) / 8, 0, 1))
            table = swapped if stated else usurped
            table[kind] = max(table[kind], gain)
    doubts = {f"swapped_{kind}": gain for kind, gain in swapped.items()}
    doubts |= {f"usurped_{kind}": gain for kind, gain in usurped.items()}
    doubts |= _misplaced(alignment, groups)
    doubts["exchanged"] = _exchanged(alignment, groups, places)
    return {**doubts, "turned": _turned(alignment), "roles_turned": _roles_turned(alignment)}


def _misplaced(alignment: Alignment, groups: list[list[int]]) -> dict[str, float]:
    """How much more like what is said of a figure or person is what the minute says of another of the sort."""
    tokens, rows = alignment.statement.tokens, alignment.statement.rows
    worst = {"misplaced_name": 0.0, "misplaced_value": 0.0}
    for group in groups:
        head = group[-1]
        own: list[float] = []
        rivals: list[float] = []
        # Figures are many, and only those near by can be mistaken for each other; a person can be taken for any other.
        units = alignment.window if tokens[head].kind == "value" else range(len(alignment.minute.units))
        for at in units:
            unit = alignment.minute.units[at]
            for to, word in enumerate(unit.tokens):
                if sort_of(word) != sort_of(tokens[head]) or unit.frame:
                    continue
                alike = float(rows[head] @ unit.rows[to])
                (own if alignment.similar[at][head, to] >= EXACT else rivals).append(alike)
        if own and rivals:
            name = f"misplaced_{tokens[head].kind}"
            worst[name] = max(worst[name], max(rivals) - max(own))
    return worst


def _exchanged(alignment: Alignment, groups: list[list[int]], places: dict[int, int]) -> float:
    """How much nearer two names or values of one sort would stand to their words if they changed places."""
    tokens, worst = alignment.statement.tokens, 0.0
    for first, left in enumerate(groups):
        for right in groups[first + 1 :]:
            if sort_of(tokens[left[-1]]) != sort_of(tokens[right[-1]]):
                continue
            mine = [one for one in _associates(alignment, left, places, without=right)]
            other = [one for one in _associates(alignment, right, places, without=left)]
            here, there = _standing(alignment, left, [], places)[0], _standing(alignment, right, [], places)[0]
            if not (mine and other and here and there):
                continue
            straight = min(_cost(mine, place) for place in here) + min(_cost(other, place) for place in there)
            crossed = min(_cost(mine, place) for place in there) + min(_cost(other, place) for place in here)
            worst = max(worst, (straight - crossed) / 8)
    return float(np.clip(worst, 0, 1))


def anchor_groups(tokens: Sequence[Token]) -> list[list[int]]:
    """Runs of name words, and values each by itself."""
    groups: list[list[int]] = []
    for at, token in enumerate(tokens):
        joins = groups and groups[-1][-1] == at - 1 and tokens[at - 1].kind == "name" and not token.breaks
        if token.kind == "name" and joins:
            groups[-1].append(at)
        elif token.kind in ("name", "value"):
            groups.append([at])
    return groups


def _places(alignment: Alignment) -> dict[int, int]:
    """Where each sentence of the window begins, in words, with a gap between sentences."""
    found, start = {}, 0
    for unit in alignment.window:
        found[unit] = start
        start += len(alignment.minute.units[unit].tokens) + _GAP
    return found


def _associates(
    alignment: Alignment, group: list[int], places: dict[int, int], without: Sequence[int] = ()
) -> list[tuple[float, float]]:
    """(weight, place) of the words that the group is said to belong to."""
    tokens, found = alignment.statement.tokens, []
    for at, token in enumerate(tokens):
        match = alignment.matches[at]
        if (
            at in group
            or at in without
            or not token.tells
            or match.score < 0.6
            or alignment.segment[at] != alignment.segment[group[0]]
        ):
            continue
        apart = min(abs(at - one) for one in group)
        if apart <= 7:
            found.append((float(alignment.weights[at]) * match.score / apart, float(places[match.unit] + match.word)))
    return sorted(found, reverse=True)[:3]


def _standing(
    alignment: Alignment, group: list[int], groups: list[list[int]], places: dict[int, int]
) -> tuple[list[int], list[tuple[int, bool]]]:
    """Where the group stands in the window, and where others of its sort do (and whether the statement has them)."""
    tokens = alignment.statement.tokens
    head = tokens[group[-1]]
    mine = {tokens[at].stem for at in group}
    stated = {tokens[at].stem for other in groups if other is not group for at in other}
    own: list[int] = []
    rivals: list[tuple[int, bool]] = []
    for unit, start in places.items():
        for to, word in enumerate(alignment.minute.units[unit].tokens):
            if alignment.similar[unit][group[-1], to] >= EXACT:
                own.append(start + to)
            elif word.stem not in mine and sort_of(head) == sort_of(word):
                rivals.append((start + to, word.stem in stated))
    return own, rivals


def sort_of(token: Token) -> str:
    """Values of one sort can be mistaken for each other: money, days, years, shares, other numbers; names."""
    if token.kind != "value":
        return token.kind
    if token.value[0] in "£€$":
        return "money"
    if token.month:
        return "day"
    if token.value.endswith("%"):
        return "%"
    return "year" if token.value[:2] in ("19", "20") and len(token.value) == 4 else "number"


def _cost(near: Iterable[tuple[float, float]], place: float) -> float:
    weighed = list(near)
    total = sum(weight for weight, _ in weighed)
    return sum(weight * min(abs(spot - place), _REACH) for weight, spot in weighed) / max(total, 1e-6)


def _turned(alignment: Alignment) -> float:
    """The share of word pairs of one part whose order the minute has the other way round."""
    kept = [
        (at, match)
        for at, match in enumerate(alignment.matches)
        if alignment.statement.tokens[at].tells and match.score >= 0.75
    ]
    pairs = turned = 0
    for first, (at, left) in enumerate(kept):
        for to, right in kept[first + 1 :]:
            if left.unit == right.unit and left.word != right.word and alignment.segment[at] == alignment.segment[to]:
                pairs += 1
                turned += left.word > right.word
    return turned / pairs if pairs >= 3 else 0.0


def _roles_turned(alignment: Alignment) -> float:
    """How many words have what stands before and behind them exchanged, a passive with "by" taken into account."""
    tokens, straight, crossed = alignment.statement.tokens, 0, 0
    for at, token in enumerate(tokens):
        match = alignment.matches[at]
        if token.kind != "word" or match.score < 0.6:
            continue
        left = _neighbour(alignment, at, -1)
        right = _neighbour(alignment, at, 1)
        if left is None or right is None:
            continue
        words = alignment.minute.units[match.unit].tokens
        passive = _by_behind(tokens, at) != _by_behind(words, match.word)
        ahead, behind = (right, left) if passive else (left, right)
        straight += ahead < match.word < behind
        crossed += behind < match.word < ahead
    return float(crossed > straight) * min(crossed, 2) / 2 if crossed else 0.0


def _neighbour(alignment: Alignment, at: int, step: int) -> int | None:
    """Where the minute has the nearest telling word on one side of ``at``, in the same sentence as the word itself."""
    tokens, unit = alignment.statement.tokens, alignment.matches[at].unit
    for to in range(at + step, at + step * 8, step):
        if not 0 <= to < len(tokens) or alignment.segment[to] != alignment.segment[at]:
            return None
        match = alignment.matches[to]
        if tokens[to].tells and match.unit == unit and match.score >= 0.8 and match.word != alignment.matches[at].word:
            return match.word
    return None


def _by_behind(tokens: Sequence[Token], at: int) -> bool:
    return any(one.low == "by" for one in tokens[at + 1 : at + 5])
