"""A year that is asked about as a text writes it: "in 2024", "2023/24"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.answer import AnswerKind
from assistant.dates import Period, set_things
from assistant.question import Question

_DASH = r"\s?[-/–]\s?"


def times_written(periods: Sequence[Period], kind: AnswerKind = "fact") -> re.Pattern[str] | None:
    """What finds the years that ``periods`` name, written out; None where none can be.

    A meeting's own date is no time that its text would write, and of an open stretch no text writes the whole. A month
    is mostly that of the meeting asked about: one that writes it ("as agreed in October 2021") looks back to it; so
    does what writes the year of a decision.
    """
    if kind in ("decision", "vote"):
        return None
    written = [form for period in periods if not period.hard for form in _forms(period)]
    return _compiled(tuple(written)) if written else None


_YEAR = rf"(?<![\w£$€.,/–-])(?P<first>20\d\d){_DASH}(?:20)?(?P<last>\d\d)(?![\w%/–-])"
_PLAIN = rf"(?<![\w£$€.,/–-])(?P<first>20\d\d)(?:{_DASH}(?:20)?(?P<last>\d\d))?(?![\w%/–-])"


@dataclass(frozen=True, slots=True)
class SetFor:
    """What is set for a year ("the precept for 2024/25", "the 2020 budget"): ``years``, the first ones of those asked
    about, and what finds a year ``beside`` the thing set."""

    years: frozenset[str]
    beside: tuple[re.Pattern[str], ...]

    @classmethod
    def of(cls, question: Question) -> SetFor | None:
        """What the question asks to have been set for a year; None where it asks of no such thing."""
        asked = [
            (one.date_from, one.date_to or "") for one in question.periods if one.relation == "for" and one.date_from
        ]
        years = frozenset(first[:4] for first, _ in asked)
        plain = all(first[:4] == last[:4] for first, last in asked)
        return cls(years, _beside(tuple(set_things(question.standalone)), plain)) if years else None

    def told(self, text: str) -> bool | None:
        """Whether ``text`` tells of the thing set for a year asked about; False for other years, None for none."""
        years = {
            found["first"]
            for one in self.beside
            for found in one.finditer(text)
            if found["last"] is None or (int(found["first"]) + 1) % 100 == int(found["last"])
        }
        return bool(years & self.years) if years else None


@lru_cache(maxsize=256)
def _beside(things: tuple[str, ...], plain: bool) -> tuple[re.Pattern[str], ...]:
    """What finds a year beside one of ``things``: a financial one; one of the calendar (``plain``) right beside it."""
    named = "|".join(re.escape(one.rstrip("s")) for one in things)
    if plain:
        before = rf"{_PLAIN}(?:\W+\w+)?\W+(?:{named})"
        behind = rf"\b(?:{named})\w*(?:\W+(?:for|of|the|year|financial|in respect of)){{0,4}}\W+{_PLAIN}"
        return tuple(re.compile(one, re.IGNORECASE) for one in (before, behind))
    before, behind = rf"{_YEAR}(?:\W+\w+){{0,2}}?\W+(?:{named})", rf"\b(?:{named})\w*(?:\W+\w+){{0,4}}?\W+{_YEAR}"
    return tuple(re.compile(one, re.IGNORECASE) for one in (before, behind))


@lru_cache(maxsize=256)
def _compiled(written: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w£$€.,/–-])(?:{'|'.join(written)})(?![\w%/–-])", re.IGNORECASE)


def _forms(period: Period) -> list[str]:
    if period.relation not in ("in", "for") or period.precision != "year" or not (period.date_from and period.date_to):
        return []
    first, last = date.fromisoformat(period.date_from), date.fromisoformat(period.date_to)
    if first.year == last.year:
        return [str(first.year)]
    return [rf"(?:{first.year}|{first:%y}){_DASH}(?:{last.year}|{last:%y})"]
