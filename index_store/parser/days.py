"""The day of the meeting, chosen among the dates that minutes print."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from index_store.parser.called_months import month_called
from index_store.parser.dates import PrintedDate, find_dates, year_by_weekday

_FAR = 20
_SEASON = 130
_OTHER = re.compile(
    r"\b(?:next|previous|last|publi(?:shed|cation)|signed|dated|adopted|approved|circulated|printed|issued|produced|"
    r"agenda|despatch|deadline|version|draft(?:ed)?|"
    r"amended|updated|posted|author)\b[^.\n]{0,40}$",
    re.IGNORECASE,
)
_CONFIRMED = re.compile(
    r"[^.\n]{0,80}\b(?:were|was|be|having been)\b[^.\n]{0,40}\b(?:agreed|approved|confirmed|signed|accepted|taken|"
    r"adopted|read)\b",
    re.IGNORECASE,
)
"""What is said of the last meeting's minutes, behind their date."""
_PREVIOUS = re.compile(
    r"^\W*(?:\d{1,3}[.)]?\s+)?(?:approval of )?(?:the )?minutes (?:of|from) (?:the )?(?:previous|last) meeting"
    r"(?P<when>[^\n]{4,60})",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD = 8000
_APPROVES = re.compile(
    r"(?=.*\bminutes\b)(?=.*\b(?:approv|agree|adopt|accept|confirm|correct|accurate))"
    r"(?=.*\b(?:mov(?:ed|es)|motion|propos(?:ed|es)|second(?:ed|s)|resolved|were|was|be)\b)"
    r"(?!.*\b(?:these minutes|signed|hereby)\b)",
    re.IGNORECASE,
)
"""What says of minutes that this meeting approves them, around their date."""
_AROUND = 120
_IN_NUMBER = re.compile(r"(?<=\d)_(?=\d)")
_UNDERSCORES = re.compile(r"_+")
_HYPHENS = re.compile(r"(?<=[a-z])-|-(?=[a-z])|(?<=[a-z]-\d)-(?=20\d\d)|(?<=[a-z]-\d\d)-(?=20\d\d)")
_DATED = re.compile(r"(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)([01]?\d)[-_. ]([0-3]?\d)[-_. ]((?:20|19)?\d\d)(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d\d)[-_.](\d\d)[-_.](\d\d)(?!\d)")
_NEXT = re.compile(r"\bnext\b[^\n]{0,120}$|\bfuture meetings?\b.{0,150}$", re.IGNORECASE)
_IS_NEXT = re.compile(r"\bnext (?:\w+ ){0,3}meeting\b[^\n.()]{0,60}$", re.IGNORECASE)
_ALONE = re.compile(r"[\W\d]*(?:(?:at|from|to|and|on|date|time|[ap]\.?m|hours|hrs|noon|page)\b[\W\d]*)*", re.IGNORECASE)
"""What may stand beside a date on a line of its own."""
_TITLED = re.compile(
    r"\b(?:minutes|meeting|notes|board|council|committee|cabinet|panel|forum|group|retreat|session|assembly)\b",
    re.IGNORECASE,
)
_TOP = 600
_HEADED = 5
"""What a date that heads the meeting scores at least: it stands alone, or the meeting was held then."""
_CENTURY = 100
_MONTH_FIRST = re.compile(
    r"\b[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?, (?:19|20)\d\d\b|\b[A-Z]{3,9}\.? \d{1,2}, (?:19|20)\d\d\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:elections?|hearings?|events?|workshops?|ballots?|polls?|referendums?|votes?|courses?|conferences?|trainings?|"
    r"interviews?|inspections?|consultations?)\b[^.\n]{0,40}\b(?:held|took place|conducted|on)\b[^.\n]{0,30}$",
    re.IGNORECASE,
)
"""Something else that was held on a day, of which running text tells."""
_HELD = re.compile(r"\b(?:held|meeting|minutes|notes|date|on|day)\b[^\n]{0,120}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hints:
    """Dates that say when the meeting was, outside its heading; ``dates`` with where each is from, likeliest first.

    ``path`` is the file's name and ``region`` the meeting's text, for years; ``leads`` says that the meeting is the
    first of its file, so that title, front matter and file name speak of it. ``month`` is the one that title or
    heading give the meeting by name ("July meeting"); a page posted in another month was not dated by its meeting.
    """

    dates: tuple[tuple[str, date], ...]
    path: str
    region: str
    leads: bool = True
    month: int | None = None

    @classmethod
    def gather(cls, front: Mapping[str, str], path: str, region: str, leads: bool = True) -> Hints:
        """The hints in front matter, title, file name and closing lines."""
        month = month_called(front.get("title", ""), region) if leads else None
        return cls(tuple(_hints(front, path, region)), path, region, leads, month)

    def instead(self) -> tuple[str, date] | None:
        """The likeliest hint in the meeting's month, where that is known: a page can be posted later."""
        kept = (one for one in self.dates if one[0] == "file name" or self.month in {None, one[1].month})
        return next(kept, None)


def read_day(head: str, hints: Hints, *, dated: bool = True) -> tuple[str | None, tuple[str, ...]]:
    """ISO date of the meeting and warnings about what disagrees; ``dated`` says that the head itself has dates.

    A day in the file's name goes before one that only the text behind the head mentions.
    """
    printed = _candidates(head, hints)
    told = {day for what, day in hints.dates if what == "file name"} if hints.leads and not dated else set()
    if not dated:
        printed = [one for one in printed if hints.month in {None, one.month} and not _is_next(head, one)]
    if told and not any(one.on() in told for one in printed):
        printed = [one for one in printed if _score(head, one) >= _HEADED]
    if not printed:
        if instead := hints.instead():
            what, hinted = instead
            return hinted.isoformat(), (f"no date in the minutes: taken from the {what}",)
        if hints.month and hints.dates:
            return None, (f"no date found: the {hints.dates[0][0]} is not in the month that the meeting is called by",)
        return None, ("no date found",)
    best = printed[0]
    same = (one.on() for one in printed if one.year and (one.day, one.month) == (best.day, best.month))
    day = best.on() or next(same, None)
    warnings: list[str] = []
    if day is None:
        day = _with_year(best, hints)
        if day is None:
            return None, ("the date has no year",)
        warnings.append(f"the date has no year: taken as {day.year}")
    agreed = _agreed(hints)
    if agreed and abs(agreed - day).days > _FAR:
        return agreed.isoformat(), (f"headed {day.isoformat()}, but title and file say {agreed.isoformat()}: taken",)
    if (named := _after_previous(day, hints)) is not None:
        return named.isoformat(), (f"headed {day.isoformat()}, which was the meeting before: taken from the file name",)
    if best.weekday is not None and day.weekday() != best.weekday:
        day = _mended(best, day, hints, warnings)
    return day.isoformat(), (*warnings, *_disagreeing(day, hints))


def _after_previous(day: date, hints: Hints) -> date | None:
    """The day in the file's name, where the minutes are headed with the day of the meeting before, as they say."""
    named = next((other for what, other in hints.dates if what == "file name"), None) if hints.leads else None
    if named is None or not 0 < (named - day).days < _SEASON:
        return None
    told = _PREVIOUS.finditer(hints.region[:_HEAD])
    if any(one.on() == day for found in told for one in find_dates(found["when"])):
        return named
    return named if _approves_minutes_of(day, hints.region[:_HEAD]) else None


def _approves_minutes_of(day: date, text: str) -> bool:
    """Whether a meeting approves the minutes of ``day``, so that it was not held then."""
    for one in find_dates(text):
        if one.on() == day:
            start = max(text.rfind("\n", 0, one.start) + 1, one.start - _AROUND)
            line = text[start : one.end + _AROUND].partition("\n")[0]
            if _APPROVES.match(line) and all((other.on() or day) <= day for other in find_dates(line)):
                return True
    return False


def _disagreeing(day: date, hints: Hints) -> list[str]:
    if not hints.leads:
        return []
    return [
        f"the {what} says {other.isoformat()}, the minutes {day.isoformat()}"
        for what, other in hints.dates
        if other != day and what != "closing lines"
    ]


def _candidates(head: str, hints: Hints) -> list[PrintedDate]:
    """Dates of the head, the likeliest first: one that heads the minutes on a line of its own before any in prose."""
    found = find_dates(head)
    named = {day for what, day in hints.dates if what == "file name"} if hints.leads else set()
    scored = [(_score(head, one) + (2 * (one.on() in named) if named else 0), -n, one) for n, one in enumerate(found)]
    return [one for score, _, one in sorted(scored, key=lambda row: row[:2], reverse=True) if score > -3]


def _is_next(head: str, one: PrintedDate) -> bool:
    return _IS_NEXT.search(head[: one.start].rpartition("\n")[2]) is not None


def _score(head: str, one: PrintedDate) -> int:
    line_start = head.rfind("\n", 0, one.start) + 1
    line_end = head.find("\n", one.end)
    before, after = head[line_start : one.start], head[one.end : line_end if line_end >= 0 else len(head)]
    score = -6 if _CONFIRMED.match(head, one.end) else 0
    if _OTHER.search(head[max(line_start, one.start - 60) : one.start]):
        score -= 4
    above = "\n".join(head[:line_start].rstrip("\n").splitlines()[-4:])
    if one.start < _TOP and _ALONE.fullmatch(before) and _ALONE.fullmatch(after) and _TITLED.search(above):
        score += 3
    elsewhere = _ELSEWHERE.search(before) is not None
    if elsewhere:
        score -= 3
    elif _HELD.search(head[max(0, one.start - 160) : one.start]):
        score += 2
    if not elsewhere and re.search(r"\b(?:held|meeting)\b", before, re.IGNORECASE):
        score += 2
    return score + (one.weekday is not None) + (one.year is not None) * 2


def _hints(front: Mapping[str, str], path: str, region: str) -> list[tuple[str, date]]:
    hints = []
    if front.get("date"):
        hints += [("front matter", day) for one in find_dates(front["date"])[:1] if (day := one.on())]
    if front.get("title"):
        hints += [("title", day) for one in find_dates(front["title"])[:1] if (day := one.on())]
    named = (day for one in find_dates(_named(path)) if (day := _as_named(one, path, region)))
    hints += [("file name", day) for day in sorted(named)[:1]]
    tail = region[-200:]
    closing = find_dates(tail)[-1:]
    closing = [one for one in closing if not (_NEXT.search(tail[: one.start]) or _CONFIRMED.match(tail, one.end))]
    hints += [("closing lines", day) for one in closing if (day := one.on())]
    return hints


def _as_named(one: PrintedDate, path: str, region: str) -> date | None:
    """The day in a file's name: year first in two digits ("20-01-08") or month first where the minutes print that.

    Where they print neither it is read in their own order: month first if they say "May 11, 2021".
    """
    name = path.rsplit("/", 1)[-1]
    turned, american = [], None
    if found := _YEAR_FIRST.search(name):
        year, month, day = (int(part) for part in found.groups())
        turned.append((2000 + year, month, day))
    if found := _NUMERIC.search(name):
        month, day, year = (int(part) for part in found.groups())
        turned.append((year if year > _CENTURY else 2000 + year, month, day))
        american = _real(*turned[-1]) if _MONTH_FIRST.search(region[:_TOP]) else None
    others = [known for parts in turned if (known := _real(*parts))]
    printed = {other.on() for other in find_dates(region[:_TOP])} if others else set()
    if one.on() in printed:
        return one.on()
    return next((other for other in others if other in printed), american or one.on())


def _real(year: int, month: int, day: int) -> date | None:
    with suppress(ValueError):
        return date(year, month, day)
    return None


def _named(path: str) -> str:
    """A file's name, with the dates in it as they are written in a text."""
    name = _UNDERSCORES.sub(" ; ", _IN_NUMBER.sub("-", path.rsplit("/", 1)[-1]))
    return _DATED.sub(r"\1-\2-\3", _HYPHENS.sub(" ", name))


def _agreed(hints: Hints) -> date | None:
    """The date of the title, where front matter or file name bear it out."""
    title = next((day for what, day in hints.dates if what == "title"), None)
    agreeing = sum(day == title for what, day in hints.dates if what != "closing lines")
    return title if hints.leads and agreeing > 2 else None


def _with_year(printed: PrintedDate, hints: Hints) -> date | None:
    path = hints.path
    named = re.match(r"(\d\d) ?(?=[A-Za-z]{3})", path.rsplit("/", 1)[-1]) or re.search(
        r"(?<!\d)(?:20)(\d\d)(?!\d)", path
    )
    years = [day.year for _, day in hints.dates] + ([2000 + int(named.group(1))] if named else [])
    years += [one.year for one in find_dates(hints.region) if one.year]
    fitting = (year for near in years if (year := year_by_weekday(printed, near)) is not None and abs(year - near) < 2)
    if (year := next(fitting, None)) is not None:
        return printed.on(year)
    held = (printed.on(day.year - (_late(printed, day))) for _, day in hints.dates)
    return next(held, None) or printed.on(years[0] if years else None)


def _late(printed: PrintedDate, told: date) -> bool:
    """Whether the day comes long after the date that tells its year: a file is named on the day or later."""
    day = printed.on(told.year)
    return day is not None and (day - told).days > _SEASON


def _mended(best: PrintedDate, day: date, hints: Hints, warnings: list[str]) -> date:
    """The day as printed, unless its year is wrong by the weekday and by other dates of the file or of the minutes."""
    year = year_by_weekday(best, day.year)
    other = best.on(year) if year else None
    named = other and re.match(rf"{other.year}[-_ ]\d\d\b|.*(?<!\d){other.year}(?!\d)", hints.path.rsplit("/", 1)[-1])
    if (
        other
        and other != day
        and (named or any(hint == other for _, hint in hints.dates) or _follows(other, day, hints.region))
    ):
        warnings.append(f"{day.isoformat()} is not the weekday printed: taken as {other.isoformat()}")
        return other
    warnings.append(f"{day.isoformat()} is not the weekday printed")
    return day


def _follows(day: date, instead: date, region: str) -> bool:
    """Whether the minutes speak of days shortly before ``day`` (the last meeting's), and of none before ``instead``."""
    days = [known for one in find_dates(region) if (known := one.on())]
    return any(0 < (day - one).days < _SEASON for one in days) and not any(
        0 < (instead - one).days < _SEASON for one in days
    )
