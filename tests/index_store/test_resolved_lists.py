"""What stands below or beside the words of a resolution: lists without labels, movers, what a paragraph is put to."""

from __future__ import annotations

import pytest

from index_store.models import MappedText, Resolution, SourceText
from index_store.parser import parse
from index_store.parser.resolutions import find_resolutions


def found(text: str) -> tuple[Resolution, ...]:
    return find_resolutions(MappedText(text, ((0, 0, len(text)),)))


def texts(text: str) -> list[str]:
    return [one.text for one in found(text)]


@pytest.mark.parametrize(
    ("below", "clauses"),
    [
        (
            "The shelter in Mill Lane be moved.\n\nThe Clerk write to the bus company.\n\nCllr Ash said it leaked.",
            ["The shelter in Mill Lane be moved.", "The Clerk write to the bus company."],
        ),
        (
            "A grant of £200 be made to the Scouts.\nA grant of £300 be made to the Guides.\n\nThe next is in May.",
            ["A grant of £200 be made to the Scouts.", "A grant of £300 be made to the Guides."],
        ),
        (
            "The fence be painted green;\nA gate, with a lock;\nThe hedge was cut in May.",
            ["The fence be painted green;", "A gate, with a lock;"],
        ),
        (
            "The budget be approved.\n\nProposed by Cllr Ash, seconded by Cllr Birch.",
            ["The budget be approved."],
        ),
        (
            "The budget be approved.\n\nReasons for the decision:\n\nThe reserve be kept up.",
            ["The budget be approved."],
        ),
    ],
)
@pytest.mark.parametrize("lead", ["RESOLVED that:", "RESOLVED:"])
def test_clauses_without_labels_go_on_as_long_as_they_say_what_is_to_be_done(
    lead: str, below: str, clauses: list[str]
) -> None:
    assert texts(f"{lead}\n\n{below}") == clauses


@pytest.mark.parametrize(
    "text",
    [
        "Proposed by Cllr B. Birch, Seconded by Cllr C. Cedar, Resolved: That the land be sold.",
        "Proposed by: Cllr. B. Birch\nSeconded by: Cllr. C. Cedar\nand Resolved:\nThat the land be sold.",
        "Proposed by Cllr. B. Birch\n\nSeconded by Cllr. C. Cedar\n\nResolved:-\n\n“That the land be sold”.",
        "Proposed by Cllr. B. Birch\nSeconded by Cllr. C. Cedar\nAND AGREED\n“That the land be sold”.",
    ],
)
def test_movers_on_lines_of_their_own_or_in_front_of_the_resolution(text: str) -> None:
    (one,) = found(text)
    movers = [(mover or "").replace("Cllr.", "Cllr") for mover in (one.proposer, one.seconder)]
    assert (movers, one.effect) == (["Cllr B. Birch", "Cllr C. Cedar"], "decided")
    assert "the land be sold" in one.text


def test_a_motion_set_out_in_a_numbered_paragraph_has_the_movers_named_there() -> None:
    text = (
        "1) Mr Ash moved and Ms Birch seconded the budget.\n\n"
        "2) Mr Hood proposed and Mr Baldock seconded the following amendment: a new sum.\n\n"
        "3) After debate, the Chairman put the amendment set out in paragraph 2 to the vote and it was lost.\n\n"
        "4) The Chairman put the motion set out in paragraph 1 to the vote and it was agreed.\n\n"
        "5) The Chairman put the motion set out in paragraph 1.2 of the report to the vote and it was agreed."
    )
    moved = [(one.effect, one.proposer, one.seconder) for one in found(text)]
    assert moved == [
        ("rejected", "Mr Hood", "Mr Baldock"),
        ("decided", "Mr Ash", "Ms Birch"),
        ("decided", None, None),
    ]


def test_business_that_opens_with_a_motion_is_a_minute_from_the_words_that_move_it() -> None:
    text = (
        "MINUTES OF ARDNAMONA COUNTY COUNCIL MEETING HELD ON MONDAY, 18th JULY, 2005, AT 2.00 p.m.\n\n"
        "The Cathaoirleach, Cllr. H. Kenny, was in the Chair.\n\n"
        "At the outset, it was -\n\nProposed by Cllr. H. Kenny\n\nSeconded by Cllr. T. Quinn\n\nResolved:-\n\n"
        "“That Standing Orders be suspended in order to allow a discussion of the pipeline.”\n\n"
        "The Cathaoirleach informed the Meeting that he would welcome debate on the Motion.\n\n"
        "MINUTES\n\nThe minutes of the meeting held on 13th June were adopted and signed by the Cathaoirleach.\n\n"
        "DISPOSAL OF PROPERTY\n\nIt was agreed that the Council dispose of the plot at Knockmore.\n"
    )
    (meeting,) = parse(SourceText(text, "july.txt")).meetings
    assert [one.title for one in meeting.items] == [None, "MINUTES", "DISPOSAL OF PROPERTY"]
    (opening,) = meeting.items[0].resolutions
    assert (opening.proposer, opening.seconder) == ("H. Kenny", "Cllr. T. Quinn")


NAMELESS = (
    "Ordinary Meeting\n7th July 2008, Council Chamber\n\nAn Cathaoirleach Councillor Seamus Culliton presided.\n\n"
    "Members Present\nCouncillors Joseph Brannock, Oliver Dunphy, Shane Casserly.\n\n"
    "1.0 Confirmation of Minutes\nThe minutes were confirmed.\n\n2.0 Roads\nIt was agreed to defer this item.\n"
)


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("Ardnamona County Council/2008/july.txt", "Ardnamona County Council"),
        ("minutes/ardnamona-county-council/july.txt", "Ardnamona County Council"),
        ("minutes/2008/july.txt", None),
    ],
)
def test_a_body_named_nowhere_is_that_of_its_folder(path: str, body: str | None) -> None:
    (meeting,) = parse(SourceText(NAMELESS, path)).meetings
    assert meeting.body == body


def test_a_council_named_nowhere_is_that_of_its_county_hall() -> None:
    text = NAMELESS.replace("Council Chamber", "Council Chamber, Ardnamona County Hall")
    (meeting,) = parse(SourceText(text, "july.txt")).meetings
    assert meeting.body == "Ardnamona County Council"
