"""The summary of what is held, and how things are named."""

from __future__ import annotations

from dataclasses import replace

from lxml import html

from assistant.web.held import header_html, held_html, summary_line
from assistant.web.labels import body_names, counted, long_date, minute_heading, minute_name, period
from index_store.held import Body
from tests.assistant.web.records import ITEM, MEETING

PARKS = Body("parks", "Parks <Committee>", None, (), 2, "2023-11-02", "2024-05-09")
CABINET = Body("marl-cabinet", "Cabinet", "Marl", (), 1, None, None)


def test_the_head_says_how_much_is_held_and_from_when() -> None:
    assert summary_line([PARKS, CABINET]) == "2 bodies, 3 meetings, November 2023 to May 2024"
    assert summary_line([CABINET]) == "1 body, 1 meeting, undated"
    assert summary_line([]) == "No minutes are held yet"


def test_samples_are_called_fictional_and_own_minutes_are_not() -> None:
    assert "fictional sample minutes" in header_html([PARKS], sample=True)
    assert "minutes add" in header_html([PARKS], sample=True)
    assert "fictional" not in header_html([PARKS], sample=False)


def test_meetings_are_listed_by_body_newest_first_and_open_their_minutes() -> None:
    older = replace(MEETING, id="parks/2023-11-02", date="2023-11-02", draft=False)
    shown = html.fromstring(held_html([PARKS], [older, MEETING]))
    assert [row.text for row in shown.xpath(".//li/a")] == ["9 May 2024", "2 November 2023"]
    assert shown.xpath(".//li/a/@href")[0] == "#cite-meeting=parks%2F2024-05-09"
    assert [row.text_content().count("Draft") for row in shown.xpath(".//li")] == [1, 0]
    assert "Parks <Committee>" in shown.text_content()


def test_bodies_that_share_a_name_carry_their_council() -> None:
    other = replace(CABINET, slug="loam-cabinet", council="Loam")
    assert body_names([CABINET, other, PARKS]) == {
        "marl-cabinet": "Marl Cabinet",
        "loam-cabinet": "Loam Cabinet",
        "parks": "Parks <Committee>",
    }


def test_numbers_and_dates_read_as_people_say_them() -> None:
    assert (long_date("2009-09-02"), long_date(None)) == ("2 September 2009", "undated")
    assert period("2009-09-02", "2009-09-30") == "September 2009"
    assert (counted(1, "body"), counted(1204, "meeting")) == ("1 body", "1,204 meetings")


def test_minutes_are_named_as_printed() -> None:
    assert minute_name("112/20") == "Minute 112/20"
    assert minute_name("Item 3") == "Item 3"
    assert minute_name(None, "4") == "Item 4"
    assert minute_name("attendance") == "Attendance list"
    assert minute_heading(replace(ITEM, number=None)) == "Play & <Parks>"
    assert minute_heading(replace(ITEM, number=None, title=None)) == "Unnumbered minute"
