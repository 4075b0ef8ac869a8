"""How answers are shown: every marker a link, everything else escaped, and declining never like an answer."""

from __future__ import annotations

from lxml import html

from assistant.answer import Answer
from assistant.web.view import answer_html, failure_html, growing_html, question_html
from tests.assistant.web.records import SPENT, SWINGS, citation

ANSWERED = Answer(
    "What was agreed?",
    "answered",
    "decision",
    "The committee agreed:\n- “The swings were inspected in May.” [1]\n- “that £3,004 be spent” [2]\nSee [3] & <b>.",
    citations=(SWINGS, SPENT),
    notes=("Draft <minutes>.",),
)
DECLINED = Answer(
    "Brexit?", "not_found", "decision", "The minutes held do not say.", nearest=(citation(None, "The swings"),)
)


def _shown(answer: Answer, limits: str = "") -> html.HtmlElement:
    return html.fromstring(answer_html(answer, 4, limits))


def test_every_marker_with_a_citation_is_a_link_and_no_other() -> None:
    links = _shown(ANSWERED).xpath("./p[not(@class='foot')]//a|./ul//a")
    assert [(link.text, link.get("href")) for link in links] == [("[1]", "#cite-4.1"), ("[2]", "#cite-4.2")]


def test_a_link_says_which_minute_it_is() -> None:
    title = _shown(ANSWERED).xpath("./ul//a/@title")[1]
    assert title == "Minute 12(i): Play & <Parks> (Parks <Committee>, 9 May 2024)"


def test_markup_in_the_answer_stays_text() -> None:
    shown = _shown(ANSWERED)
    assert "See [3] & <b>." in shown.text_content()
    assert not shown.xpath("//b")


def test_an_answer_is_one_line_so_that_markdown_leaves_it_alone() -> None:
    for shown in (answer_html(ANSWERED, 1), question_html("one\n\n*two*"), failure_html("no\nway")):
        assert "\n" not in shown


def test_bullets_are_a_list_and_other_lines_are_paragraphs() -> None:
    shown = _shown(ANSWERED)
    assert [row.text_content().replace("\xa0", " ") for row in shown.xpath("./ul[1]/li")] == [
        "“The swings were inspected in May.” [1]",
        "“that £3,004 be spent” [2]",
    ]
    assert shown.xpath("./p[1]")[0].text_content() == "The committee agreed:"


def test_sources_name_each_minute_once_with_all_its_markers() -> None:
    rows = _shown(ANSWERED).xpath(".//*[contains(@class, 'sources')]//li")
    assert len(rows) == 1
    assert rows[0].xpath(".//*[@class='cite']/text()") == ["[1]", "[2]"]
    assert "Minute 12(i): Play & <Parks>" in rows[0].text_content()
    assert "Parks <Committee>, 9 May 2024" in rows[0].text_content()


def test_a_minute_cited_many_times_shows_its_first_and_last_marker() -> None:
    cited = tuple(citation(n, "The swings") for n in range(1, 16))
    rows = _shown(Answer("q", "answered", "list", "x [1]", citations=cited)).xpath(".//*[@class='markers']")
    assert [row.text_content() for row in rows] == ["[1] … [15]"]


def test_notes_limits_and_writer_are_said() -> None:
    text = _shown(ANSWERED, "Limited to Parks").text_content()
    assert "Draft <minutes>." in text
    assert "Limited to Parks" in text
    assert "Quoted from the minutes" in text


def test_another_writer_is_named() -> None:
    other = Answer("q", "answered", "fact", "Yes [1].", writer="local<model>", citations=(SWINGS,))
    assert "Written by local<model> from the minutes" in _shown(other).text_content()


def test_declining_is_shown_as_such_and_offers_the_nearest_minutes() -> None:
    shown = _shown(DECLINED)
    assert "is-not-found" in shown.get("class")
    assert "Not found in the minutes" in shown.text_content()
    assert shown.xpath(".//a[not(@class='judge')]/@href") == ["#cite-4.n1"]
    assert "Quoted from the minutes" not in shown.text_content()


def test_a_growing_answer_only_ever_gets_longer_and_keeps_its_links() -> None:
    shown = [html.fromstring(piece).text_content() for piece in growing_html(ANSWERED, 4)]
    assert len(shown) > 1
    assert all(after.startswith(before) for before, after in zip(shown, shown[1:], strict=False))
    assert '<a class="cite" href="#cite-4.1"' in list(growing_html(ANSWERED, 4))[-1]


def test_many_sources_are_folded_away() -> None:
    cited = tuple(citation(n, "The swings", id=f"parks/2024-05-09/{n}") for n in range(1, 12))
    listed = Answer("q", "answered", "list", " ".join(f"[{n}]" for n in range(1, 12)), citations=cited)
    assert _shown(listed).xpath(".//details/summary/text()") == ["Sources (11)"]


def test_the_question_is_shown_as_typed() -> None:
    assert question_html("<b>2</b>\n*x*") == '<p class="question">&lt;b&gt;2&lt;/b&gt;<br>*x*</p>'
