"""Do a model's sentences, true as they are, still tell what was asked?"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.coverage import coverage, matches, stems_in
from assistant.model_writer.checking import Checked
from assistant.pieces import Piece
from assistant.searching import Asked
from assistant.sorts import held

_ENOUGH = 0.7


def tells(checked: Sequence[Checked], pieces: Sequence[Piece], asked: Asked) -> bool:
    """Do the sentences have the sort of fact that is wanted where the evidence has it, and most of its terms?

    A true sentence beside the point must not take the place of evidence that answers. A list or a story told meeting
    by meeting has every minute that the evidence has.
    """
    text = " ".join(one.text for one in checked)
    cited = {item.id for one in checked for item, _ in one.borne_by}
    if asked.question.kind in ("list", "timeline") and not {piece.item.id for piece in pieces} <= cited:
        return False
    quoted = " ".join(piece.text for piece in pieces)
    if held(asked.wants, text, asked.known) < held(asked.wants, quoted, asked.known):
        return False
    return _covered(text, asked) >= _ENOUGH * _covered(quoted, asked)


def _covered(text: str, asked: Asked) -> float:
    return coverage(asked.terms, matches(asked.terms, stems_in(text)))
