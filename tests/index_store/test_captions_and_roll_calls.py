"""Councils of Australia, Canada, Ireland and the United States: captions over motions, roll calls, labels."""

from __future__ import annotations

import pytest

from index_store.models import Meeting, MinuteItem, SourceText
from index_store.parser import parse
from index_store.parser.labels import read_labels
from index_store.reading import reading_text

SHIRE = """ORDINARY COUNCIL MEETING MINUTES                                   18 JUNE 2025

Ordinary Council Meeting
held in the Chamber, 12 Marl Street, Oakley on Wednesday 18 June 2025

1 ATTENDANCE

Councillors        Cr Ann Ash (Mayor)
                   Cr Bob Birch
                   Cr Cora Clay
Apologies          Nil
Leave of absence Cr Dan Dole

2 CONFIRMATION OF MINUTES

COUNCIL RESOLUTION 2025/071

Moved: Cr Ash Seconded: Cr Birch

That the minutes of the meeting held on 21 May 2025 be confirmed.

CARRIED 3/0

Marl Shire Council                                                   Page 1
\fORDINARY COUNCIL MEETING MINUTES                                   18 JUNE 2025

3 MAYORAL MINUTE
MAYORAL MINUTE 2025/073
Moved: Cr Ash
That Council write to the Minister about the ward.
CARRIED UNANIMOUSLY

4 CARAVAN PARK LEASE

OFFICER’S RECOMMENDATION

That Council grant the lease.

PROCEDURAL MOTION
COUNCIL RESOLUTION 2025/079
Moved: Cr Birch Seconded: Cr Clay
That the item lie on the table until the July meeting so that it may be inspected.
CARRIED 2/1

Marl Shire Council                                                   Page 2
\fORDINARY COUNCIL MEETING MINUTES                                   18 JUNE 2025

For: Crs Birch and Clay
Against: Cr Ash

5 RESCISSION OF RESOLUTION 2025/070
Moved: Cr Clay
That resolution 2025/070 be rescinded.
The motion LAPSED for want of a seconder.

Marl Shire Council                                                   Page 3
"""

TOWN = """                          TOWN OF MARL
                           TOWN BOARD
                    REGULAR MEETING MINUTES
                        January 13, 2026

The Regular Meeting of the Town Board of the Town of Marl was held at the Town Hall on Tuesday, January 13, 2026
at 7:00 P.M. Supervisor Ash called the meeting to order.

PRESENT:        Ann Ash, Supervisor
                Bob Birch, Councilman
                Cora Clay, Councilwoman

ALSO PRESENT:   Dan Dole, Town Clerk
                Eve Elder, Highway Superintendent

DEPARTMENT REPORTS

Highway: 412 tons of salt had been used since the middle of November, which is more than last year.

PUBLIC HEARING: LOCAL LAW NO. 1 OF 2026 - SHORT-TERM
RENTALS

The hearing was opened at 7:06 and closed at 7:38, nobody else having asked to be heard.

CONSENT AGENDA

a. Budget transfers as listed by the bookkeeper.
b. Appointment of Fay Gage to the Board of Assessment Review.
c. Use of the pavilion by the Little League on May 2, fee waived.

RESOLUTION NO. 7 OF 2026 - WATER DISTRICT RATE
INCREASE

BE IT RESOLVED, that the rate is increased from $6.10 to $6.85 per thousand gallons.

Motion by Supervisor Ash, seconded by Councilman Birch.
ROLL CALL VOTE: Supervisor Ash - Aye; Councilman Birch - Nay; Councilwoman Clay - Nay.
Resolution DEFEATED 1-2.

RESOLUTION NO. 8 OF 2026 - AWARD OF BID

BE IT RESOLVED, that the bid of Quarry is rejected as not responsive and that the bid of Truck & Plow is accepted.

Motion by Councilman Birch, seconded by Councilwoman Clay.
ROLL CALL VOTE: Supervisor Ash - Aye; Councilman Birch - Aye; Councilwoman Clay - Aye. Resolution ADOPTED.

RESOLUTION NO. 9 OF 2026 - DAM INSPECTION

BE IT RESOLVED, that the agreement for the inspection of the dam is signed.

Motion by Councilman Birch, seconded by Councilwoman Clay.
Resolution ADOPTED.
"""

CITY = """   MINUTES OF ORDINARY MEETING OF MARL CITY

      COUNCIL HELD ON MONDAY 8th SEPTEMBER 2025

PRESENT                    An tArd-Mhéara, Comhairleoir M. Ash, presided.
NORTH WARD                 Comhairleoirí B. Birch, C. Clay, D. Dole.

1.   MANAGEMENT REPORT

The Chief Executive recommended an increase of 10%. There were 62 submissions, of which 49 opposed any increase.
Comhairleoir B. Birch proposed that the rate be left unchanged; the proposal was not seconded and fell.

2.   TOILETS

On the proposal of Comhairleoir C. Clay, seconded by Comhairleoir D. Dole, An Chomhairle agreed the motion and noted
the reply of the Director of Services.

3.   BARBECUES

The motion in the name of Comhairleoir D. Dole, ‘That this Council makes a bye-law to ban the sale of disposable
barbecues in the city and in each of its parks, whatever they are made of and whoever sells them’, was withdrawn.

4.   EVICTIONS

A vote was called for on the motion, where there appeared as follows:- FOR: Comhairleoirí B. Birch, C. Clay. (2)
AGAINST: An tArd-Mhéara, Comhairleoir M. Ash, Comhairleoirí D. Dole, E. Elder, F. Fell. (4)
As more voted against it, An tArd-Mhéara declared the motion lost.

5.   PARKING

It was proposed by Cllr Clay and seconded by Cllr Dole that the County be told that the Council opposes charges.

For: Cllrs Clay, Dole and Elder (3). Against: Cllr Birch (1). Abstained: Cllr Ash (1). RESOLVED accordingly.
"""


@pytest.fixture(scope="module")
def held() -> dict[str, Meeting]:
    return {name: parse(source(name)).meetings[0] for name in ("shire", "town", "city")}


def source(name: str) -> SourceText:
    text = {"shire": SHIRE, "town": TOWN, "city": CITY}[name]
    starts = [at + 1 for at, char in enumerate(text) if char == "\f"]
    return SourceText(text.replace("\f", "\n"), f"{name}.txt", page_starts=(0, *starts) if starts else ())


def item(meeting: Meeting, title: str) -> MinuteItem:
    return next(one for one in meeting.items if one.title == title)


def test_captions_over_motions_are_no_minutes_and_feet_no_text(held: dict[str, Meeting]) -> None:
    titles = [(one.number, one.title) for one in held["shire"].items]
    assert titles == [
        ("1", "ATTENDANCE"),
        ("2", "CONFIRMATION OF MINUTES"),
        ("3", "MAYORAL MINUTE"),
        ("4", "CARAVAN PARK LEASE"),
        ("5", "RESCISSION OF RESOLUTION 2025/070"),
    ]
    assert "Page" not in reading_text(source("shire")).text
    assert held["shire"].body == "Marl Shire Council"
    assert [one.name for one in held["shire"].attendance if one.status == "absent"] == ["Dan Dole"]


def test_outcomes_at_page_edges_stay(held: dict[str, Meeting]) -> None:
    lease = item(held["shire"], "CARAVAN PARK LEASE").resolutions
    assert [(one.effect, one.proposer) for one in lease] == [("deferred", "Bob Birch")]
    assert lease[0].votes is not None
    assert (lease[0].votes.votes_for, lease[0].votes.votes_against) == (2, 1)
    rescission = item(held["shire"], "RESCISSION OF RESOLUTION 2025/070").resolutions
    assert [one.effect for one in rescission] == ["rejected"]


def test_resolutions_of_a_year_have_their_numbers_and_whole_titles(held: dict[str, Meeting]) -> None:
    assert [(one.number, one.title) for one in held["town"].items] == [
        (None, "DEPARTMENT REPORTS"),
        (None, "PUBLIC HEARING: LOCAL LAW NO. 1 OF 2026 - SHORT-TERM RENTALS"),
        (None, "CONSENT AGENDA"),
        ("7", "WATER DISTRICT RATE INCREASE"),
        ("8", "AWARD OF BID"),
        ("9", "DAM INSPECTION"),
    ]
    assert held["town"].chair == "Ann Ash"
    assert [one.name for one in held["town"].attendance][-1] == "Eve Elder"


def test_a_roll_call_ends_the_resolution_above_it(held: dict[str, Meeting]) -> None:
    titles = ("WATER DISTRICT RATE INCREASE", "AWARD OF BID", "DAM INSPECTION")
    defeated, award, dam = (item(held["town"], title) for title in titles)
    assert [(one.effect, one.proposer, one.seconder) for one in defeated.resolutions] == [
        ("rejected", "Ann Ash", "Bob Birch")
    ]
    assert defeated.resolutions[0].text.endswith("Resolution DEFEATED 1-2.")
    votes = defeated.resolutions[0].votes
    assert votes is not None
    assert (votes.names_for, votes.names_against) == (("Ash",), ("Birch", "Clay"))
    assert [one.effect for one in (*award.resolutions, *dam.resolutions)] == ["decided", "decided"]
    assert award.resolutions[0].votes is not None
    assert award.resolutions[0].votes.carried is not False


def test_what_was_moved_in_an_irish_council_came_to_what_is_told(held: dict[str, Meeting]) -> None:
    city = held["city"]
    assert city.body in ("MARL CITY COUNCIL", "Marl City Council")
    fell = item(city, "MANAGEMENT REPORT").resolutions
    assert [(one.effect, one.votes) for one in fell] == [("rejected", None)]
    assert fell[0].text.startswith("Comhairleoir B. Birch proposed")
    assert [one.effect for one in item(city, "TOILETS").resolutions] == ["decided"]
    assert [one.effect for one in item(city, "BARBECUES").resolutions] == ["withdrawn"]


@pytest.mark.parametrize(
    ("title", "effect", "names"),
    [
        ("EVICTIONS", "rejected", (("B. Birch", "C. Clay"), ("M. Ash", "D. Dole", "E. Elder", "F. Fell"), ())),
        ("PARKING", "decided", (("Clay", "Dole", "Elder"), ("Birch",), ("Ash",))),
    ],
)
def test_votes_listed_in_a_paragraph_are_read(
    held: dict[str, Meeting], title: str, effect: str, names: tuple[tuple[str, ...], ...]
) -> None:
    (one,) = item(held["city"], title).resolutions
    assert one.effect == effect
    assert one.votes is not None
    assert (one.votes.names_for, one.votes.names_against, one.votes.names_abstained) == names


def test_labels_of_narrow_and_wide_columns_are_read() -> None:
    text = """Minutes of the Meeting of Marl Town Council held on Tuesday 9 April 2024

  Present:      Cllr A Ash (Town Mayor, in the Chair), Cllrs B Birch and C Clay
  In            Mrs D Dole (Town Clerk), Mr E Elder (Responsible Finance
  attendance:   Officer), County Cllr F Fell

1. Apologies

None had been received from any member of the council before the meeting.

2. Minutes

The minutes of the last meeting were approved and signed by the Town Mayor.
"""
    people = {one.name: one.status for one in parse(SourceText(text, "a.txt")).meetings[0].attendance}
    assert [people[name] for name in ("D Dole", "E Elder", "F Fell")] == ["in_attendance"] * 3
    wide = """CITY OF MARL
MINUTES OF THE REGULAR MEETING OF COUNCIL HELD ON TUESDAY, MARCH 25, 2025

Present:                      Mayor Ann Ash
                              Councillor Bob Birch
                              Councillor Cora Clay (left at 8:20 p.m.)
Participating electronically: Councillor Dan Dole
Regrets:                      Councillor Eve Elder

1. CALL TO ORDER

The Mayor called the meeting to order at 6:00 p.m. and welcomed all those who had come.

2. ADJOURNMENT

The meeting was adjourned at 8:52 p.m. as nothing else stood on the agenda for it.
"""
    people = {one.name: one.status for one in parse(SourceText(wide, "b.txt")).meetings[0].attendance}
    assert people["Cora Clay"] == people["Dan Dole"] == "present"
    assert people["Eve Elder"] == "apologies"


BOARD = """Harbour Local Board

Minutes of a meeting of the Harbour Local Board held at 7 Kauri Road, Marl on Wednesday, 20 August 2025 at 1:00pm.

PRESENT
Chairperson             Ann Ash
Members                 Bob Birch
                        Cora Clay

1       Nau mai | Welcome

The Chairperson opened the meeting and welcomed those present.

2       Ngā Tamōtanga | Apologies

There were no apologies.

3       Kauri Road playground renewal

A presentation was provided in support of the item.

4       Consideration of Extraordinary Items

There was no consideration of extraordinary items.
"""
COMMISSION = """CITY OF MARL
CITY COMMISSION MEETING MINUTES
MARCH 3, 2026

1. APPROVAL OF AGENDA

Commissioner Ash moved to approve the agenda; seconded by Commissioner Birch. Motion carried 4-0.

2. PUBLIC HEARINGS

2.A ORDINANCE ON NOISE

The City Attorney read the ordinance by title and the Mayor opened the hearing.

2.B ORDINANCE ON GOLF CARTS

Commissioner Ash moved to approve the ordinance. The motion died for lack of a second.

3. REGULAR AGENDA

3.A Purchase of two mowers

Commissioner Ash moved to table the purchase to March 17; seconded by Commissioner Birch. Motion carried 3-1.

4. ADJOURNMENT

The meeting was adjourned at 7:14 p.m. as there was nothing else to be done by those present.
"""


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        (
            BOARD,
            [
                ("1", "Nau mai | Welcome"),
                ("2", "Ngā Tamōtanga | Apologies"),
                ("3", "Kauri Road playground renewal"),
                ("4", "Consideration of Extraordinary Items"),
            ],
        ),
        (
            COMMISSION,
            [
                ("1", "APPROVAL OF AGENDA"),
                ("2", "PUBLIC HEARINGS"),
                ("2.A", "ORDINANCE ON NOISE"),
                ("2.B", "ORDINANCE ON GOLF CARTS"),
                ("3", "REGULAR AGENDA"),
                ("3.A", "Purchase of two mowers"),
                ("4", "ADJOURNMENT"),
            ],
        ),
    ],
)
def test_titles_in_two_languages_roads_and_lone_parts_are_headings(text: str, headings: list[tuple[str, str]]) -> None:
    assert [(one.number, one.title) for one in parse(SourceText(text, "a.txt")).meetings[0].items] == headings


def test_a_part_of_a_section_is_not_the_section() -> None:
    assert read_labels("4.A Purchase of two mowers") == ()
    assert [one.printed for one in read_labels("4.Apologies")] == ["4"]
