"""Minutes that lost what parted their words: the line breaks of the page, the commas between people, a space."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index_store.models import Meeting, Status
from index_store.parser import parse
from tests.index_store.bench_parse import text_of

ITEMS = "\n\n1. Minutes\n\nThe minutes were agreed.\n\n2. Roads\n\nNo report was made.\n"
HEAD = "Minutes of a meeting of the Marl Forum held at Marl House on 4 May 2010"
FLAT_COUNCIL = (
    "Town of Marl Town Council Tuesday, July 23, 2013 Page 1 of 7 Town of Marl Town Council Tuesday, July 23, 2013 "
    "ATTENDING Mayor Jeff Ash, Councillor Dan Birch, Councillor Meg Cole, Interim Chief Administrative Officer "
    "Bob Dane "
    "and Recording Secretary Lorna Eade LATE ARRIVAL Councillor Hugh Fenn ABSENT WITH REGRET Deputy Mayor David "
    "Gale and "
    "Councillor Carl Holt ALSO ATTENDING Inspector Chris Ivors, Officer in Charge, Marl District Police, "
    "Honourable Ros Joyce, MLA and others 1. CALL TO ORDER The meeting was called to order at 6:30 p.m. 2. "
    "AGENDA APPROVAL "
    "01-07B-13: IT WAS REGULARLY MOVED AND SECONDED THAT THE AGENDA BE APPROVED AS CIRCULATED. CARRIED. 3. APPROVAL OF "
    "MINUTES OF JULY 9, 2013 02-07B-13: IT WAS REGULARLY MOVED AND SECONDED THAT THE MINUTES BE APPROVED AS AMENDED. "
    "CARRIED. 4. PRESENTATION BY THE HARBOUR BOARD Ms. Kane gave an update on the harbour and on the repairs to the "
    "pier, which will be let in the spring. She answered questions on the slipway and on the fees for moorings there."
)
FLAT_BOARD = (
    "MINUTES OF PROCEEDINGS AT A MEETING OF THE MARL EDUCATION AND TRAINING BOARD MARL TRAINING CENTRE, ABBEY AVENUE "
    "17th NOVEMBER 2016 ATTENDANCE Cllr. Des Ash Cllr. Chris Birch Mr. Paul Cole Cllr. Kay Dane Ms. Maura Eade "
    "EXECUTIVE & ADMINISTRATIVE STAFF Mr. Pat Fenn, Director of Schools WELCOME The Chairman welcomed members to the "
    "final meeting of the year and told them of the conference that the chief executive was attending that day. "
    "CONDOLENCES To the family of Ciara Gale, teacher, on her death. To Daniel Holt and his family on the death of his "
    "mother. MINUTES The Board, on the proposition of Cllr. Chris Birch, seconded by Cllr. Kay Dane, adopted "
    "the minutes "
    "of the previous meeting held on 15th September 2016. PROPERTY Niall Joyce advised that both certificates were in "
    "the process of being finalised, and that the works would begin in the new year."
)


def read(text: str) -> Meeting:
    return parse(text_of(text)).meetings[0]


def came(found: Meeting) -> dict[str, Status]:
    return {one.name: one.status for one in found.attendance}


def test_labels_in_capitals_part_the_people_of_minutes_in_one_paragraph() -> None:
    found = read(FLAT_COUNCIL)
    assert came(found) == {
        "Jeff Ash": "present",
        "Dan Birch": "present",
        "Meg Cole": "present",
        "Bob Dane": "in_attendance",
        "Lorna Eade": "in_attendance",
        "Hugh Fenn": "present",
        "David Gale": "apologies",
        "Carl Holt": "apologies",
        "Chris Ivors": "in_attendance",
        "Ros Joyce": "in_attendance",
    }


def test_the_code_of_a_resolution_is_no_part_of_the_title_before_it() -> None:
    assert [(one.number, one.title) for one in read(FLAT_COUNCIL).items] == [
        ("1", "CALL TO ORDER"),
        ("2", "AGENDA APPROVAL"),
        ("3", "APPROVAL OF MINUTES OF JULY 9, 2013"),
        ("4", "PRESENTATION BY THE HARBOUR BOARD"),
    ]


def test_headings_in_capitals_part_the_minutes_of_one_paragraph() -> None:
    found = read(FLAT_BOARD)
    assert found.body == "MARL EDUCATION AND TRAINING BOARD"
    assert [one.title for one in found.items] == ["WELCOME", "CONDOLENCES", "MINUTES", "PROPERTY"]
    assert came(found) == {
        "Des Ash": "present",
        "Chris Birch": "present",
        "Paul Cole": "present",
        "Kay Dane": "present",
        "Maura Eade": "present",
        "Pat Fenn": "in_attendance",
    }


@pytest.mark.parametrize(
    ("attendance", "expected"),
    [
        (
            "Present: Cllr Sorcha Nic Aodha, Cathaoirleach Cllr Rory Birch Cllr Mick Cole Barry Dane Cllr Pat Eade",
            ["Sorcha Nic Aodha", "Rory Birch", "Mick Cole", "Barry Dane", "Pat Eade"],
        ),
        (
            "Members present: Sir Michael Ash (Chair) John Birch (CEO) Gill Cole Martin Dane Brian Eade",
            ["Michael Ash", "John Birch", "Gill Cole", "Martin Dane", "Brian Eade"],
        ),
        (
            "Present: Paddy Ash, Chief Executive Officer Paul Birch, Director of Organisation Support & Development "
            "Martin Cole, Director of Schools Dr Nuala Dane, Director of Further Education",
            ["Paddy Ash", "Paul Birch", "Martin Cole", "Nuala Dane"],
        ),
        (
            "Present: Chris Ash Gwyn Birch Mark Cole Paul Dane Anna Eade Interim Chair Interim Chief Executive Officer "
            "Non-Executive Director Director of Finance Medical Director",
            ["Chris Ash", "Gwyn Birch", "Mark Cole", "Paul Dane", "Anna Eade"],
        ),
        (
            "Present: Mr C R Ash\n\nMrs M BirchProf D Cole Ms A Dane (till 9)Mr E Eade Mrs G duFenn Dr G Gale",
            ["C R Ash", "M Birch", "D Cole", "A Dane", "E Eade", "G duFenn", "G Gale"],
        ),
        (
            "Present: Mr Ken Ash Lord Birch-Cole Dr Ann Dane Baroness Eade",
            ["Ken Ash", "Birch-Cole", "Ann Dane", "Eade"],
        ),
        (
            "Present Reeve: Ian Ash Councillors: Division 1 – Tom Birch Division 2 – Meg Cole Division 3 – Al Dane",
            ["Ian Ash", "Tom Birch", "Meg Cole", "Al Dane"],
        ),
    ],
)
def test_people_with_nothing_between_them(attendance: str, expected: list[str]) -> None:
    assert [one.name for one in read(f"{HEAD}\n\n{attendance}{ITEMS}").attendance] == expected


def test_an_ordinary_list_keeps_its_posts() -> None:
    found = read(f"{HEAD}\n\nPresent: Cllr Ann Ash, Town Clerk Marl Council, Cllr Bob Birch, Cllr Cat Cole{ITEMS}")
    assert list(came(found)) == ["Ann Ash", "Bob Birch", "Cat Cole"]


def test_a_label_tells_how_long_people_were_there() -> None:
    found = read(
        f"{HEAD}\n\nPresent: Ann Ash, Bob Birch\n\nIn Attendance, full meeting: Cat Cole (Deputy Director)\n\n"
        f"In Attendance, full meeting, (except for closed session) Dan Dane (Director) Eve Eade (Secretary){ITEMS}"
    )
    assert came(found) == {
        "Ann Ash": "present",
        "Bob Birch": "present",
        "Cat Cole": "in_attendance",
        "Dan Dane": "in_attendance",
        "Eve Eade": "in_attendance",
    }


def test_members_in_a_list_with_bullets_and_without_a_heading() -> None:
    listed = "".join(f"- Councillor {one}\n" for one in ("Ann Ash", "Bob Birch (Mayor)", "Cat Cole", "Dan Dane"))
    found = read(
        "Minutes 2021\nMinutes of Meeting of The Borough District of Marl held on Monday18 October 2021 at 10.00 am in "
        f"The Council Chamber\n{listed}- Councillor Eve Eade\n- Mr. Fred Fenn, Chief Executive\n"
        f"- Ms. Gail Gale, Staff Officer\nThe Mayor presided and welcomed all to the meeting.{ITEMS}"
    )
    assert (found.body, found.date) == ("Borough District of Marl", "2021-10-18")
    assert list(came(found)) == ["Ann Ash", "Bob Birch", "Cat Cole", "Dan Dane", "Eve Eade", "Fred Fenn", "Gail Gale"]


def test_people_with_posts_behind_dashes_and_without_a_heading() -> None:
    found = read(
        "Minutes of the Meeting held\non Friday 18 July 2014\nin the Filby Room, Police Headquarters, Abbey House,\n"
        "Marl MA18 0WW\nJoan Ash – Independent Chair\nMichelle Birch – Marl & Ayle Foundation Trust (rep Jane Low)\n"
        "Nigel Cole – Tenancy Support Manager, Marl City Council\n"
        "Lorna Dane - Head of Service, Community Services, Adult Care (also\nrep Debbie Low)\n"
        "Dawn Eade – Assistant Director of Nursing, Marl & Ayle University\nSteve Fenn – General Manager, Ayle "
        "Day Care\n"
        "Jan Gale – Business Support Officer, Safeguarding Adults, Adult Care\n\n1. Minutes\n\nThe minutes were "
        "agreed and "
        "signed by the\nchair, and the members were told of the work that had\nbeen done.\n\n2. Roads\n\nNo report was "
        "made of the roads, for which\nthe officers were sorry.\n"
    )
    assert list(came(found)) == [
        *("Joan Ash", "Michelle Birch", "Nigel Cole", "Lorna Dane", "Dawn Eade", "Steve Fenn", "Jan Gale")
    ]
    assert "Birch" not in (found.body or "")


def test_those_in_attendance_told_in_a_sentence_are_present() -> None:
    found = read(
        "The first meeting of the Council of the Rural Municipality of Marl, #343 was held on Wednesday, November 7, "
        f"2018.\n\nThose in attendance were Reeve Dan Ash, Councillors Nic Birch, Quin Cole and Jim Dane.{ITEMS}"
    )
    assert came(found) == dict.fromkeys(("Dan Ash", "Nic Birch", "Quin Cole", "Jim Dane"), "present")


def test_the_path_of_a_page_names_no_body() -> None:
    found = read(
        "Home : Corporate Services : Council Meetings : Marl County Council Meetings : 2009 : Minutes\n\n"
        "MARL COUNTY COUNCIL\n\nMinutes of Monthly Meeting\n\nheld at 2.00 p.m. on Monday, 27 July 2009 at Marl\n\n"
        f"Members Present: Councillor A Ash (Mayor); Councillors B Birch and C Cole{ITEMS}"
    )
    assert (found.body, found.council) == ("Marl County Council", None)


def test_a_county_meets_on_a_day_with_the_year_first() -> None:
    found = read(
        "MINUTES OF THE REGULAR COUNCIL MEETING OF MARL COUNTY, HELD IN THE COUNTY BUILDING ON TUESDAY, 2008 07 22\n\n"
        f"PRESENT: W. Ash, Reeve{ITEMS}"
    )
    assert (found.body, found.date) == ("MARL COUNTY COUNCIL", "2008-07-22")


def test_the_number_of_a_paper_is_no_title() -> None:
    found = read(f"MARL(2014)51\n\n{HEAD}\n\nPresent: Ann Ash (Chair), Bob Birch\n\nMARL(2014)51{ITEMS}")
    assert [one.title for one in found.items] == ["Minutes", "Roads"]


FLAT_GOVERNORS = (
    "BOARD OF GOVERNORS The confirmed Minutes of the meeting of the Board of Governors held on Wednesday 20 November "
    "2013 at 10.00am in the Board Room. Present: Dick Ash (Chair), Stephen Birch, Cath Cole. In attendance: "
    "Simon Dane, "
    "Assistant Vice-Chancellor Professor Joyce Eade, Dean, Arts/Pro-Vice-Chancellor Nigel Fenn, Clerk to the Governors "
    "(Secretary) Michael Gale, Director of Finance. BG01/13-14 Prayers and Welcome Professor Joyce Eade opened the "
    "meeting with a prayer. BG02/13-14 Declaration of Interests Governors were respectfully reminded that they were "
    "required to declare an interest in any matter on the agenda prior to the discussion of that item. BG03/13-14 "
    "Minutes of the previous meeting RECEIVED: The unconfirmed Minutes of the meeting held on 10 July 2013, which were "
    "agreed and signed as an accurate record, subject to the amendment of one word in the minute about the awards."
)
FLAT_DISTRICT = (
    "Minutes of Special Meeting of Marl Municipal District held on Tuesday, 21st January, 2020, at 2:00pm in "
    "the Council "
    "Chamber. Attendance: Councillors: Cllr. Andrew Ash, Cllr. Pip Birch, Cllr. Donal Cole, Officials: Mr. Eddie Dane, "
    "Director of Services, Mr. Michael Eade, District Manager. Apologies: Cllr. Fintan Fenn. District Manager, Mr. "
    "Michael Eade opened the meeting and welcomed members to the meeting. 1. Election of Cathaoirleach Cllr. "
    "Donal Cole "
    "proposed Cllr. Pip Birch as Cathaoirleach. Cllr. Cole's nomination was seconded by Cllr. Andrew Ash. There "
    "being no "
    "other nominations, Cllr. Birch was declared elected. 2. Election of Leas-Cathaoirleach Cllr. Pip Birch proposed "
    "Cllr. Andrew Ash as Leas-Cathaoirleach, and Cllr. Cole seconded him, and Cllr. Ash was declared elected as well."
)


def test_numbers_count_on_inside_one_paragraph_before_titles_in_small_letters() -> None:
    assert [(one.number, one.title) for one in read(FLAT_DISTRICT).items] == [
        ("1", "Election of Cathaoirleach"),
        ("2", "Election of Leas-Cathaoirleach"),
    ]


def test_codes_count_on_inside_one_paragraph() -> None:
    found = read(FLAT_GOVERNORS)
    assert [(one.number, one.title) for one in found.items] == [
        ("BG01/13-14", "Prayers and Welcome"),
        ("BG02/13-14", "Declaration of Interests"),
        ("BG03/13-14", "Minutes of the previous meeting"),
    ]
    assert list(came(found)) == [
        *("Dick Ash", "Stephen Birch", "Cath Cole", "Simon Dane", "Joyce Eade", "Nigel Fenn", "Michael Gale")
    ]


@pytest.mark.parametrize(
    ("attendance", "expected"),
    [
        (
            "Present: Council Head Office staff Mr Don Ash (Chairman) Ms Sam Birch Dr Rob Cole (item 7) Mr Hugh Dane",
            {"Don Ash": "chair", "Sam Birch": "present", "Rob Cole": "present", "Hugh Dane": "present"},
        ),
        (
            "PRESENT: COUNCILLORS P. ASHTON CATHAOIRLEACH, T. BIRCH, V. COLE AND I. DANE (4)",
            {"P. ASHTON": "chair", "T. BIRCH": "present", "V. COLE": "present", "I. DANE": "present"},
        ),
        (
            "PRESENT: MR. F. ASHTON, CHIEF EXECUTIVE MS. L. BIRCH, DIRECTOR OF SERVICES MR. B. COLE, HEAD OF FINANCE",
            {"F. ASHTON": "present", "L. BIRCH": "present", "B. COLE": "present"},
        ),
        (
            "The Corporate Officer called the meeting to order at 3:00 p.m. with the following directors in attendance:"
            "\n\nJim Ash\nAndy Birch\nBrenda Cole",
            {"Jim Ash": "present", "Andy Birch": "present", "Brenda Cole": "present"},
        ),
        (
            "Cllr. B. Ash, Cllr. E. Birch, Cllr. J.V. Cole",
            {"B. Ash": "present", "E. Birch": "present", "J.V. Cole": "present"},
        ),
        (
            "Attendees and apologies\n\nScottish Ministers\n\n• Ann Ash Minister for Sport\n\nHealth Board Chairs\n\n"
            "• Bob Birch NHS Marl\n• Cat Cole NHS Ayle\n\nGovernment Officials\n\n• Dan Dane Director of Finance",
            {"Ann Ash": "present", "Bob Birch": "present", "Cat Cole": "present", "Dan Dane": "in_attendance"},
        ),
    ],
)
def test_who_came_is_told_in_unusual_ways(attendance: str, expected: dict[str, Status]) -> None:
    assert came(read(f"{HEAD}\n\n{attendance}{ITEMS}")) == expected


def test_groups_of_those_who_came_are_no_minutes() -> None:
    found = read(
        "NHS Chairs minutes: May 2018\n\nMinutes of the meeting of the NHS Chairs on 21 May 2018.\n\nAttendees and "
        "apologies\n\nScottish Ministers\n\n• Ann Ash Minister for Sport\n\nHealth Board Chairs\n\n• Bob Birch "
        "NHS Marl\n"
        "• Cat Cole NHS Ayle\n\nGovernment Officials\n\n• Dan Dane Director of Finance\n\nMatters "
        "arising\n\nThere were "
        "no matters arising from the minutes, which were approved.\n\nWorkforce\n\nThe officials gave a "
        "presentation on "
        "the workforce, which was noted.\n"
    )
    assert [one.title for one in found.items] == ["Matters arising", "Workforce"]
    assert len(found.attendance) == 4


def test_who_moved_is_no_part_of_a_title_in_capitals() -> None:
    found = read(
        f"{HEAD}\n\nPresent: Ann Ash\n\n1. CALL TO ORDER Mayor Ash called the meeting to order.\n\n2. APPROVAL OF THE "
        "AGENDA MOVED BY Councillor Birch and seconded by Councillor Cole to approve the agenda. MOTION CARRIED.\n"
    )
    assert [one.title for one in found.items] == ["CALL TO ORDER", "APPROVAL OF THE AGENDA"]


def test_the_name_of_the_file_tells_the_day_before_the_text_does() -> None:
    text = (
        "Cllr. B. Ash, Cllr. E. Birch, Cllr. J.V. Cole\n\nItem 1. Confirmation of Minutes\n\nThe minutes of "
        "January were "
        "confirmed.\n\nItem 2. Roads\n\nThe works programme had to be returned by 16th March 2011.\n"
    )
    found = parse(replace(text_of(text), path="Monday 28th February 2011 Area Meeting.txt")).meetings[0]
    assert found.date == "2011-02-28"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Councillors A Ash (Chair) B Birch, C Cole and D Dane Clerk E Eade", "A Ash, B Birch, C Cole, D Dane, E Eade"),
        ("Councillors A Ash (Chair) and D Dane Clerk Mrs E Eade", "A Ash, D Dane, E Eade"),
        ("Cllr Ann Ash Cllr Bob Birch Cara Cole Parish Clerk and Responsible Officer", "Ann Ash, Bob Birch, Cara Cole"),
        ("Cllr Ann Ash Marl County Council Mr B Birch Footpath Warden", "Ann Ash, B Birch"),
        ("Cllr A Ash, Mrs B Birch (Clerk) ALSO Cllr C Cole (MCC)", "A Ash, B Birch, C Cole"),
        ("Councillor A Ash and Councillor B Birch plus ten guests", "A Ash, B Birch"),
        ("Cllr A Birch. Borough Councillor Ann Ash County Councillor Cara Cole", "A Birch, Ann Ash, Cara Cole"),
    ],
)
def test_the_clerk_and_visitors_behind_the_last_councillor_are_people_of_their_own(line: str, names: str) -> None:
    found = read(f"{HEAD}\n\nPresent\n{line}{ITEMS}")
    assert ", ".join(one.name for one in found.attendance) == names
    assert all(" and " not in (one.role or "") or "Officer" in (one.role or "") for one in found.attendance)


def test_a_reason_that_all_have_for_staying_away_is_no_part_of_the_last_name() -> None:
    found = read(
        f"{HEAD}\n\nPresent: Cllr C Cole\n\n1. Apologies\n\nApologies were received from Cllr Ann Ash and "
        "Cllr Bob Birch (Chair) both due to personal reasons.\n\n2. Minutes\n\nThe minutes were agreed.\n"
    )
    assert came(found) == {"C Cole": "present", "Ann Ash": "apologies", "Bob Birch": "apologies"}


@pytest.mark.parametrize(
    ("lines", "statuses"),
    [
        ("Attending by Zoom (Two Councillors) :- Ann Ash (AA) and Bob Birch (BB)", "present present"),
        ("Present on Zoom: Cllr Ann Ash, Cllr Bob Birch", "present present"),
        ("Attending remotely: Cllr Ann Ash, Cllr Bob Birch", "present present"),
        ("Visitors: None\n\nChaired by   Ann Ash      Clerked by   Bob Birch", "chair in_attendance"),
        ("Chaired by Ann Ash Clerked by Bob Birch", "chair in_attendance"),
    ],
)
def test_how_somebody_came_and_served_is_read_from_the_label(lines: str, statuses: str) -> None:
    found = read(f"{HEAD}\n\n{lines}{ITEMS}")
    assert [came(found).get(name) for name in ("Ann Ash", "Bob Birch")] == statuses.split()
    assert len(found.attendance) == 2


def test_an_office_behind_a_dash_is_that_of_the_name_before_it() -> None:
    found = read(f"{HEAD}\n\nPresent: Miss Ash - Chairperson: Mrs. Birch, Mrs. Cole, R. Dane{ITEMS}")
    assert came(found) == {"Ash": "chair", "Birch": "present", "Cole": "present", "R. Dane": "present"}
