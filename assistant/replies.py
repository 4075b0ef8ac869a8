"""The reply to a question that a minute records: "To ask how many…" is no answer, what stands behind "FREAGRA" is."""

from __future__ import annotations

import re

from assistant.coverage import coverage
from assistant.evidence import Candidate
from assistant.searching import Asked
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
_NEAR, _WORDS, _BEST = 5, 70, 2


def replied(best: Candidate, chosen: set[int], asked: Asked) -> set[int]:
    """The sentences that reply to the questions among the ``chosen`` ones; of a long reply those that tell most."""
    texts, more = best.read.texts, set[int]()
    for at in chosen:
        start = _begins(texts, at) if _QUESTION.match(texts[at]) else None
        if start is None:
            continue
        own = [one for one in best.read.members[best.read.layout.sentences[start].block] if one >= start]
        if sum(len(texts[one].split()) for one in own) > _WORDS:
            own = sorted(own, key=lambda one: _tells(best, one, asked), reverse=True)[:_BEST]
        more.update(own)
    return more - chosen


def _begins(texts: tuple[str, ...], at: int) -> int | None:
    """Where the reply begins to the question that is sentence ``at``; None where none is marked as one."""
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


def _tells(best: Candidate, at: int, asked: Asked) -> float:
    fact = held(asked.wants, best.read.texts[at], asked.known) if asked.wants else 0.0
    return fact + coverage(asked.terms, best.matched.direct[at])
