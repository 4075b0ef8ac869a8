"""Stretches of a minute's text to quote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index_store.held import HeldItem
from index_store.models import Effect

#: What stands before a clause and says nothing by itself: "(i)", "It was AGREED:-".
_LABEL = re.compile(r"(?:^|(?<=[\s:;–-]))[\s•*–-]*\(?(?:[ivxl]{1,5}|[a-z]|\d{1,2})[.)]\s*$")
_LEADS_IN = re.compile(r"[^.!?\n]{0,60}:\W*")


@dataclass(frozen=True, slots=True)
class Piece:
    """``item.text.text[start:end]``: one stretch to quote, with the sentence numbers in it and its best score."""

    item: HeldItem
    start: int
    end: int
    score: float
    clause: str | None = None
    effect: Effect | None = None

    @property
    def text(self) -> str:
        """The reading text of the stretch."""
        return self.item.text.text[self.start : self.end]


def besides(more: Sequence[Piece], pieces: Sequence[Piece]) -> list[Piece]:
    """What of ``more`` the ``pieces`` do not hold already."""
    rest = list(more)
    for told in pieces:
        rest = [left for one in rest for left in _without(one, told.start, told.end)]
    return rest


def _without(piece: Piece, start: int, end: int) -> list[Piece]:
    """The piece before and behind ``start:end``, as far as words are left there."""
    if piece.end <= start or end <= piece.start:
        return [piece]
    text, stretches = piece.item.text.text, []
    for low, high in ((piece.start, start), (end, piece.end)):
        left = _LABEL.sub("", text[low:high])
        if re.search(r"\w\W+\w", left) and not _LEADS_IN.fullmatch(left.strip()):
            low, high = low + len(left) - len(left.lstrip()), low + len(left.rstrip())
            stretches.append(replace(piece, start=low, end=high))
    return stretches


def in_order(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple(sorted(pieces, key=lambda piece: piece.start))
