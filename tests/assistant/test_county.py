"""Plain questions over a county's minutes: several motions in one minute, who was absent, lettered numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.pipeline import answer_question
from index_store.index import Index
from tests.assistant.small_index import index_over

COUNCIL = """MINUTES OF THE MEETING OF THE COUNTY COUNCIL HELD AT ELM HOUSE, TARN, ON 14 OCTOBER 2025, THE
COUNCIL BEING CONSTITUTED AS FOLLOWS:

                  Ann Ash (Chair)
 *Bob Birch            Eve Elm
  Cat Clay            *Fay Fern
  Dan Dow              Gil Gorse

*absent

52/25 MINUTES [Item 1]

The minutes of the meeting of the County Council held on 8 July 2025 were submitted, confirmed and signed.

53/25 ORIGINAL MOTIONS [Item 2]

Under Standing Order 12.1 Cat Clay moved:

"This Council calls upon the Cabinet to set aside £90,000 for nurse visits to village schools."

The motion was formally seconded by Dan Dow.

Eve Elm moved an amendment to leave out "£90,000" and insert "a sum to be settled by the Cabinet".

The amendment was put to the vote and carried by 3 votes to 2. Therefore, it was RESOLVED that the Cabinet set aside a
sum for nurse visits to village schools.

Under Standing Order 12.1 Dan Dow moved:

"This Council resolves to stop the spraying of weedkiller on all verges by 1 April 2026."

The motion was formally seconded by Gil Gorse.

Dan Dow said that bees were dying.

The following Members voted for: Dan Dow, Gil Gorse (2)

The following Members voted against: Ann Ash, Cat Clay, Eve Elm (3)

Therefore, the motion was lost.

54/25 ROAD SAFETY [Item 3]

The Leader said that cameras would be in use on the Tarn road by May 2026. The number of children in the council's
foster homes had fallen to 611.

Cat Clay asked what was spent on hired vehicles. Gil Gorse said that he would write to members with the figure.

55/25 TARN NORTHERN RELIEF ROAD [Item 4]

Dan Dow introduced the report. Eleven plots were needed. The scheme was estimated to cost £84.6 million.

56/25 FREIGHT PLAN [Item 5]

The Plan, which had last been revised in 2017, proposed three lorry parks and a map for hauliers.

57/25 LOCAL GOVERNMENT REORGANISATION [Item 6]

The Leader moved the recommendations in the report. A recorded vote was taken.

For (3): Ann Ash, Cat Clay, Dan Dow

Against (1): Eve Elm

Abstained (1): Gil Gorse

RESOLVED: That the proposal for two councils be submitted.

58/25 OFFICES [Item 7]

RESOLVED: That the sale of Elm House be deferred for a survey of the roof.

59/25 CHAIR OF THE FIRE PANEL [Item 8]

On a show of hands there voted for Councillor Dow 3 and for Councillor Elm 2.
"""
JULY = """MINUTES OF THE MEETING OF THE COUNTY COUNCIL HELD AT ELM HOUSE, TARN, ON 8 JULY 2025, THE
COUNCIL BEING CONSTITUTED AS FOLLOWS:

                  Ann Ash (Chair)
  Bob Birch            Eve Elm
 *Cat Clay             Fay Fern

*absent

50/25 MINUTES [Item 1]

The minutes of the meeting of the County Council held on 20 May 2025 were submitted, confirmed and signed.

51/25 LIBRARIES [Item 2]

The report on opening hours was noted.
"""
PLANNING = """MARL COUNCIL

MINUTES of a Meeting of the Strategic Planning Committee held at Elm House, Tarn on Thursday 25 September 2025.

Present:- Councillors: Ash (Chairman), Birch and Clay.

APOLOGIES FOR ABSENCE

(Agenda No. 1)

SPC/41 None were received.

MINUTES OF THE LAST MEETING

(Agenda No. 2)

SPC/42 RESOLVED that the minutes of the meeting held on 28 August 2025 be signed.

APPLICATION NO. PA25/0061 - LAND AT QUARRY FARM

(Agenda No. 3)

SPC/43 The Committee considered the application for ten houses. On a vote (2 for, 1 against) it was
RESOLVED that the application be refused because the lane was too narrow.
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with index_over(
        tmp_path_factory.mktemp("county"), {"july": JULY, "council": COUNCIL, "planning": PLANNING}
    ) as index:
        yield index


def ask(index: Index, question: str) -> Answer:
    return answer_question(index, [question], today=date(2025, 12, 1))


def test_what_came_of_one_motion_is_not_told_of_another_in_the_same_minute(county: Index) -> None:
    answer = ask(county, "What did the county council decide about weedkiller?")
    assert "the motion was lost" in answer.answer
    assert "carried" not in answer.answer
    assert "nurse" not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Who was missing at the October council?",
        "Who was absent from the county council on 14 October 2025?",
        "Who was absent from Tarnmoor full council in October?",
    ],
)
def test_absent_members_are_named_without_those_between_them_in_the_list(county: Index, question: str) -> None:
    answer = ask(county, question)
    assert "Bob Birch" in answer.answer
    assert "Fay Fern" in answer.answer
    assert not [name for name in ("Eve Elm", "Cat Clay") if name in answer.answer]


@pytest.mark.parametrize("question", ["SPC/43", "What was spc/43 about?", "Show me minute SPC/43"])
def test_a_minute_is_found_by_a_number_with_the_letters_of_its_body(county: Index, question: str) -> None:
    assert {one.minute for one in ask(county, question).citations} == {"SPC/43"}


def test_the_chair_of_a_council_that_the_question_puts_its_place_before(county: Index) -> None:
    assert "Ann Ash" in ask(county, "who chaired Tarnmoor County Council on 14 October 2025").answer


def test_a_meeting_is_meant_by_its_month_before_the_body(county: Index) -> None:
    assert "Bob Birch" in (told := ask(county, "was Bob Birch at the October council meeting").answer)
    assert "absent" in told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how many children are in foster homes", "611"),
        ("what will the northern relief road cost", "£84.6 million"),
        ("how many members abstained on reorganisation at full council", "Abstained (1)"),
        ("why was the sale of Elm House deferred", "a survey of the roof"),
        ("how many votes did Cllr Dow get for chair of the fire panel", "Dow 3"),
        ("what did members promise at the county council in October", "he would write to members"),
    ],
)
def test_what_a_minute_tells_in_words_of_its_own(county: Index, question: str, told: str) -> None:
    assert told in ask(county, question).answer


@pytest.mark.parametrize(
    "question", ["when will the new lorry parks open", "what did the northern relief road architects charge"]
)
def test_a_year_past_or_another_cost_does_not_tell_what_is_asked(county: Index, question: str) -> None:
    assert ask(county, question).status != "answered"


def test_the_minutes_of_a_day_were_approved_at_a_later_meeting(county: Index) -> None:
    answer = ask(county, "were the minutes of 8 July 2025 confirmed")
    assert [one.minute for one in answer.citations] == ["52/25"]
    assert ask(county, "were the minutes of 14 October 2025 approved").status != "answered"


def test_motions_are_listed_each_with_what_came_of_it(county: Index) -> None:
    first, nurses, weedkiller = ask(county, "what motions were debated at full council in October").answer.splitlines()
    assert first == "2 motions are set out in the minutes:"
    assert "£90,000 for nurse visits" in nurses
    assert "RESOLVED that the Cabinet set aside a" in nurses
    assert "verges" in weedkiller
    assert "the motion was lost" in weedkiller


def test_a_motion_that_was_lost_is_told_with_its_words(county: Index) -> None:
    told = ask(county, "which motions were lost at the county council in October").answer
    assert "spraying of weedkiller" in told
    assert "the motion was lost" in told
    assert "nurse" not in told


def test_whether_a_motion_passed_is_told_of_that_motion_alone(county: Index) -> None:
    told = ask(county, "Did the weedkiller motion pass?").answer
    assert "the motion was lost" in told
    assert "amendment" not in told


def test_more_motions_than_a_list_commonly_has_are_all_told(tmp_path: Path) -> None:
    motions = "\n\n".join(f"Ann Roe moved:\n\nThat lamp {at} in Hill Road be lit." for at in range(1, 26))
    minutes = (
        "Minutes of a meeting of the Fell County Council held on 4 March 2025\n\nPresent: Ann Roe (Chair), Ben Low\n\n"
        f"1. Minutes\n\nThe minutes were agreed.\n\n2. Motions\n\n{motions}\n\n3. Close\n\nThe meeting closed.\n"
    )
    with index_over(tmp_path, {"march": minutes}) as index:
        answer = answer_question(index, ["what motions were put on 4 March 2025"])
    assert answer.status == "answered"
    assert len(answer.answer.splitlines()) == 26
