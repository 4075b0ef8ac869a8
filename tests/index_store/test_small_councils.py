"""Minutes as clerks of small councils and boards set them: attendance, titles and names of bodies."""

from __future__ import annotations

import pytest

from index_store.models import Meeting, Status
from index_store.parser import parse
from tests.index_store.bench_parse import text_of

ITEMS = "\n\n1. Minutes\n\nThe minutes were agreed.\n\n2. Roads\n\nNo report was made.\n"
TOP = "Minutes of a meeting of the Marl Forum held at Marl House on 4 May 2010\n\n"


def came(attendance: str, items: str = ITEMS) -> dict[str, Status]:
    return {one.name: one.status for one in meeting(TOP + attendance + items).attendance}


def meeting(text: str) -> Meeting:
    return parse(text_of(text)).meetings[0]


def titles(
    text: str, top: str = f"{TOP}Present: Ann Ash (Chair), Bob Birch\n\n"
) -> list[tuple[str | None, str | None]]:
    return [(item.number, item.title) for item in meeting(top + text).items]


@pytest.mark.parametrize(
    ("attendance", "expected"),
    [
        (
            "Present … Councillors: Ann Ash (In the Chair), Bob Birch & Cat Clay.\n\n"
            "In attendance … Dan Dow – Parish Clerk. Three members of the public.",
            {"Ann Ash": "chair", "Bob Birch": "present", "Cat Clay": "present", "Dan Dow": "in_attendance"},
        ),
        (
            "Present: Trustees Ash (Chair), Birch, Clay and the Clerk",
            {"Ash": "chair", "Birch": "present", "Clay": "present"},
        ),
        (
            "Present:   RT Ashdown (chair)   JE Birch   RJ Clay\n           PK Dow   J Elm   HM Fern",
            {"RT Ashdown": "chair", **dict.fromkeys(("JE Birch", "RJ Clay", "PK Dow", "J Elm", "HM Fern"), "present")},
        ),
        (
            "Present:\n\nAnn Ash (Chair)\n\nBob Birch\n\nCat and Dan Clay\n\nEve Elm",
            {"Ann Ash": "chair", **dict.fromkeys(("Bob Birch", "Cat Clay", "Dan Clay", "Eve Elm"), "present")},
        ),
        (
            "Present\n\nChair\n\nAnn Ash\n\nMembers\n\nBob Birch\n\nabsent from 1.30pm to 3.49pm\n\nCat Clay\n\n"
            "left the meeting at 4.39pm\n\nDan Dow",
            {"Ann Ash": "chair", "Bob Birch": "present", "Cat Clay": "present", "Dan Dow": "present"},
        ),
        (
            "PRESENT – President Ash, Councilwoman Birch, Councilwomen Clay, Mayor Dow, Manager Elm, Deputy Chief "
            "Fern, Fire Marshal Gale, and Recording Secretary Hazel were present.\n\n"
            "ABSENT – Vice President Ivy was excused.",
            {
                **dict.fromkeys(("Ash", "Birch", "Clay", "Dow", "Elm", "Fern", "Gale", "Hazel"), "present"),
                "Ivy": "absent",
            },
        ),
        (
            "PRESENT: Councillor A. Ash (chairman), Councillors B. Birch, and C. Clay, and the clerk D. Dow and the "
            "assistant to the clerk Mrs E. Elm.",
            {"A. Ash": "chair", **dict.fromkeys(("B. Birch", "C. Clay", "D. Dow", "E. Elm"), "present")},
        ),
    ],
)
def test_lists_of_small_councils(attendance: str, expected: dict[str, Status]) -> None:
    assert came(attendance) == expected


def test_when_somebody_was_there_is_noted_of_them() -> None:
    listed = "Present\n\nAnn Ash\n\nBob Birch\n\nleft the meeting at 4.39pm\n\nCat Clay"
    notes = {one.name: one.note for one in meeting(TOP + listed + ITEMS).attendance}
    assert notes["Bob Birch"] == "left the meeting at 4.39pm"


def test_a_firm_is_no_couple() -> None:
    assert came("Present: Ann Ash – MG & AB Other, Independent\nBob Birch") == {
        "Ann Ash": "present",
        "Bob Birch": "present",
    }


def test_a_sentence_tells_who_presided_and_who_did_not_come() -> None:
    items = (
        "\n\n1. Call to Order\n\nThe meeting was called to order at 7 p.m. Presiding was Bob Birch.\n\n"
        "2. Apologies\n\nTrustee Clay did not attend.\n\n3. Roads\n\nNo report was made.\n"
    )
    assert came("Present: Ann Ash, Bob Birch", items) == {"Ann Ash": "present", "Bob Birch": "chair", "Clay": "absent"}


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
    ],
)
def test_bodies_of_small_councils(head: str, body: str, council: str | None) -> None:
    found = meeting(f"{head}\n\nPresent: Ann Ash (Chair), Bob Birch{ITEMS}")
    assert (found.body, found.council) == (body, council)
