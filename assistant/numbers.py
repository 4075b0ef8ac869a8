"""Minute, item and report numbers in a question: "minute 267(ii)", "item 5", "the report marked '4'"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.dates import read_dates


@dataclass(frozen=True, slots=True)
class AskedNumber:
    """A minute, item or report number in a question: "minute 267(ii)", "item 5", "the report marked '4'".

    ``bare`` says that only its form tells it ("what was 23/040 about", "resolution 4038"): it may be another sort of
    number.
    """

    sort: Literal["minute", "item", "report"]
    number: str
    clause: str | None = None
    bare: bool = False


_NUMBER = (
    r"(?P<number>(?:\d{1,4}|[A-Z]{1,3}-?\d{1,3})(?:[./]\d{1,4}){0,3}(?:\.(?-i:[A-Z])(?!\w)|[a-z])?|[ivx]+(?=\))"
    r"|(?-i:[IVXL]{2,6}(?:\.[A-Z])?|[IVXL]\.[A-Z])(?!\w))"
    r"(?P<clause>\s?\((?:[ivxl]+|[a-z]"
    r"|\d)\))?"
)
_NUMBERS: list[tuple[Literal["minute", "item", "report"], re.Pattern[str]]] = [
    (
        "report",
        re.compile(
            r"\b(?:report|paper|appendix|document|slides?"
            r"|copy)s?\b[^.?]{0,40}?\bmarked\s+['‘’\"]?(?P<number>\w{1,4})['’\"]?(?P<clause>)",
            re.I,
        ),
    ),
    (
        "minute",
        re.compile(rf"\b(?:minutes?|min\.?|resolution|motion)\s*(?:number|no\.?|num|#)?\s*{_NUMBER}(?!\d)", re.I),
    ),
    ("item", re.compile(rf"\b(?:agenda )?(?:items?|agenda no\.?)\s*(?:number|no\.?|num|#)?\s*{_NUMBER}(?!\d)", re.I)),
    (
        "item",
        re.compile(
            rf"^\W*(?:and )?what(?:['’]?s| is| was| were| came)? (?:\w+ )?(?:under|at number) {_NUMBER}(?!\d)", re.I
        ),
    ),
    ("minute", re.compile(rf"(?<![\w#])(?:number|no\.|#)\s*{_NUMBER}(?!\d)(?=[^.?]{{0,30}}\bminutes?\b)", re.I)),
    (
        "minute",
        re.compile(
            r"(?<![\w£$€.,/-])(?P<number>\d{1,3}(?:/\d{2,4}|(?:\.\d{1,3}){1,2}))(?P<clause>\([ivxl]+\))?(?![\d/%.]"
            r"|\s*(?:pm|am))",
            re.I,
        ),
    ),
    ("minute", re.compile(r"^\W*(?P<number>\d{1,3}[A-Z])(?P<clause>)(?=,?\s+\w)")),
    (
        "item",
        re.compile(
            r"^\W*(?:and |what about |whats |what's )?(?P<number>\d{1,3})(?P<clause>) (?:from|of"
            r"|in) (?:the )?.*\bminutes\b",
            re.I,
        ),
    ),
]


_LETTERED = re.compile(r"(?<=\d)\.(?=[A-Z]$)")
"""The stop in "item 4.A", which is asked for as 4A too."""
_MORE = re.compile(r"\s*(?:,|and|&|or)\s+(?P<number>\d{1,4}(?:[./]\d{1,4}){0,3})(?![\d/.,%]*\d|\s*(?:p|%|am|pm))", re.I)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()


def spelled_numbers(text: str) -> str:
    """ "Item five" as "item 5"; other words stay."""

    def digits(match: re.Match[str]) -> str:
        return f"{match[1]} {_WORDS.index(match[2].lower()) + 1}"

    return re.sub(rf"\b((?:agenda )?item|minute)s? (?:number )?({'|'.join(_WORDS)})\b", digits, text, flags=re.I)


def place_in_agenda(text: str) -> int | None:
    """Which item by its place is asked for: 2 for "the third item", -1 for "the last item on the agenda"."""
    match = re.search(
        rf"\b(?P<place>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)|last|final)\s+(?:agenda |numbered )?(?:item"
        rf"|minute|matter"
        r"|thing|topic)\b(?! (?:of|from|in) (?:the )?(?:previous|last))",
        text,
        re.I,
    )
    if match is None:
        return None
    place = match["place"].lower()
    if place in ("last", "final"):
        return -1
    return _ORDINALS.index(place) if place in _ORDINALS else int(re.sub(r"\D", "", place)) - 1


#: A number with its year or body, as resolutions, motions and reports have it: "R2025-128", "45-2025", "SPC/11".
_CODED = re.compile(
    r"(?<![\w£$€./-])(?P<before>\b(?:resolutions?|motions?|minutes?|items?|res|min|no|number|nr|num|#)[.:]?\s*)?"
    r"(?P<number>[A-Z]{1,4}/\d{1,4}/\d{2,4}|(?:[A-Z]{1,4}-?)?\d{1,4}[-/]\d{1,4}(?:-\d{1,4})?[A-Z]?|[A-Z]{2,6}/\d{1,4}|"
    r"[A-Z]{1,6}(?:\.[A-Z]{2,6})?[.-]\s?(?:19|20)\d\d\.\s?\d{1,4})(?![\w/]|-\d|\.\d)",
    re.I,
)
#: Behind one of these a code is another thing's.
_OTHERS = re.compile(
    r"\b(?:by-?\s?laws?|polic(?:y|ies)|tenders?|applications?|bids?|plans?|reports?|grants?|contracts?|files?|invoices?"
    r"|cheques?|orders?|licen[cs]es?|permits?|cases?|refs?|references?|actions?|parts?|lots?|years?|acts?|sections?"
    r"|budgets?|for|in|during|since|of)\.?\s+(?:(?:number|no\.?|num|#|the)\s*)*$",
    re.I,
)
_YEARS = re.compile(r"((?:19|20)?\d\d)[-/]((?:19|20)?\d\d)")


def codes_of_minutes(text: str, held: Mapping[str, str]) -> tuple[AskedNumber, ...]:
    """Numbers with a year by which ``text`` asks for a minute, in order, as printed.

    ``held`` are the numbers of minutes as printed, by their :func:`folded_number` with and without letters. One that is
    not held counts where its letters and form are those of the others.
    """
    found = []
    for match in _CODED.finditer(text):
        number, named = match["number"], match["before"] is not None
        if _OTHERS.search(text[: match.start()]) and not (named or number[0].isalpha()):
            continue
        if not named and _is_years(number):
            continue
        printed = held.get(folded_number(number))
        if printed or (number[0].isalpha() and _shape(number) in {_shape(one) for one in held.values()}):
            found.append(AskedNumber("minute", printed or number.upper(), None, bare=printed is None))
    return tuple(found)


def _is_years(number: str) -> bool:
    """Is it a year and the next ("2023/24", "23-24")?"""
    match = _YEARS.fullmatch(number)
    return match is not None and (len(match[1]) == 4 or int(match[2]) % 100 == (int(match[1]) + 1) % 100)


def folded_number(number: str) -> str:
    """A minute's number for comparing: small letters, no blanks or leading noughts ("r2025-37" for "R2025-037")."""
    return re.sub(r"(?<!\d)0+(?=\d)", "", "".join(number.lower().split()))


def without_letters(number: str) -> str:
    """The same without the letters before it: "2025-128" for "R2025-128"."""
    return re.sub(r"^[a-z]{1,4}[-/]?(?=\d)", "", folded_number(number))


def _shape(number: str) -> str:
    return re.sub(r"\d+", "0", number.lower())


def numbers_in(text: str) -> tuple[AskedNumber, ...]:
    """Every number by which ``text`` asks for a minute, an agenda item or a report, in order; dates are none."""
    text = spelled_numbers(text)
    found: list[tuple[int, AskedNumber]] = []
    taken: list[tuple[int, int]] = []
    for sort, pattern in _NUMBERS:
        for match in pattern.finditer(text):
            at = match.span("number")
            year = (
                sort == "minute" and re.fullmatch(r"(?:19|20)\d\d", match["number"]) and "minutes" in match[0].lower()
            )
            if any(start < at[1] and at[0] < end for start, end in taken) or year or _dated(text, *at):
                continue
            taken.append(at)
            clause = (match["clause"] or "").strip(" ()") or None
            bare = not re.search(r"[a-z]{3}|no\.|#", match[0], re.I) or match[0].lower().startswith(
                ("resolution", "motion")
            )
            number = re.sub(r"^[a-z]{1,3}(?=-?\d)", _in_capitals, _LETTERED.sub("", match["number"]))
            found.append((at[0], AskedNumber(sort, number, clause, bare)))
            more = None if bare or sort == "report" else _MORE.match(text, match.end())
            if more and not _dated(text, *more.span("number")):
                taken.append(more.span("number"))
                found.append((more.start("number"), AskedNumber(sort, more["number"])))
    return tuple(number for _, number in sorted(found, key=lambda pair: pair[0]))


def _in_capitals(match: re.Match[str]) -> str:
    """Letters before a number are printed so ("G-1")."""
    return match[0].upper()


def _dated(text: str, start: int, end: int) -> bool:
    """Is the number part of a date ("minutes 2 May 2014", "9/5/07")?"""
    return any(one.start <= start < one.end or one.start < end <= one.end for one in read_dates(text, date.today()))
