"""Chooses, inside the minutes found, the sentences that answer: what a good officer would read out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.coverage import Term, coverage
from assistant.question import Question, Want
from assistant.reading import Matched, ReadMinute, match_minute, read_minute
from assistant.retrieval import FoundMinute
from assistant.sorts import held
from index_store.models import HeldItem

WORDS = 95
_DECIDING = re.compile(
    r"\b(?:agree[ds]?|resolved?|approved?|approval|decided|decision|accepted?|declined?|refused?|rejected|deferred|"
    r"supported?|objects?|objected|objection|opposed|oppose|carried|lost|elected|appointed|nominated|voted?|votes|"
    r"endorsed?|adopted|granted|authorised|ratified|recommended|noted|propos\w+|withdrawn|unanimous\w*|would (?:not )?be)\b",
    re.IGNORECASE,
)
_LEANING = re.compile(
    r"(?:[•●▪\-–—*]\s+|\(?\w{1,4}[.)]\s+)?(?:it|this|these|those|they|he|she|that|such|his|her|their|its|there|both|the (?:total|former|latter|proposal|project|"
    r"application|work|scheme|group|report|matter|event|site|remaining|others?|cost|money|funds?|grant|first|second|same|decision|sum)|in addition|however|also|"
    r"but|and|then|therefore|consequently|subsequently|as a result|a further|another|further|following this|accordingly)\b",
    re.IGNORECASE,
)
_ROUTINE = re.compile(
    r"^\W*(?:welcome|apolog|minutes? of|notes? of|approval of|previous minutes|declarations?|date (?:of|and)|dates of|next meeting|"
    r"any other|confirmation of|adoption of|attendance|present)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each sign speaks for a sentence; fitted on questions with gold (see eval/fit_evidence.py)."""

    whole: float = 1.0
    direct: float = 0.45
    cosine: float = 0.5
    wanted: float = 0.25
    wanted_near: float = 0.1
    deciding: float = 0.12
    minute: float = 0.45
    routine: float = -0.15
    stub: float = -0.25


@dataclass(frozen=True, slots=True)
class Piece:
    """``item.text.text[start:end]``: one stretch to quote, with the sentence numbers in it and its best score."""

    item: HeldItem
    start: int
    end: int
    score: float
    clause: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of a minute found, with the signs that it was scored by."""

    minute: FoundMinute
    read: ReadMinute
    matched: Matched
    at: int
    whole: float
    direct: float
    block: float
    cosine: float
    wanted: float
    deciding: bool
    score: float

    @property
    def text(self) -> str:
        one = self.read.layout.sentences[self.at]
        return self.read.text[one.start : one.end]


def candidates(
    found: Sequence[FoundMinute], terms: Sequence[Term], question: Question, weights: Weights = Weights()
) -> list[Candidate]:
    """Every sentence of the minutes found, best first."""
    top = max((minute.score for minute in found), default=1.0) or 1.0
    scored: list[Candidate] = []
    for minute in found:
        read = read_minute(minute.item.text.text, minute.item.title or "")
        matched = match_minute(read, terms)
        cosines = _cosines(minute, read)
        routine = bool(_ROUTINE.match(minute.item.title or ""))
        for at, one in enumerate(read.layout.sentences):
            text = read.text[one.start : one.end]
            whole = coverage(terms, matched.whole[at])
            direct = coverage(terms, matched.direct[at])
            wanted = held(question.wants, text)
            deciding = bool(_DECIDING.search(text))
            score = (
                weights.whole * whole
                + weights.direct * direct
                + weights.cosine * cosines[at]
                + weights.wanted * wanted
                + weights.wanted_near * wanted * direct
                + weights.deciding * (deciding and question.kind in ("decision", "vote"))
                + weights.minute * minute.score / top
                + weights.routine * routine
                + weights.stub * (len(text.split()) < 4)
            )
            block = coverage(terms, matched.blocks[one.block])
            scored.append(
                Candidate(minute, read, matched, at, whole, direct, block, cosines[at], wanted, deciding, score)
            )
    return sorted(scored, key=lambda one: (-one.score, one.minute.item.id, one.at))


def _cosines(minute: FoundMinute, read: ReadMinute) -> list[float]:
    """The cosine of the passage that each sentence stands in; a little below the worst found where none was."""
    low = min((found.cosine for found in minute.passages), default=0.0) - 0.05
    cosines = []
    for one in read.layout.sentences:
        inside = [f.cosine for f in minute.passages if f.passage.start <= one.start < max(f.passage.end, f.passage.start + 1)]
        cosines.append(max(inside, default=low))
    return cosines


def choose(ranked: Sequence[Candidate], terms: Sequence[Term], wants: frozenset[Want], words: int = WORDS) -> tuple[Piece, ...]:
    """One to three stretches of the best sentence's minute that answer together, in at most ``words`` words."""
    if not ranked:
        return ()
    best = ranked[0]
    own = [one for one in ranked if one.minute.item.id == best.minute.item.id]
    chosen = _whole_block(best, words)
    for one in own[1:]:
        if one.at in chosen or not _adds(one, chosen, best, terms, wants):
            continue
        more = chosen | _with_leaning(one)
        if _words(best.read, more) <= words:
            chosen = more
    return _pieces(best, chosen)


def _whole_block(best: Candidate, words: int) -> set[int]:
    """The sentence with the rest of its bullet or paragraph where that is short, else with what it leans on."""
    block = set(best.read.layout.of_block(best.read.layout.sentences[best.at].block))
    if _words(best.read, block) <= words * 0.8:
        return block
    chosen = _with_leaning(best)
    for near in (best.at + 1, best.at - 1, best.at + 2):
        if near in block and _words(best.read, chosen | {near}) <= words * 0.7:
            chosen.add(near)
    return chosen


def _with_leaning(one: Candidate) -> set[int]:
    sentences = one.read.layout.sentences
    chosen = {one.at}
    at = one.at
    while at > 0 and len(chosen) < 3 and sentences[at - 1].block == sentences[at].block:
        if not _LEANING.match(one.read.text, sentences[at].start):
            break
        at -= 1
        chosen.add(at)
    return chosen


def _adds(
    one: Candidate, chosen: set[int], best: Candidate, terms: Sequence[Term], wants: frozenset[Want]
) -> bool:
    """Does the sentence match terms, or hold a sort of fact, that what is chosen does not?"""
    if one.score < best.score * 0.55:
        return False
    have = [max((best.matched.direct[at][t] for at in chosen), default=0.0) for t in range(len(terms))]
    more = [max(h, d) for h, d in zip(have, best.matched.direct[one.at], strict=True)]
    gain = coverage(terms, more) - coverage(terms, have)
    text = " ".join(_text(best.read, at) for at in sorted(chosen))
    lacking = held(wants, text) < 1.0 and held(wants, text + " " + one.text) > held(wants, text)
    return gain >= 0.12 or (lacking and one.direct >= 0.2)


def _text(read: ReadMinute, at: int) -> str:
    one = read.layout.sentences[at]
    return read.text[one.start : one.end]


def _words(read: ReadMinute, chosen: set[int]) -> int:
    return sum(len(_text(read, at).split()) for at in chosen)


def _pieces(best: Candidate, chosen: set[int]) -> tuple[Piece, ...]:
    """Neighbouring sentences are one stretch; a gap makes another."""
    sentences, pieces = best.read.layout.sentences, []
    run: list[int] = []
    for at in [*sorted(chosen), None]:
        if run and (at is None or at != run[-1] + 1 or sentences[at].block != sentences[run[-1]].block):
            pieces.append(Piece(best.minute.item, sentences[run[0]].start, sentences[run[-1]].end, best.score))
            run = []
        if at is not None:
            run.append(at)
    return tuple(pieces)


def labelled(item: HeldItem, clauses: Mapping[tuple[int, int], str], piece: Piece) -> Piece:
    """``piece`` with the label of the clause that it is, where it is exactly one."""
    label = clauses.get((piece.start, piece.end))
    return Piece(item, piece.start, piece.end, piece.score, label) if label else piece
