"""Districts and committees by what people call them, who holds an office of a place, what was referred, who minuted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.answer import Answer
from assistant.bodies import named_bodies
from assistant.pipeline import answer_question
from index_store.held import Body
from index_store.index import Index
from tests.assistant.small_index import index_over

DISTRICT = """MINUTES OF PROCEEDINGS AT MEETING OF THE METROPOLITAN DISTRICT OF MARLFORD HELD IN THE TOWN HALL ON
MONDAY, 20TH MAY, 2024.

PRESENT IN THE CHAIR: Councillor A. Ash, Cathaoirleach

MEMBERS PRESENT: Councillors Birch, Clay and Dow.

OFFICIALS IN ATTENDANCE: Director of Roads (Ms. E. Elm), Meetings Administrator (Mr. F. Fern).

1. Adoption of Minutes

“That the draft Minutes, as circulated, be taken as read and adopted.” This was proposed by Councillor Birch, seconded
by Councillor Clay and agreed.

2. Notice of Motion submitted by Councillor G. Dow

Councillor Dow asked for a survey of the mill race.

It was agreed to refer this Notice of Motion to the Travel and Transportation Strategic Policy Committee.

3. Notice of Motion submitted by Councillor B. Birch

Councillor Birch asked for a seat by the ford.

The Notice of Motion was proposed by Councillor Birch, seconded by Councillor Clay and agreed.
"""
COUNCIL = """MINUTES OF PROCEEDINGS AT MEETING OF MARLFORD CITY AND COUNTY COUNCIL HELD IN THE TOWN HALL ON
MONDAY, 25TH MARCH, 2024.

PRESENT IN THE CHAIR: Councillor H. Hazel, Mayor

MEMBERS PRESENT: Councillors Ash, Birch, Clay and Dow.

1. Weir

It was agreed to mend the weir.

2. Correspondence

The correspondence circulated with the agenda was taken as read.
"""
POLICY = """MINUTES OF PROCEEDINGS AT MEETING OF THE TRAVEL AND TRANSPORTATION STRATEGIC POLICY COMMITTEE HELD IN THE
TOWN HALL ON TUESDAY, 11TH JUNE, 2024.

PRESENT IN THE CHAIR: Councillor B. Birch

MEMBERS PRESENT: Councillors Clay and Dow.

APOLOGIES: Councillor A. Ash

1. Buses

It was agreed to write to the bus company.

2. Correspondence

The correspondence circulated with the agenda was taken as read.
"""


SPECIAL = """MINUTES OF PROCEEDINGS AT SPECIAL MEETING OF MARLFORD CITY AND COUNTY COUNCIL HELD IN THE TOWN HALL ON
FRIDAY, 12TH APRIL, 2024.

PRESENT IN THE CHAIR: Councillor H. Hazel, Príomh Chomhairleoir.

MEMBERS PRESENT: Councillors Ash, Birch, Clay and Dow.

At the outset, the Meetings Administrator told the Members of the flood by the mill.

The Members noted the report and thanked the staff for their work.
"""


@pytest.fixture(scope="module")
def marlford(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    texts = {"district": DISTRICT, "council": COUNCIL, "policy": POLICY, "special": SPECIAL}
    with index_over(tmp_path_factory.mktemp("marlford"), texts) as index:
        yield index


def ask(index: Index, question: str) -> Answer:
    return answer_question(index, [question], today=date(2024, 11, 1))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("who is the mayor of Marlford", "Councillor H. Hazel, Mayor"),
        ("who was absent from the transport SPC in June 2024", "Councillor A. Ash"),
        ("who came to the metropolitan district meeting", "Councillor A. Ash"),
        (
            "how many councillors were at the adjourned metropolitan district meeting in May 2024",
            "4 councillors who came",
        ),
        (
            "how many councillors were at the budget meeting of the metropolitan district in May 2024",
            "4 councillors who",
        ),
        ("what was discussed at the special meeting on 12 April 2024", "noted the report and thanked the staff"),
        ("what was decided at the special meeting of 12 April 2024", "noted the report"),
        ("who is the Príomh Chomhairleoir", "Councillor H. Hazel"),
        ("what items were referred in the metropolitan district meeting of May 2024", "agreed to refer this Notice"),
        ("which motions were referred in May 2024", "agreed to refer this Notice"),
        ("list the notices of motion of the metropolitan district in May 2024", "2 motions by notice"),
        ("what motions were there at the metropolitan district in May 2024", "a seat by the ford"),
        ("what did councilor Dow ask for in may 2024", "survey of the mill race"),
        ("who took the minutes of the metropolitan district in May 2024", "does not say who took the minutes"),
    ],
)
def test_who_and_what_is_answered(marlford: Index, question: str, said: str) -> None:
    answer = ask(marlford, question)
    assert answer.status == "answered"
    assert said in answer.answer


def test_whose_meeting_is_not_held_is_said_where_another_body_met(marlford: Index) -> None:
    assert "TRAVEL AND TRANSPORTATION" in ask(marlford, "who chaired the transport SPC in May 2022").answer


DISTRICTS = (
    Body("east", "Municipal District of Marl East", None, (), 2, "2019-05-08", "2020-09-02"),
    Body("west", "Municipal District of Holm", None, (), 2, "2019-05-08", "2020-09-02"),
    Body("council", "Marlford City Council", None, (), 2, "2019-05-08", "2020-09-02"),
    Body("roads", "Roads and Transportation Strategic Policy Committee", None, (), 2, "2019-05-08", "2020-09-02"),
)


@pytest.mark.parametrize(
    ("question", "slugs"),
    [
        ("what did the Marl East municipal district decide", ("east",)),
        ("who was at the transport SPC", ("roads",)),
        ("lights in the district", ()),
        ("what did councilor Ash say", ()),
    ],
)
def test_districts_and_shortened_committees_are_named(question: str, slugs: tuple[str, ...]) -> None:
    assert {slug for one in named_bodies(question, DISTRICTS) for slug in one.slugs} == set(slugs)
