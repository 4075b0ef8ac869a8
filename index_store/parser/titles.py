"""Where a heading ends and the text of its minute begins."""

from __future__ import annotations

import re
from typing import NamedTuple

from index_store.parser.headed_movers import movers_heading
from index_store.parser.labels import read_labels
from index_store.parser.office_titles import with_matter
from index_store.parser.particulars import tells_of_meeting
from index_store.parser.run_in_titles import run_in
from index_store.parser.title_ends import DASH, parted_title
from index_store.parser.wording import has_verb, is_capitals, is_heading, is_sentence, is_usual, title_case
from index_store.parser.wrapped_titles import broken_off
from index_store.reading import Line, Reading
from index_store.seams import LEADS_ON

_AGENDA = re.compile(
    r"\s*[(\[]\s*(?i:(?:agenda\s+)?item(?:\s+no)?|agenda\s+no)[.:]?\s*([A-Z]?\d{1,3}\s?"
    r"(?:[a-zA-Z]|\([a-z]\))?)\s*[)\]]\s*$"
)
_AGENDA_FIRST = re.compile(r"\s*[(\[]\s*(?i:agenda item no)[.:]?\s*\d{1,3}[a-z]?\s*[)\]]\s*")
"""The agenda item between the number of a minute and its title."""
_REMARK = re.compile(r"[(\[]\s*(?:agenda\s+)?item\s+(\d{1,3}[a-z]?)\s*[-–—:,;]\s", re.IGNORECASE)
"""An agenda item with more in its brackets: "(Item 5 – report by the Leader)"; the remark stays in the minute."""
_YEARS = re.compile(r"\(?(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?(?: ?[–—-] ?(?:19|20)?\d\d(?:/\d\d)?)?\)?$")
_ATTENDING = re.compile(
    r"((?:members |councillors |those )?(?:present|attending|in attendance|attendance)|apologies(?: for absence)?"
    r"(?: (?:were )?(?:received|accepted))?(?: from)?)\s?"
    r"(?:[:;–-]+\s?(?-i:(?=[A-Z]))|(?<=absence|eceived|ccepted)\s+"
    r"(?=(?:borough |county |district )?(?:cllrs?|councillors?|mr|mrs|ms|miss|dr)\b)|"
    r"(?<=present)\s+(?=(?-i:[A-Z][\w’'-]+ [A-Z][\w’'-]+)(?:,| \((?:in the )?chair)))",
    re.IGNORECASE,
)
"""What heads a list of people in a numbered minute of its own: "1. Present: Mrs Ash, B. Birch"."""
_MOTION = re.compile(r"(?:notices? of )?(?:motion|question)\b", re.IGNORECASE)
_EXEMPT_MARK = re.compile(r"\([A-Z]{1,2}\)")
_IN_BRACKETS = re.compile(r"\(([^()]{3,80})\)\s*[/–—|-]\s+(?=[A-Z\d])")
"""What a motion is about, in brackets before who moved it: "(Grant Report) / Ann Other – that…"."""
_AS_ABOVE = re.compile(r"as (?:above|listed|noted|recorded|shown)\b")
_SECTION = re.compile(
    r"(?:actions?|decisions?|discussions?|information|consent)(?: (?:items?|agenda|calendar))?\W*", re.IGNORECASE
)
"""A section by what is done in it, behind its number: elsewhere "ACTION" heads what somebody is to do."""
_DONE_ALONE = re.compile(r"(?:all )?(?:noted|agreed|approved|adopted|carried|none|nil)\W*", re.IGNORECASE)
_DECISION = re.compile(
    r"(?:it was )?(?:resolved|agreed|noted|carried|(?:no )?action|moved|recommended)\b|motion\W*$", re.IGNORECASE
)
_DECIDED = re.compile(
    r"(?:[\w’'-]+ ){0,5}?(?:NOTED|APPROVED|AGREED|RESOLVED|RECEIVED|ENDORSED|RATIFIED|DEFERRED|"
    r"SUPPORTED|DELEGATED|ADOPTED|ACCEPTED|CONSIDERED|DISCUSSED)\b(?=.*[a-z]{3})"
)
"""How a bold decision right below its title begins: "The Board APPROVED the minutes of…"."""
_MOVED = re.compile(r"\W*(?:moved|seconded|proposed)(?: by)? ?:", re.IGNORECASE)
_MACRONS = re.compile("[āēīōūĀĒĪŌŪ]")
_IRISH = re.compile(r"[áéíóúÁÉÍÓÚ]|^(?:Ceisteanna|Comhfhreagras|Tairiscintí)\b")
_GLANCE, _LONGEST = 8, 200
_SAID = 5
"""Shorter than any title that the line below can say again."""
_PART = re.compile(r"[a-z][.)][A-Z]")
"""The letter of a part, without a space behind it: "a.Bank"."""
_SUBMITTED = re.compile(
    r"(?:Notice of )?(?:Motion|Question)s? (?:submitted|tabled|raised|put) by\b[^(;:]{3,120}?"
    r"(?=,?(?:\s*\(|\s[-–]\s)(?:Councillors|Cllrs))"
)
_LONG = 60
"""A line as long as this may be full, so that its title goes on in the next."""


class Title(NamedTuple):
    """Where the words of a title stand in the reading text, where the body begins, and an agenda item printed "
    "with it."""

    start: int
    end: int
    body: int
    agenda_item: str | None = None


def title_after(reading: Reading, at: int, label_end: int, stop: int) -> Title | None:
    """The title behind a label that ends ``label_end`` characters into line ``at``; None where there is only text.

    ``stop`` is the first line beyond the meeting.
    """
    line = reading.lines[at]
    words = line.text[label_end:]
    start = line.start + label_end
    if not words.strip():
        return _on_next_lines(reading, at + 1, stop)
    if words.lstrip()[0] in "([" and (lead := _AGENDA_FIRST.match(words)) and (only := _AGENDA.match(lead[0].strip())):
        behind = words[lead.end() :]
        label_end += lead.end()
        title = title_after(reading, at, label_end, stop) if behind else _on_next_lines(reading, at + 1, stop)
        return title and title._replace(agenda_item=only[1].replace(" ", ""))
    if " |" in words:
        return _in_cell(reading, line, start, words)
    if put := movers_heading(words):
        return Title(start, start + put[0], start + put[1])
    if listed := _ATTENDING.match(words):
        return _trimmed(reading, start, start + listed.end(1), start + listed.end())
    if (words.endswith(";") and is_heading(words[:-1]) and line.level == 0) or _is_long(words):
        return _trimmed(reading, start, line.end - 1, line.end)
    if _SECTION.fullmatch(words):
        return _trimmed(reading, start, line.end, line.end)
    unended = words.endswith(",") and at + 1 < stop and _goes_on(reading, at, at + 1, start)
    whole = (len(words), len(words)) if unended and is_heading(words[:-1]) else None
    size = whole or run_in(words, max(0, line.bold - label_end), line)
    if size is None and not _over_item(reading, at, words, stop):
        return None
    end, body = (start + size[0], start + size[1]) if size else (line.end, line.end)
    if body < line.end:
        return _trimmed(reading, start, end, body)
    after = at + 1
    while after < min(stop, at + 4) and (
        _goes_on(reading, after - 1, after, start) or _over_agenda_item(reading, after, stop)
    ):
        end, after = reading.lines[after].end, after + 1
    end, after = with_matter(reading, start, end, after, stop)
    return _with_agenda_item(reading, _trimmed(reading, start, end, end), after, stop)


def _is_long(words: str) -> bool:
    """Whether words that end in a colon are a title longer than most, and no sentence."""
    return words.endswith(":") and _LONG < len(words) <= _LONGEST and words[0].isupper() and not has_verb(words)


def _in_two_languages(words: str) -> bool:
    """Whether a bar parts a title from the same in another language: "Ngā Tamōtanga | Apologies"."""
    first, _, second = words.strip().partition(" | ")
    foreign = _MACRONS.search(first) is not None or (is_usual(second) and not is_usual(first))
    return foreign and "|" not in second and is_heading(first) and is_heading(second) and len(words) < _LONGEST


def _over_agenda_item(reading: Reading, at: int, stop: int) -> bool:
    """Whether a line is the end of a title: short, without space above it, with no more than "(Item 3)" below it."""
    if at + 1 >= stop or reading.lines[at].gap:
        return False
    text = reading.lines[at].text
    return len(text) < _LONG and is_heading(text) and not read_labels(text) and _over_item(reading, at, text, stop)


def _over_item(reading: Reading, at: int, words: str, stop: int) -> bool:
    """Whether a line however worded is a title: the next line is no more than the agenda item, "(Item 3)"."""
    if at + 1 >= stop or len(words) > 240 or not words[0].isupper():
        return False
    labels = read_labels(reading.lines[at + 1].text)
    return bool(labels) and labels[0].family == "(item)"


def _in_cell(reading: Reading, line: Line, start: int, words: str) -> Title | None:
    """A title that fills the cell of a table, with the text in the next cells."""
    if _in_two_languages(words):
        return _trimmed(reading, start, line.end, line.end)
    cell = words[: words.index(" |")]
    bold = line.bold - (start - line.start)
    dashed = DASH.match(cell)
    partly = dashed is not None and 2 < bold < len(dashed[1])
    if dashed and not partly and not _MOTION.match(cell) and is_usual(dashed[1]) and not has_verb(dashed[1]):
        size: tuple[int, int] | None = (len(dashed[1]), dashed.end())
    else:
        whole = is_heading(cell) and ". " not in cell and not 2 < bold < len(cell)
        size = (len(cell), len(cell)) if whole else run_in(cell, max(0, bold), line)
    if size is None:
        return None
    body = start + size[1] if size[1] < len(cell) else min(line.end, start + len(cell) + 2)
    return _trimmed(reading, start, start + size[0], body)


def title_above(reading: Reading, at: int, first: int) -> int | None:
    """The line on which the title over line ``at`` begins, where a title stands there."""
    top = at
    while top > first and at - top < 3:
        above = reading.lines[top - 1]
        text = above.text
        if top == at and _YEARS.match(text) and not above.gap:
            top -= 1
            continue
        if read_labels(text) or not is_heading(text):
            break
        if top < at and (reading.lines[top].gap or tells_of_meeting(text)):
            break
        if top < at and is_capitals(reading.lines[top].text) and not is_capitals(text):
            break
        top -= 1
    return top if top < at else None


def _on_next_lines(reading: Reading, at: int, stop: int) -> Title | None:
    agenda_item = None
    if at < stop and (labels := read_labels(reading.lines[at].text)) and labels[0].family == "(item)":
        agenda_item, at = labels[0].printed.removeprefix("Item "), at + 1
    if at >= stop:
        return None
    line = reading.lines[at]
    text = line.text
    if named := _IN_BRACKETS.match(text):
        return Title(line.start + 1, line.start + named.end(1), line.start + named.end(), agenda_item)
    if (put := _SUBMITTED.match(text)) and len(text) < 2 * _LONGEST:
        return Title(line.start, line.start + put.end(), line.start + put.end(), agenda_item)
    if not is_heading(text) or (read_labels(text) and not line.level) or _MOVED.match(text):
        return None
    size = None if is_capitals(text) else parted_title(text)
    if size and size[0] > _GLANCE and is_capitals(text[: size[0]]) and text[size[1]].islower():
        return Title(line.start, line.start + size[0], line.start + size[1], agenda_item)
    end, after = line.end, at + 1
    while after < min(stop, at + 3) and _goes_on(reading, after - 1, after, line.start):
        end, after = reading.lines[after].end, after + 1
    end, after = with_matter(reading, line.start, end, after, stop)
    title = _with_agenda_item(reading, _trimmed(reading, line.start, end, end), after, stop)
    return title if agenda_item is None else Title(title.start, title.end, title.body, agenda_item)


def _goes_on(reading: Reading, one: int, two: int, start: int) -> bool:
    """Whether a title goes on in the next line: set alike, without space between."""
    before, after = reading.lines[one], reading.lines[two]
    text = _AGENDA.sub("", after.text) or after.text  # the agenda item ends a title, whose type it need not share
    if (len(text) == 1 and text.islower()) or _PART.match(text):
        return False
    so_far = reading.mapped.text[start : before.end]
    if len(so_far) > _SAID and text.casefold().startswith(so_far.casefold()):
        return False  # "MAYORAL MINUTE" over "MAYORAL MINUTE 2025/073", which is the code of its motion
    if after.gap or read_labels(text) or bool(after.level) != bool(before.level) or len(so_far) + len(text) > 240:
        return _EXEMPT_MARK.fullmatch(text) is not None and not after.gap
    if (
        (len(text) < 100 or (len(text) < 150 and LEADS_ON.search(so_far)))
        and not is_sentence(text)
        and not after.level
        and (text[0].islower() or LEADS_ON.search(so_far) or so_far.endswith(","))
    ):
        return not (is_usual_decision(text) or _AS_ABOVE.match(text))
    if _YEARS.match(text) and not so_far.endswith((".", ":")):
        return True
    if _IRISH.search(so_far) and _says_again(reading, two):
        return True
    if not is_heading(text.rstrip(",") if is_capitals(text) else text) or _DONE_ALONE.fullmatch(text):
        return False
    if before.bold and before.bold >= before.end - before.start:
        anew = is_usual(text) and len(so_far) <= _LONG and not LEADS_ON.search(so_far)
        return after.bold >= len(text) and not anew and not _DECIDED.match(text)
    if len(text) < _LONG and broken_off(reading, so_far, two):
        return True
    if before.end - before.start > _LONG and not is_capitals(so_far) and _last_of_title(reading, two):
        return True
    return (
        is_capitals(so_far)
        and is_capitals(text)
        and (sum(char.isalpha() for char in text) > 6 or before.end - before.start > _LONG)
        and not is_usual_decision(text)
    )


def _last_of_title(reading: Reading, at: int) -> bool:
    """Is it a short line in title case with space below it, as ends a title that fills the line above?"""
    text = reading.lines[at].text
    return (
        len(text) < _LONG
        and text[0].isupper()
        and not text.endswith(":")
        and title_case(text) >= (1.0 if text.endswith(".") else 0.6)
        and not is_usual(text)
        and not is_usual_decision(text)
        and at + 1 < len(reading.lines)
        and reading.lines[at + 1].gap
    )


def _says_again(reading: Reading, at: int) -> bool:
    """Whether a line alone over its text may be the English of the Irish title above it."""
    text = reading.lines[at].text
    alone = at + 1 < len(reading.lines) and reading.lines[at + 1].gap and len(text) < _LONG
    return alone and not _IRISH.search(text) and is_heading(text) and title_case(text) >= 0.6 and text[-1].isalpha()


def is_usual_decision(text: str) -> bool:
    """Whether a line in capitals is a decision and not part of a title."""
    return _DECISION.match(text) is not None


def _with_agenda_item(reading: Reading, title: Title, after: int, stop: int) -> Title:
    words = reading.mapped.text[title.start : title.end]
    if ("(" in words or "[" in words) and (found := _AGENDA.search(reading.mapped.text, title.start, title.end)):
        return Title(title.start, found.start(), title.body, found[1].replace(" ", ""))
    if after < stop:
        line = reading.lines[after]
        labels = read_labels(line.text)
        if remark := _REMARK.match(line.text):
            return Title(title.start, title.end, title.body, remark[1])
        if labels and labels[0].family == "(item)":
            return Title(title.start, title.end, line.end, labels[0].printed.removeprefix("Item "))
    return title


def _trimmed(reading: Reading, start: int, end: int, body: int) -> Title:
    text = reading.mapped.text
    while start < end and text[start] in " \t\n:–—-.*/":
        start += 1
    while end > start and text[end - 1] in " \t\n:;–—-.…":
        end -= 1
    return Title(start, end, body)
