"""Points that are counted anew under each of many headings without number: the headings are the minutes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from index_store.parser.candidates import Candidate
from index_store.parser.headings import Heading
from index_store.parser.wording import is_usual
from index_store.reading import Reading

_HEADINGS, _USUAL, _ANEW = 4, 2, 3
_MOST, _FEW = 0.55, 0.3


def counts_anew(
    reading: Reading, chain: Sequence[Candidate], plain: Sequence[Heading], found: Sequence[Candidate]
) -> bool:
    """Whether the numbers of ``chain`` are points under the ``plain`` headings, for the count begins anew under most.

    ``found`` are all numbers. Business as usual is then headed by the plain headings, not by the numbers: a list that
    begins with 1 inside a minute does not make its heading one.
    """
    if chain[0].label.word or len(chain[0].label.value) > 1 or sum(one.usual for one in chain) > _FEW * len(chain):
        return False
    starts = [one.start for one in plain]
    firsts: dict[int, int] = {}
    for one in found:
        if one.label.family == chain[0].label.family:
            firsts.setdefault(bisect_right(starts, one.start), one.label.value[0])
    anew = sum(value == 1 for value in firsts.values())
    if len(plain) < _HEADINGS or anew < _ANEW or anew < _MOST * len(firsts):
        return False
    titles = (reading.mapped.text[one.title[0] : one.title[1]] for one in plain if one.title)
    return sum(map(is_usual, titles)) >= _USUAL
