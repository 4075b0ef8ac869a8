"""Who was for and against the motions of a minute, where the minutes name only those opposed, or mark a table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.pipeline import answer_question
from index_store.index import Index
from tests.assistant.small_index import index_over

TODAY = date(2024, 6, 1)
MARCH = """DISTRICT OF FERN COVE
Minutes of the Regular Meeting of Council held on Tuesday, March 5, 2024

Present: Mayor Ida Quill
Councillor Owen Pryce
Councillor Tess Malloy
Councillor Hugh Brandt

1. CALL TO ORDER

The Mayor called the meeting to order at 7:00 p.m.

2. Watering Bylaw

2024-042 Moved by Councillor Pryce, seconded by Councillor Malloy
THAT the Watering Bylaw be read a first time.
CARRIED UNANIMOUSLY

2024-043 Moved by Councillor Brandt, seconded by Councillor Malloy
THAT the Watering Bylaw be read a third time.
DEFEATED
Opposed: Mayor Quill and Councillor Pryce

3. Patio Fee

Moved by Councillor Malloy, seconded by Councillor Pryce
THAT the patio fee be set at $350.
Name | Yea | Nay
Mayor Quill | X
Councillor Pryce | | X
Councillor Malloy | X
Councillor Brandt | | X
DEFEATED

Moved by Councillor Malloy, seconded by Councillor Pryce
THAT the patio fee be set at $200.
CARRIED

4. Library

The Clerk reported that the library will be closed from May 13 to 24 while the roof is mended.

5. ADJOURNMENT

The meeting adjourned at 8:10 p.m.
"""


@pytest.fixture(scope="module")
def cove(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with index_over(tmp_path_factory.mktemp("cove"), {"march": MARCH}) as index:
        yield index


@pytest.mark.parametrize(
    ("question", "has", "has_not"),
    [
        ("Who opposed third reading of the Watering Bylaw?", ("third time", "Mayor Quill", "Pryce"), ("first time",)),
        ("Who voted against the third reading of the Watering Bylaw?", ("DEFEATED", "Opposed: Mayor Quill"), ()),
        ("Who voted against the $350 patio fee?", ("against: Councillor Pryce, Councillor Brandt",), ("$200",)),
    ],
)
def test_the_motion_asked_about_is_quoted_whole_with_who_voted_how(
    cove: Index, question: str, has: tuple[str, ...], has_not: tuple[str, ...]
) -> None:
    answer = answer_question(cove, [question], today=TODAY)
    assert answer.status == "answered"
    assert [one for one in has if one not in answer.answer] == []
    assert [one for one in has_not if one in answer.answer] == []


def test_votes_of_one_motion_are_told_behind_it_and_not_behind_the_next(cove: Index) -> None:
    answer = answer_question(cove, ["Who voted against the patio fee?"], today=TODAY).answer
    assert 0 < answer.index("against: Councillor Pryce") < answer.index("$200")


def test_a_stretch_of_days_is_no_count_of_votes(cove: Index) -> None:
    answer = answer_question(cove, ["What was the vote on the library?"], today=TODAY)
    assert answer.kind != "vote" or answer.status != "answered"
