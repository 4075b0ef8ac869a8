"""The cited minute as the check reads it: sentences in one form of writing, with the words of each as vectors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from assistant.grounding.lexicon import PHRASES
from assistant.grounding.tokens import Token, tokens_of
from assistant.grounding.values import canonical
from assistant.sentences import lay_out
from assistant.terms import fold
from index_store.embedder import Embedder
from index_store.held import HeldAttendee, HeldItem
from index_store.models import Attendee

_LEAD_LIMIT = 160
_STANDING = {
    "chair": "chaired the meeting, was in the chair",
    "present": "was present",
    "in_attendance": "was in attendance, present",
    "apologies": "sent apologies, was absent",
    "absent": "was absent",
    "substitute": "attended as a substitute",
    "observer": "attended as an observer",
}


@dataclass(frozen=True, slots=True)
class CitedMinute:
    """What a statement is held against: one minute with its heading, its meeting, and who was there.

    ``people`` is the attendance of the whole meeting, for its initials; ``recorded`` are those of them that this
    minute itself records. ``id`` names the minute for as long as its text stays the same.
    """

    id: str
    text: str
    title: str | None = None
    number: str | None = None
    body: str | None = None
    date: str | None = None
    venue: str | None = None
    people: tuple[Attendee, ...] = ()
    recorded: tuple[Attendee, ...] = ()


def cited_minute(item: HeldItem, attendance: Iterable[HeldAttendee]) -> CitedMinute:
    """A minute of the index with the attendance of its meeting."""
    held = [one for one in attendance if one.meeting.id == item.meeting.id]
    return CitedMinute(
        id=item.id,
        text=item.text.text,
        title=item.title,
        number=item.number,
        body=item.meeting.body,
        date=item.meeting.date,
        venue=item.meeting.venue,
        people=tuple(one.attendee for one in held),
        recorded=tuple(one.attendee for one in held if one.item == item.id),
    )


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence: canonical text, its words, and a unit row a word (in its context).

    ``lead`` words at the front come from what leads a list in. ``frame`` is set for the heading and the meeting,
    which may bear out a word of any statement about this minute but are no sentence of it;
    ``listed`` for a line of an attendance list, which has nothing to do with the next one.
    """

    text: str
    tokens: tuple[Token, ...]
    rows: NDArray[np.float32]
    lead: int = 0
    frame: bool = False
    listed: bool = False


@dataclass(frozen=True)
class ReadMinute:
    """A cited minute in units, ready to be compared."""

    cited: CitedMinute
    units: tuple[Unit, ...]
    names: frozenset[str]
    initials: dict[str, str]

    @cached_property
    def folded(self) -> str:
        """The whole text with whitespace folded, for exact quotes."""
        return folded(f"{self.cited.title or ''}\n{self.cited.text}")


def folded(text: str) -> str:
    """Whitespace folded and typographic quotes plain: what an exact quote is compared in."""
    return " ".join(text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').split())


def read_minute(cited: CitedMinute, embedder: Embedder) -> ReadMinute:
    """All sentences of a minute at once, as units."""
    initials = initials_of(cited.people, cited.body or "")
    names = frozenset(
        fold(word) for one in cited.people for word in re.findall(r"[^\W\d_]+", one.name) if len(word) > 2
    )
    texts = [(text, lead, False) for text, lead in sentences_of(cited.text)]
    texts += [(text, "", True) for text in frame_of(cited)]
    told = len(texts)
    texts += [(said_of(one), "", False) for one in cited.recorded]
    written = [(spelled_out(canonical(f"{lead} {text}".strip()), initials), lead, frame) for text, lead, frame in texts]
    units = units_of([text for text, _, _ in written], names, embedder)
    leads = [len(tokens_of(spelled_out(canonical(lead), initials))) if lead else 0 for _, lead, _ in written]
    marked = [
        replace(unit, lead=lead, frame=frame, listed=at >= told or cited.number == "attendance" and not frame)
        for at, (unit, lead, (_, _, frame)) in enumerate(zip(units, leads, written, strict=True))
    ]
    return ReadMinute(cited, tuple(marked), names, initials)


def read_statement(text: str, minute: ReadMinute, embedder: Embedder) -> Unit:
    """A statement, with initials spelled out as the minute's attendance has them, and names as the minute has them."""
    written = spelled_out(canonical(text), minute.initials)
    said = " ".join(unit.text for unit in minute.units)
    return units_of([as_abbreviated(written, said)], minute.names, embedder)[0]


def units_of(texts: list[str], names: frozenset[str], embedder: Embedder) -> list[Unit]:
    """Canonical texts with their words as vectors."""
    tokens = [tokens_of(text, names) for text in texts]
    masked = [masked_text(text, row, names) for text, row in zip(texts, tokens, strict=True)]
    rows = embedder.encode_words([text for text, _ in masked], [spans for _, spans in masked])
    return [Unit(*one) for one in zip(texts, tokens, rows, strict=True)]


def masked_text(text: str, tokens: Sequence[Token], people: frozenset[str]) -> tuple[str, list[tuple[int, int]]]:
    """``text`` with one figure for all figures and one name for all people, and where its words then stand.

    What a figure or a person is, is compared letter for letter; its vector shall tell what is said of it.
    """
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    at = length = 0
    for token in tokens:
        said = _mask(token, people)
        parts += [text[at : token.start], said]
        length += token.start - at
        spans.append((length, length + len(said)))
        length += len(said)
        at = token.end
    return "".join([*parts, text[at:]]), spans


def _mask(token: Token, people: frozenset[str]) -> str:
    if token.kind == "value" and not token.month and token.value.strip("£€$%").replace(".", "").isdigit():
        return f"{token.value[0] if token.value[0] in '£€$' else ''}5{'%' if token.value.endswith('%') else ''}"
    return "Smith" if token.kind == "name" and token.low in people else token.text


def sentences_of(text: str) -> list[tuple[str, str]]:
    """The sentences of reading text, each with the words that lead its list in ("" where none do)."""
    layout = lay_out(text)
    found = []
    for one in layout.sentences:
        block = layout.blocks[one.block]
        lead = ""
        if block.lead is not None:
            before = layout.blocks[block.lead]
            lead = text[before.start : before.end]
            lead = lead if len(lead) <= _LEAD_LIMIT else lead[-_LEAD_LIMIT:].split(" ", 1)[-1]
        start = max(one.start, block.content)
        found.append((text[start : one.end], lead))
    return found


def frame_of(cited: CitedMinute) -> list[str]:
    """What stands round the minute's text, as sentences: its heading, and its meeting."""
    number = cited.number if cited.number and len(cited.number) > 2 else ""
    heading = f"{number} {cited.title or ''}".strip()
    held = f"The meeting of {cited.body or 'the body'} {' '.join(short_of(cited.body or ''))}"
    held += f" was held on {cited.date}" if cited.date else ""
    return [one for one in (heading, held + (f" at {cited.venue}" if cited.venue else "")) if one]


def short_of(body: str) -> list[str]:
    """What a body may be called for short: the first letters of its last words ("CC", "ACC")."""
    letters = "".join(word[0].upper() for word in re.findall(r"[^\W\d_]+", body) if word[0].isupper())
    return [letters[at:] for at in range(max(0, len(letters) - 1))]


def said_of(one: Attendee) -> str:
    """One line of an attendance list as a sentence."""
    who = ", ".join(part for part in (f"{one.title or ''} {one.name}".strip(), one.role, one.organisation) if part)
    said = f"{who} {_STANDING[one.status]}"
    said += (
        f" for {one.substitute_for}, on behalf of and in place of {one.substitute_for}" if one.substitute_for else ""
    )
    return said + (f", {one.note}" if one.note else "")


def initials_of(people: Iterable[Attendee], body: str = "") -> dict[str, str]:
    """Full names by initials: as the document uses them, else first letters where they fit one person alone.

    Letters that also shorten the body's name ("CC" in a community council's minutes) stand for nobody.
    """
    printed = {one.initials: one.name for one in people if one.initials}
    made: dict[str, set[str]] = {}
    for one in people:
        parts = re.findall(r"[^\W\d_]+", one.name)
        if len(parts) > 1 and all(len(part) > 1 for part in (parts[0], parts[-1])):
            made.setdefault("".join(part[0].upper() for part in parts), set()).add(one.name)
    letters = "".join(word[0].upper() for word in re.findall(r"[^\W\d_]+", body))
    single = {short: next(iter(names)) for short, names in made.items() if len(names) == 1 and short not in letters}
    return {short: name for short, name in (single | printed).items() if short and len(short) > 1}


_RUN = re.compile(r"[A-Z][\w'-]*(?: (?:(?:of|for|the|and|in) ){0,2}[A-Z][\w'-]*)+")
_SHORT = re.compile(r"\b[A-Z][A-Za-z]?[A-Z]{1,4}\b")


def as_abbreviated(text: str, other: str) -> str:
    """``text`` with names put as ``other`` has them: "Ordnance Survey" as "OS", or the other way round."""
    short, long = set(_SHORT.findall(other)), _RUN.findall(other)
    for run in _RUN.findall(text):
        first = {letters_of(run), letters_of(run, small=True)} & short
        if run not in other and first:
            text = text.replace(run, first.pop())
    for letters in set(_SHORT.findall(text)) - short:
        runs = {run for run in long if letters.upper() in (letters_of(run), letters_of(run, small=True))}
        if len(runs) == 1:
            text = re.sub(rf"\b{letters}\b", runs.pop(), text)
    return text


def letters_of(run: str, small: bool = False) -> str:
    """The first letters of a name, with those of "of", "for" where ``small``."""
    return "".join(word[0].upper() for word in run.split() if small or word[0].isupper())


_PHRASE = re.compile(rf"\b(?:{'|'.join(sorted(PHRASES, key=len, reverse=True))})\b", re.IGNORECASE)


def spelled_out(text: str, initials: dict[str, str]) -> str:
    """``text`` with initials replaced by the names that they stand for, and verbs of several words by one."""
    text = _PHRASE.sub(lambda m: PHRASES[m[0].lower()], text)
    if not initials:
        return text
    pattern = "|".join(re.escape(short) for short in sorted(initials, key=len, reverse=True))
    return re.sub(rf"(?<![\w.])(?:{pattern})(?![\w])", lambda m: initials[m[0]], text)
