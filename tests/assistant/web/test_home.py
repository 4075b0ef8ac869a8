"""Which home is served: the samples have one of their own, beside the user's."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.home import build_samples, open_own, sample_home
from index_store.embedder import Embedder
from index_store.errors import BadSetting
from index_store.index import open_index

MEETING = """Minutes of a meeting of the Harnby Bridges Committee held at the Town Hall on Tuesday {date}

Present: Councillor Ada Penrose (in the Chair), Councillor Bill Oakes

1. Apologies

Apologies for absence were received from Councillor Dan Moss.

2. Repairs

It was RESOLVED that the tender be accepted.
"""


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


def test_samples_follow_the_minutes_that_are_shipped(tmp_path: Path) -> None:
    home, embedder, shipped = tmp_path / "samples", Embedder(), tmp_path / "minutes"
    shipped.mkdir()
    for date in ("14 May 2024", "9 July 2024"):
        (shipped / f"{date}.txt").write_text(MEETING.format(date=date))
    build_samples(home, embedder, shipped)
    index = open_index(home, embedder)
    assert [meeting.date for meeting in index.catalogue.meetings()] == ["2024-05-14", "2024-07-09"]
    build_samples(home, embedder, shipped)
    assert not index.refresh()
    (shipped / "14 May 2024.txt").unlink()
    build_samples(home, embedder, shipped)
    index.refresh()
    assert [meeting.date for meeting in index.catalogue.meetings()] == ["2024-07-09"]
    index.close()
