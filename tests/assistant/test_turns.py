"""Conversations over two council meetings: what it, that and she stand for, what became of a motion in the end; and
plain questions on who came, who holds which post and what a list has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.answer import Answer
from assistant.conversation import stand_alone
from assistant.pipeline import answer_question
from assistant.sentences import lay_out
from index_store.held import Scope
from index_store.index import Index
from tests.assistant.small_index import index_over

MAY = """TOWN OF LARCHMERE

Minutes of the Council meeting held in the Town Hall on Tuesday, May 7, 2024 at 7:00 p.m.

Members Present:
Mayor Odile Brandreth
Councillor Tomas Ferriby
Councillor Una Castell
Councillor Pim Oakes

Staff Present:
Greta Holm, Town Manager

1. Rink Roof

Moved by Councillor Ferriby
Seconded by Councillor Oakes
That the rink roof be replaced this summer at a cost of $81,500.

Moved by Councillor Castell
Seconded by Councillor Oakes
That the motion be amended to provide that the roof be patched at a cost not to exceed $23,400.
Carried

The main motion as amended was put and carried.

2. Ferry Subsidy

Councillor Oakes declared a conflict of interest in Item 2, his brother being an engineer, and left at 7:31 p.m.

Moved by Councillor Castell
Seconded by Councillor Ferriby
That the ferry subsidy be raised to $4,200 a month with effect from July 1, 2024.
Defeated
Opposed: Mayor Brandreth, Councillor Ferriby

Councillor Oakes returned to the meeting at 7:52 p.m.

3. Harbour Water Quality Monitoring Plan

Councillor Castell moved, seconded by Councillor Oakes, that the Harbour Water Quality Monitoring Plan be adopted.
Councillor Ferriby moved as an amendment that samples be taken twice a month. The amendment was lost.
The motion was carried.

4. Motions

Motion (Proposer: Councillor Ferriby): that the bandstand be lit in winter. Referred to the Parks Committee.
"""

JUNE = """TOWN OF LARCHMERE

Minutes of the Council meeting held in the Town Hall on Tuesday, June 4, 2024 at 7:00 p.m.

Members Present:
Mayor Odile Brandreth
Councillor Tomas Ferriby
Councillor Una Castell

Staff Present:
Noel Rushby, Deputy Town Manager

1. Library Hours

Moved by Councillor Castell
Seconded by Councillor Ferriby
That the library open on Sundays from noon.
Carried

2. Tax Levy

The Deputy Town Manager submitted the report on the tax levy, which had been revised since the spring. It was moved by
Mayor Brandreth and seconded by Councillor Ferriby that the levy be raised by $5.

Councillor Castell moved as an amendment that the increase be 2.99% and that the balance be drawn from the reserve. The
Deputy Town Manager said that this would take the reserve below the 5% that Council had set itself.

A recorded vote was taken on the amendment as follows:

For (1): Councillor Castell.

Against (2): Mayor Brandreth and Councillor Ferriby.

The amendment was lost. A recorded vote was then taken on the motion:

For (2): Mayor Brandreth and Councillor Ferriby.

Against (1): Councillor Castell.

Resolved - That the levy be raised by $5.

3. Carpets

Councillor Castell showed samples of carpet for the library.

4. Motions

Motion (Proposer: Councillor Ferriby): that the clock be mended. Referred to the Works Committee.

5. Appointment of Officers

Deputy Mayor: Una Castell
Treasurer: Tomas Ferriby
The appointments were agreed unanimously.

6. Marina Extension

The harbour engineer set out the plans for forty further berths on the east side, which a company from the capital
would build and then run for the Town for thirty years. The engineer said that the plans would be drawn by the Town's
own harbour office and that the extension would be paid for by the company. The harbour master said that visitors
ask for berths from May to September and that the marina turns some forty boats away in a good week.

Residents of Shore Lane had written that the halyards keep them awake. The engineer replied that the new berths would be
further from the houses than those of today. It was said that the dredger takes away the silt each spring.

Resolved - That the plans be put on show in the library for four weeks.

7. Adjournment

The meeting adjourned at 8:05 p.m.
"""


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with index_over(tmp_path_factory.mktemp("larchmere"), {"may.txt": MAY, "june.txt": JUNE}) as index:
        yield index


def ask(index: Index, *turns: str) -> Answer:
    return answer_question(index, turns, Scope(), date(2024, 7, 1))


@pytest.mark.parametrize("question", ["How much will the rink roof cost?", "What was decided on the rink roof?"])
def test_a_motion_that_was_amended_is_not_told_without_the_amendment(council: Index, question: str) -> None:
    told = ask(council, question).answer
    assert "$23,400" in told
    assert "as amended" in told


def test_the_turn_before_says_whose_start_is_asked_for(council: Index) -> None:
    told = ask(council, "Was the ferry subsidy raised?", "When does it start?")
    assert "7:00" not in told.answer


def test_what_an_amendment_was(council: Index) -> None:
    told = ask(council, "What was the amendment on the tax levy?").answer
    assert "2.99%" in told
    assert "The amendment was lost" in told


def test_she_is_the_one_person_that_the_answer_before_named(council: Index) -> None:
    told = ask(council, "Who is the town manager?", "Was she at the June meeting?").answer
    assert told.startswith("No")
    assert "Holm" in told


@pytest.mark.parametrize(
    ("turns", "clock"),
    [
        (["When did Councillor Oakes leave?"], "7:31"),
        (["Why did Councillor Oakes leave?", "When did he come back?"], "7:52"),
    ],
)
def test_when_one_person_left_and_came_back(council: Index, turns: list[str], clock: str) -> None:
    answer = ask(council, *turns)
    assert clock in answer.answer
    assert {one.minute for one in answer.citations} == {"2"}


def test_a_short_turn_whose_words_the_cited_minute_has_leans_on_it(council: Index) -> None:
    answer = ask(council, "What was decided about the harbour water plan?", "Who wanted samples?")
    assert "Ferriby" in answer.answer
    assert {one.minute for one in answer.citations} == {"3"}


def test_what_was_not_found_leaves_the_conversation_where_it_was(council: Index) -> None:
    turns = ["What happened to the ferry subsidy?", "How many passengers does it carry?", "Who was against it?"]
    previous = [ask(council, *turns[:1]), ask(council, *turns[:2])]
    assert previous[1].status == "not_found"
    turn = stand_alone(turns, council.catalogue, date(2024, 7, 1), previous)
    assert turn.context == ("council/2024-05-07/2",)


def test_an_abbreviation_of_a_title_that_no_minute_uses(council: Index) -> None:
    answer = ask(council, "Who moved the HWQMP?")
    assert answer.status == "answered"
    assert {one.minute for one in answer.citations} == {"3"}


def test_motions_that_were_put_in_and_came_to_no_vote(council: Index) -> None:
    told = ask(council, "Which motions did Councillor Ferriby put in?").answer
    assert "the bandstand be lit" in told
    assert "the clock be mended" in told


def test_turning_up_to_a_meeting_is_no_time_up_to_it(council: Index) -> None:
    answer = ask(council, "Who turned up to the June 2024 meeting?")
    assert {one.date for one in answer.citations} == {"2024-06-04"}


def test_who_holds_which_post(council: Index) -> None:
    told = ask(council, "Who got which post in June 2024?").answer
    assert "Deputy Mayor: Una Castell" in told


def test_of_a_cited_minute_the_own_words_of_a_turn_choose_the_sentence(council: Index) -> None:
    told = ask(council, "What did the engineer plan for the harbour and marina extension?", "And what of silt?").answer
    assert "dredger" in told


def test_a_line_that_stops_where_its_list_begins_leads_it_in() -> None:
    assert [one.lead for one in lay_out("Members spoke of matters such as\n- noise\n- silt").blocks] == [None, 0, 0]
