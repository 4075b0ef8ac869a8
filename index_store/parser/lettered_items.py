"""Lettered minutes under numbered sections: "4. ACTION", below it "A. Award of Contract", "B. Grants"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from index_store.parser.candidates import Candidate
from index_store.parser.sides import names_alone
from index_store.parser.titles import Title
from index_store.parser.wording import is_capitals, is_side, title_case
from index_store.reading import Reading

_SECTIONS = ("N", "item", "P", "I.", "I)")
_SMALL = ("a(", "a.", "a")
"""The families of small letters in brackets, with a full stop, and bare in a column."""
_LONGEST = 160
_SENTENCE = re.compile(r"\.\s+[A-Z]|\b(?:was|were|is|are|had|has|have|reported|noted|agreed|asked)\b")
_SKIPPED = 2
"""So many letters may be missing between two."""


def lettered_items(
    reading: Reading, chain: Sequence[Candidate], found: Sequence[Candidate], stop: int
) -> list[Candidate]:
    """The lettered headings below the chain's that are minutes of their own: titles on lines of their own, with text.

    Letters before mere paragraphs and the entries of a list stay part of their section, as do small letters below text
    of the section's own. Each has the section's number with its letter as its
    number and its agenda item: "VI.A", "4A", "3(b)".
    """
    if len(chain[0].label.value) != 1 or chain[0].label.family not in _SECTIONS:
        return []
    inner: list[Candidate] = []
    ends = [one.start for one in chain[1:]] + [reading.lines[stop - 1].end]
    for section, end in zip(chain, ends, strict=True):
        inside = [
            _whole(reading, one)
            for one in found
            if section.start < one.start < end and one.line > section.line and not _voted(reading, one.line)
        ]
        families = dict.fromkeys(one.label.family for one in inside)
        for family in (one for one in families if one[:1] == "A" or one in _SMALL):
            run = _run([one for one in inside if one.label.family == family])
            if run and _are_minutes(reading, section, run, end):
                inner += [_numbered(section, one) for one in run]
                break
    return inner


def _voted(reading: Reading, at: int) -> bool:
    """Whether a line names somebody by initial and surname below the head of a side: "In favour:" over "A. Ash"."""
    while at > 0 and names_alone(reading.lines[at].text):
        at -= 1
        if is_side(reading.lines[at].text):
            return True
    return False


def _run(letters: Sequence[Candidate]) -> list[Candidate]:
    """The letters that count up from A, and those missing among them that are taken last, by themselves."""
    run: list[Candidate] = []
    for one in letters:
        wanted = run[-1].label.value[0] + 1 if run else 1
        if wanted <= one.label.value[0] <= wanted + (_SKIPPED if run else 0):
            run.append(one)
    held = {one.label.value[0] for one in run}
    late = [one for one in letters if run and one.start > run[-1].start and one.label.value[0] not in held]
    return [*run, *(one for one in late if one.label.value[0] < run[-1].label.value[0])]


def _whole(reading: Reading, one: Candidate) -> Candidate:
    """A letter with all of its line as the title, where that reads like one: "A. Goals: Technical Education"."""
    line = reading.lines[one.line]
    start = one.title.start if one.title else one.body
    words = reading.mapped.text[start : line.end]
    if (one.title and one.title.end >= line.end - 1) or not line.start < start < line.end or len(words) > _LONGEST:
        return one
    if words[0].islower() or words[-1] in ".;," or title_case(words) < 0.8 or _SENTENCE.search(words):
        return one
    return one._replace(title=Title(start, line.end, line.end), body=line.end)


def _are_minutes(reading: Reading, section: Candidate, run: Sequence[Candidate], end: int) -> bool:
    """Whether letters head minutes: nearly all have a title of their own, most of them text below it."""
    own = reading.mapped.text[section.body : run[0].start].strip()
    titled = [one for one in run if _titled(reading, one)]
    told = sum(len(text) > 8 for text in _texts(reading, run, end))
    if run[0].label.family in _SMALL:
        return not own and len(run) > 1 and len(titled) == len(run) == told
    if len(titled) < 0.6 * len(run) or told < 0.6 * len(run):
        return False
    return not own or len(run) > 1


def _texts(reading: Reading, run: Sequence[Candidate], end: int) -> Iterator[str]:
    for one, after in zip_longest(run, run[1:]):
        yield reading.mapped.text[one.title.body if one.title else one.body : after.start if after else end].strip()


def _titled(reading: Reading, one: Candidate) -> bool:
    """Whether a letter has a title that fills its line, or two, and is no list entry or sentence."""
    if one.title is None or one.title.end <= one.title.start:
        return False
    words = reading.mapped.text[one.title.start : one.title.end]
    line_end = reading.mapped.text.find("\n", one.title.end)
    rest = reading.mapped.text[one.title.end : line_end if line_end >= 0 else len(reading.mapped.text)]
    return not rest.strip(" .:–—-") and (is_capitals(words) or title_case(words) >= 0.6)


def _numbered(section: Candidate, one: Candidate) -> Candidate:
    """A letter with its section's number, by which it is asked for and told from those of other sections ("4A")."""
    title = one.title
    label = section.label.printed.removeprefix("Item ").removeprefix("item ")
    if title is None:
        return one
    small = one.label.family in _SMALL
    letter = one.label.printed if small else one.label.printed.upper()
    letter = f"({letter})" if one.label.family == _SMALL[0] else letter
    below = f"{label}{'' if label[-1:].isdigit() or letter[0] == '(' else '.'}{letter}"
    return one._replace(label=one.label._replace(printed=below), title=title._replace(agenda_item=below))
