"""Minutes that lost what parted their words: the line breaks of the page, the commas between people, a space."""

from __future__ import annotations

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
