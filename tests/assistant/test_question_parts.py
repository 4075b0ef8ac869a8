"""Questions about several times, taken apart and put together again."""

from __future__ import annotations

from datetime import date

from assistant.answer import Answer, Citation
from assistant.parts import joined, parts_of
from assistant.question import understand
from index_store.catalogue import Catalogue
from index_store.held import Scope
from tests.assistant.question_minutes import town as town

TODAY = date(2016, 2, 1)
MARCH, MAY = "harrowmere-town-council/2015-03-03", "harrowmere-town-council/2015-05-05"


def test_each_month_is_asked_of_its_own_meetings(town: Catalogue) -> None:
    question = understand(["what did the bandstand cost in march and may 2015"], town, Scope(), TODAY)
    first, second = parts_of(question, town)
    assert first.scope.meetings == (MARCH,)
    assert MAY in (second.scope.meetings or ())
    assert MARCH not in (second.scope.meetings or ())


def test_by_a_month_without_a_meeting_is_the_last_one_before(town: Catalogue) -> None:
    question = understand(["how far had the town council's bandstand got by April 2015"], town, Scope(), TODAY)
    (part,) = parts_of(question, town)
    assert part.scope.meetings == (MARCH,)


def test_a_question_without_a_time_has_no_parts(town: Catalogue) -> None:
    assert parts_of(understand(["what did the bandstand cost"], town, Scope(), TODAY), town) == ()


def cite(marker: int, item: str, start: int) -> Citation:
    return Citation(item, "Town", None, None, None, start, start + 2, "a.txt", marker, "ab")


def test_markers_are_numbered_anew_and_shared(town: Catalogue) -> None:
    question = understand(["cost in march and may 2015"], town, Scope(), TODAY)
    first = Answer("q", "answered", "fact", "One [1], two [2].", citations=(cite(1, "a", 0), cite(2, "a", 5)))
    second = Answer("q", "answered", "fact", "Three [1], two [2].", citations=(cite(1, "b", 0), cite(2, "a", 5)))
    answer = joined(question, [first, second])
    assert answer.answer == "- One [1], two [2].\n- Three [3], two [2]."
    assert [(one.marker, one.id, one.start) for one in answer.citations] == [(1, "a", 0), (2, "a", 5), (3, "b", 0)]
