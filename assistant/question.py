"""What is asked: kind, meetings, dates, minute numbers, people and topic, read from the words and the catalogue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache, partial

from assistant.abbreviations import spelt_out
from assistant.answer import Answer, AnswerKind, Reason
from assistant.asides import without_asides
from assistant.asks import asked_next
from assistant.bodies import named_bodies
from assistant.citing import ATTENDANCE
from assistant.compounds import as_minuted
from assistant.conversation import Turn, stand_alone
from assistant.dates import Period, of_itself, read_dates
from assistant.holdings import foretold, in_common, kin_of, missing_of, nearly_all, softened, telling
from assistant.kinds import kind_of, narrowed
from assistant.mentions import NamedBody, named_loosely
from assistant.misspelt import put_right
from assistant.numbered import asked_numbers, is_number, part_of_number
from assistant.numbers import AskedNumber
from assistant.people import ROLES, NamedPerson, Roll, named_people, roll_of
from assistant.post_holders import holders_of
from assistant.sittings import Sittings, sittings_of
from assistant.stories import as_story, sets_out
from assistant.terms import STOP_WORDS
from assistant.wants import Want, wants_of
from index_store.catalogue import Catalogue
from index_store.held import HeldMeeting, Scope

__all__ = ["AskedNumber", "Question", "Want", "understand"]


@dataclass(frozen=True, slots=True)
class Question:
    """One question, understood against what the index holds and the turns before it.

    ``text`` is the last turn as typed; ``standalone`` the same with what the turns before supply ("and in May?"
    becomes a whole question); ``own`` is the part of ``standalone`` that asks, without the context put before it.
    ``scope`` holds the meetings that it can be about: bodies and dates that it names, joined with the user's filters;
    ``wider`` does where a bare "the council" may stand for all its bodies. ``topic`` is what is left for searching
    when bodies, dates, numbers and question words are taken off. ``wants`` are the sorts of fact that an answer must
    contain. ``people`` are names as the catalogue spells them, ``spoken`` as the question does, ``holders`` names of
    whoever holds the post that is asked to have spoken. ``date_words`` and ``body_words`` are what the question said,
    for declining in the user's own words; ``other_body`` names one that is not held.
    ``latest_first`` asks for the newest meeting that says something ("last", "now", "latest").
    ``periods`` are the dates that it names, in order; a *hard* one is a meeting's date and already part of ``scope``,
    any other is only a preference: the scope then holds what meetings can tell of it, in it and some time after it.
    ``date_hard`` says that the scope is narrowed by a hard date. ``context`` are ids of minutes that the turn before
    cited and that a follow-up leans on. ``then`` is what it asks besides ("and how many are in the crew?"). ``missing``
    says that the question asks for something that is not held, so that it can be declined at once."""

    text: str
    standalone: str
    kind: AnswerKind
    scope: Scope = field(default_factory=Scope)
    topic: str = ""
    wants: frozenset[Want] = frozenset()
    numbers: tuple[AskedNumber, ...] = ()
    people: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    phrase: str | None = None
    date_words: str | None = None
    body_words: str | None = None
    other_body: str | None = None
    dated: bool = False
    latest_first: bool = False
    follow_up: bool = False
    missing: Reason | None = None
    periods: tuple[Period, ...] = ()
    date_hard: bool = False
    own: str = ""
    context: tuple[str, ...] = ()
    one_of_several: bool = False
    then: Question | None = None
    wider: Scope | None = None


_CHATTER_WORDS = (
    "meeting meetings minutes minute item items agenda show list tell told heard hear please according pls "
    "whats asked ask question held note notes date dates number members member"
)
_CHATTER = frozenset(_CHATTER_WORDS.split())
#: "The new term starting December 2014": when something begins or runs out is part of the matter.
_TERM = re.compile(
    r"\b(?:starting|beginning|commencing|effective|expiring|expires?|ending|with effect)"
    r" (?:from |in |on |the |of )*$",
    re.IGNORECASE,
)
_OURS = re.compile(r"\b(?:we|us|our|(?:the|did) (?:board|council|committee|trustees|members|meeting))\b", re.IGNORECASE)
_WHICH_MINUTE = re.compile(
    r"^\W*(?:which|what) (?:minutes?|items?|resolutions?)(?: numbers?)? (?:deal(?:s|t)? with|cover(?:s|ed)?"
    r"|concern(?:s|ed)?|relate[sd]? to|record(?:s|ed)?|contain(?:s|ed)?|has|have|talks? about"
    r"|(?:is|was|are|were) (?:about|on|for))\b",
    re.IGNORECASE,
)
_AGM = re.compile(r"\b(?:agm|annual general meeting)\b", re.IGNORECASE)
_HEAD = 300
_QUOTED = re.compile(r"[\"“]([^\"”]{3,})[\"”]|(?<!\w)['‘]([^'’]{3,}(?:['’]\w[^'’]*)*)['’](?!\w)")


def understand(
    turns: Sequence[str], catalogue: Catalogue, scope: Scope, today: date, previous: Sequence[Answer] = ()
) -> Question:
    """Read the last of ``turns`` in the light of the others. ``previous`` are the answers to those, where known;
    ``scope`` holds the user's filters, beyond which nothing is answered. Raises ValueError where there is no turn."""
    typed = turns[-1] if turns else ""
    turns = [as_minuted(spelt_out(one, catalogue), catalogue) for one in turns]
    turns = [without_asides(put_right(one, _roll(catalogue).by_surname)) for one in turns]
    question = replace(_read(turns, catalogue, scope, today, previous), text=typed)
    both = asked_next(turns[-1])
    return replace(question, then=_read((*turns[:-1], *both), catalogue, scope, today, previous)) if both else question


def _read(
    turns: Sequence[str], catalogue: Catalogue, scope: Scope, today: date, previous: Sequence[Answer]
) -> Question:
    turn = stand_alone(turns, catalogue, today, previous)
    text = turn.standalone
    numbers = _numbers(turn, catalogue)
    kind = kind_of(turn.own, numbered=any(one.sort != "report" for one in _numbers(turn, catalogue, own=True)))
    dates = _dates(text, kind, today, numbers)
    named = named_bodies(text, catalogue.bodies())
    people = _people(text, catalogue, _places(named, dates))
    kind = narrowed(kind, turn.own, turn.root) if people or ROLES.search(turn.own) else kind
    asked, body_words, foreign = _asked_slugs([one for one in named if not sets_out(text, one)], catalogue)
    filtered = replace(scope, bodies=in_common(scope.bodies, asked))
    sittings = _sittings(turn, kind, dates, named, catalogue, filtered, today, bool(numbers))
    kind, sittings = as_story(text, kind, dates, softened(text, kind, catalogue, filtered, sittings))
    narrowed_to = partial(_narrowed, sittings=sittings, catalogue=catalogue, ahead=foretold(turn.own))
    loosely = asked and sittings.meetings is None and named_loosely(named, text)
    return Question(
        text=turns[-1],
        standalone=text,
        own=turn.own,
        kind=kind,
        scope=narrowed_to(filtered),
        wider=narrowed_to(scope) if loosely else None,
        topic=_topic(text if sittings.meetings is None else _AGM.sub(_blank, text), dates, named, numbers),
        wants=wants_of(turn.own),
        numbers=numbers,
        people=tuple(dict.fromkeys(name for person in people for name in person.names)),
        spoken=tuple(person.words for person in people),
        roles=tuple(dict.fromkeys(match[0].lower() for match in ROLES.finditer(turn.own))),
        holders=holders_of(turn.own, partial(catalogue.attendance, filtered)),
        phrase=_phrase(turn.own),
        date_words=sittings.words or (dates[0].words if dates else None),
        body_words=foreign or body_words,
        other_body=foreign,
        dated=bool(dates) or sittings.meetings is not None,
        latest_first=sittings.latest_first,
        follow_up=turn.carried,
        missing="fact_absent" if turn.untold else missing_of(text, kind, catalogue, scope, asked, foreign, sittings),
        periods=sittings.periods,
        date_hard=any(one.hard for one in sittings.periods) or sittings.meetings is not None,
        context=turn.context,
    )


def _dates(text: str, kind: AnswerKind, today: date, numbers: Sequence[AskedNumber]) -> tuple[Period, ...]:
    found = (one for one in read_dates(text, today) if not part_of_number(text, one, numbers))
    found = (one for one in found if not _TERM.search(text[: one.start]))
    return tuple(_came_out(text, one) if kind == "actions" else one for one in found)


def _came_out(text: str, period: Period) -> Period:
    """What there is to do "after the March meeting" came out of that one."""
    after = re.search(r"\b(?:after|following|from|out of)\s+(?:the\s+)?$", text[: period.start], re.I)
    return of_itself(period) if after else period


def _numbers(turn: Turn, catalogue: Catalogue, own: bool = False) -> tuple[AskedNumber, ...]:
    """Numbers in the part that asks; else those of the question that it leans on, unless only its ``own`` count."""
    found = asked_numbers(turn.own, catalogue)
    return found or (asked_numbers(turn.standalone, catalogue) if turn.carried and not own else ())


def _asked_slugs(named: Sequence[NamedBody], catalogue: Catalogue) -> tuple[tuple[str, ...], str | None, str | None]:
    """The bodies that the question is narrowed to, with those whose minutes go under their name, and the words."""
    asked, body_words, foreign = _asked_bodies(named)
    asked = tuple(dict.fromkeys((*asked, *(kin for slug in asked for kin in kin_of(catalogue).get(slug, ())))))
    if all(one.generic for one in named if one.slugs) and nearly_all(catalogue, asked):
        asked = ()
    return asked, body_words, foreign


def _places(named: Sequence[NamedBody], dates: Sequence[Period]) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in named] + [(one.start, one.end) for one in dates]


def _people(text: str, catalogue: Catalogue, taken: Sequence[tuple[int, int]]) -> list[NamedPerson]:
    """People named outside the stretches that are bodies' names or dates."""
    named = named_people(text, _roll(catalogue))
    return [one for one in named if not any(one.start < end and start < one.end for start, end in taken)]


def _sittings(
    turn: Turn,
    kind: AnswerKind,
    dates: Sequence[Period],
    named: Sequence[NamedBody],
    catalogue: Catalogue,
    scope: Scope,
    today: date,
    numbered: bool,
) -> Sittings:
    held, head_of = catalogue.meetings(scope), partial(_head, catalogue)
    ours = any(one.slugs for one in named) or _OURS.search(turn.standalone) is not None
    text = _masked(turn.standalone, named)
    found = sittings_of(text, kind, dates, held, today, numbered=numbered, ours=ours, head_of=head_of)
    if not (found.absent and turn.carried and turn.own != turn.standalone):
        return found
    # A date of the question before is a meeting's only where that question asked it so.
    before = sittings_of(text, kind_of(turn.root), dates, held, today, ours=ours, head_of=head_of)
    return found if before.absent else before


def _head(catalogue: Catalogue, meeting: HeldMeeting) -> str:
    """What is printed over the minutes of a meeting, with who came."""
    first = next(iter(catalogue.items(meeting.id)), None)
    return first.text.text[:_HEAD] if first and first.number == ATTENDANCE else ""


def _masked(text: str, named: Sequence[NamedBody]) -> str:
    """``text`` with bodies held as "§§§" and others as "~~~": "the first Change Board meeting" is none of ours."""
    for one in named:
        text = text[: one.start] + ("§" if one.slugs else "~") * (one.end - one.start) + text[one.end :]
    return text


@lru_cache(maxsize=4)
def _roll(catalogue: Catalogue) -> Roll:
    """The names of one generation: a catalogue is a snapshot."""
    return roll_of(catalogue.attendance())


def _asked_bodies(named: Sequence[NamedBody]) -> tuple[tuple[str, ...], str | None, str | None]:
    """Slugs of the bodies asked, the words for them, and the words for a body that is not held."""
    subjects = [one for one in named if one.slugs and not one.topic]
    precise = [one for one in subjects if not one.generic] or subjects
    slugs = tuple(dict.fromkeys(slug for one in precise for slug in one.slugs))
    foreign = next((one.words for one in named if not one.slugs), None)
    return slugs, (precise[0].words if precise else None), foreign if not precise else None


def _narrowed(scope: Scope, sittings: Sittings, catalogue: Catalogue, ahead: bool) -> Scope:
    if sittings.meetings is None:
        able = telling(catalogue, scope, sittings.periods, ahead)
        return replace(scope, meetings=able) if able else scope
    dates = [one.date for one in sittings.meetings if one.date]
    if not dates:
        return replace(scope, meetings=())
    return replace(
        scope,
        date_from=max(filter(None, (scope.date_from, min(dates)))),
        date_to=min(filter(None, (scope.date_to, max(dates)))),
        meetings=tuple(one.id for one in sittings.meetings),
    )


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _phrase(text: str) -> str | None:
    match = _QUOTED.search(text)
    return (match[1] or match[2]).strip() if match else None


def _topic(
    text: str,
    dates: Sequence[Period],
    named: Sequence[NamedBody],
    numbers: Sequence[AskedNumber],
) -> str:
    """The words left to search for: a year that is part of a name ("2017 concert") stays."""
    kept = list(_WHICH_MINUTE.sub(_blank, text))
    for one in dates:
        if (
            one.precision == "year"
            and re.match(r"\s+[a-z]{4,}", text[one.end :], re.I)
            and not re.match(r"\s+(?:meeting|minutes)", text[one.end :])
        ):
            continue
        kept[one.start : one.end] = " " * (one.end - one.start)
    for body in named:
        if body.slugs and not body.topic and not re.match(r"/\d", text[body.end :]):
            kept[body.start : body.end] = " " * (body.end - body.start)
    words = re.findall(r"[£$€]?\d{1,3}(?:,\d{3})+(?:\.\d+)?\w*|[\w£&%'’/.-]*\w%?|£\d\S*", "".join(kept))
    return " ".join(
        word
        for word in words
        if word.lower().replace("’", "'") not in STOP_WORDS | _CHATTER and not is_number(word, numbers)
    )
