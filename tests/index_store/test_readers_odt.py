"""ODT: automatic numbers, lists inside tables, tracked deletions, spaces."""

from __future__ import annotations

from pathlib import Path

from odf.opendocument import OpenDocumentText
from odf.text import H, P

from index_store.readers import read_source
from tests.index_store.documents import odt


def numbers(level: int, style: str, suffix: str = ".", more: str = "") -> str:
    return (
        f'<text:list-level-style-number text:level="{level}" style:num-format="{style}" '
        f'style:num-suffix="{suffix}" {more}/>'
    )


STYLES = (
    f'<text:list-style style:name="N">{numbers(1, "1")}{numbers(2, "a", ")")}'
    f"{numbers(3, 'i', ')', 'style:num-prefix=' + chr(34) + '(' + chr(34))}</text:list-style>"
    f'<text:list-style style:name="M">{numbers(1, "1", "", "text:start-value=" + chr(34) + "262" + chr(34))}'
    f"{numbers(2, '1', '', 'text:display-levels=' + chr(34) + '2' + chr(34))}</text:list-style>"
    '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
    "</text:list-style>"
    '<style:style style:name="S"><style:text-properties style:text-line-through-style="solid"/></style:style>'
)


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def items(*contents: str, style: str = "", more: str = "") -> str:
    named = f'text:style-name="{style}"' if style else ""
    listed = "".join(f"<text:list-item>{content}</text:list-item>" for content in contents)
    return f"<text:list {named} {more}>{listed}</text:list>"


def text_of(path: Path, body: str) -> str:
    return read_source(odt(path / "a.odt", body, STYLES)).text


def test_levels_and_unnumbered_paragraphs_of_an_item(tmp_path: Path) -> None:
    body = items(
        p("Minutes") + p("more of it") + items(p("a") + items(p("i"), p("ii")), p("b")),
        p("Finance") + items(p("a again")),
        style="N",
    )
    assert text_of(tmp_path, body) == ("1. Minutes\n\nmore of it\n\na) a\n(i) i\n(ii) ii\nb) b\n2. Finance\na) a again")


def test_lists_that_start_anew_go_on_or_start_at_a_number(tmp_path: Path) -> None:
    body = (
        items(p("Minutes"), p("two"), style="N", more='xml:id="first"')
        + items(p("anew"), style="N")
        + p("between")
        + items(p("on"), style="N", more='text:continue-numbering="true"')
        + items(p("from the first"), style="N", more='text:continue-list="first"')
        + items(p("x"), style="M")
        + '<text:list text:style-name="N"><text:list-item text:start-value="7"><text:p>seven</text:p>'
        + "</text:list-item></text:list>"
    )
    assert text_of(tmp_path, body) == (
        "1. Minutes\n2. two\n1. anew\n\nbetween\n\n2. on\n3. from the first\n262 x\n7. seven"
    )


def test_numbers_of_two_levels_and_a_level_without_a_paragraph(tmp_path: Path) -> None:
    body = items(p("Minutes") + items(p("x"), p("y")), items(p("z")), style="M")
    assert text_of(tmp_path, body) == "262 Minutes\n262.1 x\n262.2 y\n262.3 z"


def test_lists_inside_tables_are_not_lost(tmp_path: Path) -> None:
    def cell(content: str) -> str:
        return f"<table:table-cell>{content}</table:table-cell>"

    listed = items(p("Minutes"), p("noted"), style="B")
    row = f"<table:table-row>{cell(p('1'))}{cell(listed)}{cell(p('AB'))}</table:table-row>"
    head = f"<table:table-row>{cell(p('No'))}{cell(p('Text'))}</table:table-row>"
    head = f"<table:table-header-rows>{head}</table:table-header-rows>"
    assert text_of(tmp_path, f"<table:table>{head}{row}</table:table>") == "No | Text\n1 | - Minutes\n- noted\n| AB"


def test_tracked_deletions_comments_and_contents_are_left_out(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>£500</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:table-of-content><text:index-body><text:p>Apologies 1</text:p></text:index-body></text:table-of-content>"
        + p("Minutes <office:annotation><text:p>check</text:p></office:annotation>cost <text:change/>£600")
    )
    assert text_of(tmp_path, body) == "Minutes cost £600"


def test_spaces_tabs_breaks_notes_boxes_and_struck_words(tmp_path: Path) -> None:
    body = (
        p("Minutes<text:s text:c='3'/>of\n   the<text:tab/>Board<text:line-break/>May")
        + p("See<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Note text</text:p>"
            "</text:note-body></text:note> this")
        + p("<draw:frame><draw:text-box><text:p>In a box</text:p></draw:text-box></draw:frame>Anchor")
        + p('<text:span text:style-name="S">£5 </text:span>£6')
    )  # fmt: skip
    source = read_source(odt(tmp_path / "a.odt", body, STYLES))
    assert source.text == "Minutes   of the\tBoard\nMay\n\nSee this\n\nAnchor\n\nIn a box\n\n£6\n\nNote 1: Note text"
    assert source.warnings == ("struck-through words left out: “£5”",)


def test_what_odfpy_writes(tmp_path: Path) -> None:
    document = OpenDocumentText()
    document.text.addElement(H(outlinelevel=1, text="Minutes of Cabinet"))
    document.text.addElement(P(text="It was AGREED that £5 – “five” – be paid."))
    document.save(str(tmp_path / "a.odt"))
    assert read_source(tmp_path / "a.odt").text == "Minutes of Cabinet\n\nIt was AGREED that £5 – “five” – be paid."
