"""What one file may cost, and that no file stops the next."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from index_store.bounded import LIMITS, Limits, ReadingProcess, end_reading, read_bounded
from index_store.embedder import Embedder
from index_store.errors import UnreadableFile
from index_store.indexer import add
from tests.index_store.documents import docx, zipped
from tests.index_store.fuzz_readers import hostile
from tests.index_store.written import ROADS, minutes, write

LONG = "".join(f"{number}. It was AGREED that item {number} be noted by all.\n" for number in range(60_000))


@pytest.fixture(autouse=True)
def afresh() -> Iterator[None]:
    yield
    end_reading()


@pytest.fixture
def roads(tmp_path: Path) -> Path:
    return write(tmp_path / "roads.txt", minutes("Marl Executive", "Wednesday 2 September 2009", *ROADS))


def test_a_file_is_read_and_parsed(roads: Path) -> None:
    source, parsed = read_bounded(roads, "2009/roads.txt")
    assert source.path == "2009/roads.txt"
    assert source.text == roads.read_text(encoding="utf-8")
    assert [item.number for item in parsed.meetings[0].items] == ["12", "13", "14"]


def test_a_file_that_takes_too_long_is_refused_and_the_next_is_read(tmp_path: Path, roads: Path) -> None:
    long = write(tmp_path / "long.txt", LONG)
    limits = Limits(seconds=1.0)
    with pytest.raises(UnreadableFile, match=r"^long.txt takes longer than 1 seconds to read: split it"):
        read_bounded(long, limits=limits)
    assert read_bounded(roads, limits=Limits())[1].kind == "minutes"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is bounded where resource limits hold")
def test_a_file_that_takes_too_much_memory_is_refused_and_the_next_is_read(tmp_path: Path, roads: Path) -> None:
    long = write(tmp_path / "long.txt", LONG)
    limits = Limits(seconds=60.0, memory=24 * 2**20)
    with pytest.raises(UnreadableFile, match=r"^long.txt takes more than 24 MB of memory to read: split it"):
        read_bounded(long, limits=limits)
    assert read_bounded(roads, limits=limits)[1].kind == "minutes"


def test_what_cannot_be_read_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    with pytest.raises(UnreadableFile, match=r"^empty.pdf is empty: "):
        read_bounded(tmp_path / "empty.pdf")


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    bomb = zipped(tmp_path / "bomb.docx", {"word/document.xml": b"<a>" + b" " * (300 * 2**20)})
    with pytest.raises(UnreadableFile, match=r"^bomb.docx unpacks to more than"):
        read_bounded(bomb)


def told(path: Path, limits: Limits) -> str:
    """What is said of a file that is refused; nothing of one that is read."""
    try:
        assert read_bounded(path, limits=limits)[0].text
    except UnreadableFile as error:
        return str(error)
    return ""


def test_hostile_files_are_read_or_refused_in_one_line_and_none_stops_the_rest(tmp_path: Path, roads: Path) -> None:
    made = dict(hostile(tmp_path))
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    plain = {name for name in made if name.startswith(("really", "encrypted", "picture", "bomb", "zeros", "entities"))}
    costly = Limits(seconds=1.0, memory=2**29)
    said = {name: told(tmp_path / name, costly) for name in made if name not in plain}
    said |= {name: told(tmp_path / name, LIMITS) for name in plain}
    assert not [one for one in said.values() if "please report" in one or "\n" in one]
    assert not [name for name, one in said.items() if one and not one.startswith(name)]
    assert "is protected by a password" in said["encrypted.pdf"]
    assert "is protected by a password" in said["encrypted.doc"]
    assert "is a PNG picture" in said["picture.pdf"]
    assert "unpacks to more than" in said["bomb.docx"]
    assert "is a binary file" in said["zeros.txt"]
    assert not {name for name in plain if name.startswith("really_a") and said[name]} - {"really_a.html"}
    assert read_bounded(roads)[1].kind == "minutes"


def test_a_process_that_dies_over_a_file_is_told_and_started_again(roads: Path) -> None:
    dying = "import os, pickle, sys; sys.stdin.buffer.read(1); os.write(1, pickle.dumps(('begun',)))"
    process = ReadingProcess(Limits(), (sys.executable, "-c", dying))
    assert process.ask(roads, "roads.txt") == ("ended",)
    assert process.ask(roads, "roads.txt") == ("ended",)
    process.end()


def test_a_process_that_ended_between_two_files_is_no_failure_of_the_second(roads: Path) -> None:
    process = ReadingProcess(Limits())
    assert process.ask(roads, "roads.txt")[0] == "done"
    assert process._process is not None
    process._process.kill()
    assert process.ask(roads, "roads.txt")[0] == "done"
    process.end()


def test_a_program_that_never_starts_is_told(roads: Path) -> None:
    with pytest.raises(OSError, match="cannot be started"):
        ReadingProcess(Limits(), (sys.executable, "-c", "")).ask(roads, "roads.txt")


def test_a_folder_goes_on_after_a_file_that_takes_too_long(tmp_path: Path, embedder: Embedder) -> None:
    write(tmp_path / "minutes/a.txt", LONG)
    docx(tmp_path / "minutes/b.docx", "<w:p><w:r><w:t>Nothing of note</w:t></w:r></w:p>")
    write(tmp_path / "minutes/c.txt", minutes("Marl Executive", "Wednesday 2 September 2009", *ROADS))
    told = {one.source: one for one in add([tmp_path / "minutes"], tmp_path / "home", embedder, limits=Limits(4.0))}
    assert {name: one.state for name, one in told.items()} == {"a.txt": "failed", "b.docx": "skipped", "c.txt": "added"}
    assert told["a.txt"].detail == "a.txt takes longer than 4 seconds to read: split it into smaller files"
    assert os.path.exists(tmp_path / "home")
