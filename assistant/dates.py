"""Dates and periods as people write them: "9/5/07", "spring 2021", "end of 2009", "since the summer".

A pure reading of words against today's date; which meetings they mean is for :mod:`assistant.sittings`.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta
from rapidfuzz import fuzz, process

Relation = Literal["in", "by", "since", "before", "between"]
Precision = Literal["day", "month", "season", "year", "span"]

MONTHS = [name.lower() for name in calendar.month_name[1:]]
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)(?!\d|[.,]\d|\s*(?:%|pounds|people|homes|houses|copies|residents|indicators))"
_SHORT_YEAR = r"['’]\d{2}(?!\d)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
_PARTS = {"early": (1, 4), "start": (1, 3), "beginning": (1, 3), "mid": (4, 9), "middle": (4, 9), "late": (9, 12)}
_PARTS |= {"end": (10, 12), "turn": (1, 2), "first half": (1, 6), "second half": (7, 12)}
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "twelve": 12}
_COUNT = r"(?:\d{1,2}|a|one|two|three|four|five|six|ten|twelve)"
_SLACK = {"day": 45, "month": 45, "season": 60, "year": 75, "span": 60}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days that a question names; ``date_from`` and ``date_to`` are ISO and inclusive, None is open.

    ``words`` as typed, standing at ``start:end`` of the question. ``hard`` says that it is a meeting's date, else
    the time of what is asked about, of which meetings up to ``slack`` days later may tell. ``yearless`` is the
    (month, day or None) of a date without a year, whose ends are None until :func:`in_year` supplies it.
    ``year_given`` is False where the year was supplied from the context.
    """

    words: str
    start: int
    end: int
    date_from: str | None
    date_to: str | None
    precision: Precision
    relation: Relation = "in"
    hard: bool = False
    slack: int = 0
    year_given: bool = True
    yearless: tuple[int, int | None] | None = None

    def holds(self, day: str) -> bool:
        """Is the ISO ``day`` in the period?"""
        return (self.date_from is None or self.date_from <= day) and (self.date_to is None or day <= self.date_to)


Days = tuple[date, date, Precision]
Yearless = tuple[int, int | None]


def in_year(period: Period, year: int) -> Period:
    """A yearless period in ``year``; raises ValueError for a day that the month lacks."""
    if period.yearless is None:
        return period
    month, day = period.yearless
    first, last, precision = _day(year, month, day) if day else _months(year, month, month, "month")
    return replace(
        period,
        date_from=first.isoformat(),
        date_to=last.isoformat(),
        precision=precision,
        yearless=None,
        year_given=False,
        slack=_SLACK[precision],
    )


def read_dates(text: str, today: date) -> tuple[Period, ...]:
    """Every date and period named in ``text``, in order of their place, ranges joined and relations told."""
    return tuple(_related(text, _joined(text, _inherited(text, _atoms(text, today)))))


def _day(year: int, month: int, day: int) -> Days:
    only = date(year, month, day)
    return only, only, "day"


def _months(year: int, first: int, last: int, precision: Precision) -> Days:
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
        return _day(_full_year(match["year"]), month, day)
    return month, day


def _read_numeric(match: re.Match[str], today: date) -> Days:
    day, month, year = int(match["day"]), int(match["month"]), _full_year(match["year"])
    return _day(year, day, month) if month > 12 else _day(year, month, day)


def _read_month(match: re.Match[str], today: date) -> Days | Yearless:
    month = _month_number(match["month"])
    if match["year"]:
        return _months(_full_year(match["year"]), month, month, "month")
    return month, None


def _read_part(match: re.Match[str], today: date) -> Days:
    first, last = _PARTS[match["part"].lower()]
    year = int(match["year"])
    return date(year - (match["part"].lower() == "turn"), 12 if match["part"].lower() == "turn" else first, 1), *_months(
        year, first, last, "season"
    )[1:]


def _read_season(match: re.Match[str], today: date) -> Days:
    first, last = _SEASONS[match["season"].lower()]
    if match["year"]:
        return _months(int(match["year"]), first, last, "season")
    year = today.year if date(today.year, first, 1) <= today else today.year - 1
    if (match["which"] or "").lower() == "last" and _months(year, first, last, "season")[1] >= today:
        year -= 1
    return _months(year, first, last, "season")


def _read_years(match: re.Match[str], today: date) -> Days:
    first, last = int(match["first"]), match["last"]
    second = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if second == first + 1 and len(last) == 2:
        return date(first, 4, 1), date(second, 3, 31), "year"
    if second <= first:
        raise ValueError(match[0])
    return date(first, 1, 1), date(second, 12, 31), "span"


def _read_year(match: re.Match[str], today: date) -> Days:
    return _months(int(match["year"]), 1, 12, "year")


def _read_quarter(match: re.Match[str], today: date) -> Days:
    quarter = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}.get(match["quarter"].lower())
    quarter = quarter or int(match["quarter"][-1])
    return _months(int(match["year"]), quarter * 3 - 2, quarter * 3, "season")


def _read_named_past(match: re.Match[str], today: date) -> Days:
    back = 0 if match["which"].lower() == "this" else 1
    if match["unit"].lower() == "year":
        return _months(today.year - back, 1, 12, "year")
    if match["unit"].lower() == "month":
        then = today - relativedelta(months=back)
        return _months(then.year, then.month, then.month, "month")
    monday = today - timedelta(days=today.weekday() + 7 * back)
    return monday, monday + timedelta(days=6), "span"


def _read_past(match: re.Match[str], today: date) -> Days:
    count = _number(match["count"] or "one")
    step = relativedelta(**{match["unit"].lower().rstrip("s") + "s": count})  # type: ignore[arg-type]
    return today - step, today, "span"


def _read_ago(match: re.Match[str], today: date) -> Days:
    unit, count = match["unit"].lower().rstrip("s"), _number(match["count"])
    if unit == "year":
        return _months(today.year - count, 1, 12, "year")
    then = today - relativedelta(months=count)
    return _months(then.year, then.month, then.month, "month")


def _read_last_month_name(match: re.Match[str], today: date) -> Days:
    month = _month_number(match["month"])
    year = today.year if month < today.month else today.year - 1
    return _months(year, month, month, "month")


_Reader = Callable[[re.Match[str], date], "Days | Yearless"]
_NOT_NUMBER = r"(?<![\w£$€.,/-])"
_RULES: list[tuple[re.Pattern[str], _Reader]] = [
    (re.compile(rule, re.I), reader)
    for rule, reader in [
        (r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b", _read_numeric),
        (
            rf"(?<!minute )(?<!item ){_NOT_NUMBER}(?P<day>\d{{1,2}})(?P<sep>[/.-])(?P<month>\d{{1,2}})(?P=sep)"
            r"(?P<year>(?:19|20)\d\d|\d\d)\b(?![/.-]\d)",
            _read_numeric,
        ),
        (
            rf"\b(?P<day>{_DAY})(?:\s+of)?\s+(?P<month>{_MONTH})(?:,?\s+(?:of\s+)?(?P<year>{_YEAR}|{_SHORT_YEAR}|[012]\d(?![\d:.]|\s*[ap]m)))?",
            _read_day,
        ),
        (
            rf"\b(?P<month>{_MONTH})\s+(?:the\s+)?(?P<day>{_DAY})(?![\d:/.]|\s*(?:pm|am|%))"
            rf"(?:,?\s+(?P<year>{_YEAR}))?",
            _read_day,
        ),
        (rf"\b(?P<month>{_MONTH}),?\s+(?:of\s+)?(?P<year>{_YEAR}|{_SHORT_YEAR})", _read_month),
        (
            rf"\b(?:the\s+)?(?P<part>first half|second half|{'|'.join(p for p in _PARTS if ' ' not in p)})"
            rf"(?:\s+of|\s+in|-|\s)\s*(?P<year>{_YEAR})",
            _read_part,
        ),
        (rf"\b(?P<which>)(?P<season>{'|'.join(_SEASONS)})\s+(?:of\s+)?(?P<year>{_YEAR})", _read_season),
        (rf"\b(?P<which>last|this|the)\s+(?P<season>{'|'.join(_SEASONS)})\b(?P<year>)", _read_season),
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


def _atoms(text: str, today: date) -> list[Period]:
    """The single dates, earlier rules first where two overlap."""
    taken: list[Period] = []
    plain = _spelled(text)
    for pattern, reader in _RULES:
        for match in pattern.finditer(plain):
            if any(match.start() < one.end and one.start < match.end() for one in taken):
                continue
            if match.groupdict().get("month") and not _is_month(plain, match):
                continue
            try:
                read = reader(match, today)
            except ValueError:
                continue
            taken.append(_period(text, match, read))
    return sorted(taken, key=lambda one: one.start)


def _period(text: str, match: re.Match[str], read: Days | Yearless) -> Period:
    start, end = match.span()
    if len(read) == 2:
        return Period(text[start:end], start, end, None, None, "day" if read[1] else "month", yearless=read)
    first, last, precision = read
    return Period(
        text[start:end], start, end, first.isoformat(), last.isoformat(), precision, slack=_SLACK[precision]
    )


def _spelled(text: str) -> str:
    """``text`` with misspelt months beside a number put right, letter count unchanged where that is possible."""

    def mended(match: re.Match[str]) -> str:
        word = match[0]
        found = process.extractOne(word.lower(), MONTHS, scorer=fuzz.ratio, score_cutoff=80)
        if found is None or word.lower() in MONTHS:
            return word
        return str(found[0])[:3].ljust(len(word))

    return re.sub(r"(?<=\d )[a-z]{6,}\b|\b[a-z]{6,}(?= (?:19|20)\d\d\b)", mended, text, flags=re.I)


def _is_month(text: str, match: re.Match[str]) -> bool:
    """Is "may", "march", "mar", "sep"… a month here, and not a word?"""
    groups = match.groupdict()
    word = groups["month"].lower().rstrip(".")
    if word.isdigit() or groups.get("year") or groups.get("day") or word not in {"may", "march", "mar", "dec", "jan"}:
        return True
    before, after = text[: match.start("month")].lower(), text[match.end() :].lower()
    if re.match(r"(?:['’]s)?\s+(?:\d{4}\s+)?(?:meetings?|minutes|agm|one|agenda)\b", after):
        return True
    return bool(
        re.search(r"(?:\b(?:in|by|since|for|of|from|until|till|before|after|last|this|and|to|between|during|about)|,|-|–)\s*$", before)
    ) and not re.match(r"\s+(?:we|i|you|be|have|not|past|on|through)\b", after)


def _inherited(text: str, atoms: list[Period]) -> list[Period]:
    """Years for dates without one, from the date that a list or range goes on with, else from the one before."""
    out = list(atoms)
    for at in range(len(out) - 2, -1, -1):
        between = text[out[at].end : out[at + 1].start]
        following = out[at + 1].date_from
        if out[at].yearless and following and re.fullmatch(r"[\s,&–-]*(?:and|to|or|until|till|through)?[\s]*(?:in\s|the\s)?", between):
            out[at] = _safely_in_year(out[at], int(following[:4]))
    for at in range(1, len(out)):
        earlier = out[at - 1].date_to
        if out[at].yearless and earlier and out[at - 1].precision in ("day", "month", "season"):
            month = out[at].yearless
            year = int(earlier[:4]) + (month is not None and month[0] < int(earlier[5:7]))
            out[at] = _safely_in_year(out[at], year)
    return out


def _safely_in_year(period: Period, year: int) -> Period:
    try:
        return in_year(period, year)
    except ValueError:
        return period


def _joined(text: str, atoms: list[Period]) -> Iterable[Period]:
    """Ranges as one period: "between March and June 2014", "from 2011 to 2013", "March - June 2014"."""
    at = 0
    while at < len(atoms):
        one, other = atoms[at], atoms[at + 1] if at + 1 < len(atoms) else None
        if other and one.date_from and other.date_to and one.date_from <= other.date_to:
            before, between = text[: one.start].lower(), text[one.end : other.start].lower()
            opened = re.search(r"\b(between|from)\s+(?:the\s+)?$", before)
            closing = r"\s*(?:and|to|until|till|through|–|-)\s+(?:the\s+)?"
            dash = re.fullmatch(r"\s*(?:–|-|to|until|till|through)\s*", between)
            if (opened and re.fullmatch(closing, between)) or dash:
                yield Period(
                    text[one.start : other.end], one.start, other.end, one.date_from, other.date_to, "span", "between"
                )
                at += 2
                continue
        yield one
        at += 1


_RELATIONS: list[tuple[str, Relation]] = [
    (r"\b(?:since|after|following|from)\s+(?:around\s+|about\s+|the\s+(?:end|start)\s+of\s+)?(?:the\s+)?$", "since"),
    (r"\b(?:before|prior to|until|till|up to|up until)\s+(?:the\s+)?$", "before"),
    (r"\b(?:by|as of|as at|come)\s+(?:the\s+)?(?:end of\s+|time of\s+(?:the\s+)?)?$", "by"),
]


def _related(text: str, periods: Iterable[Period]) -> Iterable[Period]:
    """Each period with what stands before it taken into account: "since May 2014" is open at its end."""
    for one in periods:
        before = text[: one.start].lower()
        relation = next((name for rule, name in _RELATIONS if re.search(rule, before)), one.relation)
        onward = re.match(r"\s*(?:on(?:wards?)?|to date|to now|up to now)\b(?!\s+(?:the|our)\b)", text[one.end :].lower())
        if one.relation == "between":
            yield one
        elif re.search(r"\bfrom\s+(?:the\s+)?$", before) and not onward:
            yield one
        elif relation == "since" and re.search(r"\b(?:after|following)\s+(?:the\s+)?$", before) and one.precision == "year":
            yield replace(one, relation="since", date_to=None)
        elif relation == "since" or onward:
            yield replace(one, relation="since", date_to=None)
        elif relation == "before":
            yield replace(one, relation="before", date_from=None, date_to=_eve(one) if "before" in before[-9:] or "prior" in before[-11:] else one.date_to)
        else:
            yield replace(one, relation=relation)


def _eve(period: Period) -> str | None:
    """The day before the period begins: "before May 2014" leaves May out."""
    if period.date_from is None:
        return None
    return (date.fromisoformat(period.date_from) - timedelta(days=1)).isoformat()
