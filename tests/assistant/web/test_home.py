"""Which home is served: the samples have one of their own, beside the user's."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.home import build_samples, open_own, sample_home
from index_store.embedder import Embedder
from index_store.errors import BadSetting
from index_store.index import open_index
from index_store.indexer import remove


def test_the_samples_lie_beside_the_users_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert sample_home(tmp_path / "minutes") == tmp_path / "minutes-samples"
    monkeypatch.chdir(tmp_path)
    assert sample_home(Path()) == tmp_path.with_name(f"{tmp_path.name}-samples")
    assert sample_home(Path("/")) == Path("/minutes-samples").resolve()


def test_a_home_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert open_own(tmp_path / "home", Embedder()) is None
    assert not (tmp_path / "home").exists()


def test_samples_that_cannot_be_written_are_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(BadSetting, match="no room for the samples"):
        build_samples(tmp_path / "file" / "home-samples", Embedder())


def test_samples_are_built_once_and_made_whole_again(tmp_path: Path) -> None:
    home, embedder = tmp_path / "samples", Embedder()
    build_samples(home, embedder)
    index = open_index(home, embedder)
    before, meetings = index.catalogue.generation(), len(index.catalogue.meetings())
    assert len(index.catalogue.bodies()) >= 3
    assert meetings >= 12
    build_samples(home, embedder)
    assert not index.refresh()
    assert index.catalogue.generation() == before
    remove(index.catalogue.sources()[0].path, home, embedder)
    build_samples(home, embedder)
    index.refresh()
    assert len(index.catalogue.meetings()) == meetings
    index.close()
