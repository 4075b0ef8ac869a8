"""Votes of one minute on amendments and on the motion: each is told where it is asked about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.bodies import named_bodies
from assistant.pipeline import answer_question
from assistant.reading import read_minute
from assistant.stretches import ballots_above
from index_store.held import Body
from index_store.index import Index
from tests.assistant.small_index import index_over

BOROUGH = """LONDON BOROUGH OF MARLMERE
MINUTES OF THE COUNCIL MEETING
Held at 7.00 pm on Wednesday, 26 February 2025 in the Council Chamber, Town Hall, Marlmere

PRESENT: The Mayor (Councillor Yvonne Abbot) in the Chair

Councillors:
Kate Ash
Bob Birch
Ann Clay
Tom Dell
Una Elm

48. MINUTES
RESOLVED: That the minutes of the meeting held on 20 November 2024 be approved.

49. BUDGET 2025/26 AND COUNCIL TAX
Councillor Kate Ash moved, and Councillor Bob Birch seconded, the recommendations of the Cabinet on the budget.

AMENDMENT 1
Councillor Ann Clay moved, and Councillor Tom Dell seconded, that the budget be amended so that no charge be made
for garden waste.

A recorded vote was taken upon the amendment:
FOR (2): Councillors Clay and Dell.
AGAINST (3): Councillors Ash, Birch and Elm.
Amendment 1 was declared LOST.

AMENDMENT 2
Councillor Una Elm moved, and Councillor Tom Dell seconded, that the library open for 35 hours a week.

A recorded vote was taken:
FOR (1): Councillor Elm.
AGAINST (4): Councillors Ash, Birch, Clay and Dell.
Amendment 2 was declared LOST.

The motion was put and a recorded vote was taken:
FOR (4): Councillors Ash, Birch, Dell and Elm.
AGAINST (1): Councillor Clay.
The motion was declared CARRIED, and it was

RESOLVED: That the budget requirement be £301,842,000.

50. MOTIONS ON NOTICE
Motion A - The River
Councillor Kate Ash moved, and Councillor Bob Birch seconded, the following motion:

"This Council notes that the river ought to be fit to paddle in and asks for a plan for each of its overflows."

The motion was put to the vote and declared CARRIED unanimously.

Motion B - School Streets
Councillor Una Elm moved, and Councillor Bob Birch seconded, the following motion:

"This Council welcomes the school streets and asks that each school which wants one has one by the year 2027."

AMENDMENT. Councillor Ann Clay moved, and Councillor Tom Dell seconded, that no further school street be made without
a ballot of the residents.

The amendment was put to the vote and declared LOST by 2 votes to 3.

The original motion was then put to the vote and declared CARRIED by 3 votes to 2.

Motion C - Low Traffic Areas
Councillor Ann Clay moved, and Councillor Tom Dell seconded, the following motion:

"This Council regrets what the low traffic areas have done to the roads at their edges and asks for their removal."

The motion was declared LOST.

51. HIRED BICYCLES
Councillor Ann Clay moved, and Councillor Bob Birch seconded, that the Council suspend its agreement with the company.

AMENDMENT. Councillor Tom Dell moved, and Councillor Una Elm seconded, the deletion of the word "suspend" and the
substitution of words that would require the company to pay for ninety bays by September.

Councillor Clay accepted the amendment.

The motion as amended was put to the vote and declared CARRIED unanimously.

52. PUBLIC QUESTIONS
Mr Terence Oak to the Cabinet Member for Libraries

"Why did the Cabinet decide to cut the hours of Fernhollow Library when so many residents had petitioned for them?"

Councillor Bob Birch replied that the Cabinet had listened and that the branch would keep its staff. They would be
there for 28 hours a week from 1 April 2025.

53. EXPANSION OF THE DEPOT
The Council heard that the expansion of the depot would cost £2 million in full.

RESOLVED: That the report be noted.
"""
SHIRE = """MARLSHIRE COUNCIL
MINUTE of MEETING of MARLSHIRE COUNCIL held in the Council Chamber on Thursday, 26 September 2024 at 10.30 a.m.

Present:
Councillor Anna Nimmo
Councillor Colin Rae
Councillor Ewan Begg

1. Wind Farm - Community Benefit
There was submitted a report on the offer of a fund by the wind farm.

Councillor Begg, seconded by Councillor Haldane, moved that the Council join the company.

Councillor Nimmo, seconded by Councillor Rae, moved as an amendment that the Council not join it.

On a vote there voted for the motion 7 and for the amendment 10. The amendment was accordingly carried.

2. Ferry
The Council agreed to note the report on the ferry.
"""


@pytest.fixture(scope="module")
def councils(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with index_over(tmp_path_factory.mktemp("votes"), {"borough": BOROUGH, "shire": SHIRE}) as index:
        yield index


@pytest.mark.parametrize(
    ("asked", "told", "untold"),
    [
        ("How many members voted against the 2025/26 budget?", "AGAINST (1): Councillor Clay", "Amendment 2"),
        ("Who voted for amendment 2 to the budget?", "FOR (1): Councillor Elm", "FOR (2)"),
        ("Who voted for amendment 1 to the budget?", "FOR (2)", "FOR (1)"),
        ("Was the motion on low traffic areas carried?", "The motion was declared LOST", "CARRIED"),
        ("How did the parties vote on the low traffic motion?", "The motion was declared LOST", "unanimously"),
        ("What was agreed about school streets?", "CARRIED by 3 votes to 2", "turned down"),
        ("What did the council resolve about hired bicycles?", "pay for ninety bays", "LOST"),
        ("What is happening with Fernhollow library?", "28 hours a week", "LOST"),
        ("Who moved the amendment on the wind farm?", "Councillor Nimmo, seconded", "Councillor Begg"),
    ],
)
def test_the_vote_asked_about_is_told(councils: Index, asked: str, told: str, untold: str) -> None:
    answer = answer_question(councils, [asked], today=date(2026, 1, 1)).answer
    assert told in answer
    assert untold not in answer


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Did anyone vote against in September 2024?", ["10 for, 7 against"]),
        ("who voted against at the council of 26 February 2025", ["Ash, Birch and Elm", "1 against: Clay"]),
    ],
)
def test_votes_against_whatever_was_put_are_told_with_who_cast_them(
    councils: Index, asked: str, told: list[str]
) -> None:
    answer = answer_question(councils, [asked], today=date(2026, 1, 1)).answer
    assert all(one in answer for one in told), answer
    assert "unanimously" not in answer


def test_where_nobody_abstained_no_vote_is_told(councils: Index) -> None:
    answer = answer_question(councils, ["did anyone abstain in February 2025"], today=date(2026, 1, 1))
    assert (answer.status, answer.reason) == ("not_found", "fact_absent")


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("When did the Marlmere full council last meet?", "Marlmere full council"),
        ("What did the roads and env committee decide?", "roads and env committee"),
    ],
)
def test_full_and_a_word_cut_short_belong_to_the_name(asked: str, named: str) -> None:
    council = Body("council", "Council", "LONDON BOROUGH OF MARLMERE", (), 3, None, None)
    roads = Body("roads", "Roads and Environment Committee", "MARLSHIRE COUNCIL", (), 2, None, None)
    audit = Body("audit", "Governance and Audit Committee", "MARLSHIRE COUNCIL", (), 2, None, None)
    (one,) = named_bodies(asked, (council, roads, audit))
    assert (one.words, len(one.slugs)) == (named, 1)


def test_who_asked_for_a_vote_to_be_recorded_stands_above_what_was_resolved() -> None:
    text = (
        "Cllr Ash proposed, and Cllr Birch seconded, that it be adopted. A vote was taken: 4 in favour, 1 against. "
        "Cllr Elm asked that her vote against be recorded.\n\nRESOLVED\n\n(1) that waste be collected monthly."
    )
    read = read_minute(text, "Waste")
    told = [read.sentence(at) for at in sorted(ballots_above(read, text.index("that waste")))]
    assert told == ["A vote was taken: 4 in favour, 1 against.", "Cllr Elm asked that her vote against be recorded."]
