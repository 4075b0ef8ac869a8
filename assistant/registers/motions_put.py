"""The motions that members put to a meeting, each with what came of it, where a minute sets them out one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer import Answer
from assistant.citing import Citing, heading_of
from assistant.clauses import MOTION
from assistant.question import Question
from assistant.registers.answers import answered, left_words, sitting
from assistant.sentences import lay_out
from index_store.catalogue import Catalogue
from index_store.held import HeldItem, HeldResolution

_ASKED = re.compile(r"\b(?:what|which|list|show|any|all)\b.{0,30}\bmotions\b", re.I)
_WORDS = (
    "motion motions original notice notices list put debated debate discussed considered moved came come brought "
    "before tabled proposed submitted received taken there were what which any members councillors result results "
    "outcome outcomes made heard full"
)
_OUTCOMES = frozenset(("lost", "defeated", "failed", "fell", "carried", "passed"))
_FEW_MEETINGS = 4


def motions_put_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """Every motion set out below its mover at the few meetings asked about; None where there is a topic, or none."""
    if question.numbers or question.people or not _ASKED.search(question.own) or left_words(question, _WORDS):
        return None
    meetings = catalogue.meetings(question.scope)
    if not 0 < len(meetings) <= _FEW_MEETINGS:
        return None
    citing = Citing(catalogue.source_text)
    rows = [
        f"- {sitting(meeting)}, {heading_of(item)}: {said}"
        for meeting in meetings
        for item in catalogue.items(meeting.id)
        for said in _motions(item, catalogue, citing)
    ]
    if not rows:
        return None
    count = "One motion is" if len(rows) == 1 else f"{len(rows)} motions are"
    return answered(question, "list", [f"{count} set out in the minutes:", *rows], citing)


def motion_above(item: HeldItem, one: HeldResolution) -> tuple[int, int] | None:
    """Where the motion stands, with its mover, of which words below it say how it ended ("Therefore, the motion was
    lost."); None where they have its words or are of an amendment."""
    at = item.text.locate(one.resolution.span.start)
    if at is None or one.resolution.amendment or one.resolution.verb.lower() not in _OUTCOMES:
        return None
    text, blocks = item.text.text, lay_out(item.text.text).blocks
    opens = [n for n, own in enumerate(blocks[:-1]) if own.start < at and MOTION.match(text[own.start : own.end])]
    return (blocks[opens[-1]].start, blocks[opens[-1] + 1].end) if opens and blocks[opens[-1] + 1].end <= at else None


def _motions(item: HeldItem, catalogue: Catalogue, citing: Citing) -> Iterator[str]:
    """Each motion of a minute in its words, with the last decision before the next, if that is on no amendment."""
    text, blocks = item.text.text, lay_out(item.text.text).blocks
    opens = [at for at, one in enumerate(blocks[:-1]) if MOTION.match(text[one.start : one.end])]
    for at, following in zip(opens, [*opens[1:], len(blocks)], strict=False):
        start, end = blocks[at].start, blocks[at + 1].end
        until = blocks[following].start if following < len(blocks) else len(text)
        quote, marker = citing.quote(item, start, end)
        told = f"“{quote}” {marker}"
        ended = [
            (begin, begin + len(one.resolution.text))
            for one in catalogue.resolutions(item_id=item.id)
            if not one.resolution.amendment
            and (begin := item.text.locate(one.resolution.span.start)) is not None
            and end <= begin < until
        ]
        if ended:
            outcome, marker = citing.quote(item, *ended[-1])
            told = f"{told} … “{outcome}” {marker}"
        yield told
