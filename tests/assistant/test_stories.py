"""A matter told from meeting to meeting: what was done at each, within the time asked about and no further."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.kinds import kind_of
from assistant.mentions import NamedBody
from assistant.pipeline import answer_question
from assistant.stories import sets_out
from index_store.index import Index
from tests.assistant.sample_index import marl as marl


def told(index: Index, question: str) -> Answer:
    return answer_question(index, (question,), today=date(2025, 6, 1))


def minutes(answer: Answer) -> list[tuple[str | None, str | None]]:
    return list(dict.fromkeys((one.date, one.minute) for one in answer.citations))


def test_what_was_decided_at_each_meeting_of_a_stretch_of_time(marl: Index) -> None:
    answer = told(marl, "what happened with charges for rubble between July 2022 and January 2024")
    assert minutes(answer) == [("2022-07-12", "90"), ("2024-01-16", "163")]
    assert "a charge of £4 a bag" in answer.answer
    assert "be rescinded and the charges for rubble and plasterboard be withdrawn" in answer.answer


def test_a_stretch_of_time_leaves_out_what_came_after(marl: Index) -> None:
    answer = told(marl, "what happened with the Flood Resilience Grant between February 2023 and May 2023")
    days = [day or "" for day, _ in minutes(answer)]
    assert {"2023-02-14", "2023-03-14", "2023-05-09"} <= set(days)
    assert all("2023-02-01" <= day <= "2023-05-31" for day in days)  # minutes of 2019 and 2021 tell of it too


def test_a_story_goes_on_from_where_it_begins(marl: Index) -> None:
    answer = told(marl, "the sandbag store from the February 2023 application to approval")
    assert ("2023-02-14", "23/019") in minutes(answer)
    assert ("2023-05-09", "23/057") in minutes(answer)


def test_tracing_a_matter_tells_its_story(marl: Index) -> None:
    answer = told(marl, "trace what happened with the sandbag store")
    assert answer.kind == "timeline"
    assert {("2023-02-14", "23/019"), ("2023-05-09", "23/057")} <= set(minutes(answer))
    assert answer.answer.startswith("From ")


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("trace the mill from the planning committee to the final vote", True),
        ("trace the mill from the planning committee, on to the council", True),
        ("what did the letter from the planning committee say", False),
    ],
)
def test_a_body_where_a_matter_sets_out_is_not_the_only_one_asked(question: str, start: bool) -> None:
    at = question.index("planning committee")
    named = NamedBody("planning committee", at, at + len("planning committee"), ())
    assert sets_out(question, named) is start


@pytest.mark.parametrize(
    "question",
    [
        "how did the sandbag store proposal change",
        "gull signs - first mention to decision",
        "follow the tithe farm application",
        "Strand Road cycle route: the story from September to November",
        "what has happened about the bridge since 2022",
    ],
)
def test_a_story_is_asked_for_in_many_ways(question: str) -> None:
    assert kind_of(question) == "timeline"


@pytest.mark.parametrize("question", ["what happened to the bridge in May 2022", "who reads at story time"])
def test_what_happened_once_is_no_story(question: str) -> None:
    assert kind_of(question) != "timeline"
