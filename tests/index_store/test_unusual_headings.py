"""Headings as councils print them now and then: below their numbers, in the tables of web pages, with marks."""

from __future__ import annotations

from index_store.parser import parse
from index_store.reading import read
from tests.index_store.bench_parse import text_of

HEAD = "Marl Forum\n\nMinutes of the meeting held on 4 May 2010\n\nPresent: Ann Ash (Chair), Bob Birch\n\n"


def headings(text: str) -> list[tuple[str | None, str | None]]:
    return [(item.number, item.title) for item in parse(text_of(HEAD + text)).meetings[0].items]


def test_a_number_may_stand_below_its_title() -> None:
    text = "".join(
        f"{title}\nPLA1{n}/14\nIt was reported that nothing had changed since the last meeting.\n"
        for n, title in enumerate(("APOLOGIES", "DECLARATIONS OF INTEREST", "SITE INSPECTIONS", "URGENT BUSINESS"))
    )
    assert headings(text) == [
        ("PLA10/14", "APOLOGIES"),
        ("PLA11/14", "DECLARATIONS OF INTEREST"),
        ("PLA12/14", "SITE INSPECTIONS"),
        ("PLA13/14", "URGENT BUSINESS"),
    ]


def test_numbers_without_parts_stand_among_those_with_parts() -> None:
    text = (
        "1. Apologies for Absence\n\nNone were received.\n\n2. Finance\n\n2.1 Accounts\n\n"
        "The accounts were approved.\n\n"
        "2.2 Bank\n\nThe balance was noted.\n\n2.3 Precept\n\nThe precept was agreed.\n\n"
        "3. Any Other Business\n\nThere was none.\n"
    )
    assert ("1", "Apologies for Absence") in headings(text)
    assert ("3", "Any Other Business") in headings(text)


def test_a_list_of_contents_holds_no_minutes() -> None:
    titles = ("Welcome", "Declarations of Interest", "Matters Arising", "Risk Register")
    contents = "".join(f"{n} {title} ...... {n - 40}\n" for n, title in enumerate(titles, 49))
    minutes = "".join(
        f"\n{n} {title}\n\n{n}.1 The Clerk reported that all was well.\n" for n, title in enumerate(titles, 49)
    )
    assert headings(f"Contents\n\n{contents}{minutes}") == [(str(n), title) for n, title in enumerate(titles, 49)]


def test_a_star_before_a_number_is_no_part_of_it() -> None:
    text = "*450 Minutes\n\nThey were signed.\n\n451 Petitions\n\nThere was none.\n\n*452 Budget\n\nIt was agreed.\n"
    assert headings(text) == [("450", "Minutes"), ("451", "Petitions"), ("452", "Budget")]


def test_a_year_may_lead_a_number_with_letters() -> None:
    text = "".join(
        f"19-20/FRA/{n}\n\n{title}\n\nMinutes:\n\nThis was noted by the Authority.\n\n"
        for n, title in ((13, "Apologies"), (14, "Communications"), (15, "Work Programme"))
    )
    assert headings(text) == [
        ("19-20/FRA/13", "Apologies"),
        ("19-20/FRA/14", "Communications"),
        ("19-20/FRA/15", "Work Programme"),
    ]


def test_the_rows_of_a_web_page_are_minutes() -> None:
    text = (
        "No. | Item |\n---|---|\nApologies To note any apologies. Minutes: None were received. |\n|\n"
        "First Financial Review PDF 420 KB To consider a report. Additional documents:\n"
        "Minutes: RESOLVED: That Cabinet\n"
        "1. Note the outturn; and\n2. Approve the estimates. |\n|\nWork Programme Minutes: It was noted. |\n"
    )
    assert headings(text) == [(None, "Apologies"), (None, "First Financial Review"), (None, "Work Programme")]


def test_the_sides_of_a_vote_are_no_headings() -> None:
    text = (
        "C43 BUDGET\n\nThe report was presented. A recorded vote was taken:\n\nFOR\n\nCouncillors Ash, Birch (2)\n\n"
        "AGAINST\n\nCouncillor Clay (1)\n\nRESOLVED – that the budget be approved.\n\nC44 MOTIONS\n\nNone were put.\n\n"
        "C45 PETITIONS\n\nNone were received.\n"
    )
    assert headings(text) == [("C43", "BUDGET"), ("C44", "MOTIONS"), ("C45", "PETITIONS")]


def test_what_a_page_adds_is_not_read() -> None:
    text = "137.\n\nMinutes pdf icon PDF 153 KB\n\nThey were signed.\nMarl Forum – 4 May 2010    Page 1 of 2\n"
    assert read(text_of(text)).mapped.text == "137.\n\nMinutes\n\nThey were signed."
