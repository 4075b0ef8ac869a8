"""What files print as headings and in bold: told beside the source text, weighed, and used to find headings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import docx as python_docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index_store.models import Emphasis, SourceText
from index_store.parser import parse
from index_store.readers import read_source
from index_store.readers.emphasis import emphasised, unmarked
from index_store.reading import read
from tests.index_store.documents import doc, odt, pdf
from tests.index_store.written import write
from tests.shared import SHARED, needs_shared

HEAD = "<h1>Marl Parish Council</h1><p>Minutes of the meeting held on 4 May 2021</p><p>Present: Cllrs Ash, Birch</p>"


def page(path: Path, body: str) -> SourceText:
    return read_source(write(path / "a.html", f"<html><body>{HEAD}{body}</body></html>"))


def told(source: SourceText) -> list[tuple[int, str]]:
    return [(one.level, source.text[one.start : one.end]) for one in source.emphasis]


def titles(source: SourceText) -> list[tuple[str | None, str | None]]:
    return [(item.number, item.title) for item in parse(source).meetings[0].items]


@given(st.lists(st.tuples(st.text(alphabet="ab \n|.:", max_size=12), st.sampled_from([None, 0, 1, 3])), max_size=12))
def test_marks_leave_the_text_as_it_was_and_tell_its_places(parts: Sequence[tuple[str, int | None]]) -> None:
    plain = "".join(words for words, _ in parts)
    text, found = unmarked("".join(words if level is None else emphasised(words, level) for words, level in parts))
    assert text == plain
    assert list(found) == sorted(found)
    for one in found:
        assert text[one.start : one.end].strip() == text[one.start : one.end] != ""


def test_a_web_page_tells_its_headings_and_bold_words(tmp_path: Path) -> None:
    body = (
        "<h3>Parks <b>and</b> trees</h3><p>The <strong>oak</strong> stands.</p>"
        '<p><span style="font-weight: bold">So</span> it is.</p>'
    )
    found = told(page(tmp_path, body))
    assert (1, "Marl Parish Council") in found
    assert (3, "Parks and trees") in found
    assert {(0, "oak"), (0, "So")} < set(found)


def test_a_word_file_tells_its_headings_and_bold_words(tmp_path: Path) -> None:
    document = python_docx.Document()
    document.add_heading("Parks", 2)
    words = document.add_paragraph("The ")
    words.add_run("oak").bold = True
    words.add_run(" stands")
    document.save(str(tmp_path / "a.docx"))
    source = read_source(tmp_path / "a.docx")
    assert told(source) == [(2, "Parks"), (0, "oak")]


def test_an_open_document_tells_its_headings_and_bold_words(tmp_path: Path) -> None:
    styles = (
        '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="P1" style:parent-style-name="B"/>'
        '<style:style style:name="T1"><style:text-properties fo:font-weight="normal"/></style:style>'
    )
    body = (
        '<text:h text:outline-level="3">Parks</text:h>'
        '<text:p text:style-name="P1">Oak <text:span text:style-name="T1">and</text:span> elm</text:p>'
    )
    source = read_source(odt(tmp_path / "a.odt", body, styles))
    assert told(source) == [(3, "Parks"), (0, "Oak"), (0, "elm")]


def test_an_old_word_file_tells_its_bold_words(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_bytes(doc("Parks\rThe oak stands\rElms\r", bold=("Parks", "oak")))
    source = read_source(tmp_path / "a.doc")
    assert source.text == "Parks\n\nThe oak stands\n\nElms"
    assert told(source) == [(0, "Parks"), (0, "oak")]


@needs_shared
def test_old_and_new_files_of_the_same_paper_tell_the_same_headings() -> None:
    folder = SHARED / "minutes/datagovuk"
    found = []
    for suffix in ("doc", "odt"):
        source = read_source(folder / f"Local Public Data Panel_5 Dec 2012 Meeting_Draft TOR_Updated.{suffix}")
        found.append({words.strip(" :") for _, words in told(source)} - {""})
    assert len(found[0] & found[1]) >= 0.8 * len(found[1]) > 4


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"\pard\b Parks\b0\par The {\b oak} stands\par", [(0, "Parks"), (0, "oak")]),
        (r"{\b Parks\par Elms\par}The oak stands\par", [(0, "Parks"), (0, "Elms")]),
        (r"\pard\plain\b Parks\par\plain The oak stands\par", [(0, "Parks")]),
        (r"\pard\outlinelevel1\b Parks\b0\par\pard The oak stands\par", [(2, "Parks")]),
        (r"\pard\brdrb\blue Parks \{\b1 A\}\b0\par", [(0, "A}")]),
        (r"\trowd\intbl\b Name\cell\row\trowd\intbl Elm\cell\row\pard\b0 The oak\par", [(0, "Name"), (0, "Elm")]),
        (r"\bullet Parks\par", []),
    ],
)
def test_a_rich_text_file_tells_its_headings_and_bold_words(
    tmp_path: Path, body: str, expected: list[tuple[int, str]]
) -> None:
    source = read_source(write(tmp_path / "a.rtf", r"{\rtf1\ansi{\fonttbl{\f0 Arial;}}" + body + "}"))
    assert told(source) == expected
    assert not any("\ue000" <= char <= "\uf8ff" for char in source.text)


def test_a_pdf_tells_what_its_lines_begin_with_in_bold(tmp_path: Path) -> None:
    words = ("Parks", "The oak stands", "Elms", " and ash", "Roads", "4.1")
    first = [(50.0, 800.0, words[0]), (50.0, 780.0, words[1]), (50.0, 760.0, words[2]), (76.0, 760.0, words[3])]
    second = [(50.0, 800.0, words[5]), (90.0, 800.0, words[4]), (50.0, 780.0, words[1])]
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([first, second], bold=("Parks", "Elms", "Roads", "4.1")))
    source = read_source(path)
    assert [" ".join(one.split()) for _, one in told(source)] == ["Parks", "Elms", "4.1 Roads"]
    assert source.page(source.emphasis[-1].start) == 2


def test_bold_behind_a_number_counts_from_the_start_of_the_line() -> None:
    text = "12/04 Parks. The oak stands.\n\nThe oak stands in the parks of the town and will stand there for long."
    lines = read(SourceText(text, emphasis=(Emphasis(6, 12),))).lines
    assert [line.bold for line in lines] == [12, 0]


@pytest.mark.parametrize("level", [0, 2])
def test_a_text_set_in_bold_or_as_headings_throughout_tells_nothing(level: int) -> None:
    text = "Parks\n\nThe oak stands in the park."
    lines = read(SourceText(text, emphasis=(Emphasis(0, 5, level), Emphasis(7, len(text), level)))).lines
    assert [(line.level, line.bold) for line in lines] == [(0, 0), (0, 0)]


def test_headings_of_a_page_are_the_minutes(tmp_path: Path) -> None:
    body = (
        "<h2>Money</h2><p>Resolved: pay the clerk £640.</p><h2>Trees by the pond</h2><h3>Oak</h3><p>It stands.</p>"
        "<p>A word on elms</p><p>They fell.</p><h2>Next meeting</h2><p>1 June 2021</p>"
    )
    source = page(tmp_path, body)
    assert titles(source) == [(None, "Money"), (None, "Trees by the pond"), (None, "Next meeting")]


def test_bold_words_that_run_into_their_text_are_titles(tmp_path: Path) -> None:
    body = "".join(
        f"<p><b>{title}</b> {text}</p>"
        for title, text in (
            ("Present:", "Isla Murray, Ewen Grant"),
            ("Police.", "Two thefts from sheds were reported."),
            ("Pier.", "Works begin in April. It was agreed to ask for a notice."),
            ("Hall roof.", "Two quotations are in and the cheaper was accepted."),
            ("Gala day.", "The band is booked for 13 July."),
        )
    )
    assert titles(page(tmp_path, body)) == [(None, one) for one in ("Police", "Pier", "Hall roof", "Gala day")]


def test_bold_lines_inside_a_numbered_minute_are_not_minutes(tmp_path: Path) -> None:
    body = (
        "<p><b>1. Apologies</b></p><p>None were received.</p><p><b>2. Planning</b></p><p>The Clerk had two letters.</p>"
        "<p><b>The mill at Dunmere</b></p><p>The council objected to the plans for the mill.</p>"
        "<p><b>3. Finance</b></p><p>The accounts were approved.</p>"
    )
    assert titles(page(tmp_path, body)) == [("1", "Apologies"), ("2", "Planning"), ("3", "Finance")]


def test_bold_heads_of_tables_in_the_last_of_few_minutes_are_none(tmp_path: Path) -> None:
    tables = "".join(
        f"<p><b>Site Reference</b></p><p>SR/{at}1 No concerns about access or drainage at this site.</p>"
        f"<p>SR/{at}2 Objection, because it lies a long way outside the limits of the village.</p>"
        for at in range(1, 6)
    )
    body = (
        "<p><b>1. WELCOME</b></p><p>Cllr Ash welcomed everyone.</p>"
        "<p><b>2. DECLARATIONS OF INTEREST</b></p><p>Cllr Birch: site SR/12.</p>"
        f"<p><b>3. CANDIDATE SITES</b></p><p>The following was agreed:</p>{tables}"
    )
    head = (
        "<p><b>MARL PARISH COUNCIL</b></p><p><b>EXTRAORDINARY MEETING 6 February 2019</b></p>"
        "<p>The council met at 7.00pm at the Reading Room.</p><p>PRESENT</p><p>Councillors Ash, Birch and Cole.</p>"
        "<p><b>Purpose</b></p><p>The meeting had been called by two members of the council.</p>"
    )
    source = read_source(write(tmp_path / "a.html", f"<html><body>{head}{body}</body></html>"))
    numbered = [one for one in titles(source) if one[0]]
    assert numbered == [("1", "WELCOME"), ("2", "DECLARATIONS OF INTEREST"), ("3", "CANDIDATE SITES")]
    assert "Site Reference" not in [title for _, title in titles(source)]


def test_a_plain_colon_behind_a_bold_line_is_bold_with_it() -> None:
    text = "Foodbank:\n\nEight clients came to the church hall in May and nine in June.\n\nRoads: none."
    marked = tuple(Emphasis(text.index(word), text.index(word) + len(word), 0) for word in ("Foodbank", "Roads"))
    lines = read(SourceText(text, "a.txt", emphasis=marked)).lines
    assert [(line.text[:9], line.bold) for line in lines] == [("Foodbank:", 9), ("Eight cli", 0), ("Roads: no", 5)]


def test_a_title_in_bold_beside_a_number_in_bold_ends_where_the_bold_does(tmp_path: Path) -> None:
    document = python_docx.Document()
    document.add_paragraph("Minutes of a meeting of Marl Parish Council held on 4 May 2021")
    table = document.add_table(0, 2)
    said = (("Planning", " 21/01234/FUL Mill House – porch. No objection."), ("Next meeting", " 1st June 2021"))
    for count, (title, text) in enumerate([("Apologies", " None were received."), *said], 45):
        number, words = table.add_row().cells
        number.paragraphs[0].add_run(f"21/0{count}").bold = True
        words.paragraphs[0].add_run(title).bold = True
        words.paragraphs[0].add_run(text)
    document.save(str(tmp_path / "a.docx"))
    wanted = [("21/045", "Apologies"), ("21/046", "Planning"), ("21/047", "Next meeting")]
    assert titles(read_source(tmp_path / "a.docx")) == wanted
