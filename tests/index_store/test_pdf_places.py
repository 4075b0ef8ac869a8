"""A citation's words on their page: boxes where the letters are printed."""

from __future__ import annotations

from pathlib import Path

from index_store.models import Span
from index_store.parser import parse
from index_store.readers import read_source
from index_store.readers.pdf_places import Box, by_page, places
from tests.index_store.documents import pdf
from tests.shared import SHARED, needs_shared

LINES = [
    (72.0, 700.0, "It was AGREED that the crossing at Mill Lane be built be-"),
    (72.0, 686.0, "fore the school term, at a cost of 42,000."),
    (72.0, 600.0, "The Clerk thanked the members."),
]


def made(tmp_path: Path) -> Path:
    path = tmp_path / "minutes.pdf"
    path.write_bytes(pdf([LINES, [(72.0, 700.0, "14. Allotments were discussed.")]]))
    return path


def test_a_quote_over_two_lines_has_a_box_on_each(tmp_path: Path) -> None:
    first, second = places(made(tmp_path), 1, "the crossing at Mill Lane be built before the school term")
    assert first.bottom < 700 < first.top
    assert second.bottom < 686 < second.top
    assert 150 < first.left < first.right < 400
    assert abs(second.left - 72) < 2
    assert second.right < 200


def test_words_that_are_not_on_the_page_have_no_box(tmp_path: Path) -> None:
    path = made(tmp_path)
    assert places(path, 2, "the crossing at Mill Lane") == ()
    assert places(path, 3, "Allotments were discussed") == ()
    assert places(path, 1, " – ") == ()
    (box,) = places(path, 2, "Allotments were discussed")
    assert box.bottom < 700 < box.top


def test_pieces_of_a_row_are_found_one_by_one(tmp_path: Path) -> None:
    path = made(tmp_path)
    found = places(path, 1, "The Clerk thanked the members\n\nthe crossing at Mill Lane")
    assert [round(box.bottom / 100) for box in found] == [6, 7]


def test_a_span_is_parted_at_the_page_break(tmp_path: Path) -> None:
    source = read_source(made(tmp_path))
    start, end = source.text.index("The Clerk"), source.text.index("discussed")
    assert by_page(source, Span(start, end)) == (
        (1, "The Clerk thanked the members.\n"),
        (2, "14. Allotments were "),
    )


@needs_shared
def test_every_minute_of_a_real_pdf_is_found_on_its_pages() -> None:
    path = sorted((SHARED / "minutes/ayton").rglob("*.pdf"))[40]
    source = read_source(path)
    items = [item for meeting in parse(source).meetings for item in meeting.items]
    parts = [part for item in items for part in by_page(source, item.heading or item.span)]
    boxes: list[tuple[Box, ...]] = [places(path, page, words) for page, words in parts]
    assert len(parts) > 4
    assert all(boxes)
    assert all(
        0 <= box.left < box.right <= 900 and 0 <= box.bottom < box.top <= 900 for found in boxes for box in found
    )
