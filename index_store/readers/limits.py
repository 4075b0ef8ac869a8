"""What one file may cost: seconds and unzipped bytes. Only pathological input comes near these."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import ClassVar

from index_store.readers.refusal import refuse

MAX_SECONDS = 8.0
"""Under ten, so that a file is refused within ten seconds with all that starting a process takes."""
MAX_PART_BYTES = 48 * 2**20
"""Unzipped size of one XML part. Minutes of 500 pages have about 10 MB; a parsed tree takes about 12 times that."""


class Clock:
    """Counts from its making; ``check()`` raises UnreadableFile once the file has had ``seconds``.

    ``granted`` is told of every extension, so that whoever watches from outside waits as long.
    """

    granted: ClassVar[Callable[[float], None]] = staticmethod(lambda seconds: None)

    def __init__(self, name: str, seconds: float = MAX_SECONDS) -> None:
        self.name = name
        self.seconds = seconds
        self._until = time.monotonic() + seconds

    def extend(self, seconds: float) -> None:
        """More time for a file that another program has to read page by page."""
        self.seconds += seconds
        self._until += seconds
        Clock.granted(seconds)

    def check(self) -> None:
        if time.monotonic() > self._until:
            raise refuse(
                self.name, f"takes longer than {self.seconds:g} seconds to read", "split it into smaller files"
            )
