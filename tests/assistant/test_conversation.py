"""Follow-ups made whole, and new topics left alone."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer, Citation
from assistant.conversation import stand_alone
from index_store.catalogue import Catalogue
from tests.assistant.question_minutes import town as town

TODAY = date(2016, 2, 1)
BANDSTAND = "harrowmere-town-council/2015-03-03/43"


def answer(question: str, *cited: str) -> Answer:
    citations = tuple(
        Citation(one, "Harrowmere Town Council", one.split("/")[1], one.split("/")[2], None, 0, 5, "march.txt", 1, "x")
        for one in cited
    )
    return Answer(question, "answered" if cited else "not_found", "fact", "…", citations=citations)


@pytest.mark.parametrize(
    ("first", "then", "whole"),
    [
        ("who chaired in May 2015", "and in March?", "who chaired in March 2015?"),
        ("who chaired in May 2015", "and the month before?", "who chaired in April 2015?"),
        ("how much was spent in 2015", "and the year after?", "how much was spent in 2016?"),
        ("show me minute 43", "and minute 49?", "show me minute 49"),
        ("when would it open, at the May 2015 meeting", "and by July 2015?", "when would it open by July 2015?"),
        ("who chaired the town council", "and the planning committee?", "who chaired the planning committee"),
    ],
)
def test_a_date_body_or_number_takes_the_place_of_the_old_one(
    town: Catalogue, first: str, then: str, whole: str
) -> None:
    turn = stand_alone([first, then], town, TODAY)
    assert turn.standalone == whole
    assert turn.carried


def test_another_body_and_another_date_at_once(town: Catalogue) -> None:
    turn = stand_alone(
        ["who chaired the town council in March 2015", "and the planning committee in May?"], town, TODAY
    )
    assert "planning committee" in turn.standalone
    assert "May 2015" in turn.standalone
    assert "March" not in turn.standalone


def test_a_follow_up_of_a_follow_up_keeps_what_was_asked(town: Catalogue) -> None:
    turn = stand_alone(["what was said about the bandstand in March 2015", "how much?", "and in May?"], town, TODAY)
    assert "bandstand" in turn.standalone
    assert "May 2015" in turn.standalone
    assert turn.own == "how much?"


def test_the_meeting_before_that(town: Catalogue) -> None:
    turn = stand_alone(["who chaired the town council on 5 May 2015", "and the meeting before that?"], town, TODAY)
    assert "3 March 2015" in turn.standalone


@pytest.mark.parametrize(
    "then",
    [
        "who proposed it?",
        "why?",
        "what about funding?",
        "how much of that was for the roof",
        "when was the first half paid",
        "who gets the final instalment",
    ],
)
def test_what_leans_on_the_question_before_is_joined_to_it(town: Catalogue, then: str) -> None:
    turn = stand_alone(["what was decided about the bandstand", then], town, TODAY)
    assert turn.carried
    assert "bandstand" in turn.standalone
    assert "bandstand" not in turn.own


def test_a_question_with_its_own_subject_takes_nothing_over(town: Catalogue) -> None:
    turn = stand_alone(
        ["what was decided about the bandstand", "who was in the chair of the planning committee on 14 May 2015?"],
        town,
        TODAY,
        [answer("what was decided about the bandstand", BANDSTAND)],
    )
    assert not turn.carried
    assert "bandstand" not in turn.standalone


def test_a_question_about_what_was_cited_goes_on_with_it(town: Catalogue) -> None:
    first = "what was decided about the bandstand"
    turn = stand_alone([first, "how much would the roof cost"], town, TODAY, [answer(first, BANDSTAND)])
    assert turn.carried
    assert turn.context == (BANDSTAND,)
    apart = stand_alone([first, "how many signed the skate petition"], town, TODAY, [answer(first, BANDSTAND)])
    assert not apart.carried


def test_the_whole_minute_is_the_one_cited_before(town: Catalogue) -> None:
    first = "what was decided about the bandstand"
    turn = stand_alone([first, "show me the whole minute"], town, TODAY, [answer(first, BANDSTAND)])
    assert turn.context == (BANDSTAND,)


def test_no_turn_is_an_error(town: Catalogue) -> None:
    with pytest.raises(ValueError, match="no question"):
        stand_alone([], town, TODAY)


@pytest.mark.parametrize("then", ["and what was in the bank that night?", "what was in the bank at the same meeting"])
def test_that_night_is_the_meeting_cited_last(town: Catalogue, then: str) -> None:
    asked = "what will the bandstand cost"
    turn = stand_alone([asked, then], town, TODAY, [answer(asked, BANDSTAND)])
    assert turn.standalone.startswith("what was in the bank at the Harrowmere Town Council meeting on 3 March 2015")


def test_that_meeting_is_not_guessed_among_several(town: Catalogue) -> None:
    asked = "what will the bandstand cost"
    cited = answer(asked, BANDSTAND, BANDSTAND.replace("2015-03-03", "2015-05-05"))
    assert "Harrowmere" not in stand_alone([asked, "who chaired that meeting?"], town, TODAY, [cited]).standalone
