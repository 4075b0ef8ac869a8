"""How checked sentences become the text of an answer."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Answer
from assistant.citing import Citing, shown, trimmed
from assistant.model_writer.checking import Checked
from assistant.pieces import Piece
from assistant.terms import words_of
from assistant.writer import UNSURE, quote_of
from index_store.held import HeldItem
from index_store.models import Span

_COVERED = 0.6


def worded(quoted: Answer, checked: Sequence[Checked], pieces: Sequence[Piece], citing: Citing) -> str:
    """The sentences with their markers, one a line where a list was asked for.

    A decision is all its clauses: one of ``pieces`` that no sentence says is quoted behind them. Evidence that may not
    answer is still said to.
    """
    clauses = [piece for piece in pieces if piece.clause]
    lines = []
    for one in checked:
        markers = "".join(dict.fromkeys(_mark(citing, item, span, clauses) for item, span in one.borne_by))
        lines.append(f"{shown(one.text)} {markers}")
    left = [piece for piece in pieces if piece.effect and not _said(piece, checked)] if _decides(quoted) else []
    lines += [quote_of(piece, citing) for piece in left]
    several = len(lines) > 1 and (quoted.kind == "list" or quoted.answer.startswith("- "))
    text = "\n".join(f"- {line}" for line in lines) if several else " ".join(lines)
    return f"{UNSURE}\n{text}" if quoted.answer.startswith(UNSURE) else text


def _mark(citing: Citing, item: HeldItem, span: Span, clauses: Sequence[Piece]) -> str:
    """The marker of a span; of the whole clause, with its label, where it lies in one."""
    for piece in clauses:
        held = piece.item.text.span(*trimmed(piece.item.text, piece.start, piece.end))
        if piece.item.id == item.id and min(held.end, span.end) - max(held.start, span.start) > 0.5 * (
            span.end - span.start
        ):
            return citing.mark(item, held, piece.clause)
    return citing.mark(item, span)


def _decides(quoted: Answer) -> bool:
    return quoted.kind in ("decision", "vote")


def _said(piece: Piece, checked: Sequence[Checked]) -> bool:
    """Do the sentences about the same minute have most of the words of this clause?"""
    wanted = {word.stem for word in words_of(piece.text)}
    told = {
        word.stem
        for one in checked
        if any(item.id == piece.item.id for item, _ in one.borne_by)
        for word in words_of(one.text)
    }
    return len(wanted & told) >= _COVERED * len(wanted)
