"""An index over small fictional minutes, with everything that answering needs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from index_store.embedder import Embedder
from index_store.index import Index, open_index
from index_store.indexer import add, find_files
from tests.assistant.question_minutes import COUNCIL_MARCH, COUNCIL_MAY, PLANNING_MAY


@pytest.fixture(scope="session")
def harrowmere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    base = tmp_path_factory.mktemp("harrowmere")
    folder = base / "minutes"
    folder.mkdir()
    for name, text in (("march.txt", COUNCIL_MARCH), ("may.txt", COUNCIL_MAY), ("planning.txt", PLANNING_MAY)):
        (folder / name).write_text(text, encoding="utf-8")
    embedder = Embedder()
    assert [one.state for one in add(find_files([folder]), base / "home", embedder)] == ["added"] * 3
    index = open_index(base / "home", embedder)
    yield index
    index.close()
