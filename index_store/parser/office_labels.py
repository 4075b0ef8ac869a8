"""Lists in one line in which offices are labels: "Chair: Mr A Ash: Secretary: Ms B Birch: Treasurer: Mr C Clay"."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import zip_longest

from index_store.parser.descriptions import CHAIRING, Entry
from index_store.parser.names import WORD
from index_store.parser.neighbours import Run

_COURTESY = r"(?:Mrs?|Ms|Miss|Dr|Cllr|Councillor)\b"
_LABEL = re.compile(
    r"(?:^|(?<=[\s:;,.])(?<!\bin )(?<!\bin the ))"
    r"(?P<office>(?:(?:Vice|Deputy|Acting|Hon\.?|Honorary|Minutes?|Assistant|Membership)[ -])*"
    r"(?:Chair(?:man|woman|person)?|Convenor|Convener|President|Secretary|Treasurer|Clerk))\s*"
    rf"(?P<mark>:[:.]*|(?=\s(?:{_COURTESY}|[A-Z]\.? [A-Z])))\s*"
)
_OFFICES = ("Chair", "Conven", "President", "Secretary", "Treasurer", "Clerk")
_FEWEST = 2
_SEATED = re.compile(r"\bin (?:the )?[Cc]hair\b")
_LED = re.compile(rf"\bthen (?={_COURTESY})")
_SIDE = re.compile(rf"(?<=[a-z])\s*/\s*(?={_COURTESY})")
_NO_COMMA = re.compile(
    rf"(?:(?:Mrs?|Ms|Miss|Dr)\b\.? (?:[A-Z]\.? ?){{0,3}}|(?:[A-Z]\.? ){{1,3}}){WORD}"
    rf"(?P<gap> )(?=(?:{_COURTESY}|Messrs\b)\.? [A-Z])"
)
"""Where a comma is missing between two people: "Mr D Gray Mrs E Elm"."""
_AROUND = " \t:;,./"
_BEHIND_A_NAME = re.compile(r"\w\.?\s+[-–—]\s*$")
"""What stands before an office that is that of somebody named before it: "Miss Ash - Chairperson: Mrs Birch"."""


def is_labelled(line: str) -> bool:
    """Whether a line labels two holders of offices or more, with a colon behind one of them at least."""
    if ":" not in line or not any(office in line for office in _OFFICES):
        return False
    labels = list(_LABEL.finditer(line))
    return len(labels) >= _FEWEST and any(label["mark"] for label in labels)


def labelled_run(line: str, read: Callable[[str], Run]) -> Run:
    """The people of such a line, each label's holder with the office; empty for any other line.

    ``read`` reads a run of people without labels. Who stands behind the first holder of an office has none.
    """
    if not any(office in line for office in _OFFICES) or ":" not in line:
        return []
    labels = list(_LABEL.finditer(line))
    if len(labels) + (labels[:1] != [] and labels[0].start() > 0) < _FEWEST or not any(one["mark"] for one in labels):
        return []
    if all(_BEHIND_A_NAME.search(line, 0, one.start()) for one in labels):
        return []
    found = _people(line, 0, labels[0].start(), read)
    for label, after in zip_longest(labels, labels[1:]):
        people = _people(line, label.end(), after.start() if after else len(line), read)
        if not people:
            return []
        start, end, (holder, *others) = people[0]
        found += [(start, end, (_holding(holder, label["office"]), *others)), *people[1:]]
    return found


def _people(line: str, start: int, end: int, read: Callable[[str], Run]) -> Run:
    words = line[start:end]
    seated = _SEATED.search(words)
    for pattern, mark in ((_SEATED, " "), (_LED, " "), (_SIDE, ",")):
        words = pattern.sub(_filled(mark), words)
    while gap := _NO_COMMA.search(words):
        words = f"{words[: gap.start('gap')]},{words[gap.end('gap') :]}"
    lead = len(words) - len(words.lstrip(_AROUND))
    run = [(start + lead + a, start + lead + b, people) for a, b, people in read(words.strip(_AROUND))]
    if seated and run:
        first, last, (holder, *others) = run[0]
        run[0] = (first, last, (holder._replace(status="chair"), *others))
    return run


def _holding(entry: Entry, office: str) -> Entry:
    if CHAIRING.fullmatch(office):
        return entry._replace(status="chair")
    return entry._replace(role=office)


def _filled(mark: str) -> Callable[[re.Match[str]], str]:
    return lambda found: mark.ljust(len(found[0]))
