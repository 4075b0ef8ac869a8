"""Forms in which minutes print who met, who came and the numbers of minutes, each over the same fictional meeting."""

from __future__ import annotations

from itertools import product

import pytest

from index_store.models import Meeting, SourceText
from index_store.parser import parse
from tests.index_store.bench_parse import fold

BUSINESS = """

1. Apologies

None were received.

2. Minutes of the meeting held on 12 March 2023

These were agreed and signed by the Chairman.

3. Date of next meeting

The next meeting will be on 14 May 2024.
"""
CAME = "\n\nPresent: Cllrs A Bell (Chair), T Ives, R Khan"
HEADERS = [
    (
        "MARL COUNTY COUNCIL\n\nMinutes of the Planning Committee\n\nTuesday 9 April 2024",
        "Planning Committee",
        "marl county council",
    ),
    (
        "Minutes of the Audit Committee of Marl Borough Council held on 9th April 2024 at the Town Hall",
        "Audit Committee",
        "marl borough council",
    ),
    (
        "Marl Parish Council\nMinutes of the Annual Meeting of the Council held on 9 April 2024",
        "Marl Parish Council",
        "",
    ),
    ("MINUTES OF THE EXTRAORDINARY MEETING OF MARL TOWN COUNCIL HELD ON 9 APRIL 2024", "Marl Town Council", ""),
    (
        "Marl Town Council – Finance & Policy Committee – Minutes – 9 April 2024",
        "Finance & Policy Committee",
        "marl town council",
    ),
    ("MINUTES OF THE PROCEEDINGS OF THE COUNCIL OF THE CITY OF MARL\nheld on 9 April 2024", "Council", "city of marl"),
    (
        "The Corporation of the Township of Marl\nCommittee of the Whole\nMinutes\nApril 9, 2024",
        "Committee of the Whole",
        "the corporation of the township of marl",
    ),
    (
        "Town of Marl\nMinutes of a Regular Meeting of Town Council held Tuesday, April 9, 2024 at 7:00 p.m.",
        "Town Council",
        "town of marl",
    ),
    (
        "Municipality of the District of Marl\nCouncil Minutes\nApril 9, 2024",
        "Council",
        "municipality of the district of marl",
    ),
    (
        "COMHAIRLE BAILE MARL\nMARL CITY COUNCIL\nMinutes of Special Budget Meeting held on 9th April, 2024",
        "Marl City Council",
        "",
    ),
    (
        "Minutes of a meeting of the South East Area Committee held on 9th April 2024 in City Hall",
        "South East Area Committee",
        "",
    ),
    (
        "MARL CITY COUNCIL\nHOUSING STRATEGIC POLICY COMMITTEE\nMINUTES OF MEETING 9TH APRIL 2024",
        "Housing Strategic Policy Committee",
        "marl city council",
    ),
    ("Cabinet\n\nMinutes of a meeting held at County Hall, Marl on 9 April 2024", "Cabinet", ""),
    ("Minutes of a meeting of the Cabinet held on 09/04/2024\nMarl County Council", "Cabinet", "marl county council"),
    ("Full Council\nMarl District Council\n9 April 2024", "Marl District Council", ""),
    ("Health and Wellbeing Board\n9 April 2024\nMinutes", "Health and Wellbeing Board", ""),
    (
        "Marl Safeguarding Children Partnership – Executive Group\nMinutes of meeting 9 April 2024",
        "Executive Group",
        None,
    ),
    (
        (
            "MINUTES OF THE COMMUNITY, HOUSING AND ENVIRONMENT OVERVIEW & SCRUTINY COMMITTEE MEETING HELD IN THE "
            "COUNCIL CHAMBER\nON TUESDAY 9 APRIL 2024"
        ),
        "Community, Housing and Environment Overview & Scrutiny Committee",
        None,
    ),
    (
        "Minutes of the 412th Meeting of Marl Community Council held on Tuesday, 9th April, 2024",
        "Marl Community Council",
        "",
    ),
    (
        "DRAFT MINUTES\n\nMarl Neighbourhood Plan Steering Group\n\nMeeting held on 9 April 2024 via Zoom",
        "Marl Neighbourhood Plan Steering Group",
        None,
    ),
    ("Royal Borough of Marl\nLicensing Sub-Committee\nMinutes - 9 April 2024", "Licensing Sub-Committee", None),
    ("County of Marl\nMinutes of the Regular Council Meeting of April 9, 2024", "Council", "county of marl"),
    (
        "REGIONAL MUNICIPALITY OF MARL\nPlanning and Works Committee\nMinutes\nTuesday, April 9, 2024\n9:00 a.m.",
        "Planning and Works Committee",
        "regional municipality of marl",
    ),
    (
        "Minutes of the Meeting of the Governing Body of Marl Primary School held on 9 April 2024",
        "Governing Body of Marl Primary School",
        None,
    ),
    (
        "Marl Joint Committee for Strategic Planning\nHeld at 2pm on 9 April 2024 at Marl House",
        "Marl Joint Committee for Strategic Planning",
        None,
    ),
    (
        "Minutes of the Ordinary Meeting of Marl County Council held on Monday, 9th day of April, 2024 at 11.00 a.m.",
        "Marl County Council",
        "",
    ),
    ("At a Meeting of Marl District Council held on 9th April 2024", "Marl District Council", ""),
    (
        "MARL PARISH COUNCIL\nMINUTES OF THE PLANNING COMMITTEE MEETING HELD ON 9 APRIL 2024",
        "Planning Committee",
        "marl parish council",
    ),
]
"""Header, body, council ("" for none, None where either will do)."""
HEAD = (
    "MARL PARISH COUNCIL\n\n"
    "Minutes of the meeting of the Council held on Tuesday 9 April 2024 at 7pm in the Village Hall\n\n"
)
LISTS = [
    (
        "Present: Cllr Ann Bell (Chair), Cllr Tom Ives, Cllr Ria Khan\nIn attendance: Jo Frost (Clerk)\n"
        "Apologies: Cllr Dan Holt"
    ),
    (
        "PRESENT\nCllr Ann Bell (Chair)\nCllr Tom Ives\nCllr Ria Khan\n\nIN ATTENDANCE\nJo Frost (Clerk)\n\n"
        "APOLOGIES\nCllr Dan Holt"
    ),
    (
        "Present: Ann Bell (in the Chair)\n         Tom Ives\n         Ria Khan\nOfficer: Jo Frost, Clerk\n"
        "Apologies for absence: Dan Holt"
    ),
    (
        "Members present: Councillors Ann Bell (Chairman), Tom Ives and Ria Khan. Also present: Jo Frost "
        "(Clerk) and 3 members of the public. Apologies: Councillor Dan Holt."
    ),
    "Chair: Cllr Ann Bell\nPresent: Cllrs Tom Ives, Ria Khan\nClerk: Jo Frost\nApologies: Cllr Dan Holt",
    (
        "There were present: Cllr Ann Bell in the Chair, Cllrs Tom Ives and Ria Khan. The Clerk, Jo Frost, "
        "was in attendance. Apologies were received from Cllr Dan Holt."
    ),
    (
        "Present – Councillor Ann Bell (Chair); Councillors Tom Ives; Ria Khan\n"
        "Attending – Jo Frost (Town Clerk)\nApologies – Councillor Dan Holt"
    ),
    (
        "Councillors Present: Ann Bell (Chair)    Tom Ives    Ria Khan\nIn Attendance: Jo Frost    Clerk\n"
        "Apologies: Dan Holt"
    ),
    "| Present | Apologies |\n|---|---|\n| Cllr Ann Bell (Chair) | Cllr Dan Holt |\n| Cllr Tom Ives | |\n|"
    " Cllr Ria Khan | |\n\nIn attendance: Jo Frost (Clerk)",
    (
        "Attendees: Ann Bell – Chair; Tom Ives – Vice Chair; Ria Khan – Member; Jo Frost – Clerk\n"
        "Apologies received: Dan Holt"
    ),
    (
        "Roll call:\nPresent: Mayor Ann Bell, Councillors Tom Ives, Ria Khan\nRegrets: Councillor Dan Holt\n"
        "Staff present: Jo Frost, CAO"
    ),
    (
        "Those present:\n• Cllr Ann Bell (Chair)\n• Cllr Tom Ives\n• Cllr Ria Khan\n"
        "• Jo Frost, Clerk to the Council\nThose absent with apologies:\n• Cllr Dan Holt"
    ),
    (
        "Attendance:\nAnn Bell (Chair) – present\nTom Ives – present\nRia Khan – present\n"
        "Dan Holt – apologies\nJo Frost (Clerk) – in attendance"
    ),
    (
        "In the chair: Councillor Ann Bell\nMembers: Councillors Tom Ives and Ria Khan\n"
        "Officers: Jo Frost (Clerk)\nAn apology was received from Councillor Dan Holt"
    ),
]
TITLES = [
    "Apologies for absence",
    "Declarations of interest",
    "Minutes of the meeting held on 12 March 2024",
    "Budget monitoring 2023/24",
    "Proposed closure of Mill Lane",
    "Reports from outside bodies",
    "Correspondence",
    "Date of next meeting",
]
TEXTS = [
    "Apologies were received from Cllr D Holt.",
    "There were no declarations.",
    "The minutes were agreed as a correct record and signed by the Chair.",
    (
        "The Committee considered a report.\n\nIt was RESOLVED:\n\n(a) That it be noted;\n\n"
        "(b) That £5,000 be moved to reserves."
    ),
    "Cllr Bell moved, seconded by Cllr Ives, that the Council object. 14 letters had been\nreceived.",
    "1. Village Hall: Cllr Ives reported that the roof had been mended.\n2. Twinning: nothing to report.",
    "Letters were received from the County Council and from the police.",
    "Tuesday 14 May 2024 at 7.30 pm.",
]
NUMBERS = {
    "1.": ("{}. ", 0),
    "61/24.": ("{}/24. ", 60),
    "24/161": ("24/{} ", 160),
    "FC/24/161": ("FC/24/{} ", 160),
    "2024.161": ("2024.{} ", 160),
    "PC 23-24/112": ("PC 23-24/{} ", 111),
    "Minute 112:": ("Minute {}: ", 111),
    "[101]": ("[{}] ", 100),
    "101)": ("{}) ", 100),
    "1.0": ("{}.0 ", 0),
    "Agenda Item 1:": ("Agenda Item {}: ", 0),
    "AM.24.15": ("AM.24.{} ", 14),
    "101/24-25": ("{}/24-25 ", 100),
    "24/25-161": ("24/25-{} ", 160),
    "2345": ("{} ", 2344),
}
SETTINGS = {
    "apart": "{label}{title}\n\n{text}\n\n",
    "close": "{label}{title}\n{text}\n\n",
    "full stop": "{label}{title}.\n\n{text}\n\n",
    "no empty lines": "{label}{title}\n{text}\n",
    "run in": "{label}{title}: {text}\n\n",
}


def only_meeting(text: str) -> Meeting:
    (meeting,) = parse(SourceText(text, "minutes.txt")).meetings
    return meeting


@pytest.mark.parametrize(("header", "body", "council"), HEADERS)
def test_who_met_and_when_is_read_from_the_header(header: str, body: str, council: str | None) -> None:
    meeting = only_meeting(header + CAME + BUSINESS)
    assert fold(meeting.body) == fold(body)
    assert council is None or fold(meeting.council) == council
    assert meeting.date == "2024-04-09"
    assert len(meeting.items) == 3


@pytest.mark.parametrize("listed", LISTS)
def test_who_came_is_read_from_the_list(listed: str) -> None:
    meeting = only_meeting(HEAD + listed + BUSINESS)
    assert {one.name for one in meeting.attendance} == {"Ann Bell", "Tom Ives", "Ria Khan", "Jo Frost", "Dan Holt"}
    assert [one.name for one in meeting.attendance if one.status in ("apologies", "absent")] == ["Dan Holt"]
    assert meeting.chair in ("Ann Bell", None)
    assert len(meeting.items) == 3


@pytest.mark.parametrize(("number", "setting"), list(product(NUMBERS, SETTINGS)))
def test_minutes_are_found_by_their_numbers(number: str, setting: str) -> None:
    label, before = NUMBERS[number]
    printed = [
        SETTINGS[setting].format(label=label.format(before + count), title=title, text=text)
        for count, (title, text) in enumerate(zip(TITLES, TEXTS, strict=True), 1)
    ]
    meeting = only_meeting(HEAD + LISTS[0] + "\n\n" + "".join(printed) + "The meeting closed at 8.40 pm.\n")
    assert [item.title and item.title.rstrip(".") for item in meeting.items] == TITLES


TURNS = """Minutes of Marl Parish Council held on 9 April 2024

Present: Cllrs A Bell (Chair), T Ives

1. Apologies:

None.

2. Declarations of Interest:

The Chairman asked to take the fair first.

6) Summer Fair:

It raised £310 in 2023.

3. Minutes:

Agreed.

4. Matters Arising:

There were none.

5, Draft Budget:

12 Rowan Close: a grant was asked for. It was put off.

7. Correspondence:

A letter was read.

8. Next Meeting:

14 May 2024.
"""


def test_numbers_out_of_turn_and_mistyped_are_headings_where_they_are_missing() -> None:
    (meeting,) = parse(SourceText(TURNS, "minutes.txt")).meetings
    assert [(one.number, one.title) for one in meeting.items] == [
        ("1", "Apologies"),
        ("2", "Declarations of Interest"),
        ("6", "Summer Fair"),
        ("3", "Minutes"),
        ("4", "Matters Arising"),
        ("5", "Draft Budget"),
        ("7", "Correspondence"),
        ("8", "Next Meeting"),
    ]


def test_a_line_with_a_missing_number_that_ends_in_no_colon_is_none() -> None:
    text = TURNS.replace("5, Draft Budget:", "5, Rowan Close is empty")
    (meeting,) = parse(SourceText(text, "minutes.txt")).meetings
    assert "5" not in [one.number for one in meeting.items]
