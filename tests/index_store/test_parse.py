"""Parsing: golden minutes in each layout, the two real minutes, and properties that hold for any text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index_store.models import Meeting, ParsedFile, SourceText
from index_store.parser import parse
from index_store.readers import read_source
from tests.index_store.bench_parse import GOLDEN, fold, gold_files, tally, text_of
from tests.index_store.printed import as_pdf
from tests.shared import SHARED, needs_shared

FICTIONAL = [(gold, document) for layout, gold, document in gold_files() if gold.parent == GOLDEN]
REAL = [(gold, document) for layout, gold, document in gold_files() if gold.parent != GOLDEN]


@pytest.mark.parametrize(("gold", "document"), FICTIONAL, ids=[gold.stem for gold, _ in FICTIONAL])
def test_golden_minutes_are_parsed_as_printed(gold: Path, document: Path) -> None:
    wanted = json.loads(gold.read_text(encoding="utf-8"))
    got = tally(wanted, parse(read_source(document)))
    assert got.wrong == []


@pytest.mark.parametrize(("gold", "document"), FICTIONAL, ids=[gold.stem for gold, _ in FICTIONAL])
def test_golden_minutes_lose_nothing(gold: Path, document: Path) -> None:
    source = read_source(document)
    assert_covered(source, parse(source))


PRINTED = [
    "action_column",
    "canadian_city_decimal",
    "county_cabinet_item_below",
    "county_raw_text",
    "county_scrutiny_columns",
    "irish_city_reports",
    "northern_irish_council",
    "parish_running_pages",
    "police_crime_panel",
]


@pytest.mark.parametrize("name", PRINTED)
def test_golden_minutes_read_the_same_from_a_pdf(name: str, tmp_path: Path) -> None:
    wanted = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    printed = tmp_path / f"{name}.pdf"
    printed.write_bytes(as_pdf((GOLDEN / f"{name}.txt").read_text(encoding="utf-8")))
    source = read_source(printed)
    parsed = parse(source)
    assert tally(wanted, parsed).wrong == []
    assert_covered(source, parsed)


def exempt_of(text: str) -> list[bool]:
    return [item.exempt for meeting in parse(text_of(text)).meetings for item in meeting.items]


def test_exempt_business_ends_where_open_business_is_headed() -> None:
    text = (
        "Minutes of a meeting of the Roads Committee held on 3 May 2022\n\nPresent: Ann Bell (Chair), Tom Ives\n\n"
        "1. Minutes\n\nThe minutes were agreed.\n\nEXEMPT ITEM\n\n2. Claim\n\nThe claim was settled.\n\n"
        "UNRESTRICTED ITEM\n\n3. Date of next meeting\n\nThe next meeting would be held on 7 June 2022.\n"
    )
    assert exempt_of(text) == [False, True, True, False]


def test_the_public_kept_out_for_one_item_come_back_for_the_next() -> None:
    text = (
        "Ashby Parish Council\n\nMinutes of the meeting held on 4 March 2024\n\nPresent: Cllr A Pell\n\n"
        "**24/31 Clerk's hours**\nThe public and press were excluded for this item. Resolved to pay two hours more.\n\n"
        "**24/32 Planning**\nNo objection was raised to 24/00502/HOU.\n"
    )
    assert exempt_of(text) == [True, False]


def test_an_exempt_item_without_number_is_the_only_one_that_its_heading_marks() -> None:
    text = (
        "# Hall Trust\n\nMinutes of the meeting of the Hall Trust held on 3 May 2022\n\nPresent: Ann Bell (Chair)\n\n"
        "## Minutes\n\nThe minutes were agreed.\n\n## Exempt item: pay\n\nThe paper was agreed.\n\n"
        "## Date of next meeting\n\nThe next meeting would be held on 7 June 2022.\n"
    )
    assert exempt_of(text) == [False, True, False]


def test_minutes_that_are_not_exempt_are_no_private_business() -> None:
    text = (
        "Minutes of a meeting of the Pension Board held on 3 May 2022\n\nPresent: Ann Bell (Chair), Tom Ives\n\n"
        "1. Confirmation of minutes (non-exempt)\n\nThe minutes were agreed.\n\n"
        "2. Confirmation of exempt minutes\n\nThe exempt minutes were agreed.\n"
    )
    assert exempt_of(text) == [False, True]


@needs_shared
@pytest.mark.parametrize(("gold", "document"), REAL, ids=[gold.stem for gold, _ in REAL])
def test_real_minutes_are_parsed_as_printed(gold: Path, document: Path) -> None:
    wanted = json.loads(gold.read_text(encoding="utf-8"))
    got = tally(wanted, parse(read_source(document)))
    assert all(got.kinds)
    assert all(got.dates)
    assert got.right >= 0.75 * max(got.gold, got.found)


EXECUTIVE = [
    ("262", "Welcome and Apologies"),
    ("263", "Notes of the meeting held on 10 June 2009"),
    ("264", "Matters Arising from Notes of Last Meeting"),
    ("265", "Total Place Programme – Update"),
    ("266", "Leicestershire Comprehensive Area Assessment (CAA)"),
    ("267", "Inspection Review"),
    ("268", "Obesity and Overweight – Addressing the Health Challenge"),
    ("269", "Meeting the Public Expenditure Challenge"),
    ("270", "Joint Strategic Needs Assessment (JSNA) – 2009 Refresh – Progress Report and Sign-Off Arrangements"),
    ("271", "'First Contact – Leicestershire'"),
    ("272", "Performance Management"),
    ("273", "Leicestershire Together Strategic Commissioning"),
    ("274", "Governance of Housing"),
    ("275", "Research and Intelligence Review Progress Update"),
    ("276", "Minutes of a Meeting of the Leicester and Leicestershire Co-Ordination Group held on 30 June 2009"),
    ("277", "Items for Consideration by the Next Meeting of the Leicestershire Together Board"),
    ("278", "Date of Next Meeting"),
]


def leicestershire(start: str) -> tuple[SourceText, Meeting]:
    path = next((SHARED / "minutes" / "leicestershire").glob(f"{start}*.txt"))
    source = read_source(path)
    parsed = parse(source)
    assert parsed.kind == "minutes"
    assert len(parsed.meetings) == 1
    return source, parsed.meetings[0]


@needs_shared
def test_the_executive_has_its_seventeen_minutes() -> None:
    source, meeting = leicestershire("000")
    assert [(item.number, item.title) for item in meeting.items] == EXECUTIVE
    by_number = {item.number: item for item in meeting.items}
    assert "useful shared learning event and feedback would be" in by_number["265"].body.text
    assert "data provided to enable Deloitte to continue" in by_number["267"].body.text
    assert by_number["278"].body.text.endswith("at 2.00pm at County Hall.")
    assert source.text[by_number["262"].span.start :].startswith("262. Welcome and Apologies")
    assert meeting.ends == "4.10pm"


@needs_shared
def test_ssog_has_its_seventeen_minutes_with_the_glued_heading() -> None:
    _, meeting = leicestershire("001")
    assert [item.number for item in meeting.items] == [str(number) for number in range(72, 89)]
    eighty = meeting.items[8]
    assert eighty.title == (
        "Review of Voluntary and Community Sector (VCS) Infrastructure in Leicester Shire – Views of Stakeholders "
        "on the "
        "Report of the VCS Infrastructure Working Group"
    )
    assert meeting.items[7].body.text.endswith("Statistics and Research Co-ordinating Group.")
    assert meeting.items[-1].body.text.endswith("Wednesday 31 October at 2.00pm")


@needs_shared
@pytest.mark.parametrize("start", ["000", "001"])
def test_real_minutes_lose_nothing(start: str) -> None:
    source, meeting = leicestershire(start)
    assert_covered(source, ParsedFile("minutes", (meeting,)))


def assert_covered(source: SourceText, parsed: ParsedFile) -> None:
    """Every span lies inside its meeting, in order; what no item and no preamble covers is closing words or "
    "furniture."""
    for meeting in parsed.meetings:
        at = meeting.span.start
        for item in meeting.items:
            assert meeting.span.start <= item.span.start <= item.span.end <= meeting.span.end
            assert item.span.start >= at or item.span.start >= meeting.span.start
            at = item.span.end
            if item.heading:
                assert item.span.start == item.heading.start
                assert item.heading.end <= item.span.end
            for start, origin, length in item.body.runs:
                assert item.body.text[start : start + length] == source.text[origin : origin + length]
                assert item.span.start <= origin
                assert origin + length <= item.span.end
        held = meeting.preamble.text + "".join(
            source.text[item.heading.start : item.heading.end] if item.heading else "" for item in meeting.items
        )
        held += "".join(item.body.text for item in meeting.items)
        last = meeting.items[-1].span.end if meeting.items else meeting.span.end
        lost = len(letters(source.text[meeting.span.start : last])) - len(letters(held))
        assert lost <= furniture_allowance(source.text[meeting.span.start : last])


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def furniture_allowance(text: str) -> int:
    """Page numbers, signature lines, links and running heads: no more than a small share of a document."""
    return 40 + len(text) // 12


TEXTS = st.sampled_from(
    [
        "1. Apologies\n",
        "2. Minutes\n",
        "23/045 Planning\n",
        "Item 3: Budget\n",
        "(Item 4)\n",
        "84.\n",
        "a) Roads\n",
        "## Finance\n",
        "PRESENT: Mr A Dance (Chairman), Mrs T Dean\n",
        "Minutes of a meeting of the Cabinet held on 4 May 2019\n",
        "RESOLVED that it be noted.\n",
        "The Clerk reported that the hall was cold.\n",
        "\n",
        "\f",
        "CHAIRMAN\n",
        "2.00pm – 4.10pm\n",
        "37 communities received\n",
        "18.03.6 Next\n",
        "1.0 Apologies Apologies were received. 2.0 Minutes The minutes were agreed.\n",
        "Agenda\n",
        "**3. Bold**\n",
        "5.1 Sub\n",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(TEXTS, st.text(max_size=12)), max_size=40).map("".join))
def test_no_text_makes_the_parser_fail_and_every_span_slices_back(text: str) -> None:
    source = text_of(text)
    parsed = parse(source)
    for meeting in parsed.meetings:
        for item in meeting.items:
            assert 0 <= item.span.start <= item.span.end <= len(text)
            for start, origin, length in item.body.runs:
                assert item.body.text[start : start + length] == text[origin : origin + length]
        starts = [item.span.start for item in meeting.items]
        assert starts == sorted(starts)


def test_titles_do_not_depend_on_the_case_of_quotes() -> None:
    assert fold("‘First’ – Update.") == "'first' - update"
