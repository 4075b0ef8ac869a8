"""The real embedder, loaded once."""

from __future__ import annotations

import pytest

from index_store.embedder import Embedder


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    return Embedder()
