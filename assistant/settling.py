"""What was decided on the matter that a quote opens: the resolution behind its recitals, the answer to a proposal.

A sentence that names a matter is seldom the one that settles it. Behind a paragraph's end that one is only taken where
it refers back, where the minute is about the matter, or where it stands under the same bullet: the next paragraph may
be another matter's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.evidence import Candidate
from assistant.motions import motion_ended
from assistant.reading import ReadMinute
from assistant.searching import Asked
from assistant.sentences import BULLETS
from index_store.held import HeldItem

_RECITAL = re.compile(r"\W*(?:and )?whereas\b", re.IGNORECASE)
_OPERATIVE = re.compile(
    r"\W*(?:now,? )?therefore\b|\W*(?:now )?be it (?:further )?resolved\b|\W*(?:it was )?resolved\b", re.IGNORECASE
)
_PROPOSES = re.compile(
    r"\b(?:propos(?:e[ds]?|als?|ition)|recommend(?:s|ed|ations?)|request(?:s|ed)?|suggest(?:s|ed|ions?)|options?"
    r"|submitted|seeking|terms of reference|asked (?:for|if|whether|that))\b",
    re.IGNORECASE,
)
_DECISIVE = re.compile(
    r"\b(?:agreed|resolved|approved|refused|rejected|endorsed|adopted|ratified|granted|deferred|accepted"
    r"|carried(?! (?:out|forward|over|on))|defeated|withdrawn|declined|supported|objected)\b"
    r"|\b(?:in|full|unanimous) agreement\b|\b(?:no|any) (?:decisions?|action)\b|\b(?:will|to) (?:be )?defer(?:red)?\b"
    r"|\bdid not (?:approve|agree|support|accept|adopt|endorse)\b"
    r"|\b(?:motion|amendment) (?:was )?lost\b|\bconsensus\b|\bno (?:objections?|second)",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:this|that|the|these|those|both|all) (?:\w+ )?(?:propos(?:als?|ition)|recommendations?|requests?|suggestions?"
    r"|options?|motions?|amendments?|changes?|terms|plans?|purchase|expenditure|quotes?|quotations?)\b"
    r"|\b(?:agreed|approved|supported|endorsed) (?:to )?(?:this|it|these)\b|\b(?:all|in|full|unanimous) agreement\b"
    r"|\b(?:motion|amendment) (?:was )?(?:carried|lost|defeated|passed)\b|^\W*order\s*:"
    r"|\bdeclared the (?:vote|proposal|resolution) (?:carried|lost|defeated)\b",
    re.IGNORECASE,
)
_ASKS_OUTCOME = re.compile(
    r"\bwhat (?:was|were|is|did|have|has|had) (?:\w+ ){0,3}?(?:done|do|happen\w*|said|become|became|settled)\b"
    r"|\bwhat happened (?:to|with|about|on|over|in the end)\b|\bwhat (?:became|came|has become) of\b"
    r"|\b(?:any|the) (?:decision|outcome|result|verdict)\b|\b(?:say|said) (?:yes|no|ok)\b|\bget the (?:nod|go.?ahead)\b"
    r"|\bg[oe]t through\b|\b(?:go|went|opt\w*|plump\w*|settled?) (?:for|on|with|along)\b|\bturn\w* down\b"
    r"|\bwhich option\b",
    re.IGNORECASE,
)
_FAR, _STUB = 14, 3
_TITLED, _PARTLY, _WHOLLY, _SEVERAL = 0.25, 0.5, 0.9, 2
#: How nearly as good it must be, and where the other decides nothing.
_NEARLY, _LESS_NEARLY = 0.85, 0.6


def asks_outcome(asked: Asked) -> bool:
    """Does the question want to know what came of a matter, and not how much, how many or who?"""
    own = asked.question.own or asked.question.text
    return asked.question.kind in ("decision", "vote") or (not asked.wants and bool(_ASKS_OUTCOME.search(own)))


def titled_first(ranked: Sequence[Candidate], asked: Asked, decides: Callable[[HeldItem], bool]) -> Sequence[Candidate]:
    """Where a decision is asked for, the minute that decides under a title of all the words asked leads, if it is
    nearly as good: "It was agreed to defer" repeats none of them, and another minute may have them by chance, most
    likely one that ``decides`` nothing."""
    if not ranked or asked.question.kind != "decision" or ranked[0].signs.titled >= _PARTLY:
        return ranked
    if sum(not term.plain for term in asked.terms) < _SEVERAL:
        return ranked
    under = (one for one in ranked if one.signs.titled >= _WHOLLY and one.signs.deciding)
    near = _NEARLY if decides(ranked[0].minute.item) else _LESS_NEARLY
    lead = next((one for one in under if one.score >= near * ranked[0].score), None)
    return [lead, *(one for one in ranked if one is not lead)] if lead else ranked


def settled(best: Candidate, chosen: set[int], asked: Asked) -> set[int]:
    """The sentences that settle what the ``chosen`` ones open, beyond those; none where they settle it themselves."""
    texts = best.read.texts
    if operative := _operative(texts, chosen):
        return operative - chosen
    wanted, following = asks_outcome(asked), list(_following(best))
    open_yet = not any(_DECISIVE.search(texts[at]) for at in chosen if at == best.at or at in following)
    if not wanted and not (open_yet and any(_PROPOSES.search(texts[at]) for at in chosen)):
        return set()
    told = [
        at
        for at in following
        if _DECISIVE.search(texts[at]) and (_BACK.search(texts[at]) or (wanted and _on_matter(best, at, asked)))
    ]
    settling = (told[:1] if open_yet else []) + (told[-1:] if wanted else [])
    return {near for at in settling for near in (at, *motion_ended(texts, at), *_proposal(texts, best.at, at))} - chosen


def _operative(texts: Sequence[str], chosen: set[int]) -> set[int]:
    """What is resolved behind the last of the recitals chosen."""
    recitals = [at for at in chosen if _RECITAL.match(texts[at])]
    behind = range(max(recitals), min(max(recitals) + _FAR, len(texts))) if recitals else range(0)
    return set([at for at in behind if _OPERATIVE.match(texts[at])][:1])


def _following(best: Candidate) -> Iterator[int]:
    """The sentences behind the best one that may be of the same matter; rows of a table do not count."""
    read = best.read
    own = read.layout.sentences[best.at].block
    far = 0
    for at in range(best.at + 1, len(read.texts)):
        block = read.layout.sentences[at].block
        far += read.lengths[at] > _STUB
        if far > _FAR or (block != own and _opens_another(read, own, block)):
            return
        yield at


def _opens_another(read: ReadMinute, own: int, block: int) -> bool:
    """Does ``block`` begin another matter than the one of block ``own``: a heading, a bullet of the same or of a higher
    sort, a paragraph with a label of its own?"""
    blocks = read.layout.blocks
    if (
        any(one.heading == block for one in blocks[block + 1 : block + 2])
        or blocks[block].heading != blocks[own].heading
    ):
        return True
    sorts = [_sort(read, at) for at in range(own, block + 1)]
    if sorts[0] and sorts[-1] == sorts[0]:
        return True
    return not sorts[0] and not sorts[-1] and all(blocks[at].label_end > blocks[at].content for at in (own, block))


def _sort(read: ReadMinute, block: int) -> str:
    """What sort of bullet or label a list item has; empty for a paragraph."""
    one = read.layout.blocks[block]
    if not one.listed:
        return ""
    mark = read.text[one.start : one.content].strip(" ().\t")
    return mark if mark in f"-–—*{BULLETS}" else "0" if mark.isdigit() else "a"


def _on_matter(best: Candidate, at: int, asked: Asked) -> bool:
    """Is sentence ``at`` of the best one's paragraph or under its bullet, has it a telling word of what is asked, or is
    the minute about that?"""
    read = best.read
    own, block = read.layout.sentences[best.at].block, read.layout.sentences[at].block
    under = bool(_sort(read, own)) and bool(_sort(read, block)) and _sort(read, own) != _sort(read, block)
    named = (far >= 1.0 for far, term in zip(best.matched.direct[at], asked.terms, strict=True) if not term.plain)
    return block == own or under or best.signs.titled >= _TITLED or any(named)


def _proposal(texts: Sequence[str], first: int, decided: int) -> set[int]:
    """What a decision that refers back decides on: the last proposal before it."""
    if not _BACK.search(texts[decided]):
        return set()
    proposed = [at for at in range(first, decided) if _PROPOSES.search(texts[at])]
    return set([at for at in proposed if not _BACK.search(texts[at])][-1:] or proposed[-1:])
