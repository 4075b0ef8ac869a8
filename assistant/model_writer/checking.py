"""Holds each sentence of a model against the minutes that it cites, and finds the words that bear it out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from assistant.grounding import CitedMinute, Grounding, cited_minute
from assistant.model_writer.evidence import TOLD, WHOLE
from assistant.model_writer.instructions import plain, speaks_to_programs, without_instructions
from assistant.sentences import lay_out
from assistant.terms import words_of
from index_store.held import HeldAttendee, HeldItem
from index_store.models import Span

_MARK = re.compile(r"\s*\[\s*\d+(?:\s*,\s*\d+)*\s*\]")
_MARKUP = re.compile(r"[<>{}|`\\\[\]]|\*\*|https?:|www\.|javascript:|data:", re.IGNORECASE)
_ASKS = re.compile(
    r"(?:^|[-–—:;] )(?:what|who|whom|whose|when|where|why|how)(?: (?:many|much|long|often|far|old|big))?(?: \w+){0,2} "
    r"(?:was|were|is|are|did|do|does|has|have|had|will|would|can|could|should|may)\b[^,]*$",
    re.IGNORECASE,
)
_FEWEST, _MOST = 3, 70
_ECHO = 90
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence that the minutes bear out, with the stretch of each of them that does."""

    text: str
    borne_by: tuple[tuple[HeldItem, Span], ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """A sentence that is not borne out, and why."""

    text: str
    reason: str


class Checking:
    """Checks sentences against the minutes of one request, by the numbers that the model knows them by."""

    def __init__(
        self,
        minutes: Mapping[int, HeldItem],
        grounding: Grounding,
        attendance: Callable[[str], Sequence[HeldAttendee]],
        question: str = "",
    ) -> None:
        self._minutes, self._grounding, self._attendance = minutes, grounding, attendance
        self._question = question
        self._cited: dict[str, CitedMinute] = {}

    def check(self, text: str, markers: Sequence[int]) -> Checked | Fault:
        """Whether at least one of the minutes cited bears the sentence out by itself; unknown numbers are dropped."""
        known = [self._minutes[marker] for marker in dict.fromkeys(markers) if marker in self._minutes]
        if not known:
            return Fault(text, "it cites none of the minutes given")
        formal = self._misformed(text, known)
        if formal:
            return Fault(text, formal)
        verdicts = [(item, self._grounding.check(text, self._as_cited(item))) for item in known]
        bearing = [item for item, verdict in verdicts if verdict.supported]
        if not bearing:
            return Fault(text, verdicts[0][1].words)
        return Checked(text, tuple((item, span_of(text, item)) for item in bearing))

    def _misformed(self, text: str, known: Sequence[HeldItem]) -> str:
        """What is wrong with the sentence before it is compared: too short, too long, marked up, no statement."""
        words = len(text.split())
        if words < _FEWEST and not any(text in _sentences_of(item) for item in known):
            return "it is too short to be checked"
        if words > _MOST:
            return "it is too long"
        if text.endswith("?") or _ASKS.search(text) and not any(text in _sentences_of(item) for item in known):
            return "it is a question"
        if self._question and fuzz.ratio(_bare(text), _bare(self._question)) >= _ECHO:
            return "it only repeats the question"
        if speaks_to_programs(text):
            return "it is no statement about a meeting"
        marks = set(_MARKUP.findall(text))
        if any(all(mark not in item.text.text for item in known) for mark in marks):
            return "it holds markup or an address"
        return ""

    def _as_cited(self, item: HeldItem) -> CitedMinute:
        if item.id not in self._cited:
            cited = cited_minute(item, self._attendance(item.meeting.id))
            people = tuple(one for one in cited.people if not speaks_to_programs(one.name))
            self._cited[item.id] = replace(
                cited,
                text=without_instructions(cited.text),
                title=None if speaks_to_programs(cited.title or "") else cited.title,
                body=None if speaks_to_programs(cited.body or "") else cited.body,
                people=people,
                recorded=tuple(one for one in cited.recorded if one in people),
            )
        return self._cited[item.id]


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _sentences_of(item: HeldItem) -> frozenset[str]:
    """The minute's own sentences: "No seconder." is short, but tells what became of a motion."""
    text = item.text.text
    return frozenset(text[one.start : one.end] for one in lay_out(text).sentences)


def sentences_in(text: str) -> Iterator[str]:
    """The single sentences of what a model calls one, each on one line and without markers of its own."""
    line = " ".join(_MARK.sub("", plain(text)).split())
    for label in (TOLD, WHOLE):
        line = line.removeprefix(label).strip()
    for one in lay_out(line).sentences:
        yield line[one.start : one.end].lstrip("-•* ").strip()


def span_of(statement: str, item: HeldItem) -> Span:
    """The span of the one to three neighbouring sentences of the minute that share most with the statement."""
    text = item.text.text
    sentences = lay_out(text).sentences
    said = {word.stem for word in words_of(statement)}
    stems = [{word.stem for word in words_of(text[one.start : one.end])} for one in sentences]
    best, chosen = -1.0, (0, len(text))
    for first in range(len(sentences)):
        shared: set[str] = set()
        for last in range(first, min(first + _NEAR, len(sentences))):
            shared |= said & stems[last]
            worth = len(shared) - 1.5 * (last - first)
            if worth > best:
                best, chosen = worth, (sentences[first].start, sentences[last].end)
    return item.text.span(*chosen)
