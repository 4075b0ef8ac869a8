"""Chooses, inside the minutes found, the sentences that answer: what a good officer would read out."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, fields

from assistant.coverage import Term, coverage, matches
from assistant.reading import Matched, ReadMinute, match_minute, read_minute
from assistant.retrieval import FoundMinute
from assistant.searching import Asked
from assistant.sorts import found, held
from assistant.terms import words_of

_NEAR, _CLOSE = 10, 6
_DECIDING = re.compile(
    r"\b(?:agree[ds]?|resolved?|approved?|approval|decided|decision|accepted?|declined?|refused?|rejected|deferred|"
    r"supported?|objects?|objected|objection|opposed|oppose|carried|lost|elected|appointed|nominated|voted?|votes|"
    r"endorsed?|adopted|granted|authorised|ratified|recommended|noted|propos\w+|withdrawn|unanimous\w*"
    r"|would (?:not )?be)\b",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"\b(?:cancel\w*|reject\w*|refus\w+|turned down|unsuccessful\w*|withdr[ae]wn?|declin\w+|oppos\w+|object\w*"
    r"|postpon\w+|"
    r"defer\w*|abandon\w*|rained off|no longer|fail\w*|dismiss\w*|not|never|none|unable|approved|granted|successful)\b",
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
    """What speaks for a sentence, each 0 to 1: see :func:`signs_of`. The same fields weigh them."""

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
    stub: float


#: How much each sign tells, fitted on the development halves of the question sets (eval/fit_evidence.py).
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
    stub=0.0,
)
SIGNS = tuple(field.name for field in fields(Signs))


def weighed(signs: Signs, weights: Signs) -> float:
    """The weighted sum of the signs."""
    return math.fsum(getattr(signs, name) * getattr(weights, name) for name in SIGNS)


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


def candidates(minutes: Sequence[FoundMinute], asked: Asked, weights: Signs = WEIGHTS) -> list[Candidate]:
    """Every sentence of the minutes found, best first."""
    terms = asked.terms
    top = max((minute.score for minute in minutes), default=1.0) or 1.0
    scored: list[Candidate] = []
    for minute in minutes:
        read = read_minute(minute.item.text.text, minute.item.title or "")
        matched = match_minute(read, terms)
        cosines = _cosines(minute, read)
        for at in range(len(read.layout.sentences)):
            signs = signs_of(minute, minute.score / top, read, matched, cosines[at], at, asked)
            scored.append(Candidate(minute, read, matched, at, signs, weighed(signs, weights)))
    return sorted(scored, key=lambda one: (-one.score, one.minute.item.id, one.at))


def signs_of(
    minute: FoundMinute,
    share: float,
    read: ReadMinute,
    matched: Matched,
    cosine: float,
    at: int,
    asked: Asked,
) -> Signs:
    """The signs of sentence ``at``: coverage of the terms with what it leans on, by itself, and by its paragraph;
    pairs of words that stand together in both; the sort of fact wanted, in it and near; the minute's own fit."""
    text = read.sentence(at)
    terms = asked.terms
    block = read.layout.sentences[at].block
    direct = coverage(terms, matched.direct[at])
    wanted = held(asked.wants, text, asked.known)
    return Signs(
        whole=coverage(terms, matched.whole[at]),
        direct=direct,
        block=coverage(terms, matched.blocks[block]),
        pairs=_pairs(terms, read.order[at]),
        cosine=max(0.0, cosine),
        minute=share,
        dated=minute.dated,
        wanted=wanted,
        wanted_near=wanted_near(asked, text),
        wanted_block=held(asked.wants, read.block(block), asked.known),
        focus=asked.focused(matched.direct[at]),
        outcome=float(wanted < 1.0 and bool(_OUTCOME.search(text))),
        deciding=float(asked.question.kind in ("decision", "vote") and bool(_DECIDING.search(text))),
        titled=_titled(terms, read),
        routine=float(bool(_ROUTINE.match(minute.item.title or ""))),
        stub=float(len(text.split()) < 4),
    )


def _titled(terms: Sequence[Term], read: ReadMinute) -> float:
    """Is the minute's title what is asked about? Coverage of the telling terms by it, squared: half is no match."""
    telling = [term for term in terms if not term.plain]
    return coverage(telling, matches(telling, read.title)) ** 2 if telling else 0.0


def wanted_near(asked: Asked, text: str) -> float:
    """Coverage of the terms by the words round the best thing of each sort wanted; that of ``text`` if none is.

    A thing away from the words that name what is asked for ("how many *votes*") counts for half.
    """
    words = words_of(text)
    if not asked.wants:
        return coverage(asked.terms, matches(asked.terms, frozenset(word.stem for word in words)))
    best = []
    for want in asked.wants:
        near = [0.0]
        for start, end in found(want, text, asked.known):
            first = bisect_left(words, start, key=lambda word: word.start)
            last = bisect_left(words, end, key=lambda word: word.start)
            around = matches(asked.terms, frozenset(word.stem for word in words[max(0, first - _NEAR) : last + _NEAR]))
            close = matches(asked.terms, frozenset(word.stem for word in words[max(0, first - _CLOSE) : last + _CLOSE]))
            near.append(coverage(asked.terms, around) * (0.5 + 0.5 * asked.focused(close)))
        best.append(max(near))
    return sum(best) / len(best)


def _pairs(terms: Sequence[Term], order: Sequence[str]) -> float:
    """Share of neighbouring terms that are neighbours in the sentence too, in either order, at most a word apart."""
    asked = [(a.stem, b.stem) for a, b in zip(terms, terms[1:], strict=False) if not (a.plain or b.plain)]
    if not asked:
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
