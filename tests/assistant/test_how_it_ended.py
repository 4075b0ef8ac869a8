"""How a matter ended is told from the newest minute that tells it; a year or a body of which nothing is held is not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.pipeline import answer_question
from index_store.index import Index
from tests.assistant.small_index import index_over

HEAD = """# Tarnside Lake Association

## Minutes of the Board meeting held on {day} at the Boathouse

Present: Ada Quill (Chair), Ben Rusk, Cora Tye

"""
MEETINGS = {
    "12 June 2024": """## 1. Boathouse

Ben Rusk moved, seconded by Cora Tye, that £20,000 be spent on redoing the boathouse. Carried by 2 votes to 1.

## 2. Weir bridge

Ben Rusk moved, seconded by Ada Quill, that the cost of the weir bridge be shared with Ashby Council. Carried by
3 votes to 0.
""",
    "11 December 2024": """## 1. Boathouse

The treasurer said that redoing the boathouse had come to £28,150 in all. Cora Tye thanked the builders.
""",
}


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with index_over(
        tmp_path_factory.mktemp("lake"), {day: HEAD.format(day=day) + text for day, text in MEETINGS.items()}
    ) as index:
        yield index


def test_what_it_came_to_in_the_end_is_told_first_from_the_newest(lake: Index) -> None:
    answer = answer_question(lake, ["how much was spent on redoing the boathouse in the end"], today=date(2025, 1, 1))
    assert answer.citations[0].date == "2024-12-11"
    assert "£28,150" in answer.answer


def test_our_vote_is_not_that_of_another_council(lake: Index) -> None:
    ours = answer_question(lake, ["what was the vote on sharing the cost of the weir bridge"], today=date(2025, 1, 1))
    theirs = answer_question(
        lake, ["what did ashby council vote on the cost of the weir bridge"], today=date(2025, 1, 1)
    )
    assert (ours.status, theirs.status) == ("answered", "not_found")


@pytest.mark.parametrize(("asked", "status"), [("in 2014", "not_held"), ("in 2024", "answered")])
def test_a_year_of_which_no_minute_tells_is_not_held(lake: Index, asked: str, status: str) -> None:
    answer = answer_question(lake, [f"how much was spent on redoing the boathouse {asked}"], today=date(2025, 1, 1))
    assert answer.status == status
