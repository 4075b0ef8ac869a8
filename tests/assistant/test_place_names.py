"""Bodies named by their place alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.bodies import named_bodies
from assistant.pipeline import answer_question
from assistant.place_names import place_of, places_named
from index_store.held import Body
from index_store.index import Index
from tests.assistant.small_index import index_over


def _body(name: str, council: str | None = None) -> Body:
    return Body(name.lower().replace(" ", "-"), name, council, (), 1, "2024-01-01", "2024-01-01")


NORTH = _body("Norfleet Parish Council")
NORTH_AGM = _body("Norfleet Annual Parish Council")
WEST = _body("West Marden Parish Council")
STONE = _body("Stone Ferry Town Council")
STREET = _body("Street Parish Council")
PLANNING = _body("Planning Committee", "Marl County Council")
BOARD = _body("Marl Partnership Board")
BODIES = (NORTH, NORTH_AGM, WEST, STONE, STREET, PLANNING, BOARD)


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (NORTH, ("norfleet",)),
        (NORTH_AGM, ("norfleet",)),
        (WEST, ("west", "marden")),
        (PLANNING, ("marl",)),
        (_body("City of Port Sorrel Council"), ("port", "sorrel")),
        (BOARD, ()),
        (_body("Council"), ()),
        (_body("Town Council"), ()),
    ],
)
def test_the_place_of_a_council_is_what_its_name_begins_with(body: Body, place: tuple[str, ...]) -> None:
    assert place_of(body) == place


@pytest.mark.parametrize(
    ("question", "bodies"),
    [
        ("norfleet bank balance at the june meeting?", {NORTH, NORTH_AGM}),
        ("who mows for Norfleet's verges", {NORTH, NORTH_AGM}),
        ("what does norflete pay for grit", {NORTH, NORTH_AGM}),
        ("what is a whole plot at W Marden going up to", {WEST}),
        ("june 2013 SFTC: paper or web page", {STONE}),
        ("what did SF cost", set()),
        ("what did SFTC pay for the wreath", {STONE}),
        ("how many households in Marl have no internet", {PLANNING, BOARD}),
        ("is anything said about street lights", set()),
        ("the bus that stops in Street", {STREET}),
        ("who sat on the marden hall committee", set()),
    ],
)
def test_a_place_names_the_bodies_that_meet_there(question: str, bodies: set[Body]) -> None:
    named = {slug for one in places_named(question, BODIES) for slug in one.slugs}
    assert named == {body.slug for body in bodies}


def test_a_place_that_all_bodies_share_names_none() -> None:
    assert not list(places_named("norfleet bank balance", (NORTH, NORTH_AGM)))


def test_a_mention_ends_behind_the_sort_of_council() -> None:
    text = "did Stone Ferry TC buy the bench"
    (found,) = places_named(text, BODIES)
    assert text[found.start : found.end] == "Stone Ferry TC"


def test_a_question_for_records_is_narrowed_to_the_place() -> None:
    named = [one for one in named_bodies("apologies stone ferry 6 aug 2013", BODIES) if one.slugs]
    assert [one.slugs for one in named] == [(STONE.slug,)]


def test_any_other_question_is_only_hinted_at_the_place() -> None:
    assert not [one for one in named_bodies("signatures under the stone ferry petition", BODIES) if one.slugs]


def test_an_attendance_list_is_asked_of_the_place_alone() -> None:
    named = [one for one in named_bodies("who was absent from norfleet in september 2013?", BODIES) if one.slugs]
    assert {slug for one in named for slug in one.slugs} == {NORTH.slug, NORTH_AGM.slug}


def test_a_place_with_its_sort_of_council_is_that_council() -> None:
    (named,) = [one for one in named_bodies("Stone Ferry TC bank balance", BODIES) if one.slugs]
    assert (named.words, named.slugs) == ("Stone Ferry TC", (STONE.slug,))


@pytest.mark.parametrize("question", ["norfleet 5 nov 2013: lamps", "the stone, at Norfleet on 5 November 2013"])
def test_a_place_before_a_date_is_its_council(question: str) -> None:
    named = [one for one in named_bodies(question, BODIES) if one.slugs]
    assert {slug for one in named for slug in one.slugs} == {NORTH.slug, NORTH_AGM.slug}


def test_a_name_spelt_as_held_is_no_slip_for_another() -> None:
    electors = _body("Great Dorfleet Parish Meeting")
    named = named_bodies("when did the norfleet meeting close in may 2007", (NORTH, electors))
    assert [one.slugs for one in named] == [(NORTH.slug,)]
    slip = named_bodies("when did the dorfleat meeting close in may 2007", (NORTH, electors))
    assert [one.slugs for one in slip] == [(electors.slug,)]


CASH = """Minutes of the meeting of {place} Parish Council held on {day} 2019

Present: Cllr Ann Ash, Cllr Bob Birch

1. Public forum

Item 3, gates, was brought forward for discussion on approval of the Chair.

2. Finance

{said}

3. Gates

The agreement on the gates was discussed as a copy provided by the Chair showed an expiry date of 2017.
"""


@pytest.fixture(scope="module")
def parishes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    north = "The balance of the cash book in April was £16,047.70, which was noted."
    west = "The cash book balance at the end of April was £17,197.41."
    minutes = {
        "a": CASH.format(place="Norfleet", day="2 April", said=north),
        "b": CASH.format(place="West Marden", day="15 May", said=west),
    }
    welcome = "The Chairman (Jo Hull) welcomed those present.\n\nItem 3, gates,"
    minutes["c"] = CASH.format(place="Sorrel", day="9 June", said="None.").replace("Item 3, gates,", welcome)
    with index_over(tmp_path_factory.mktemp("parishes"), minutes) as index:
        yield index


def test_the_neighbours_minutes_do_not_answer_for_the_place_that_is_named(parishes: Index) -> None:
    said = answer_question(parishes, ["what was the balance of the cash book for April 2019 west marden"])
    bins = answer_question(parishes, ["how much were the dog bins at the end of April 2019 at west marden"])
    assert {one.id.split("/")[0] for one in said.citations} == {"west-marden-parish-council"}
    assert "17,197.41" in said.answer
    assert bins.status != "answered"


def test_who_chaired_is_not_told_by_what_only_mentions_a_chair(parishes: Index) -> None:
    said = answer_question(parishes, ["who was in the chair at west marden on 15 May 2019"])
    assert (said.status, said.citations) == ("not_found", ())
    assert "the attendance list" in said.answer
    assert "Jo Hull" in answer_question(parishes, ["who was the chairman at sorrel on 9 June 2019"]).answer
