from __future__ import annotations

from pathlib import Path

import pytest

from index_store import clerk, indexer
from index_store.catalogue import Catalogue
from index_store.checking import check
from index_store.correcting import correct, undo
from index_store.corrections import Correction, corrected
from index_store.embedder import Embedder
from index_store.errors import BadSetting, NotFound
from index_store.indexer import add
from index_store.models import ParsedFile
from tests.index_store.made import meeting
from tests.index_store.written import ROADS, TREES, minutes, write

SEPTEMBER = minutes("Marl Executive", "Wednesday 2 September 2009", *ROADS)
SEPTEMBER_ID = "marl-executive/2009-09-02"


@pytest.fixture
def home(tmp_path: Path, embedder: Embedder) -> Path:
    write(tmp_path / "minutes/september.txt", SEPTEMBER)
    write(tmp_path / "minutes/october.txt", minutes("Executive of Marl", "Wednesday 7 October 2009", *TREES))
    list(add([tmp_path / "minutes"], tmp_path / "home", embedder))
    return tmp_path / "home"


def held(home: Path) -> list[str]:
    return [one.id for one in Catalogue(home).meetings()]


def test_a_file_as_read_with_its_corrections_over_it() -> None:
    _, one = meeting("Cabinet", "2020-01-01", [("1", "A", "x"), ("1", "B", "y"), (None, "C", "z")])
    _, two = meeting("Cabinet", "2020-01-02", [("1", "A", "x")])
    made = [
        Correction(1, "a.txt", 2, None, None, "date", "2020-02-02"),
        Correction(2, "a.txt", None, None, None, "council", "Marl Council"),
        Correction(3, "a.txt", 1, "1~2", None, "number", "2"),
        Correction(4, "a.txt", 1, "u1", None, "title", ""),
        Correction(5, "a.txt", 1, "99", None, "title", "Gone"),
        Correction(6, "a.txt", None, None, None, "kind", "minutes"),
    ]
    found = corrected(ParsedFile("other", (one, two)), made)
    assert found.kind == "minutes"
    assert [(m.date, m.council) for m in found.meetings] == [
        ("2020-01-01", "Marl Council"),
        ("2020-02-02", "Marl Council"),
    ]
    assert [(item.number, item.title) for item in found.meetings[0].items] == [("1", "A"), ("2", "B"), (None, None)]
    assert corrected(ParsedFile("other", (one, two)), []) == ParsedFile("other", (one, two))


def test_a_correction_counts_at_once_and_can_be_taken_back(home: Path, embedder: Embedder) -> None:
    correct(home, "september.txt", {"date": "2009-09-03", "body": "Marl Cabinet"}, embedder)
    assert "marl-cabinet/2009-09-03" in held(home)
    assert Catalogue(home).lexical("cabinet"), "what is searched says the new name"
    (source,) = [one for one in Catalogue(home).sources() if one.path == "september.txt"]
    assert source.corrections == (
        "september.txt: date '2009-09-03'",
        "september.txt: body 'Marl Cabinet'",
    )
    first, second = clerk.corrections(home)
    assert undo(home, second.id, embedder) == second
    assert "marl-executive/2009-09-03" in held(home)
    undo(home, first.id, embedder)
    assert SEPTEMBER_ID in held(home)
    assert check(home, embedder).problems == ()


def test_a_corrected_page_keeps_its_headings(tmp_path: Path, embedder: Embedder) -> None:
    page = (
        "<h1>Marl Parish Council</h1><p>Minutes of the meeting held on 4 May 2021</p><p>Present: Cllrs Ash, Birch</p>"
        "<h2>Money</h2><p>Resolved: pay the clerk £640.</p><h2>Trees by the pond</h2><p>Agreed to fell the oak.</p>"
        "<p>A word on elms</p><p>They fell in the gale.</p><h2>Next meeting</h2><p>1 June 2021</p>"
    )
    write(tmp_path / "minutes/may.html", f"<html><body>{page}</body></html>")
    home = tmp_path / "home"
    list(add([tmp_path / "minutes"], home, embedder))
    for _ in range(2):
        correct(home, "may.html", {"date": "2021-05-05"}, embedder)
        (one,) = Catalogue(home).meetings()
        titles = [item.title for item in Catalogue(home).items(one.id)]
        assert titles[-3:] == ["Money", "Trees by the pond", "Next meeting"]


def test_corrections_survive_a_newer_file_a_newer_parser_and_a_move(
    home: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    correct(home, f"{SEPTEMBER_ID}/13", {"number": "13A", "title": "The crossing"}, embedder)
    folder = home.parent / "minutes"
    write(folder / "september.txt", SEPTEMBER.replace("£42,000", "£43,000"))
    list(add([folder], home, embedder))
    item = Catalogue(home).item(f"{SEPTEMBER_ID}/13A")
    assert item is not None
    assert (item.title, "£43,000" in item.text.text) == ("The crossing", True)
    monkeypatch.setattr(indexer, "PARSER_VERSION", "another")
    list(add([folder], home, embedder))
    assert Catalogue(home).item(f"{SEPTEMBER_ID}/13A") is not None
    (folder / "september.txt").rename(folder / "autumn.txt")
    list(add([folder], home, embedder))
    item = Catalogue(home).item(f"{SEPTEMBER_ID}/13A")
    assert item is not None
    assert item.meeting.source == "autumn.txt"
    correct(home, item.id, {"number": "13"}, embedder)
    assert Catalogue(home).item(f"{SEPTEMBER_ID}/13A") is None
    assert len(clerk.corrections(home)) == 2, "the second correction of a field takes the place of the first"


def test_bodies_are_merged_and_renamed(home: Path, embedder: Embedder) -> None:
    assert len(Catalogue(home).bodies()) == 2
    correct(home, "Executive of Marl", {"same_as": "Marl Executive"}, embedder)
    (body,) = Catalogue(home).bodies()
    assert body.meetings == 2
    correct(home, body.slug, {"name": "Marl Executive Board"}, embedder)
    (body,) = Catalogue(home).bodies()
    assert (body.name, body.slug) == ("Marl Executive Board", "marl-executive-board")
    assert held(home) == ["marl-executive-board/2009-09-02", "marl-executive-board/2009-10-07"]


def test_what_is_no_minutes_can_be_called_so(home: Path, embedder: Embedder) -> None:
    correct(home, "september.txt", {"kind": "other"}, embedder)
    assert held(home) == ["executive-of-marl/2009-10-07"]
    states = {one.source: one.state for one in add([home.parent / "minutes"], home, embedder)}
    assert states == {"september.txt": "skipped", "october.txt": "unchanged"}
    undo(home, clerk.corrections(home)[0].id, embedder)
    assert SEPTEMBER_ID in held(home)


def test_what_cannot_be_corrected_is_said(home: Path, embedder: Embedder) -> None:
    with pytest.raises(NotFound, match="nothing"):
        correct(home, "nothing", {"date": "2009-09-03"}, embedder)
    with pytest.raises(BadSetting, match="has no title"):
        correct(home, "september.txt", {"title": "x"}, embedder)
    with pytest.raises(NotFound, match="no correction 7"):
        undo(home, 7, embedder)
    assert clerk.corrections(home) == ()


def test_the_clerks_database_comes_up_to_date_by_migrations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clerk.record(tmp_path, Correction(0, "a.txt", None, None, None, "body", "Cabinet"))
    monkeypatch.setattr(clerk, "MIGRATIONS", (*clerk.MIGRATIONS, "CREATE TABLE more (id INTEGER PRIMARY KEY)"))
    db = clerk.open_clerk(tmp_path)
    assert [row[0] for row in db.execute("SELECT number FROM migrations")] == list(range(1, len(clerk.MIGRATIONS) + 1))
    assert db.execute("SELECT count(*) FROM more").fetchone() == (0,)
    assert [one.value for one in clerk.corrections(tmp_path)] == ["Cabinet"]
