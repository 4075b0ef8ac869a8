"""What members raised, asked or thought of a matter: the list of points in its minute, else the sentences that tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.clauses import Clause
from assistant.evidence import Candidate
from assistant.searching import Asked

_TITLED, _WORDS, _FEWEST = 0.25, 220, 2
_THINGS = r"(?:points?|concerns?|questions?|issues?|comments?|views?|objections?|arguments?|worries|reservations?)"
_ASKED = re.compile(
    rf"\b(?:what|which|any|list|summari[sz]e|the)\b (?:\w+ ){{0,2}}?{_THINGS}\b.{{0,50}}"
    r"\b(?:rais\w+|ma[dk]e|ask(?:ed)?|express\w*|discuss\w*|put|voic\w+|ha[dv]e?)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:asked|raised|queried|questioned|felt|thought|considered|expressed|concern\w*|commented|suggested|wondered"
    r"|welcomed|opposed|spoke (?:for|against|in favour)|said that|was glad|points?)\b"
)


def points_raised(best: Candidate, asked: Asked, clauses: Sequence[Clause]) -> set[int]:
    """Which sentences of the best minute, which stands under the matter's title, tell what was raised; empty where
    that is not asked, or the minute tells of it at too great length to be quoted."""
    if best.signs.titled < _TITLED or not _ASKED.search(asked.question.own or asked.question.text):
        return set()
    layout = best.read.layout
    own = {
        at
        for at, one in enumerate(layout.sentences)
        if not any(clause.start < one.end and one.start < clause.end for clause in clauses)
    }
    listed = {at for at in own if layout.blocks[layout.sentences[at].block].listed}
    told = listed if len(listed) >= _FEWEST else {at for at in own if _TOLD.search(best.read.sentence(at))}
    words = sum(len(best.read.sentence(at).split()) for at in told)
    return told if len(told) >= _FEWEST and words <= _WORDS else set()
