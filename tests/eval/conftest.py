"""The sample minutes, indexed once for all tests of evaluation."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.samples import SAMPLES
from index_store.embedder import Embedder
from index_store.indexer import add


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    return Embedder()


@pytest.fixture(scope="session")
def sample_index(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Path:
    """A home that holds the sample minutes."""
    home = tmp_path_factory.mktemp("samples") / "home"
    assert all(outcome.state == "added" for outcome in add([SAMPLES], home, embedder))
    return home
