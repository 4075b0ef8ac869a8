"""The source panel: the whole minute, the quoted words marked to the letter, the meeting and the file named."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from assistant.answer import Citation
from assistant.web.panel import Mark, Shown, gone_html, item_key, minute_html, text_html
from index_store.models import MappedText
from tests.assistant.web.records import ITEM, MEETING, SOURCE, SPENT, SWINGS, TEXT, citation


def _panel(*citations: Citation, clicked: int | None = None, **changes: object) -> html.HtmlElement:
    shown = Shown(ITEM, SOURCE, citations=citations, clicked=clicked)
    return html.fromstring(minute_html(replace(shown, **changes)))  # type: ignore[arg-type]


def _marked(panel: html.HtmlElement) -> list[tuple[str, str | None]]:
    return [(mark.text_content(), mark.get("class")) for mark in panel.xpath(".//mark")]


def test_the_clicked_quote_is_marked_apart_from_the_others() -> None:
    panel = _panel(SWINGS, SPENT, clicked=2)
    assert _marked(panel) == [("The swings were inspected in May.", None), ("that £3,004 be spent", "clicked")]


def test_marks_carry_their_numbers_outside_the_text() -> None:
    panel = _panel(SWINGS, SPENT)
    assert [mark.get("data-marker") for mark in panel.xpath(".//mark")] == ["[1]", "[2]"]
    assert " ".join(panel.xpath(".//*[@class='minute-text']")[0].text_content().split()) == " ".join(
        TEXT.replace("\n", "").split()
    )


def test_citations_of_other_minutes_are_not_marked() -> None:
    assert _marked(_panel(replace(SPENT, id="parks/2024-05-09/13"))) == []


def test_a_quote_over_two_clauses_is_marked_in_both() -> None:
    panel = _panel(citation(1, "spent; and\n(ii) that a report"), clicked=1)
    assert _marked(panel) == [("spent; and", "clicked"), ("(ii) that a report", "clicked")]


def test_overlapping_quotes_keep_the_text_whole() -> None:
    panel = _panel(citation(1, "that £3,004 be"), citation(2, "be spent"), clicked=2)
    assert _marked(panel) == [("that £3,004 ", None), ("be", "clicked"), (" spent", "clicked")]


def test_a_quote_of_the_heading_marks_the_heading() -> None:
    panel = _panel(citation(1, "12. Play"), clicked=1)
    assert panel.xpath(".//h2/mark[@class='clicked']")[0].text_content() == "Minute 12: Play & <Parks>"


def test_meeting_and_file_are_named_and_escaped() -> None:
    text = _panel().text_content()
    for words in ("Parks <Committee>", "Marl Council", "9 May 2024", "Town Hall & Annexe", "Chair: Ann Lee", "Draft"):
        assert words in text
    assert "File: parks/2024-05.txt, page 2" in text
    assert "Also held as parks/2024-05.pdf" in text


def test_final_minutes_carry_no_draft_tag() -> None:
    panel = _panel(item=replace(ITEM, meeting=replace(MEETING, draft=False)))
    assert panel.xpath(".//*[@class='tag']") == []


def test_quotes_of_a_file_since_replaced_are_not_marked_and_that_is_said() -> None:
    panel = _panel(replace(SPENT, quote="that £9,999 be spent"), clicked=2)
    assert _marked(panel) == []
    assert "replaced since the answer was given" in panel.text_content()


def test_neighbours_are_links_to_their_minutes() -> None:
    after = replace(ITEM, id="parks/2024-05-09/112%2F20", number="112/20", title="Next")
    links = _panel(after=after).xpath(".//nav/a")
    assert [link.get("href") for link in links] == ["#cite-item=parks%2F2024-05-09%2F112%252F20"]
    assert "Next: Minute 112/20" in links[0].text_content()


def test_a_minute_without_text_says_so() -> None:
    panel = _panel(item=replace(ITEM, text=MappedText("", ())))
    assert "Nothing is recorded under this heading." in panel.text_content()


def test_a_minute_no_longer_held_still_shows_what_was_quoted() -> None:
    assert "that £3,004 be spent" in html.fromstring(gone_html(SPENT)).text_content()


def test_a_key_cannot_leave_its_attribute() -> None:
    assert item_key('a"/><script>') == "#cite-item=a%22%2F%3E%3Cscript%3E"


@given(
    st.text(alphabet="ab<&\n (i)\"'", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4),
)
def test_no_letter_is_lost_or_added_whatever_is_marked(text: str, ranges: list[tuple[int, int]]) -> None:
    marks = [Mark(*sorted(pair), marker) for marker, pair in enumerate(ranges, start=1) if pair[0] != pair[1]]
    shown = html.fromstring(f"<div>{text_html(text, marks)}</div>").text_content()
    kept = [line for line in text.split("\n") if line.strip()]
    assert shown == "".join(kept)


def test_a_span_that_cleaning_dropped_has_no_mark() -> None:
    assert _marked(_panel(citation(1, "Page 2"), clicked=1)) == []
