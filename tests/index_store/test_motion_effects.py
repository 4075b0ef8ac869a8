"""What motions come to: worded above their movers, waiting on the table, doing more than to receive a report."""

from __future__ import annotations

import pytest

from index_store.models import MappedText, Resolution
from index_store.parser.resolutions import find_resolutions

BY = "Moved by: Councillor K. Wilks\nSeconded by: Councillor H. Sandhu\n\n"


def found(text: str) -> tuple[Resolution, ...]:
    return find_resolutions(MappedText(text, ((0, 0, len(text)),)))


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        (f"{BY}THAT the Cat By-law be deferred until the fall.\n\nMotion Carried (3 to 1)", "deferred"),
        (f"{BY}THAT Report 7 be received; and further,\nTHAT the tender be awarded to Hollin.\n\nCarried", "decided"),
        (f"{BY}1. That the report be received.\n2. That the Council adopts the policy.\nCARRIED", "decided"),
        (f"{BY}THAT Report 7 be received; and\nTHAT the memo be received for information.\n\nCarried", "noted"),
        ("Member Ash moved and Member Birch seconded to table the sign variance.\nMotion passed.", "deferred"),
        ("This item was left to lie on the table until the next meeting.", "deferred"),
        ("The sign application was tabled until the June meeting.", "deferred"),
        ("Request for a donation from the Elm Hall Society. Deferred.", "deferred"),
        ("Resolved – that Cabinet recommends the plan to full council.", "recommended"),
        ("“That the bins be emptied daily.”\nOrder: Motion as amended agreed.", "decided"),
        ("Order: Motion deferred at the request of Cllr Ash.", "deferred"),
        ("More voting against than in favour, the Mayor declared the vote defeated.", "rejected"),
        ("The motion was moved by Cllr Ash, seconded by Cllr Birch and, on being put, was not agreed.", "rejected"),
        ("The Council agreed that the plan go on display for six weeks and noted its cost of €43,600.", "decided"),
        ("Resolved that the report be noted and that the survey be carried out by June.", "decided"),
        ("The report was welcomed and noted.", "noted"),
    ],
)
def test_what_a_motion_comes_to(text: str, effect: str) -> None:
    assert [one.effect for one in found(text)] == [effect]


@pytest.mark.parametrize("head", ["RESOLUTION:", "Officer Recommendation / Council Decision", "RESOLUTION 2021/7"])
def test_a_motion_stands_above_those_who_moved_it(head: str) -> None:
    words = "That Council defer Level 3 water restrictions:\n(a) in Elm Street; and\n(b) in Oak Lane."
    text = f"Council heard the engineer.\n\n{head}\n{words}\n\nMOVED: Cr Gill\tSECONDED: Cr Barlow\nCARRIED"
    (one,) = found(text)
    assert one.text.startswith("That Council defer Level 3")
    assert (one.effect, one.proposer, one.seconder) == ("deferred", "Cr Gill", "Cr Barlow")


def test_a_motion_below_its_movers_takes_no_recommendation_from_above() -> None:
    text = f"RECOMMENDATION\nThat the fee be raised.\n\n{BY}That the fee be held.\n\nCARRIED"
    assert [one.text.startswith("Moved by") for one in found(text)] == [True]


@pytest.mark.parametrize("apart", [" ", "\t", " ...... ", ": "])
def test_a_recorded_vote_may_name_a_member_a_line(apart: str) -> None:
    sides = (("Councillor Delgado", "Nay"), ("Councillor Kerr", "Yea"), ("Deputy Mayor Orde", "Nay"))
    ballot = "\n".join(f"{who}{apart}{side}" for who, side in sides)
    (one,) = found(f"{BY}That a rental pilot be approved.\n\nRecorded Vote Requested\n{ballot}\nDefeated.")
    assert one.votes is not None
    assert (one.votes.votes_for, one.votes.votes_against, one.votes.carried) == (1, 2, False)
    assert (one.votes.names_for, one.votes.names_against) == (("Kerr",), ("Delgado", "Orde"))


ROLLED = (
    "After the debate the Chair called the vote.\n\nThe following Members voted for: Ann Ash, Bob Birch (2)\n\n"
    "The following Members voted against: Cat Clay, Dan Dow, Eve Elm (3)\n\nThe following Members abstained: Fay Fern "
    "(1)\n\nTherefore, the motion was lost."
)
COMMENTS = (
    "Arising from the report the following comments were noted:-\n\n(i) the lane was narrow;\n\n"
    "(ii) the surgery was full. It was moved by Councillor Ash and seconded by Councillor Birch that it be refused. "
    "The motion was lost."
)
REFERRED = (
    "The motion was formally seconded by Bob Birch.\n\nCat Clay moved that, under Standing Order 23, the motion be "
    "referred to the Roads Committee. This was seconded by Dan Dow and carried by 12 votes to 6."
)


def test_a_list_of_who_voted_for_is_the_vote_and_not_a_decision() -> None:
    (one,) = found(ROLLED)
    assert one.effect == "rejected"
    assert one.votes is not None
    assert (one.votes.votes_for, one.votes.votes_against, one.votes.abstained) == (2, 3, 1)
    assert one.votes.names_against == ("Cat Clay", "Dan Dow", "Eve Elm")


def test_members_comments_are_not_decided_and_a_lost_motion_behind_them_is() -> None:
    assert [one.effect for one in found(COMMENTS)] == ["rejected"]


def test_a_motion_about_a_motion_has_its_own_movers() -> None:
    (one,) = found(REFERRED)
    assert (one.effect, one.proposer, one.seconder) == ("referred", "Cat Clay", "Dan Dow")


def test_minutes_submitted_and_confirmed_are_approved() -> None:
    (one,) = found("The minutes of the meeting of 20 May 2025 were submitted, confirmed and signed.")
    assert (one.effect, one.verb) == ("decided", "confirmed")


@pytest.mark.parametrize(
    ("text", "amends"),
    [
        (
            "2024-004 Moved by Cllr Ash, seconded by Cllr Oak THAT Zoning Amendment Bylaw No. 2 be read. CARRIED",
            False,
        ),
        ("THAT Land Use Bylaw Amendment No. 5 be adopted. CARRIED", False),
        ("Cllr Ash moved an amendment that the fee be $5. CARRIED", True),
    ],
)
def test_a_bylaw_that_amends_another_is_no_amendment(text: str, amends: bool) -> None:
    assert [one.amendment for one in found(text)] == [amends]


def test_lists_of_who_voted_stand_between_a_motion_and_its_outcome() -> None:
    text = (
        "Cllr Ash proposed, seconded by Cllr Birch, the following motion:-\n\n“That bins be emptied daily.”\n\n"
        "The following reply was received: There are three bins.\n\nCllr Clay said that it was a waste of time.\n\n"
        "A vote was taken the result of which was as follows:-\n\nFOR: Cllrs Ash and Birch (2)\n\n"
        "AGAINST: Cllr Clay (1)\n\nABSTAINED: Cllr Dow (1)\n\nThe Cathaoirleach declared the motion carried."
    )
    (one,) = found(text)
    assert one.text.startswith("Cllr Ash proposed")
    assert (one.proposer, one.seconder) == ("Cllr Ash", "Cllr Birch")
