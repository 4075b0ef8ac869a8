"""Motions that have a number of their own, as councils in Western Canada print them, and how they ended."""

from __future__ import annotations

import pytest

from index_store.models import MappedText, Meeting, SourceText
from index_store.parser import parse
from index_store.parser.people import read_entry
from index_store.parser.resolutions import find_resolutions

DISTRICT = """DISTRICT OF FERN COVE
Minutes of the Regular Meeting of Council held on Tuesday, March 5, 2024

Present: Mayor Ida Quill
         Councillor Owen Pryce
         Councillor Tess Malloy
         Councillor Hugh Brandt

1.   CALL TO ORDER

     The Mayor called the meeting to order at 7:00 p.m. and thanked those who came out in the snow that
     had closed two of the roads into the village since the weekend, one of them until further notice.

2.   REPORTS

2.1  Lease of the Cannery

     The Planner summarized the report, which recommends a lease for twenty years at a rent set by the
     market. Councillor Brandt asked about parking at the site, which lies by the bus stop on Quay Road.
2024-041
     Moved by Councillor Malloy, seconded by Councillor Pryce
     THAT the lease of the Cannery be approved in principle for a term of twenty years, conditional on
     the grant from the fund for community halls.
                                                                                            CARRIED
                                                              Opposed: Councillor Brandt

2.2  Water Bylaw

     The Engineer explained the stages at which watering is restricted, and who is exempt from each of
     them; he said that the bylaw follows the model that the region sent out to its members last winter.
2024-042  Moved by Councillor Pryce, seconded by Councillor Malloy
          THAT the Water Bylaw be read a first time.
                                                                                CARRIED UNANIMOUSLY
2024-043  Moved by Councillor Brandt, seconded by Councillor Malloy
          THAT the motion be amended by replacing "May" with "June" in the schedule to the Water Bylaw.
                                                                                           DEFEATED
                                                    Opposed: Mayor Quill and Councillor Pryce

3.   ADJOURNMENT

     The meeting adjourned at 8:10 p.m.
"""
RURAL = """RURAL MUNICIPALITY OF ELM HILL NO. 12

MINUTES OF THE REGULAR MEETING OF COUNCIL HELD ON THURSDAY, MAY 9, 2024

PRESENT: Reeve Wendell Haugen
Councillor Division 1: Darlene Prokop
Councillor Division 2: Ross McAuley

AGENDA

101/24 PROKOP: That the agenda be adopted as presented.

CARRIED

DITCH MOWING

The Foreman reported that two quotations came in.

102/24 MCAULEY: That the quotation of Hollin Ltd. be accepted.

CARRIED

103/24 PROKOP: That the mower be sold.

NOT CARRIED

2024 BUDGET

104/24 MCAULEY: That the budget be adopted.

CARRIED
"""


@pytest.fixture(scope="module")
def district() -> Meeting:
    return parse(SourceText(DISTRICT, "fern.txt")).meetings[0]


@pytest.fixture(scope="module")
def rural() -> Meeting:
    return parse(SourceText(RURAL, "elm.txt")).meetings[0]


def test_each_numbered_motion_has_its_own_words_movers_outcome_and_votes(district: Meeting) -> None:
    told = [one for item in district.items for one in item.resolutions]
    assert [(one.label, one.effect, one.proposer, one.seconder) for one in told] == [
        ("2024-041", "decided", "Tess Malloy", "Owen Pryce"),
        ("2024-042", "decided", "Owen Pryce", "Tess Malloy"),
        ("2024-043", "rejected", "Hugh Brandt", "Tess Malloy"),
    ]
    assert [one.votes.names_against if one.votes else () for one in told] == [
        ("Brandt",),
        (),
        ("Mayor Quill", "Pryce"),
    ]
    assert "be amended by replacing" in told[2].text
    assert "read a first time" not in told[2].text


def test_what_staff_recommend_above_a_motion_is_no_part_of_it(district: Meeting) -> None:
    lease = next(one for item in district.items if item.number == "2.1" for one in item.resolutions)
    assert (lease.effect, "summarized" in lease.text) == ("decided", False)


def test_a_surname_in_capitals_before_a_motion_moved_it_and_the_line_above_is_its_title(rural: Meeting) -> None:
    numbered = [(one.number, one.title) for one in rural.items if one.number]
    assert numbered == [
        ("101/24", "AGENDA"),
        ("102/24", "DITCH MOWING"),
        ("103/24", "DITCH MOWING"),
        ("104/24", "2024 BUDGET"),
    ]
    told = [(one.proposer, one.effect) for item in rural.items for one in item.resolutions]
    assert told == [
        ("Darlene Prokop", "decided"),
        ("Ross McAuley", "decided"),
        ("Darlene Prokop", "rejected"),
        ("Ross McAuley", "decided"),
    ]


@pytest.mark.parametrize("outcome", ["NOT CARRIED", "Not Carried", "MOTION NOT CARRIED", "DEFEATED ON A TIE VOTE"])
def test_a_motion_not_carried_is_rejected(outcome: str) -> None:
    text = f"Moved by Councillor Ash, seconded by Councillor Birch,\nThat the bylaw be read.\n{outcome}"
    (one,) = find_resolutions(MappedText(text, ((0, 0, len(text)),)))
    assert one.effect == "rejected"


@pytest.mark.parametrize(
    ("line", "name", "role"),
    [
        ("Councillor Division 1: Darlene Prokop", "Darlene Prokop", "Councillor Division 1"),
        ("Ward 3 Councillor Ann Ash", "Ann Ash", "Ward 3"),
        ("Foreman Curtis Yaremko", "Curtis Yaremko", "Foreman"),
        ("Chief Normand Theriault", "Normand Theriault", "Chief"),
        ("Chief Administrative Officer Phil Tarrant", "Phil Tarrant", "Chief Administrative Officer"),
    ],
)
def test_a_seat_or_post_before_a_name_is_the_role(line: str, name: str, role: str) -> None:
    (one,) = read_entry(line)
    assert (one.person.name, one.role) == (name, role)


SECTIONS = """CITY OF ALDER BAY
REGULAR COUNCIL MEETING MINUTES
Monday, April 15, 2024

Present: Mayor Ida Quill; Councillors Owen Pryce and Tess Malloy.

{0} CALL TO ORDER

Mayor Quill called the meeting to order at 6:00 p.m.

{1} REPORTS

{1}{2} Boat Ramp Replacement

Three bids were received for the replacement of the boat ramp.

Moved by Councillor Malloy, seconded by Councillor Pryce, that the lowest be accepted.

Name | Yea | Nay
Mayor Quill | X
Councillor Pryce | | X
Councillor Malloy | X

Carried

{1}{3} Resolution No. 12, Fireworks on the Beach

The solicitor explained that the beach is the province's.

{4} ADJOURNMENT

The meeting was adjourned at 8:06 p.m.
"""


@pytest.mark.parametrize(
    ("marks", "numbers"),
    [
        (("A.", "B.", "1", "2", "C."), ["A", "B", "B.1", "B.2", "C"]),
        (("1.", "2.", "a", "b", "3."), ["1", "2", "2.a", "2.b", "3"]),
        (("1.", "2.", "A.", "B.", "3."), ["1", "2", "2.A", "2.B", "3"]),
    ],
)
def test_minutes_that_repeat_their_section_are_read_each_by_its_own(marks: tuple[str, ...], numbers: list[str]) -> None:
    items = parse(SourceText(SECTIONS.format(*marks), "alder.txt")).meetings[0].items
    assert [one.number for one in items] == numbers
    assert [one.title for one in items[2:4]] == ["Boat Ramp Replacement", "Resolution No. 12, Fireworks on the Beach"]


def test_a_mark_in_a_column_beside_a_name_is_that_members_vote() -> None:
    items = parse(SourceText(SECTIONS.format("A.", "B.", "1", "2", "C."), "alder.txt")).meetings[0].items
    (one,) = items[2].resolutions
    assert one.votes is not None
    assert (one.votes.names_for, one.votes.names_against) == (
        ("Mayor Quill", "Councillor Malloy"),
        ("Councillor Pryce",),
    )


ROLL = """CITY OF ALDER BAY
REGULAR COUNCIL MEETING MINUTES
Monday, April 15, 2024

A. ROLL CALL

The Mayor called the meeting to order at 6:00 p.m. Present: Mayor Ida Quill; Council President Owen Pryce; \
Councilor Vera Stokes. Excused: Councilor Hugh Brandt. Staff present: City Manager Kay Turner; City Recorder Nora Lind.

B. REPORTS

Three bids were received.
"""
TABLE = """District of Fern Cove - Regular Council Minutes

MINUTES OF THE REGULAR MEETING OF COUNCIL
held on Tuesday, March 26, 2024

Present\tMayor Ida Quill, Cr Owen Pryce
Apologies\tCr Tess Malloy
In\tKay Turner (Clerk), Walt Denby attendance (Fire Marshal), Nora Lind (Planner)

1   Welcome

The Mayor opened the meeting.

2   Reports

None.
"""


@pytest.mark.parametrize("text", [ROLL, TABLE])
def test_staff_named_behind_those_who_are_away_did_come(text: str) -> None:
    people = {one.name: one.status for one in parse(SourceText(text, "roll.txt")).meetings[0].attendance}
    assert [name for name, status in people.items() if status == "apologies"] in (["Hugh Brandt"], ["Tess Malloy"])
    assert {people["Kay Turner"], people["Nora Lind"]} == {"in_attendance"}
    assert people["Owen Pryce"] == "present"


def test_a_place_before_a_dash_is_the_council_of_the_body_behind_it() -> None:
    meeting = parse(SourceText(TABLE, "fern.txt")).meetings[0]
    assert (meeting.body, meeting.council) == ("Council", "District of Fern Cove")
