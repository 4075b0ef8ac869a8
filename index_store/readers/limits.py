"""What one file may cost: seconds and unzipped bytes. Only pathological input comes near these."""

from __future__ import annotations

import time

from index_store.readers.refusal import refuse

MAX_SECONDS = 10.0
MAX_PART_BYTES = 48 * 2**20
"""Unzipped size of one XML part. Minutes of 500 pages have about 10 MB; a parsed tree takes about 12 times that."""


class Clock:
    """Counts from its making; ``check()`` raises UnreadableFile once the file has had ``seconds``."""

    def __init__(self, name: str, seconds: float = MAX_SECONDS) -> None:
        self.name = name
        self.seconds = seconds
        self._until = time.monotonic() + seconds

    def extend(self, seconds: float) -> None:
        """More time for a file that has shown more to read: a long document is not a pathological one."""
        self.seconds += seconds
        self._until += seconds

    def check(self) -> None:
        if time.monotonic() > self._until:
            raise refuse(
                self.name, f"takes longer than {self.seconds:g} seconds to read", "split it into smaller files"
            )
