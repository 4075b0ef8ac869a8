"""The quoting writer: evidence to an answer that says which minute says what, in the minute's own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from assistant.answer import Answer, AnswerStatus, Reason
from assistant.citing import Citing, nearby
from assistant.question import Question
from assistant.selection import Piece
from assistant.wording import held_range, place, quoted
from index_store.models import Body, HeldItem


def write_evidence(
    question: Question, pieces: Sequence[Piece], source_text: Callable[[str], str], lead: str = ""
) -> Answer:
    """Quotes of one or more minutes, each minute named before its quotes, in the order given."""
    citing = Citing(source_text)
    lines = []
    for _, group in groupby(pieces, key=lambda piece: piece.item.id):
        own = list(group)
        lines.append(f"{place(own[0].item)}: {_quotes(own, citing)}")
    text = "\n".join(f"- {line}" for line in lines) if len(lines) > 1 else lines[0]
    return Answer(
        question.text,
        "answered",
        question.kind,
        f"{lead}\n{text}" if lead and len(lines) > 1 else f"{lead} {text}".strip(),
        citations=tuple(citing.citations),
    )


def write_decline(
    question: Question, reason: Reason, bodies: tuple[Body, ...], nearest: Sequence[HeldItem] = ()
) -> Answer:
    """Says that the minutes do not answer, why, and what is held; asserts nothing."""
    status: AnswerStatus = (
        "not_held" if reason in ("no_such_meeting", "no_such_minute", "no_such_body") else "not_found"
    )
    text = _DECLINES[reason](question, held_range(bodies))
    if nearest and reason in ("fact_absent", "topic_absent"):
        text += f" The nearest I can offer is {place(nearest[0])}."
    offered = tuple(nearby(item) for item in nearest)
    return Answer(question.text, status, question.kind, text, nearest=offered, reason=reason)


def _quotes(pieces: Sequence[Piece], citing: Citing) -> str:
    said = []
    for piece in pieces:
        text, marker = citing.quote(piece.item, piece.start, piece.end)
        said.append(f"{quoted(text)} {marker}")
    return " … ".join(said)


_DECLINES: Mapping[Reason, Callable[[Question, str], str]] = {
    "topic_absent": lambda question, held: f"I found nothing on this in the minutes that I hold ({held}).",
    "fact_absent": lambda question, held: (
        f"The minutes that I hold ({held}) touch on this, but do not say what you ask."
    ),
    "no_such_meeting": lambda question, held: (
        f"I hold no minutes of a meeting for {question.date_words or 'that date'}. I hold {held}."
    ),
    "no_such_minute": lambda question, held: f"The minutes that I hold have no such minute. I hold {held}.",
    "no_such_body": lambda question, held: f"I hold no minutes of {question.body_words or 'that body'}. I hold {held}.",
    "outside_filter": lambda question, held: (
        f"Nothing in the minutes chosen (by body and date) answers this. I hold {held}."
    ),
    "off_topic": lambda question, held: f"I answer questions about the minutes that I hold: {held}.",
}
