"""Whether several came, a first meeting of a body not held, what minutes mention by its short name, what is quoted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.answer import Answer
from assistant.asides import without_asides
from assistant.pipeline import answer_question
from assistant.telling import tells_introduction
from index_store.held import Scope
from index_store.index import Index
from tests.assistant.small_index import index_over

SPRING = """Minutes of a meeting of the Tarnmoor Partnership Executive held at Weir House on Tuesday 4 March 2014.

PRESENT

- Ada Prior (Chair) - Chief Executive, Tarnmoor Borough Council
- Superintendent Ben Osgood - Tarnmoor Constabulary
- Cora Lyle - Representing the Chief Fire Officer
- Dev Rana - Chief Executive, Hallam and Beck District Council

31. Apologies

Apologies were received from Dan Frith.

32. Older Residents

Cora Lyle introduced a report on the older residents of the moor. A copy of the report marked '4' is filed with these
minutes. Advisers had called on 212 households, and two new hubs had been proposed by the consultants Kestrel: one at
Beck and one in the old bank at Hallam. A brief for the Strategic Needs Assessment would be prepared.

It was AGREED that the consultants be thanked for their work.
"""
AUTUMN = """Minutes of a meeting of the Tarnmoor Partnership Executive held at Weir House on Tuesday 7 October 2014.

PRESENT

- Ada Prior (Chair) - Chief Executive, Tarnmoor Borough Council
- Dev Rana - Chief Executive, Hallam and Beck District Council

41. Apologies

There were none.

42. Working Differently

The report proposed that the Executive should meet as a Change Board when required. The first such meeting would be
held on a date to be agreed in January 2015.

It was AGREED that the approach be approved.

43. Strategic Needs Assessment (SNA)

Ada Prior introduced a report on the SNA.

It was AGREED that the report be noted.

44. Hub at Beck

Dev Rana said that the hub had opened on 1 September with a staff of four.

It was AGREED that the position be noted.
"""


@pytest.fixture(scope="module")
def tarnmoor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with index_over(tmp_path_factory.mktemp("tarnmoor"), {"spring": SPRING, "autumn": AUTUMN}) as index:
        yield index


def ask(index: Index, *turns: str) -> Answer:
    return answer_question(index, turns, Scope(), date(2014, 12, 1))


@pytest.mark.parametrize(
    "question",
    [
        "Did the police and the fire service attend in March 2014?",
        "Was anyone from the fire service or the police there in March 2014?",
        "Who came from the police and the fire service in March 2014?",
    ],
)
def test_each_of_several_organisations_is_looked_for_by_itself(tarnmoor: Index, question: str) -> None:
    told = ask(tarnmoor, question)
    assert told.kind == "attendance"
    assert "Ben Osgood" in told.answer
    assert "Cora Lyle" in told.answer
    assert not told.answer.startswith("No")


def test_one_of_several_who_did_not_come_is_said_to_be_on_no_list(tarnmoor: Index) -> None:
    told = ask(tarnmoor, "Did the police and Hallam and Beck attend in October 2014?").answer.split("\n")
    assert any("Dev Rana" in line for line in told)
    assert any("does not name" in line and "police" in line for line in told)


def test_an_organisation_with_and_in_its_name_is_one(tarnmoor: Index) -> None:
    told = ask(tarnmoor, "Did Hallam and Beck attend in March 2014?").answer
    assert "Dev Rana" in told
    assert "not name" not in told


def test_the_first_meeting_of_a_body_that_is_not_held_is_a_matter_of_the_minutes(tarnmoor: Index) -> None:
    told = ask(tarnmoor, "When is the first meeting of the strategic change board?")
    assert [one.minute for one in told.citations][:1] == ["42"]
    assert "January 2015" in told.answer


def test_minutes_that_write_an_abbreviation_out_mention_it_too(tarnmoor: Index) -> None:
    told = ask(tarnmoor, "Which minutes mention the SNA?")
    assert sorted({one.minute for one in told.citations if one.minute}) == ["32", "43"]
    assert "“A brief for the Strategic Needs Assessment would be prepared.”" in told.answer


def test_what_happened_with_a_minute_is_not_every_minute_with_the_words(tarnmoor: Index) -> None:
    told = ask(tarnmoor, "What happened with the minute about working differently?")
    assert "all these words" not in told.answer
    assert {one.minute for one in told.citations} == {"42"}


@pytest.mark.parametrize(
    ("sentence", "introduces"),
    [
        ("Andy Marsh introduced a report on the budget.", True),
        ("A copy of the slides is filed with these minutes.", True),
        ("The Chairman welcomed Mr Hope of Tribune to the meeting.", True),
        ("The survey reached 3,004 homes.", False),
        ("Members received £500 each.", False),
    ],
)
def test_that_a_paper_came_is_told_from_what_it_says(sentence: str, introduces: bool) -> None:
    assert tells_introduction(sentence) is introduces


@pytest.mark.parametrize(
    "asked",
    [
        "apart from the chair, which members attended in March 2014",
        "which members other than Ada Prior were there on 4 March 2014?",
        "who else attended with Cora Lyle on 4 March 2014",
    ],
)
def test_where_somebody_is_set_aside_the_others_are_told(tarnmoor: Index, asked: str) -> None:
    answer = ask(tarnmoor, asked)
    assert answer.kind == "attendance"
    assert all(name in answer.answer for name in ("Ben Osgood", "Dev Rana"))


def test_a_matter_set_aside_is_left_in_the_question() -> None:
    asked = "what was agreed apart from the Chair being thanked"
    assert without_asides(asked) == asked
