"""The best chain of numbered headings in a meeting, found over all candidates at once.

A chain of numbers that goes on is the minutes; a list that restarts inside one is not. Each candidate has a score of
its own (:mod:`index_store.parser.candidates`), each step from one to the next a score for how the numbers and the look
go on; dynamic programming finds the chain with the highest sum.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise, takewhile

from index_store.parser.candidates import Candidate, Style

_LOOK_BACK = 60
_RESTART = -12.0
_LATE, _NEXT = 4, 2.0
"""How late capitals may begin to count; what a step to the next number is worth, and no step is worth more."""
_SLACK = (1, 4)
"""How far from the margin the outermost numbers may stand: pages of one file are not all set alike."""
_OUTERMOST = ("item", "N", "P", "(item)", "N)", "(N)", "A", "I", "a", "i")
Chain = list[Candidate]


def best_chain(found: Sequence[Candidate]) -> tuple[Chain, float]:
    """The chain with the highest score and that score; an empty one where there are no candidates."""
    families: dict[str, Chain] = defaultdict(list)
    for one in found:
        families[_family(one)].append(one)
    families = {family: _outermost(members) for family, members in families.items()}
    counted = ((family, _chain_of(members)) for family, members in families.items())
    chains = {family: one for family, one in counted if not _initials(family, one[0])}
    best = max(chains, key=lambda family: chains[family][1], default=None)
    if best is None:
        return [], 0.0
    for outer in sorted(chains, key=_depth):
        chain, worth = chains[outer]
        listed = (best, outer[0]) == ("resolution", "a")  # a list under "RESOLUTION NO. 7"
        if listed or {one.start for one in chain} <= {one.start for one in chains[best][0]}:
            continue  # or the same headings, read as letters and as numerals
        further_out = _depth(outer) < _depth(best) or (_titled(chain) and _untitled(chains[best][0]))
        if outer != best and further_out and len(chain) >= 2 and worth > 1.0 and _governs(chain, chains[best][0]):
            best = outer
            break
    chain, score = chains[best]
    return _with_restarts(_without_lists(chain), families[best]), score


def _family(one: Candidate) -> str:
    """The family of a label; numbers glued to letters ("LC1290") are of one count with those of the same letters."""
    family = one.label.family
    return f"{family} {''.join(takewhile(str.isalpha, one.label.printed))}" if family == "PN" else family


def _initials(family: str, chain: Chain) -> bool:
    """Whether capitals that count up from no beginning are those of people: "I. Ash", "J. Birch", "K. Clay"."""
    return family[0] == "A" and chain[0].label.value[0] > _LATE


def _titled(chain: Sequence[Candidate]) -> bool:
    """Whether all numbers of a chain, three or more, have a title that looks like a minute's."""
    return len(chain) >= 3 and all(one.title is not None and one.score > 1.0 for one in chain)


def _untitled(chain: Sequence[Candidate]) -> bool:
    """Whether the numbers of a chain count paragraphs: few have a title."""
    return sum(one.title is not None for one in chain) <= 0.3 * len(chain)


def _outermost(members: Chain) -> Chain:
    """The members at the smallest indent, where they make a chain of their own and the deeper ones stand inside it."""
    least = min(one.indent for one in members)
    whole = (_at_margin(members, least + slack) for slack in _SLACK)
    return next((outer for outer in whole if outer), members)


def _at_margin(members: Chain, margin: int) -> Chain:
    """The members at an indent of ``margin`` at most, where they count on by themselves; empty where they do not."""
    outer = [one for one in members if one.indent <= margin]
    if not 3 <= len(outer) < len(members) or outer[0] is not members[0]:
        return []
    chain, score = _chain_of(outer)
    runs = running_part(chain)
    deeper = [one for one in members if one.indent > margin]
    gaps = [pair for pair in pairwise(chain) if pair[1].label.value[runs] > pair[0].label.value[runs] + 1]
    fills = any(
        one.start < inner.start < two.start and one.label.value[runs] < inner.label.value[runs] < two.label.value[runs]
        for one, two in gaps
        for inner in deeper
    )
    if fills or _go_on(chain[-1], deeper, runs):
        return []
    return outer if len(chain) >= 0.7 * len(outer) and score >= 2.5 * len(chain) else []


def _go_on(last: Candidate, deeper: Sequence[Candidate], runs: int) -> bool:
    """Whether the first of the deeper numbers behind the last outer one counts on from it, as no list inside does."""
    behind = next((one for one in deeper if one.start > last.start), None)
    return behind is not None and behind.label.value[runs] == last.label.value[runs] + 1


def _without_lists(chain: Chain) -> Chain:
    """The chain without numbered lists inside a minute: runs after which the minutes' own count goes on."""
    runs = running_part(chain) if chain else 0
    values = [one.label.value[runs] for one in chain]
    at = 1
    while at < len(chain):
        if values[at] >= values[at - 1] or (len(chain[at].label.value) > 1 and runs > 0):
            at += 1
            continue
        stop, goal = at, values[at - 1] + 1
        while stop < len(chain) and values[stop] <= goal:
            stop += 1
        back = next((to for to in range(stop - 1, at, -1) if values[to] == goal), None)
        restarts = back is not None and values[at] == 1 and back - at >= 5 and values[back - 1] == goal - 1
        if back is None or restarts:
            at += 1
            continue
        del chain[at:back], values[at:back]
        at += 1
    return chain


def _depth(family: str) -> int:
    """How far out a family of labels usually stands: numbers before letters before small numerals."""
    base = family.rstrip("….):")
    for depth, name in enumerate(_OUTERMOST):
        if family == name or base == name:
            return 10 * depth
    return 15 + family.count(".") if family[:1] in "NP" else 95


def _governs(outer: Sequence[Candidate], inner: Sequence[Candidate]) -> bool:
    """Whether the inner chain stands inside the outer one's minutes: 1.1 under 1, or a) b) anew under each number."""
    runs = running_part(outer)
    steps = [two.label.value[runs] - one.label.value[runs] for one, two in pairwise(outer)]
    if any(two.label.value[runs] <= 1 for two in outer[1:]) or sum(step < 0 for step in steps) > len(steps) // 4:
        return False
    if len(inner[0].label.value) > 1:
        if len(outer[0].label.value) > 1:
            return False
        owners = [_above(outer, one) for one in inner]
        pairs = zip(owners, inner, strict=True)
        fits = sum(own is not None and own.label.value[0] == one.label.value[0] for own, one in pairs)
        return fits >= 0.6 * len(inner)
    aligned = all(
        _above(outer, one) is not _above(outer, two)
        for one, two in pairwise(inner)
        if two.label.value[0] <= one.label.value[0]
    )
    return aligned and _above(outer, inner[0]) is not None


def _above(outer: Sequence[Candidate], one: Candidate) -> Candidate | None:
    return next((two for two in reversed(outer) if two.start <= one.start), None)


def _chain_of(members: Sequence[Candidate]) -> tuple[Chain, float]:
    runs = running_part(members)
    best: list[float] = []
    back: list[int] = []
    reach = _LOOK_BACK if len(members) < 1000 else _LOOK_BACK // 6
    for at, one in enumerate(members):
        score, came = one.score + _begin(one, runs), -1
        skipped = 0.0
        for before in range(at - 1, max(-1, at - 1 - reach), -1):
            two = members[before]
            if two.start == one.start:
                continue
            if best[before] + one.score + _NEXT - skipped > score:
                reached = best[before] + one.score + _step(two, one, runs) - skipped
                if reached > score:
                    score, came = reached, before
            if two.score > 1.0:
                skipped += 0.6 if two.style == one.style else 0.2
        best.append(score)
        back.append(came)
    end = max(range(len(members)), key=lambda at: best[at])
    chain, at = [], end
    while at >= 0:
        chain.append(members[at])
        at = back[at]
    return chain[::-1], best[end]


def _with_restarts(chain: Chain, members: Sequence[Candidate]) -> Chain:
    """The chain with those that count anew before or behind it, headed in the same way."""
    if len(chain) < 3:
        return chain
    style = usual_style(chain)
    runs = running_part(members)
    before = [one for one in members if one.start < chain[0].start]
    behind = [one for one in members if one.start > chain[-1].start]
    whole = list(chain)
    for rest, first in ((before, True), (behind, False)):
        if len(rest) < 3:
            continue
        more, score = _chain_of(rest)
        alike = sum(one.style == style for one in more)
        if len(more) >= 3 and alike >= 0.7 * len(more) and score >= 3.0 * len(more) and more[0].label.value[runs] <= 2:
            stray = [one for one in rest if one.style == style and one.score > 1.5 and one.start < more[0].start]
            whole = [*more, *whole] if first else [*whole, *stray, *more]
    return whole


def running_part(members: Sequence[Candidate]) -> int:
    """Which part of a compound number counts up: the one with the most different values."""
    size = min([len(one.label.value) for one in members])
    if size == 1:
        return 0
    values = [len({one.label.value[part] for one in members}) for part in range(size)]
    if size == 2 and members[0].label.family in ("N.N", "N.N…") and values[1] == 1 and members[0].label.value[1] == 0:
        return 0
    return max(range(size), key=lambda part: (values[part], part))


def _begin(one: Candidate, runs: int) -> float:
    return 0.5 if one.label.value[runs] == 1 else 0.0


def _step(one: Candidate, two: Candidate, runs: int) -> float:
    """How well the second heading goes on from the first: in number and in look."""
    return _count(one, two, runs) + _look(one, two)


def _count(one: Candidate, two: Candidate, runs: int) -> float:
    before, after = one.label.value, two.label.value
    item = one.label.family == "item"
    if len(before) != len(after):
        return 1.0 if item and after[0] == before[0] + 1 else -2.0
    headed = item or (one.label.family == "N.N" and two.title is not None and two.score > 0.0)
    if headed and after in ((before[0], before[-1] + 1), (before[0] + 1, 0)):
        return _NEXT
    if item and len(before) == 2 and after == (before[0] + 1, 1):
        return _NEXT
    moved = after[runs] - before[runs]
    outer_before, outer_after = before[:runs], after[:runs]
    if outer_before != outer_after or before[runs + 1 :] != after[runs + 1 :]:
        if outer_after > outer_before and after[runs] <= 1:
            return 1.5
        return _moved(moved) - 1.0
    if moved == 0 and one.label.suffix != two.label.suffix and two.label.suffix:
        return 1.5
    if moved < 0 and after[runs] <= 1:
        return _RESTART
    return _moved(moved)


def _moved(moved: int) -> float:
    if moved == 1:
        return _NEXT
    if moved == 2:
        return -0.4
    if 2 < moved <= 6:
        return -1.2
    if moved == 0:
        return -1.0
    if moved in (-1, -2):
        return -4.0
    return -3.0 if moved > 0 else _RESTART


def _look(one: Candidate, two: Candidate) -> float:
    """Headings of one document look alike, and stand at the same indent."""
    differ = 0 if one.style == two.style else sum(a != b for a, b in zip(one.style, two.style, strict=True))
    return -0.5 * differ - (2.0 if abs(one.indent - two.indent) > 1 else 0.0)


def usual_style(chain: Sequence[Candidate]) -> Style:
    """The look that most headings of a chain have."""
    styles = [one.style for one in chain]
    return max(dict.fromkeys(styles), key=styles.count)


def number_gaps(chain: Sequence[Candidate]) -> list[tuple[int, int]]:
    """Where in the text a number is missing: from the heading before it to the one behind."""
    runs = running_part(chain)
    pairs = pairwise(chain)
    return [(one.start, two.start) for one, two in pairs if 1 < two.label.value[runs] - one.label.value[runs] < 5]
