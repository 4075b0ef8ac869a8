"""Which questions ask for a story: what came of a matter after a time that they name, or from it on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import AnswerKind
from assistant.asks import asks_sequel, states_decision
from assistant.dates import Period
from assistant.mentions import NamedBody
from assistant.sittings import Sittings
from assistant.terms import words_of

_STORY_WORDS = (
    "timeline history story saga onwards step steps start finish end ended beginning begin began became become "
    "happened happen happening over years year whole "
    "progress changed developed progressed moved outcome final finally first last later since then time times "
    "every each plan plans went gone far "
    "came come minute minutes meeting meetings discussed mentioned say said hear heard told get got response "
    "happens up date tell noted list project move moved moving along matter trace track chart chronology"
)
#: Stems of what asks for a story and is no part of the matter that it is of.
STORY = frozenset(word.stem for word in words_of(_STORY_WORDS))


_FROM = re.compile(r"\bfrom (?:the )?$", re.IGNORECASE)
_ONWARD = re.compile(
    r"(?: stage)?,? (?:right |all the way )?(?:(?:through|on) )?to (?!the (?:mayor|chair))", re.IGNORECASE
)


def sets_out(text: str, named: NamedBody) -> bool:
    """Is the body named only where a matter set out ("from the planning committee to the final reading")?"""
    return bool(_FROM.search(text[: named.start]) and _ONWARD.match(text[named.end :]))


def as_story(text: str, kind: AnswerKind, dates: Sequence[Period], sittings: Sittings) -> tuple[AnswerKind, Sittings]:
    """The kind and the meetings of a question; where it asks what came of a matter later, those of its story."""
    told = kind in ("fact", "crossref") or (kind in ("vote", "decision") and states_decision(text))
    if told and len(dates) == 1 and asks_sequel(text, dates[0].end):
        kind, sittings = "timeline", _opened(sittings)
    return kind, _going_on(sittings) if kind == "timeline" else sittings


def _opened(sittings: Sittings) -> Sittings:
    """The time of a meeting as one at which the matter began, for a question of what came of it."""
    soft = tuple(replace(one, hard=False) for one in sittings.periods)
    return replace(sittings, meetings=None, words=None, absent=False, periods=soft)


def _going_on(sittings: Sittings) -> Sittings:
    """A story that begins at one time goes on from there ("from the June 2014 decision to the launch")."""
    if len(sittings.periods) != 1 or sittings.periods[0].hard:
        return sittings
    (period,) = sittings.periods
    if period.relation != "in" or period.precision == "year":
        return sittings
    return replace(sittings, periods=(replace(period, relation="since", date_to=None),))
