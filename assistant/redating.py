"""A question put to another time: "in 2013", "the year after" and "in March" of a follow-up for the dates before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from assistant.answer import Answer
from assistant.dates import Period, in_year
from assistant.leaning import SHIFT
from index_store.catalogue import Catalogue
from index_store.held import HeldMeeting

#: A year or month beside the one asked about before, among other words of a turn; "next year" is one to come.
_SHIFTED = re.compile(
    r"\bthe (?:(?:year|month) (?:before|after)(?: (?:that|this|it|then)\b)?(?! (?:the|a|an|last|we|they|he|she|\d))"
    r"|(?:previous|following|preceding|next) (?:year|month))\b",
    re.I,
)


def shifted(bare: str, years: Sequence[Period], catalogue: Catalogue, answer: Answer | None) -> str | None:
    """ "the year after", "the month before", "the meeting before that" as a date of its own."""
    match = SHIFT.fullmatch(bare.removeprefix("in ").removeprefix("at ").removeprefix("for ").strip())
    if not match:
        return None
    unit = (match["unit"] or match["unit2"]).lower()
    step = -1 if (match["way"] or match["way2"]).lower() in ("before", "previous", "preceding") else 1
    base = next((one for one in reversed(years) if one.date_from or one.date_to), None)
    day = (base.date_from or base.date_to) if base else _cited_day(answer)
    if day is None:
        return None
    if unit == "year":
        return f"in {int(day[:4]) + step}"
    if unit == "month":
        first = date.fromisoformat(day).replace(day=1)
        other = first - timedelta(days=1) if step < 0 else first + timedelta(days=32)
        return f"in {other:%B %Y}"
    end = (base.date_to or day) if base else day
    slugs = {one.id.split("/")[0] for one in answer.citations} if answer else set()
    held = [one.date for one in catalogue.meetings() if one.date and (not slugs or one.slug in slugs)]
    found = [one for one in held if one < day][-1:] if step < 0 else [one for one in held if one > end][:1]
    return f"on {spoken_day(found[0])}" if found else None


def redated(own: str, years: Sequence[Period], catalogue: Catalogue, answer: Answer | None) -> str:
    """``own`` with "the year before" and "the following month" among other words as the year or month that it means."""
    told = _SHIFTED.search(own)
    other = shifted(told[0], years, catalogue, answer) if told else None
    return f"{own[: told.start()]}{other}{own[told.end() :]}" if told and other else own


def _cited_day(answer: Answer | None) -> str | None:
    return next((one.date for one in answer.citations if one.date), None) if answer else None


def spoken_day(day: str) -> str:
    moment = date.fromisoformat(day)
    return f"{moment.day} {moment:%B %Y}"


def dated_like(text: str, dates: Sequence[Period], years: Sequence[Period], meetings: Sequence[HeldMeeting]) -> str:
    """``text`` with the year of the question before put to its dates that have none."""
    base = next((one for one in reversed(years) if one.date_from or one.date_to), None)
    out = text
    for one in reversed(dates):
        if one.yearless is None or base is None:
            continue
        first = int((base.date_from or base.date_to or "")[:4])
        years_held = sorted(
            {int(one.date[:4]) for one in meetings if one.date}, key=lambda year: (abs(year - first), year)
        )
        held = [year for year in years_held if any(_in(one, year, meeting) for meeting in meetings)]
        year = held[0] if held else first
        if (
            re.search(r"\bby (?:the )?$", out[: one.start])
            and first + 1 in held
            and one.yearless[0] < int((base.date_to or base.date_from or "")[5:7])
        ):
            year = first + 1
        out = f"{out[: one.end].rstrip()} {year}{out[one.end :]}"
    return out


def _in(period: Period, year: int, meeting: HeldMeeting) -> bool:
    try:
        return meeting.date is not None and in_year(period, year).holds(meeting.date)
    except ValueError:
        return False


def with_date(root: str, years: Sequence[Period], words: str) -> str:
    """``root`` about another date: ``words`` ("in 2013", "the one in March 2014") in place of its own."""
    words = re.sub(r"\b(?:the )?one (?=in|on|of|from)", "", words)
    if not re.match(r"\s*(?:in|on|at|by|since|from|as of|before|after|during|between|for)\b", words, re.I):
        words = (
            f"{'on' if re.match(r'(?:the )?[0-9]{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]', words, re.I) else 'in'} {words}"
        )
    return f"{without_dates(root, years).rstrip(' ?,')} {words.strip()}?"


def without_dates(root: str, years: Sequence[Period]) -> str:
    """``root`` without its dates and the words that lean on them ("at the May 2015 meeting")."""
    out = root
    for one in reversed(years):
        before, after = out[: one.start], out[one.end :]
        before = re.sub(
            r"(?:\b(?:at|in|on|by|of|from|for|during|since|until|before|as of|back in)\s+)?(?:the\s+)?$",
            "",
            before,
            flags=re.I,
        )
        after = re.sub(r"^(?:['’]s)?\s+(?:meeting|minutes|agm)\b", "", after, flags=re.I)
        out = f"{before.rstrip()} {after.lstrip()}".strip()
    return out
