"""Minutes of a county's cabinet and of a joint committee: posts that wrap, members in a narrow column, titles."""

from __future__ import annotations

import pytest

from index_store.models import Meeting, SourceText
from index_store.parser import parse

CABINET = """Wexcombe County Council

Cabinet

Minutes of the Meeting held on Monday 9 September 2024 in the Council Chamber, County Hall, Stourfield, at 10am

Present:

 Cllr Philippa Dunning      Chair. Leader of the Council
 Cllr Graham Othwell        Vice-Chair. Deputy Leader and Cabinet Member
                            for Finance
 Cllr Ruth Pennack          Cabinet Member for Adult Social Care
 Cllr Lesley Tranter        Cabinet Member for Highways, Infrastructure
                            and Transport
 Cllr Jonty Aubrey          Cabinet Member for Environment and Waste

Also in attendance (officers):

 Helen Rusbridge            Chief Executive
 Tobias Merrick             Executive Director of Resources and Section
                            151 Officer

1.     Apologies for Absence

1.1    There were none.

2.     Finance Monitoring Report 2024-25: Period 4 (July 2024)

2.1    Cabinet received the report giving a summary of the position.

3.     Declarations of interest: Cllr Aubrey declared an interest in item 4.

4.     Waste

4.1    Cabinet resolved to note the report.
"""
COMMITTEE = """WEXCOMBE JOINT HEALTH SCRUTINY COMMITTEE

MINUTES of the meeting held on Thursday, 21 November 2024 commencing at 10.00 am

Present:

Voting Members:                      District Councillor Dominic
                                     Ashworthy – in the Chair
                                     Councillor Terence Blackwood
                                     Councillor Stuart Wem
                                     Councillor Edmund Royce
                                     District Councillor Sheila Tunnicliffe

1.     Apologies for absence

There were none.

2.     Winter planning

The Committee NOTED the plan.
"""


def meeting(text: str) -> Meeting:
    (one,) = parse(SourceText(text, "minutes.txt")).meetings
    return one


def test_a_post_that_goes_on_below_its_cell_ends_no_list() -> None:
    told = [(one.name, one.role, one.status) for one in meeting(CABINET).attendance]
    assert [name for name, _, _ in told] == [
        "Philippa Dunning", "Graham Othwell", "Ruth Pennack", "Lesley Tranter", "Jonty Aubrey", "Helen Rusbridge",
        "Tobias Merrick",
    ]  # fmt: skip
    posts = {name: role for name, role, _ in told}
    assert posts["Lesley Tranter"] == "Cabinet Member for Highways, Infrastructure and Transport"
    assert posts["Tobias Merrick"] == "Executive Director of Resources and Section 151 Officer"
    assert told[0][2] == "chair"
    assert {status for _, _, status in told[1:5]} == {"present"}


def test_members_in_a_narrow_column_are_each_a_person() -> None:
    one = meeting(COMMITTEE)
    names = ["Dominic Ashworthy", "Terence Blackwood", "Stuart Wem", "Edmund Royce", "Sheila Tunnicliffe"]
    assert [who.name for who in one.attendance] == names
    assert one.attendance[0].status == "chair"


@pytest.mark.parametrize(
    ("number", "title"),
    [("2", "Finance Monitoring Report 2024-25: Period 4 (July 2024)"), ("3", "Declarations of interest")],
)
def test_which_of_several_reports_it_is_belongs_to_the_title(number: str, title: str) -> None:
    assert {one.number: one.title for one in meeting(CABINET).items}[number] == title
