"""Struck-through words: left out where the rest of their paragraph stands, kept where a whole paragraph is struck.

A struck word beside standing ones was deleted or replaced; a whole struck paragraph is how done actions and earlier
wordings are shown. Either is told in a warning, since no reader can tell what the clerk meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from index_store.readers.emphasis import bare

Pieces = Sequence[tuple[str, bool]]
"""A paragraph as (text, struck through)."""


@dataclass
class Strikes:
    """What was struck through in one document."""

    dropped: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def text(self, pieces: Pieces) -> str:
        """The text of a paragraph that counts."""
        whole = "".join([text for text, _ in pieces]).strip()
        if not any(gone for _, gone in pieces):
            return whole
        struck = " ".join(bare("".join(text for text, gone in pieces if gone)).split())
        if not struck:
            return whole
        standing = "".join(text for text, gone in pieces if not gone).strip()
        if any(char.isalnum() for char in standing):
            self.dropped.append(struck)
            return standing
        self.kept.append(struck)
        return whole

    def warnings(self) -> tuple[str, ...]:
        found = []
        if self.dropped:
            found.append(f"struck-through words left out: {sample(self.dropped)}")
        if self.kept:
            found.append(f"struck-through paragraphs kept: {sample(self.kept)}")
        return tuple(found)


def sample(texts: Sequence[str]) -> str:
    """The first three texts in quotes, cut to a readable length, and how many more there are."""
    words = "; ".join(f"“{text[:60]}”" for text in texts[:3])
    return f"{words} and {len(texts) - 3} more" if len(texts) > 3 else words
