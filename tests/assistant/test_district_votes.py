"""Minutes of a district and a township: ballots of a name a line, who was there for one, when the meeting ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.pipeline import answer_question
from index_store.index import Index
from tests.assistant.small_index import index_over

HEAD = """MINUTES OF PROCEEDINGS AT SPECIAL MEETING OF THE {} HELD IN THE TOWN HALL, ASHTON, ON {}, AT 9AM.

PRESENT IN THE CHAIR:

Councillor Oak, Cathaoirleach.

MEMBERS PRESENT:

Councillors Elm, Rowan, Thorn and Willow.

APOLOGIES:

Councillor Fir.

"""
VOTE = """1. Houses at Mill Terrace

The Members discussed the density of the houses and the need for parking at the terrace.

It was agreed that the report be adopted subject to an amendment, which reduces six houses to three.

A Vote was taken on the amendment as follows:

For:

Councillor Elm

Councillor Oak

Councillor Rowan

Abstain:

Councillor Thorn

Against:

None

2. Parking

The Members asked for a report on the parking at the school in Ashton.
"""
STRATEGY = """1. Tourism Strategy

It was unanimously agreed that the committee recommend the adoption of the Tourism Strategy at the Full Council meeting.

2. Walks

The Members welcomed the plan of the walks.
"""
TOWNSHIP = """# Minutes

## Township of Birchville Council

Tuesday, March 9, 2021

Present: Mayor Ann Ash and Councillors Bob Birch and Cy Clay.

R2021-058 B. Birch, C. Clay: That we name the new lane after its orchard. Carried.

R2021-059 C. Clay, B. Birch: That this council stand adjourned. Time: 8:46 p.m. Our next session is on March 23, 2021.

Mayor:
"""


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    district = HEAD.format("MUNICIPAL DISTRICT OF ASHTON", "WEDNESDAY, 12TH DECEMBER, 2018") + VOTE
    later = HEAD.format("MUNICIPAL DISTRICT OF ASHTON", "WEDNESDAY, 9TH JANUARY, 2019")
    later += "1. Bins\n\nThe Members noted the report on the bins.\n\n2. Trees\n\nThe Members welcomed the new trees.\n"
    committee = HEAD.format("TOURISM STRATEGIC POLICY COMMITTEE", "MONDAY, 3RD DECEMBER, 2018") + STRATEGY
    council = HEAD.format("MARL COUNTY COUNCIL", "MONDAY, 28TH JANUARY, 2019")
    council += "1. Bins\n\nThe Members noted the bins.\n\n2. Roads\n\nThe Members voted for the new roads.\n"
    files = {"committee": committee, "council": council, "ashton": district, "ashton2": later, "birchville": TOWNSHIP}
    with index_over(tmp_path_factory.mktemp("district"), files) as index:
        yield index


@pytest.mark.parametrize(
    ("question", "told", "minute"),
    [
        ("Who abstained in the vote on the Mill Terrace houses?", ("Thorn", "Against: None"), "1"),
        ("How did each councillor vote on the Mill Terrace amendment?", ("Elm", "Oak", "Rowan", "Thorn"), "1"),
        ("Was Fir there on 12 December 2018 when the vote on Mill Terrace was taken?", ("apologies",), "attendance"),
        ("Was Councillor Elm present for the Mill Terrace vote on 12 December 2018?", ("attended",), "attendance"),
        ("Who was the Cathaoirleach at the Ashton meeting of 12 December 2018?", ("In the chair", "Oak"), "attendance"),
        ("Was it a unanimous vote to send the tourism strategy on to full council?", ("unanimously",), "1"),
        ("what time did Birchville council finish up on March 9 2021", ("ended at 8:46 p.m.",), "R2021-059"),
    ],
)
def test_what_the_minutes_tell(held: Index, question: str, told: tuple[str, ...], minute: str) -> None:
    answer = answer_question(held, (question,), today=date(2021, 6, 1))
    assert [one.minute for one in answer.citations] == [minute]
    assert all(words in answer.answer for words in told), answer.answer
