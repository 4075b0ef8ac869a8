"""The decision of a minute, clause by clause, where a question asks what was decided."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.coverage import coverage
from assistant.evidence import Candidate
from assistant.searching import Asked
from assistant.terms import words_of
from index_store.held import HeldItem, HeldResolution
from index_store.models import Effect, Resolution, Span

_TRAILING = re.compile(r" (?:and|or|then)$")
_NOTED = re.compile(r"\bnot(?:e[ds]?|ing)\b", re.IGNORECASE)
_REMARKED = re.compile(r"\bnoted that\b")
_AMENDED = re.compile(r"\bamend", re.IGNORECASE)
_PUT = re.compile(
    r"\b(?:motions?|amend\w*|propos\w+|lost|defeated|vot(?:e[ds]?|ing)|moved|seconded|attempt\w*|tried)\b",
    re.IGNORECASE,
)
_LOST = re.compile(r"\b(?:lost|defeated|not (?:carried|seconded)|fell|failed)\b", re.IGNORECASE)
_TITLED = 0.5
_AKIN = 0.75
_MOST = 8
#: The letter of one of several matters, alone on its line; so many of them part a minute.
_LETTER = re.compile(r"\W*\(?(?:[a-z]|[ivx]{1,4})[).]\W*", re.IGNORECASE)
_LETTERED = 3
_SEVERAL = 2
#: Who moves a motion that is set out below, in a minute on the motions of which notice was given.
MOTION = re.compile(
    r"(?!.*\bamendment\b).{1,160}\b(?:moved|proposed)(?:,? and [^:]{3,80} seconded,?(?= the following))?"
    r"(?: the following (?:motion|resolution))?\s*:\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause in its minute's text: ``item.text.text[start:end]``; ``lead`` tells which list it belongs to."""

    start: int
    end: int
    label: str | None
    effect: Effect
    lead: Span | None
    amendment: bool = False
    moved: bool = False
    remark: bool = False


def clauses_of(item: HeldItem, resolutions: Sequence[HeldResolution]) -> list[Clause]:
    """The clauses in the order of the text; one that the reading text does not hold is left out."""
    clauses = []
    for held in resolutions:
        span = held.resolution.span
        start, last = item.text.locate(span.start), item.text.locate(span.end - 1)
        if start is not None and last is not None and start <= last:
            one = held.resolution
            clauses.append(Clause(start, last + 1, one.label, one.effect, one.lead, one.amendment, *_sort(one)))
    return _last_of_each(item.text.text, sorted(clauses, key=lambda one: one.start))


def _sort(one: Resolution) -> tuple[bool, bool]:
    """Was it moved by somebody, and is it no more than what members noted in passing ("Members noted that…")?"""
    return one.proposer is not None, one.effect == "noted" and _REMARKED.search(one.text) is not None


def _last_of_each(text: str, clauses: Sequence[Clause]) -> list[Clause]:
    """Without clauses that a later one repeats: what is resolved stands behind what was proposed in the same words."""
    last = {
        _TRAILING.sub("", " ".join(word.stem for word in words_of(text[one.start : one.end]))): one for one in clauses
    }
    return sorted(last.values(), key=lambda one: one.start)


def clauses_asked(best: Candidate, clauses: Sequence[Clause], asked: Asked) -> list[Clause]:
    """The clauses to answer with: all of the decision, where the minute is about the topic or has but one; in a
    minute of many matters those of the paragraphs on the topic."""
    title = coverage(asked.terms, best.matched.title)
    clauses = _of_own_motion(best, _without_lost(best, clauses, asked), asked)
    if asked.question.kind == "decision" and not _AMENDED.search(asked.question.text):  # a lost one changed nothing
        clauses = [one for one in clauses if not (one.amendment and one.effect == "rejected")] or clauses
    if title < _TITLED:
        clauses = [one for one in clauses if one.lead or not _of_another_matter(best, _block(best, one), asked)]
    if any(one.lead and one.effect != "noted" for one in clauses) and not _NOTED.search(asked.question.text):
        clauses = [one for one in clauses if one.lead or one.effect != "noted"]
    if any(one.moved and not one.remark for one in clauses) and not _NOTED.search(asked.question.text):
        clauses = [one for one in clauses if one.moved or not one.remark]
    blocks = [_block(best, clause) for clause in clauses]
    if not clauses:
        return []
    one_list = len({clause.lead for clause in clauses}) == 1 and clauses[0].lead is not None
    if len(clauses) <= _MOST and (title >= _TITLED or one_list or len(set(blocks)) == 1):
        return list(clauses)
    told = [coverage(asked.terms, best.matched.blocks[block]) for block in blocks]
    own = best.read.layout.sentences[best.at].block
    top = max(told)
    wanted = [at for at, block in enumerate(blocks) if block == own or (told[at] >= _AKIN * top and told[at] > 0)]
    leads = {clauses[at].lead for at in wanted} - {None}
    kept = [at for at in range(len(clauses)) if at in wanted or clauses[at].lead in leads]
    return [clauses[at] for at in kept[:_MOST]]


def _without_lost(best: Candidate, clauses: Sequence[Clause], asked: Asked) -> Sequence[Clause]:
    """Without the motions that were lost above the one resolution of the minute: what was resolved is what was decided,
    and "that permission be refused … was lost" is no refusal. All where motions or a vote are asked about."""
    formal = {one.lead for one in clauses} - {None}
    if len(formal) != 1 or asked.question.kind == "vote" or _PUT.search(asked.question.standalone):
        return clauses
    last = max(at for at, one in enumerate(clauses) if one.lead)
    text = best.read.text
    return [
        one
        for at, one in enumerate(clauses)
        if one.lead or at > last or one.effect != "rejected" or not _LOST.search(text, one.start, one.end)
    ]


def _of_own_motion(best: Candidate, clauses: Sequence[Clause], asked: Asked) -> Sequence[Clause]:
    """In a minute of several motions, what came of the one that the best sentence is of; all where nothing is told.

    Where a paragraph of another says clearly more of what is asked, the best sentence is a bare outcome, and it is
    that one.
    """
    opens, own = _motions(best)
    if len(opens) < _SEVERAL or not own:
        return clauses
    told = [0.0] * (len(opens) + 1)
    for at, block in enumerate(best.read.layout.blocks):
        section = bisect_right(opens, block.start)
        told[section] = max(told[section], coverage(asked.terms, best.matched.blocks[at]))
    fullest = max(range(1, len(told)), key=told.__getitem__)
    own = fullest if told[own] < _AKIN * told[fullest] else own
    return [one for one in clauses if bisect_right(opens, one.start) == own] or clauses


def of_another_motion(best: Candidate, at: int) -> bool:
    """In a minute of several motions, is sentence ``at`` of another one than the best sentence?"""
    opens, own = _motions(best)
    return len(opens) >= _SEVERAL and bool(own) and bisect_right(opens, best.read.layout.sentences[at].start) != own


def _motions(best: Candidate) -> tuple[list[int], int]:
    """Where the motions of the minute, or its lettered matters, open, and how many do so before the best sentence."""
    layout, blocks = best.read.layout, best.read.layout.blocks
    moved = [at for at in range(len(blocks)) if MOTION.match(best.read.block(at))]
    if not moved:
        lettered = [block.start for at, block in enumerate(blocks) if _LETTER.fullmatch(best.read.block(at))]
        opens = lettered if len(lettered) >= _LETTERED else []
        return opens, bisect_right(opens, layout.sentences[best.at].start)
    opens = [blocks[at - 1 if at and blocks[at].heading == at - 1 else at].start for at in moved]
    return opens, bisect_right(opens, layout.sentences[best.at].start)


def _of_another_matter(best: Candidate, block: int, asked: Asked) -> bool:
    """Is it an item of the list that the best sentence stands in, and says clearly less of what is asked?"""
    own, blocks = best.read.layout.sentences[best.at].block, best.read.layout.blocks
    apart = blocks[block].listed and blocks[own].listed and block != own and blocks[block].lead == blocks[own].lead
    told = [coverage(asked.terms, best.matched.blocks[at]) for at in (block, own)]
    return apart and told[0] < _AKIN * told[1]


def _block(best: Candidate, clause: Clause) -> int:
    at = best.read.layout.at(clause.start)
    return best.read.layout.sentences[at or 0].block
