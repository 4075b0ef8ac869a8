"""What a model is given: minutes with a number each, cut to what it can take in."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.citing import heading_of, shown
from assistant.model_writer.asking import estimated_tokens
from assistant.model_writer.instructions import plain, speaks_to_programs, spoken_blocks
from assistant.pieces import Piece
from assistant.sentences import lay_out
from assistant.wording import day
from assistant.writer import EFFECTS, labelled
from index_store.held import HeldItem
from index_store.models import Effect

MINUTES = 5
"""How many minutes a model is given at most."""
TOLD, WHOLE = "Most to the point:", "The minute:"
_LEAST = 120
_HEADING = 60


@dataclass(frozen=True, slots=True)
class Numbered:
    """One minute as a model sees it: ``marker`` is what it cites it by, ``pieces`` what the quoting writer quotes."""

    marker: int
    item: HeldItem
    pieces: tuple[Piece, ...]
    text: str


def numbered(
    pieces: Sequence[Piece],
    others: Iterable[HeldItem],
    effects: Callable[[str], Sequence[Effect]],
    room: int,
) -> tuple[Numbered, ...]:
    """The minutes that ``pieces`` come from, then ``others``, in about ``room`` tokens at most; none where the pieces
    themselves do not fit, or stand in paragraphs that speak to a program.

    A minute that is too long is cut to the paragraphs round its pieces.
    """
    quoted: dict[str, list[Piece]] = {}
    for piece in pieces:
        quoted.setdefault(piece.item.id, []).append(piece)
    found: list[Numbered] = []
    for own in quoted.values():
        share = room // (len(quoted) - len(found))
        one = _one(len(found) + 1, own[0].item, own, effects, share)
        if one is None:
            return ()
        found.append(one)
        room -= estimated_tokens(one.text)
    for item in others:
        if len(found) >= MINUTES or room < _LEAST:
            break
        one = None if item.id in quoted else _one(len(found) + 1, item, (), effects, room // 2)
        if one is not None:
            found.append(one)
            room -= estimated_tokens(one.text)
    return tuple(found)


def fence_of(*texts: str) -> str:
    """A mark that none of ``texts`` can hold, for it hangs on all that they say; the same every time."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:12].upper()


def _one(
    marker: int,
    item: HeldItem,
    pieces: Sequence[Piece],
    effects: Callable[[str], Sequence[Effect]],
    room: int,
) -> Numbered | None:
    heading = f"[{marker}] {_heading(item, effects(item.id))}"
    room -= estimated_tokens(heading) + _HEADING
    text = item.text.text
    spoken = spoken_blocks(text)
    if any(start < piece.end and piece.start < end for piece in pieces for start, end in spoken):
        return None
    told = "\n".join(plain(labelled(piece)) for piece in pieces)
    room -= estimated_tokens(told) if told else 0
    whole = _cut(text, [(one.start, one.end) for one in pieces] or [(0, 1)], spoken, room)
    if room < 0 or not (told or whole):
        return None
    lines = [heading]
    if told:
        lines.append(f"{TOLD} {told}")
    if whole and whole != told:
        lines.append(f"{WHOLE} {whole}")
    return Numbered(marker, item, tuple(pieces), "\n".join(lines))


def _heading(item: HeldItem, effects: Sequence[Effect]) -> str:
    """ "Marl Cabinet, 2 September 2009, minute 267 (Inspection Review). Outcome: noted"."""
    name = heading_of(item)
    if speaks_to_programs(item.title or ""):
        name = f"minute {item.number}" if item.number else "an unnumbered minute"
    body = "" if speaks_to_programs(item.meeting.body) else f"{item.meeting.body}, "
    outcome = ", ".join(dict.fromkeys(EFFECTS[one] for one in effects))
    draft = " (draft minutes)" if item.meeting.draft else ""
    return shown(plain(f"{body}{day(item.meeting.date)}{draft}, {name}")) + (f". Outcome: {outcome}" if outcome else "")


def _cut(text: str, kept: Sequence[tuple[int, int]], spoken: Sequence[tuple[int, int]], room: int) -> str:
    """The paragraphs of ``text`` nearest to ``kept`` that fit, in order, "…" where one is left out."""
    blocks = [(one.start, one.end) for one in lay_out(text).blocks]
    near = sorted(range(len(blocks)), key=lambda at: min(_apart(blocks[at], one) for one in kept))
    chosen: set[int] = set()
    for at in near:
        if blocks[at] in spoken:
            continue
        room -= estimated_tokens(text[slice(*blocks[at])])
        if room < 0:
            break
        chosen.add(at)
    lines, before = [], -1
    for at in sorted(chosen):
        lines.append(("…\n" if at != before + 1 else "") + plain(text[slice(*blocks[at])]))
        before = at
    return "\n".join(lines)


def _apart(block: tuple[int, int], kept: tuple[int, int]) -> int:
    return max(0, block[0] - kept[1], kept[0] - block[1])
