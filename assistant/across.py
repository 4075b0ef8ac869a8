"""A list ("which reports did she introduce?") or a story is gathered over all the minutes that answer, not from one."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import AnswerKind
from assistant.evidence import Candidate
from assistant.searching import Asked
from assistant.selection import Piece, sentences_chosen

MOST = 8
_SCORE = 0.75
#: How much of the terms a minute's best sentence must say, and how much of what the best of all says.
_LEAST: dict[AnswerKind, tuple[float, float]] = {"list": (0.75, 0.9), "timeline": (0.4, 0.7)}


def pieces_across(ranked: Sequence[Candidate], asked: Asked) -> tuple[Piece, ...]:
    """The best stretch of each minute whose best sentence says nearly as much of what is asked as the best of all.

    In order of date; empty where no list is asked for, or where one minute alone answers.
    """
    if asked.question.kind not in _LEAST or not ranked:
        return ()
    fully, nearly = _LEAST[asked.question.kind]
    firsts: dict[str, Candidate] = {}
    for one in ranked:
        firsts.setdefault(one.minute.item.id, one)
    best = ranked[0]
    like = [
        one
        for one in firsts.values()
        if not one.signs.roll
        and one.signs.direct >= max(fully, best.signs.direct * nearly)
        and one.score >= best.score * _SCORE
    ]
    if len(like) < 2:
        return ()
    like = sorted(like[:MOST], key=lambda one: (one.minute.item.meeting.date or "", one.minute.item.position))
    return tuple(piece for one in like for piece in sentences_chosen([one], asked))
