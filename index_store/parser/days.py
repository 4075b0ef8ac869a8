"""The day of the meeting, chosen among the dates that minutes print."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from index_store.parser.dates import PrintedDate, find_dates, is_near, year_by_weekday

_OTHER = re.compile(
    r"\b(?:next|previous|last|publi(?:shed|cation)|signed|dated|adopted|approved|circulated|printed|issued|produced|"
    r"agenda|despatch|deadline|version|draft(?:ed)?|"
    r"amended|updated|posted|author)\b[^.\n]{0,40}$",
    re.IGNORECASE,
)
_HELD = re.compile(r"\b(?:held|meeting|minutes|notes|date|on|day)\b[^\n]{0,120}$", re.IGNORECASE)


def read_day(head: str, region: str, front: Mapping[str, str], path: str) -> tuple[str | None, tuple[str, ...]]:
    """ISO date of the meeting and warnings about what disagrees."""
    printed = _candidates(head)
    hints = _hints(front, path, region)
    if not printed:
        if hints:
            return hints[0][1].isoformat(), (f"no date in the minutes: taken from the {hints[0][0]}",)
        return None, ("no date found",)
    best = printed[0]
    warnings: list[str] = []
    day = best.on() or next(
        (one.on() for one in printed if one.year and (one.day, one.month) == (best.day, best.month)), None
    )
    if day is None:
        day = _with_year(best, hints, path, region)
        if day is None:
            return None, ("the date has no year",)
        warnings.append(f"the date has no year: taken as {day.year}")
    other = _agreed(hints)
    if other and abs(other - day).days > 20:
        return other.isoformat(), (
            f"headed {day.isoformat()}, but title and file say {other.isoformat()}: taken as that",
        )
    if best.weekday is not None and day.weekday() != best.weekday:
        day = _mended(best, day, printed, hints, warnings)
    warnings += [
        f"the {what} says {other.isoformat()}, the minutes {day.isoformat()}"
        for what, other in hints
        if other != day and what != "closing lines"
    ]
    return day.isoformat(), tuple(warnings)


def _candidates(head: str) -> list[PrintedDate]:
    """Dates of the head, the likeliest first."""
    found = find_dates(head)
    scored = [(_score(head, one), -n, one) for n, one in enumerate(found)]
    return [one for score, _, one in sorted(scored, key=lambda row: row[:2], reverse=True) if score > -3]


def _score(head: str, one: PrintedDate) -> int:
    line_start = head.rfind("\n", 0, one.start) + 1
    before = head[line_start : one.start]
    score = 0
    if _OTHER.search(head[max(line_start, one.start - 60) : one.start]):
        score -= 4
    if _HELD.search(head[max(0, one.start - 160) : one.start]):
        score += 2
    if re.search(r"\b(?:held|meeting)\b", before, re.IGNORECASE):
        score += 2
    return score + (one.weekday is not None) + (one.year is not None) * 2


def _hints(front: Mapping[str, str], path: str, region: str) -> list[tuple[str, date]]:
    hints = []
    if front.get("date"):
        hints += [("front matter", day) for one in find_dates(front["date"])[:1] if (day := one.on())]
    if front.get("title"):
        hints += [("title", day) for one in find_dates(front["title"])[:1] if (day := one.on())]
    name = re.sub(r"_+", " ; ", re.sub(r"(?<=\d)_(?=\d)", "-", path.rsplit("/", 1)[-1]))
    name = re.sub(r"(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)", r"\1-\2-\3", name)
    hints += [("file name", day) for one in find_dates(name)[:1] if (day := one.on())]
    hints += [("closing lines", day) for one in find_dates(region[-200:])[-1:] if (day := one.on())]
    return hints


def _agreed(hints: list[tuple[str, date]]) -> date | None:
    """The date of the title, where front matter or file name bear it out."""
    title = next((day for what, day in hints if what == "title"), None)
    return title if sum(day == title for what, day in hints if what != "closing lines") > 2 else None


def _with_year(printed: PrintedDate, hints: list[tuple[str, date]], path: str, region: str) -> date | None:
    named = re.match(r"(\d\d) ?(?=[A-Za-z]{3})", path.rsplit("/", 1)[-1]) or re.search(
        r"(?<!\d)(?:20)(\d\d)(?!\d)", path
    )
    years = [day.year for _, day in hints] + ([2000 + int(named.group(1))] if named else [])
    years += [one.year for one in find_dates(region) if one.year]
    fitting = (year for near in years if (year := year_by_weekday(printed, near)) is not None and abs(year - near) < 2)
    return printed.on(next(fitting, years[0] if years else None))


def _mended(
    best: PrintedDate, day: date, printed: list[PrintedDate], hints: list[tuple[str, date]], warnings: list[str]
) -> date:
    """The day as printed, unless the year alone is wrong by its weekday and by the other dates of the file."""
    year = year_by_weekday(best, day.year)
    other = best.on(year) if year else None
    if other and other != day and any(hint == other for _, hint in hints):
        warnings.append(
            f"{day.isoformat()} is not the weekday printed: taken as {other.isoformat()}, as the {hints[0][0]} says"
        )
        return other
    warnings.append(f"{day.isoformat()} is not the weekday printed")
    return day


__all__ = ["is_near", "read_day"]
