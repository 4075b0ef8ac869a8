"""Minutes of county councils: a letter for those absent, resolutions with a number, titles that end in "[Item 6]"."""

from __future__ import annotations

import pytest

from index_store.models import Meeting
from index_store.parser import parse
from index_store.parser.wording import is_heading
from tests.index_store.bench_parse import text_of

PLANNING = """minutes
Meeting      PLANNING AND LICENSING COMMITTEE
Date         Tuesday 5 March 2024 (commencing at 10.30 am)
Membership
Persons absent are marked with `A`

                          COUNCILLORS
                     Bethan Ash (Chair)
                     Colin Birch (Vice-Chair) A

Dora Clay               Hugh Firth A
Eli Dell                Ida Gale

1. APOLOGIES FOR ABSENCE
Councillor Colin Birch (on leave)

2. EXTENSION OF MARL QUARRY, MARL ROAD
Mr Holm introduced the report. The Chair moved that it be put off until the site had been seen.

RESOLVED 2024/007

That consideration of the application be deferred to allow a site visit to be held.

The following 3 Members voted 'For' the motion:-

Bethan Ash, Dora Clay, Eli Dell

3. LAND AT TANNERS' FIELD
Mr Holm reported on the inquiry.

RESOLVED: 2024/008

That:

1) the application be rejected; and

2) the parish council be told so.
"""
CABINET = """MINUTES OF THE MEETING OF THE CABINET HELD ON 23 APRIL 2024 AT 2.00 PM AT MARL COUNTY HALL.

Members:
*Anna Ash
*Bob Birch

53/24 APOLOGIES FOR ABSENCE [Item 1]
There were none.

54/24 SPECIAL EDUCATIONAL NEEDS CAPITAL PROGRAMME - NEW
SCHOOL AT PENNY LANE, MARL [Item 2]

The report was introduced by the Leader.

55/24 RECOMMENDATIONS TRACKER AND FORWARD WORK
PROGRAMME [Item 3]

The tracker was considered.
"""


@pytest.fixture(scope="module")
def planning() -> Meeting:
    return parse(text_of(PLANNING, "planning.txt")).meetings[0]


def test_a_name_behind_the_word_meeting_is_the_bodys(planning: Meeting) -> None:
    assert planning.body == "PLANNING AND LICENSING COMMITTEE"


def test_a_letter_that_is_explained_tells_who_was_absent(planning: Meeting) -> None:
    status = {one.name: one.status for one in planning.attendance}
    assert status == {
        "Bethan Ash": "chair",
        "Colin Birch": "apologies",
        "Dora Clay": "present",
        "Hugh Firth": "absent",
        "Eli Dell": "present",
        "Ida Gale": "present",
    }


def test_a_numbered_resolution_is_told_by_the_words_below_its_number(planning: Meeting) -> None:
    effects = [[(one.label, one.effect) for one in item.resolutions] for item in planning.items]
    assert effects == [[], [(None, "deferred")], [("1", "rejected"), ("2", "decided")]]


def test_a_title_goes_on_up_to_the_agenda_item_in_brackets() -> None:
    items = parse(text_of(CABINET, "cabinet.txt")).meetings[0].items
    assert [(one.title, one.agenda_item) for one in items] == [
        ("APOLOGIES FOR ABSENCE", "1"),
        ("SPECIAL EDUCATIONAL NEEDS CAPITAL PROGRAMME - NEW SCHOOL AT PENNY LANE, MARL", "2"),
        ("RECOMMENDATIONS TRACKER AND FORWARD WORK PROGRAMME", "3"),
    ]


def test_recommendations_that_are_tracked_head_a_minute() -> None:
    assert is_heading("Recommendations Tracker")
    assert not is_heading("Recommendations")
