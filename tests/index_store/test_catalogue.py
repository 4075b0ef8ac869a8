from __future__ import annotations

from pathlib import Path

import pytest

from index_store import schema
from index_store.catalogue import Catalogue
from index_store.embedder import Embedder
from index_store.errors import NotFound, StaleIndex
from index_store.held import Scope
from index_store.store import writing
from tests.index_store.made import filed, meeting

AUTUMN, SPRING = "marl-executive/2009-09-02", "marl-executive/2010-03-03"


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Catalogue:
    home = tmp_path_factory.mktemp("home")
    autumn = meeting(
        "Marl Executive", "2009-09-02",
        [
            ("262", "Apologies", "Apologies came from John Sinnott."),
            ("271", "First Contact", "The one-stop “First\nContact” service.\n\nIt was AGREED that it be endorsed."),
            (None, "Close", ""),
        ],
        ["Ann Able", "Bob Barr"],
    )  # fmt: skip
    spring = meeting(
        "Marl Executive", "2010-03-03",
        [("280", "Apologies", "None."), ("112/20", "Housing", "See minute 262 on governance of housing.")],
        ["Ann Able"],
    )  # fmt: skip
    paper = meeting("Marl Executive", "2010-03-03", [(None, "Report", "Housing governance options at length.")])
    with writing(home, embedder) as store:
        store.commit([filed("autumn.txt", autumn), filed("spring.txt", spring)])
        store.commit([filed("paper.txt", paper, kind="other")])
    return Catalogue(home)


def test_bodies_and_meetings(catalogue: Catalogue) -> None:
    (body,) = catalogue.bodies()
    assert (body.slug, body.meetings, body.first, body.last) == ("marl-executive", 2, "2009-09-02", "2010-03-03")
    assert [one.id for one in catalogue.meetings()] == [AUTUMN, SPRING]
    assert [one.id for one in catalogue.meetings(Scope(papers=True))][1:] == [SPRING, f"{SPRING}.paper"]
    assert catalogue.meeting(SPRING) == catalogue.meetings()[1]
    assert catalogue.sizes() == {AUTUMN: 3, SPRING: 2, f"{SPRING}.paper": 1}
    assert catalogue.generation() == 2


@pytest.mark.parametrize(
    ("scope", "held"),
    [
        (Scope(date_from="2009-09-02", date_to="2009-09-02"), [AUTUMN]),
        (Scope(date_from="2009-09-03"), [SPRING]),
        (Scope(date_to="2009-09-01"), []),
        (Scope(bodies=("other",)), []),
        (Scope(bodies=("other", "marl-executive"), meetings=(SPRING,)), [SPRING]),
        (Scope(meetings=()), []),
    ],
)
def test_every_read_keeps_to_the_scope(catalogue: Catalogue, scope: Scope, held: list[str]) -> None:
    assert [one.id for one in catalogue.meetings(scope)] == held
    passages = catalogue.passages(catalogue.passage_ids(scope)).values()
    assert {one.item.rpartition("/")[0] for one in passages} == set(held)
    assert {one.meeting.id for one in catalogue.attendance(scope)} == set(held)
    assert {one.meeting.id for one in catalogue.find_items(scope, title="Apologies")} == set(held)
    found = catalogue.passages(key for key, _ in catalogue.lexical("apologies", scope, 9)).values()
    assert {one.item.rpartition("/")[0] for one in found} == set(held)


def test_items_stand_in_order_with_the_attendance_list_first(catalogue: Catalogue) -> None:
    items = catalogue.items(AUTUMN)
    assert [one.id.removeprefix(AUTUMN) for one in items] == ["/attendance", "/262", "/271", "/u1"]
    assert [one.position for one in items] == [0, 1, 2, 3]
    source = catalogue.source_text("autumn.txt")
    for one in items[:3]:
        span = one.text.span()
        assert source[span.start : span.end] == one.text.text
        assert catalogue.item(one.id) == one
    assert catalogue.item(f"{AUTUMN}/999") is None
    assert catalogue.item("271") is None


def test_find_by_number_title_and_phrase(catalogue: Catalogue) -> None:
    (found,) = catalogue.find_items(Scope(), number="112/20")
    assert found.id == f"{SPRING}/112%2F20"
    assert [one.number for one in catalogue.find_items(Scope(), title="first  CONTACT")] == ["271"]
    assert [one.number for one in catalogue.phrase('"first contact" service')] == ["271"]
    assert catalogue.phrase("first service") == ()
    assert catalogue.phrase("  ") == ()


def test_records_come_back_as_they_were_put_in(catalogue: Catalogue) -> None:
    (resolution,) = catalogue.resolutions()
    assert (resolution.item.number, resolution.resolution.verb) == ("271", "AGREED")
    assert catalogue.resolutions(item_id=f"{AUTUMN}/262") == ()
    assert [one.item.id for one in catalogue.references_to("262")] == [f"{SPRING}/112%2F20"]
    assert catalogue.references_from(f"{SPRING}/112%2F20") == catalogue.references_to("262")
    people = [(one.attendee.name, one.item) for one in catalogue.attendance(Scope(meetings=(AUTUMN,)))]
    assert people == [("Ann Able", f"{AUTUMN}/attendance"), ("Bob Barr", f"{AUTUMN}/attendance")]


def test_lexical_search_takes_any_words_and_no_syntax(catalogue: Catalogue) -> None:
    hits = catalogue.lexical('endorse AND "NEAR( * - : service')
    assert hits == sorted(hits, key=lambda hit: -hit[1])
    assert catalogue.passages([hits[0][0]])[hits[0][0]].item == f"{AUTUMN}/271"
    assert all(score > 0 for _, score in hits[:1])
    assert catalogue.lexical("?!") == []
    by_date = catalogue.lexical("march")
    assert {one.item for one in catalogue.passages(key for key, _ in by_date).values()} == {
        f"{SPRING}/{last}" for last in ("attendance", "280", "112%2F20")
    }


def test_papers_are_searched_only_when_asked_for(catalogue: Catalogue) -> None:
    assert [one.item for one in catalogue.passages(k for k, _ in catalogue.lexical("options")).values()] == []
    (hit,) = catalogue.lexical("options", Scope(papers=True))
    assert catalogue.passages([hit[0]])[hit[0]].item == f"{SPRING}.paper/u1"


def test_frequencies_count_passages(catalogue: Catalogue) -> None:
    found = catalogue.document_frequency(["apologies", "first contact", "xylophone", "?"])
    assert dict(found) == {"apologies": 2, "first contact": 1, "xylophone": 0, "?": 0}
    assert found.total == len(catalogue.all_passage_ids()) > 5


def test_files(catalogue: Catalogue) -> None:
    assert [(one.path, one.state, one.meetings) for one in catalogue.sources()] == [
        ("autumn.txt", "held", (AUTUMN,)),
        ("paper.txt", "held", (f"{SPRING}.paper",)),
        ("spring.txt", "held", (SPRING,)),
    ]
    with pytest.raises(NotFound, match="winter"):
        catalogue.source_text("winter.txt")


def test_no_index_and_another_versions_index_are_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="minutes add"):
        Catalogue(tmp_path)
    db = schema.connect(tmp_path / schema.CATALOGUE)
    schema.create(db, "m")
    db.execute("UPDATE meta SET value = '0' WHERE key = 'schema'")
    with pytest.raises(StaleIndex, match="check --repair"):
        Catalogue(tmp_path)


def test_a_snapshot_does_not_move(tmp_path: Path, embedder: Embedder) -> None:
    first = filed("a.txt", meeting("Marl Executive", "2009-09-02", [("1", "Roads", "The road was mended.")]))
    second = filed("b.txt", meeting("Marl Executive", "2010-09-02", [("2", "Trees", "A tree was felled.")]))
    with writing(tmp_path, embedder) as store:
        store.commit([first])
        old = Catalogue(tmp_path)
        assert old.generation() == 1
        store.commit([second], gone=["a.txt"])
    assert [one.source for one in old.meetings()] == ["a.txt"]
    assert len(old.lexical("road mended")) == 1
    assert [one.source for one in Catalogue(tmp_path).meetings()] == ["b.txt"]
