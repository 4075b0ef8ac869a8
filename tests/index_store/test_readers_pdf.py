"""PDF: pages, reading order, columns, and what the layout of lines keeps."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdfium2
import pytest

from index_store.readers import read_source
from index_store.readers.pdf_layout import page_text
from index_store.readers.pdf_lines import Fragment, Rule
from index_store.readers.pdf_strikes import struck_words
from tests.index_store.documents import Placed, pdf, scanned_pdf
from tests.shared import SHARED, needs_shared

LEFT = """\
The Committee considered a report on the
condition of the bridges over the river
and heard that two of them are to close
for repairs in the autumn of this year.
Members asked whether the buses could
be led over the old road meanwhile and""".splitlines()
RIGHT = """\
were told that the operator had agreed.
It was AGREED that the report be noted
and that the clerk write to the operator
before the end of the month at the latest.
The Chair thanked all who had come and
closed the meeting at nine o'clock.""".splitlines()


def source_of(folder: Path, *pages: list[Placed], **options: object) -> str:
    path = folder / "a.pdf"
    path.write_bytes(pdf(pages, **options))  # type: ignore[arg-type]
    return read_source(path).text


def down(x: float, top: float, texts: list[str], step: float = 14) -> list[Placed]:
    return [(x, top - step * line, text) for line, text in enumerate(texts)]


def test_each_page_starts_where_it_says(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([[(72, 700, "Minutes, first page")], [], [(72, 700, "third"), (72, 686, "page")]]))
    source = read_source(path)
    assert source.text == "Minutes, first page\n\nthird\npage"
    assert source.page_starts == (0, 20, 21)
    assert [source.page(source.text.index(word)) for word in ("first", "third", "page\n", "\npage")] == [1, 3, 1, 3]


def test_lines_are_in_order_of_height_whatever_the_order_of_drawing(tmp_path: Path) -> None:
    assert source_of(tmp_path, [(72, 672, "three"), (72, 700, "one"), (72, 686, "two")]) == "one\ntwo\nthree"


def test_a_blank_line_parts_paragraphs(tmp_path: Path) -> None:
    page = [*down(72, 700, ["one", "two", "three"]), *down(72, 640, ["four", "five"])]
    assert source_of(tmp_path, page) == "one\ntwo\nthree\n\nfour\nfive"


def test_names_and_initials_in_two_columns_stay_on_their_lines(tmp_path: Path) -> None:
    page = [
        (72, 700, "PRESENT"), (150, 700, "Kenny Combe"), (280, 700, "KC"), (350, 700, "Dick Noble"), (500, 700, "DN"),
        (150, 686, "John Slater"), (280, 686, "JS"), (350, 686, "Helen Hay"), (500, 686, "HH"),
    ]  # fmt: skip
    first, second = source_of(tmp_path, page).split("\n")
    assert [part.strip() for part in first.split("   ") if part.strip()] == [
        "PRESENT", "Kenny Combe", "KC", "Dick Noble", "DN",
    ]  # fmt: skip
    assert [part.strip() for part in second.split("   ") if part.strip()] == ["John Slater", "JS", "Helen Hay", "HH"]
    assert second.startswith("   ")


def test_an_action_column_is_kept_apart_even_if_it_stands_between_two_lines(tmp_path: Path) -> None:
    page = [*down(72, 700, LEFT), (500, 686, "RW"), (500, 651, "GD")]
    lines = source_of(tmp_path, page).split("\n")
    assert len(lines) == len(LEFT)
    assert lines[1].endswith(f"{LEFT[1]}{' ' * (len(lines[1]) - len(LEFT[1]) - 2)}RW")
    assert "   RW" in lines[1]
    assert [line.strip() for line in lines if line.endswith("   GD")][0].startswith((LEFT[3], LEFT[4]))


def test_two_columns_of_prose_are_read_one_after_the_other(tmp_path: Path) -> None:
    page = [(72, 740, "MINUTES of the Bridges Committee held on Tuesday 3 May 2022 at the Town Hall, Marl"),
            *down(60, 700, LEFT), *down(310, 700, RIGHT), (280, 40, "Page 1")]  # fmt: skip
    lines = [line.strip() for line in source_of(tmp_path, page).split("\n") if line.strip()]
    assert lines == [page[0][2], *LEFT, *RIGHT, "Page 1"]


def test_long_names_beside_long_organisations_are_not_columns_of_prose(tmp_path: Path) -> None:
    names = ["Professor Alan Brimicombe", "Councillor Mary-Ann Bellwether", "Claire Smithson (Secretariat)"]
    bodies = ["University of East London", "Marl District Council (North)", "Ministry of Justice, London"]
    lines = source_of(tmp_path, [*down(60, 700, names), *down(310, 700, bodies)]).split("\n")
    assert [line.split("   ")[0] for line in lines] == names
    assert [line.split("   ")[-1].strip() for line in lines] == bodies


def test_the_rows_of_a_ruled_table_are_read_cell_by_cell(tmp_path: Path) -> None:
    page = [*down(60, 700, LEFT[:3]), *down(310, 700, RIGHT[:2]), *down(60, 650, LEFT[3:]), *down(310, 650, RIGHT[2:5])]
    rules = [(55, 560, 714), (55, 560, 662), (55, 560, 610)]
    lines = [line.strip() for line in source_of(tmp_path, page, rules=rules).split("\n") if line.strip()]
    assert lines == [*LEFT[:3], *RIGHT[:2], *LEFT[3:], *RIGHT[2:5]]


def test_bullets_numbers_and_indents(tmp_path: Path) -> None:
    page = [(72, 700, "1"), (100, 700, "Apologies"), (100, 686, "•"), (118, 686, "None were received."), (72, 672, "2"),
            (100, 672, "Finance")]  # fmt: skip
    lines = source_of(tmp_path, page).split("\n")
    assert lines[0].split("   ")[0] == "1"
    assert lines[0].endswith("   Apologies")
    assert lines[1].strip() == "• None were received."


@pytest.mark.parametrize(
    ("matrix", "turn", "second"),
    [(b"1 0 0 1", 90, (300, 286)), (b"0 1 -1 0", 90, (314, 300)), (b"0 -1 1 0", 270, (286, 300)),
     (b"-1 0 0 -1", 180, (300, 314))],
)  # fmt: skip
def test_a_page_turned_on_its_side(tmp_path: Path, matrix: bytes, turn: int, second: tuple[int, int]) -> None:
    page = [(300.0, 300.0, "one two"), (float(second[0]), float(second[1]), "three")]
    data = pdf([page], turn=turn).replace(b"1 0 0 1 ", matrix.ljust(8) + b" ")
    (tmp_path / "a.pdf").write_bytes(data)
    assert read_source(tmp_path / "a.pdf").text == "one two\nthree"


def test_quotes_pounds_and_dashes(tmp_path: Path) -> None:
    text = "It was AGREED – “five” – that £5 be paid (net)."
    assert source_of(tmp_path, [(72, 700, text)]) == text


def fragment(text: str, left: float, base: float, height: float = 12) -> Fragment:
    return Fragment(text, left, left + 6 * len(text), base, height)


def test_bold_by_printing_twice_is_one_text() -> None:
    assert page_text([fragment("Minutes", 72, 700), fragment("Minutes", 72.4, 700)]) == "Minutes"


def test_struck_words_are_found_and_underlined_ones_are_not() -> None:
    line = fragment("It cost £500 in all", 72, 700)
    through, under = Rule(72 + 48, 72 + 72, 703), Rule(72 + 48, 72 + 72, 698.5)
    assert struck_words([line], [through, under]) == ["£500"]


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_a_scan_is_recognised_where_the_program_is_installed(tmp_path: Path) -> None:
    page = [(72.0, 760.0, "Minutes of Cabinet"), (72.0, 730.0, "It was AGREED that the report be noted")]
    page.append((500.0, 730.0, "RW"))
    printed = pypdfium2.PdfDocument(pdf([page], size=14))[0].render(scale=2, grayscale=True)
    rows = (bytes(printed.buffer)[at * printed.stride :][: printed.width] for at in range(printed.height))
    (tmp_path / "a.pdf").write_bytes(scanned_pdf(b"".join(rows), printed.width, printed.height))
    source = read_source(tmp_path / "a.pdf")
    lines = [line for line in source.text.split("\n") if line]
    assert lines[0] == "Minutes of Cabinet"
    assert lines[1].startswith("It was AGREED that the report be noted   ")
    assert lines[1].endswith("   RW")
    assert source.page_starts == (0,)
    assert source.warnings == ("text recognised from pictures on page 1: check names and numbers",)


@needs_shared
def test_real_minutes_read_line_by_line() -> None:
    source = read_source(SHARED / "minutes/ayton/2014-06-03.pdf")
    lines = source.text.split("\n")
    assert len(source.page_starts) == 2
    for line in ("dog worrying sheep locally. NR commented on a local press report relating to archery club",
                 "There were no items for discussion."):  # fmt: skip
        assert line in [each.strip() for each in lines]
    headings = [line.split(maxsplit=1) for line in lines if line[:2].strip().isdigit() and len(line.split()) > 1]
    assert [number for number, _ in headings][:9] == [str(number) for number in range(1, 10)]
    assert sum(line.endswith("   KC") for line in lines) == 1


def test_ligatures_told_as_capitals_are_spelt_out(tmp_path: Path) -> None:
    lines = [
        "Minutes of the meeUng held on Monday 7 November 2016",
        "MaUers Arising: the aFached leFer was read; Mr McUish and Alan HunUngton aFended.",
        "The resoluUon was carried for the second Ume. The library has an iPad and an eBook.",
    ]
    text = source_of(tmp_path, down(60, 700, lines))
    assert "Minutes of the meeting held" in text
    assert "Matters Arising: the attached letter was read; Mr McUish and Alan Huntington attended." in text
    assert "The resolution was carried for the second time. The library has an iPad and an eBook." in text


def test_capitals_inside_words_stay_where_no_known_word_shows_a_ligature(tmp_path: Path) -> None:
    text = source_of(tmp_path, down(60, 700, ["AstraZeneca and RuralWatch met at StewartHall; one meeUng was held."]))
    assert "AstraZeneca and RuralWatch met at StewartHall; one meeUng was held." in text
