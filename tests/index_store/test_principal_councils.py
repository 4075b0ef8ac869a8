"""Minutes of principal councils: who presides below the apologies, what is continued, feet that tell of approval."""

from __future__ import annotations

import pytest

from index_store.bodies import Sitting, identify
from index_store.models import MappedText, Resolution
from index_store.parser import parse
from index_store.parser.resolutions import find_resolutions
from index_store.parser.votes import Movers, read_movers
from tests.index_store.bench_parse import text_of

FOOT = "      Minutes approved at the meeting held on Tuesday, 11th February, 2025\n"
PAGES = f"""MARLDALE METROPOLITAN BOROUGH COUNCIL
LICENSING COMMITTEE
TUESDAY, 14TH JANUARY, 2025

PRESENT: Councillor B Ash in the Chair
Councillors J Birch, K Clay, and L Dell

45  Late items
There were no late items.

46  Apologies for absence
Apologies for absence were submitted on behalf of Councillor M Elm. Apologies for lateness were received
on behalf of Councillor K Clay.

47  Fares
The Chief Officer submitted a report on the fares that are charged at night, and for a wheelchair user 48.
Councillor Birch moved that they stay.

RESOLVED -
(a) That the fares stay as they are.

{FOOT}\f48  Application for a licence - 19 Foundry Street
There had been seven objections to the licence that was applied for.

RESOLVED - That the application be refused.

49  Date and time of next meeting
Tuesday, 11th February, 2025.

{FOOT}"""
SEDERUNT = """MARLSHIRE COUNCIL
MINUTE of MEETING of MARLSHIRE COUNCIL held in the Council Chamber, Marl on Thursday, 26 September 2024 at 10.30 a.m.

Present:
Councillor Anna Birch
Councillor Colin Dell
Councillor Archibald Ash

Apologies for absence:
Councillor Ewan Firth
Councillor Gail Holm

Councillor Archibald Ash, Convener, presiding.

1. Minute of Previous Meeting
The Minute of the Meeting of the Council of 27 June 2024 was submitted and approved as a correct record.

2. Ferry
The Council agreed to note the report.
"""


def found(text: str) -> tuple[Resolution, ...]:
    return find_resolutions(MappedText(text, ((0, 0, len(text)),)))


def test_a_foot_that_tells_when_the_minutes_were_approved_is_of_the_page_from_the_first_on() -> None:
    meeting = parse(text_of(PAGES)).meetings[0]
    assert [one.number for one in meeting.items] == ["45", "46", "47", "48", "49"]
    assert meeting.items[3].title == "Application for a licence - 19 Foundry Street"
    assert "approved at the meeting" not in meeting.items[2].body.text
    assert len(meeting.items[2].resolutions) == 1


def test_those_who_say_they_will_be_late_send_no_apologies_for_absence() -> None:
    meeting = parse(text_of(PAGES)).meetings[0]
    assert [one.name for one in meeting.attendance if one.status == "apologies"] == ["M Elm"]


def test_who_presides_below_the_apologies_sent_none() -> None:
    meeting = parse(text_of(SEDERUNT)).meetings[0]
    assert meeting.chair == "Archibald Ash"
    assert [one.name for one in meeting.attendance if one.status == "apologies"] == ["Ewan Firth", "Gail Holm"]
    assert [one.effect for one in meeting.items[0].resolutions] == ["decided"]


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("The Committee agreed to continue consideration of the report to the meeting on 16 January.", "deferred"),
        ("The Council agreed:-\n(i) that consideration of the plan be continued to November.", "deferred"),
        ("The motion was not moved and, with consent, stood over to the next ordinary meeting.", "deferred"),
        ("The Chair was authorised to sign the minutes of 11 June 2024 as a correct record.", "decided"),
        ("Councillor Ash, with the consent of the meeting, withdrew his notice of motion.", "withdrawn"),
    ],
)
def test_what_a_decision_comes_to(text: str, effect: str) -> None:
    assert [one.effect for one in found(text)] == [effect]


def test_a_committee_on_which_the_councils_own_members_sit_is_another_body() -> None:
    some = frozenset({"ann able", "bob barr", "cora cole", "dan dyer"})
    council = Sitting(1, "Marlshire Council", None, (), "2024-09-26", some | {"eve eames", "fay fox"})
    roads = Sitting(2, "Roads Committee", "Marlshire Council", (), "2024-10-24", some)
    bodies = identify([council, roads])
    assert bodies[1].slug != bodies[2].slug


DIVISION = """Councillor Ash, seconded by Councillor Birch, moved that the club be joined.

As an amendment Councillor Clay, seconded by Councillor Dell, moved that it be not joined.

{vote}

The {carried} was accordingly carried."""
NAMED = """On a vote being taken by roll call there voted as follows:-

For the Motion | For the Amendment
Councillor Ash | Councillor Clay
Councillor Birch | Councillor Dell
Councillor Elm

Councillor Firth declined to vote."""
LISTED = "There voted:- For the motion (2): Councillors Ash and Birch.\nFor the amendment (1): Councillor Clay."


@pytest.mark.parametrize(
    ("vote", "carried", "told", "named"),
    [
        ("There voted for the motion 7 and for the amendment 10.", "amendment", (10, 7), (0, 0)),
        ("There voted for the motion 10 and for the amendment 7.", "motion", (10, 7), (0, 0)),
        (NAMED, "motion", (3, 2), (3, 2)),
        (LISTED, "motion", (2, 1), (2, 1)),
        (LISTED.replace("(1): Councillor Clay", "(3): Councillors Clay, Dell and Elm"), "amendment", (3, 2), (3, 2)),
    ],
)
def test_a_division_is_counted_for_what_was_carried(
    vote: str, carried: str, told: tuple[int, int], named: tuple[int, int]
) -> None:
    one = found(DIVISION.format(vote=vote, carried=carried))[-1]
    assert one.votes is not None
    assert (one.votes.votes_for, one.votes.votes_against, one.votes.carried) == (*told, True)
    assert (len(one.votes.names_for), len(one.votes.names_against)) == named


def test_who_moved_stands_before_the_seconder() -> None:
    assert read_movers("Councillor Ash, seconded by Councillor Birch, moved that it be so.") == Movers(
        "Councillor Ash", "Councillor Birch"
    )


LOST = """Councillor Ann Ash moved, and Councillor Bob Birch seconded, that the rules be amended:
(i) that no charge be made;
(ii) that the hours stay as they are;
(iii) that the rise be lower; and
(iv) that the reserve pay for it.

The Treasurer advised that this was lawful.

Councillor Clay said that nobody wished harm and that her group would support the motion.

A recorded vote was taken as follows:
FOR (2): Councillors Ash and Birch.
AGAINST (3): Councillors Clay, Dell and Elm.
Amendment 1 was declared LOST."""


def test_an_amendment_begins_with_who_moved_it_and_not_with_what_was_said_of_it() -> None:
    (one,) = found(LOST)
    assert (one.effect, one.proposer, one.seconder) == ("rejected", "Councillor Ann Ash", "Councillor Bob Birch")
    assert one.text.startswith("Councillor Ann Ash moved")


def test_an_amendment_put_behind_its_own_paragraph_has_its_movers() -> None:
    one = found(
        "Councillor Ash moved, and Councillor Birch seconded, the following motion:\n\n“That we thank the crew.”\n\n"
        "AMENDMENT. Councillor Julia Clay moved, and Councillor Dell seconded, that the captain be thanked.\n\n"
        "The amendment was put to the vote and declared CARRIED by 3 votes to 1.\n\nRESOLVED accordingly."
    )[0]
    assert (one.proposer, one.seconder, one.amendment) == ("Councillor Julia Clay", "Councillor Dell", True)


def test_the_clause_behind_a_table_is_decided_too() -> None:
    clauses = found(
        "RESOLVED:\n(1) That the tax base be noted.\n(2) That the amounts be those shown below:\n"
        "Band\tOurs £\tTotal £\nA\t10.11\t14.16\nB\t12.20\t16.52\n(3) That the amount be not excessive."
    )
    assert [one.label for one in clauses] == ["1", "2", "3"]
    assert clauses[1].text.endswith("16.52")


def test_what_was_resolved_upon_a_motion_that_carried_is_told_clause_by_clause() -> None:
    clauses = found(
        "AMENDMENT 1. Councillor Ash moved, and Councillor Birch seconded, that the fee be £450.\n\n"
        "On being put to the vote Amendment 1 was declared LOST, 12 Members voting for and 27 against.\n\n"
        "The motion was put to the vote and declared CARRIED by 27 votes to 12, and it was RESOLVED:\n"
        "(1) That the scheme be designated.\n(2) That the fee be £640."
    )
    assert [(one.label, one.verb) for one in clauses] == [
        (None, "LOST"),
        (None, "CARRIED"),
        ("1", "RESOLVED"),
        ("2", "RESOLVED"),
    ]
    assert clauses[0].proposer == "Councillor Ash"


def test_a_motion_begins_in_the_paragraph_that_tells_of_the_report_before_it() -> None:
    (one,) = found(
        "The Council considered the report of the Panel. Councillor Ash moved, and Councillor Birch seconded, that the "
        "allowance rise by 2.5%. Councillor Clay said that she would not vote for it.\n\n"
        "The motion was put to the vote and declared CARRIED, Councillor Clay asking that her vote be recorded."
    )
    assert (one.proposer, one.text[:20]) == ("Councillor Ash", "Councillor Ash moved")
