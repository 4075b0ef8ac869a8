"""Which home is served: the user's own, or the samples' while that holds no minutes. The two never mix."""

from __future__ import annotations

import shutil
from pathlib import Path

from assistant.samples import SAMPLES
from index_store.embedder import Embedder
from index_store.errors import BadSetting, EmbedderMismatch, HomeBusy, NotFound, StaleIndex
from index_store.index import Index, open_index
from index_store.indexer import add, find_files, remove


def sample_home(home: Path) -> Path:
    """The samples' own home: the folder beside the user's."""
    home = home.resolve()
    return home.with_name(f"{home.name}-samples") if home.name else home / "minutes-samples"


def open_own(home: Path, embedder: Embedder) -> Index | None:
    """The user's index, or None where there is none or it holds no minutes."""
    try:
        index = open_index(home, embedder)
    except NotFound:
        return None
    if index.catalogue.bodies():
        return index
    index.close()
    return None


def build_samples(home: Path, embedder: Embedder, minutes: Path = SAMPLES) -> None:
    """Bring the samples' home up to date with ``minutes``, the folder that this version ships.

    Raises BadSetting where nothing can be written there; where another process builds it, what is there is served,
    and NotFound raised where nothing is.
    """
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadSetting(f"{home}: no room for the samples ({error.strerror}); set MINUTES_HOME elsewhere") from error
    try:
        _update(home, embedder, minutes)
    except (EmbedderMismatch, StaleIndex):
        shutil.rmtree(home)  # nothing but the samples is ever kept there
        _update(home, embedder, minutes)
    except HomeBusy:
        open_index(home, embedder).close()


def _update(home: Path, embedder: Embedder, minutes: Path) -> None:
    files = find_files([minutes])
    for _ in add(files, home, embedder):
        pass
    index = open_index(home, embedder)
    gone = {source.path for source in index.catalogue.sources()} - {file.name for file in files}
    index.close()
    for source in sorted(gone):
        remove(source, home, embedder)
