"""What came of a matter stated as known, its story, what a minute named by its title refers to; and turns that lean on
the ones before without a word that says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.answer import Answer
from assistant.asks import asks_what_came
from assistant.conversation import stand_alone
from assistant.kinds import kind_of
from assistant.pipeline import answer_question
from index_store.index import Index
from tests.assistant.small_index import index_over

HEAD = """# Fenmoor Parish Council

## Minutes of the meeting held on {day} in the Reading Room

Present: Cllr Ida Marlow (Chair), Cllr Piet Stroud, Cllr Nan Oakley

"""
MEETINGS = {
    "4 June 2024": """## 24/31. Pond pontoon

Mr Tal Reeve asked when the fishing pontoon on Mere Pond would be mended. The Clerk said that a new float had been
ordered and that the pontoon would stay shut until it came.

## 24/32. Lottery bids

The council had bid to the Harbour Lottery for two play projects, a zip wire and a basket swing.

## 24/33. First aid

A training evening on the defibrillator was booked for 20 July in the Reading Room.
""",
    "3 September 2024": """## 24/47. Fishing pontoon

The Clerk reported that the float would not be delivered before November. Further hire of barriers would cost £640.

## 24/48. Reports

Cllr Stroud said that both bids to the Harbour Lottery for play projects, zip wire and swing, had been turned down.

## 24/49. First aid

The defibrillator training in July had been well attended. It was said that Long Drove and the far end of Cress Lane
were too far away from the machine.
""",
    "5 November 2024": """## 24/60. Fishing pontoon

Further to minute 24/47, the Clerk said that the float had come. AGREED that the pontoon be opened on 1 December.

## 24/61. First aid

Nothing to report.
""",
}


@pytest.fixture(scope="module")
def fenmoor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    minutes = {day: HEAD.format(day=day) + text for day, text in MEETINGS.items()}
    with index_over(tmp_path_factory.mktemp("fenmoor"), minutes) as index:
        yield index


def told(index: Index, *turns: str) -> Answer:
    return answer_question(index, turns, today=date(2025, 1, 1))


def minutes(answer: Answer) -> list[str | None]:
    return list(dict.fromkeys(one.minute for one in answer.citations))


@pytest.mark.parametrize("when", ["", " in June 2024"])
def test_what_came_of_a_matter_that_is_stated_is_told_by_the_later_minute(fenmoor: Index, when: str) -> None:
    answer = told(fenmoor, f"we bid to the harbour lottery for two play projects{when} - did we get them?")
    assert "had been turned down" in answer.answer


@pytest.mark.parametrize(
    ("asked", "stated"),
    [
        ("The parish asked the county for a grit bin in May. Was it ever put in?", True),
        ("what was agreed about the grit bin - did it pass?", False),
        ("The parish asked for a grit bin. Did they say that the lane was too narrow?", False),
    ],
)
def test_a_matter_is_stated_where_only_its_coming_about_is_asked(asked: str, stated: bool) -> None:
    assert asks_what_came(asked) is stated


def test_words_that_ask_for_a_story_are_no_part_of_its_matter(fenmoor: Index) -> None:
    assert minutes(told(fenmoor, "fishing pontoon saga, from June 2024 onwards")) == ["24/31", "24/47", "24/60"]


def test_a_minute_named_by_its_title_and_date_tells_what_it_refers_to(fenmoor: Index) -> None:
    answer = told(fenmoor, "which earlier minute does the November 2024 pontoon item refer back to")
    assert "Further to minute 24/47" in answer.answer
    assert kind_of("the tree item in May sends you to another item. which one?") == "crossref"


@pytest.mark.parametrize(
    ("asked", "carried"),
    [
        ("what is the hold up costing", True),
        ("what will the museum extension cost", False),
    ],
)
def test_a_turn_without_a_telling_word_leans_on_the_turn_before(fenmoor: Index, asked: str, carried: bool) -> None:
    turns = ("has the zip wire been mended?", asked)
    assert stand_alone(turns, fenmoor.catalogue, date(2025, 1, 1), [told(fenmoor, turns[0])]).carried is carried


def test_a_verb_before_a_date_asks_something_of_its_own(fenmoor: Index) -> None:
    turns = ("what was said about the fishing pontoon?", "and did it come to the September meeting?")
    turn = stand_alone(turns, fenmoor.catalogue, date(2025, 1, 1), [told(fenmoor, turns[0])])
    assert turn.own.startswith("did it come to")
    assert kind_of(turn.own) != "attendance"
