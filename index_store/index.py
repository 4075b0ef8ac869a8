"""The index as readers see it: one generation of catalogue, vectors and embedder that belong together."""

from __future__ import annotations

import sqlite3
from collections import deque
from pathlib import Path
from typing import Self

from index_store import schema
from index_store.catalogue import Catalogue
from index_store.embedder import Embedder
from index_store.errors import StaleIndex
from index_store.store import mismatch
from index_store.vectors import Vectors

ATTEMPTS = 5
RETIRED = 4


class Index:
    """Call ``refresh`` once before each question; between two calls nothing that is read changes."""

    def __init__(self, home: Path, embedder: Embedder) -> None:
        self.home, self.embedder = home, embedder
        self.catalogue, self.vectors = _open(home, embedder, None)
        self._retired: deque[Catalogue] = deque()
        self._watch = schema.connect(home / schema.CATALOGUE)

    def refresh(self) -> bool:
        """Move to the generation of now, if it is another; returns whether it was. Raises as ``open_index``."""
        if self._generation() == self.catalogue.generation():
            return False
        # Another thread may still be reading the old one.
        if len(self._retired) == RETIRED:
            self._retired.popleft().close()
        self._retired.append(self.catalogue)
        self.catalogue, self.vectors = _open(self.home, self.embedder, self.vectors)
        return True

    def _generation(self) -> int:
        try:
            row = self._watch.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()
        except sqlite3.OperationalError:
            return -1
        return int(row[0]) if row else -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        self._watch.close()
        for old in self._retired:
            old.close()
        self.catalogue.close()
        self.vectors.close()


def open_index(home: Path, embedder: Embedder | None = None) -> Index:
    """The index in ``home``. Raises NotFound where there is none, StaleIndex and EmbedderMismatch."""
    return Index(home, embedder or Embedder())


def _open(home: Path, embedder: Embedder, known: Vectors | None) -> tuple[Catalogue, Vectors]:
    """A catalogue snapshot and all the vectors that it names.

    Vectors that a snapshot names can be gone where a writer has committed since it was taken: then take a newer one.
    """
    if known is not None:
        known.close()
    for _ in range(ATTEMPTS):
        catalogue = Catalogue(home)
        if catalogue.embedder() != embedder.name:
            catalogue.close()
            raise mismatch(home, catalogue.embedder(), embedder.name)
        vectors = Vectors(home, embedder.name)
        try:
            vectors.load(catalogue.all_passage_ids(), known)
        except KeyError:
            catalogue.close()
            vectors.close()
        else:
            return catalogue, vectors
    raise StaleIndex(f"{home}: vectors are missing; run `minutes check --repair`")
