"""Numbers that the chain of headings lacks, on lines set like its headings but for a slip: "9) Fair:", "11, Budget:".

Minutes whose agenda was taken in another order, or was typed in haste, have them: each number once, on a line of its
own that ends in a colon as the other headings do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from index_store.parser.candidates import Candidate
from index_store.parser.titles import Title
from index_store.reading import Reading

_LINE = re.compile(r"\W{0,3}(?P<number>\d{1,3})\s?[.,):;]{0,2}\s+(?=[A-Z])")
_LONGEST = 170
_FEWEST = 6
_SHARE = 0.5
"""Least share of the chain's headings that end in a colon at the end of their line."""


def with_missing(chain: Sequence[Candidate], reading: Reading) -> list[Candidate]:
    """The chain with the numbers that it lacks; as it is where its headings are not set so, or too many are missing."""
    values = [one.label.value for one in chain]
    if len(chain) < _FEWEST or any(len(value) != 1 for value in values):
        return list(chain)
    held = {value[0] for value in values}
    missing = set(range(min(held), max(held))) - held
    colons = sum(_colon(reading, one.line) for one in chain)
    if not missing or len(missing) > len(chain) or colons < _SHARE * len(chain):
        return list(chain)
    taken = {one.line for one in chain}
    lines = [at for at in range(chain[0].line + 1, chain[-1].line) if at not in taken and _colon(reading, at)]
    read = [(at, _LINE.match(reading.lines[at].text)) for at in lines]
    found = [(int(match["number"]), at, match.end()) for at, match in read if match]
    once = Counter(number for number, _, _ in found)
    more = [_heading(reading, chain[0], *one) for one in found if one[0] in missing and once[one[0]] == 1]
    return sorted([*chain, *more], key=lambda one: one.start)


def _colon(reading: Reading, line: int) -> bool:
    text = reading.lines[line].text.rstrip()
    return text.endswith(":") and len(text) <= _LONGEST


def _heading(reading: Reading, like: Candidate, number: int, at: int, end: int) -> Candidate:
    line = reading.lines[at]
    size = len(line.text.rstrip().rstrip(":").rstrip())
    label = like.label._replace(printed=str(number), value=(number,), end=end, suffix="")
    title = Title(line.start + end, line.start + size, line.end)
    return like._replace(line=at, start=line.start, body=line.end, label=label, title=title)
