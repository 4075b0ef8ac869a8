"""Texts that have lost their line breaks: lines are put back before and behind headings in capitals.

    … at 7.00 pm PRESENT Mayor Ash, Councillor Birch ABSENT Councillor Cole WELCOME The Mayor welcomed all …

What is headed so comes to lines of its own. Numbered headings stay where they are: they are found in a paragraph too.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from index_store.rows import Piece, Row

_LONG, _SHARE, _TOP = 600, 0.8, 6
_NAMES = r" (?=(?:[A-Z]\. ?|[A-Z](?! ?[A-Z]\b)[a-z’'.]|[A-Z] [A-Z][a-z]|[A-Z]{1,2} [A-Z][a-z]))"
_LABEL = (
    r"(?:(?:MEMBERS|OTHERS|COUNCIL|ALSO|STAFF|NOT) )?(?:IN ATTENDANCE|ATTENDANCE|ATTENDING|PRESENT|ABSENT)"
    r"(?: WITH (?:REGRETS?|APOLOG(?:Y|IES)))?|LATE ARRIVALS?|REGRETS|APOLOGIES|"
    r"(?<=[^A-Z] )(?:(?:[A-Z]{4,} ){0,2}(?:& |AND )?(?:[A-Z]{4,} )?STAFF|OFFICERS|OFFICIALS|OTHERS)"
)
_PLAIN = (
    r"(?:Members|Present|In [Aa]ttendance|Also [Pp]resent|Apologies|Absent|Regrets|Secretariat|Officers|Observers|"
    r"Staff)(?=:)"
)
_ATTENDANCE = re.compile(rf"(?<=\S) (?P<head>(?:(?:{_LABEL})\b|{_PLAIN}):?){_NAMES}")
_HEADING = re.compile(
    r"(?<=[a-z0-9.,;:)”’\"]) (?:CARRIED(?: UNANIMOUSLY)?|DEFEATED|LOST)?\.? ?"
    r"(?P<head>(?=(?:[A-Z&’'-]+,? ){0,7}[A-Z]{5})[A-Z][A-Z’'-]+(?:(?: |, | ?/ ?)(?:[A-Z][A-Z’'-]+|&|–|-)){0,8}:?)"
    r" (?=[A-Z][a-z]|A [a-z])"
)
_SENT = re.compile(r"(?<=[a-z.)]) (?=Apolog(?:y|ies) (?:for (?:absence|inability)|were|was|had|received)\b)")
_NUMBER = re.compile(
    r"(?<=[.;:)’”] )(?:(?P<letters>[A-Z]{1,4})(?=\d{1,3}/\d\d-\d\d )|(?=\d{1,2}\. ))(?P<count>\d{1,3})"
    r"(?:\.|/\d\d-\d\d) (?=[A-Z][a-z])"
)
_COUNTED = re.compile(r"(?:^|\s)(?:[12]\.|\d{1,4}/\d{2,4}\.?) ?[A-Z]")
_NO_TOPIC = re.compile(
    r"(?:.* )?(?:COUNCIL|COMMITTEE|BOARD|AUTHORITY|TRUST|PANEL|FORUM|PARTNERSHIP|MINUTES OF.*):?|"
    r"(?:.* )?(?:RESOLVED|AGREED|NOTED|CARRIED|ACTION|PROPOSED|SECONDED|MOVED|APPROVED|DEFERRED|RECEIVED|REPORTED|"
    r"CONSIDERED|DISCUSSED)\b.*"
)
"""Capitals that head no topic: the name of a body, how a motion went."""
_NUMBERED = re.compile(r"(?:(?:^|\s)\d{1,3}(?:[./]\d{1,4})?[.)/]?|\s[A-Z]\.)$")


def with_lines(rows: list[Row]) -> list[Row]:
    """``rows`` with the headings of a text of few long lines in lines of their own; all others as they are."""
    if not rows or not any(len(row.text) >= _LONG for row in rows[:_TOP]):
        return rows
    long = sum(len(row.text) for row in rows if len(row.text) >= _LONG)
    if long < _SHARE * sum(len(row.text) for row in rows):
        return rows
    text = "\n".join(row.text for row in rows)
    headings = None if len(_COUNTED.findall(text)) > 1 else _HEADING
    kept: list[Row] = []
    for row in rows:
        kept += _broken(row, headings) if len(row.text) >= _LONG else [row]
    return kept


def _broken(row: Row, headings: re.Pattern[str] | None) -> list[Row]:
    """The row in lines: what stands before each heading, the heading, what stands behind the last."""
    text = row.text
    heads = {found.span("head") for found in _ATTENDANCE.finditer(text)}
    begun = {start for start, end in heads if text[end - 1] == ":"} | {found.end() for found in _SENT.finditer(text)}
    heads = {(start, end) for start, end in heads if start not in begun}
    if headings:
        heads |= {
            found.span("head")
            for found in headings.finditer(text)
            if not _NUMBERED.search(text, max(0, found.start() - 9), found.start())
            and not _NO_TOPIC.fullmatch(found["head"])
        }
    begun |= set(_numbers(text))
    edges = {0, len(text)} | begun
    for start, end in heads:
        edges |= {start, end}
    parts = [(a, b) for a, b in pairwise(sorted(edges)) if text[a:b].strip()]
    return [_part(row, a, b, gap=n > 0 and ((a, b) in heads or a in begun)) for n, (a, b) in enumerate(parts)]


def _numbers(text: str) -> list[int]:
    """Where numbered minutes begin whose titles are not in capitals: they count on from one, or have codes."""
    found: list[tuple[str, int, int]] = []
    for one in _NUMBER.finditer(text):
        letters, count = one["letters"] or "", int(one["count"])
        if count == (found[-1][1] + 1 if found else 1) and (not found or found[-1][0] == letters):
            found.append((letters, count, one.start("letters") if letters else one.start("count")))
    return [start for _, _, start in found] if len(found) > 1 else []


def _part(row: Row, start: int, end: int, *, gap: bool) -> Row:
    """A stretch of a row as a row of its own, without the blanks at its ends."""
    start += len(row.text[start:end]) - len(row.text[start:end].lstrip())
    end = start + len(row.text[start:end].rstrip())
    pieces, at = list[Piece](), 0
    for text, source in row.pieces:
        low, high = max(start - at, 0), min(end - at, len(text))
        if low < high:
            pieces.append((text[low:high], None if source is None else source + low))
        at += len(text)
    first = next((source for _, source in pieces if source is not None), row.start)
    last = next((source + len(text) for text, source in reversed(pieces) if source is not None), row.end)
    return replace(
        row,
        text=row.text[start:end],
        pieces=pieces,
        start=first,
        end=last,
        indent=row.indent if start == 0 else 0,
        level=0,
        bold=max(0, min(row.bold, end) - start),
        gap=gap or (start == 0 and row.gap),
        page_edge=start == 0 and row.page_edge,
        hard=True,
    )
