"""Whether what is asked for is held at all: bodies, meetings and dates against the catalogue."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from assistant.answer import AnswerKind, Reason
from assistant.dates import Period, in_year
from assistant.known_bodies import HEADS, short_names
from assistant.place_names import CIVIC
from assistant.sittings import Sittings
from index_store.catalogue import Catalogue
from index_store.held import HeldMeeting, Scope

_BEFORE = 120
_MEETING = re.compile(r"\b(?:meetings?|minutes|notes|agm|sittings?|sessions?|agendas?)\b", re.IGNORECASE)
_ARRANGED = re.compile(
    r"\b(?:mov(?:e[ds]?|ing)|cancel\w*|postpon\w+|rearrang\w+|reschedul\w+|brought forward|put (?:back|off)|clash\w*"
    r"|chang(?:e[ds]?|ing) (?:the |its |our )?(?:date|time|venue|\w+ meeting))\b.*\b(?:meetings?|agm|session|call)\b"
    r"|\b(?:meetings?|agm|session|call)\b.*\b(?:mov(?:e[ds]?|ing)|cancel\w*|postpon\w+|rearrang\w+|reschedul\w+|clash\w*"
    r"|brought forward|put (?:back|off)|go(?:ing)? ahead|(?:to be|was|is|being) held|take place|took place)\b",
    re.IGNORECASE,
)


_BARE = re.compile(rf"(?:(?:{'|'.join(CIVIC)}|{'|'.join(HEADS)}) ?)+", re.IGNORECASE)
"""A name that bodies of many places have: "Council", "Town Board"."""


@lru_cache(maxsize=4)
def kin_of(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Bodies whose files are named for another body: minutes headed by a secretariat, or by a new name."""
    bodies = catalogue.bodies()
    files: dict[str, list[str]] = {}
    for meeting in catalogue.meetings():
        files.setdefault(meeting.slug, []).append(re.sub(r"[_.-]+", " ", meeting.source))
    kin: dict[str, list[str]] = {}
    for body in bodies:
        names = "|".join(re.escape(name) for name in short_names(body) if not _BARE.fullmatch(name))
        for other in bodies if names else ():
            own = "|".join(re.escape(name) for name in short_names(other))
            paths = files.get(other.slug, [])
            if (
                other.slug != body.slug
                and paths
                and all(
                    re.search(rf"\b(?:{names})\b", path) and not re.search(rf"\b(?:{own})\b", path) for path in paths
                )
            ):
                kin.setdefault(body.slug, []).append(other.slug)
    return {slug: tuple(others) for slug, others in kin.items()}


def nearly_all(catalogue: Catalogue, slugs: Sequence[str]) -> bool:
    """Do these bodies hold nearly all meetings, so that "the council" narrows nothing?"""
    bodies = catalogue.bodies()
    return sum(one.meetings for one in bodies if one.slug in slugs) * 5 >= 4 * sum(one.meetings for one in bodies)


def in_common(allowed: tuple[str, ...], asked: tuple[str, ...]) -> tuple[str, ...]:
    """Bodies both asked and allowed; the filter alone where they have nothing in common."""
    if not allowed or not asked:
        return allowed or asked
    return tuple(slug for slug in asked if slug in allowed) or allowed


def softened(text: str, kind: AnswerKind, catalogue: Catalogue, scope: Scope, sittings: Sittings) -> Sittings:
    """A day on which no meeting is held may be the day of the matter ("the online vote on 21 June"), where minutes
    write it; and that of a meeting may be asked for its arrangement ("why was the April meeting moved?")."""
    if not sittings.absent or kind in ("attendance", "decision"):
        return sittings
    hard = [one for one in sittings.periods if one.hard]
    soft = {one: _as_written(one, catalogue, scope) for one in hard} if not _MEETING.search(text) else {}
    if _ARRANGED.search(text):
        soft = {one: replace(one, hard=False) for one in hard}
    if len(soft) < len(hard) or not all(soft.values()):
        return sittings
    periods = tuple(soft.get(one) or one for one in sittings.periods)
    return replace(sittings, meetings=None, words=None, absent=False, periods=periods)


def _as_written(period: Period, catalogue: Catalogue, scope: Scope) -> Period | None:
    """The day as a soft period of the year in which minutes held write it; None where none does."""
    if period.precision != "day":
        return None
    month, day = period.yearless or (int((period.date_from or "")[5:7]), int((period.date_from or "")[8:]))
    if day is None:
        return None
    name, year = calendar.month_name[month], (period.date_from or "")[:4]
    days = (f"{day}{ending} {name}" for ending in ("", "st", "nd", "rd", "th"))
    for form in (*days, f"{name} {day}", f"{month:02}-{day:02}"):
        written = re.compile(rf"(?<!\d){re.escape(form)}(?!\d)", re.IGNORECASE)
        for item in catalogue.phrase(form, scope):
            held = (item.meeting.date or "")[:4]
            place = written.search(item.text.text) if held else None
            # What is to come is told in a year before, with its own.
            told = place and year and item.text.text[place.end() :].lstrip(" ,\n").startswith(year)
            if place and (told or not year or held in (year, str(int(year) + 1))):
                return replace(in_year(period, int(year or held)), hard=False)
    return None


#: So many days before a time may a meeting have told of it.
_FORESEEN = 120
_AHEAD = re.compile(
    r"\b(?:was|were|is|are|has|have|had) (?:due |going |expected |meant |supposed |planned )?to\b|\bwould\b|\bwill\b"
    r"|\bdue\b|\bmust\b|\b(?:is|are) coming\b"
    r"|\b(?:planned|expected|scheduled|proposed|intended) (?:for|in|on|over|during)\b"
    r"|\b(?:com(?:e|ing)|brought|report(?:ed)?) back\b"
    r"|\b(?:put|pushed|moved|deferred|postponed|delayed|extended|prolonged) (?:back |off |out )?(?:to|until|till)\b",
    re.I,
)


def missing_of(
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
    if foreign and _asks_minutes_of(text, foreign, kind) and not _mentioned(catalogue, foreign, kind):
        return "no_such_body"
    if foreign and re.search(
        rf"\b(?:minutes|meetings?|notes) (?:of|for|from) (?:the )?{re.escape(foreign)}", text, re.I
    ):
        return "no_such_body"
    if sittings.absent:
        wider = catalogue.meetings(Scope(bodies=asked, papers=scope.papers))
        hard = [one for one in sittings.periods if one.hard]
        held = any(one.date and period.holds(one.date) for one in wider for period in hard if not period.yearless)
        return "outside_filter" if held and (scope.date_from or scope.date_to or scope.bodies) else "no_such_meeting"
    if not catalogue.meetings(scope) and catalogue.meetings():
        return "outside_filter"
    return _uncovered(catalogue, scope, asked, sittings, foretold(text))


def _mentioned(catalogue: Catalogue, foreign: str, kind: AnswerKind) -> bool:
    """Do held minutes speak of that body, so that they may say what is asked of it?"""
    if catalogue.phrase(foreign):
        return True
    words = [word for word in re.findall(r"[^\W_]{3,}", foreign)]
    return kind not in ("decision", "attendance", "list") and all(catalogue.document_frequency(words).values())


def foretold(text: str) -> bool:
    """Is it asked what was ahead, of which meetings before it tell ("were to join over the summer")?"""
    return _AHEAD.search(text) is not None


def _uncovered(
    catalogue: Catalogue, scope: Scope, asked: tuple[str, ...], sittings: Sittings, ahead: bool
) -> Reason | None:
    """A soft date of which no minute held can tell: no meeting in it, soon after, or before it if it is ``ahead``, and
    none mentions it."""
    soft = [one for one in sittings.periods if not one.hard and one.date_from and one.relation in ("in", "for")]
    if not soft or len(soft) != len(sittings.periods) or sittings.meetings is not None:
        return None
    meetings = catalogue.meetings(replace(scope, bodies=in_common(scope.bodies, asked)))
    for period in soft:
        near = any(one.date and (_near(period, one) or (ahead and _foretells(period, one))) for one in meetings)
        if near or _as_written(period, catalogue, scope):
            return None
        later = replace(scope, bodies=in_common(scope.bodies, asked), date_from=period.date_from)
        written = str(period.date_from)[:4] if period.precision == "year" else _month_year(period)
        if period.precision == "span" or catalogue.phrase(written, later if period.precision != "year" else scope):
            return None
    return "no_such_meeting"


def _near(period: Period, meeting: HeldMeeting) -> bool:
    if meeting.date is None or period.date_from is None or period.date_to is None:
        return True
    late = (date.fromisoformat(meeting.date) - date.fromisoformat(period.date_to)).days
    return meeting.date >= (period.told_from or "") and late <= period.slack


def _foretells(period: Period, meeting: HeldMeeting) -> bool:
    """Was the meeting so shortly before the period that it could tell what was to come?"""
    if meeting.date is None or period.date_from is None:
        return False
    return 0 <= (date.fromisoformat(period.date_from) - date.fromisoformat(meeting.date)).days <= _FORESEEN


def telling(
    catalogue: Catalogue, scope: Scope, periods: Sequence[Period], ahead: bool = False
) -> tuple[str, ...] | None:
    """Meetings that can tell of what happened in the (soft) periods: those in them, soon after, or that name them; and
    shortly before, where what was ``ahead`` is asked for.

    None where the periods do not narrow the question: a bare year is often part of a name.
    """
    if not periods or any(
        one.precision not in ("day", "month", "season") or one.relation == "before" for one in periods
    ):
        return None
    meetings = catalogue.meetings(scope)
    found: dict[str, None] = {}
    for period in periods:
        found.update(
            (one.id, None) for one in meetings if _may_tell(period, one) or (ahead and _foretells(period, one))
        )
        if period.precision != "season" and period.date_from:
            found.update((item.meeting.id, None) for item in catalogue.phrase(_month_year(period), scope))
    return tuple(found) or None


def _may_tell(period: Period, meeting: HeldMeeting) -> bool:
    if meeting.date is None or period.date_from is None:
        return True
    held = date.fromisoformat(meeting.date)
    early = (date.fromisoformat(period.date_from) - held).days
    late = (held - date.fromisoformat(period.date_to)).days if period.date_to else 0
    return early <= (_BEFORE if period.relation == "by" else 0) and late <= 2 * period.slack


def _month_year(period: Period) -> str:
    return date.fromisoformat(period.date_from or "").strftime("%B %Y")


def _asks_minutes_of(text: str, foreign: str, kind: AnswerKind) -> bool:
    """Is the question put to that body, and not one that merely mentions it?"""
    name = re.escape(foreign)
    sends = rf"\b(?:from|representing|represented|on behalf of) (?:the )?{name}\b"
    if kind == "attendance" and re.search(rf"{sends}|\b{name} (?:there|represented|present|send|sent)\b", text, re.I):
        return False
    return (
        kind == "attendance"
        or re.search(
            rf"\b(?:did|does|do|has|have|was|were) (?:the )?{name}\b|\b(?:at|of|by) (?:the )?{name}\b"
            rf"|{name}(?:['’]s)? (?:meeting|minutes)",
            text,
            re.I,
        )
        is not None
    )
