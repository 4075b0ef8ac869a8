"""Two processes and one home: what a reader sees while another process writes, and after one is killed."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from index_store.catalogue import Catalogue
from index_store.checking import check
from index_store.embedder import Embedder
from index_store.errors import HomeBusy
from index_store.index import open_index
from index_store.indexer import add
from tests.index_store.written import ROADS, TREES, minutes, write

FIRST, SECOND = "marl-executive/2009-09-02", "marl-executive/2009-10-07"


def start(module: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", f"tests.index_store.{module}", *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def told(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def tell(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("go on\n")
    process.stdin.flush()


@pytest.fixture
def home(tmp_path: Path, embedder: Embedder) -> Path:
    """A home with September's minutes; October's lie in the folder "more", with September's corrected."""
    september = minutes("Marl Executive", "Wednesday 2 September 2009", *ROADS)
    write(tmp_path / "minutes/september.txt", september)
    list(add([tmp_path / "minutes"], tmp_path / "home", embedder))
    write(tmp_path / "minutes/september.txt", september.replace("£42,000", "£43,000"))
    write(tmp_path / "minutes/october.txt", minutes("Marl Executive", "Wednesday 7 October 2009", *TREES))
    return tmp_path / "home"


@pytest.fixture
def processes() -> Iterator[list[subprocess.Popen[str]]]:
    running: list[subprocess.Popen[str]] = []
    yield running
    for process in running:
        process.kill()
        process.communicate()


def test_a_reader_sees_old_then_new_and_never_a_half(
    home: Path, embedder: Embedder, processes: list[subprocess.Popen[str]]
) -> None:
    reader = start("answering_reader", home)
    processes.append(reader)
    assert told(reader) == "ready"

    def ask() -> dict[str, Any]:
        tell(reader)
        return dict(json.loads(told(reader)))

    old = {"moved": False, "generation": 1, "meetings": [FIRST], "vectors": True}
    assert ask() == old
    writer = start("pausing_writer", home, home.parent / "minutes", "embedded")
    processes.append(writer)
    assert told(writer) == "embedded"
    assert ask() == old
    with pytest.raises(HomeBusy):
        list(add([home.parent / "minutes"], home, embedder))
    tell(writer)
    assert [told(writer), told(writer)] == ["added", "replaced"]
    assert ask() == {"moved": True, "generation": 2, "meetings": [FIRST, SECOND], "vectors": True}
    assert writer.wait() == 0
    assert ask() == {"moved": False, "generation": 2, "meetings": [FIRST, SECOND], "vectors": True}


def test_two_readers_in_one_process_both_see_what_another_process_adds(
    home: Path, embedder: Embedder, processes: list[subprocess.Popen[str]]
) -> None:
    with open_index(home, embedder) as one, open_index(home, embedder) as other:
        writer = start("pausing_writer", home, home.parent / "minutes", "committed")
        processes.append(writer)
        assert [told(writer), told(writer), told(writer)] == ["added", "replaced", "committed"]
        for index in (one, other):
            assert index.refresh()
            assert [held.id for held in index.catalogue.meetings()] == [FIRST, SECOND]
            ids = index.catalogue.all_passage_ids()
            assert len(index.vectors.get(ids)) == len(ids)
        tell(writer)
        assert writer.wait() == 0


@pytest.mark.parametrize(("stage", "held"), [("parsed", 1), ("embedded", 1), ("committed", 2)])
def test_killed_at_any_point_the_home_is_as_before_or_as_after(
    home: Path, embedder: Embedder, processes: list[subprocess.Popen[str]], stage: str, held: int
) -> None:
    writer = start("pausing_writer", home, home.parent / "minutes", stage)
    processes.append(writer)
    while told(writer) != stage:
        assert writer.poll() is None
    writer.kill()
    writer.wait()
    price = {1: "£42,000", 2: "£43,000"}[held]
    with open_index(home, embedder) as index:
        assert len(index.catalogue.meetings()) == held
        assert [one.number for one in index.catalogue.phrase(price)] == ["13"]
        ids = index.catalogue.all_passage_ids()
        assert len(index.vectors.get(ids)) == len(ids)
    states = {one.state for one in add([home.parent / "minutes"], home, embedder)}
    assert states == ({"added", "replaced"} if held == 1 else {"unchanged"})
    assert [one.id for one in Catalogue(home).meetings()] == [FIRST, SECOND]
    check(home, embedder, repair=True)
    assert check(home, embedder).problems == ()
