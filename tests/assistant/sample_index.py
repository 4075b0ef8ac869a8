"""An index over the fictional sample minutes, for tests that ask many questions of several bodies."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.home import build_samples
from index_store.embedder import Embedder
from index_store.index import Index, open_index


@pytest.fixture(scope="session")
def marl(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    home = tmp_path_factory.mktemp("marl") / "home"
    embedder = Embedder()
    build_samples(home, embedder)
    index = open_index(home, embedder)
    yield index
    index.close()
