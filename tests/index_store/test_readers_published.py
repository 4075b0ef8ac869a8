"""Web pages and RTF as Word and council web sites write them; the files stand in fixtures/."""

from __future__ import annotations

from pathlib import Path

import pytest

from index_store.parser import parse
from index_store.readers import read_source

FIXTURES = Path(__file__).parent / "fixtures"

WORD = """MARL PARISH COUNCIL

Minutes of the meeting of the Parish Council held in the Village Hall, Marl on Tuesday 9th January 2024 at 7.30pm

Present: Cllr Ann Able (Chair), Cllr Bob Barr, Cllr Cora Cole

Apologies: Cllr Dan Dyer

1. Minutes of the last meeting

The minutes of the meeting held on 12 December 2023 were approved and signed.

2. Finance

The Clerk’s report was noted. RESOLVED to pay the accounts below.

Payee | Amount
Marl Village Hall | £42.50

3. Date of next meeting

Tuesday 13 February 2024 at 7.30pm."""


def test_html_saved_by_word_is_the_document_without_its_styles_and_deletions() -> None:
    assert read_source(FIXTURES / "word_saved.html").text == WORD


def test_rtf_from_word_keeps_numbers_tables_and_tracked_insertions() -> None:
    text = read_source(FIXTURES / "word_saved.rtf").text
    assert "1. Minutes of the last meeting\n" in text
    assert "were approved – unanimously — and signed." in text
    assert "The balance was £12,400.50. RESOLVED to pay:" in text
    assert "Payee | Amount\nMarl Village Hall | £42.50\nCafé “Au Lait” | £18.00" in text
    assert "- the hall to be paid first\n3. Date of next meeting" in text
    assert "See our website." in text
    for unwanted in ("It was agreed to wait", "hidden note", "HYPERLINK", "Page 1", "Calibri", "datastore", "01050000"):
        assert unwanted not in text


@pytest.mark.parametrize(
    ("name", "unwanted"),
    [
        (
            "council_page.html",
            ("Cookies", "Council tax", "Webcast", "Privacy", "not text", "Skip to", "Related", "Share"),
        ),
        ("meeting_system.html", ("A to Z", "Outside bodies", "Disclaimer", "Copyright")),
    ],
)
def test_what_stands_around_the_minutes_of_a_web_page_is_left_out(name: str, unwanted: tuple[str, ...]) -> None:
    text = read_source(FIXTURES / name).text
    assert [word for word in unwanted if word in text] == []


@pytest.mark.parametrize(
    ("name", "council", "date", "items"),
    [
        (
            "council_page.html",
            "Marl Borough Council",
            "2024-03-06",
            [("41", "Declarations of Interest"), ("42", "24/00012/FUL – Mill Lane"), ("43", "Appeals")],
        ),
        (
            "meeting_system.html",
            "Marl County Council",
            "2024-03-12",
            [("118", "Apologies for Absence"), ("119", "Winter Service Policy")],
        ),
        (
            "word_saved.rtf",
            None,
            "2024-01-09",
            [("1", "Minutes of the last meeting"), ("2", "Finance"), ("3", "Date of next meeting")],
        ),
    ],
)
def test_they_parse(name: str, council: str | None, date: str, items: list[tuple[str, str]]) -> None:
    source = read_source(FIXTURES / name)
    (meeting,) = parse(source).meetings
    assert meeting.date == date
    assert [(item.number, item.title) for item in meeting.items] == items
    if council:
        assert source.text.startswith(f"{council}\n")


def test_the_decision_in_a_meeting_systems_page() -> None:
    (meeting,) = parse(read_source(FIXTURES / "meeting_system.html")).meetings
    found = [(one.label, one.effect, one.text) for one in meeting.items[1].resolutions]
    assert found == [
        ("1", "decided", "the policy be adopted; and"),
        ("2", "decided", "a report be brought in May – costs are £1,200."),
    ]
