"""Minutes of trusts, authorities and partnerships: what is decided besides what is noted, logs of actions, ranks."""

from __future__ import annotations

import pytest

from index_store.broken_words import is_compound
from index_store.models import MappedText
from index_store.parser import parse
from index_store.parser.bodies import read_body
from index_store.parser.names import read_person
from index_store.parser.resolutions import find_resolutions
from index_store.readers.blocks import Block, joined, row
from index_store.reading import reading_text
from tests.index_store.bench_parse import text_of

DECIDED = [
    ("The Board NOTED the reports and APPROVED the terms of reference of the audit group.", "APPROVED", "decided"),
    ("The Committee noted the position and agreed that a plan be brought back in May.", "agreed", "decided"),
    ("The Panel noted the delay and deferred the second phase.", "deferred", "deferred"),
    ("The Board NOTED that the plan had been checked and approved by the executive.", "NOTED", "noted"),
    ("The Board noted the scheme which the county had costed and approved the year before.", "noted", "noted"),
    ("The Board did NOT APPROVE the outline business case in its present form.", "NOT APPROVE", "rejected"),
    ("Members did not support the proposal as drafted.", "not support", "rejected"),
]


@pytest.mark.parametrize(("text", "verb", "effect"), DECIDED)
def test_what_is_decided_counts_before_what_is_noted(text: str, verb: str, effect: str) -> None:
    [one] = find_resolutions(MappedText(text, ((0, 0, len(text)),)))
    assert (one.verb, one.effect) == (verb, effect)


def test_members_who_did_not_agree_with_somebody_decided_nothing() -> None:
    text = "The Board did not agree with Dr Ash about the figures."
    assert not find_resolutions(MappedText(text, ((0, 0, len(text)),)))


def test_the_place_in_the_line_above_belongs_to_the_name_of_a_park_authority() -> None:
    head = "MARL NATIONAL PARK AUTHORITY\n\nMinutes of the meeting of the National Park Authority held on 2 May 2031\n"
    assert (read_body(head, head, "", "minutes.txt").body or "").casefold() == "marl national park authority"


@pytest.mark.parametrize(
    ("printed", "name"),
    [("Det Supt Ann Other", "Ann Other"), ("Det Ch Insp Bob Birch", "Bob Birch"), ("T/Supt Cy Dunn", "Cy Dunn")],
)
def test_ranks_of_the_police_are_no_names(printed: str, name: str) -> None:
    person = read_person(printed)
    assert person is not None
    assert person.name == name


LOG = """Marl Hospitals NHS Trust
Board of Directors
Minutes of the meeting held on 2 May 2031

Present
Ann Ash, Chair
Bob Birch, Chief Executive

31/01   Apologies
        There were none.

31/02   Finance report
        The Board NOTED the report.

31/03   Date of next meeting
        4 July 2031

Action log – Board of Directors (Public)

Ref\tAction\tLead\tDue
31/02\tRecovery plan to the Board\tBB\t4 July 2031
31/02\tLetter to the region\tAA\t9 May 2031
"""


def test_a_log_of_actions_with_the_name_of_the_board_is_not_of_the_last_minute() -> None:
    [meeting] = parse(text_of(LOG, "minutes.txt")).meetings
    assert "Recovery" not in next(one for one in meeting.items if one.number == "31/03").body.text
    assert meeting.items[-1].number is None
    assert "Recovery" in meeting.items[-1].body.text


TWO = ["Send the forms daily from May", "Audit of forty forms, to the April meeting"]


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        (
            [["4"], ["Hub", "Forms came late."], TWO, ["AA 3/5/31", "BB 9/5/31"]],
            f"4 | Hub\nForms came late.\n| {TWO[0]} | AA 3/5/31\n| {TWO[1]} | BB 9/5/31",
        ),
        (
            [["4"], ["Hub"], TWO, ["AA", "BB / CC"], ["3/5/31", "Immediate"]],
            f"4 | Hub\n| {TWO[0]} | AA | 3/5/31\n| {TWO[1]} | BB / CC | Immediate",
        ),
        ([["4"], ["Hub"], TWO, ["AA"]], f"4 | Hub | {TWO[0]}\n{TWO[1]}\n| AA"),
        (
            [["4"], ["Two points were made", "and a third later"], ["Ash", "Birch"]],
            "4 | Two points were made\nand a third later\n| Ash\nBirch",
        ),
    ],
)
def test_several_actions_of_a_row_stand_beside_their_owners(cells: list[list[str]], text: str) -> None:
    assert joined(row([[Block(words) for words in cell] for cell in cells])) == text


@pytest.mark.parametrize(
    ("head", "tail", "compound"),
    [
        ("four", "hour", True),
        ("time", "critical", True),
        ("care", "taker", False),
        ("finan", "cial", False),
        ("com", "mittee", False),
        ("north", "ern", False),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_may_belong_to_the_words(head: str, tail: str, compound: bool) -> None:
    assert is_compound(head, tail) is compound


def test_a_compound_that_is_broken_at_its_hyphen_keeps_it() -> None:
    lines = (
        "The Chief Operating Officer presented the report for the month, in which four-\n"
        "hour performance was 66.4%, the lowest of the year, which she could not ex-\n"
        "plain by the number of those who came.\n"
    )
    read = reading_text(text_of(lines)).text
    assert "four-hour performance" in read
    assert "not explain by" in read
