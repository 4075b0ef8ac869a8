"""Example questions made from what is held: each is tried first, and offered only where it is answered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Protocol

from assistant.answer import Answer
from assistant.web.labels import ATTENDANCE, body_names, long_date, one_line
from index_store.held import Body, HeldItem, HeldMeeting, HeldResolution, Scope

_RECENT = 4
_TRIALS = 24
_TITLE = range(8, 61)
_DATE = re.compile(r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+ \d{4}|\d+[./-]\d+[./-]\d+")


class Catalogue(Protocol):
    """What examples are made from."""

    def bodies(self) -> tuple[Body, ...]:
        """Every body with minutes."""

    def meetings(self, scope: Scope = ...) -> tuple[HeldMeeting, ...]:
        """Meetings by date."""

    def items(self, meeting_id: str) -> tuple[HeldItem, ...]:
        """A meeting's minutes in order."""

    def resolutions(self, scope: Scope = ...) -> tuple[HeldResolution, ...]:
        """Decisions, clause by clause."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question that could be asked, and the minute or meeting that has to be cited for it to be worth offering."""

    question: str
    minute: str


def examples(catalogue: Catalogue, ask: Callable[[str], Answer], wanted: int = 4) -> list[str]:
    """Up to ``wanted`` questions of different kinds that ``ask`` answers from the right minute."""
    names = body_names(catalogue.bodies())
    kept: list[str] = []
    trials = 0
    for kind in chain.from_iterable(zip_longest(*([kinds] for kinds in _kinds(catalogue, names)))):
        for example in kind or ():
            trials += 1
            if trials > _TRIALS or len(kept) >= wanted:
                return kept
            answer = ask(example.question)
            if answer.status == "answered" and any(_in(c.id, example.minute) for c in answer.citations):
                kept.append(example.question)
                break
    return kept


def _in(minute: str, expected: str) -> bool:
    return minute == expected or minute.startswith(f"{expected}/")


def _kinds(catalogue: Catalogue, names: dict[str, str]) -> list[Iterator[Example]]:
    """One stream of candidates a kind of question, the bodies taking turns, the newest meetings first."""
    recent = _recent(catalogue)
    routine = _routine(catalogue, recent)
    decided = _decided(catalogue, recent, routine)
    substance = _substance(catalogue, recent, routine)
    chairs = (m for m in recent if m.chair)
    return [
        (Example(f"What was decided about {one_line(item.title)}?", item.id) for item in decided),
        (Example(f"Who was in the chair at the {names[m.slug]} on {long_date(m.date)}?", m.id) for m in chairs),
        (
            Example(f"What was minute {item.number} of {long_date(item.meeting.date)} about?", item.id)
            for item in substance
            if item.number
        ),
        (Example(f"What do the minutes say about {one_line(item.title)}?", item.id) for item in reversed(substance)),
    ]


def _recent(catalogue: Catalogue) -> list[HeldMeeting]:
    """The last few meetings of each body, the bodies taking turns."""
    held = [meeting for meeting in reversed(catalogue.meetings()) if meeting.kind == "minutes" and meeting.date]
    own = [[m for m in held if m.slug == body.slug][:_RECENT] for body in catalogue.bodies()]
    return [meeting for row in zip_longest(*own) for meeting in row if meeting]


def _decided(catalogue: Catalogue, recent: Sequence[HeldMeeting], routine: frozenset[str]) -> list[HeldItem]:
    """The minutes with decisions, the weightiest of each meeting first."""
    scope = Scope(meetings=tuple(meeting.id for meeting in recent))
    order = {meeting.id: place for place, meeting in enumerate(recent)}
    found = {r.item.id: r.item for r in catalogue.resolutions(scope) if r.resolution.effect == "decided"}
    told = [item for item in found.values() if _tells(item, routine)]
    return sorted(told, key=lambda item: (order[item.meeting.id], -len(item.text.text)))


def _substance(catalogue: Catalogue, recent: Sequence[HeldMeeting], routine: frozenset[str]) -> list[HeldItem]:
    """The longest minute of each recent meeting: routine business is short."""
    told = ([item for item in catalogue.items(meeting.id) if _tells(item, routine)] for meeting in recent)
    return [max(items, key=lambda item: len(item.text.text)) for items in told if items]


def _routine(catalogue: Catalogue, recent: Sequence[HeldMeeting]) -> frozenset[str]:
    """Titles that recur from meeting to meeting, dates aside: apologies, minutes of the last meeting."""
    titles = (_bare(item) for meeting in recent for item in catalogue.items(meeting.id))
    return frozenset(title for title, times in Counter(titles).items() if times > 1)


def _tells(item: HeldItem, routine: frozenset[str]) -> bool:
    """Whether the title can stand in a question and tells this minute from others."""
    title = one_line(item.title)
    return item.number != ATTENDANCE and len(title) in _TITLE and not _DATE.search(title) and _bare(item) not in routine


def _bare(item: HeldItem) -> str:
    return one_line(_DATE.sub("", item.title or "")).casefold()
