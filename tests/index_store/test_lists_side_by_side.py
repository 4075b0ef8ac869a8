"""Lists of people beside one another, their wrapped cells, and votes by name below the head of each side."""

from __future__ import annotations

from pathlib import Path

import pytest

from index_store.models import MappedText, SourceText
from index_store.parser import parse
from index_store.parser.resolutions import find_resolutions
from index_store.readers import read_source
from tests.index_store.documents import pdf

BUSINESS = "\n\n1. Minutes\n\nThe minutes were agreed.\n\n2. Roads\n\nThe report was noted.\n"


def came(head: str) -> dict[str, tuple[str, str | None]]:
    """Who came or did not, with status and role, by minutes that open with ``head``."""
    (meeting,) = parse(SourceText(f"Minutes of the Marl Forum held on 3 May 2024\n\n{head}{BUSINESS}")).meetings
    return {one.name: (one.status, one.role) for one in meeting.attendance}


def test_the_right_list_goes_on_where_the_left_one_has_ended() -> None:
    found = came(
        "Attendees                               Officials\n"
        "Ann Ash (Chair) (AA)                    Bob Birch (Marl Office) (BB)\n"
        "Carol Clay (CC)                         Observers\n"
        "Dan Dent (DD)                           Apologies\n"
        "Eve Elm (EE)                            Fay Fox (FF)\n"
        "                                        Gus Gray (GG)\n"
        "                                        Hal Hart (HH)\n"
    )
    away = {name for name, (status, _) in found.items() if status == "apologies"}
    assert away == {"Fay Fox", "Gus Gray", "Hal Hart"}
    assert found["Eve Elm"][0] == "present"


def test_a_post_or_a_name_goes_on_below_in_its_column() -> None:
    found = came(
        "Councillors:                            In attendance:\n"
        "Ms P. Quill (in the Chair)              Section 151 Officer: Mrs L. Birk\n"
        "Ms J. Oakley                            Head of Legal Services: Ms C. A.\n"
        "                                        Elder\n"
        "Ms D. Cross                             Mrs P. Todd (Community Safety\n"
        "                                        Manager)\n"
        "Mr C. King\n"
        "Mr P. Law\n"
    )
    members = ["P. Quill", "J. Oakley", "D. Cross", "C. King", "P. Law"]
    assert [name for name, (status, _) in found.items() if status != "in_attendance"] == members
    assert found["C. A. Elder"] == ("in_attendance", "Head of Legal Services")
    assert found["P. Todd"] == ("in_attendance", "Community Safety Manager")


def test_names_that_wrap_in_the_columns_of_a_page(tmp_path: Path) -> None:
    path = tmp_path / "minutes.pdf"
    columns = [("Councillor N Birch", "Councillor E W", "Councillor B C"), ("(Chair)", "Leadbitter", "Townend")]
    rows = [*columns, ("Councillor D Day", "Councillor S Orr", "Councillor W Park")]
    head = [
        (50, 790, "Marl Town Council"),
        (50, 770, "Minutes of the meeting held on 3 May 2024"),
        (50, 750, "Present:"),
    ]
    names = [(x, 730 - 13 * n, text) for n, row in enumerate(rows) for x, text in zip((50, 220, 390), row, strict=True)]
    tail = [(50, 660, "1. Minutes"), (50, 640, "The minutes were agreed."), (50, 610, "2. Roads"), (50, 590, "Noted.")]
    path.write_bytes(pdf([[*head, *names, *tail]]))
    (meeting,) = parse(read_source(path, path.name)).meetings
    assert [one.name for one in meeting.attendance] == [
        "N Birch",
        "E W Leadbitter",
        "B C Townend",
        "D Day",
        "S Orr",
        "W Park",
    ]
    assert meeting.chair == "N Birch"


def test_forenames_above_their_surnames_in_the_columns_of_a_page(tmp_path: Path) -> None:
    path = tmp_path / "minutes.pdf"
    head = [(50, 790, "Minutes of the Marl Town Council held on 3 May 2024"), (50, 770, "Present:")]
    rows = [("Councillor Ann Ash", "Councillor Fiona", "Councillor Bob"), ("(Chair)", "Taylor-Reid", "Winterbottom")]
    names = [(x, 750 - 13 * n, text) for n, row in enumerate(rows) for x, text in zip((50, 220, 390), row, strict=True)]
    tail = [(50, 700, "1. Minutes"), (50, 680, "The minutes were agreed."), (50, 650, "2. Roads"), (50, 630, "Noted.")]
    path.write_bytes(pdf([[*head, *names, *tail]]))
    (meeting,) = parse(read_source(path, path.name)).meetings
    assert [one.name for one in meeting.attendance] == ["Ann Ash", "Fiona Taylor-Reid", "Bob Winterbottom"]


def test_labels_in_the_first_cells_of_a_table_are_of_all_the_names_below_them() -> None:
    found = came(
        "PRESENT | Cllr Ann Ash - Chairman\n| Cllr Bob Birch\n| Cllr Carol Clay\nIn Attendance | Dan Dent, Clerk\n"
        "| Eve Elm, Surveyor\nAPOLOGIES | Cllr Fay Fox\n| Cllr Gus Gray\n"
    )
    assert {name: status for name, (status, _) in found.items()} == {
        "Ann Ash": "chair",
        "Bob Birch": "present",
        "Carol Clay": "present",
        "Dan Dent": "in_attendance",
        "Eve Elm": "in_attendance",
        "Fay Fox": "apologies",
        "Gus Gray": "apologies",
    }


def test_the_clerk_of_a_letterhead_is_in_no_list() -> None:
    text = (
        "MARL PARISH COUNCIL\nClerk: Mrs Dora Dent, 12 Chapel Row, Marl, ZZ9 4QT\nTel: 01999 555 123\n\n"
        "Minutes of the Meeting of the Council held on 3 May 2024\n\nPresent: Cllrs A Ash (Chair), B Birch and C Clay\n"
    )
    (meeting,) = parse(SourceText(text + BUSINESS)).meetings
    assert [one.name for one in meeting.attendance] == ["A Ash", "B Birch", "C Clay"]


def test_whom_somebody_in_a_table_of_three_columns_stands_for_is_nobody_else() -> None:
    found = came(
        "Present\n\n"
        "Ann Ash (Chair)   Chief Executive       Marl County Council\n"
        "Bob Birch         Director of Nursing   Arrow Valley NHS Trust\n"
        "Carol Clay        Trustee               Age Concern Marl\n"
        "Dan Dent          Head of Service       Marl Borough Council\n"
        "Eve Elm           Member                Marl Borough Council\n"
    )
    assert list(found) == ["Ann Ash", "Bob Birch", "Carol Clay", "Dan Dent", "Eve Elm"]


@pytest.mark.parametrize(
    ("head", "names"),
    [
        (
            "Present:\nAsh, Ann (Chair)\nBirch, Bob\nClay, Carol\nDent, Dan (from 7.45 pm)\n\nApologies:\n"
            "Elm, Eve (ill)\n",
            ["Ann Ash", "Bob Birch", "Carol Clay", "Dan Dent", "Eve Elm"],
        ),
        (
            "Council Members Present: Council Member Ann Ash (Chair), Council Member Bob Birch, Council Member "
            "Carol Clay\n\nCouncil Members Absent: Council Member Dan Dent\n",
            ["Ann Ash", "Bob Birch", "Carol Clay", "Dan Dent"],
        ),
        (
            "Present: Cllr Ann Ash (Chair), Cllr Bob Birch and Cllr Carol Clay\n\nAlso present:\nCAO: Mrs Dora Dent\n"
            "Assistant Director - Highways: Mr E Elm\n",
            ["Ann Ash", "Bob Birch", "Carol Clay", "Dora Dent", "E Elm"],
        ),
        (
            "Present:\nAnn Ash (Mayor)\nBob Birch\nCarol Clay\nStaff Present:\nDan Dent (Treasurer)\n",
            ["Ann Ash", "Bob Birch", "Carol Clay", "Dan Dent"],
        ),
    ],
    ids=["surnames first with asides", "council members", "posts with a dash or in letters", "label below a name"],
)
def test_lists_as_councils_print_them(head: str, names: list[str]) -> None:
    assert list(came(head)) == names


@pytest.mark.parametrize(
    "ballot",
    [
        "A recorded vote was requested.\nThe following members voted ‘For’ the motion:-\nCouncillors A Ash, B Birch "
        "and C Clay.\nThe following members voted ‘Against’ the motion:-\nCouncillors D Dent and E Elm.\nThe following "
        "members ‘Abstained’:-\nCllr F Fox.",
        "In favour:\nA Ash\nB Birch\nC Clay\n\nAgainst:\nD Dent\nE Elm\n\nAbstained:\nF Fox\n\nThe Clerk left.",
    ],
)
def test_names_below_the_head_of_each_side_are_of_the_vote(ballot: str) -> None:
    text = f"RESOLVED: That the plan be approved.\n\n{ballot}"
    (one,) = find_resolutions(MappedText(text, ((0, 0, len(text)),)))
    assert one.votes is not None
    assert (one.votes.votes_for, one.votes.votes_against, one.votes.abstained) == (3, 2, 1)
    assert one.votes.names_for == ("A Ash", "B Birch", "C Clay")
    assert one.votes.names_abstained == ("F Fox",)


def test_a_vote_told_in_a_sentence_below() -> None:
    text = "It was agreed that the plan be approved.\n\nThe vote was 6 for, 2 against and 1 abstention."
    (one,) = find_resolutions(MappedText(text, ((0, 0, len(text)),)))
    assert one.votes is not None
    assert (one.votes.votes_for, one.votes.votes_against, one.votes.abstained) == (6, 2, 1)


@pytest.mark.parametrize(
    ("text", "effects"),
    [
        ("Decision | That the plan be approved.", ["decided"]),
        ("Decision That the report be noted.", ["noted"]),
        ("Decision\n(a) the plan be approved\n(b) the report be noted", ["decided", "noted"]),
        ("Decision | (a) the plan be approved\n\n(b) the report be noted", ["decided", "noted"]),
        ("Decision\nThe Committee agreed to note the report.", ["noted"]),
    ],
)
def test_what_stands_in_a_box_headed_decision(text: str, effects: list[str]) -> None:
    assert [one.effect for one in find_resolutions(MappedText(text, ((0, 0, len(text)),)))] == effects
