"""Dates and periods as people write them: "9/5/07", "spring 2021", "end of 2009", "since the summer".

A pure reading of words against today's date; which meetings they mean is for :mod:`assistant.sittings`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from rapidfuzz import fuzz, process

from assistant.date_rules import MONTHS, RULES, Days, Precision, Yearless, day_of, months_of

Relation = Literal["in", "by", "since", "before", "between", "for"]


_MONTH_NAMES = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
#: Between the ends of a range: "March to June", "from January up to and including the end of June".
_TO = (
    r"(?:and|to|until|till|thru|through|up to|up until|right (?:up )?(?:to|through to)|through to|–|-)"
    r"(?:\s+and including)?(?:\s+(?:the\s+)?(?:very\s+)?(?P<part>end|close|start|beginning|middle)\s+of)?"
)
#: The last day of a month that its start or its middle reaches.
_PARTS_OF_MONTH = {"start": 10, "beginning": 10, "middle": 20}
#: A balance is told of long after its day ("the fund stood at £4.9m at the end of March"), and not before it.
_AT_END = re.compile(r"\b(?:at|as at|as of)\s+(?:the\s+)?(?:very\s+)?(?:end|close)\s+(?:of\s+)?(?:the\s+)?$")
_AS_AT = re.compile(r"\bas (?:at|of)\s+(?:the\s+)?$")
_BALANCED, _LATE_IN_MONTH = 120, 15
_FINANCIAL = re.compile(r"(?:fy ?)?(?:20)?\d\d\s?[/–-]\s?(?:20)?\d\d")
_SET_FOR = re.compile(
    r"\b(?:precepts?|budgets?|council tax|levy|levies|rates?|charges|fees|tariffs?|estimates|accounts|annual return|"
    r"agar|audit|capital programme|work programme|grants?|allowances?|subscriptions?|tax base|rents?)\b",
    re.IGNORECASE,
)
"""What is set for a year before it begins, or told of it after its end."""
_YEARLY = r"(?:precepts?|budgets?|council tax|levy|levies|rates?|valuation|charges|fees|estimates|allowances)"
_YEARLY_BEFORE = re.compile(rf"\b{_YEARLY}(?:(?:\s+\w+){{0,3}}\s+for(?:\s+the)?(?:\s+year)?)?\s+$")
_YEARLY_BEHIND = re.compile(rf"\s+(?:\w+\s+)?{_YEARLY}\b")
"""What stands beside a year that it is set for; in small letters."""
_SET_EARLY, _TOLD_LATE = 270, 240
_SLACK = {"day": 45, "month": 45, "season": 60, "year": 75, "span": 60}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days that a question names; ``date_from`` and ``date_to`` are ISO and inclusive, None is open.

    ``words`` as typed, standing at ``start:end`` of the question. ``hard`` says that it is a meeting's date, else
    the time of what is asked about, of which meetings up to ``slack`` days later may tell. ``yearless`` is the
    (month, day or None) of a date without a year, whose ends are None until :func:`in_year` supplies it.
    The relation "for" is that of a year, financial or of the calendar, for which something is set.
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

    @property
    def told_from(self) -> str | None:
        """The first day on which minutes can tell of it."""
        if self.relation != "for" or self.date_from is None:
            return self.date_from
        return (date.fromisoformat(self.date_from) - timedelta(days=_SET_EARLY)).isoformat()

    def holds(self, day: str) -> bool:
        """Is the ISO ``day`` in the period?"""
        return (self.date_from is None or self.date_from <= day) and (self.date_to is None or day <= self.date_to)


def set_things(text: str) -> list[str]:
    """What ``text`` names of all that is set for a year, as "precept"."""
    return [found[0].lower() for found in _SET_FOR.finditer(text)]


def in_year(period: Period, year: int) -> Period:
    """A yearless period in ``year``; raises ValueError for a day that the month lacks."""
    if period.yearless is None:
        return period
    month, day = period.yearless
    first, last, precision = day_of(year, month, day) if day else months_of(year, month, month, "month")
    return replace(
        period,
        date_from=first.isoformat(),
        date_to=last.isoformat(),
        precision=precision,
        yearless=None,
        year_given=False,
        slack=_SLACK[precision],
    )


def of_itself(period: Period) -> Period:
    """The period without its relation: "after March 2018" as March 2018."""
    first = period.date_from
    if period.relation != "since" or period.precision not in ("day", "month") or first is None:
        return replace(period, relation="in") if period.relation == "since" and period.yearless else period
    day = date.fromisoformat(first)
    last = day if period.precision == "day" else months_of(day.year, day.month, day.month, "month")[1]
    return replace(period, relation="in", date_to=last.isoformat())


def read_dates(text: str, today: date) -> tuple[Period, ...]:
    """Every date and period named in ``text``, in order of their place, ranges joined and relations told."""
    return tuple(_related(text, _joined(text, _inherited(text, _atoms(text, today)))))


def _atoms(text: str, today: date) -> list[Period]:
    """The single dates, earlier rules first where two overlap."""
    taken: list[Period] = []
    plain = _spelled(text)
    for pattern, reader in RULES:
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
    return Period(text[start:end], start, end, first.isoformat(), last.isoformat(), precision, slack=_SLACK[precision])


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
    if re.match(rf"\s*(?:,|and|&|or|to|-|–)\s*{_MONTH_NAMES}\b", after):
        return True
    return bool(
        re.search(
            r"(?:\b(?:in|by|since|for|of|from|until|till|before|after|last|this|and|to|between|during|about)|,|-"
            r"|–)\s*$",
            before,
        )
    ) and not re.match(r"\s+(?:we|i|you|be|have|not|past|on|through)\b", after)


def _inherited(text: str, atoms: list[Period]) -> list[Period]:
    """Years for dates without one, from the date that a list or range goes on with, else from the one before."""
    out = list(atoms)
    for at in range(len(out) - 2, -1, -1):
        between = text[out[at].end : out[at + 1].start]
        following = out[at + 1].date_from
        if out[at].yearless and following and re.fullmatch(rf"[\s,&–-]*(?:or|{_TO})?[\s]*(?:in\s|the\s)?", between):
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
            closing = re.fullmatch(rf"\s*{_TO}\s+(?:the\s+)?", between) or re.fullmatch(rf"\s*{_TO}\s*", between)
            if closing and (opened or not re.match(r"\s*and\b", between)):
                until = _until(other, closing["part"])
                yield Period(text[one.start : other.end], one.start, other.end, one.date_from, until, "span", "between")
                at += 2
                continue
        yield one
        at += 1


def _until(period: Period, part: str | None) -> str | None:
    """The last day of the range that ends at the start, in the middle or at the end of ``period``."""
    day = _PARTS_OF_MONTH.get(part or "")
    if day is None or period.date_from is None or period.precision not in ("month", "year"):
        return period.date_to
    month = 1 if period.precision == "month" else 3 if day < 20 else 8
    first = date.fromisoformat(period.date_from)
    return first.replace(month=first.month + month - 1, day=day).isoformat()


_RELATIONS: list[tuple[str, Relation]] = [
    (r"\b(?:since|after|following|from)\s+(?:around\s+|about\s+|the\s+(?:end|start)\s+of\s+)?(?:the\s+)?$", "since"),
    (
        r"\b(?:before|prior to|until|till|(?<!turned )(?<!turn )(?<!turns )(?<!showed )(?<!show )up to|up until)"
        r"(?:\s+and including)?\s+(?:the\s+)?(?:end of\s+)?(?:the\s+)?$",
        "before",
    ),
    (r"\b(?:by|as of|as at|come)\s+(?:the\s+)?(?:end of\s+|time of\s+(?:the\s+)?)?$", "by"),
]


def _is_set_for(one: Period, before: str, after: str) -> bool:
    """Whether a year is the one for which something is set: "2020/21", "the budget for 2020", "the 2020 budget"."""
    if _FINANCIAL.fullmatch(one.words.lower()):
        return True
    return one.precision == "year" and (_YEARLY_BEFORE.search(before) or _YEARLY_BEHIND.match(after)) is not None


def _related(text: str, periods: Iterable[Period]) -> Iterable[Period]:
    """Each period with what stands before it taken into account: "since May 2014" is open at its end."""
    for one in periods:
        before, after = text[: one.start].lower(), text[one.end :].lower()
        one = _balanced(one, before)
        relation = next((name for rule, name in _RELATIONS if re.search(rule, before)), one.relation)
        onward = re.match(r"\s*(?:on(?:wards?)?|to date|to now|up to now)\b(?!\s+(?:the|our)\b)", after)
        bare_from = re.search(r"\bfrom\s+(?:the\s+)?$", before)
        if one.relation == "between" or (bare_from and not onward):
            yield one
        elif relation == "since" or onward:
            yield replace(one, relation="since", date_to=None)
        elif relation == "before":
            excluded = re.search(r"\b(?:before|prior to)\s+(?:the\s+)?$", before)
            yield replace(one, relation="before", date_from=None, date_to=_eve(one) if excluded else one.date_to)
        elif relation == "in" and set_things(text) and _is_set_for(one, before, after):
            yield replace(one, relation="for", slack=_TOLD_LATE)
        else:
            yield replace(one, relation=relation)


def _balanced(period: Period, before: str) -> Period:
    """``period``, where the words ``before`` make it the day of a balance, as the time from which minutes tell that."""
    if period.date_from is None or period.precision not in ("day", "month"):
        return period
    if _AT_END.search(before) and period.precision == "month":
        late = date.fromisoformat(period.date_from).replace(day=_LATE_IN_MONTH).isoformat()
        return replace(period, date_from=late, slack=_BALANCED)
    return replace(period, slack=_BALANCED) if _AS_AT.search(before) else period


def _eve(period: Period) -> str | None:
    """The day before the period begins: "before May 2014" leaves May out."""
    if period.date_from is None:
        return None
    return (date.fromisoformat(period.date_from) - timedelta(days=1)).isoformat()
