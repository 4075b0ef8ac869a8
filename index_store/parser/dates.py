"""Dates as minutes print them, and which of several is the day of the meeting."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import zip_longest

from dateutil import parser as reader
from rapidfuzz import process

from index_store.parser.cues import small

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![^\W\d_])\.?"
)
_DAY = r"(?:mon|tues?|wed(?:nes)?|thurs?|thu|fri|sat(?:ur)?|sun)(?:day)?(?:\b|(?=\d))\.?"
_RAISED = r"(?:[™\"”“„°º'’‘*®%?+]{1,3}t?|h)(?=\s{0,3}[^\W\d_]{3,11},?\s+(?:19|20)\d\d\b)"
"""What a scan's raised "th" is read as: "29™ June, 2016", "7°” May 2014", "21% July, 2016"."""
_GLUED = r"(?=[a-z]{3,9},?\s+(?:19|20)\d\d\b)"
"""A month right behind its day: "19February, 2018"."""
_PRINTED = re.compile(
    rf"(?:(?<![^\W\d_])|(?<=\bon)(?=\d))(?=[\dadfijlmnostw])(?:(?P<weekday>{_DAY})(?:,?\s+(?:the\s+)?|(?=\d)))?(?:"
    rf"(?<![\d./-])(?:(?<!tem )(?<!tems )(?<!ute )(?<!page )(?<!\bno )(?<!nos )"
    rf"(?P<from>\d{{1,2}})(?:st|nd|rd|th)?\s?(?:&|and|[-–])\s?(?=\d{{1,2}}(?:st|nd|rd|th|\s)))?"
    rf"(?P<day>\d{{1,2}}|[li]\d(?=th)|[li](?=st ))\s?(?:(?:st|nd|rd|"
    rf"th)\.?|{_RAISED})?(?:\s+day)?(?:\s+of)?(?:,?[\s-]+|{_GLUED})(?:[^\W\d_]+ ?/ ?)?"
    rf"(?P<month>{_MONTH})(?:(?: ?,?[\s-]+|"
    rf"(?=20[012]\d))(?P<year>(?:19|20|2o)[\do]\d|"
    rf"[’']?\d\d\b(?!\s*[:.]\d|,?\s+(?:19|20)\d\d)))?"
    rf"|(?:(?<!\d)(?P<year3>(?:19|20)\d\d),?[\s-]+)?(?P<month2>{_MONTH})(?:[\s-]+|,\s+(?=\d{{1,2}},?\s+20\d\d))"
    rf"(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b"
    rf"(?:\s?(?:&|and|to|[-–])\s?(?:{_MONTH}\s+)?\d{{1,2}}(?:st|nd|rd|th)?\b(?![:.]\d|\s?[ap]\.?m)(?=,?\s*(?:19|20)\d\d))?"
    r"(?:,?\s*(?P<year2>(?:19|20)\d\d))?"
    rf"|(?<!item )(?<![\d/])(?P<d>\d{{1,2}})\s?[/.-]\s?(?P<m>\d{{1,2}})\s?[/.-]\s?(?P<y>(?:20|19)?\d\d)(?![\d/])"
    rf"|(?P<iso>(?:19|20)\d\d-\d\d-\d\d|(?<=day, )(?:19|20)\d\d [01]\d [0-3]\d(?!\d)))"
)
_ODD_MONTH = re.compile(
    rf"(?=[\dmtwfs])(?:(?P<weekday>{_DAY}),?\s+(?:the\s+)?)?(?<!\d)(?P<day>[12]\d|3[01]|[1-9])(?:st|nd|rd|"
    rf"th|{_RAISED})?\s+(?:of\s+)?"
    r"(?P<month>[^\W\d_]{5,11})[\s,]+(?P<year>(?:19|20)\d\d)\b"
)
_SOME_MONTH = re.compile(rf"\d(?=(?:st|nd|rd|th|{_RAISED})?\s+(?:of\s+)?([^\W\d_]{{5,11}})[\s,]+(?:19|20)\d\d\b)")
"""These three look at text in small letters; where the last finds only months, the one before it finds nothing new."""
_MONTHS = tuple(calendar.month_name)[1:]
_FEW = 3
_LASTED = re.compile(r"\s?(?:&|and|to|[-–])\s?(?:on )?", re.IGNORECASE)
"""Between the first day of a meeting and its last, which has the year of both: "31 October and 1 November 2011"."""
_PLAIN = re.compile(r"([1-9]|[12]\d|3[01]) ([A-Za-z]{3}) ((?:19|20)\d\d)")
"""What needs no library to be read: "2 Sep 2009"."""
_SHORT = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date in a text: where it stands, its parts; ``year`` and ``weekday`` (0 is Monday) None where not printed."""

    start: int
    end: int
    day: int
    month: int
    year: int | None = None
    weekday: int | None = None

    def on(self, year: int | None = None) -> date | None:
        """The day itself, in ``year`` where one is given, else in the year printed; None where there is no such day."""
        known = year or self.year
        try:
            return date(known, self.month, self.day) if known else None
        except ValueError:
            return None


def find_dates(text: str) -> list[PrintedDate]:
    """Every date printed in ``text``, day first where it is numeric."""
    return list(_dates(text))


@lru_cache(maxsize=32)
def _dates(text: str) -> tuple[PrintedDate, ...]:
    """The same, kept: the head of minutes is asked several times."""
    text, found = small(text), []
    for match in _PRINTED.finditer(text):
        one = _read(match)
        if one:
            found.append(one)
    if len(found) < _FEW and any(one[1].title() not in _MONTHS for one in _SOME_MONTH.finditer(text)):
        found = sorted([*found, *_misspelt(text)], key=lambda one: one.start)
    return tuple(
        replace(one, year=two.year)
        if two and one.year is None and two.year and _LASTED.fullmatch(text, one.end, two.start)
        else one
        for one, two in zip_longest(found, found[1:])
    )


def _misspelt(text: str) -> Iterator[PrintedDate]:
    """Dates whose month is misspelt: "4th Septembre 2011"."""
    for match in _ODD_MONTH.finditer(text):
        printed = match["month"].title()
        month = None if printed in _MONTHS else process.extractOne(printed, _MONTHS, score_cutoff=82)
        if month:
            weekday = _WEEKDAYS.index(match["weekday"][:3]) if match["weekday"] else None
            yield PrintedDate(
                match.start(), match.end(), int(match["day"]), _MONTHS.index(month[0]) + 1, int(match["year"]), weekday
            )


@lru_cache(maxsize=1024)
def _day(printed: str, iso: bool) -> date | None:
    try:
        if plain := _PLAIN.fullmatch(printed):
            return date(int(plain[3]), _SHORT.index(plain[2].lower()) + 1, int(plain[1]))
        return reader.parse(printed, dayfirst=not iso, yearfirst=iso).date()
    except (ValueError, OverflowError):
        return None


def _read(match: re.Match[str]) -> PrintedDate | None:
    named, since, day1, month1, year1, year3, month2, day2, year2, d, m, y, iso = match.groups()
    weekday = _WEEKDAYS.index(named[:3]) if named else None
    if iso:
        printed, year = iso.replace(" ", "-"), True
    elif d:
        printed, year = f"{d}/{m}/{y}", True
    else:
        digits = (year1 or year2 or year3 or "").strip("'’").replace("o", "0")
        month = (month1 or month2)[:3]
        first = since if since and int(since) < int(day1.replace("l", "1")) else None
        day_of = (first or day1 or day2).replace("l", "1").replace("i", "1")
        printed, year = f"{day_of} {month} {digits or '2000'}", bool(digits)
    day = _day(printed, bool(iso))
    if day is None:
        return None
    return PrintedDate(match.start(), match.end(), day.day, day.month, day.year if year else None, weekday)


def year_by_weekday(printed: PrintedDate, near: int | None) -> int | None:
    """The year nearest to ``near`` in which the day falls on its printed weekday."""
    if printed.weekday is None or near is None:
        return None
    for offset in (0, -1, 1, -2, 2):
        day = printed.on(near + offset)
        if day and day.weekday() == printed.weekday:
            return near + offset
    return None
