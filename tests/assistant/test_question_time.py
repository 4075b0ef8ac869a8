"""Irish councils' meetings: replies to members' questions, votes called for, lines of orders, districts and heating."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.pipeline import answer_question
from index_store.index import Index
from tests.assistant.small_index import index_over

CITY = """MARLFORD CITY COUNCIL

MINUTES OF ORDINARY MEETING OF MARLFORD CITY COUNCIL HELD IN CITY HALL ON MONDAY 8th JANUARY 2024

I LÁTHAIR: An tArd-Mhéara Comhairleoir A. Ash, Comhairleoirí B. Birch, C. Clay, D. Dow and E. Elm.

APOLOGIES: Comhairleoir J. Juniper.

AS LÁTHAIR: Comhairleoir K. Kale.

1. DERELICT SITES ON MILL STREET

In response to the following question of Councillor C. Clay, a written reply was circulated as outlined below:-

To ask the Chief Executive how many sites on Mill Street are derelict, what levies were charged in 2023 and how much of
that sum has been collected.

(Question No. 1 on the agenda for this meeting refers)

FREAGRA

There are 9 sites on Mill Street on the register. Levies of €21,450 were charged in 2023 of which €3,720 was received.

2. PLANNING APPLICATION 23/421

The Council considered the report on the construction of a nursing home at Upper Weir, which contravenes the Plan.

On the proposal of Councillor B. Birch, seconded by Councillor D. Dow, a vote was called for on the adoption of a
resolution, where there appeared as follows:-

FOR: Councillors B. Birch, D. Dow. (2)

AGAINST: Councillors A. Ash, E. Elm. (2)

ABSTAIN: Councillor C. Clay. (1)

The Mayor declared the vote defeated.

3. ELECTION OF DEPUTY MAYOR

The number of nominations allowed was changed from 34 to 22 in 2023.

Councillor A. Ash and Councillor E. Elm were proposed.

A vote was taken with the following result:

For Councillor Ash: Councillors A. Ash, B. Birch, C. Clay (3)

For Councillor Elm: Councillors D. Dow, E. Elm (2)

Councillor Ash was deemed elected.

4. GRANTS

It was recommended that 38 grant applications be funded and that 14 be refused.

5. MILL TO WEIR GREENWAY

The Council considered the report on the proposed Mill to Weir Greenway of 1.9km. Members welcomed the project.

On the proposal of Councillor D. Dow, seconded by Councillor B. Birch, the Council approved the Greenway.
"""
DISTRICT = """MARLFORD COUNTY COUNCIL

MINUTES OF MEETING OF THE MUNICIPAL DISTRICT OF WEIRTON HELD IN THE TOWN HALL ON 20TH MAY 2024

PRESENT: Councillors F. Fern and G. Gorse.

W/11/24 DOG BINS

It was agreed to place three bins by the ford.

W/12/24 CONFIRMATION OF MINUTES

It was agreed that the minutes of the meeting held on 15th April 2024 be confirmed.

W/13/24 MATTERS ARISING

Councillor Fern referred to W/10/24. The Manager said that the owner had declined to meet.
"""
POLICY = """MINUTES OF MEETING OF THE ENERGY STRATEGIC POLICY COMMITTEE HELD IN CITY HALL ON 26TH JUNE 2024

PRESENT: Councillors H. Hazel and I. Ivy.

1. Motion in the name of Councillor Hazel

“That the Committee supports a district heating network with waste heat from the bakery.”

Report: A study put the cost at €34,600.

Order: Motion agreed.

2. Any other business

None.
"""


@pytest.fixture(scope="module")
def irish(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with index_over(tmp_path_factory.mktemp("irish"), {"city": CITY, "district": DISTRICT, "policy": POLICY}) as index:
        yield index


@pytest.mark.parametrize(
    ("question", "minute", "says"),
    [
        ("How much of the derelict levies on Mill Street has been collected?", "1", "€3,720"),
        ("who abstained on the nursing home", "2", "ABSTAIN: Councillor C. Clay"),
        ("Which way did Cllr Clay vote on the nursing home?", "2", "ABSTAIN: Councillor C. Clay"),
        ("What happened with the nursing home?", "2", "declared the vote defeated"),
        ("Did the council allow the nursing home?", "2", "declared the vote defeated"),
        ("did the district heating motion go through", "1", "Order: Motion agreed"),
        ("what happened to the district heating motion", "1", "Order: Motion agreed"),
        ("who voted for Cllr Elm as deputy mayor", "3", "For Councillor Elm: Councillors D. Dow, E. Elm (2)"),
        ("how many grant applications were refused", "4", "14 be refused"),
        ("what did the district decide about bins", "W/11/24", "three bins by the ford"),
    ],
)
def test_what_answers_stands_behind_what_was_asked(irish: Index, question: str, minute: str, says: str) -> None:
    answer = answer_question(irish, [question], today=date(2024, 9, 1))
    assert {one.minute for one in answer.citations} == {minute}
    assert says in answer.answer


def test_who_won_a_contract_is_not_told_by_those_who_liked_the_plan(irish: Index) -> None:
    assert answer_question(irish, ["Who won the tender for the Weir greenway?"]).status != "answered"


def test_the_lord_mayor_by_the_irish_title(irish: Index) -> None:
    assert "A. Ash [1]" in answer_question(irish, ["Who is the Lord Mayor of Marlford?"]).answer


def test_who_was_absent_sent_no_apologies(irish: Index) -> None:
    answer = answer_question(irish, ["Who attended Marlford City Council on 8 January 2024?"]).answer
    assert "- Apologies: Comhairleoir J. Juniper [6]\n- Absent: Comhairleoir K. Kale [7]" in answer
