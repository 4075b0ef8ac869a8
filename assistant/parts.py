"""A question about several times asked once for each of them, and the answers put together again.

A month in which a meeting was held is first asked of that meeting alone: what it minuted is the likeliest answer, and
only where it does not say, do meetings around it count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import zip_longest

from assistant.answer import Answer, Citation
from assistant.dates import Period
from assistant.question import Question
from assistant.writer import UNSURE
from index_store.catalogue import Catalogue
from index_store.held import HeldMeeting

_MARKER = re.compile(r"\[(\d{1,3})\]")
_NARROW = frozenset(("day", "month", "season", "year"))
_RECENT = 120


def parts_of(question: Question, catalogue: Catalogue) -> tuple[Question, ...]:
    """``question`` for the meetings of each time that it names, in order; none where it names no narrow time.

    A part is narrowed to meetings held in its period, for "by May 2014" to the last one before its end where none is.
    """
    periods = [one for one in question.periods if one.precision in _NARROW and one.relation in ("in", "by")]
    if not periods or len(periods) != len(question.periods) or (len(periods) == 1 and question.date_hard):
        return ()

    meetings = catalogue.meetings(question.scope)
    cited = {one.rsplit("/", 1)[0] for one in question.context}
    # What a follow-up leans on may have been minuted after the time of the matter.
    if not cited <= {one.id for period in periods for one in _within(period, meetings)}:
        return ()
    parts = []
    for period in periods:
        within = _within(period, meetings)
        if within:
            ids = tuple(one.id for one in within)
            parts.append(
                replace(question, scope=replace(question.scope, meetings=ids), periods=(period,), date_hard=True)
            )
    return tuple(parts) if len(parts) < 2 else tuple(replace(part, one_of_several=True) for part in parts)


def _within(period: Period, meetings: Sequence[HeldMeeting]) -> list[HeldMeeting]:
    found = [one for one in meetings if one.date and period.holds(one.date)]
    if found or period.relation != "by" or period.date_to is None:
        return found
    end = date.fromisoformat(period.date_to)
    earlier = [one for one in meetings if one.date and 0 <= (end - date.fromisoformat(one.date)).days <= _RECENT]
    return earlier[-1:]


def joined(question: Question, answers: Sequence[Answer]) -> Answer:
    """Answers to parts of a question as one, a line each, markers numbered anew; ``answers`` are all answered."""
    if len(answers) == 1:
        return replace(answers[0], question=question.text)
    citations: list[Citation] = []
    lines = []
    for answer in answers:
        renamed = {}
        for one in answer.citations:
            same = next((held for held in citations if _same(held, one)), None)
            if same is None:
                same = replace(one, marker=len(citations) + 1)
                citations.append(same)
            renamed[str(one.marker)] = str(same.marker)
        text = _MARKER.sub(partial(_renamed, renamed), answer.answer.removeprefix(f"{UNSURE}\n"))
        if text not in lines:
            lines.append(text)
    text = "\n".join(line if line.startswith("- ") else f"- {line}" for line in lines) if len(lines) > 1 else lines[0]
    if not any(answer.sure for answer in answers):
        text = f"{UNSURE}\n{text}"
    notes = tuple(dict.fromkeys(note for answer in answers for note in answer.notes))
    return replace(
        answers[0],
        question=question.text,
        kind="timeline",
        answer=text,
        citations=tuple(citations),
        notes=notes,
        retrieved=_in_turn([answer.retrieved for answer in answers if answer.retrieved is not None]),
    )


def _in_turn(rankings: Sequence[tuple[str, ...]]) -> tuple[str, ...] | None:
    """The best of each ranking, then the second of each…, none twice; None where nothing was searched."""
    places = zip_longest(*rankings)
    return tuple(dict.fromkeys(one for place in places for one in place if one)) if rankings else None


def _renamed(names: dict[str, str], match: re.Match[str]) -> str:
    return f"[{names.get(match[1], match[1])}]"


def _same(one: Citation, other: Citation) -> bool:
    return (one.id, one.start, one.end) == (other.id, other.start, other.end)
