"""Chooses, inside the minutes found, the sentences that answer: what a good officer would read out."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import compress
from operator import attrgetter, mul

from assistant.citing import ATTENDANCE
from assistant.coverage import Measure
from assistant.question import Want
from assistant.reading import Degrees, Matched, ReadMinute, match_minute, read_minute
from assistant.retrieval import FoundMinute
from assistant.searching import Asked
from assistant.sorts import found
from assistant.telling import tells_decision, tells_outcome
from assistant.terms import Word, words_of
from assistant.times_written import times_written

_NEAR, _CLOSE = 10, 6
_AKIN = 0.85
_WRITTEN = 1.5
_NEARLY = 0.75
_ENDED = re.compile(
    r"\b(?:in the end|finally|eventually|end(?:ed|s)? up|final (?:cost|bill|figure|price|sum))\b"
    r"|\bwhat(?:['’]?s| is) (?:happening|going on|the (?:latest|state of play|(?:current |present )?position))\b"
    r"|\bwhere are we (?:\w+ ){0,2}with\b",
    re.IGNORECASE,
)
_ROUTINE = re.compile(
    r"^\W*(?:welcome|apolog|minutes? of|notes? of|approval of|previous minutes|declarations?|date (?:of|and)"
    r"|dates of|next meeting|"
    r"any other|confirmation of|adoption of|attendance|present)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for a sentence, each 0 to 1: see :func:`_signs`. The same fields weigh them."""

    whole: float
    direct: float
    block: float
    pairs: float
    cosine: float
    minute: float
    dated: float
    wanted: float
    wanted_near: float
    wanted_block: float
    focus: float
    outcome: float
    deciding: float
    titled: float
    routine: float
    roll: float
    stub: float


#: How much each sign tells: judged by hand, then moved half way to what a pairwise logistic regression over the
#: development halves of five question sets gives (sentences that hold a fact against those of all minutes found).
WEIGHTS = Signs(
    whole=1.0,
    direct=0.5,
    block=0.3,
    pairs=0.15,
    cosine=1.0,
    minute=1.3,
    dated=0.35,
    wanted=0.3,
    wanted_near=0.57,
    wanted_block=0.4,
    focus=0.4,
    outcome=0.25,
    deciding=0.55,
    titled=0.5,
    routine=-0.1,
    roll=-1.2,
    stub=0.0,
)
SIGNS = tuple(field.name for field in fields(Signs))
_values = attrgetter(*SIGNS)


def weighed(signs: Signs, weights: Signs) -> float:
    """The weighted sum of the signs."""
    return math.fsum(map(mul, _values(signs), _values(weights)))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of a minute found, with the signs that it was scored by."""

    minute: FoundMinute
    read: ReadMinute
    matched: Matched
    at: int
    signs: Signs
    score: float

    @property
    def text(self) -> str:
        return self.read.sentence(self.at)


@dataclass(frozen=True, slots=True)
class _Measured:
    """What is asked, with its measures: of all terms, of the telling ones, and of those that name what is wanted."""

    asked: Asked
    terms: Measure
    telling: Measure | None
    focus: Measure
    focused: tuple[bool, ...]
    times: re.Pattern[str] | None

    def in_focus(self, degrees: Degrees) -> float:
        """How well the words that name what is asked for are matched; 1.0 where there are none."""
        return self.focus.share(compress(degrees, self.focused))


def _measured(asked: Asked) -> _Measured:
    telling = [term for term in asked.terms if not term.plain]
    focus = [term for term in asked.terms if term.stem in asked.focus]
    return _Measured(
        asked,
        Measure(asked.terms),
        Measure(telling) if telling else None,
        Measure(focus),
        tuple(term.stem in asked.focus for term in asked.terms),
        times_written(asked.question.periods, asked.question.kind),
    )


def candidates(minutes: Sequence[FoundMinute], asked: Asked, weights: Signs = WEIGHTS) -> list[Candidate]:
    """Every sentence of the minutes found, best first."""
    top = max((minute.score for minute in minutes), default=1.0) or 1.0
    scored: list[Candidate] = []
    everywhere, home = _measured(asked), _measured(asked.at_home())
    for minute in minutes:
        here = home if minute.item.id.split("/")[0] in asked.near else everywhere
        read = read_minute(minute.item.text.text, minute.item.title or "")
        matched = match_minute(read, here.terms)
        for at, signs in enumerate(_signs(minute, minute.score / top, read, matched, here)):
            scored.append(Candidate(minute, read, matched, at, signs, weighed(signs, weights)))
    ranked = sorted(scored, key=lambda one: (-one.score, one.minute.item.id, one.at))
    return _newest(_corrected(ranked), asked) if ranked else []


def _newest(ranked: list[Candidate], asked: Asked) -> list[Candidate]:
    """Where it is asked how things stand or ended, the newest of the minutes that tell about as much leads."""
    best = ranked[0]
    if not (asked.question.latest_first or _ENDED.search(asked.question.own)) or best.signs.roll:
        return ranked
    firsts: dict[str, Candidate] = {}
    for one in ranked:
        firsts.setdefault(one.minute.item.id, one)
    akin = [
        one
        for one in firsts.values()
        if one.score >= best.score * _NEARLY
        and one.signs.whole >= best.signs.whole * _NEARLY
        and one.signs.wanted_block >= best.signs.wanted_block
        and one.minute.item.meeting.slug == best.minute.item.meeting.slug
    ]
    newest = max(akin, key=lambda one: (one.minute.item.meeting.date or "", one.score))
    return [newest, *(one for one in ranked if one is not newest)]


def _corrected(ranked: list[Candidate]) -> list[Candidate]:
    """Where the best sentence lacks the sort of fact wanted, one beside it that says that nothing came of it leads."""
    best = ranked[0]
    if best.signs.wanted_block == 1.0 or best.signs.outcome:
        return ranked
    told = (
        one
        for one in ranked
        if one.signs.outcome
        and one.minute.item.id == best.minute.item.id
        and one.signs.whole >= best.signs.whole * _AKIN
        and one.score >= best.score * _AKIN
    )
    first = next(told, best)
    return [first, *(one for one in ranked if one is not first)]


def _signs(minute: FoundMinute, share: float, read: ReadMinute, matched: Matched, here: _Measured) -> Iterator[Signs]:
    """The signs of each sentence: coverage of the terms with what it leans on, by itself, and by its paragraph;
    pairs of words that stand together in both; the sort of fact wanted, in it and near; the minute's own fit."""
    asked, cover = here.asked, here.terms.share
    cosines = _cosines(minute, read)
    titled, routine = _titled(here.telling, read), float(bool(_ROUTINE.match(minute.item.title or "")))
    deciding = asked.question.kind in ("decision", "vote")
    roll = float(minute.item.number == ATTENDANCE and asked.question.kind not in ("attendance", "count"))
    things = [{want: found(want, text, asked.known) for want in asked.wants} for text in read.texts]
    blocks = [cover(degrees) for degrees in matched.blocks]
    told = [_told([things[at] for at in own], asked) for own in read.members]
    dated = _dated(minute, read, here.times)
    for at, text in enumerate(read.texts):
        block = read.layout.sentences[at].block
        direct = cover(matched.direct[at])
        wanted = _told([things[at]], asked)
        yield Signs(
            whole=cover(matched.whole[at]),
            direct=direct,
            block=blocks[block],
            pairs=_pairs(asked.pairs, read, at),
            cosine=max(0.0, cosines[at]),
            minute=share,
            dated=dated[block],
            wanted=wanted,
            wanted_near=_near(here, text, things[at]) if asked.wants else direct,
            wanted_block=told[block],
            focus=here.in_focus(matched.direct[at]),
            outcome=float(wanted < 1.0 and tells_outcome(text)),
            deciding=float(deciding and tells_decision(text)),
            titled=titled,
            routine=routine,
            roll=roll,
            stub=float(read.lengths[at] < 4),
        )


def _dated(minute: FoundMinute, read: ReadMinute, times: re.Pattern[str] | None) -> list[float]:
    """How well each paragraph fits the time asked about: that of its meeting, unless it, or the title, writes it."""
    if times is None:
        return [minute.dated] * len(read.members)
    titled = bool(times.search(minute.item.title or ""))
    return [
        _WRITTEN if titled or any(times.search(read.texts[at]) for at in own) else minute.dated for own in read.members
    ]


Things = Mapping[Want, Sequence[tuple[int, int]]]


def _told(things: Sequence[Things], asked: Asked) -> float:
    """Share of the sorts wanted that any of the sentences holds; 1.0 where none is wanted."""
    if not asked.wants:
        return 1.0
    return sum(any(one[want] for one in things) for want in asked.wants) / len(asked.wants)


def _near(here: _Measured, text: str, things: Things) -> float:
    """Coverage of the terms by the words of a sentence round the best thing of each sort wanted.

    A thing away from the words that name what is asked for ("how many *votes*") counts for half.
    """
    best = []
    for spans in things.values():
        near = [0.0]
        words = words_of(text) if spans else ()
        for start, end in spans:
            first = bisect_left(words, start, key=lambda word: word.start)
            last = bisect_left(words, end, key=lambda word: word.start)
            around = here.terms.share(_matched(here, words, first - _NEAR, last + _NEAR))
            if around > max(near):
                close = here.in_focus(_matched(here, words, first - _CLOSE, last + _CLOSE))
                near.append(around * (0.5 + 0.5 * close))
        best.append(max(near))
    return sum(best) / len(best)


def _matched(here: _Measured, words: Sequence[Word], low: int, high: int) -> Degrees:
    return here.terms.degrees(frozenset(word.stem for word in words[max(0, low) : high]))


def _titled(telling: Measure | None, read: ReadMinute) -> float:
    """Is the minute's title what is asked about? Coverage of the telling terms by it, squared: half is no match."""
    return telling.share(telling.degrees(read.title)) ** 2 if telling else 0.0


def _pairs(asked: Sequence[tuple[str, str]], read: ReadMinute, at: int) -> float:
    """Share of the pairs that are neighbours in the sentence too, in either order, at most a word apart."""
    stems, order = read.sentences[at], read.order[at]
    if not any(a in stems and b in stems for a, b in asked):
        return 0.0
    near = {(a, b) for gap in (1, 2) for a, b in zip(order, order[gap:], strict=False)}
    return sum((a, b) in near or (b, a) in near for a, b in asked) / len(asked)


def _cosines(minute: FoundMinute, read: ReadMinute) -> list[float]:
    """The cosine of the passage that each sentence stands in; a little below the worst found where none was."""
    low = min((found.cosine for found in minute.passages), default=0.0) - 0.05
    cosines = []
    for one in read.layout.sentences:
        inside = [
            f.cosine for f in minute.passages if f.passage.start <= one.start < max(f.passage.end, f.passage.start + 1)
        ]
        cosines.append(max(inside, default=low))
    return cosines
