"""The forms in which people write dates and periods, each with the days that it means."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

Precision = Literal["day", "month", "season", "year", "span"]
MONTHS = [name.lower() for name in calendar.month_name[1:]]
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)(?!\d|[.,]\d|\s*(?:%|pounds|people|homes|houses|copies|residents|indicators))"
_SHORT_YEAR = r"['’]\d{2}(?!\d)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
# "The winter" is a time, "the winter service" is not.
_NO_NOUN = (
    r"(?=\W*$|\s*[?,.;:!)]|\s+(?:meetings?|and|or|but|of|at|in|on|by|for|with|about|did|do|does|was|were|is|are|has"
    r"|have|had|will|would|to|till|until|when|what|who|how|which|then|we|they|it|he|she|i)\b)"
)
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
_PARTS = {"early": (1, 4), "start": (1, 3), "beginning": (1, 3), "mid": (4, 9), "middle": (4, 9), "late": (9, 12)}
_PARTS |= {"end": (10, 12), "turn": (1, 2), "first half": (1, 6), "second half": (7, 12)}
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "twelve": 12}
_COUNT = r"(?:\d{1,2}|a|one|two|three|four|five|six|ten|twelve)"
Days = tuple[date, date, Precision]
Yearless = tuple[int, int | None]


def day_of(year: int, month: int, day: int) -> Days:
    only = date(year, month, day)
    return only, only, "day"


def months_of(year: int, first: int, last: int, precision: Precision) -> Days:
    end_year = year + 1 if last < first else year
    return date(year, first, 1), date(end_year, last, calendar.monthrange(end_year, last)[1]), precision


def _month_number(word: str) -> int:
    return 1 + next(at for at, name in enumerate(MONTHS) if name.startswith(word.lower().rstrip(".")[:3]))


def _full_year(word: str) -> int:
    digits = int(re.sub(r"\D", "", word))
    return digits if digits > 99 else digits + (2000 if digits < 70 else 1900)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]


def _read_day(match: re.Match[str], today: date) -> Days | Yearless:
    month, day = _month_number(match["month"]), int(re.sub(r"\D", "", match["day"]))
    if match["year"]:
        return day_of(_full_year(match["year"]), month, day)
    return month, day


_FEASTS = {
    "valentine": (2, 14),
    "april fool": (4, 1),
    "hallow": (10, 31),
    "bonfire night": (11, 5),
    "christmas eve": (12, 24),
}
_FEASTS |= {"christmas day": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31), "new year's day": (1, 1)}


def _read_feast(match: re.Match[str], today: date) -> Days:
    name = match["feast"].lower().replace("’", "'")
    month, day = next(when for start, when in _FEASTS.items() if name.startswith(start))
    return day_of(int(match["year"]), month, day)


def _read_numeric(match: re.Match[str], today: date) -> Days:
    day, month, year = int(match["day"]), int(match["month"]), _full_year(match["year"])
    return day_of(year, day, month) if month > 12 else day_of(year, month, day)


def _read_month(match: re.Match[str], today: date) -> Days | Yearless:
    month = _month_number(match["month"])
    if match["year"]:
        return months_of(_full_year(match["year"]), month, month, "month")
    return month, None


def _read_part(match: re.Match[str], today: date) -> Days:
    part, year = match["part"].lower(), int(match["year"])
    first, last, precision = months_of(year, *_PARTS[part], "season")
    return (date(year - 1, 12, 1) if part == "turn" else first), last, precision


def _read_season(match: re.Match[str], today: date) -> Days:
    first, last = _SEASONS[match["season"].lower()]
    if match["year"]:
        return months_of(int(match["year"]), first, last, "season")
    year = today.year if date(today.year, first, 1) <= today else today.year - 1
    if (match["which"] or "").lower() == "last" and months_of(year, first, last, "season")[1] >= today:
        year -= 1
    return months_of(year, first, last, "season")


def _read_years(match: re.Match[str], today: date) -> Days:
    first, last = int(match["first"]), match["last"]
    second = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if second == first + 1 and len(last) == 2:
        return date(first, 4, 1), date(second, 3, 31), "year"
    if second <= first:
        raise ValueError(match[0])
    return date(first, 1, 1), date(second, 12, 31), "span"


def _read_year(match: re.Match[str], today: date) -> Days:
    return months_of(int(match["year"]), 1, 12, "year")


def _read_quarter(match: re.Match[str], today: date) -> Days:
    quarter = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}.get(match["quarter"].lower())
    quarter = quarter or int(match["quarter"][-1])
    return months_of(int(match["year"]), quarter * 3 - 2, quarter * 3, "season")


def _read_named_past(match: re.Match[str], today: date) -> Days:
    back = 0 if match["which"].lower() == "this" else 1
    if match["unit"].lower() == "year":
        return months_of(today.year - back, 1, 12, "year")
    if match["unit"].lower() == "month":
        then = today - relativedelta(months=back)
        return months_of(then.year, then.month, then.month, "month")
    monday = today - timedelta(days=today.weekday() + 7 * back)
    return monday, monday + timedelta(days=6), "span"


def _read_past(match: re.Match[str], today: date) -> Days:
    count = _number(match["count"] or "one")
    step = relativedelta(**{match["unit"].lower().rstrip("s") + "s": count})  # type: ignore[arg-type]
    return today - step, today, "span"


def _read_ago(match: re.Match[str], today: date) -> Days:
    unit, count = match["unit"].lower().rstrip("s"), _number(match["count"])
    if unit == "year":
        return months_of(today.year - count, 1, 12, "year")
    then = today - relativedelta(months=count)
    return months_of(then.year, then.month, then.month, "month")


def _read_last_month_name(match: re.Match[str], today: date) -> Days:
    month = _month_number(match["month"])
    year = today.year if month < today.month else today.year - 1
    return months_of(year, month, month, "month")


_Reader = Callable[[re.Match[str], date], "Days | Yearless"]
_NOT_NUMBER = r"(?<![\w£$€.,/-])"


RULES: list[tuple[re.Pattern[str], _Reader]] = [
    (re.compile(rule, re.I), reader)
    for rule, reader in [
        (
            r"\b(?P<feast>valentine['’]?s? day|april fools?['’]? day|hallow\w*['’]?e[’']?\w*|bonfire night|christmas "
            r"(?:eve|day)|boxing day"
            rf"|new year['’]s (?:eve|day))(?: (?:in|of))? (?P<year>{_YEAR})",
            _read_feast,
        ),
        (r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b", _read_numeric),
        (
            rf"(?<!minute )(?<!item ){_NOT_NUMBER}(?P<day>\d{{1,2}})(?P<sep>[/.-])(?P<month>\d{{1,2}})(?P=sep)"
            r"(?P<year>(?:19|20)\d\d|\d\d)\b(?![/.-]\d)",
            _read_numeric,
        ),
        (
            rf"(?<!\bminute )(?<!\bitem "
            rf")\b(?P<day>{_DAY})(?:\s+of)?\s+(?P<month>{_MONTH})(?:,?\s+(?:of\s+)?(?P<year>{_YEAR}|{_SHORT_YEAR}"
            rf"|[012]\d(?![\d:.]|\s*[ap]m)))?",
            _read_day,
        ),
        (rf"\b(?P<month>{_MONTH}),?\s+(?:of\s+)?(?P<year>{_YEAR}|{_SHORT_YEAR}|0\d(?![\d:.]))", _read_month),
        (
            rf"\b(?P<month>{_MONTH})\s+(?:the\s+)?(?P<day>{_DAY})(?![\d:/.]|\s*(?:pm|am|%))"
            rf"(?:,?\s+(?P<year>{_YEAR}))?",
            _read_day,
        ),
        (
            rf"\b(?:the\s+)?(?P<part>first half|second half|{'|'.join(p for p in _PARTS if ' ' not in p)})"
            rf"(?:\s+of|\s+in|-|\s)\s*(?P<year>{_YEAR})",
            _read_part,
        ),
        (rf"\b(?P<which>)(?P<season>{'|'.join(_SEASONS)})\s+(?:of\s+)?(?P<year>{_YEAR})", _read_season),
        (rf"\b(?P<which>last|this|the)\s+(?P<season>{'|'.join(_SEASONS)})\b(?P<year>){_NO_NOUN}", _read_season),
        (rf"\b(?P<quarter>first|second|third|fourth|last)\s+quarter\s+of\s+(?P<year>{_YEAR})", _read_quarter),
        (rf"\b(?P<quarter>q[1-4])\s+(?P<year>{_YEAR})", _read_quarter),
        (rf"{_NOT_NUMBER}(?P<first>{_YEAR.split('(?!')[0]})[/–-](?P<last>\d{{4}}|\d\d)\b", _read_years),
        (rf"(?<!minute )(?<!item ){_NOT_NUMBER}(?P<year>{_YEAR})", _read_year),
        (r"\b(?P<which>last|this|previous)\s+(?P<unit>year|month|week)\b", _read_named_past),
        (
            rf"\b(?:the\s+)?(?:last|past)\s+(?P<count>{_COUNT})\s+(?P<unit>years?|months?|weeks?|days?)\b",
            _read_past,
        ),
        (r"\b(?:the\s+)?past\s+(?P<count>)(?P<unit>year|month|week)\b", _read_past),
        (rf"\b(?P<count>{_COUNT})\s+(?P<unit>years?|months?)\s+ago\b", _read_ago),
        (rf"\blast\s+(?P<month>{_MONTH})", _read_last_month_name),
        (rf"\b(?P<month>{_MONTH})(?P<year>)", _read_month),
    ]
]
