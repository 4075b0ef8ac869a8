"""Is each statement of an answer borne out by the minute that it cites? What the run keeps about that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answer import Answer, Citation
from assistant.grounding import CitedMinute, Grounding, cited_minute
from assistant.wording import place
from index_store.held import HeldItem, Scope
from index_store.index import Index

_MARKERS = re.compile(r"(?:\s*\[\d{1,3}\])+")
_LEAD = 4
_EDGES = " \t-•…;,:"


@dataclass(frozen=True, slots=True)
class Statement:
    """What an answer says up to a citation's marker, with the markers there (none behind the last one)."""

    text: str
    markers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stopped:
    """A statement that no minute cited for it bears out, and why."""

    statement: str
    why: str


def statements_of(answer: str) -> Iterator[Statement]:
    """The cited statements of an answer, in order; text behind a line's last marker cites nothing and is left out."""
    for line in answer.splitlines():
        at = 0
        for found in _MARKERS.finditer(line):
            text = line[at : found.start()].strip(_EDGES)
            if text:
                yield Statement(text, tuple(int(one) for one in re.findall(r"\d+", found[0])))
            at = found.end()


class Bearing:
    """Holds the statements of answers against their minutes, by the check that writers use."""

    def __init__(self, index: Index) -> None:
        self.index, self._grounding = index, Grounding(index.embedder)
        self._minutes: dict[str, CitedMinute] = {}
        self._told: dict[tuple[str, str], str | None] = {}

    def check(self, answer: Answer) -> tuple[int, tuple[Stopped, ...]]:
        """How many statements the answer makes, and those that are not borne out."""
        cited = {one.marker: one for one in answer.citations}
        stopped = []
        told = list(statements_of(answer.answer))
        for one in told:
            why = [self._why_not(one.text, cited[marker]) for marker in one.markers if marker in cited]
            if not why or all(why):
                stopped.append(Stopped(one.text, why[0] if why and why[0] else "it cites nothing"))
        return len(told), tuple(stopped)

    def _why_not(self, statement: str, citation: Citation) -> str | None:
        """None where the minute bears the statement out; many answers quote the same, so it is remembered."""
        key = (statement, citation.id)
        if key not in self._told:
            self._told[key] = self._checked(statement, citation)
        return self._told[key]

    def _checked(self, statement: str, citation: Citation) -> str | None:
        item = self.index.catalogue.item(citation.id)
        if item is None:
            return "the minute that it cites is not held"
        minute = self._minute(item)
        for claim in _claims(statement, item):
            verdict = self._grounding.check(claim, minute)
            if not verdict.supported:
                return verdict.words
        return None

    def _minute(self, item: HeldItem) -> CitedMinute:
        if item.id not in self._minutes:
            attendance = self.index.catalogue.attendance(Scope(meetings=(item.meeting.id,)))
            self._minutes[item.id] = cited_minute(item, attendance)
        return self._minutes[item.id]


def _claims(statement: str, item: HeldItem) -> list[str]:
    """What has to stand in the minute: the quotes of a statement that quotes, else the statement itself.

    The minute's own name in front is the citation's and no claim; more than a few words beside a quote are one.
    """
    said = statement.replace(place(item), " ", 1).strip(_EDGES)
    start, end = said.find("“"), said.rfind("”")
    if start < 0 or end < start:
        return [said] if said else []
    lead, quote = said[:start].strip(_EDGES), said[start + 1 : end]
    return [quote] if len(lead.split()) < _LEAD else [f"{lead}: {quote}"]
