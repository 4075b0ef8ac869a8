"""What the registers' answers have in common: rows with citations, how complete they are, and declining."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from assistant.answer import Answer, AnswerKind, Reason
from assistant.citing import Citing, heading_of, nearby, shown
from assistant.question import Question
from assistant.terms import STOP_WORDS, words_of
from assistant.wording import day, sitting
from assistant.writer import write_decline
from index_store.catalogue import Catalogue
from index_store.held import HeldItem, HeldMeeting, Scope

MOST_ROWS = 20


def answered(question: Question, kind: AnswerKind, lines: Sequence[str], citing: Citing) -> Answer:
    """An answer of ``lines``, of which those behind the first are rows of a list where there are several."""
    text = "\n".join(lines)
    return Answer(question.text, "answered", kind, text, citations=tuple(citing.citations))


def declined(question: Question, catalogue: Catalogue, reason: Reason, nearest: Iterable[HeldItem] = ()) -> Answer:
    """The minutes do not say, or are not held."""
    return write_decline(question, reason, catalogue.bodies(), tuple(nearest)[:5])


def unclear(question: Question, kind: AnswerKind, which: str, items: Sequence[HeldItem]) -> Answer:
    """Several minutes fit: asks which one is meant."""
    choices = "; ".join(f"{sitting(item.meeting)}, {heading_of(item)}" for item in items[:6])
    more = f"; and {len(items) - 6} more" if len(items) > 6 else ""
    return Answer(
        question.text,
        "unclear",
        kind,
        f"{which} Which do you mean: {choices}{more}?",
        nearest=tuple(nearby(item) for item in items[:12]),
    )


def whole(item: HeldItem, citing: Citing, words: int) -> str:
    """The text of a minute with its marker, cut at the end of a sentence after about ``words`` words."""
    text = item.text.text
    end = len(text)
    if len(text.split()) > words:
        reach = re.compile(r"\S+").finditer(text)
        last = [match.end() for _, match in zip(range(words), reach, strict=False)][-1]
        stop = [match.end() for match in re.finditer(r"[.;!?](?=\s)|(?<=\S)(?=\n)", text[:last])]
        end = stop[-1] if stop and stop[-1] > last // 3 else last
    quote, marker = citing.quote(item, 0, end)
    return f"“{quote}{' …' if end < len(text.rstrip()) else ''}” {marker}"


def headed(item: HeldItem, citing: Citing) -> str:
    """A row that names a minute, its heading cited: "minute 267 (Inspection Review) [1]"."""
    span = item.heading or item.span
    if item.heading is None and item.text.text.strip():
        start, end = first_line(item)
        span = item.text.span(start, end)
    return f"{heading_of(item)} {citing.mark(item, span)}"


def first_line(item: HeldItem) -> tuple[int, int]:
    """Where the first line with words stands in the item's text."""
    match = re.search(r"[^\n]*\w[^\n]*", item.text.text)
    return match.span() if match else (0, len(item.text.text))


def completeness(found: int, among: Sequence[HeldMeeting], what: str = "meetings") -> str:
    """ "3 of 41 meetings held", "all 2 meetings held"."""
    total = len(among)
    if total == 1:
        return "the one meeting held"
    return f"all {total} {what} held" if found == total else f"{found} of {total} {what} held"


def one_sitting(question: Question, catalogue: Catalogue) -> HeldMeeting | None:
    """The only meeting that the question can be about, or the one that the turn before cited."""
    if not question.date_hard and question.context:
        cited = {item.rsplit("/", 1)[0] for item in question.context}
        found = [meeting for one in cited if (meeting := catalogue.meeting(one))]
        if len(found) == 1:
            return found[0]
    meetings = catalogue.meetings(question.scope)
    return meetings[0] if len(meetings) == 1 else None


def at(meeting: HeldMeeting) -> Scope:
    """The scope of one meeting."""
    return Scope(meetings=(meeting.id,), papers=meeting.kind != "minutes")


@lru_cache(maxsize=256)
def _stems_of(said: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.stem for word in words_of(" ".join(said)))


def own_left_words(question: Question, *said: str) -> tuple[str, ...]:
    """:func:`left_words` of the turn itself, without what the turns before supplied: "who was there?" has no topic."""
    if not question.follow_up or question.own == question.standalone:
        return left_words(question, *said)
    asked = _stems_of((question.own,))
    return tuple(stem for stem in left_words(question, *said) if stem in asked)


def left_words(question: Question, *said: str) -> tuple[str, ...]:
    """Stems of the topic's words that are neither dates nor among ``said``, the words of the register itself."""
    own = _stems_of((*said, *(period.words for period in question.periods)))
    return tuple(
        dict.fromkeys(
            word.stem for word in words_of(question.topic) if word.stem not in own and word.word not in STOP_WORDS
        )
    )


def spoken_list(parts: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


__all__ = [
    "MOST_ROWS",
    "answered",
    "at",
    "completeness",
    "day",
    "declined",
    "first_line",
    "headed",
    "left_words",
    "one_sitting",
    "own_left_words",
    "shown",
    "sitting",
    "spoken_list",
    "unclear",
    "whole",
]
