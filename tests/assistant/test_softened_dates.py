"""A day without a meeting may be the matter's day, or the meeting's arrangement what is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.pipeline import answer_question
from index_store.index import Index
from tests.assistant.small_index import index_over

MINUTES = """# Tarnside Lake Association

## Minutes of the Board meeting held on 24 June 2023 at the Boathouse

Present: Ada Quill (Chair), Ben Rusk, Cora Tye

## 1. Members by online vote

In the online vote of 21 June nine applications for membership went through, by 24 votes to 2.

The public meeting in May on closing the slipway drew some 40 people.

## 2. Next meeting

It was agreed that the August meeting would be held on 9 August rather than 16 August, as that date clashed with the
regatta.
"""


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with index_over(tmp_path_factory.mktemp("lake"), {"minutes": MINUTES}) as index:
        yield index


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("how many applications went through by online vote on 21 june", "nine applications"),
        ("why did they move the august meeting", "regatta"),
        ("how many people came to the May 2023 public meeting on closing the slipway", "some 40 people"),
    ],
)
def test_what_minutes_write_of_the_day_answers(lake: Index, asked: str, told: str) -> None:
    answer = answer_question(lake, [asked], today=date(2024, 1, 1))
    assert told in answer.answer


@pytest.mark.parametrize(
    "asked",
    [
        "what was decided on 21 june 2023 about membership",
        "how many votes were there at the meeting of 21 june 2023",
        "how many applications went through by online vote on 1 june",
        "who was there on 21 june",
    ],
)
def test_a_meeting_asked_for_on_a_day_without_one_is_not_held(lake: Index, asked: str) -> None:
    answer = answer_question(lake, [asked], today=date(2024, 1, 1))
    assert (answer.status, answer.reason) == ("not_held", "no_such_meeting")
