"""Chooses, inside the minutes found, the sentences that answer: what a good officer would read out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import compress

from assistant.asks import asks_what_came
from assistant.citing import ATTENDANCE
from assistant.coverage import Measure
from assistant.question import Want
from assistant.reading import Degrees, Matched, ReadMinute, match_minute, read_minute
from assistant.recommended import asks_recommended, only_recommended
from assistant.retrieval import FoundMinute
from assistant.searching import Asked
from assistant.signs import WEIGHTS, Signs, weighed
from assistant.sorts import found
from assistant.telling import ROUTINE_TITLE, tells_business, tells_decision, tells_introduction, tells_outcome
from assistant.terms import Word, words_of
from assistant.times_written import SetFor, times_written

_NEAR, _CLOSE = 10, 6
_AKIN = 0.85
_WRITTEN, _SET_FOR = 1.5, 3.0
_NEARLY = 0.75
_ENDED = re.compile(
    r"\b(?:in the end|finally|eventually|end(?:ed|s)? up|final (?:cost|bill|figure|price|sum))\b"
    r"|\bwhat(?:['’]?s| is) (?:happening|going on|the (?:latest|state of play|(?:current |present )?position))\b"
    r"|\bwhere are we (?:\w+ ){0,2}with\b",
    re.IGNORECASE,
)
_PAPERS = re.compile(
    r"\b(?:introduc|present|submit|report(?!ed|ing)|paper|brief|updat|circulat|talk|slides?|speak|spoke|came)",
    re.IGNORECASE,
)


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
    """What is asked, with its measures: of all terms, of the telling ones, and of those that name what is wanted.

    ``times`` finds the years asked about, ``set_for`` a year for which something is set.
    """

    asked: Asked
    terms: Measure
    telling: Measure | None
    focus: Measure
    focused: tuple[bool, ...]
    times: re.Pattern[str] | None
    set_for: SetFor | None

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
        SetFor.of(asked.question),
    )


def candidates(minutes: Sequence[FoundMinute], asked: Asked, weights: Signs = WEIGHTS) -> list[Candidate]:
    """Every sentence of the minutes found, best first."""
    top = max((minute.score for minute in minutes), default=1.0) or 1.0
    scored: list[Candidate] = []
    everywhere, home = _measured(asked), _measured(asked.at_home())
    for minute in minutes:
        here = home if minute.item.id.split("/")[0] in asked.near else everywhere
        scored += _scored(minute, minute.score / top, here, weights)
    ranked = sorted(scored, key=_rank)
    if ranked and ranked[0].minute.item.id in asked.question.context:
        ranked = _by_own_words(ranked, asked, top, weights)
    return _newest(_corrected(ranked), asked) if ranked else []


def _by_own_words(ranked: list[Candidate], asked: Asked, top: float, weights: Signs) -> list[Candidate]:
    """Which minute answers a turn that leans on it was told by all the words; which of its sentences, by the turn's
    own, with the scores that they had."""
    first = ranked[0].minute
    own = _measured(asked.of_cited(f"{first.item.title or ''}\n{first.item.text.text}"))
    mine = {one.at: one for one in ranked if one.minute is first}
    again = sorted(_scored(first, first.score / top, own, weights), key=_rank)
    scores = (one.score for one in mine.values())
    same = [replace(mine[one.at], score=score) for one, score in zip(again, scores, strict=True)]
    return sorted([*same, *(one for one in ranked if one.minute is not first)], key=lambda one: -one.score)


def _scored(minute: FoundMinute, share: float, here: _Measured, weights: Signs) -> list[Candidate]:
    read = read_minute(minute.item.text.text, minute.item.title or "")
    matched = match_minute(read, here.terms)
    signs = enumerate(_signs(minute, share, read, matched, here))
    put_by = frozenset[int]() if asks_recommended(here.asked.question.standalone) else only_recommended(read.texts)
    if here.set_for:
        put_by |= _of_other_years(minute, read, here.set_for)
    return [Candidate(minute, read, matched, at, one, weighed(one, weights)) for at, one in signs if at not in put_by]


def _of_other_years(minute: FoundMinute, read: ReadMinute, year: SetFor) -> frozenset[int]:
    """Sentences of what was set for other years than the one asked about: all, where the minute tells of no other or
    was made long before or after it, and does not tell of it."""
    told = year.told(f"{minute.item.title or ''}\n{read.text}")
    if told is False or (told is None and minute.dated <= 0.0):
        return frozenset(range(len(read.texts)))
    own = (at for at in read.members if year.told(" ".join(read.texts[n] for n in at)) is False)
    return frozenset(n for at in own for n in at)


def _rank(one: Candidate) -> tuple[float, str, int]:
    return -one.score, one.minute.item.id, one.at


def _newest(ranked: list[Candidate], asked: Asked) -> list[Candidate]:
    """Where it is asked how things stand or ended, the newest of the minutes that tell about as much leads."""
    best = ranked[0]
    ended = asked.question.latest_first or _ENDED.search(asked.question.own) is not None
    if not (ended or asks_what_came(asked.question.own)) or best.signs.roll:
        return ranked
    # A minute that has little more than half of a matter stated as known is of another, years after it.
    least = best.signs.whole * _NEARLY if ended else _NEARLY
    firsts: dict[str, Candidate] = {}
    for one in ranked:
        firsts.setdefault(one.minute.item.id, one)
    akin = [
        one
        for one in firsts.values()
        if one.score >= best.score * _NEARLY
        and one.signs.whole >= least
        and one.signs.wanted_block >= best.signs.wanted_block
        and one.minute.item.meeting.slug == best.minute.item.meeting.slug
    ]
    newest = max(akin or [best], key=lambda one: (one.minute.item.meeting.date or "", one.score))
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
    titled, routine = _titled(here.telling, read), float(bool(ROUTINE_TITLE.match(minute.item.title or "")))
    deciding = asked.question.kind in ("decision", "vote")
    introduced = _PAPERS.search(asked.question.standalone) is not None
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
            dated=_SET_FOR if here.set_for and here.set_for.told(text) else dated[block],
            wanted=wanted,
            wanted_near=_near(here, text, things[at]) if asked.wants else direct,
            wanted_block=told[block],
            focus=here.in_focus(matched.direct[at]),
            outcome=float(wanted < 1.0 and tells_outcome(text)),
            deciding=float(deciding and tells_decision(text)),
            titled=titled,
            routine=routine,
            roll=roll and float(not tells_business(text)),
            stub=float(read.lengths[at] < 4),
            introducing=float(not introduced and wanted < 1.0 + (not asked.wants) and tells_introduction(text)),
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
