"""The best chain of numbered headings in a meeting, found over all candidates at once.

A chain of numbers that goes on is the minutes; a list that restarts inside one is not. Each candidate has a score of its
own (:mod:`index_store.parser.candidates`), each step from one to the next a score for how the numbers and the look go on;
dynamic programming finds the chain with the highest sum.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from index_store.parser.candidates import Candidate

_LOOK_BACK = 80


def best_chain(found: Sequence[Candidate]) -> tuple[list[Candidate], float]:
    """The chain with the highest score and that score; an empty one where there are no candidates."""
    families: dict[str, list[Candidate]] = defaultdict(list)
    for one in found:
        families[one.label.family].append(one)
    chains = {family: _chain_of(members) for family, members in families.items()}
    if not chains:
        return [], 0.0
    best = max(chains, key=lambda family: chains[family][1])
    chain, score = chains[best]
    for family in sorted(chains, key=len):
        outer, worth = chains[family]
        if len(family) < len(best) and len(outer) >= 2 and worth > 0.0 and _governs(outer, chain):
            return outer, worth
    return chain, score


def _governs(outer: Sequence[Candidate], inner: Sequence[Candidate]) -> bool:
    """Whether the inner chain's numbers are 1.1, 1.2, 2.1… under the outer chain's 1, 2…"""
    if len(inner[0].label.value) < 2 or len(outer[0].label.value) != 1:
        return False
    under = 0
    for one in inner:
        above = [two for two in outer if two.start <= one.start]
        under += bool(above) and above[-1].label.value[0] == one.label.value[0]
    return under >= 0.6 * len(inner)


def _chain_of(members: Sequence[Candidate]) -> tuple[list[Candidate], float]:
    runs = _running_part(members)
    best: list[float] = []
    back: list[int] = []
    for at, one in enumerate(members):
        score, came = one.score + _begin(one, runs), -1
        for before in range(max(0, at - _LOOK_BACK), at):
            if members[before].line == one.line and members[before].start == one.start:
                continue
            reached = best[before] + one.score + _step(members[before], one, runs)
            if reached > score:
                score, came = reached, before
        best.append(score)
        back.append(came)
    end = max(range(len(members)), key=lambda at: best[at])
    chain, at = [], end
    while at >= 0:
        chain.append(members[at])
        at = back[at]
    return chain[::-1], best[end]


def _running_part(members: Sequence[Candidate]) -> int:
    """Which part of a compound number counts up: the one with the most different values."""
    size = min(len(one.label.value) for one in members)
    values = [len({one.label.value[part] for one in members}) for part in range(size)]
    if size == 2 and members[0].label.family in ("N.N", "N.N…") and values[1] == 1 and members[0].label.value[1] == 0:
        return 0
    return max(range(size), key=lambda part: (values[part], part))


def _begin(one: Candidate, runs: int) -> float:
    return 0.5 if one.label.value[runs] == 1 else 0.0


def _step(one: Candidate, two: Candidate, runs: int) -> float:
    return _count(one.label.value, two.label.value, runs, one, two) + _look(one, two)


def _count(before: tuple[int, ...], after: tuple[int, ...], runs: int, one: Candidate, two: Candidate) -> float:
    """How well the second number goes on from the first."""
    if len(before) != len(after):
        return -2.0
    moved = after[runs] - before[runs]
    outer_before, outer_after = before[:runs], after[:runs]
    rest_same = before[runs + 1 :] == after[runs + 1 :]
    if outer_before != outer_after or not rest_same:
        if outer_after > outer_before and after[runs] <= 1:
            return 1.5
        return _moved(moved) - 1.0
    if moved == 0 and one.label.suffix != two.label.suffix and two.label.suffix:
        return 1.5
    return _moved(moved)


def _moved(moved: int) -> float:
    if moved == 1:
        return 2.0
    if moved == 2:
        return -0.4
    if 2 < moved <= 6:
        return -1.2
    if moved == 0:
        return -1.0
    if moved in (-1, -2):
        return -1.8
    return -3.0 if moved > 0 else -4.5


def _look(one: Candidate, two: Candidate) -> float:
    """Headings of one document look alike."""
    same = [a == b for a, b in zip(one.style, two.style, strict=True)]
    return -0.5 * (4 - sum(same))


def usual_style(chain: Sequence[Candidate]) -> tuple[str, bool, bool, int]:
    """The look that most headings of a chain have."""
    return Counter(one.style for one in chain).most_common(1)[0][0]


def with_misprints(chain: Sequence[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """The chain with headings whose number is misprinted: set like the others, where exactly theirs is missing."""
    if len(chain) < 4:
        return list(chain)
    style, family = usual_style(chain), chain[0].label.family
    runs = _running_part(chain)
    whole = [chain[0]]
    for one in chain[1:]:
        gap = one.label.value[runs] - whole[-1].label.value[runs] - 1
        between = [
            two for two in found
            if whole[-1].start < two.start < one.start and two.label.family == family and two.style == style
            and two.score > 1.5 and two.line not in (whole[-1].line, one.line)
        ]
        if gap > 0 and len(between) == gap:
            whole += between
        whole.append(one)
    return whole
