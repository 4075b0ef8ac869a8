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


def test_rows_of_a_web_page_may_have_lost_their_bars() -> None:
    text = (
        "Apologies for Absence Minutes: An apology was received from Councillor Clay.\n"
        "Declarations of Interest Members with interests are asked to say so. Minutes: None were made.\n"
        "Work Programme To consider the report. Minutes: It was RESOLVED that the programme be approved.\n"
    )
    assert headings(text) == [
        (None, "Apologies for Absence"),
        (None, "Declarations of Interest"),
        (None, "Work Programme"),
    ]


def test_a_comma_may_stand_behind_a_number() -> None:
    text = (
        "1, To elect a Chairman\n\nCllr Ash was elected.\n\n2, Apologies for absence\n\nThere were none.\n\n"
        "3, Agree date of next meeting\n\nThis will be on 20th October.\n"
    )
    assert headings(text) == [
        ("1", "To elect a Chairman"),
        ("2", "Apologies for absence"),
        ("3", "Agree date of next meeting"),
    ]


def test_a_first_minute_may_begin_the_list_of_those_present() -> None:
    text = (
        "Marl Allotments Association minutes of committee meeting 26/11/2015\n\n1 Present Ann Ash (Chair)\n\n"
        "Bob Birch\n\nCarl Clay\n\n2 Waiting List\nIt was agreed to write to those at the top.\n\n"
        "3 AOB\nThere was none.\n"
    )
    meeting = parse(text_of(text)).meetings[0]
    assert [(item.number, item.title) for item in meeting.items][0] == ("1", "Present")
    assert [(one.name, one.status) for one in meeting.attendance] == [
        ("Ann Ash", "chair"),
        ("Bob Birch", "present"),
        ("Carl Clay", "present"),
    ]


def test_a_title_may_be_bold_in_the_cell_behind_its_number() -> None:
    rows = (
        "| 84/19 | **Apologies** Cllr Dean (work). | |",
        "| 85/19 | **Public forum** A resident asked about the path. | Clerk |",
        "| 86/19 | **Christmas tree** It was resolved to order a tree. | BB |",
    )
    text = HEAD + "| No | Minute | Action |\n|---|---|---|\n" + "\n".join(rows) + "\n"
    items = parse(text_of(text, "minutes.md")).meetings[0].items
    assert [(item.number, item.title) for item in items] == [
        ("84/19", "Apologies"),
        ("85/19", "Public forum"),
        ("86/19", "Christmas tree"),
    ]


def test_titles_alone_may_stand_below_lists_and_over_a_date() -> None:
    text = (
        "Matters Arising\n- Car park: it will be mended when the ground is dry.\nTreasurer's Report\n"
        "- The balance was said to be £8255.\nSite Manager's Report\n- Two plots have been given up.\n"
        "Any Other Business\n- Helpers were asked for.\nDate of Next Meeting\nTuesday 11th September 2018\n"
    )
    assert [title for _, title in headings(text)] == [
        "Matters Arising",
        "Treasurer's Report",
        "Site Manager's Report",
        "Any Other Business",
        "Date of Next Meeting",
    ]


def test_what_was_done_behind_a_dash_is_no_part_of_the_title() -> None:
    text = "1) Minutes of last meeting – accepted as correct\n2) Plots – all are let now.\n3) AGM\nIt is in May.\n"
    assert headings(text)[0] == ("1", "Minutes of last meeting")


def test_what_a_page_adds_is_not_read() -> None:
    text = "137.\n\nMinutes pdf icon PDF 153 KB\n\nThey were signed.\nMarl Forum – 4 May 2010    Page 1 of 2\n"
    assert read(text_of(text)).mapped.text == "137.\n\nMinutes\n\nThey were signed."


def test_an_entry_of_a_list_with_semicolons_is_no_heading() -> None:
    text = (
        "Audit Committee\n\nThursday, 10th December, 2015\n\nApologies for absence\n\nApologies were received from "
        "Cllr Ash.\n\nDeclaration of interests\n\nNo declarations of interest were made.\n\nTraining - Report "
        "on Fraud\n\nKay Holm, Head of Fraud, Marl Partnership (MFP) gave a detailed presentation to the Committee "
        "covering:\n\nBackground of the partnership;\n\n"
        "Fraud activity\n\nContact details.\n\nKay Holm welcomed comments and questions.\n"
    )
    titles = [one.title for one in parse(text_of(text)).meetings[0].items]
    assert titles == ["Apologies for absence", "Declaration of interests", "Training - Report on Fraud"]
