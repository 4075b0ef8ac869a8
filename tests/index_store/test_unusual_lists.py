"""Lists of people as councils print them now and then: without labels, under kinds of members, with marks."""

from __future__ import annotations

import pytest

from index_store.models import Meeting, Status
from index_store.parser import parse
from tests.index_store.bench_parse import text_of

ITEMS = "\n\n1. Minutes\n\nThe minutes were agreed.\n\n2. Roads\n\nNo report was made.\n"


def meeting(attendance: str, items: str = ITEMS) -> Meeting:
    head = "Minutes of a meeting of the Marl Forum held at Marl House on 4 May 2010\n\n"
    return parse(text_of(f"{head}{attendance}{items}")).meetings[0]


def came(found: Meeting) -> dict[str, Status]:
    return {one.name: one.status for one in found.attendance}


@pytest.mark.parametrize(
    ("attendance", "expected"),
    [
        (
            "PRESENT:\nRatepayer Members: Mr Ash (Ch)\nMr Birch\n\nAPOLOGIES:\nRatepayer Members: Mr Clay\n"
            "Appointed Members: Cllr Dow",
            {"Ash": "chair", "Birch": "present", "Clay": "apologies", "Dow": "apologies"},
        ),
        (
            "PRESENT: Councillors: A Ash (Chairman), B Birch\n\nAPOLOGIES: Councillors: C Clay, D Dow",
            {"A Ash": "chair", "B Birch": "present", "C Clay": "apologies", "D Dow": "apologies"},
        ),
        (
            "Presiding    Councillor A Ash\n\nOther Members Present    B Birch\n    C Clay\n\n"
            "Officers Present    D Dow (Clerk)",
            {"A Ash": "chair", "B Birch": "present", "C Clay": "present", "D Dow": "in_attendance"},
        ),
        (
            "Employer Representatives:\nCouncillor Ann Ash (Chair)\nBob Birch (Marl College)\n\n"
            "Officers: Cat Clay (Head of Pensions)",
            {"Ann Ash": "chair", "Bob Birch": "present", "Cat Clay": "in_attendance"},
        ),
        (
            "Present: Councillor Ash (Chair), Birch (Deputy Chair), Clay (Group Spokesperson), Dow and Elm",
            {"Ash": "chair", "Birch": "present", "Clay": "present", "Dow": "present", "Elm": "present"},
        ),
        (
            "Present: Councillor SL Ash (Chairman); Mrs G Birch, Messrs C Clay, D Dow; Councillors RN Elm, PJ Fern",
            {
                "SL Ash": "chair",
                **dict.fromkeys(("G Birch", "C Clay", "D Dow", "RN Elm", "PJ Fern"), "present"),
            },
        ),
        (
            "Present:\nDr Ann Ash AA Clinical Chair\nBob Birch BB Lay Member for Governance\n\n"
            "In attendance:\nCat Clay CC Director of Quality",
            {"Ann Ash": "chair", "Bob Birch": "present", "Cat Clay": "in_attendance"},
        ),
        (
            "Chair: * Councillor Mrs Ann Ash\n\nCouncillors:\n* Bob Birch\n† Cat Clay\n\n* Denotes Member present\n"
            "† Denotes apologies received",
            {"Ann Ash": "chair", "Bob Birch": "present", "Cat Clay": "apologies"},
        ),
        (
            "Cllrs A Ash, B Birch, C Clay and D Dow\n\nE Elm, Acting Town Clerk",
            {
                **dict.fromkeys(("A Ash", "B Birch", "C Clay", "D Dow"), "present"),
                "E Elm": "in_attendance",
            },
        ),
        (
            "PRESENT:\n\nMARL CITY COUNCIL\nCouncillor Ann Ash (Chairman)\n\n"
            "TARN DISTRICT COUNCIL\nCouncillor Bob Birch",
            {"Ann Ash": "chair", "Bob Birch": "present"},
        ),
        (
            "In the Chair : Mayor (Councillor A Ash)\n\nMembers Present : Aldermen – B Birch and C Clay\n\n"
            "Officers Present : Chief Executive - D Dow",
            {"A Ash": "chair", "B Birch": "present", "C Clay": "present", "D Dow": "in_attendance"},
        ),
        (
            "Present: Cllr R Hill (Chair), Cllr R A Hill and Cllr B Birch",
            {"R Hill": "chair", "R A Hill": "present", "B Birch": "present"},
        ),
    ],
)
def test_everybody_in_the_list_has_the_right_status(attendance: str, expected: dict[str, Status]) -> None:
    assert came(meeting(attendance)) == expected


def test_a_sentence_introduces_those_present() -> None:
    text = (
        "Minutes of a meeting of the MARL COMMITTEE held in Marl House at 9.30 am on 4 May 2010 "
        "when there were present:\n"
        "Councillors\nMrs S A Ash (Chairman)\nB Birch\nOfficers\nMr C Clay – Head of Planning\n"
        "(19) MINUTES\nThe minutes were agreed.\n(20) ROADS\nNo report was made.\n(21) WATER\nNone was found.\n"
    )
    assert came(parse(text_of(text)).meetings[0]) == {
        "S A Ash": "chair",
        "B Birch": "present",
        "C Clay": "in_attendance",
    }


def test_roles_in_a_column_below_the_names_belong_to_nobody() -> None:
    found = meeting("PRESENT:\nDr Ann Ash\nBob Birch\nCat Clay\nChair/GP\nChief Officer\nLay Member\n")
    assert {(one.name, one.role) for one in found.attendance} == {
        ("Ann Ash", None),
        ("Bob Birch", None),
        ("Cat Clay", None),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Councillor B Birch had been appointed as a substitute member for Councillor A Ash.",
        "Councillor B Birch was present as Substitute Member for Councillor A Ash.",
        "Councillor B Birch attended in place of Councillor A Ash.",
    ],
)
def test_a_sentence_tells_who_came_for_whom(sentence: str) -> None:
    items = f"\n\n1. Apologies\n\n{sentence}\n\n2. Roads\n\nNo report was made.\n"
    found = {one.name: one for one in meeting("Present: Councillors C Clay and D Dow", items).attendance}
    assert (found["B Birch"].status, found["B Birch"].substitute_for) == ("substitute", "A Ash")
    assert found["A Ash"].status == "apologies"


@pytest.mark.parametrize(
    ("body", "away"),
    [
        (
            "were received from: Councillors Mr A Ash & Mr B Birch. Also: County Councillor Mr C Clay",
            {"A Ash", "B Birch", "C Clay"},
        ),
        (
            "Apologies had been received from Cllr A Ash, due to work, Cllr B Birch, due to illness.",
            {"A Ash", "B Birch"},
        ),
        (
            "Apologies were received from: -\n\nSchool members\nAnn Ash, Bob Birch\n\nOthers\nNone",
            {"Ann Ash", "Bob Birch"},
        ),
        (
            "Cllr A Ash (work) – accepted. County Cllr B Birch also sent apologies. Cllr C Clay was absent.",
            {"A Ash", "B Birch"},
        ),
        ("Cllr Ash (holiday). The reason was approved. County Cllr Birch sent his apologies.", {"Ash", "Birch"}),
        ("The Chairman welcomed Cllr A Ash. Cllr B Birch sent his apologies.", {"B Birch"}),
    ],
)
def test_a_minute_on_apologies_names_those_away(body: str, away: set[str]) -> None:
    items = f"\n\n1. Apologies\n\n{body}\n\n2. Roads\n\nNo report was made.\n"
    found = meeting("Present: Dan Dow (Chair), Eve Elm", items)
    assert {one.name for one in found.attendance if one.status == "apologies"} == away


def test_a_mayor_who_opens_the_list_is_in_the_chair_where_nobody_else_is() -> None:
    assert meeting("Present: Cllr A Ash (Town Mayor), Cllr B Birch (Deputy Mayor), Cllr C Clay").chair == "A Ash"
    assert meeting("Present: Cllr A Ash (Mayor), Cllr B Birch (Chairman), Cllr C Clay").chair == "B Birch"
    assert meeting("Present: Cllr A Ash, Cllr B Birch (Mayor), Cllr C Clay").chair is None


def test_an_address_that_ends_in_a_short_word_does_not_run_into_the_list_below() -> None:
    head = "Marl Ranch Board Meeting Notes\nDate: August 27, 2025\nLocation: 400 Quay Dr.\nAttendees:\n"
    people = "• Board Members: Ann Ash, Bob Birch, Cy Clay\n• Guest: Dan Dow\n"
    found = parse(text_of(f"{head}{people}\nOld Business\n\n• Discussion of the gate\n"))
    assert found.kind == "minutes"
    assert found.meetings[0].venue == "400 Quay Dr"
    assert [one.name for one in found.meetings[0].attendance] == ["Ann Ash", "Bob Birch", "Cy Clay", "Dan Dow"]


def test_a_list_ends_at_its_sentence_where_the_minutes_stand_in_one_paragraph() -> None:
    text = (
        "SPECIAL MEETING OF MARL CITY COUNCIL Held in the City Hall on Thursday, 21st June, 2012 at the hour of 6.00 "
        "o’clock p.m., pursuant to Notice. Members present: The Right Honourable the Lord Mayor (Alderman Roe) "
        "(Chairman); the Deputy Lord Mayor (Councillor Cole); Aldermen Brown, R. Newby and Stokes; and Councillors "
        "Attlee, M. E. Camp and Webber. Summons The Chief Executive submitted the summons convening the meeting. "
        "Apologies Apologies for inability to attend were reported from Councillors Keane and Kelso. Expression of "
        "Sympathy The Lord Mayor (Alderman Roe) referred to the recent death of a former Member of the Council and "
        "extended his condolences and deepest sympathy to the family circle."
    )
    here = dict.fromkeys(("Cole", "Brown", "R. Newby", "Stokes", "Attlee", "M. E. Camp", "Webber"), "present")
    away = dict.fromkeys(("Keane", "Kelso"), "apologies")
    assert came(parse(text_of(text)).meetings[0]) == {"Roe": "chair", **here, **away}


def test_names_run_together_behind_their_label() -> None:
    found = came(meeting("Present: Peter Argyle Eric Baird Duncan Bray Stuart Black"))
    assert found == dict.fromkeys(("Peter Argyle", "Eric Baird", "Duncan Bray", "Stuart Black"), "present")


def test_a_chair_alone_under_the_label_has_initials_run_together() -> None:
    found = came(meeting("Present\n\nChair\n\nAC Hobson\n\nCouncillors\n\nIO Coe, WJ Dale, Mrs J McKee"))
    assert found == {"AC Hobson": "chair", **dict.fromkeys(("IO Coe", "WJ Dale", "J McKee"), "present")}


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (
            "Apologies came from Mr R Bing and Mrs H Carr. It was noted that Mr D Gaunt had replaced Mr R Bing "
            "and Mr K Hitch had replaced Mrs H Carr as members of the Committee for this meeting only.",
            {"R Bing": "apologies", "H Carr": "apologies", "D Gaunt": "substitute", "K Hitch": "substitute"},
        ),
        (
            "Apologies came from Councillor Kay Banks MBE and Councillor Peter Fowke attended as her substitute.",
            {"Kay Banks": "apologies", "Peter Fowke": "substitute"},
        ),
        (
            "Apologies were received from Councillor Horn. Councillors Lidd, Noakes and Mrs Thoms were not present.",
            {"Horn": "apologies", "Lidd": "absent", "Noakes": "absent", "Thoms": "absent"},
        ),
    ],
)
def test_sentences_tell_who_came_instead_and_who_was_not_there(sentences: str, expected: dict[str, Status]) -> None:
    items = f"\n\n1. Apologies\n\n{sentences}\n\n2. Roads\n\nNo report was made.\n"
    assert came(meeting("", items)) == expected


STARRED = (
    "Chairman:\n\n* Councillor Ann Ash\n\nVice-Chairman:\n\nCouncillor Bob Birch\n\n* Councillor Cat Clay\n\n"
    "Councillor Dan Dow\n\nEmployer Representatives (Co-opted members):\n\n* Ms Eve Elm (Marl College)\n\n"
    "Mr Fay Fern (Marl Trust)\n\n*present"
)
CONSTITUTED = (
    "THE COUNCIL BEING CONSTITUTED\nAS FOLLOWS:\n                 Ann Ash (Chair)\n\n *Bob Birch          Cat Clay\n"
    "   Dan Dow          r Eve Elm\n\n*absent\nr = Remote Attendance"
)


@pytest.mark.parametrize(
    ("attendance", "expected"),
    [
        (
            STARRED,
            {
                **{"Ann Ash": "chair", "Bob Birch": "absent", "Cat Clay": "present", "Dan Dow": "apologies"},
                **{"Eve Elm": "present", "Fay Fern": "absent"},
            },
        ),
        (
            CONSTITUTED,
            {
                **{"Ann Ash": "chair", "Bob Birch": "absent", "Cat Clay": "present"},
                **{"Dan Dow": "present", "Eve Elm": "present"},
            },
        ),
        (
            "Present:-   Councillors: Ash (Chairman), Birch (Vice-Chairman), Clay,\nDow, Elm.\n\n"
            "Also in attendance:-   Fay Fern (Legal Officer)",
            {
                **{"Ash": "chair", "Birch": "present", "Clay": "present", "Dow": "present", "Elm": "present"},
                "Fay Fern": "in_attendance",
            },
        ),
    ],
    ids=["starred-came", "starred-absent", "surnames-go-on"],
)
def test_marks_under_offices_and_lists_that_go_on(attendance: str, expected: dict[str, Status]) -> None:
    items = "\n\n1. Apologies\n\nApologies were received from Councillor Dow.\n\n2. Roads\n\nNo report was made.\n"
    assert came(meeting(attendance, items if attendance == STARRED else ITEMS)) == expected


def test_numbers_in_the_margin_below_title_and_agenda_number() -> None:
    items = (
        "\n\nAPOLOGIES FOR ABSENCE\n(Agenda No. 1)\nSPC/41    None were received.\n\n"
        "MINUTES OF THE LAST MEETING\n(Agenda No. 2)\nSPC/42    RESOLVED that the minutes be signed.\n\n"
        "APPLICATION NO. 24/0061 - LAND AT MARL FARM, TARN\n(Agenda No. 3)\n"
        "SPC/43    The Committee considered the application for ten houses.\n\n"
        "    (i) the lane was narrow.\n\n    RESOLVED that the application be refused.\n"
    )
    found = meeting("Present: A Ash, B Birch", items).items
    assert [(one.number, one.agenda_item, one.title) for one in found] == [
        ("SPC/41", "1", "APOLOGIES FOR ABSENCE"),
        ("SPC/42", "2", "MINUTES OF THE LAST MEETING"),
        ("SPC/43", "3", "APPLICATION NO. 24/0061 - LAND AT MARL FARM, TARN"),
    ]
    assert found[2].body.text.startswith("The Committee considered")


@pytest.mark.parametrize(
    ("attendance", "expected"),
    [
        (
            "Present:-\n\nCounty Councillor Ann Ash in the Chair.\n\nCounty Councillors Bob Birch and Cat Clay.\n\n"
            "Other Members:-\nExecutive County Councillors Dan Dow and Eve Elm.\n\n"
            "NYCC Officers attending: Fay Fern, Corporate Director (BES) and Gil Gorse (Democratic Services).",
            {
                **{"Ann Ash": "chair", "Bob Birch": "present", "Cat Clay": "present"},
                **dict.fromkeys(("Dan Dow", "Eve Elm", "Fay Fern", "Gil Gorse"), "in_attendance"),
            },
        ),
        (
            "Present:\n\nCounty Councillor Ann Ash (Chair)\n\nCo-opted members\n\n"
            "Dr Bob Birch, Representing Church of England Schools\nMr Cat Clay, Representing Free Church Schools\n\n"
            "County Councillor Dan Dow replaced County Councillor Eve Elm for this meeting.",
            {
                **{"Ann Ash": "chair", "Bob Birch": "present", "Cat Clay": "present"},
                **{"Dan Dow": "substitute", "Eve Elm": "apologies"},
            },
        ),
        (
            "Present:\n\nCouncillor Ann Ash (Chairman)\nCouncillor Bob Birch\n\n"
            "The following Officers were present in support throughout the meeting:\n\nCat Clay – Head of Democracy",
            {"Ann Ash": "chair", "Bob Birch": "present", "Cat Clay": "in_attendance"},
        ),
    ],
    ids=["other-members", "replaced", "officers-in-support"],
)
def test_members_and_officers_of_county_committees(attendance: str, expected: dict[str, Status]) -> None:
    assert came(meeting(attendance)) == expected


def test_a_body_whose_meeting_took_place_somewhere() -> None:
    head = "Minutes of a meeting of the Place Scrutiny Committee that took place in Committee Room 1 on 4 May 2010\n\n"
    assert parse(text_of(f"{head}Present: A Ash, B Birch{ITEMS}")).meetings[0].body == "Place Scrutiny Committee"


def test_how_a_council_was_constituted_is_not_its_name() -> None:
    head = "MINUTES OF THE MEETING OF THE COUNTY COUNCIL HELD AT ELM HOUSE ON 14 OCTOBER 2025, THE\n"
    roll = "COUNCIL BEING CONSTITUTED AS FOLLOWS:\n\nAnn Ash (Chair)\n\n*Bob Birch   Cat Clay\n\n*absent"
    found = parse(text_of(f"{head}{roll}{ITEMS}"))
    assert (found.meetings[0].body, found.meetings[0].council) == ("COUNTY COUNCIL", None)


SCHOOL = (
    "MARL PRIMARY SCHOOL BOARD OF GOVERNORS\n\nCOMMITTEE:\tDATE:\nBusiness & Finance Committee\t24 January 2022\n\n"
    "GOVERNOR ATTENDANCE\n\nANN ASH\tHeadteacher\tEx-officio\tP\tP\tP\nBOB BIRCH\tLA\t10/2022\tP\tP\tS\n"
    "CY CLAY\tParent\t3/2024\tS\tA\tP\nDEE DUNN\tStaff\t12/2023\tP\tL\nEVE ELM\tCo-opted\t10/2019\tP\t18/10/2021\n"
    "VACANT\tParent\n\nP – Present\tS – Sanctioned\nA – Absent\tL – Late arrival\n\nVisitors:\tNone\n\n"
    "1. Minutes\n\nThe minutes were agreed.\n\n2. Finance\n\nThe budget was noted.\n\n3. Roof\n\nIt was mended.\n\n"
    "The meeting closed at 7.30pm.\n"
)


def test_a_years_table_of_marks_tells_who_came_by_the_last_mark() -> None:
    (read,) = parse(text_of(SCHOOL)).meetings
    assert (read.body, read.council, read.venue) == ("Business & Finance Committee", "MARL PRIMARY SCHOOL", None)
    assert [(one.name, one.status, one.role) for one in read.attendance] == [
        ("Ann Ash", "present", "Headteacher"),
        ("Bob Birch", "apologies", None),
        ("Cy Clay", "present", None),
        ("Dee Dunn", "present", None),
    ]
