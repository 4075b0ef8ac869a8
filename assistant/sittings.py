"""Which meetings a question means: hard dates told from dates that are part of the matter, "last meeting", "AGM"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.answer import AnswerKind
from assistant.dates import Period, in_year
from assistant.meeting_dates import MEETING, is_hard, on
from index_store.held import HeldMeeting

_US = re.compile(r"\b(?:we|us|our)\b", re.I)
# "The first meeting that Jane came to" is one of Jane's.
_WHOSE = (
    r"(?!\s+(?:that\s+|which\s+|when\s+)?(?:[\w'’.]+\s+){1,3}(?:was at|was in|was there|attended|came|went|chaired"
    r"|missed)\b)"
)
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
# "Last at a meeting" and "last discussed by the meeting" tell when, not which meeting.
_WHEN = (
    r"(?!\s+(?:at|in|on|to|time|times|attend\w*|c[ao]me|met|meet|sit|sat|chair(?:ed)?|discuss\w*|mention\w*"
    r"|rais\w*|thing)\b)"
)
_LATEST = re.compile(
    rf"\b(?:last|latest|most recent|newest|previous){_WHEN}(?!\s+(?:\w+\s+)?(?:decisions|resolutions))\s+"
    rf"(?P<count>two|three|four|five|six|\d)?\s*(?:[\w'’&§]+\s+){{0,5}}?(?:{MEETING}\b{_WHOSE}|§+(?!\s*\w))",
    re.I,
)
_FIRST = re.compile(
    rf"\b(?:very )?first{_WHEN}\s+(?P<count>two|three|four|five|six"
    rf"|\d)?\s*(?:[\w'’&§]+\s+){{0,5}}?{MEETING}\b{_WHOSE}",
    re.I,
)
_BEFORE_LAST = re.compile(
    rf"\b{MEETING}\s+before\s+(?:that|last|the last(?: one)?)\b|\blast but one\b|\bpenultimate\b", re.I
)
_ANNUAL = re.compile(
    r"(?<!post-)(?<!post )\bA\.?G\.?M\b|\bannual general meeting\b|\bannual (?:\w+ ){0,2}meeting\b", re.I
)
_ANNUAL_BEFORE = re.compile(
    r"\b(?:after|following) (?:the |our )?(?:\d{4} |annual )?(?:A\.?G\.?M|general meeting)\b", re.I
)
#: Meetings that are not to count: "(not counting the AGM)", "apart from special meetings".
_LEFT_OUT = re.compile(
    r"\W*\b(?:not (?:counting|including)|excluding|except(?:ing)?(?: for)?|apart from|other than|leaving (?:out|aside)"
    r"|without(?: counting)?|ignoring|but not|besides)(?: the| any| our| its)* (?P<sort>a\.?g\.?ms?"
    r"|annual (?:general )?meetings?|(?:special|extra-?ordinary|emergency)(?: (?:general )?(?:meetings?|ones?))?)\W*",
    re.I,
)
#: Not "following the Extraordinary Meeting", which stands over the minutes of another one.
_SPECIAL = re.compile(
    r"(?<!following the )(?<!after the )(?<!before the )(?<!prior to the )\b(?:extra-?ordinary|special|emergency)"
    r" (?:\w+ ){0,3}?(?:meeting|session|council)\b",
    re.I,
)
_NEXT_TO = re.compile(
    r"\b(?:meeting|one|sitting|session)\s+(?:held\s+)?(?:straight |right |immediately |just |directly )?"
    r"(?:after|following)\s+(?:the\s+|that\s+|one\s+|of\s+|on\s+|in\s+)*$",
    re.I,
)
_AS_OF_NOW = re.compile(r"\b(?:now|currently|latest|most recent|nowadays|these days|at present|still|to date)\b", re.I)
#: "The transition meeting", "our inaugural session": as it is called where its minutes begin.
_CALLED = re.compile(
    r"\b(?:the|our) (?!(?:public|other|whole|entire|recent|latest|previous|following|private|closed|executive|general"
    r"|final|second|third|fourth|original|later|earlier|council|board|committee)\b)(?P<sort>[a-z]{5,})"
    r" (?:meeting|session|sitting)\b(?! (?:of|room|place|on)\b)",
    re.I,
)
_MATTER = re.compile(
    r"\b(?:minutes|notes) of (?:the )?(?:last|previous|first)\b|\b(?:first"
    r"|last)\s+(?:[\w'’&]+\s+){1,5}meeting of (?:the )?(?!\d)(?!year)"
    r"|\b(?:first|last) meeting of (?:the |our )?(?!§)(?:[\w'’&-]+ ){1,4}(?:board|group|committee|panel|forum"
    r"|partnership|party|trust|executive|cabinet|network)\b",
    re.I,
)
#: An annual meeting that is dealt with at others: "which firms sponsored the 2015 AGM".
_ANNUAL_AHEAD = re.compile(
    r"\b(?:sponsor\w*|organi[sz]\w*|plan(?:s|ned|ning)?|prepar\w+|cater\w*|host\w*|arrang\w+|publici[sz]\w*|invit\w+)"
    r" (?:(?!(?:at|in|during|after|since)\b)\w+ ){0,4}?(?:agm|annual general meeting)\b",
    re.I,
)
_TIMELESS = frozenset(("attendance", "lookup", "vote", "count"))


@dataclass(frozen=True, slots=True)
class Sittings:
    """The meetings that a question is narrowed to (``meetings`` None: not narrowed by date), its ``periods`` with the
    hard ones marked, and the words that named meetings. ``absent`` says that hard dates were named on which no meeting
    is held."""

    meetings: tuple[HeldMeeting, ...] | None
    periods: tuple[Period, ...]
    words: str | None = None
    absent: bool = False
    latest_first: bool = False


def sittings_of(
    text: str,
    kind: AnswerKind,
    periods: Sequence[Period],
    meetings: Sequence[HeldMeeting],
    today: date,
    *,
    numbered: bool = False,
    ours: bool = False,
    head_of: Callable[[HeldMeeting], str] = lambda _: "",
) -> Sittings:
    """Resolve what ``text`` says of meetings against the ``meetings`` that it can be about (by date).

    Names of bodies held stand as "§§§" in ``text``, of bodies not held as "~~~". ``numbered`` says that it asks for a
    minute by number, ``ours`` that it names a body held; ``head_of`` gives what is printed over a meeting's minutes.
    """
    if left_out := _LEFT_OUT.search(text):
        sort = _ANNUAL if left_out["sort"][0].lower() == "a" else _SPECIAL
        kept = tuple(one for one in meetings if not sort.search(f"{one.body} {one.id} {one.source} {head_of(one)}"))
        text = text[: left_out.start()] + " " * len(left_out[0]) + text[left_out.end() :]
        rest = sittings_of(text, kind, periods, kept, today, numbered=numbered, ours=ours, head_of=head_of)
        return rest if rest.meetings is not None else replace(rest, meetings=kept)
    known = tuple(_with_year(one, meetings, today) for one in periods)
    ours = ours or _US.search(text) is not None
    alone = len(known) == 1
    known = tuple(replace(one, hard=is_hard(text, kind, one, meetings, numbered, ours, alone)) for one in known)
    ordinal = _ordinal(text, known, meetings, today, head_of)
    if ordinal is not None:
        found, words = ordinal
        return Sittings(found, known, words, absent=not found, latest_first=len(found) == 1)
    hard = [one for one in known if one.hard]
    latest = _AS_OF_NOW.search(text) is not None
    if not hard:
        return Sittings(None, known, None, latest_first=latest)
    chosen = tuple(one for one in meetings if any(on(period, one) for period in hard))
    # What is to come back to a meeting ahead was asked for at one that is held.
    early = all((one.date or "") < (period.date_from or "~") for one in meetings for period in hard)
    if kind == "actions" and early and not chosen:
        return Sittings(None, tuple(replace(one, hard=False) for one in known), None)
    words = " and ".join(one.words.strip() for one in hard)
    return Sittings(chosen, known, words, absent=not chosen, latest_first=latest)


def _with_year(period: Period, meetings: Sequence[HeldMeeting], today: date) -> Period:
    """A date without a year: the year of the only meeting on it, or of the latest in that month; else left open."""
    if period.yearless is None:
        return _year_before(period, meetings)
    years = sorted(
        {int(one.date[:4]) for one in meetings if one.date and on(period, one) and one.date <= today.isoformat()}
    )
    month, day = period.yearless
    if not years and day and day > 9 and re.fullmatch(r"[a-z.]+\s+\d\d", period.words.strip(), re.I):
        shortened = in_year(replace(period, yearless=(month, None)), 2000 + day)
        return shortened if any(on(shortened, one) for one in meetings) else period
    if not years or (len(years) > 1 and day):
        return period
    return in_year(period, years[-1])


def _year_before(period: Period, meetings: Sequence[HeldMeeting]) -> Period:
    """A year that was only supplied, put back by one where that alone finds a meeting ("November 2024 … October")."""
    if period.year_given or period.date_from is None or any(on(period, one) for one in meetings):
        return period
    day = date.fromisoformat(period.date_from)
    yearless = (day.month, day.day if period.precision == "day" else None)
    if period.precision not in ("day", "month") or yearless == (2, 29):
        return period
    earlier = in_year(replace(period, yearless=yearless), day.year - 1)
    return earlier if any(on(earlier, one) for one in meetings) else period


def _ordinal(
    text: str,
    periods: Sequence[Period],
    meetings: Sequence[HeldMeeting],
    today: date,
    head_of: Callable[[HeldMeeting], str],
) -> tuple[tuple[HeldMeeting, ...], str] | None:
    """ "The last two meetings of 2019", "the meeting before that", "the 2018 AGM", "the extraordinary meeting"."""
    every = [one for one in meetings if one.date]
    dated = [one for one in every if periods or (one.date or "") <= today.isoformat()] or every
    within = [one for one in dated if not periods or any(on(period, one) for period in periods)]
    for sort in (_ANNUAL, _SPECIAL):
        if named := sort.search(text):
            years = {one.date[:4] for one in within if one.date}
            if sort is _ANNUAL and _ANNUAL_AHEAD.search(text):
                return None
            such = [one for one in within if sort.search(f"{one.body} {one.id} {one.source} {head_of(one)}")]
            if such and sort is _ANNUAL and _ANNUAL_BEFORE.search(text):
                later = [one for one in every[every.index(such[-1]) + 1 :] if one not in such]
                return ((later[0],), named[0]) if later else None
            return (tuple(such), named[0]) if such and (periods or len(years) == 1) else None
    if (match := _CALLED.search(text)) and not periods:
        own = re.compile(rf"(?<![a-z]){match['sort']}(?![a-z])", re.I)
        such = [one for one in every if own.search(f"{one.source} {head_of(one)}")]
        if len(such) == 1 and len(every) > 1:
            return tuple(such), match[0]
    if following := _following(text, periods, every):
        return following
    if (match := _BEFORE_LAST.search(text)) and len(within) > 1:
        return (within[-2],), match[0]
    if _MATTER.search(text):
        return None
    if match := _LATEST.search(text):
        return tuple(within[-_how_many(match) :]), match[0]
    if match := _FIRST.search(text):
        return tuple(within[: _how_many(match)]), match[0]
    return None


def _following(
    text: str, periods: Sequence[Period], meetings: Sequence[HeldMeeting]
) -> tuple[tuple[HeldMeeting, ...], str] | None:
    """ "The meeting after 7 March 2018": the next one held, where that date is a meeting's own."""
    if len(periods) != 1 or not periods[0].date_from or not _NEXT_TO.search(text[: periods[0].start]):
        return None
    named = periods[0].date_from[: 10 if periods[0].precision == "day" else 7]
    own = [one for one in meetings if one.date and one.date.startswith(named)]
    later = [one for one in meetings if own and one.date and one.date > (own[-1].date or "")]
    return ((later[0],), f"the meeting after {periods[0].words.strip()}") if later else None


def _how_many(match: re.Match[str]) -> int:
    count = match["count"]
    return _COUNTS.get(count.lower(), 0) or int(count) if count else 1
