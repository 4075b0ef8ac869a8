"""The minutes that a running chat serves: the user's own, or the samples for as long as there are none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from assistant.held_words import held_words
from assistant.home import build_samples, open_own, sample_home
from assistant.settings import Settings
from index_store.embedder import Embedder
from index_store.errors import MinutesError
from index_store.index import Index, open_index


@dataclass(frozen=True, slots=True)
class Served:
    """An index of now, the home that it lies in, and whether that is the samples'."""

    index: Index
    home: str
    sample: bool


class Holdings:
    """Hands out the index of now, to one reader at a time."""

    def __init__(self, home: Path, settings: Settings, embedder: Embedder) -> None:
        self.home, self.settings = home, settings
        self._embedder = embedder
        self._own: Index | None = None
        self._samples: Index | None = None
        self._lock = Lock()

    def get_ready(self) -> None:
        """Do what the first question would wait for: load the embedder, and read the words of the minutes.

        The page can be opened meanwhile. What is wrong with the index is said to whoever asks.
        """
        with suppress(MinutesError):
            self._embedder.encode(["ready"])
            with self.reading() as served:
                held_words(served.index)

    @contextmanager
    def reading(self) -> Iterator[Served]:
        """The user's minutes as soon as there are any, whoever added them; else the samples, built if need be.

        Raises the errors of ``open_index``.
        """
        with self._lock:
            yield self._now()

    def _now(self) -> Served:
        if self._own is None:
            self._own = open_own(self.home, self._embedder)
        elif self._own.refresh() and not self._own.catalogue.bodies():
            self._own.close()
            self._own = None
        if self._own is not None:
            return Served(self._own, str(self.home), False)
        if self._samples is None:
            build_samples(sample_home(self.home), self._embedder)
            self._samples = open_index(sample_home(self.home), self._embedder)
        self._samples.refresh()
        return Served(self._samples, str(sample_home(self.home)), True)
