"""Minutes as clerks of small councils and boards set them: who came."""

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
        (
            "Present: Cllrs: Ann Ash (Chair), Bob Birch (no voting rights), Cat Clay connected only by telephone with "
            "Dan Dow (Deputy Clerk) in attendance.",
            {"Ann Ash": "chair", "Bob Birch": "present", "Cat Clay": "present", "Dan Dow": "in_attendance"},
        ),
        (
            "Present: Ann Ash-Chairman (AA), Bob Birch (BB), Cat Clay-Vice Chairman (CC) and Dan Dow (DD).",
            {"Ann Ash": "chair", **dict.fromkeys(("Bob Birch", "Cat Clay", "Dan Dow"), "present")},
        ),
        (
            "Present: Ann Ash (Chair), Bob Birch\n\nIn Attendance: Director Community Services (Cat Clay) Director "
            "Infrastructure Services (Dan Dow) Manager Communications and Marketing (Eve Elm)",
            {
                "Ann Ash": "chair",
                "Bob Birch": "present",
                **dict.fromkeys(("Cat Clay", "Dan Dow", "Eve Elm"), "in_attendance"),
            },
        ),
        (
            "Present: Ann Ash (Chair), Bob Birch.\nCat Clay and Dan Dow for item 5.\n4 members of the public.",
            {"Ann Ash": "chair", "Bob Birch": "present", "Cat Clay": "present", "Dan Dow": "present"},
        ),
        (
            "Present – Ann Ashdown (chair) Bob, Cat Clay (minute taker) Dan and Eve, Flo, Gil, Hal, Ivy",
            {
                "Ann Ashdown": "chair",
                **dict.fromkeys(("Bob", "Cat Clay", "Dan", "Eve", "Flo", "Gil", "Hal", "Ivy"), "present"),
            },
        ),
        (
            "Present:- Cllrs. A. Ash, B Birch, C Clay, D Dow. Meeting chaired by C Clay.",
            {"C Clay": "chair", **dict.fromkeys(("A. Ash", "B Birch", "D Dow"), "present")},
        ),
        (
            "Present: Parish Councillors: Mr Ed Ash, Mr Bob Birch.\nMr Dan Dow (Minutes). Residents – Mrs E Elm, Mr F "
            "Fern, Mr G Gale.",
            dict.fromkeys(("Ed Ash", "Bob Birch", "Dan Dow", "E Elm", "F Fern", "G Gale"), "present"),
        ),
    ],
)
def test_lists_of_small_councils(attendance: str, expected: dict[str, Status]) -> None:
    assert came(attendance) == expected


def test_when_somebody_was_there_is_noted_of_them() -> None:
    listed = "Present\n\nAnn Ash\n\nBob Birch\n\nleft the meeting at 4.39pm\n\nCat Clay"
    notes = {one.name: one.note for one in meeting(TOP + listed + ITEMS).attendance}
    assert notes["Bob Birch"] == "left the meeting at 4.39pm"


def test_an_apologies_minute_needs_no_title() -> None:
    items = (
        "\n\n1. Cllr Ann Ash was duly elected as Chairman for the year.\n\n2. Cllr Bob Birch was elected as Vice "
        "Chairman.\n\n3. Apologies were accepted from Cat Clay and Dan Dow.\n\n4. All were reminded of the code.\n"
    )
    assert came("Present: Ann Ash, Bob Birch", items)["Cat Clay"] == "apologies"


def test_surnames_alone_before_present() -> None:
    items = (
        "\n\n1. Call to Order/Roll Call\n\nMeeting called to order at 5.05. Ash, Bob Birch, Clay & Dow present.\n\n"
        "2. Minutes\n\nThey were approved.\n\n3. Roads\n\nNo report was made.\n"
    )
    assert came("", items) == dict.fromkeys(("Ash", "Bob Birch", "Clay", "Dow"), "present")


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


def test_a_heading_below_who_is_to_act_begins_a_minute_however_full_the_line_is() -> None:
    text = (
        "Marl Community Council\nMinute of Meeting held on 3 May 2024\n\n"
        "Present: Ann Ash (Chair), Bob Birch, Carol Clay\n\n"
        "1 Roads\nThe Roads manager would come in the autumn to look at the two bridges, as he\n"
        "had been asked to do at the meeting in March, and would bring the drawings with\n"
        "him for the members to see before the work is put out to tender. ACTION: Carol\n"
        "2 Matters arising\nThe path to the school was swept by the scouts in April and will be swept\n"
        "again before the summer, if there are hands enough to do it in one morning.\n"
        "3 Play park\nThe swing was mended by the contractor and the bill was less than had been\n"
        "feared, so that something is left for paint.\n"
    )
    assert [item.number for item in meeting(text).items] == ["1", "2", "3"]
