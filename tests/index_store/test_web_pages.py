"""Minutes as pages of the web turn them out: run together, without punctuation, headed by the page's own words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from index_store.models import Attendee, Meeting
from index_store.parser import parse
from index_store.parser.dates import find_dates
from index_store.parser.subjects import report_start
from index_store.readers import read_source
from tests.index_store.bench_parse import text_of


def meeting(text: str, path: str = "") -> Meeting:
    return parse(text_of(text, path)).meetings[0]


@pytest.mark.parametrize(
    ("title", "report"),
    [
        ("Declarations of interest", "No declarations were made."),
        ("Training Policy", "WD noted that three words had been misspelt."),
        ("To receive items to be discussed", "The following were put forward for March."),
        ("Reports", "6.1 Warden's report The warden said that the path was dry."),
        ("Bench by the mill", "Offers have come in from two joiners."),
        ("Correspondence", "Correspondence received since June was laid on the table."),
        ("Minutes of the Parish Council meeting held on 4 May 2016", "Cllr Ash confirmed that all had read them."),
    ],
)
def test_a_title_ends_where_its_report_begins(title: str, report: str) -> None:
    words = f"{title} {report}"
    begins = report_start(words)
    assert begins is not None
    assert (words[:begins].strip(), words[begins:]) == (title, report)


@pytest.mark.parametrize(
    "words",
    [
        "Report of the Head of Roads on the Weir Path",
        "To note the Minutes of the Last Meeting",
        "Northfield Town Council",
    ],
)
def test_a_title_alone_has_no_report(words: str) -> None:
    assert report_start(words) is None


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Minutes of the Annual Tarn Cross Parish Council Meeting held on 4 May 2010", "Tarn Cross Parish Council"),
        ("Minutes of Tarn Cross Annual Parish Council Meeting held on 4 May 2010", "Tarn Cross Parish Council"),
        ("MINUTES OF TARN CROSS PARISH COUNCIL AGM MEETING HELD ON 4 MAY 2010", "TARN CROSS PARISH COUNCIL"),
        (
            "Minutes of last month's Tarn Cross Parish Council meeting\n\nHeld on 4 May 2010",
            "Tarn Cross Parish Council",
        ),
        ("Minutes of the 2010 Tarn Cross Annual Parish Meeting held on 4 May 2010", "Tarn Cross Parish Meeting"),
        ("Minutes from the May meeting of Tarn Cross PC\n\nheld on 4 May 2010", "Tarn Cross Parish Council"),
        ("# Town of Loon Prairie\nMonthly Meeting\nMay 4, 2010", "Town of Loon Prairie"),
        ("Mill Works\n\nVILLAGE LIAISON MINUTES\n\nTuesday 4 May 2010", "VILLAGE LIAISON"),
        (
            "News of Elm Parish Council\n\nMinutes of the meeting of the Ash Parish Council held on 4 May 2010",
            "Ash Parish Council",
        ),
    ],
)
def test_the_body_is_named_without_what_the_page_puts_round_it(head: str, body: str) -> None:
    text = (
        f"{head}\n\nPresent: Ann Oak (Chair), Bob Elm\n\n1. Minutes\n\nThe minutes were agreed.\n\n2. Roads\n\nNone.\n"
    )
    found = meeting(text)
    assert (found.body, found.date) == (body, "2010-05-04")


def test_a_page_without_a_header_is_named_by_its_file() -> None:
    text = "Present: Ann Oak (Chair), Bob Elm\n\n1. Minutes\n\nThe minutes were agreed.\n\n2. Roads\n\nNo report.\n"
    found = meeting(text, "2010-06-tarn-cross-parish-council-meeting-4-may-2010-2.md")
    assert (found.body, found.date) == ("Tarn Cross Parish Council", "2010-05-04")


def test_the_last_meetings_date_is_not_this_ones() -> None:
    text = (
        "Present: Ann Oak (Chair), Bob Elm, Cy Fir\n\n1. Apologies\n\nNone.\n\n2. The minutes of the meeting held on "
        "06.03.17 were agreed as a true record.\n\n3. Roads\n\nThe gully was cleared.\n"
    )
    assert meeting(text).date is None


def test_a_misspelt_month_is_still_a_month() -> None:
    (found,) = find_dates("Thursday 13th Octobre 2005")
    assert (found.on(), found.weekday) == (date(2005, 10, 13), 3)


def test_numbers_of_a_code_are_no_date() -> None:
    assert find_dates("Item 16/07/10 and minute 16/05/1/2") == []


def present(line: str) -> list[tuple[str, str, str | None]]:
    text = (
        f"Minutes of the Mill Committee held on 4 May 2010\n\n{line}\n\n1. Minutes\n\nThe minutes were agreed.\n\n"
        "2. Roads\n\nThe gully was cleared.\n"
    )
    return [(one.name, one.status, one.role) for one in meeting(text).attendance]


def test_a_list_with_one_office_behind_a_dash_names_everybody() -> None:
    line = "Present: Miss Rowan - Chairperson, Mrs. Ash, B. Birch together with 6 members of the public."
    assert present(line) == [("Rowan", "chair", None), ("Ash", "present", None), ("B. Birch", "present", None)]


def test_offices_before_their_holders_part_them() -> None:
    line = "Attendance: Chairman S Ash Vice Chairman Mrs J Birch Councillors Mrs D Clay T Dell Members of the public 12"
    assert present(line) == [
        ("S Ash", "chair", None),
        ("J Birch", "present", "Vice Chairman"),
        ("D Clay", "present", None),
        ("T Dell", "present", None),
    ]


def test_a_sentence_says_who_was_present() -> None:
    text = (
        "# Town of Loon Prairie\nMay 4, 2010\n\n## CALL TO ORDER\nBoard members present were supervisors Ann Ash and "
        "Bo Birch, and clerk Cy Clay. Guests were Di and Ed Dell, and Flo Elm.\n\n## ROADS\nThe road was graded.\n\n"
        "## CLOSING\nMotion by Ann Ash, second by Bo Birch to adjourn. Motion carried.\n"
    )
    found = meeting(text)
    came: list[Attendee] = [one for one in found.attendance if one.status == "present"]
    assert [one.name for one in came] == ["Ann Ash", "Bo Birch", "Cy Clay"]
    assert [one.name for one in found.attendance if one.status == "in_attendance"] == ["Ed Dell", "Flo Elm"]
    (motion,) = found.items[-1].resolutions
    assert (motion.proposer, motion.seconder) == ("Ann Ash", "Bo Birch")


def test_movers_in_brackets_belong_to_the_decision_before_them() -> None:
    text = (
        "Minutes of the Mill Committee held on 4 May 2010\n\nPresent: Ann Ash (Chair), Bo Birch\n\n1. Bench\n\n"
        "RESOLVED: That the bench be mended. (Cllr Ann Ash proposed, Cllr Bo Birch seconded, all were in favour).\n\n"
        "2. Roads\n\nNone.\n"
    )
    (decision,) = meeting(text).items[0].resolutions
    assert decision.text == "RESOLVED: That the bench be mended."
    assert (decision.proposer, decision.seconder) == ("Ann Ash", "Bo Birch")


def test_a_list_that_counts_anew_is_no_run_of_minutes() -> None:
    letters = "\n\n".join(f"{n}. Letter from the {name}" for n, name in enumerate(["Mill", "Ford", "Weir", "Inn"], 1))
    text = (
        "Minutes of the Mill Committee held on 4 May 2010\n\nPresent: Ann Ash (Chair)\n\n1. Minutes\n\nAgreed.\n\n"
        f"2. Roads\n\nThe gully was cleared.\n\n3. Correspondence\n\n{letters}\n\n4. Planning\n\nNone came in.\n\n"
        "5. Next meeting\n\nThe next meeting will be on 8 June.\n"
    )
    assert [(item.number, item.title) for item in meeting(text).items] == [
        ("1", "Minutes"),
        ("2", "Roads"),
        ("3", "Correspondence"),
        ("4", "Planning"),
        ("5", "Next meeting"),
    ]


def test_a_year_first_in_two_digits_is_the_files_date_where_the_minutes_print_it() -> None:
    text = "Marl Parish Council\n\nMinutes of a meeting on 8 January 2020 at the hall.\n\n1. Apologies\n\nNone.\n"
    assert parse(text_of(text, "minutes_20-01-08.txt")).warnings == parse(text_of(text, "minutes.txt")).warnings
    assert "the file name says 2009-02-20, the minutes 2020-01-08" in parse(text_of(text, "20-02-09.txt")).warnings


def test_a_date_before_the_name_on_its_line_is_no_part_of_it() -> None:
    head = "11 November 2020 Elm and Marl Community Council held their meeting via Zoom at 7.30pm on that day.\n\n"
    assert meeting(head + "PRESENT\nCouncillors Ann Ash and Bob Birch.\n\n1. APOLOGIES\n\nNone.\n").body == (
        "Elm and Marl Community Council"
    )


def test_an_ordinal_before_the_council_counts_its_meetings() -> None:
    head = "5th Special Council Meeting\n\nMarch 25, 2025, at 11:30 AM\n\nPresent:\nA. Ash, B. Birch, C. Cole\n\n"
    assert meeting(head + "1. Apologies\n\nNone.\n", "2025-03-25 5th Special Council Meeting.txt").body == "Council"


def test_the_place_where_a_meeting_was_held_is_nobody() -> None:
    text = (
        "MINUTES of a meeting of the Cabinet held in the Council Chamber, Moot\nHouse, County Hall, Marl on Thursday, "
        "9 January 2025.\n\nPRESENT: Mr A Ash (Chairman), Mr B Birch and Mrs C Cole\n\n1. Apologies\n\nNone.\n"
    )
    assert [one.name for one in meeting(text).attendance] == ["A Ash", "B Birch", "C Cole"]


def test_a_letter_before_its_paragraph_and_lists_without_marks(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(
        "<html><body><h4>2. MINUTES</h4>I<p>t was proposed that the minutes were correct.</p>"
        "<h4>7. PLANNING</h4><p>The following was agreed:</p><ol class='unstyled'><li>E/40070 New barn</li><li>Elm</li>"
        "<li>SA99 6AX</li><li>NO OBJECTIONS</li></ol></body></html>",
        encoding="utf-8",
    )
    text = read_source(page).text
    assert "It was proposed" in text
    assert "E/40070 New barn\nElm\nSA99 6AX" in text


def test_numbers_go_on_inside_the_paragraph_of_the_last_minute() -> None:
    found = meeting(
        "Minutes of the meeting of Marl Parish Council held on 4 May 2019\n\nPresent: Cllr Ann Ash (Chair), Cllr Bob "
        "Birch\n\n1. Apologies\n\nNone.\n\n2. Minutes\n\nThe minutes were agreed.\n\n3. Roads\n\nNothing to report.\n\n"
        "4. Bins The clerk reported that two bins had been set up beside the green and that a third had been asked for "
        "by the school. 5. Finance The balance was £1,204.16 at the end of April. 6. Correspondence None. 7. Date of "
        "Next Meeting: The date is to be confirmed.\n"
    )
    assert [(one.number, one.title) for one in found.items][3:] == [
        ("4", "Bins"),
        ("5", "Finance"),
        ("6", "Correspondence"),
        ("7", "Date of Next Meeting"),
    ]


def test_a_list_in_the_last_minute_is_no_run_of_minutes() -> None:
    found = meeting(
        "Minutes of the meeting of Marl Parish Council held on 4 May 2019\n\nPresent: Cllr Ann Ash (Chair), Cllr Bob "
        "Birch\n\n1. Apologies\n\nNone.\n\n2. Minutes\n\nThe minutes were agreed.\n\n3. Roads\n\nNothing to report.\n\n"
        "4. Bins\n\nThe clerk reported that three bins had been set up: 1. Green, beside the pond. 2. School, at the "
        "gate, where the caretaker had asked for one. 3. Hall, behind the kitchen. They are emptied on Fridays.\n"
    )
    assert [one.number for one in found.items] == ["1", "2", "3", "4"]
