"""What is asked: kind, meetings, dates, minute numbers, people and topic, read from the words and the catalogue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from assistant.answer import Answer, AnswerKind, Reason
from assistant.bodies import NamedBody, named_bodies, short_names
from assistant.conversation import Turn, stand_alone
from assistant.dates import Period, read_dates
from assistant.kinds import Want, kind_of, wants_of
from assistant.people import ROLES, NamedPerson, Roll, named_people, roll_of
from assistant.sittings import Sittings, sittings_of
from assistant.terms import STOP_WORDS
from index_store.catalogue import Catalogue
from index_store.models import HeldMeeting, Scope

__all__ = ["AskedNumber", "Question", "Want", "understand"]


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
    becomes a whole question); ``own`` is the part of ``standalone`` that asks, without the context put before it.
    ``scope`` holds the meetings that it can be about: bodies and dates that it names,
    joined with the user's filters. ``topic`` is what is left for searching when bodies, dates, numbers and
    question words are taken off. ``wants`` are the sorts of fact that an answer must contain. ``people`` are names
    as the catalogue spells them. ``date_words`` and ``body_words`` are what the question said, for declining in the
    user's own words. ``latest_first`` asks for the newest meeting that says something ("last", "now", "latest").
    ``periods`` are the dates that it names, in order; a *hard* one is a meeting's date and already part of ``scope``,
    any other is only a preference: meetings in it and, up to ``Period.slack`` days, after it. ``date_hard`` says
    that the scope is narrowed by such a date. ``context`` are ids of minutes that the turn before cited and that a
    follow-up leans on.
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
    own: str = ""
    context: tuple[str, ...] = ()


_NUMBER = r"(?P<number>(?:\d{1,4}|[A-Z]{1,3}\d{1,3})(?:[./]\d{1,4}){0,3}[a-z]?|[ivx]+(?=\)))(?P<clause>\((?:[ivxl]+|[a-z]|\d)\))?"
_NUMBERS: list[tuple[Literal["minute", "item", "report"], re.Pattern[str]]] = [
    ("report", re.compile(rf"\b(?:report|paper|appendix|document|slides?|copy)s?\b[^.?]{{0,40}}?\bmarked\s+['‘’\"]?(?P<number>\w{{1,4}})['’\"]?(?P<clause>)", re.I)),
    ("minute", re.compile(rf"\b(?:minutes?|min\.?|resolution)\s*(?:number|no\.?|num|#)?\s*{_NUMBER}(?!\d)", re.I)),
    ("item", re.compile(rf"\b(?:agenda )?(?:items?|agenda no\.?)\s*(?:number|no\.?|num|#)?\s*{_NUMBER}(?!\d)", re.I)),
    ("minute", re.compile(rf"(?<![\w#])(?:number|no\.|#)\s*{_NUMBER}(?!\d)(?=[^.?]{{0,30}}\bminutes?\b)", re.I)),
    ("minute", re.compile(r"(?<![\w£$€.,/-])(?P<number>\d{1,3}(?:/\d{2,4}|(?:\.\d{1,3}){1,2}))(?P<clause>\([ivxl]+\))?(?![\d/%.]|\s*(?:pm|am))", re.I)),
    ("item", re.compile(r"^\W*(?:and |what about |whats |what's )?(?P<number>\d{1,3})(?P<clause>) (?:from|of|in) (?:the )?.*\bminutes\b", re.I)),
]
_CHATTER = frozenset(
    """meeting meetings minutes minute item items agenda show list tell told heard hear please according pls whats asked
    ask question held note notes date dates number members member""".split()
)
_QUOTED = re.compile(r"[\"“]([^\"”]{3,})[\"”]|(?<!\w)['‘]([^'’]{3,}(?:['’]\w[^'’]*)*)['’](?!\w)")


def understand(
    turns: Sequence[str],
    catalogue: Catalogue,
    scope: Scope,
    today: date,
    previous: Sequence[Answer] = (),
) -> Question:
    """Read the last of ``turns`` in the light of the others. ``previous`` are the answers to those, where known;
    ``scope`` holds the user's filters, beyond which nothing is answered. Raises ValueError where there is no turn."""
    turn = stand_alone(turns, catalogue, today, previous)
    text = turn.standalone
    numbers = _numbers(turn.own) or (_numbers(text) if turn.carried else ())
    kind = kind_of(turn.own, numbered=any(one.sort != "report" for one in _numbers(turn.own)))
    dates = tuple(one for one in read_dates(text, today) if not _part_of_number(text, one, numbers))
    named = named_bodies(text, catalogue.bodies())
    people = [
        one
        for one in named_people(text, _roll(catalogue))
        if not any(one.start < body.end and body.start < one.end for body in named)
    ]
    asked, body_words, foreign = _asked_bodies(named)
    asked = tuple(dict.fromkeys((*asked, *(kin for slug in asked for kin in _kin(catalogue).get(slug, ())))))
    if all(one.generic for one in named if one.slugs) and _nearly_all(catalogue, asked):
        asked = ()
    filtered = replace(scope, bodies=_common(scope.bodies, asked))
    ours = any(one.slugs for one in named) or bool(re.search(r"\b(?:we|us|our)\b", text, re.I))
    sittings = sittings_of(
        _masked(text, named), kind, dates, catalogue.meetings(filtered), today, numbered=bool(numbers), ours=ours
    )
    missing = _missing(text, kind, catalogue, scope, asked, foreign, sittings)
    hard = [one for one in sittings.periods if one.hard]
    return Question(
        text=turns[-1],
        standalone=text,
        own=turn.own,
        kind=kind,
        scope=_narrowed(filtered, sittings),
        topic=_topic(text, dates, named, people, numbers),
        wants=wants_of(turn.own),
        numbers=numbers,
        people=tuple(dict.fromkeys(name for person in people for name in person.names)),
        roles=tuple(dict.fromkeys(match[0].lower() for match in ROLES.finditer(turn.own))),
        phrase=_phrase(turn.own),
        date_words=sittings.words or (dates[0].words if dates else None),
        body_words=foreign or body_words,
        dated=bool(dates) or sittings.meetings is not None,
        latest_first=sittings.latest_first,
        follow_up=turn.carried,
        missing=missing,
        periods=sittings.periods,
        date_hard=bool(hard) or sittings.meetings is not None,
        context=turn.context,
    )


def _masked(text: str, named: Sequence[NamedBody]) -> str:
    """``text`` without the names of bodies not held: "the first Change Board meeting" is none of ours."""
    for one in named:
        if not one.slugs:
            text = text[: one.start] + "~" * (one.end - one.start) + text[one.end :]
    return text


@lru_cache(maxsize=4)
def _roll(catalogue: Catalogue) -> Roll:
    """The names of one generation: a catalogue is a snapshot."""
    return roll_of(catalogue.attendance())


@lru_cache(maxsize=4)
def _kin(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Bodies whose files are named for another body: minutes headed by a secretariat, or by a new name."""
    bodies = catalogue.bodies()
    files: dict[str, list[str]] = {}
    for meeting in catalogue.meetings():
        files.setdefault(meeting.slug, []).append(re.sub(r"[_.-]+", " ", meeting.source))
    kin: dict[str, list[str]] = {}
    for body in bodies:
        names = "|".join(re.escape(name) for name in short_names(body))
        for other in bodies:
            own = "|".join(re.escape(name) for name in short_names(other))
            paths = files.get(other.slug, [])
            if other.slug != body.slug and paths and all(
                re.search(rf"\b(?:{names})\b", path) and not re.search(rf"\b(?:{own})\b", path) for path in paths
            ):
                kin.setdefault(body.slug, []).append(other.slug)
    return {slug: tuple(others) for slug, others in kin.items()}


def _numbers(text: str) -> tuple[AskedNumber, ...]:
    found: list[tuple[int, AskedNumber]] = []
    taken: list[tuple[int, int]] = []
    for sort, pattern in _NUMBERS:
        for match in pattern.finditer(text):
            at = match.span("number")
            year = sort == "minute" and re.fullmatch(r"(?:19|20)\d\d", match["number"]) and "minutes" in match[0].lower()
            if any(start < at[1] and at[0] < end for start, end in taken) or year or _dated(text, *at):
                continue
            taken.append(at)
            clause = (match["clause"] or "").strip("()") or None
            found.append((at[0], AskedNumber(sort, match["number"], clause)))
    return tuple(number for _, number in sorted(found, key=lambda pair: pair[0]))


def _dated(text: str, start: int, end: int) -> bool:
    """Is the number part of a date ("minutes 2 May 2014", "9/5/07")?"""
    return any(one.start <= start < one.end or one.start < end <= one.end for one in read_dates(text, date.today()))


def _part_of_number(text: str, period: Period, numbers: Sequence[AskedNumber]) -> bool:
    return any(period.words.strip() == one.number for one in numbers)


def _asked_bodies(named: Sequence[NamedBody]) -> tuple[tuple[str, ...], str | None, str | None]:
    """Slugs of the bodies asked, the words for them, and the words for a body that is not held."""
    subjects = [one for one in named if one.slugs and not one.topic]
    precise = [one for one in subjects if not one.generic] or subjects
    slugs = tuple(dict.fromkeys(slug for one in precise for slug in one.slugs))
    foreign = next((one.words for one in named if not one.slugs), None)
    return slugs, (precise[0].words if precise else None), foreign if not precise else None


def _nearly_all(catalogue: Catalogue, slugs: Sequence[str]) -> bool:
    """Do these bodies hold nearly all meetings, so that "the council" narrows nothing?"""
    bodies = catalogue.bodies()
    return sum(one.meetings for one in bodies if one.slug in slugs) * 5 >= 4 * sum(one.meetings for one in bodies)


def _common(allowed: tuple[str, ...], asked: tuple[str, ...]) -> tuple[str, ...]:
    """Bodies both asked and allowed; the filter alone where they have nothing in common."""
    if not allowed or not asked:
        return allowed or asked
    return tuple(slug for slug in asked if slug in allowed) or allowed


def _narrowed(scope: Scope, sittings: Sittings) -> Scope:
    if sittings.meetings is None:
        return scope
    dates = [one.date for one in sittings.meetings if one.date]
    if not dates:
        return replace(scope, meetings=())
    return replace(
        scope,
        date_from=max(filter(None, (scope.date_from, min(dates)))),
        date_to=min(filter(None, (scope.date_to, max(dates)))),
        meetings=tuple(one.id for one in sittings.meetings),
    )


def _missing(
    text: str,
    kind: AnswerKind,
    catalogue: Catalogue,
    scope: Scope,
    asked: tuple[str, ...],
    foreign: str | None,
    sittings: Sittings,
) -> Reason | None:
    """Why the question cannot be answered from what is held, if it cannot."""
    if scope.bodies and asked and not set(asked) & set(scope.bodies):
        return "outside_filter"
    if foreign and _asks_minutes_of(text, foreign, kind) and not catalogue.phrase(foreign):
        return "no_such_body"
    if foreign and re.search(rf"\b(?:minutes|meetings?|notes) (?:of|for|from) (?:the )?{re.escape(foreign)}", text, re.I):
        return "no_such_body"
    if sittings.absent:
        wider = catalogue.meetings(Scope(bodies=asked, papers=scope.papers))
        hard = [one for one in sittings.periods if one.hard]
        held = any(one.date and period.holds(one.date) for one in wider for period in hard if not period.yearless)
        return "outside_filter" if held and (scope.date_from or scope.date_to or scope.bodies) else "no_such_meeting"
    if not catalogue.meetings(scope) and catalogue.meetings():
        return "outside_filter"
    return _uncovered(catalogue, scope, asked, sittings)


def _uncovered(catalogue: Catalogue, scope: Scope, asked: tuple[str, ...], sittings: Sittings) -> Reason | None:
    """A soft date of which no minute held can tell: no meeting in it or soon after, and none mentions it."""
    soft = [one for one in sittings.periods if not one.hard and one.date_from and one.relation == "in"]
    if not soft or len(soft) != len(sittings.periods) or sittings.meetings is not None:
        return None
    meetings = catalogue.meetings(replace(scope, bodies=_common(scope.bodies, asked)))
    for period in soft:
        if any(one.date and _near(period, one) for one in meetings):
            return None
        later = replace(scope, bodies=_common(scope.bodies, asked), date_from=period.date_from)
        if period.precision in ("year", "span") or catalogue.phrase(_month_year(period), later):
            return None
    return "no_such_meeting"


def _near(period: Period, meeting: HeldMeeting) -> bool:
    if meeting.date is None or period.date_from is None or period.date_to is None:
        return True
    late = (date.fromisoformat(meeting.date) - date.fromisoformat(period.date_to)).days
    return meeting.date >= period.date_from and late <= period.slack


def _month_year(period: Period) -> str:
    return date.fromisoformat(period.date_from or "").strftime("%B %Y")


def _asks_minutes_of(text: str, foreign: str, kind: AnswerKind) -> bool:
    """Is the question put to that body, and not one that merely mentions it?"""
    name = re.escape(foreign)
    return kind == "attendance" or re.search(
        rf"\b(?:did|does|do|has|have|was|were) (?:the )?{name}\b|\b(?:at|of|by) (?:the )?{name}\b|{name}(?:['’]s)? (?:meeting|minutes)", text, re.I
    ) is not None


def _phrase(text: str) -> str | None:
    match = _QUOTED.search(text)
    return (match[1] or match[2]).strip() if match else None


def _topic(
    text: str,
    dates: Sequence[Period],
    named: Sequence[NamedBody],
    people: Sequence[NamedPerson],
    numbers: Sequence[AskedNumber],
) -> str:
    """The words left to search for: a year that is part of a name ("2017 concert") stays."""
    kept = list(text)
    for one in dates:
        if one.precision == "year" and re.match(r"\s+[a-z]{4,}", text[one.end :], re.I) and not re.match(r"\s+(?:meeting|minutes)", text[one.end :]):
            continue
        kept[one.start : one.end] = " " * (one.end - one.start)
    for body in named:
        if body.slugs and not body.topic:
            kept[body.start : body.end] = " " * (body.end - body.start)
    words = re.findall(r"[\w£&%'’/.-]*\w%?|£\d\S*", "".join(kept))
    numbered = {one.number for one in numbers}
    return " ".join(
        word for word in words if word.lower().replace("’", "'") not in STOP_WORDS | _CHATTER and word not in numbered
    )
