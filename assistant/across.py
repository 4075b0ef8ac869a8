"""A list ("which reports did she introduce?") or a story is gathered over all the minutes that answer, not from one."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import AnswerKind
from assistant.evidence import Candidate
from assistant.pieces import Piece
from assistant.registers.sequel import subject_of
from assistant.searching import Asked
from assistant.selection import sentences_chosen
from assistant.settling import asks_outcome
from assistant.stretches import WORDS

MOST = 8
_TITLED, _SITTINGS = 0.25, 3
#: Titles in other words are of one matter where they share so many telling ones, and no others.
_TELLING = 2
_SCORE: dict[AnswerKind, float] = {"list": 0.75, "timeline": 0.6}
_WORDS: dict[AnswerKind, int] = {"list": WORDS, "timeline": 65}
#: How much of the terms a minute's best sentence must say, and how much of what the best of all says.
_LEAST: dict[AnswerKind, tuple[float, float]] = {"list": (0.75, 0.9), "timeline": (0.5, 0.7)}


def pieces_across(ranked: Sequence[Candidate], asked: Asked) -> tuple[Piece, ...]:
    """The best stretch of each minute whose best sentence says nearly as much of what is asked as the best of all.

    In order of date; empty where no list and no stretch of time is asked for, or where one minute alone answers.
    """
    kind: AnswerKind = "timeline" if _over_time(asked) and asked.question.kind != "list" else asked.question.kind
    if kind not in _LEAST or not ranked:
        return ()
    fully, nearly = _LEAST[kind]
    firsts: dict[str, Candidate] = {}
    for one in ranked:
        firsts.setdefault(one.minute.item.id, one)
    best = ranked[0]
    like = [
        one
        for one in firsts.values()
        if not one.signs.roll
        and _says(one, kind) >= max(fully, _says(best, kind) * nearly)
        and one.score >= best.score * _SCORE[kind]
    ]
    if kind == "timeline":
        like = _a_meeting_each(like)
    if len(like) < 2:
        return ()
    like = sorted(like[:MOST], key=lambda one: (one.minute.item.meeting.date or "", one.minute.item.position))
    return tuple(piece for one in like for piece in sentences_chosen([one], asked, _WORDS[kind]))


def same_matter(ranked: Sequence[Candidate], asked: Asked) -> list[list[Candidate]]:
    """A decision asked of a matter that stood on the agenda under one title at several meetings of the body, or that
    goes by a code: the sentences of each of those minutes, best first, in order of date; empty where it stood there
    once. Of many, the best and the newest: what stands must not be missing."""
    best = ranked[0]
    ended = asked.question.kind == "decision" or (asked.question.kind == "fact" and asks_outcome(asked))
    if (not ended or asked.question.periods or asked.question.numbers) and not asked.by_code:
        return []
    if (best.signs.titled < _TITLED or best.signs.routine) and not asked.by_code:
        return []
    minutes: dict[str, list[Candidate]] = {}
    for one in ranked:
        same = one.minute.item.meeting.slug == best.minute.item.meeting.slug and _titled_alike(one, best)
        if same or asked.by_code:
            minutes.setdefault(one.minute.item.id, []).append(one)
    if len({key.rsplit("/", 1)[0] for key in minutes}) < 2:
        return []
    first = best.minute.item.id
    others = sorted(minutes.keys() - {first}, key=lambda key: minutes[key][0].minute.item.meeting.date or "")
    most = MOST if asked.by_code else _SITTINGS
    found = [minutes[first], *(minutes[key] for key in others[1 - most :])]
    return sorted(found, key=lambda own: (own[0].minute.item.meeting.date or "", own[0].minute.item.position))


def _titled_alike(one: Candidate, other: Candidate) -> bool:
    """Whether two minutes are on one matter by their titles: "Mill toilets", "Update on Mill toilets (minute 12.6)"."""
    if one.read.title == other.read.title:
        return True
    subject = subject_of(one.minute.item)
    return len(subject) >= _TELLING and subject == subject_of(other.minute.item)


def _over_time(asked: Asked) -> bool:
    """Is a stretch of time named, over which more than one meeting was held ("between May and July")?"""
    return any(one.relation in ("between", "since") for one in asked.question.periods)


def _says(one: Candidate, kind: AnswerKind) -> float:
    """How much of what is asked it says: in a story with what it leans on, its minute's title above all."""
    return one.signs.whole if kind == "timeline" else one.signs.direct


def _a_meeting_each(like: Sequence[Candidate]) -> list[Candidate]:
    """The best minute of each meeting, where more than one meeting tells."""
    firsts: dict[str, Candidate] = {}
    for one in like:
        firsts.setdefault(one.minute.item.meeting.id, one)
    return list(firsts.values())
