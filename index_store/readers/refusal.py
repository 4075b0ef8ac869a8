"""How a reader says that it cannot read a file: one line with what, where and what next."""

from __future__ import annotations

from index_store.errors import UnreadableFile


def refuse(name: str, what: str, what_next: str) -> UnreadableFile:
    """The error to raise: ``refuse("a.pdf", "is empty", "save it again")`` reads "a.pdf is empty: save it again"."""
    return UnreadableFile(" ".join(f"{name} {what}: {what_next}".split()))
