"""What is asked: kind, meetings, dates, minute numbers, people and topic, read from the words and the catalogue."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from assistant.answer import AnswerKind, Reason
from assistant.dates import Period
from index_store.models import Scope

Want = Literal[
    "money", "count", "date", "time", "person", "place", "percentage", "reason", "yes_no", "votes", "organisation"
]


@dataclass(frozen=True, slots=True)
class AskedNumber:
    """A minute, item or report number in a question: "minute 267(ii)", "item 5", "the report marked '4'"."""

    sort: Literal["minute", "item", "report"]
    number: str
    clause: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One question, understood against what the index holds and the turns before it.

    ``text`` is the last turn as typed; ``standalone`` the same with what the turns before supply ("and in May?"
    becomes a whole question). ``scope`` holds the meetings that it can be about: bodies and dates that it names,
    joined with the user's filters. ``topic`` is what is left for searching when bodies, dates, numbers and
    question words are taken off. ``wants`` are the sorts of fact that an answer must contain. ``people`` are names
    as the catalogue spells them. ``date_words`` and ``body_words`` are what the question said, for declining in the
    user's own words. ``latest_first`` asks for the newest meeting that says something ("last", "now", "latest").
    ``periods`` are the dates that it names, in order; a *hard* one is a meeting's date and already part of ``scope``,
    any other is only a preference: meetings in it and, up to ``Period.slack`` days, after it. ``date_hard`` says
    that the scope is narrowed by such a date.
    ``missing`` says that the question asks for something that is not held, so that it can be declined at once.
    """

    text: str
    standalone: str
    kind: AnswerKind
    scope: Scope = field(default_factory=Scope)
    topic: str = ""
    wants: frozenset[Want] = frozenset()
    numbers: tuple[AskedNumber, ...] = ()
    people: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    phrase: str | None = None
    date_words: str | None = None
    body_words: str | None = None
    dated: bool = False
    latest_first: bool = False
    follow_up: bool = False
    missing: Reason | None = None
    periods: tuple[Period, ...] = ()
    date_hard: bool = False
