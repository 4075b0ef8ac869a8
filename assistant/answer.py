"""The answer object: what `minutes ask --json` prints and the web chat shows."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

AnswerStatus = Literal["answered", "not_found", "not_held", "unclear"]
AnswerKind = Literal[
    "fact", "decision", "attendance", "vote", "lookup", "list", "count", "crossref", "timeline", "actions", "chat"
]
Reason = Literal[
    "topic_absent", "fact_absent", "no_such_meeting", "no_such_minute", "no_such_body", "outside_filter", "off_topic"
]


@dataclass(frozen=True, slots=True)
class Citation:
    """One contiguous stretch of one minute. ``quote`` is ``source_text[start:end]``, letter for letter.

    A minute offered as *nearest* has ``marker`` and ``quote`` None.
    """

    id: str
    body: str | None
    date: str | None
    minute: str | None
    title: str | None
    start: int
    end: int
    source: str
    marker: int | None = None
    quote: str | None = None
    clause: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Usage:
    """What a language model was asked for one answer: requests, and tokens taken in and given out."""

    model: str
    requests: int
    taken: int
    given: int
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What the assistant says, and what bears it out.

    Invariants, checked by ``answer_question``: the markers in ``answer`` are exactly those of ``citations``;
    every status but "answered" has no citations. ``retrieved`` are the ids of the minutes that the search of the
    text found, best first; None where records of the catalogue told. It is for evaluation and is not printed.
    ``likely`` is how likely the evidence answers, 0 to 1; ``sure`` that this need not be said.
    """

    question: str
    status: AnswerStatus
    kind: AnswerKind
    answer: str
    writer: str = "quote"
    citations: tuple[Citation, ...] = ()
    nearest: tuple[Citation, ...] = ()
    reason: Reason | None = None
    notes: tuple[str, ...] = ()
    elapsed_ms: int = 0
    id: str | None = None
    usage: Usage | None = None
    retrieved: tuple[str, ...] | None = None
    sure: bool = True
    likely: float = 1.0

    def with_id(self, case_id: str | None, elapsed_ms: int) -> Answer:
        """The same answer, stamped with the batch case it belongs to and the time it took."""
        return replace(self, id=case_id, elapsed_ms=elapsed_ms)

    def to_json(self) -> dict[str, Any]:
        """The object of the command-line contract, keys in the documented order; ``usage`` where a model was asked."""
        raw = asdict(self)
        order = [
            "id",
            "question",
            "status",
            "kind",
            "writer",
            "notes",
            "answer",
            "citations",
            "nearest",
            "reason",
            "elapsed_ms",
        ]
        shape = ["marker", "id", "body", "date", "minute", "clause", "title", "quote", "start", "end", "source", "page"]
        raw["citations"] = [{key: one[key] for key in shape} for one in raw["citations"]]
        raw["nearest"] = [{key: one[key] for key in shape if key not in ("marker", "quote")} for one in raw["nearest"]]
        raw["notes"] = list(raw["notes"])
        return {key: raw[key] for key in order} | ({"usage": raw["usage"]} if self.usage else {})
