"""Numbers of minutes that read like dates: "1/5/23" is minute 1 of May 2023 where 2/5/23 and 3/5/23 follow it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from index_store.parser.labels import Label, read_labels
from index_store.reading import Reading

_NUMBER = re.compile(
    r"(?P<core>(?P<a>\d{1,4})(?P<by>[/-])(?P<b>\d{1,2})(?P=by)(?P<c>\d{1,4}))(?![\d/-])(?P<mark>\s*[.:;]?\s\||\s*[.:;]|)"
    r"(?:\s+(?=\S)|$)"
)
_FEWEST = 3
_COUNTED = 0.6
"""The share of steps that must be to the next number: days that something happened on do not count up like that."""


def dated_labels(reading: Reading, first: int, stop: int) -> dict[int, Label]:
    """By line, the numbers that :func:`read_labels` takes for dates and that count the minutes all the same."""
    runs: dict[tuple[str, ...], list[tuple[int, int, re.Match[str]]]] = defaultdict(list)
    for at, found in _dates(reading, first, stop):
        a, b, c = found["a"], found["b"], found["c"]
        runs["month", found["by"], b, c].append((at, int(a), found))
        runs["day", found["by"], a, b].append((at, int(c), found))
    counted = [run for run in runs.values() if _counts(run)]
    best = max(counted, key=len, default=[])
    return {at: _label(found) for at, _, found in best}


def _dates(reading: Reading, first: int, stop: int) -> Iterator[tuple[int, re.Match[str]]]:
    for at in range(first, stop):
        text = reading.lines[at].text
        if text[0].isdigit() and (found := _NUMBER.match(text)) and not read_labels(text):
            yield at, found


def _counts(run: list[tuple[int, int, re.Match[str]]]) -> bool:
    steps = [two - one for (_, one, _), (_, two, _) in pairwise(run)]
    return len(run) >= _FEWEST and steps.count(1) >= _COUNTED * len(steps)


def _label(found: re.Match[str]) -> Label:
    value = tuple(int(found[part]) for part in "abc")
    return Label(found["core"], found["by"].join("NNN"), value, found.end(), found["mark"].strip())
