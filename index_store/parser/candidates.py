"""Lines that might be the heading of a minute, each with a score for how much it looks like one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from index_store.parser.codes_behind_titles import CodedTitle, coded_titles
from index_store.parser.dated_numbers import dated_labels
from index_store.parser.inline_titles import inline_title
from index_store.parser.labels import Label, read_labels
from index_store.parser.margin_codes import margin_codes
from index_store.parser.page_numbers import PAGE, page_titles
from index_store.parser.run_in_titles import TO_DO
from index_store.parser.titles import Title, title_above, title_after
from index_store.parser.vote_tables import table_lines
from index_store.parser.wording import is_capitals, is_heading, is_people, is_sentence, is_usual, title_case
from index_store.reading import Reading

_INLINE = re.compile(
    r"\d(?<!\S\d)(?:\d{0,2}(?:\.0\s+|\.\s*|/\d{2,4}\s*)(?=[A-Z‘“])|"
    r"\d{0,3} (?=[A-Z]{3,}(?: [A-Z’',&-]{2,})+ |[A-Z]{7,} ))"
)
_LEADER = re.compile(r"\.{4,}\s*\d{1,3}$")
"""How a line of a list of contents ends."""
_NOUGHT = re.compile(r"\d{1,3}\.0\b")
"""How minutes are numbered whose parts count from 1 below them: 3.0, then 3.1."""
_INNER = re.compile(r"\s*(?:(\d{1,2})[.)]\s+|Item ID:? ?\d+ ?[–-] ?)(?=[A-Z]|(?:19|20)\d\d/\d\d )")
"""The number on the agenda between that of a minute and its title: "C048/23  1.  APOLOGIES"."""
_FIRST_NUMBER = re.compile(r"[(\[]?(\d{1,2})(?:[)\]]\.?|\.)\s*(?=(?:[A-Z]{1,4}[ /]?)?\d{1,4}/\d{2,4}\b(?!/))")
_CODE_ENDS, _SURE, _SHORT, _FEWEST, _NEAR, _BELOW = 24, 3.0, 24, 3, 4, 60
_CLAUSE = re.compile(
    r"(?:that|to|and|(?-i:the)|for|which|by(?!-))\b|(?:moved|seconded|proposed) by\b|resolved\b|agreed\b|"
    r"noted\b",
    re.IGNORECASE,
)
_DOER = r"(?:[A-Z]{2,5}\b|All\b|[A-Z][\w’'-]+ [A-Z][\w’'-]+|[A-Z]\w+ reps?\b)"
_TASK = re.compile(rf"(?:[-–] )?{_DOER}(?:(?:,? (?:and|&) |, |/){_DOER})* to [a-z]+ ")
"""What somebody is to do, behind the number of an action: "09-01 SB to send the forms"."""
Style = tuple[str, bool, bool, int]


class Candidate(NamedTuple):
    """A possible heading: from ``start`` in the reading text, with its body from ``body``.

    ``style`` is what headings of one document share: punctuation, capitals, weight.
    """

    line: int
    start: int
    body: int
    label: Label
    title: Title | None
    score: float
    style: Style
    indent: int = 0
    usual: bool = False


def candidates(reading: Reading, first: int, stop: int) -> list[Candidate]:
    """Every line from ``first`` up to ``stop`` that starts with a label."""
    found = []
    under = _under_titles(reading, first, stop)
    nought = sum(".0" in line.text and _NOUGHT.match(line.text) is not None for line in reading.lines[first:stop]) > 1
    ballots = table_lines([line.text for line in reading.lines[first:stop]])
    dated = dated_labels(reading, first, stop)
    coded = coded_titles(reading, first, stop) | margin_codes(reading, first, stop)
    page = page_titles(reading, first, stop)
    for at in range(first, stop):
        text = reading.lines[at].text
        if at - first in ballots or (page and min(page) < at < max(page) + _BELOW and at not in page):
            continue
        if ("...." in text and _LEADER.search(text)) or (at + 1 in coded and text[0] in "(["):
            continue
        if at in coded or at in page:
            found.append(_on_page(reading, at, *page[at]) if at in page else _behind_title(reading, at, coded[at]))
            continue
        labels = (dated[at],) if at in dated else read_labels(text)
        agenda = _numbered_twice(text) if "/" in text[:_CODE_ENDS] else None
        for label in agenda[1] if agenda else labels:
            below = under and _alone(text, label)
            below = below or label.family == "(item)"
            deep = nought and label.family == "N.N"
            one = _candidate(reading, at, text, label, first, stop, below=below, nought=deep)
            if one is not None:
                title = agenda and one.title and one.title._replace(agenda_item=one.title.agenda_item or agenda[0])
                found.append(one._replace(title=title) if title else one)
    return _with_neighbours(_told_once(found, reading))


def _behind_title(reading: Reading, at: int, one: CodedTitle) -> Candidate:
    start = reading.lines[at].start
    title = Title(start + one.title[0], start + one.title[1], start + one.body, one.agenda_item)
    style = (one.label.mark, False, False, 0)
    return Candidate(at, min(start, title.start), title.body, one.label, title, _SURE, style)


def _on_page(reading: Reading, at: int, label: Label, title: Title) -> Candidate:
    line, usual = reading.lines[at], is_usual(reading.mapped.text[title.start : title.end])
    return Candidate(at, line.start, title.body, label, title, _SURE, (PAGE, False, False, 0), line.indent, usual)


def _numbered_twice(text: str) -> tuple[str, tuple[Label, ...]] | None:
    """The number on the agenda that stands before that of the minute, and the latter: "3. 11/834 Accounts"."""
    first = _FIRST_NUMBER.match(text)
    labels = read_labels(text[first.end() :]) if first else ()
    coded = [
        one._replace(end=one.end + first.end()) for one in labels if first and "/" in one.family and not one.bullet
    ]
    return (first[1], tuple(coded)) if first and coded else None


def _told_once(found: list[Candidate], reading: Reading) -> list[Candidate]:
    """The candidates without a number alone on its line that says again which minute it is: "1 Apologies" over "1"."""
    kept: list[Candidate] = []
    for one in found:
        last = kept[-1] if kept else None
        again = last is not None and last.title is not None and last.label.printed == one.label.printed
        if again and last and 0 < one.line - last.line <= _NEAR and last.title and last.title.end <= one.start:
            text = reading.lines[one.line].text
            if one.label.end >= len(text) and last.line == _line_of_title(last, reading):
                continue
        kept.append(one)
    return kept


def _line_of_title(one: Candidate, reading: Reading) -> int:
    """The line of a candidate if its title stands on it, else -1."""
    line = reading.lines[one.line]
    return one.line if one.title and line.start <= one.title.start < line.end else -1


def _alone(text: str, label: Label) -> bool:
    """Whether a compound number is all that a line holds."""
    return label.end >= len(text) and len(label.value) > 1 and not label.bullet


def _under_titles(reading: Reading, first: int, stop: int) -> bool:
    """Whether numbers that stand alone stand under their titles, and not over them."""
    under = over = 0
    for at in range(first + 1, stop - 1):
        text = reading.lines[at].text
        if len(text) > _SHORT or not text[-1].isdigit() or not any(_alone(text, label) for label in read_labels(text)):
            continue
        before, after = reading.lines[at - 1].text, reading.lines[at + 1].text
        if not is_heading(after) and is_heading(before):
            under += 1
        elif is_heading(after) and not is_heading(before):
            over += 1
    return under >= _FEWEST and under > 2 * over


def inline_candidates(reading: Reading, first: int, stop: int) -> list[Candidate]:
    """Numbers in the middle of long paragraphs that might begin a minute."""
    found = []
    for at in range(first, stop):
        line = reading.lines[at]
        if line.end - line.start < 150:
            continue
        matches = list(_INLINE.finditer(line.text))
        for match, after in zip_longest(matches, matches[1:]):
            labels = read_labels(match[0].rstrip() + " X")
            if not labels:
                continue
            begin = line.start + match.end()
            end = line.start + after.start() if after else line.end
            size, body = inline_title(reading.mapped.text[begin : min(end, begin + 300)])
            title = Title(begin, begin + size, begin + body) if size else None
            label = labels[0]._replace(family=labels[0].family + "…")
            score = 0.5 if size else -0.5
            start = line.start + match.start()
            found.append(Candidate(at, start, begin + body, label, title, score, (label.mark, False, False, 0)))
    return found


def _candidate(
    reading: Reading, at: int, text: str, label: Label, first: int, stop: int, *, below: bool, nought: bool
) -> Candidate | None:
    line = reading.lines[at]
    start = line.start
    rest = text[label.end :]
    if below:
        above = title_above(reading, at, first)
        if above is None:
            return None
        start = reading.lines[above].start
        agenda = label.printed.removeprefix("Item ") if label.family == "(item)" else None
        title: Title | None = Title(start, reading.lines[at - 1].end, line.end, agenda)
    elif "/" in label.printed and (inner := _INNER.match(rest)):
        rest = rest[inner.end() :]
        title = title_after(reading, at, label.end + inner.end(), stop)
        title = title and title._replace(agenda_item=title.agenda_item or inner[1])
    else:
        title = title_after(reading, at, label.end, stop)
    words = reading.mapped.text[title.start : title.end] if title else rest
    if label.word == "resolution" and not (title and is_capitals(words)):
        return None
    if not words.strip():
        coded = label.family[0] == "P" and len(label.value) > 1 and label.end >= len(text)
        if label.word not in ("minute", "motion") and not coded:
            return None
        return Candidate(
            at, start, line.end, label, None, 0.3 if coded else 1.0, (label.mark, False, False, line.level), line.indent
        )
    heads = reading.lines[at : at + 2] if title is not None and title.start > line.end else (line,)
    bold = line.bold >= label.end + 3 or (title is not None and any(one.bold >= len(one.text) - 1 > 0 for one in heads))
    style = (label.mark, is_capitals(words) and len(words) > 5, bold, line.level)
    score = _score(label, words, title, rest, line.level, bold, nought=nought) + 0.4 * line.gap
    body = title.body if title else line.start + label.end
    return Candidate(at, start, body, label, title, score, style, line.indent, is_usual(words))


def _score(label: Label, words: str, title: Title | None, rest: str, level: int, bold: bool, *, nought: bool) -> float:
    score = 0.0
    if level:
        score += 3.0
    if bold:
        score += 2.0
    if title is None:
        score -= 1.0 if is_sentence(rest) else 0.3
    else:
        score += 1.0
        score += 1.2 if is_capitals(words) else 0.8 * (title_case(words) - 0.4)
        score += 0.8 if is_usual(words) else 0.0
        score -= 0.5 if title.body < title.end + len(rest) - len(words) else 0.0
        score += 1.0 if title.agenda_item else 0.0
    agenda = len(label.value) == 1 or "/" in label.family or nought
    if "-" in label.family and _TASK.match(words):
        score -= 4.0
    of_year = label.family in ("N/N", "N-N") and not label.bullet
    if (
        _CLAUSE.match(words)
        and not of_year
        and not (agenda and title and label.printed[-1].isdigit() and TO_DO.match(words))
    ):
        score -= 2.0
    if words[0].islower():
        score -= 2.0
    if label.bullet:
        score -= 1.5
    if label.word:
        score += 1.0
    if not label.mark and not label.word and len(label.value) == 1:
        score -= 0.6
    if label.family[0] in "aAiI(" and label.family != "(item)":
        score -= 1.2
    if is_people(words):
        score -= 1.0
    return score


def _with_neighbours(found: Sequence[Candidate]) -> list[Candidate]:
    """Scores that know what follows: a heading has text below it, an entry of a list has the next entry.

    A run of numbers with nothing below them, before the same numbers come with text, is a list of the agenda.
    """
    inside = _inner_lists(found)
    found = [one._replace(score=one.score - 4.0) if at in inside else one for at, one in enumerate(found)]
    empty = [_is_empty(one, found, at) for at, one in enumerate(found)]
    latest = {(one.label.family, one.label.value): at for at, one in enumerate(found)}
    scored, run = [], 0
    for at, one in enumerate(found):
        run = run + 1 if empty[at] and at and empty[at - 1] else int(empty[at])
        scored.append(one._replace(score=one.score - 1.5) if empty[at] else one)
        last = at + 1 == len(found) or not empty[at + 1]
        begin = at + 1 - run
        if last and run >= 4 and max(latest[two.label.family, two.label.value] for two in found[begin:][:2]) > at + 1:
            scored[begin : at + 1] = [two._replace(score=two.score - 4.0) for two in scored[begin : at + 1]]
    return scored


def _inner_lists(found: Sequence[Candidate]) -> set[int]:
    """Runs that count anew from 1 inside a minute, behind which the minutes' own count goes on."""
    inside: set[int] = set()
    for family in {one.label.family for one in found if len(one.label.value) == 1}:
        ats = [at for at, one in enumerate(found) if one.label.family == family]
        values = [found[at].label.value[0] for at in ats]
        for k in range(1, len(ats)):
            if values[k] != 1 or values[k - 1] < 2 or ats[k - 1] in inside:
                continue
            j = k
            while j + 1 < len(ats) and values[j + 1] in (values[j] + 1, values[j] + 2):
                j += 1
            if j > k and j + 1 < len(ats) and 0 < values[j + 1] - values[k - 1] < 3:
                inside.update(ats[k : j + 1])
                continue
            own = next((m for m in range(k + 1, j + 1) if values[m] == values[k - 1] + 1), None)
            if own and all(found[ats[m]].line == found[ats[k - 1]].line + m - k + 1 for m in range(k, own)):
                inside.update(ats[k:own])
    return inside


def _is_empty(one: Candidate, found: Sequence[Candidate], at: int) -> bool:
    """Whether nothing but the next number follows a heading."""
    after = next((two for two in found[at + 1 : at + 4] if two.line > one.line), None)
    if after is None or after.label.family != one.label.family or one.title is None:
        return False
    return after.line == one.line + 1 and one.title.body - one.title.end <= 2 and after.start - one.title.body <= 2
