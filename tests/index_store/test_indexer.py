from __future__ import annotations

import random
import shutil
from pathlib import Path

import numpy as np
import pytest

from index_store import indexer, schema
from index_store.catalogue import Catalogue
from index_store.checking import check
from index_store.embedder import Embedder
from index_store.errors import EmbedderMismatch, HomeBusy, NotFound, StaleIndex
from index_store.held import Scope
from index_store.index import open_index
from index_store.indexer import Outcome, add, remove
from index_store.store import writing
from tests.index_store.made import filed, meeting
from tests.index_store.written import ROADS, TREES, minutes, write

SEPTEMBER = minutes("Marl Executive", "Wednesday 2 September 2009", *ROADS)
OCTOBER = minutes("Marl Executive", "Wednesday 7 October 2009", *TREES)
SEPTEMBER_ID, OCTOBER_ID = "marl-executive/2009-09-02", "marl-executive/2009-10-07"


def told(outcomes: list[Outcome]) -> dict[str, str]:
    return {one.source: one.state for one in outcomes}


def meetings(home: Path) -> dict[str, str]:
    return {one.id: one.source for one in Catalogue(home).meetings()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "minutes/2009/september.txt", SEPTEMBER)
    write(tmp_path / "minutes/2009/october.txt", OCTOBER)
    return tmp_path / "minutes"


def test_add_then_unchanged(folder: Path, tmp_path: Path, embedder: Embedder) -> None:
    home = tmp_path / "home"
    outcomes = list(add([folder], home, embedder))
    assert told(outcomes) == {"2009/october.txt": "added", "2009/september.txt": "added"}
    assert outcomes[1].meetings == (SEPTEMBER_ID,)
    assert told(list(add([folder], home, embedder))) == {
        "2009/october.txt": "unchanged",
        "2009/september.txt": "unchanged",
    }
    assert told(list(add([folder / "2009/september.txt"], home, embedder))) == {"2009/september.txt": "unchanged"}
    assert meetings(home) == {SEPTEMBER_ID: "2009/september.txt", OCTOBER_ID: "2009/october.txt"}
    assert Catalogue(home).generation() == 1


def test_a_changed_file_is_replaced_whole(folder: Path, tmp_path: Path, embedder: Embedder) -> None:
    home = tmp_path / "home"
    list(add([folder], home, embedder))
    before = set(Catalogue(home).all_passage_ids())
    write(folder / "2009/september.txt", SEPTEMBER.replace("£42,000", "£43,000").replace("14. Allotments", "14. Plots"))
    assert told(list(add([folder], home, embedder)))["2009/september.txt"] == "replaced"
    index = open_index(home, embedder)
    assert [one.title for one in index.catalogue.items(SEPTEMBER_ID)][1:] == ["Apologies", "Road safety", "Plots"]
    assert index.catalogue.phrase("£42,000") == ()
    after = set(index.catalogue.all_passage_ids())
    assert index.vectors.ids() == after
    assert len(before & after) >= 3, "October's passages keep their ids"


def test_the_parsers_version_counts(
    folder: Path, tmp_path: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    list(add([folder], home, embedder))
    ids = Catalogue(home).all_passage_ids()
    monkeypatch.setattr(indexer, "PARSER_VERSION", "another")
    assert set(told(list(add([folder], home, embedder))).values()) == {"replaced"}
    assert set(Catalogue(home).all_passage_ids()) != set() != set(ids)


def test_a_moved_file_keeps_its_ids(folder: Path, tmp_path: Path, embedder: Embedder) -> None:
    home = tmp_path / "home"
    list(add([folder], home, embedder))
    shutil.move(folder / "2009/october.txt", folder / "autumn.txt")
    outcomes = list(add([folder], home, embedder))
    assert told(outcomes) == {"autumn.txt": "moved", "2009/september.txt": "unchanged"}
    assert [one.detail for one in outcomes if one.state == "moved"] == ["from 2009/october.txt"]
    assert meetings(home)[OCTOBER_ID] == "autumn.txt"
    assert len(Catalogue(home).sources()) == 2


def test_a_copy_is_a_version_and_takes_over_when_the_held_file_goes(
    folder: Path, tmp_path: Path, embedder: Embedder
) -> None:
    home = tmp_path / "home"
    list(add([folder], home, embedder))
    shutil.copy(folder / "2009/october.txt", folder / "2009/previous.txt")
    outcomes = list(add([folder / "2009/previous.txt"], home, embedder))
    assert told(outcomes) == {"previous.txt": "version"}
    assert outcomes[0].detail == f"version of {OCTOBER_ID} in 2009/october.txt"
    (held,) = Catalogue(home).meetings(Scope(meetings=(OCTOBER_ID,)))
    assert held.versions == ("previous.txt",)
    assert remove("2009/october.txt", home, embedder) == ()
    assert meetings(home)[OCTOBER_ID] == "previous.txt"
    assert remove("previous.txt", home, embedder) == (OCTOBER_ID,)
    index = open_index(home, embedder)
    assert meetings(home) == {SEPTEMBER_ID: "2009/september.txt"}
    assert index.vectors.ids() == set(index.catalogue.all_passage_ids())


def test_two_files_of_one_name_are_two_sources(folder: Path, tmp_path: Path, embedder: Embedder) -> None:
    home = tmp_path / "home"
    one = write(tmp_path / "north/minutes.txt", SEPTEMBER)
    other = write(tmp_path / "south/minutes.txt", OCTOBER)
    assert told(list(add([one], home, embedder))) == {"minutes.txt": "added"}
    assert told(list(add([other], home, embedder))) == {"south/minutes.txt": "added"}
    assert told(list(add([one, other], home, embedder))) == {
        "minutes.txt": "unchanged",
        "south/minutes.txt": "unchanged",
    }


def test_a_folder_that_moved_as_a_whole_is_known_again(folder: Path, tmp_path: Path, embedder: Embedder) -> None:
    home = tmp_path / "home"
    list(add([folder], home, embedder))
    folder.rename(tmp_path / "elsewhere")
    assert set(told(list(add([tmp_path / "elsewhere"], home, embedder))).values()) == {"unchanged"}


def test_bad_files_are_told_in_one_line_each_and_the_rest_goes_on(
    folder: Path, tmp_path: Path, embedder: Embedder
) -> None:
    home = tmp_path / "home"
    write(folder / "empty.txt", "")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    write(folder / "picture.jpg", "not read")
    shopping = write(folder / "shopping.txt", "Two pounds of apples, a loaf and some tea.\n")
    outcomes = {one.source: one for one in add([folder, shopping, folder / "missing.txt"], home, embedder)}
    states = {name: one.state for name, one in outcomes.items()}
    assert states == {
        "2009/september.txt": "added",
        "2009/october.txt": "added",
        "empty.txt": "failed",
        "binary.txt": "failed",
        "missing.txt": "failed",
        "picture.jpg": "skipped",
        "shopping.txt": "skipped",
    }
    for one in outcomes.values():
        if one.state == "failed":
            assert one.detail
            assert one.source in one.detail
            assert "\n" not in one.detail
    (named,) = add([shopping], home, embedder)
    assert (named.state, "no minutes found" in (named.detail or "")) == ("failed", True)


def test_papers_are_indexed_on_request(tmp_path: Path, embedder: Embedder) -> None:
    home, folder = tmp_path / "home", tmp_path / "papers"
    write(folder / "shopping.txt", "Two pounds of apples, a loaf and some tea.\n")
    assert told(list(add([folder], home, embedder))) == {"shopping.txt": "skipped"}
    assert told(list(add([folder], home, embedder))) == {"shopping.txt": "skipped"}
    assert told(list(add([folder], home, embedder, papers=True))) == {"shopping.txt": "added"}
    assert Catalogue(home).meetings() == ()
    assert len(Catalogue(home).meetings(Scope(papers=True))) == 1


def test_any_failure_of_one_file_is_its_outcome(
    folder: Path, tmp_path: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = indexer.read_bounded

    def fails_once(path, name, limits):  # type: ignore[no-untyped-def]
        if name.endswith("october.txt"):
            raise IndexError("list index out of range")
        return read(path, name, limits)

    monkeypatch.setattr(indexer, "read_bounded", fails_once)
    outcomes = {one.source: one for one in add([folder], tmp_path / "home", embedder)}
    assert outcomes["2009/september.txt"].state == "added"
    assert outcomes["2009/october.txt"].state == "failed"
    assert "IndexError" in (outcomes["2009/october.txt"].detail or "")


def test_ids_do_not_depend_on_the_order_of_indexing(tmp_path: Path, embedder: Embedder) -> None:
    morning = filed(
        "b.txt",
        meeting("Audit Committee", "2020-01-01", [("1", "Roads", ROADS[1][2])], council="Marl Council", starts="10 am"),
    )
    evening = filed(
        "a.txt",
        meeting("Audit Committee", "2020-01-01", [("1", "Trees", TREES[1][2])], council="Marl Council", starts="7 pm"),
    )
    other = filed(
        "c.txt", meeting("Audit Committee", "2020-01-01", [("1", "Roads", ROADS[1][2])], council="Dene Council")
    )
    undated = filed("d.txt", meeting("Audit Committee", None, [("1", "Plots", ROADS[2][2])], council="Dene Council"))
    files = [morning, evening, other, undated]
    seen = []
    for seed in range(4):
        shuffled = random.Random(seed).sample(files, 4)
        home = tmp_path / str(seed)
        with writing(home, embedder) as store:
            for one in shuffled:
                store.commit([one])
        seen.append(meetings(home))
    assert all(one == seen[0] for one in seen)
    dated = {key: path for key, path in seen[0].items() if "undated" not in key}
    assert dated == {
        "marl-council-audit-committee/2020-01-01": "b.txt",
        "marl-council-audit-committee/2020-01-01.2": "a.txt",
        "dene-council-audit-committee/2020-01-01": "c.txt",
    }


def test_identical_text_under_two_ids_stays_two_items(tmp_path: Path, embedder: Embedder) -> None:
    items = [("1", "Minutes", "Minutes approved as read."), ("1", "Minutes", "Minutes approved as read.")]
    with writing(tmp_path, embedder) as store:
        store.commit([filed("a.txt", meeting("Cabinet", "2020-01-01", items))])
    index = open_index(tmp_path, embedder)
    found = index.vectors.search(embedder.encode(["Minutes approved as read."]), 2)
    items_found = {one.item for one in index.catalogue.passages(key for key, _ in found).values()}
    assert items_found == {"cabinet/2020-01-01/1", "cabinet/2020-01-01/1~2"}


def test_another_embedder_is_refused_with_the_command_that_rebuilds(
    folder: Path, tmp_path: Path, embedder: Embedder
) -> None:
    home = tmp_path / "home"
    list(add([folder], home, embedder))

    class Other(Embedder):
        """The same weights under another name."""

        def __init__(self) -> None:
            super().__init__()
            self.name = "other"

    for call in (lambda: list(add([folder], home, Other())), lambda: open_index(home, Other())):
        with pytest.raises(EmbedderMismatch, match="check --repair"):
            call()
    assert [one.repaired for one in check(home, Other()).problems] == [False]
    assert [one.repaired for one in check(home, Other(), repair=True).problems] == [True]
    index = open_index(home, Other())
    assert index.vectors.ids() == set(index.catalogue.all_passage_ids())
    with pytest.raises(EmbedderMismatch):
        open_index(home, embedder)


def test_a_home_that_is_being_written_is_refused_at_once(folder: Path, tmp_path: Path, embedder: Embedder) -> None:
    home = tmp_path / "home"
    with writing(home, embedder), pytest.raises(HomeBusy, match="another process"):
        list(add([folder], home, embedder))
    assert set(told(list(add([folder], home, embedder))).values()) == {"added"}


def test_check_finds_and_repairs(folder: Path, tmp_path: Path, embedder: Embedder) -> None:
    home = tmp_path / "home"
    with pytest.raises(NotFound):
        check(home, embedder)
    list(add([folder], home, embedder))
    assert check(home, embedder).problems == ()
    with writing(home, embedder) as store:
        lost = store.db.execute("SELECT key FROM passages LIMIT 1").fetchone()[0]
        store.vectors.delete([lost])
        store.vectors.add(["stray"], np.ones((1, 384), np.float32), [0])
        store.db.execute("DELETE FROM passages_fts WHERE rowid = 1")
    assert len(check(home, embedder).problems) == 3
    report = check(home, embedder, repair=True)
    assert [one.repaired for one in report.problems] == [True, True, True]
    assert (report.meetings, report.minutes) == (2, 6)
    assert check(home, embedder).problems == ()


def test_damaged_vectors_are_told_and_made_again(folder: Path, tmp_path: Path, embedder: Embedder) -> None:
    home = tmp_path / "home"
    list(add([folder], home, embedder))
    (home / "vectors/chroma.sqlite3").write_bytes(b"no database at all" * 500)
    with pytest.raises(StaleIndex, match="check --repair"):
        open_index(home, embedder)
    assert [one.what for one in check(home, embedder).problems] == ["the vectors are damaged"]
    assert [one.repaired for one in check(home, embedder, repair=True).problems] == [True]
    index = open_index(home, embedder)
    assert index.vectors.ids() == set(index.catalogue.all_passage_ids())


def test_a_damaged_catalogue_is_one_line(tmp_path: Path, embedder: Embedder) -> None:
    (tmp_path / schema.CATALOGUE).write_bytes(b"no database at all" * 500)
    for call in (
        lambda: Catalogue(tmp_path),
        lambda: list(add([], tmp_path, embedder)),
        lambda: check(tmp_path, embedder),
    ):
        with pytest.raises(StaleIndex, match=r"catalogue\.sqlite: cannot be read"):
            call()


def test_an_index_of_another_version_is_read_again_from_its_files(
    folder: Path, tmp_path: Path, embedder: Embedder
) -> None:
    home = tmp_path / "home"
    list(add([folder], home, embedder))
    before = meetings(home)
    db = schema.connect(home / schema.CATALOGUE)
    db.execute("UPDATE meta SET value = '0' WHERE key = 'schema'")
    db.execute("UPDATE meta SET value = '7' WHERE key = 'generation'")
    db.close()
    with pytest.raises(StaleIndex):
        list(add([folder], home, embedder))
    assert len(check(home, embedder).problems) == 1
    check(home, embedder, repair=True)
    assert meetings(home) == before
    assert check(home, embedder).problems == ()
    assert Catalogue(home).generation() > 7, "readers of the old index notice"


def test_nothing_to_remove(folder: Path, tmp_path: Path, embedder: Embedder) -> None:
    list(add([folder], tmp_path / "home", embedder))
    with pytest.raises(NotFound, match=r"nothing\.txt"):
        remove("nothing.txt", tmp_path / "home", embedder)
