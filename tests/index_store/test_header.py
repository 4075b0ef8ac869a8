"""Body, council, date, venue and times, against values worked out by hand."""

from __future__ import annotations

import pytest

from index_store.models import MappedText, SourceText
from index_store.parser import parse
from index_store.parser.dates import find_dates
from index_store.parser.header import Header, read_header
from index_store.readers import read_source
from tests.shared import SHARED, needs_shared


def header(text: str, path: str = "minutes.txt", closing: str = "", front: str = "") -> Header:
    """The header of minutes whose head is ``text``; ``closing`` are words after the items."""
    preamble = MappedText(text, ((0, 0, len(text)),))
    return read_header(preamble, SourceText(front + text, path), f"{text}\n\n{closing}")


def test_body_and_date_in_one_sentence() -> None:
    head = header(
        "Notes of a meeting of the Marlshire Strategic Officers' Group (MSOG) held at County Hall, Glenfield on "
        "Wednesday 9 May 2007.\n\nPRESENT",
        closing="2.00pm – 4.20pm\n9/5/07",
    )
    assert (head.body, head.aliases, head.council) == ("Marlshire Strategic Officers' Group", ("MSOG",), None)
    assert (head.date, head.venue, head.starts, head.ends) == (
        "2007-05-09",
        "County Hall, Glenfield",
        "2.00pm",
        "4.20pm",
    )
    assert head.warnings == ()


def test_committee_under_a_council() -> None:
    head = header(
        "MARL COUNTY COUNCIL\n\nCABINET\n\nMINUTES of a meeting of the Cabinet "
        "held in the Council Chamber, County Hall "
        "on Monday, 1 June 2020.\n\nPRESENT: Mr R W Gough"
    )
    assert (head.body, head.council, head.date) == ("Cabinet", "MARL COUNTY COUNCIL", "2020-06-01")
    assert head.venue == "the Council Chamber, County Hall"


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        (
            "FELL COUNCIL\n\nMEETING OF THE COUNCIL\n\nCOUNCIL CHAMBER, FELL HOUSE, ON 14\nOCTOBER 2025",
            "COUNCIL CHAMBER, FELL HOUSE",
        ),
        ("NHS Tarn Board\n\nMinutes of the meeting (Part 1 - held in public)\n\nThursday 18 July 2024", None),
        ("Minutes of a meeting of the Fell Board held in public session on 18 July 2024", None),
    ],
)
def test_a_venue_is_a_place_without_the_date_behind_it(text: str, venue: str | None) -> None:
    assert header(text).venue == venue


@pytest.mark.parametrize(
    ("text", "body", "council"),
    [
        (
            "Ayton Community Council MINUTES\n\nMinutes of Meeting held on Tuesday 1st May 2012",
            "Ayton Community Council",
            None,
        ),
        (
            "GOVAN COMMUNITY COUNCIL\n\nMINUTES OF GENERAL MEETING\n\nMONDAY 3 JULY 2023",
            "GOVAN COMMUNITY COUNCIL",
            None,
        ),
        ("Open Data User Group - Agenda\n\n24th meeting\n\n13th May 2014", "Open Data User Group", None),
        ("Local Data Panel – Twenty-second Meeting\nMINUTES AND ACTIONS - 17th October 2013", "Local Data Panel", None),
        ("Minutes of the 27th ODUG meeting\n\n29 September 2014", "ODUG", None),
        (
            "TOWN OF PINE HARBOUR\nMinutes of a Regular Meeting of Council held on April 12, 2022",
            "Council",
            "TOWN OF PINE HARBOUR",
        ),
        (
            "Lower Piddling Parish Council\n\nMinutes of the Parish Council Meeting held on 9th January 2025",
            "Lower Piddling Parish Council",
            None,
        ),
        (
            "Minutes of the Annual Parish Council Meeting of Upper Snoring Parish Council held on 6th May 2025",
            "Upper Snoring Parish Council",
            None,
        ),
        (
            "EASTMARL TOWN COUNCIL\nPlanning Committee\nMinutes of the meeting held on 9/1/25 in the Guildhall",
            "Planning Committee",
            "EASTMARL TOWN COUNCIL",
        ),
        ("UNCLASSIFIED\n\nTRANSPARENCY BOARD\nMinutes of the meeting held on 19 July 2011", "TRANSPARENCY BOARD", None),
    ],
)
def test_bodies(text: str, body: str, council: str | None) -> None:
    head = header(text)
    assert (head.body, head.council) == (body, council)


def test_a_body_in_capitals_is_taken_in_mixed_case_where_the_minutes_print_it_so() -> None:
    assert (
        header("GOVAN COMMUNITY COUNCIL\n3 July 2023", closing="a meeting of Govan Community Council").body
        == "Govan Community Council"
    )


def test_a_body_that_only_the_text_names_is_taken_where_its_place_stands_in_the_head() -> None:
    text = "Held in Ayton Community Hall at 7pm.\n\nPresent"
    assert (
        header(text, closing="Ayton Community Council thanked Reston Community Council.").body
        == "Ayton Community Council"
    )
    assert header(text, closing="The Ayton Gardening Society and the Community Council met.").body is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("held on Tuesday 2nd September 2008", "2008-09-02"),
        ("held on 9/1/25 in the Guildhall", "2025-01-09"),
        ("held on 9.1.25 via Teams", "2025-01-09"),
        ("held on Tuesday, April 12, 2022 at 7:00 p.m.", "2022-04-12"),
        ("MONDAY 4 MARCH 2O24", "2024-03-04"),
        ("Tuesday, 28th June, 2022.", "2022-06-28"),
        ("on the 3rd day of March 2015", "2015-03-03"),
        ("date: 2024-06-04", "2024-06-04"),
        ("ON WEDNESDAY 29™ JUNE, 2016, AT 10.30", "2016-06-29"),
        ("HELD ON 7°” MAY,\n2014", "2014-05-07"),
        ("ON THURSDAY, 21% JULY, 2016", "2016-07-21"),
        ('ON THURSDAY 19" SEPTMBER 2024', "2024-09-19"),
        ("on Monday 19February, 2018", "2018-02-19"),
        ("FRIDAY, 15THNOVEMBER, 2019", "2019-11-15"),
    ],
)
def test_printed_dates(text: str, date: str) -> None:
    (printed,) = find_dates(text)
    day = printed.on()
    assert day is not None
    assert day.isoformat() == date


def test_other_dates_do_not_win() -> None:
    head = header(
        "Published 20 March 2020\nMarl Board\nMinutes of the meeting held on 3 March 2020\nNext meeting: 5 May 2020\n"
    )
    assert head.date == "2020-03-03"


def test_a_missing_year_comes_from_the_weekday_and_the_hints() -> None:
    head = header(
        "GOVAN COMMUNITY COUNCIL\n\nGENERAL MEETING MONDAY 6 NOVEMBER\n\nPresent: A B", path="23NOVEMBERMINUTE.docx"
    )
    assert head.date == "2023-11-06"
    assert any("no year" in one for one in head.warnings)
    head = header("Marl Board, 24th June 2010\n\nHere are the minutes of the meeting held on 24 June at the Hall")
    assert (head.date, head.warnings) == ("2010-06-24", ())


def test_a_file_is_named_on_the_day_of_the_meeting_or_later() -> None:
    head = header("Marl Board\n\nMinutes of the meeting held on the 16th of December\n", path="2021-02-17 Minutes.txt")
    assert head.date == "2020-12-16"
    approved_in = "2021-02-17 Minutes of 16 December 2020.txt"
    head = header("Marl Board\n\nMinutes of a meeting held in the hall\n", path=approved_in)
    assert (head.date, head.warnings) == ("2020-12-16", ("no date in the minutes: taken from the file name",))


def test_heading_wins_over_file_and_front_matter_with_a_warning() -> None:
    front = "---\ntitle: Meeting 7th April 2025\ndate: 2025-04-25\n---\n"
    head = header("GOVAN COUNCIL\n\nMONDAY 7 APRIL 2025", path="x/2025-04-25-april.md", front=front)
    assert head.date == "2025-04-07"
    assert len(head.warnings) == 2


@pytest.mark.parametrize(
    ("title", "opening", "day"),
    [
        ("Marl Parish Council - November meeting", "", None),
        ("Marl Parish Council", "Minutes of the November meeting of Marl Parish Council", None),
        ("Marl Parish Council - February meeting", "", "2015-02-18"),
        ("Marl Parish Council", "", "2015-02-18"),
    ],
)
def test_a_page_posted_in_another_month_was_not_dated_by_its_meeting(title: str, opening: str, day: str | None) -> None:
    text = (
        f'---\ntitle: "{title}"\ndate: "2015-02-18"\n---\n\n{opening}\n\nPresent: Cllr R. Cray (Chair), Cllr A. Jupe.\n'
    )
    text += "\n1. Apologies\n\nNone.\n\n2. Hedges\n\nTo be cut.\n\nThe next meeting is on 2nd December 2014.\n"
    assert parse(SourceText(text, path="2015-02 marl.md")).meetings[0].date == day


def test_the_day_in_a_heading_that_runs_together_name_and_state_is_the_meetings() -> None:
    front = '---\ntitle: "Marl Parish Council Meeting June 2018"\ndate: "2018-06-29"\n---\n\n'
    text = f"{front}MARL PARISH COUNCIL Unapproved Minutes of the Monthly Meeting held on Tuesday 5 June 2018 "
    text += "in the boathouse Present: Cllr S. Vane (Chair) Cllr K. Orme 1. Apologies None. 2. Hedges To be cut.\n"
    assert parse(SourceText(text, path="june.md")).meetings[0].date == "2018-06-05"


def test_a_heading_left_over_from_another_meeting_gives_way_to_title_and_file_together() -> None:
    front = "---\ntitle: Meeting 1st September 2025\ndate: 2025-09-01\n---\n"
    head = header("GOVAN COUNCIL\n\nMONDAY 7 JULY 2025", path="2025-09-01-september.md", front=front)
    assert head.date == "2025-09-01"
    assert "2025-07-07" in head.warnings[0]


def test_a_weekday_that_disagrees_is_told() -> None:
    assert header("Marl Board meeting held on Monday 3 March 2015").warnings == (
        "2015-03-03 is not the weekday printed",
    )


def test_last_years_year_is_mended_where_weekday_and_last_meeting_agree() -> None:
    head = header(
        "Marl Board meeting held on Tuesday 7 January 2024", closing="Minutes of 3 December 2024 were approved."
    )
    assert head.date == "2025-01-07"
    assert head.warnings == ("2024-01-07 is not the weekday printed: taken as 2025-01-07",)


def test_title_and_file_do_not_speak_of_a_second_meeting() -> None:
    front = "---\ntitle: Meeting 4th March 2024\ndate: 2024-03-04\n---\nMarl Council, Monday 4 March 2024\n\n"
    text = "Marl Council\nMONDAY 5 FEBRUARY 2024"
    preamble = MappedText(text, ((0, len(front), len(text)),))
    head = read_header(preamble, SourceText(front + text, "2024-03-04.md"), text)
    assert (head.date, head.warnings) == ("2024-02-05", ())


def test_drafts() -> None:
    assert header("DRAFT minutes of the Marl Board held on 3 March 2015").draft
    assert not header("Minutes of the Marl Board held on 3 March 2015").draft


@needs_shared
@pytest.mark.parametrize(
    ("path", "body", "date", "venue"),
    [
        (
            "leicestershire/000_6f94ff6029256e8b.txt",
            "Leicestershire Together Executive",
            "2009-09-02",
            "County Hall, Glenfield",
        ),
        (
            "leicestershire/001_df52b9168b77e4cd.txt",
            "Leicestershire Strategic Senior Officers' Group",
            "2007-05-09",
            "County Hall, Glenfield",
        ),
        ("ayton/2019-06-04.pdf", "Ayton Community Council", "2019-06-04", "Ayton Community Hall"),
        (
            "govan/2025-04-25-general-meeting-april-2025.md",
            "Govan Community Council",
            "2025-04-07",
            "the Pearce Institute",
        ),
        (
            "govan/2025-09-01-general-meeting-september-2025.md",
            "GOVAN COMMUNITY COUNCIL",
            "2025-09-01",
            "the Pearce Institute",
        ),
    ],
)
def test_real_headers(path: str, body: str, date: str, venue: str) -> None:
    meeting = parse(read_source(SHARED / "minutes" / path)).meetings[0]
    assert (meeting.body, meeting.date, meeting.venue) == (body, date, venue)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("MARL CITY COUNCIL – REGULAR MEETING\nMINUTES OF APRIL 20, 2015", "MARL CITY COUNCIL"),
        ("Union Senate (17th April 2018)", "Union Senate"),
        (
            "Marl with Oakley Parish Council Extra Ordinary meeting.\nHeld on 21st March 2018",
            "Marl with Oakley Parish Council",
        ),
        (
            "Marl Borders Council\nCommunity Council Review Working Group\n3 May 2021",
            "Community Council Review Working Group",
        ),
        ("Venue: via MS Teams\nParks Committee\n3 May 2021", "Parks Committee"),
    ],
)
def test_what_is_said_of_the_meeting_is_no_part_of_the_body(head: str, body: str) -> None:
    assert header(head).body == body


@pytest.mark.parametrize(
    ("name", "printed", "day"),
    [
        ("05-11-2021-Minutes.docx", "May 11, 2021", "2021-05-11"),
        ("05.11.2021 Minutes.docx", "11 May 2021", "2021-05-11"),
        ("05-11-21 Minutes.docx", "5 November 2021", "2021-11-05"),
    ],
)
def test_a_file_name_is_read_in_the_order_that_the_minutes_bear_out(name: str, printed: str, day: str) -> None:
    head = header(f"{printed}\nPort of Marl Commission Meeting\n\nI. CALL TO ORDER", path=name)
    assert (head.date, head.warnings) == (day, ())


APPROVING = "Birch moved to approve the consent calendar of the {} Regular Meeting Minutes. Ash seconded the motion."


def test_minutes_that_approve_those_of_the_day_in_their_head_are_of_the_day_in_the_file_name() -> None:
    head = "May 11, 2021 Minutes\nPort of Marl Commission Meeting\n"
    copied = header(head, path="06-08-2021-Minutes.docx", closing=APPROVING.format("May 11, 2021"))
    assert copied.date == "2021-06-08"
    assert copied.warnings == ("headed 2021-05-11, which was the meeting before: taken from the file name",)


@pytest.mark.parametrize(
    "closing",
    [
        APPROVING.format("April 13, 2021"),
        "These minutes of May 11, 2021 were approved.",
        "The minutes of May 11, 2021 were approved on June 8, 2021.",
        "The tender of May 11, 2021 was approved.",
    ],
)
def test_a_later_file_name_alone_moves_no_day(closing: str) -> None:
    head = "May 11, 2021 Minutes\nPort of Marl Commission Meeting\n"
    found = header(head, path="06-08-2021-Minutes.docx", closing=closing)
    assert found.date == "2021-05-11"
    assert found.warnings == ("the file name says 2021-06-08, the minutes 2021-05-11",)


@pytest.mark.parametrize(
    ("text", "days"), [("August, 16, 2018", [(16, 8, 2018)]), ("in May, 16 people", []), ("in May, 2018", [])]
)
def test_a_comma_behind_the_month_parts_no_date(text: str, days: list[tuple[int, int, int]]) -> None:
    assert [(one.day, one.month, one.year) for one in find_dates(text)] == days


@pytest.mark.parametrize(
    ("head", "body", "council"),
    [
        (
            "MINUTES OF THE MEETING OF THE CABINET HELD ON TUESDAY 4 MARCH 2025 AT MARLSHIRE COUNTY COUNCIL, "
            "COUNCIL CHAMBER",
            "CABINET",
            "MARLSHIRE COUNTY COUNCIL",
        ),
        (
            "Minutes of the Regular Council Meeting of the Village of Marl Bay held on March 3, 2025 in the Hall",
            "Council",
            "Village of Marl Bay",
        ),
        (
            "The Planning Commission of the City of Marl met in regular session on March 3, 2025 at 6:30 p.m.",
            "Planning Commission",
            "City of Marl",
        ),
        (
            "CITY OF MARL\nPLANNING COMMISSION REGULAR MEETING\nMINUTES\nMarch 3, 2025",
            "PLANNING COMMISSION",
            "CITY OF MARL",
        ),
        (
            "Minutes of the Audit Committee Meeting\nMarl Housing Association\n3 March 2025, 2.00 p.m.",
            "Audit Committee",
            "Marl Housing Association",
        ),
        (
            "Marl and Sleet Council – Pension Fund\nCommittee\nMinutes of the meeting held on 3 March 2025",
            "Pension Fund Committee",
            "Marl and Sleet Council",
        ),
    ],
)
def test_the_council_that_a_sentence_or_the_next_line_names(head: str, body: str, council: str) -> None:
    found = header(f"{head}\n\nPresent:")
    assert (found.body, found.council) == (body, council)


@pytest.mark.parametrize(
    ("body", "seat", "spoken", "named"),
    [
        ("TOWN COUNCIL", "the Council Chamber, Town Hall, Ottermere", "Ottermere", "Ottermere Town Council"),
        ("Parish Council", "the Reading Room, Combe Wick", "Combe Wick", "Combe Wick Parish Council"),
        ("Town Council", "the Town Hall, Ottermere", "Bellhouse", "Town Council"),  # the place is not spoken of
        ("Town Council", "the Town Hall, Station Road", "Station Road", "Town Council"),
        ("Planning Committee", "the Town Hall, Ottermere", "Ottermere", "Planning Committee"),
    ],
)
def test_a_council_named_by_its_sort_alone_is_that_of_the_place_where_it_sat(
    body: str, seat: str, spoken: str, named: str
) -> None:
    text = f"MINUTES of the ORDINARY MEETING of the {body} held in {seat}, on TUESDAY 5 NOVEMBER 2024 at 7.00 pm"
    closing = f"The {spoken} flood group met. The road to {spoken} was closed."
    assert header(text, closing=closing).body == named
