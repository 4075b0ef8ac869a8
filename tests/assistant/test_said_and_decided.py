"""Plain questions over two meetings about what somebody said or introduced, what was only noted, how long it took."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.pipeline import answer_question
from index_store.held import Scope
from index_store.index import Index
from tests.assistant.small_index import index_over

MARCH = """Notes of a meeting of the Tarn Valley Partnership (TVP) held at Mill House on Wednesday 14 March 2012.

PRESENT

- Hal Ormerod (Chair) - Tarn Borough Council (in the Chair)
- Bea Lund - Chief Executive, Voluntary Action Tarn
- Piers Quill - Director, NHS Tarn
- Ida Quill - Head of Housing, Tarn Borough Council
- Dr Ola Finch - Director of Public Health

21. Apologies

Apologies were received from Rufus Dale.

22. Tarn Riverside Improvement Programme (TRIP)

Piers Quill introduced a report on the river walk and on the Flood Resilience Fund (FRF).
A copy of the report marked '3' is filed with these notes.

Bea Lund asked whether volunteers could mend the stiles. She offered a team of twelve for the first weekend in May.

It was AGREED with SKAB's consent:

- (i) that the river walk be opened in two stages; and
- (ii) that the offer of volunteers be accepted.

23. Smoke control

Dr Finch gave a presentation on smoke in the lower valley. Ida Quill and Bea Lund suggested a leaflet for tenants.

It was AGREED that the presentation be noted.

2.00pm – 3.40pm
"""

JUNE = """Notes of a meeting of the Tarn Valley Partnership held at Mill House on Wednesday 13 June 2012.

PRESENT

- Hal Ormerod (Chair) - Tarn Borough Council (in the Chair)
- Rufus Dale - Chief Inspector, Tarn Constabulary
- Piers Quill - Director, NHS Tarn

24. Apologies

Apologies were received from Bea Lund.

25. Smoke control

Piers Quill introduced a report on wood stoves. Ida Quill had written in support of it.

It was AGREED:

- (i) that the report be noted; and
- (ii) that a leaflet be sent to all tenants.

26. Budget

It was AGREED that the budget statement be noted.

2.00pm – 4.10pm
"""


@pytest.fixture(scope="module")
def tarn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    folder = Path(tmp_path_factory.mktemp("tarn"))
    with index_over(folder, {"march": MARCH, "june": JUNE}) as index:
        yield index


def ask(index: Index, *turns: str) -> Answer:
    return answer_question(index, turns, Scope(), date(2012, 12, 1))


def minutes_cited(answer: Answer) -> list[str | None]:
    return [one.minute for one in answer.citations]


@pytest.mark.parametrize(
    ("text", "minutes", "told"),
    [
        ("what did Bea Lund raise", ["22", "23"], "team of twelve"),
        ("what did Bea Lund ask", ["22"], "mend the stiles"),
        ("what points did Bea Lund make about smoke", ["23"], "leaflet"),
        ("which reports did Piers Quill introduce", ["22", "25"], "wood stoves"),
        ("what did Dr Finch present", ["23"], "lower valley"),
        ("did Ida Quill say anything in March", ["23"], "leaflet"),
    ],
)
def test_what_somebody_said_is_every_sentence_that_has_them_say_it(
    tarn: Index, text: str, minutes: list[str], told: str
) -> None:
    answer = ask(tarn, text)
    assert answer.status == "answered"
    assert minutes_cited(answer) == minutes
    assert told in answer.answer


@pytest.mark.parametrize("text", ["what did Rufus Dale say", "what did Hal Ormerod say about smoke"])
def test_who_is_only_in_the_lists_said_nothing_that_is_minuted(tarn: Index, text: str) -> None:
    answer = ask(tarn, text)
    assert (answer.status, answer.reason) == ("not_found", "fact_absent")


def test_namesakes_are_kept_apart(tarn: Index) -> None:
    assert "wood stoves" not in ask(tarn, "what did Ida Quill suggest").answer
    assert "leaflet" not in ask(tarn, "what reports did Piers Quill present").answer


def test_what_was_only_noted_leaves_out_minutes_that_decided_more(tarn: Index) -> None:
    assert minutes_cited(ask(tarn, "which items were only noted")) == ["23", "26"]
    assert minutes_cited(ask(tarn, "what was noted")) == ["23", "25", "26"]


@pytest.mark.parametrize("text", ["list everything that was approved", "which motions did the partnership pass"])
def test_what_was_approved_leaves_out_what_was_noted(tarn: Index, text: str) -> None:
    answer = ask(tarn, text)
    assert [(one.minute, one.clause) for one in answer.citations] == [("22", "i"), ("22", "ii"), ("25", "ii")]


def test_going_ahead_asks_for_the_decision(tarn: Index) -> None:
    answer = ask(tarn, "is the river walk going ahead")
    assert [(one.minute, one.clause) for one in answer.citations][:1] == [("22", "i")]


def test_how_long_each_of_a_few_meetings_took(tarn: Index) -> None:
    answer = ask(tarn, "how long was the meeting").answer
    assert [answer.count(said) for said in ("ended at 3.40pm", "ended at 4.10pm")] == [1, 1]


def test_a_conversation_about_somebody_goes_on(tarn: Index) -> None:
    turns = ["who is Piers Quill", "what did he introduce", "was he at the March meeting"]
    assert minutes_cited(ask(tarn, *turns[:2])) == ["22", "25"]
    there = ask(tarn, *turns)
    assert there.kind == "attendance"
    assert [one.id for one in there.citations] == ["tarn-valley-partnership/2012-03-14/attendance"]


def test_what_they_decided_after_who_came_is_all_that_the_meeting_decided(tarn: Index) -> None:
    answer = ask(tarn, "who chaired in June 2012", "what did they decide?")
    assert minutes_cited(answer) == ["25", "25", "26"]


def test_resolutions_on_a_matter_are_listed_whole(tarn: Index) -> None:
    answer = ask(tarn, "list the resolutions on the river walk")
    assert [(one.minute, one.clause) for one in answer.citations] == [("22", "i"), ("22", "ii")]


@pytest.mark.parametrize(
    ("text", "long"),
    [("what does TRIP stand for", "Tarn Riverside Improvement Programme"), ("what does frf mean", "Fund")],
)
def test_an_abbreviation_is_what_the_minutes_say_it_is(tarn: Index, text: str, long: str) -> None:
    answer = ask(tarn, text)
    assert minutes_cited(answer) == ["22"]
    assert long in answer.answer


def test_an_abbreviation_that_is_only_used_is_not_explained(tarn: Index) -> None:
    answer = ask(tarn, "what does SKAB stand for")
    assert (answer.status, answer.reason, [one.minute for one in answer.nearest]) == (
        "not_found",
        "fact_absent",
        ["22"],
    )


def test_which_minute_deals_with_a_matter_is_found_by_the_matter(tarn: Index) -> None:
    assert set(minutes_cited(ask(tarn, "which minute deals with wood stoves"))) == {"25"}


def test_who_chairs_a_group_that_has_no_minutes_is_not_who_chairs_this_one(tarn: Index) -> None:
    assert "Hal Ormerod" in ask(tarn, "who chairs the Tarn Valley Partnership").answer
    assert "Hal Ormerod" not in ask(tarn, "who chairs the stove forum").answer


def test_a_turn_that_asks_something_itself_is_not_the_one_before_of_another_body(tarn: Index) -> None:
    answer = ask(tarn, "what did Bea Lund say?", "who is on the Tarn Valley Partnership?")
    assert answer.kind == "attendance"
    assert {one.id for one in answer.citations} == {
        "tarn-valley-partnership/2012-06-13/attendance",
        "tarn-valley-partnership/2012-06-13/24",
    }


def test_who_chairs_is_asked_of_now_whatever_minute_was_cited_before(tarn: Index) -> None:
    answer = ask(tarn, "what does TVP stand for?", "and who chairs it?")
    assert [one.date for one in answer.citations] == ["2012-06-13"]


def test_how_many_on_another_day_goes_on(tarn: Index) -> None:
    answer = ask(tarn, "who attended on 14 March 2012?", "how many on 13 June 2012?")
    assert {one.date for one in answer.citations} == {"2012-06-13"}
