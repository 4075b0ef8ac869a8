"""How minutes were approved at the next meeting, ballots beside counts of a survey, and matters on another street."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import cast

import pytest

from assistant.bodies import named_bodies
from assistant.holdings import kin_of
from assistant.kinds import kind_of
from assistant.pipeline import answer_question
from assistant.recommended import only_recommended
from assistant.rivals import streets_another
from assistant.sorts import holds
from index_store.catalogue import Catalogue
from index_store.held import Body, Scope
from index_store.index import Index
from tests.assistant.small_index import index_over

APRIL = """Minutes of the Meeting of Saltgate Town Council held in the Corn Exchange on Tuesday 9 April 2024 at 7.00pm

Present: Cllr A Ash (Chairman), Cllrs B Birch, C Clay, D Dole and E Elder

24/001 Minutes of the previous meeting

RESOLVED that the minutes of the meeting held on 12 March 2024 be approved as a correct record.

24/002 Market Place parking

Cllr Birch said that the traders were split: of 38 who had answered the survey on parking in the Market Place, 20 were
against, 15 in favour and 3 had no opinion.

It was proposed by Cllr Clay and seconded by Cllr Dole that the County be told that the Council opposes charges.

For: Cllrs Ash, Clay and Dole (3). Against: Cllr Birch (1). Abstained: Cllr Elder (1). RESOLVED accordingly.

24/002a Planning applications

RESOLVED to comment as shown:

3PL/2024/0211/F 6 Cygnet Close, extension. No objection.
3PL/2024/0226/F Mere Street, four dwellings. OBJECT: no turning head for refuse vehicles.
3PL/2024/0243/F Rowan Drive, two dwellings. OBJECT: too near the road.

24/003 Skatepark renewal

Three designs for the skatepark were presented, of which Wave Ltd’s was priced at £171,000. RESOLVED to defer the
choice of contractor to the May meeting.
"""
MAY = """Minutes of the Meeting of Saltgate Town Council held in the Corn Exchange on Tuesday 14 May 2024 at 7.00pm

Present: Cllr A Ash (Chairman), Cllrs B Birch, C Clay and D Dole

24/004 Minutes

RESOLVED that the minutes of 9 April 2024 be signed, with the correction at 24/002 of “37” to “38”.

24/005 Skatepark renewal

RESOLVED that the contract be awarded to Wave Ltd in the sum of £164,800.

24/006 Skip licences

The Clerk reported that there were 318 skip licences issued in 2023 by the Council, of which 26 were issued late.

24/007 Boathouse at Marina Way

Staff advised against the boathouse. Members of Council noted that the boathouses beside it stand at the same line.

Moved by Cllr Clay, seconded by Cllr Dole

That the permit for the boathouse at Marina Way be issued.

CARRIED

24/007a Sign on the Corn Exchange

Moved by Cllr Birch, seconded by Cllr Ash

That the sign on the Corn Exchange be taken down.

DEFEATED

24/008 Service station

The application is for a service station with six pumps. It complies with the plan but for the setback.

The road authority saw nothing amiss if cars enter from the left. Officers thought the trees too few.

OFFICER’S RECOMMENDATION

That the Council grant consent to the service station.

COUNCIL RESOLUTION 24/77

Moved: Cllr Clay Seconded: Cllr Dole

That the Council refuse consent because of the noise at night.

CARRIED 3/1
"""


@pytest.fixture(scope="module")
def saltgate(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with index_over(tmp_path_factory.mktemp("saltgate"), {"april": APRIL, "may": MAY}) as index:
        yield index


def cited(index: Index, asked: str) -> list[str | None]:
    answer = answer_question(index, [asked], Scope(), date(2024, 11, 1))
    return list(dict.fromkeys(one.minute for one in answer.citations))


@pytest.mark.parametrize(
    ("asked", "minutes"),
    [
        ("were the 9 April minutes approved", ["24/004"]),
        ("what was corrected in the minutes of 9 April 2024?", ["24/004"]),
        ("were the minutes of 14 May 2024 signed?", []),
        ("who voted against in the Market Place parking vote", ["24/002"]),
        ("what is the price of the skatepark renewal by Wave Ltd?", ["24/003", "24/005"]),
        ("which firm is building the new skatepark and for how much?", ["24/003", "24/005"]),
        ("how many skip licences were issued in 2023", ["24/006"]),
        ("how many skip licences were issued in 2022", []),
        ("how many times did a motion fail in 2024", ["24/007a"]),
        ("how has the skatepark project moved along since April 2024", ["24/003", "24/005"]),
    ],
)
def test_minutes_that_answer_are_cited(saltgate: Index, asked: str, minutes: list[str]) -> None:
    assert cited(saltgate, asked) == minutes


def test_applications_objected_to_are_all_listed(saltgate: Index) -> None:
    answer = answer_question(saltgate, ["which applications were objected to in April 2024"], Scope()).answer
    assert [code in answer for code in ("0226/F", "0243/F", "0211/F")] == [True, True, False]


def test_what_happened_to_a_matter_is_what_was_decided(saltgate: Index) -> None:
    answer = answer_question(saltgate, ["what happened to the service station"], Scope()).answer
    assert "refuse consent" in answer
    assert "grant consent" not in answer


def test_what_was_noted_in_passing_is_not_the_decision(saltgate: Index) -> None:
    answer = answer_question(saltgate, ["did council agree to the boathouse"], Scope()).answer
    assert "the permit for the boathouse at Marina Way be issued" in answer
    assert "noted that" not in answer


def test_a_ballot_is_told_and_not_a_survey(saltgate: Index) -> None:
    answer = answer_question(saltgate, ["Market Place parking: who was against?"], Scope(), date(2024, 11, 1)).answer
    assert "Against: Cllr Birch (1)" in answer
    assert "15 in favour" not in answer


def test_a_matter_on_another_street_is_no_answer() -> None:
    limit = "Quay Road speed limit. That the limit on Quay Road be 40."
    assert streets_another("What speed limit was set for Mill Lane?", limit, limit)
    assert not streets_another("What speed limit was set for Mill Lane?", limit, f"{limit} Mill Lane stays at 50.")
    assert not streets_another("What speed limit was set in town?", limit, limit)


def test_to_be_let_is_to_be_decided_and_to_ask_why_gives_no_reason() -> None:
    assert kind_of("did they let the lorries park by the mill") == "decision"
    assert not holds("reason", "A resident asked why the library van no longer stopped.")
    assert holds("reason", "The reason why it stopped was the narrow road.")


RECOMMENDED = [
    "The lease ends in May.",
    "OFFICER’S RECOMMENDATION",
    "That Council grant a lease for 15 years at $86,000.",
    "COUNCIL RESOLUTION 2025/083",
    "Moved: Cr Ash Seconded: Cr Birch That Council grant a lease for 10 years at $92,500.",
]


def test_what_was_only_recommended_is_told_from_what_was_put() -> None:
    assert only_recommended(RECOMMENDED) == {1, 2}
    assert not only_recommended(RECOMMENDED[:3])
    assert not only_recommended([*RECOMMENDED[:4], "That the officer’s recommendation be adopted."])


class Held:
    """Two bodies, the files of one of which have the bare name of the other in theirs."""

    def bodies(self) -> tuple[Body, ...]:
        return tuple(
            Body(slug, name, council, (), 1, None, None)
            for slug, name, council in (("council", "Council", "City of Marl"), ("quay", "Quay City Council", None))
        )

    def meetings(self) -> tuple[SimpleNamespace, ...]:
        return (SimpleNamespace(slug="quay", source="Quay-Council-Minutes.pdf"),)


def test_a_bare_council_is_no_kin_of_those_whose_files_say_council() -> None:
    assert kin_of(cast(Catalogue, Held())) == {}


def test_a_board_is_the_council_of_its_place() -> None:
    bodies = (
        Body("quay", "Quay City Council", None, (), 1, None, None),
        Body("board", "Town Board", "Town of Elder Falls", (), 1, None, None),
    )
    (named,) = named_bodies("did council pass the rate increase in Elder Falls", bodies)
    assert named.slugs == ("board",)
