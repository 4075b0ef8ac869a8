"""Minutes as clerks of small councils and boards set them: titles, names of bodies, days."""

from __future__ import annotations

import pytest

from index_store.models import Meeting
from index_store.parser import parse
from index_store.parser.particulars import names_meeting
from tests.index_store.bench_parse import text_of

ITEMS = "\n\n1. Minutes\n\nThe minutes were agreed.\n\n2. Roads\n\nNo report was made.\n"
TOP = "Minutes of a meeting of the Marl Forum held at Marl House on 4 May 2010\n\n"


def meeting(text: str) -> Meeting:
    return parse(text_of(text)).meetings[0]


def titles(
    text: str, top: str = f"{TOP}Present: Ann Ash (Chair), Bob Birch\n\n"
) -> list[tuple[str | None, str | None]]:
    return [(item.number, item.title) for item in meeting(top + text).items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "24365 CHAIRMAN’S ANNOUNCEMENTS\nThe chairman had opened the fair.\n\n24366 POLICE MATTERS\nThe clerk gave "
            "the report.\n\n24367 FINANCE\nThe accounts were agreed.\n",
            [("24365", "CHAIRMAN’S ANNOUNCEMENTS"), ("24366", "POLICE MATTERS"), ("24367", "FINANCE")],
        ),
        (
            "1. Declarations of interest … There were none.\n\n2. Roads\n\nNo report was made.\n\n"
            "3. Date of the next meeting … Noted as 25-7-19.\n",
            [("1", "Declarations of interest"), ("2", "Roads"), ("3", "Date of the next meeting")],
        ),
        (
            "1. Declarations of interest in respect of matters to be discussed.\nThe Chair reminded members of the "
            "code.\n\n2. Minutes of the last meeting a). To receive the minutes of March.\n\nThey were deferred.\n\n"
            "3. To confirm the Charity Commission Annual Return has been completed\nBob Birch confirmed it.\n",
            [
                ("1", "Declarations of interest in respect of matters to be discussed"),
                ("2", "Minutes of the last meeting"),
                ("3", "To confirm the Charity Commission Annual Return has been completed"),
            ],
        ),
        (
            "24/99 7.  1998/99 Projected Expenditure\n\nExpenditure came to £720.\n\n25/99 8.  Expenditure Review\n\n"
            "It was agreed.\n\n26/99 9.  Grants\n\nNone were made.\n",
            [("24/99", "1998/99 Projected Expenditure"), ("25/99", "Expenditure Review"), ("26/99", "Grants")],
        ),
        (
            "2021/01 Election of Chair\nIt was resolved to elect Ann Ash.\n\n2021/02 Apologies for absence – None.\n\n"
            "2021/03 MINUTES OF PREVIOUS AGM - May 2019 Agreed.\n\n2021/04 Roads\nNo report was made.\n",
            [
                ("2021/01", "Election of Chair"),
                ("2021/02", "Apologies for absence"),
                ("2021/03", "MINUTES OF PREVIOUS AGM - May 2019"),
                ("2021/04", "Roads"),
            ],
        ),
        (
            "1/20/BC   Apologies\n\nAll were present.\n\n2/20/BC   Approval of Minutes\n\nThey were approved.\n\n"
            "3/20/BC   Action List\n\nIt was noted.\n",
            [("1/20/BC", "Apologies"), ("2/20/BC", "Approval of Minutes"), ("3/20/BC", "Action List")],
        ),
        (
            "1.\nAPOLOGIES FOR ABSENCE received from Cat Clay\n\n2.\nPLANNING\nNo objection "
            "was made.\n\n4. COUNTY/DISTRICT\nCOUNCILLORS, COMMUNITY POLICING,\nLOCAL CLUBS – REPORTS.\n\nA "
            "councillor reported on planning.\n\n5. ROADS\n\nNo report was made.\n",
            [
                ("1", "APOLOGIES FOR ABSENCE"),
                ("2", "PLANNING"),
                ("4", "COUNTY/DISTRICT COUNCILLORS, COMMUNITY POLICING, LOCAL CLUBS – REPORTS"),
                ("5", "ROADS"),
            ],
        ),
        (
            "2895: Apologies:\nNone.\n2896: Consideration of Planning Application for The Country Store, 31 High "
            "Street – variation of condition 13 of planning permission 03/01/FUL dated 09.01.2004:\nThere were no "
            "objections.\n2897: Clerk’s Report:\nNo reports.\n",
            [
                ("2895", "Apologies"),
                (
                    "2896",
                    "Consideration of Planning Application for The Country Store, 31 High Street – variation of "
                    "condition 13 of planning permission 03/01/FUL dated 09.01.2004",
                ),
                ("2897", "Clerk’s Report"),
            ],
        ),
        (
            "1.Minutes\nThey were signed.\n2.Matters Arising\na.Bank set up awaits the issue of a card\n3.Hall "
            "Booking\nIt was agreed that the hall should be marketed.\n",
            [("1", "Minutes"), ("2", "Matters Arising"), ("3", "Hall Booking")],
        ),
        (
            "1. Call to Order      Greetings\n\nIt was called to order.\n\n2. Public Expression      (Time limit "
            "reserved 15 min.)\n\nNobody spoke.\n\n3. Reports\n\nNo report was made.\n",
            [("1", "Call to Order"), ("2", "Public Expression"), ("3", "Reports")],
        ),
        (
            "- Roll Call of Members: Ash, Birch and Clay, present\n- Agenda\n- Business From the Floor: N/A\n- New "
            "Business:\nA motion was made to approve the resolution.\n- Old Business:\nThere was none.\n",
            [
                (None, "Roll Call of Members"),
                (None, "Agenda"),
                (None, "Business From the Floor"),
                (None, "New Business"),
                (None, "Old Business"),
            ],
        ),
    ],
)
def test_titles_of_small_councils(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert titles(text) == expected


def test_headings_in_colons_need_no_space_where_no_line_has_any() -> None:
    top = "Marl Community Council Meeting\nMonday 6th November 2017\nPresent: Ann Ash (Chairman), Bob Birch.\n"
    text = (
        "Apologies: Cat Clay.\nMinutes of Previous Meeting: Approved by Bob Birch; seconded by Ann Ash.\n"
        "Police Report: No police presence but a report was sent in.\nMatters Arising:\nGritting policy:\n"
        "Mr Dow attended the meeting to tell of the policy on gritting. Concerns were raised about the lanes.\n"
        "Wind farm shared ownership meeting:\nAnn Ash attended a meeting in Marl. Little was known at that time.\n"
        "Wind turbine community fund:\nBob Birch to give an update at a later date.\n"
    )
    found = [title for _, title in titles(text, top)]
    assert found[:3] == ["Minutes of Previous Meeting", "Police Report", "Matters Arising"]


def test_a_title_in_capitals_goes_over_its_dashes() -> None:
    text = (
        "CALL TO ORDER – President Ash called the meeting to order.\n\nINVOCATION – Mayor Birch gave it.\n\n"
        "PLEDGE OF ALLEGIANCE – Chief Dow led it.\n\nMEETING NOTES – President Ash read the policy on comments.\n\n"
        "PUBLIC COMMENT – VOTING ITEMS ONLY – There was no public comment.\n\n"
        "PUBLIC HEARING – 18 MARL ROAD HISTORIC NOMINATION\n\nCALL TO ORDER – President Ash called it to order.\n\n"
        "PUBLIC HEARING – 18 MARL ROAD HISTORIC NOMINATION – Notes were taken by a reporter.\n\n"
        "PUBLIC COMMENT – There was no public comment.\n"
    )
    assert ("PUBLIC HEARING – 18 MARL ROAD HISTORIC NOMINATION") in [title for _, title in titles(text)]


def test_a_quorum_is_no_business() -> None:
    text = (
        "The Chairman noted that the meeting was quorate, five of the twelve members having come to it.\n\n"
        "Item 1:  Apologies:\n\nNone.\n\nItem 2:  Minutes:\n\nThey were signed.\n\nItem 3:  Roads:\n\nNo report.\n"
    )
    assert [number for number, _ in titles(text)] == ["Item 1", "Item 2", "Item 3"]


@pytest.mark.parametrize(
    ("head", "body", "council"),
    [
        (
            "MINUTES OF A MEETING OF THE PLANNING COMMITTEE OF MARL TOWN COUNCIL HELD IN THE GUILDHALL, MARL ON 3 JUNE "
            "2019",
            "PLANNING COMMITTEE",
            "MARL TOWN COUNCIL",
        ),
        ("Minutes of the Finance Meeting\n  held on Monday 18 January 1999 in the Pavilion", "Finance", None),
        (
            "Minutes of the meeting of the Village Hall and Meadow Charity Trustee meeting held on 21 July 2015",
            "Village Hall and Meadow Charity Trustee",
            None,
        ),
        ("Minutes of the Marl Allotments AGM\nDate of Meeting - 29 November 2015", "Marl Allotments", None),
        ("June 2019\n\nMeeting of the Ann Ash Memorial Library\n\nJune 10, 2019", "Ann Ash Memorial Library", None),
        (
            "May 2023 - Annual Parish Council Meeting\n\nMinutes of the meeting held on16 May 2023 in the hall",
            "Parish Council",
            None,
        ),
    ],
)
def test_bodies_of_small_councils(head: str, body: str, council: str | None) -> None:
    found = meeting(f"{head}\n\nPresent: Ann Ash (Chair), Bob Birch{ITEMS}")
    assert (found.body, found.council) == (body, council)


def test_a_day_may_be_glued_to_the_word_before_it() -> None:
    text = f"Minutes of the Parish Council Meeting held on16 May 2023 in the hall\n\nPresent: Ann Ash{ITEMS}"
    assert meeting(text).date == "2023-05-16"


def test_what_becomes_of_draft_minutes_is_no_business() -> None:
    text = (
        "The following document is the minutes of the Council meeting held on 28 November 2013. These minutes are "
        "subject to confirmation.\n\nPRESENT\n\nCr Ann Ash (Mayor)\n\nAPOLOGY\n\nCr Bob Birch\n\nMs Cat Clay "
        "(President of the South Arm Hall Committee of Management)\n\nDISCLOSURE OF INTEREST\n\nCr Ash declared an "
        "interest in the report on the bridge at South Arm, and left the meeting while it was considered.\n"
    )
    assert {one.name for one in meeting(text).attendance} == {"Ann Ash", "Bob Birch", "Cat Clay"}


def test_the_title_of_the_page_is_no_minute_and_what_stands_below_it_dates_the_meeting() -> None:
    text = (
        '---\ntitle: "Marl Parish Council"\ndate: "2013-09-10"\n---\n\n**MARL PARISH COUNCIL**\n\n'
        "**Draft minutes of the Parish Council meeting held on Tuesday 23rd July at 7.30pm in the hall.**\n\n"
        "**Present:** Cllr A Ash, Cllr B Birch.\n\n**Minutes of last meeting**\n\nThey were agreed.\n\n"
        "**Roads**\n\nNo report was made.\n\n**Hall**\n\nThe roof was mended.\n"
    )
    read = meeting(text)
    assert (read.body, read.date) == ("Marl Parish Council", "2013-07-23")
    assert [item.title for item in read.items] == ["Minutes of last meeting", "Roads", "Hall"]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["MINUTES", "Title of Meeting Marl Libraries Board", "Date 19th November 2012", "Place Marl Library"], True),
        (
            ["Marl Parish Council", "Draft", "Minutes of the meeting of the Council held in the hall on 4 May 2021"],
            True,
        ),
        (["Minutes", "The minutes of the last meeting were agreed.", "Matters arising", "The roof was mended."], False),
        (["Planning Committee", "The report was noted.", "Roads", "No report was made."], False),
    ],
)
def test_what_heads_the_particulars_of_the_meeting_is_no_minute(lines: list[str], names: bool) -> None:
    assert names_meeting(lines) is names
