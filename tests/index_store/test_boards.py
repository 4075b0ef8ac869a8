"""Minutes of boards and trustees: what their heads, columns, motions and page heads say, against values by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from index_store.catalogue import Catalogue
from index_store.commit import Filed
from index_store.embedder import Embedder
from index_store.models import MappedText, Resolution
from index_store.parser import parse
from index_store.parser.bodies import read_body
from index_store.parser.chairs import find_chair
from index_store.parser.closing import closes, is_sign_off
from index_store.parser.dates import find_dates
from index_store.parser.resolutions import find_resolutions
from index_store.parser.status_table import status_rows, status_tables
from index_store.reading import reading_text
from index_store.store import writing
from tests.index_store.bench_parse import text_of

GOLDEN = Path(__file__).parent / "golden"


def decisions(text: str) -> tuple[Resolution, ...]:
    return find_resolutions(MappedText(text, ((0, 0, len(text)),)))


TABLES = [
    (
        "Present? | Director | Organisation\nN | Andy Anders | Kettle\nY | Chris Zenk | Elected Representative\n"
        "Y | Gala Dunn for Otto Clay | Brass Corporation",
        [("absent", "Andy Anders"), ("present", "Chris Zenk"), ("present", "Gala Dunn")],
    ),
    (
        "Name | Role | Attended\nAnn Ash | Chair | ✓\nBob Birch | Clerk | \nCy Dunn | Member | ✓",
        [("present", "Ann Ash"), ("absent", "Bob Birch"), ("present", "Cy Dunn")],
    ),
    (
        "Name | Present | Apologies\nAnn Ash | x | \nBob Birch | | x\nCy Dunn | x | \nDi Elm | x | ",
        [("present", "Ann Ash"), ("apologies", "Bob Birch"), ("present", "Cy Dunn"), ("present", "Di Elm")],
    ),
    (
        "Ann Ash - Yes\nBob Birch - No\nCy Dunn - Yes",
        [("present", "Ann Ash"), ("absent", "Bob Birch"), ("present", "Cy Dunn")],
    ),
    (
        "- [x] Ann Ash\n- [ ] Bob Birch\n- [x] Cy Dunn",
        [("present", "Ann Ash"), ("absent", "Bob Birch"), ("present", "Cy Dunn")],
    ),
    ("Name | Interest declared\nAnn Ash | No\nBob Birch | No\nCy Dunn | Yes", []),
    ("Name | Organisation\nAnn Ash | Kettle\nBob Birch | Brass\nCy Dunn | Anvil", []),
]


@pytest.mark.parametrize(("text", "wanted"), TABLES)
def test_a_column_says_who_came(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(row.status, row.entry.person.name) for row in status_rows(text)] == wanted


def test_a_mark_that_may_stand_under_either_head_says_nothing() -> None:
    rows, lines = status_tables("Trustee\tPresent\tAbsent\nAnn Ash\tX\nBob Birch\tX\nCy Dunn\tX")
    assert (rows, len(lines)) == ([], 4)


def test_who_came_on_one_of_two_days_was_present_and_it_is_noted() -> None:
    rows = status_rows("31-Oct | 1-Nov | Director\nY | Y | Ann Ash\nY | N | Bob Birch\nN | N | Cy Dunn")
    assert [(row.status, row.entry.note) for row in rows] == [
        ("present", None),
        ("present", "not on 1-Nov"),
        ("absent", None),
    ]


DAYS = [
    ("October 31 & November 1, 2011", (2011, 10, 31)),
    ("June 14th and 15th, 2011", (2011, 6, 14)),
    ("June 19-20, 2012", (2012, 6, 19)),
    ("14 and 15 June 2011", (2011, 6, 14)),
    ("31 October and 1 November 2011", (2011, 10, 31)),
    ("item 3 and 4 May 2010", (2010, 5, 4)),
]


@pytest.mark.parametrize(("text", "wanted"), DAYS)
def test_of_a_meeting_of_two_days_the_first_is_its_date(text: str, wanted: tuple[int, int, int]) -> None:
    first = find_dates(text)[0]
    assert (first.year, first.month, first.day) == wanted


MOTIONS = [
    ("It was moved by Ms. Ash, seconded by Mr. Birch, that it be sold. MOTION FAILED 3-4.", "FAILED", (3, 4, None)),
    ("It was moved by Ms. Ash to sell it. Hearing no second, the motion was not considered.", "not considered", None),
    ("Mr Ash moved that it be sold. The motion failed for want of a seconder.", "failed", None),
    ("Mr Ash moved that it be sold. The motion died for lack of a second.", "died", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verb", "votes"), MOTIONS)
def test_a_motion_that_failed_is_told_as_rejected(text: str, verb: str, votes: tuple[int, ...] | None) -> None:
    (one,) = decisions(text)
    assert (one.verb, one.effect) == (verb, "rejected")
    counts = one.votes and (one.votes.votes_for, one.votes.votes_against, one.votes.abstained)
    assert counts == votes


def test_a_third_count_is_of_those_who_abstained() -> None:
    (one,) = decisions(
        "It was moved by Ms. Ash, seconded by Mr. Birch, to keep it. MOTION CARRIED 3-1-1 [AYES: Ash, Birch, Cole; "
        "NOES: Dunn; ABSTAIN: Elm]."
    )
    assert one.votes is not None
    assert (one.votes.votes_for, one.votes.votes_against, one.votes.abstained) == (3, 1, 1)
    assert (one.votes.names_against, one.votes.names_abstained) == (("Dunn",), ("Elm",))


def test_a_motion_begins_with_the_sentence_that_moves_it() -> None:
    (one,) = decisions("Mr. Elm spoke. It was moved by Ms. Ash, seconded by Mr. Birch, to dig. MOTION CARRIED.")
    assert one.text.startswith("It was moved by Ms. Ash")


def test_words_that_announce_a_resolution_are_not_one_themselves() -> None:
    (one,) = decisions(
        "Maud Becker spoke of the grant. The following resolution was passed unanimously:\n\n"
        "RESOLVED, the Board approves the grant."
    )
    assert (one.verb, one.text) == ("RESOLVED", "RESOLVED, the Board approves the grant.")
    assert one.manner == "unanimously"


@pytest.mark.parametrize(
    "text", ["Approved: 09/27/2022", "Approved: ________", "Minutes approved by the Board of Trustees: July 10, 2024"]
)
def test_the_approval_in_a_signature_block_is_no_decision(text: str) -> None:
    assert is_sign_off(text)
    assert closes(text)
    assert decisions(f"The meeting was adjourned.\n\n{text}") == ()


@pytest.mark.parametrize("text", ["Approved: that we pay", "Approved.", "The minutes were approved."])
def test_other_approvals_are_not_signed_off(text: str) -> None:
    assert not is_sign_off(text)


CHAIRS = [
    ("The meeting was called to order by the vice president, Dr. Orla Finch. It was held online.", "Dr. Orla Finch"),
    ("The board meeting was called to order by President Odell at 5:30 p.m.", "Odell"),
    ("Ada Brook, President, called the meeting to order at 7 pm.", "Ada Brook"),
    ("The meeting was called to order at 7:00 p.m. by Supervisor Ann Ash.", "Ann Ash"),
    ("President Imogen Sallow introduced the staff of the college.", None),
]


@pytest.mark.parametrize(("text", "wanted"), CHAIRS)
def test_who_called_the_meeting_to_order_was_in_the_chair(text: str, wanted: str | None) -> None:
    said = find_chair([MappedText(text, ((0, 0, len(text)),))])
    assert (said.name if said else None) == wanted


BODIES = [
    ("Marl Vale Unified School District\nBoard of Education\n12 Kiln Road\nBoard of Education Minutes\nMay 2, 2024",
     "Board of Education", "Marl Vale Unified School District"),
    ("RIVER MARL COLLEGE DISTRICT\nBoard of Trustees Retreat\nFriday, March 1, 2024", "Board of Trustees",
     "RIVER MARL COLLEGE DISTRICT"),
    ("Minutes of the meeting of St. Mary's Bay Parish Council held on 3 May 2020", "St. Mary's Bay Parish Council",
     None),
    ("A Meeting of the Board of Directors (the “Board”) of Larkspur.org Foundation, Inc., a Delaware company, was held",
     "Board of Directors of Larkspur.org Foundation, Inc.", None),
]  # fmt: skip


@pytest.mark.parametrize(("head", "body", "council"), BODIES)
def test_a_body_is_named_whole_and_its_authority_is_the_council(head: str, body: str, council: str | None) -> None:
    name = read_body(head, head, "", "minutes.txt")
    assert (name.body, name.council) == (body, council)


def test_a_venue_is_a_place_and_no_piece_of_a_sentence() -> None:
    told = "A Meeting of the Board of Marl Trust was held on March 26, 2012 as a regular meeting at the Guildhall."
    online = "The Board of Marl Trust met. The board meeting was held in person and was also streamed to the page."
    head = "Marl Trust Board Minutes\nMarch 26, 2012\n\n{}\n\nPresent: Ann Ash, Bob Birch\n\n"
    minutes = head + "1. Roads\nNone.\n\n2. Trees\nNone.\n"
    assert [parse(text_of(minutes.format(text))).meetings[0].venue for text in (told, online)] == [
        "the Guildhall",
        None,
    ]


def test_heads_of_pages_are_furniture_and_start_no_meeting() -> None:
    page = "Marl District ▪ Board of Trustees Meeting Minutes\nJune 5, 2024{gap}Page {number}\n"
    text = "Marl District\nBoard of Trustees Meeting Minutes\nJune 5, 2024\n\n1. CALL TO ORDER\nThe meeting opened.\n"
    for number in (2, 3):
        text += page.format(gap="            ", number=number) + f"{number}. ITEM\nSomething was said of the river.\n"
    assert "Page" not in reading_text(text_of(text)).text
    assert reading_text(text_of(text)).text.count("Trustees") == 1
    assert len(parse(text_of(text)).meetings) == 1


def test_a_title_in_a_picture_is_read_and_pictures_further_on_are_not() -> None:
    text = "![MARL WATER DISTRICT Board Meeting Minutes Friday, May 3, 2024](a.png)\n\n**1. Leaks**\n\n![Board](b.png)"
    assert reading_text(text_of(text)).text == (
        "MARL WATER DISTRICT\nBoard Meeting Minutes\nFriday, May 3, 2024\n\n1. Leaks"
    )


def test_the_list_inside_the_first_minute_is_the_attendance_list(tmp_path: Path, embedder: Embedder) -> None:
    text = (GOLDEN / "school_board_codes_behind_titles.txt").read_text(encoding="utf-8")
    source = text_of(text, "a.txt")
    filed = Filed("a.txt", tmp_path / "a.txt", "0" * 64, "test", source, parse(source), False)
    with writing(tmp_path / "home", embedder) as store:
        store.commit([filed])
    catalogue = Catalogue(tmp_path / "home")
    (held,) = catalogue.meetings()
    roll, opening = catalogue.items(held.id)[:2]
    assert roll.text.text.endswith("Absent:\nGil Marchetti, president")
    assert opening.number == "A"
    assert {one.item for one in catalogue.attendance()} == {roll.id}
    where = roll.text.text.index("Tomas Reyes")
    span = roll.text.span(where, where + len("Tomas Reyes"))
    assert text[span.start : span.end] == "Tomas Reyes"
