"""Passage vectors, kept in Chroma and scored exactly in memory.

Chroma is safe within one process only: a second one reads stale results until it closes and opens its client again.
So readers take what a generation names into a matrix once, and score that: exact, filtered for nothing, and unmoved
by whoever writes meanwhile. Above ``EXACT`` passages an unfiltered search is left to Chroma's HNSW index.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import weakref
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from index_store.errors import StaleIndex

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection

FOLDER = "vectors"
BATCH = 5000
EXACT = 200_000
SCOPES = 32


_SPELLINGS: set[str] = set()


def _own_spelling(home: Path) -> str:
    """The folder's path in a spelling that no other open client of this process uses.

    Chroma shares one reader among all clients of a path, so that none of them sees what another process writes until
    the last is closed.
    """
    spelling = str(home / FOLDER)
    while spelling in _SPELLINGS:
        spelling = os.path.join(spelling, ".")
    _SPELLINGS.add(spelling)
    return spelling


def _close(client: Any, spelling: str) -> None:
    client.close()
    _SPELLINGS.discard(spelling)


def discard(home: Path) -> None:
    """Delete all vectors of a home, damaged ones too."""
    shutil.rmtree(home / FOLDER, ignore_errors=True)


class Vectors:
    """The vectors of one embedder in one home. Writers call ``add`` and ``delete``; readers ``load``, then ``search``.

    Raises StaleIndex where the folder is damaged. Ids are immutable: one id never means two vectors, and what is
    known is not written again.
    """

    def __init__(self, home: Path, embedder: str) -> None:
        import chromadb
        from chromadb.config import Settings
        from chromadb.errors import ChromaError

        self._name = "passages-" + hashlib.sha256(embedder.encode()).hexdigest()[:16]
        spelling = _own_spelling(home)
        try:
            # Client.close() is not part of the type that PersistentClient is declared to return.
            self._client: Any = chromadb.PersistentClient(spelling, settings=Settings(anonymized_telemetry=False))
            self._collection: Collection = self._client.get_or_create_collection(
                self._name, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
            )
        except (ChromaError, ValueError, AttributeError) as error:  # the last where its own clean-up stumbles
            raise StaleIndex(f"{home / FOLDER}: damaged; run `minutes check --repair`") from error
        self._close = weakref.finalize(self, _close, self._client, spelling)
        self._rows: dict[str, int] = {}
        self._matrix: NDArray[np.float32] = np.zeros((0, 0), np.float32)
        self._ids: NDArray[np.object_] = np.zeros(0, object)
        self._rows_of = lru_cache(maxsize=SCOPES)(self._read_rows)

    def close(self) -> None:
        """Let go of the files; the next client sees what other processes wrote."""
        self._close()

    def add(self, ids: list[str], vectors: NDArray[np.float32], days: list[int]) -> None:
        """Store vectors; ``days`` are their meetings' dates as 20090902, 0 where there is none."""
        for low in range(0, len(ids), BATCH):
            part = slice(low, low + BATCH)
            self._collection.add(
                ids=ids[part], embeddings=vectors[part], metadatas=[{"day": day} for day in days[part]]
            )

    def delete(self, ids: list[str]) -> None:
        for low in range(0, len(ids), BATCH):
            self._collection.delete(ids=ids[low : low + BATCH])

    def ids(self) -> set[str]:
        """Every id stored, whether the catalogue names it or not."""
        return set(self._collection.get(include=[])["ids"])

    def stored(self, ids: list[str]) -> set[str]:
        """Those of ``ids`` that are stored."""
        found: set[str] = set()
        for low in range(0, len(ids), BATCH):
            found.update(self._collection.get(ids=ids[low : low + BATCH], include=[])["ids"])
        return found

    def drop_others(self) -> None:
        """Delete what other embedders left."""
        for collection in self._client.list_collections():
            if collection.name != self._name:
                self._client.delete_collection(collection.name)

    def get(self, ids: list[str]) -> NDArray[np.float32]:
        """Rows in the order of ``ids``. Raises KeyError for an id that is not stored."""
        missing = [one for one in ids if one not in self._rows]
        fetched = self._fetch(missing) if missing else {}
        if not ids:
            return np.zeros((0, self._matrix.shape[1]), np.float32)
        return np.stack([fetched[one] if one in fetched else self._matrix[self._rows[one]] for one in ids])

    def load(self, ids: list[str], known: Vectors | None = None) -> None:
        """Hold exactly ``ids`` in memory, taking from ``known`` what an earlier generation held already.

        Raises KeyError for an id that is not stored.
        """
        old = known if known is not None else self
        kept = [one for one in ids if one in old._rows]
        fetched = self._fetch([one for one in ids if one not in old._rows])
        width = len(next(iter(fetched.values()))) if fetched else old._matrix.shape[1]
        matrix = np.zeros((len(ids), width), np.float32)
        rows = {one: row for row, one in enumerate(ids)}
        if kept:
            matrix[[rows[one] for one in kept]] = old._matrix[[old._rows[one] for one in kept]]
        for one, vector in fetched.items():
            matrix[rows[one]] = vector
        self._rows, self._matrix, self._ids = rows, matrix, np.array(ids, dtype=object)
        self._rows_of.cache_clear()

    def search(self, query: NDArray[np.float32], k: int, ids: Sequence[str] | None = None) -> list[tuple[str, float]]:
        """The ``k`` best (passage id, cosine), best first, of ``ids`` or of all that are loaded.

        ``query`` is a unit vector, shape (dimension,) or (1, dimension). Equal scores stand in the order of ids.
        """
        query = query.reshape(-1)
        if ids is None and len(self._rows) > EXACT:
            return self._approximate(query, k)
        if ids is None:
            names, scores = self._ids, _cosines(self._matrix, query)
        else:
            rows = self._rows_of(tuple(ids))
            whole = 2 * len(rows) > len(self._ids)  # then to score all costs less than to copy those
            names = self._ids[rows]
            scores = _cosines(self._matrix, query)[rows] if whole else _cosines(self._matrix[rows], query)
        if len(scores) > k:
            best = np.argpartition(-scores, k - 1)[:k] if k else np.zeros(0, int)
        else:
            best = np.arange(len(scores))
        found = [(str(names[at]), float(scores[at])) for at in best]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))

    def _read_rows(self, ids: tuple[str, ...]) -> NDArray[np.intp]:
        return np.array([self._rows[one] for one in ids if one in self._rows], np.intp)

    def _approximate(self, query: NDArray[np.float32], k: int) -> list[tuple[str, float]]:
        found = self._collection.query(query_embeddings=[query.tolist()], n_results=k, include=["distances"])
        ids, distances = found["ids"][0], (found["distances"] or [[]])[0]
        return [(one, 1.0 - far) for one, far in zip(ids, distances, strict=True) if one in self._rows]

    def _fetch(self, ids: list[str]) -> dict[str, NDArray[np.float32]]:
        from chromadb.errors import ChromaError

        fetched: dict[str, NDArray[np.float32]] = {}
        for low in range(0, len(ids), BATCH):
            try:
                part = self._collection.get(ids=ids[low : low + BATCH], include=["embeddings"])
            except ChromaError as error:  # an id that went while it was looked up
                raise KeyError(str(error)) from error
            rows = np.asarray(part["embeddings"], dtype=np.float32)
            fetched.update(zip(part["ids"], rows, strict=True))
        if len(fetched) < len(set(ids)):
            raise KeyError(next(one for one in ids if one not in fetched))
        return fetched


def _cosines(rows: NDArray[np.float32], query: NDArray[np.float32]) -> NDArray[np.float32]:
    """Cosines of unit rows with a unit query. Not ``@``: on a busy machine BLAS threads wait for each other, measured
    28 ms against 1.4 ms for 20,000 rows."""
    return np.einsum("ij,j->i", rows, query) if len(rows) else np.zeros(0, np.float32)
