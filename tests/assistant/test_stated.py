"""What somebody is asked to have said, decided or got: named in the quotes is not yet told."""

from __future__ import annotations

import pytest

from assistant.stated import asked_of_whom, unstated
from assistant.terms import stems_in


@pytest.mark.parametrize(
    ("asked", "act", "who"),
    [
        ("what did Northern Rail say in its reply about the car park", "says", "northern rail"),
        ("What has the highways authority decided about the crossing?", "decides", "highways authority"),
        ("what advice did the solicitor give on the lease", "says", "solicitor"),
        ("what did the lawyer's opinion on the wall actually say", "says", "lawyer"),
    ],
)
def test_who_is_asked_to_have_said_or_decided(asked: str, act: str, who: str) -> None:
    assert asked_of_whom(asked) == (act, stems_in(who))


@pytest.mark.parametrize("asked", ["what did the board decide", "what did we agree", "when was the wall built"])
def test_nobody_in_particular_is_nobody(asked: str) -> None:
    assert asked_of_whom(asked) is None


@pytest.mark.parametrize(
    ("asked", "quotes"),
    [
        ("what did Northern Rail say about the car park", "The Clerk would write to Northern Rail about the car park."),
        ("what did Northern Rail say about the car park", "It was agreed to ask Northern Rail for more spaces."),
        ("what did our MSP say", "Members were sorry for the lack of any involvement so far of our MSP."),
        ("what did the police report", "Some thought that the police had been too many on the day."),
        (
            "what advice did the solicitor give on the lease",
            "No decision was made; the Board will consult a solicitor.",
        ),
        ("what did Ashby Council decide on the bridge", "It was agreed that the bridge be closed."),
        ("what did Ashby Council decide on the bridge", "Ashby Council owns the bridge. The Board agreed to wait."),
        ("did we get the grant for the ramp", "That an application for the ramp grant be submitted. Carried."),
    ],
)
def test_being_spoken_to_or_asked_for_tells_nothing(asked: str, quotes: str) -> None:
    assert unstated(asked, {}, quotes)


@pytest.mark.parametrize(
    ("asked", "quotes"),
    [
        ("what did Northern Rail say about the car park", "Northern Rail had replied that no space was left."),
        ("what did Northern Rail say about the car park", "Northern Rail - no money for it this year."),
        ("what did Northern Rail say", "The Clerk wrote to them. They had no plans."),
        ("what did Ashby Council decide on the bridge", "Ashby Borough Council had refused the repair."),
        ("what did Ashby Council decide on the bridge", "The closure was agreed by Ashby."),
        ("did we get the grant for the ramp", "The bid was unsuccessful."),
        ("did we get the grant for the ramp", "A grant of £400 had been received."),
        ("did we get as far as item 9", "The meeting closed at 9pm."),
        ("how much did the fair get in grant money", "Stalls made £40."),
        (
            "what did the harbour master say about the ladder",
            "The ladder had been reported to the harbour master. He replied that it was safe.",
        ),
    ],
)
def test_what_is_told_counts(asked: str, quotes: str) -> None:
    assert not unstated(asked, {}, quotes)


def test_a_word_that_stands_for_who_counts() -> None:
    likes = {next(iter(stems_in("lawyer"))): stems_in("solicitor")}
    assert not unstated("what did the lawyer say", likes, "The solicitor advised against it.")
    assert unstated("what did the lawyer say", likes, "It was agreed to write to the solicitor.")
