"""What was put off is told with what came of it, a club is not another club, business is no company at a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.answer import Answer
from assistant.pipeline import answer_question
from index_store.index import Index
from tests.assistant.small_index import index_over

JULY = """Minutes of the Ordinary Meeting of the Larchford Town Council held on Monday 8 July 2024 at 6.30 pm

Present: Cllr Ida Quill (Chair), Cllr Sam Bell, Cllr Una Crow

24.07.1 Apologies

None.

24.07.2 Public toilets, Pont Marl

The County Council asked whether the Town Council would take a lease of the toilets.

RESOLVED that a decision on the Pont Marl public toilets be deferred to the September meeting.

24.07.3 Grant application – Larchford Rugby Football Club

The Club had applied for £2,500 towards floodlights on the training pitch.

RESOLVED that a grant of £1,000 be made.

24.07.4 Recreation ground

Two quotes for the barrier at the gate had come in. Deferred to the next meeting.

24.07.5 Skate park

The Clerk presented a report on the skate park. In the course of discussion Members raised the following points:

- The ramps had been bought second-hand and parts could no longer be had.
- The noise carried as far as the almshouses.

RESOLVED that the Clerk obtain two quotations for a concrete bowl by the autumn.

24.07.6 Footpath 9

The Clerk reported that the landowner had put up a gate. Cllr Bell asked whether a licence was held for it. Cllr Crow
thought that the gate was a help with cattle. The path is 1.2 miles long.

RESOLVED that the County be told of the gate.
"""
SEPTEMBER = """Minutes of the Ordinary Meeting of the Larchford Town Council held on Monday 9 September 2024 at 6.30 pm

Present: Cllr Ida Quill (Chair), Cllr Sam Bell, Cllr Una Crow

24.09.1 Apologies

None.

24.09.2 Public toilets, Pont Marl (minute 24.07.2)

The condition survey put repairs at £31,800.

RESOLVED that the Council is willing to take a lease on condition that the roof is repaired first.

24.09.3 Date of next meeting

Monday 14 October 2024 at 6.30 pm.
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with index_over(tmp_path_factory.mktemp("larchford"), {"july.txt": JULY, "september.txt": SEPTEMBER}) as index:
        yield index


def ask(index: Index, question: str) -> Answer:
    return answer_question(index, [question], today=date(2025, 6, 1))


def test_a_matter_whose_title_names_the_earlier_minute_is_the_same_matter(index: Index) -> None:
    answer = ask(index, "what was decided on the Pont Marl toilets?")
    assert [one.minute for one in answer.citations][-1] == "24.09.2"
    assert "24.07.2" in {one.minute for one in answer.citations}


def test_a_grant_to_one_club_is_not_told_of_another(index: Index) -> None:
    assert ask(index, "what grant did the council give to the cricket club?").status == "not_found"
    assert "£1,000" in ask(index, "what grant did the council give to the rugby club?").answer


def test_business_is_not_looked_for_in_the_attendance_list(index: Index) -> None:
    answer = ask(index, "was the barrier settled at the July 2024 meeting?")
    assert [one.minute for one in answer.citations] == ["24.07.4"]


def test_the_next_meeting_is_told_however_it_is_asked_for(index: Index) -> None:
    answer = ask(index, "what is the next meeting of the town council?")
    assert [one.minute for one in answer.citations] == ["24.09.3"]


def test_what_members_raised_is_told_and_not_what_they_resolved(index: Index) -> None:
    points = ask(index, "what points did members raise about the skate park?").answer
    assert "second-hand" in points
    assert "almshouses" in points
    assert "concrete bowl" not in points
    asked = ask(index, "what questions were asked about footpath 9?").answer
    assert "licence" in asked
    assert "help with cattle" in asked
    assert "be told of the gate" not in asked
