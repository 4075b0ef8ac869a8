"""One process writing to a home: locked, all or nothing.

Vectors are written first, then the catalogue commits with a new generation, then vectors that it no longer names are
deleted. Killed at any point, the home is as it was before or as it is after; stray vectors go with the next write.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from index_store import schema
from index_store.clerk import corrections
from index_store.commit import Filed, Wanted, next_generation, put_source, remove_source, settle
from index_store.embedder import Embedder
from index_store.errors import EmbedderMismatch, HomeBusy, StaleIndex, UnreadableFile
from index_store.vectors import Vectors

LOCK = "write.lock"


class Store:
    """A home open for writing; see :func:`writing`."""

    def __init__(self, home: Path, db: sqlite3.Connection, embedder: Embedder) -> None:
        self.home, self.db, self.embedder = home, db, embedder
        self._vectors: Vectors | None = None
        self.corrections = corrections(home)
        self._wrote = False

    def commit(self, files: Iterable[Filed] = (), gone: Iterable[str] = (), anew: bool = False) -> None:
        """Take the files ``gone`` out and put ``files`` in: all of it, or, where anything fails, none.

        ``anew`` cuts every passage again, for the embedder of today.
        """
        self.db.execute("BEGIN IMMEDIATE")
        try:
            if anew:
                self.db.execute("DELETE FROM passages")
                self.db.execute("DELETE FROM passages_fts")
                self.db.execute("UPDATE meta SET value = ? WHERE key = 'embedder'", [self.embedder.name])
            for path in gone:
                remove_source(self.db, path)
            for filed in files:
                put_source(self.db, filed)
            embedder = self.embedder
            wanted = settle(self.db, embedder.name, embedder.pieces, embedder.limit, self.corrections)
            self._embed(wanted)
            next_generation(self.db)
            self.db.execute("COMMIT")
        except sqlite3.Error as error:
            self._roll_back()
            raise StaleIndex(f"{self.home}: nothing was changed ({error}); run `minutes check`") from error
        except BaseException:
            self._roll_back()
            raise
        self._wrote = True

    def _roll_back(self) -> None:
        if self.db.in_transaction:  # a full disk ends the transaction by itself
            self.db.execute("ROLLBACK")

    @property
    def vectors(self) -> Vectors:
        if self._vectors is None:
            self._vectors = Vectors(self.home, self.embedder.name)
        return self._vectors

    def _embed(self, wanted: list[Wanted]) -> None:
        if not wanted:
            return
        stored = self.vectors.stored([one.key for one in wanted])
        new = [one for one in wanted if one.key not in stored]
        if new:
            rows = self.embedder.encode([one.cut.embedded for one in new])
            self.vectors.add([one.key for one in new], rows, [one.day for one in new])

    def sweep(self) -> int:
        """Delete the vectors that the catalogue does not name; returns how many."""
        named = {row[0] for row in self.db.execute("SELECT key FROM passages")}
        stray = sorted(self.vectors.ids() - named)
        self.vectors.delete(stray)
        self.vectors.drop_others()
        return len(stray)

    def close(self) -> None:
        if self._wrote:
            self.sweep()
        if self._vectors is not None:
            self._vectors.close()
        self.db.close()


@contextmanager
def writing(home: Path, embedder: Embedder, rebuild: bool = False) -> Iterator[Store]:
    """The home open for writing, by this process alone; made where it does not exist.

    With ``rebuild``, tables of another version are replaced by empty ones, and another embedder is accepted.
    Raises HomeBusy at once where another process writes, StaleIndex and EmbedderMismatch.
    """
    try:
        home.mkdir(parents=True, exist_ok=True)
        lock = FileLock(home / LOCK, blocking=False)
        lock.acquire()
    except Timeout as error:
        raise HomeBusy(f"{home}: another process is adding minutes; try again when it has finished") from error
    except OSError as error:
        raise UnreadableFile(f"{home}: cannot be written ({error.strerror}); choose another with --home") from error
    with lock:
        db = schema.connect(home / schema.CATALOGUE)
        try:
            _check_meta(db, home, embedder, rebuild)
            store = Store(home, db, embedder)
            yield store
            store.close()
        finally:
            db.close()


def _check_meta(db: sqlite3.Connection, home: Path, embedder: Embedder, rebuild: bool) -> None:
    meta = schema.read_meta(db)
    if meta and meta.get("schema") != schema.SCHEMA_VERSION:
        if not rebuild:
            raise StaleIndex(f"{home}: built by another version of this program; run `minutes check --repair`")
        # Generations go on: a reader, or words kept in the home, must not take the new index for the old one.
        generation = int(meta.get("generation", "0")) + 1
        schema.drop(db)
        schema.create(db, embedder.name, generation)
    elif not meta:
        schema.create(db, embedder.name)
    elif meta["embedder"] != embedder.name and not rebuild:
        raise mismatch(home, meta["embedder"], embedder.name)
    else:
        schema.complete(db)


def mismatch(home: Path, built_with: str, wanted: str) -> EmbedderMismatch:
    """The error that names both embedders and the command that rebuilds."""
    return EmbedderMismatch(
        f"{home}: built with the embedder {built_with!r}, not {wanted!r}; run `minutes check --repair` to rebuild it"
    )
