"""DOCX: order, automatic numbers, tables, tracked changes and what surrounds the text."""

from __future__ import annotations

from pathlib import Path

import docx as python_docx
import pytest

from index_store.readers import read_source
from tests.index_store.documents import docx


def p(text: str, properties: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def item(text: str, depth: int = 0, number: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def level(depth: int, style: str, template: str, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{template}"/></w:lvl>'
    )


LEVELS = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "lowerRoman", "(%3)")
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{LEVELS}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", "")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{level(0, "decimal", "%1", 262)}{level(1, "decimal", "%1.%2")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>'
)


def lines(path: Path) -> list[str]:
    return [line for line in read_source(path).text.split("\n") if line]


def test_levels_go_on_and_restart_under_a_new_item(tmp_path: Path) -> None:
    body = (
        item("Minutes") + item("a", 1) + item("i", 2) + item("ii", 2) + item("b", 1) + item("iii", 2)
        + item("Finance") + p("between") + item("a again", 1)
    )  # fmt: skip
    assert lines(docx(tmp_path / "a.docx", body, NUMBERING)) == [
        "1. Minutes", "a) a", "(i) i", "(ii) ii", "b) b", "(i) iii", "2. Finance", "between", "a) a again",
    ]  # fmt: skip


def test_a_list_that_starts_anew_and_one_that_goes_on(tmp_path: Path) -> None:
    body = item("Minutes") + item("two") + item("fresh", 0, 2) + item("next", 0, 2) + item("bullet", 0, 3)
    assert lines(docx(tmp_path / "a.docx", body, NUMBERING)) == [
        "1. Minutes", "2. two", "1. fresh", "2. next", "- bullet",
    ]  # fmt: skip


def test_a_first_number_and_numbers_of_two_levels(tmp_path: Path) -> None:
    body = item("Minutes", 0, 4) + item("sub", 1, 4) + item("sub", 1, 4) + item("Next", 0, 4) + item("sub", 1, 4)
    assert lines(docx(tmp_path / "a.docx", body, NUMBERING)) == [
        "262 Minutes", "262.1 sub", "262.2 sub", "263 Next", "263.1 sub",
    ]  # fmt: skip


def test_a_level_that_never_restarts(tmp_path: Path) -> None:
    kept = level(0, "decimal", "%1.") + level(1, "upperRoman", "%2", more='<w:lvlRestart w:val="0"/>')
    numbering = f'<w:abstractNum w:abstractNumId="0">{kept}</w:abstractNum>{NUMBERING[NUMBERING.index("<w:num ") :]}'
    body = item("Minutes") + item("x", 1) + item("Next") + item("y", 1)
    assert lines(docx(tmp_path / "a.docx", body, numbering)) == ["1. Minutes", "I x", "2. Next", "II y"]


def test_numbers_that_come_from_the_style(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Heading1">'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Heading1"/></w:style>'
    )
    linked = NUMBERING.replace('<w:lvlText w:val="%2)"/>', '<w:pStyle w:val="Sub"/><w:lvlText w:val="%2)"/>')
    body = (
        p("Minutes", '<w:pStyle w:val="Heading1"/>')
        + p("sub", '<w:pStyle w:val="Sub"/>')
        + p("plain", '<w:pStyle w:val="Heading1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    assert lines(docx(tmp_path / "a.docx", body, linked, styles)) == ["1. Minutes", "a) sub", "plain"]


def test_tracked_changes_are_taken_as_final(tmp_path: Path) -> None:
    gone = '<w:del w:id="1"><w:r><w:delText>£500</w:delText></w:r></w:del>'
    body = (
        p("Minutes")
        + f"<w:p><w:r><w:t>It cost </w:t></w:r>{gone}<w:ins><w:r><w:t>£600</w:t></w:r></w:ins></w:p>"
        + "<w:p><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p>"
        + "<w:p><w:moveTo><w:r><w:t>moved</w:t></w:r></w:moveTo></w:p>"
        + '<w:p><w:pPr><w:rPr><w:del w:id="2"/></w:rPr></w:pPr><w:r><w:t>one </w:t></w:r></w:p>'
        + p("paragraph")
    )
    assert lines(docx(tmp_path / "a.docx", body)) == ["Minutes", "It cost £600", "moved", "one paragraph"]


def test_deleted_items_are_not_counted(tmp_path: Path) -> None:
    deleted = (
        '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
        '<w:del w:id="2"><w:r><w:delText>Old item</w:delText></w:r></w:del></w:p>'
    )
    assert lines(docx(tmp_path / "a.docx", item("Minutes") + deleted + item("Next"), NUMBERING)) == [
        "1. Minutes",
        "2. Next",
    ]


def test_struck_words_are_left_out_and_struck_paragraphs_kept(tmp_path: Path) -> None:
    struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t>£500 </w:t></w:r>"
    body = p("Minutes") + f"<w:p>{struck}<w:r><w:t>£600 agreed</w:t></w:r></w:p><w:p>{struck}</w:p>"
    source = read_source(docx(tmp_path / "a.docx", body))
    assert source.text == "Minutes\n\n£600 agreed\n\n£500"
    assert source.warnings == ("struck-through words left out: “£500”", "struck-through paragraphs kept: “£500”")


def test_tables_row_by_row(tmp_path: Path) -> None:
    document = python_docx.Document()
    document.add_paragraph("Minutes")
    table = document.add_table(rows=4, cols=3)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells),
        ("Item", "Discussion", "Action", "1", "Apologies\nNone", "AB", "2", "Finance", "", "", "later column", ""),
        strict=True,
    ):
        cell.text = text
    document.add_paragraph("After")
    document.save(str(tmp_path / "a.docx"))
    assert read_source(tmp_path / "a.docx").text == (
        "Minutes\n\nItem | Discussion | Action\n1 | Apologies\nNone\n| AB\n2 | Finance\n| later column\n\nAfter"
    )


def test_lists_in_cells_and_names_beside_organisations(tmp_path: Path) -> None:
    def cell(content: str) -> str:
        return f"<w:tc>{content}</w:tc>"

    names = "".join(p(name) for name in ("A Bell", "B Fox", "C Hay"))
    roles = "".join(p(role) for role in ("Chair", "Clerk", "Member"))
    body = (
        p("Minutes")
        + f"<w:tbl><w:tr>{cell(names)}{cell(roles)}</w:tr></w:tbl>"
        + f"<w:tbl><w:tr>{cell(item('one') + item('two'))}</w:tr></w:tbl>"
    )
    assert lines(docx(tmp_path / "a.docx", body, NUMBERING)) == [
        "Minutes", "A Bell | Chair", "B Fox | Clerk", "C Hay | Member", "1. one", "2. two",
    ]  # fmt: skip


def test_content_controls_text_boxes_fields_and_notes(tmp_path: Path) -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('In a box')}</w:txbxContent></w:pict></w:r>"
    twice = f"<w:r><mc><Choice/></mc></w:r>{box}"
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{p('Apologies ... 1')}</w:sdtContent></w:sdt>"
    )
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3 May</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = (
        contents
        + f"<w:sdt><w:sdtContent>{p('Minutes')}</w:sdtContent></w:sdt><w:p>{twice}<w:r><w:t>Anchor</w:t></w:r></w:p>"
        + f"<w:p><w:r><w:t>on </w:t></w:r>{field}<w:r><w:tab/><w:t>x</w:t><w:br/><w:t>y</w:t>"
        + "<w:noBreakHyphen/></w:r></w:p>"
        + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"
        + '<w:p><w:r><w:t>noted</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
    )
    notes = (
        f'<w:footnote w:id="0" w:type="separator">{p("-")}</w:footnote><w:footnote w:id="2">{p("See 4")}</w:footnote>'
    )
    path = docx(tmp_path / "a.docx", body, footnotes=notes, header=p("Running head"))
    assert read_source(path).text == "Minutes\n\nAnchor\n\nIn a box\n\non 3 May\tx\ny-\n\nnoted\n\nNote 2: See 4"


def test_a_title_that_stands_only_in_the_page_header(tmp_path: Path) -> None:
    path = docx(tmp_path / "a.docx", p("Present: A Bell"), header=p("Minutes of Cabinet, 3 May 2022"))
    assert read_source(path).text == "Minutes of Cabinet, 3 May 2022\n\nPresent: A Bell"


def test_what_python_docx_writes(tmp_path: Path) -> None:
    document = python_docx.Document()
    document.add_heading("Minutes of Cabinet", 1)
    for text in ("Apologies", "Finance"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("a point", style="List Bullet")
    document.add_paragraph("It was AGREED that £5 – “five” – be paid.")
    document.save(str(tmp_path / "a.docx"))
    source = read_source(tmp_path / "a.docx")
    assert source.text == (
        "Minutes of Cabinet\n\n1. Apologies\n2. Finance\n- a point\n\nIt was AGREED that £5 – “five” – be paid."
    )
    assert source.page_starts == ()
    assert source.page(3) is None


@pytest.mark.parametrize("depth", [30, 2000])
def test_deep_nesting_does_not_break_the_reader(tmp_path: Path, depth: int) -> None:
    from tests.index_store.fuzz_readers import outcome

    body = p("Minutes") + "<w:tbl><w:tr><w:tc>" * depth + p("deep") + "</w:tc></w:tr></w:tbl>" * depth
    text = outcome(docx(tmp_path / "a.docx", body))
    assert ("deep" in text) if depth == 30 else text
