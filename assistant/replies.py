"""The reply to a question that a minute records: "To ask how many…" is no answer, what stands behind "FREAGRA" is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from assistant.coverage import coverage
from assistant.evidence import Candidate
from assistant.searching import Asked
from assistant.sentences import Layout
from assistant.sorts import held

_QUESTION = re.compile(
    r"[\W\d]*(?:to ask|(?:i|we) (?:(?:will|shall|wish to|want to|would like to) )?ask)\b|.*\?\W*$",
    re.IGNORECASE | re.DOTALL,
)
_ANSWERS = r"(?:freagra|(?:the )?(?:written )?(?:reply|response|answer)|report)"
_LABEL = re.compile(rf"\W*{_ANSWERS}\W*$", re.IGNORECASE)
_LABELLED = re.compile(rf"\W\s*{_ANSWERS}\s*:\W*$", re.IGNORECASE)
_REPLY = re.compile(
    rf"\W*(?:{_ANSWERS}\s*[:–-]|(?:(?:the|a|this|in) )?(?:following |written )*(?:reply|response|answer)\b"
    r"|a (?:written )?report was (?:received|circulated)\b"
    r"|(?-i:(?:The )?(?:[A-Z][\w’'.-]*,? ){1,6}(?:also |then )?(?:replied|responded|answered)\b))",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\W*\([^()]*\)\W*$")
_PART = re.compile(r"\W*(?:[a-z]|[ivx]{1,4}|\d{1,2})\W*", re.IGNORECASE)
"""The letter or number of one part of a reply, alone on its line."""
_NEAR, _WORDS, _BEST = 5, 70, 2


def replied(best: Candidate, chosen: set[int], asked: Asked) -> set[int]:
    """The sentences that reply to the questions among the ``chosen`` ones; of a long reply those that tell most."""
    texts, more = best.read.texts, set[int]()
    for at in chosen:
        start = reply_to(texts, at)
        if start is None:
            continue
        own = reply_of(best.read.layout, texts, start)
        if sum(len(texts[one].split()) for one in own) > _WORDS:
            own = sorted(own, key=lambda one: _tells(best, one, asked), reverse=True)[:_BEST]
        more.update(own)
    return more - chosen


def reply_to(texts: Sequence[str], at: int) -> int | None:
    """The sentence of ``texts`` with which the reply begins to the question that is sentence ``at``; None where that is
    no question or no reply is marked."""
    if not _QUESTION.match(texts[at]):
        return None
    if _LABELLED.search(texts[at]):
        return at + 1 if at + 1 < len(texts) else None
    for near in range(at + 1, min(at + 1 + _NEAR, len(texts))):
        if _LABEL.match(texts[near]):
            return near + 1 if near + 1 < len(texts) else None
        if _REPLY.match(texts[near]):
            return near
        if not (_ASIDE.match(texts[near]) or _QUESTION.match(texts[near])):
            return None
    return None


def reply_of(layout: Layout, texts: Sequence[str], start: int) -> list[int]:
    """The sentences of the reply that begins with sentence ``start``: its paragraph, or those of all parts (a), (b)…"""
    if _PART.fullmatch(texts[start]):
        behind = range(start, len(texts))
        return [
            at for at in takewhile(lambda at: not _QUESTION.match(texts[at]), behind) if not _PART.fullmatch(texts[at])
        ]
    block = layout.sentences[start].block
    return [at for at in range(start, len(texts)) if layout.sentences[at].block == block]


def _tells(best: Candidate, at: int, asked: Asked) -> float:
    fact = held(asked.wants, best.read.texts[at], asked.known) if asked.wants else 0.0
    return fact + coverage(asked.terms, best.matched.direct[at])
