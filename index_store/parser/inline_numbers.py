"""Numbers of minutes in the middle of a paragraph, where a chain of headings lacks them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from index_store.parser.candidates import Candidate
from index_store.parser.chain import Chain, running_part

_ENDLESS, _TITLED = 9999, 0.7


def lacks_numbers(chain: Sequence[Candidate]) -> bool:
    """Whether numbers may stand in the middle of a paragraph: one is missing, or they may go on behind the last."""
    if len(chain) < 3:
        return False
    runs = running_part(chain)
    gaps = any(two.label.value[runs] > one.label.value[runs] + 1 for one, two in pairwise(chain))
    return gaps or chain[0].label.family in ("N/N", "N")


def with_inline(chain: Sequence[Candidate], loose: Sequence[Candidate], found: Sequence[Candidate]) -> Chain:
    """The chain with numbers that stand in the middle of a paragraph, where they are missing from it.

    ``found`` are all numbers at the start of a line, with which those in the middle of paragraphs may take turns.
    """
    if len(chain) < 3:
        return list(chain)
    runs, family = running_part(chain), chain[0].label.family
    fitting = [one for one in loose if one.label.family == f"{family.rstrip('…')}…" and one not in chain]
    if not fitting:
        return list(chain)
    whole: Chain = []
    for one, two in pairwise(chain):
        whole.append(one)
        whole += _counting(fitting, one, one.label.value[runs] + 1, two.label.value[runs], runs, two.start)
    whole.append(chain[-1])
    if family == "N":
        at_lines = {one.start: one for one in found if one.label.family == family}
        fitting = sorted([at_lines.get(one.start, one) for one in fitting], key=lambda one: one.start)
        whole += _going_on(fitting, chain[-1], runs)
    if family == "N/N":
        whole += _counting(fitting, chain[-1], chain[-1].label.value[runs] + 1, _ENDLESS, runs, None)
        whole = _counting_down(fitting, chain[0], runs) + whole
    return whole


def _going_on(fitting: Sequence[Candidate], last: Candidate, runs: int) -> Chain:
    """Plain numbers that go on behind the last, most with a title: two at least, for one may be a figure."""
    more = _counting(fitting, last, last.label.value[runs] + 1, _ENDLESS, runs, None)
    titled = sum(one.title is not None for one in more)
    follows = len(more) > 1 and more[0].label.value[runs] == last.label.value[runs] + 1
    return more if follows and titled >= _TITLED * len(more) else []


def _counting(
    fitting: Sequence[Candidate], last: Candidate, value: int, goal: int, runs: int, stop: int | None
) -> Chain:
    """What counts on from ``value`` up to below ``goal``, behind ``last`` and before ``stop``; one may be missing."""
    found: Chain = []
    for one in fitting:
        number = one.label.value[runs]
        behind = one.start > last.start and (stop is None or one.start < stop)
        if behind and value <= number < min(goal, value + 2) and _outer(one, runs) == _outer(last, runs):
            found.append(one)
            value = number + 1
    return found


def _counting_down(fitting: Sequence[Candidate], first: Candidate, runs: int) -> Chain:
    """What counts up to ``first`` before it."""
    found: Chain = []
    value = first.label.value[runs]
    for one in reversed([one for one in fitting if one.start < first.start]):
        if value - 2 <= one.label.value[runs] < value and _outer(one, runs) == _outer(first, runs):
            found.append(one)
            value = one.label.value[runs]
    return found[::-1]


def _outer(one: Candidate, runs: int) -> tuple[int, ...]:
    return tuple(value for part, value in enumerate(one.label.value) if part != runs)
