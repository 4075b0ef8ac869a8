"""Dates and periods as people write them: "9/5/07", "spring 2021", "end of 2009", "since the summer"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Relation = Literal["in", "by", "since", "before", "between"]
Precision = Literal["day", "month", "season", "year", "span"]


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days that a question names; ``date_from`` and ``date_to`` are ISO and inclusive, None is open.

    ``words`` as typed, standing at ``start:end`` of the question. ``hard`` says that it is a meeting's date, else
    the time of what is asked about, of which meetings up to ``slack`` days later may tell. ``year_given`` is False
    where the year was supplied from the context.
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
