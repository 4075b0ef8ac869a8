"""The quoting writer: evidence to an answer that says which minute says what, in the minute's own words."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Container, Mapping, Sequence
from itertools import groupby

from assistant.answer import Answer, AnswerStatus, Reason
from assistant.citing import Citing, nearby, trimmed
from assistant.pieces import Piece
from assistant.question import Question
from assistant.wording import held_range, place, quoted
from index_store.held import Body, HeldItem
from index_store.models import Effect

EFFECTS: Mapping[Effect, str] = {
    "decided": "decided",
    "noted": "noted",
    "deferred": "put off",
    "rejected": "turned down",
    "referred": "referred on",
    "recommended": "recommended",
    "withdrawn": "withdrawn",
}
Undone = Callable[[HeldItem, Citing, Container[str]], str | None]
UNSURE = "The minutes may not say this in so many words; the nearest that I find:"
_BULLETS = 3


def write_evidence(
    question: Question,
    pieces: Sequence[Piece],
    source_text: Callable[[str], str],
    sure: bool = True,
    undone: Undone | None = None,
) -> Answer:
    """Quotes of one or more minutes, each minute named before its quotes, in the order given.

    What was decided, noted, put off… is said in the words for it; ``undone`` gives the line that tells of a later
    decision by which it no longer stands. Where the evidence may not answer (not ``sure``),
    that is said first.
    """
    citing = Citing(source_text)
    lines: list[str] = []
    for _, group in groupby(pieces, key=lambda piece: piece.item.id):
        own = list(group)
        lines.append(f"{place(own[0].item)}{_did(own)}: {_quotes(own, citing, several=len(lines) > 0)}")
    if undone:
        told = {piece.item.id: piece.item for piece in pieces}
        lines += [line for item in told.values() if (line := undone(item, citing, told))]
    text = "\n".join(f"- {line}" for line in lines) if len(lines) > 1 else lines[0]
    if not sure:
        text = f"{UNSURE}\n{text}"
    return Answer(question.text, "answered", question.kind, text, citations=tuple(citing.citations), sure=sure)


def _did(pieces: Sequence[Piece]) -> str:
    """ ", decided and noted" where the quotes are a decision's clauses."""
    effects = list(dict.fromkeys(piece.effect for piece in pieces))
    words = [EFFECTS[effect] for effect in effects if effect is not None]
    return f", {' and '.join(words)}" if words and None not in effects else ""


def write_decline(
    question: Question, reason: Reason, bodies: tuple[Body, ...], nearest: Sequence[HeldItem] = ()
) -> Answer:
    """Says that the minutes do not answer, why, and what is held; asserts nothing."""
    status: AnswerStatus = (
        "not_held" if reason in ("no_such_meeting", "no_such_minute", "no_such_body") else "not_found"
    )
    own = tuple(one for one in bodies if one.slug in question.scope.bodies) if question.body_words else ()
    named = reason == "no_such_meeting" and 0 < len(own) <= _WHOSE
    text = _DECLINES[reason](question, held_range(own if named else bodies))
    if reason == "no_such_meeting" and question.body_words and len(own) < len(bodies):
        said = " or ".join(one.name for one in own) if named else question.body_words
        text = text.replace(" of a meeting ", f" of {said} ", 1)
    if nearest and reason in ("fact_absent", "topic_absent"):
        text += f" The nearest I can offer is {place(nearest[0])}."
    offered = tuple(nearby(item) for item in nearest)
    return Answer(question.text, status, question.kind, text, nearest=offered, reason=reason)


def _capital(words: str) -> str:
    """Words of a date with months and days of the week as they are spelt: "march 2012" is "March 2012"."""
    return _MONTH_OR_DAY.sub(lambda found: found[0].capitalize(), words)


def _quotes(pieces: Sequence[Piece], citing: Citing, several: bool = False) -> str:
    """The pieces as quotes with their markers; the clauses of a longer decision on lines of their own."""
    said = [quote_of(piece, citing) for piece in pieces]
    if len(said) >= _BULLETS and not several and all(piece.effect for piece in pieces):
        return "".join(f"\n- {one}" for one in said)
    return " … ".join(said)


def quote_of(piece: Piece, citing: Citing) -> str:
    """One piece as a quote with its marker."""
    start, end = trimmed(piece.item.text, piece.start, piece.end)
    marker = citing.mark(piece.item, piece.item.text.span(start, end), piece.clause)
    return f"{quoted(labelled(piece))} {marker}"


def labelled(piece: Piece) -> str:
    """The text of a piece, a clause with its label in front: "(ii) that …"."""
    start, end = trimmed(piece.item.text, piece.start, piece.end)
    text = piece.item.text.text[start:end]
    label = f"({piece.clause}) "
    return text if piece.clause is None or text.lstrip("-•– ").startswith(label) else label + text


_MONTH_OR_DAY = re.compile(
    rf"\b(?:{'|'.join((*calendar.month_name[1:], *calendar.month_abbr[1:], *calendar.day_name)).lower()})\b"
)
_WHOSE = 3
"""So many bodies at most are named whose meeting is not held: others may have met on that date."""
_DECLINES: Mapping[Reason, Callable[[Question, str], str]] = {
    "topic_absent": lambda question, held: f"I found nothing on this in the minutes that I hold ({held}).",
    "fact_absent": lambda question, held: (
        f"The minutes that I hold ({held}) touch on this, but do not say what you ask."
    ),
    "no_such_meeting": lambda question, held: (
        f"I hold no minutes of a meeting for {_capital(question.date_words or 'that date')}. I hold {held}."
    ),
    "no_such_minute": lambda question, held: f"The minutes that I hold have no such minute. I hold {held}.",
    "no_such_body": lambda question, held: f"I hold no minutes of {question.body_words or 'that body'}. I hold {held}.",
    "outside_filter": lambda question, held: (
        f"Nothing in the minutes chosen (by body and date) answers this. I hold {held}."
    ),
    "off_topic": lambda question, held: f"I answer questions about the minutes that I hold: {held}.",
}
