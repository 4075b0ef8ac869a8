"""Scans: what recognition mistakes, and how well minutes are read from pictures of their pages."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from index_store.errors import UnreadableFile
from index_store.readers import pdf, read_source
from index_store.readers.ocr_slips import mended
from index_store.readers.pdf_scan import tesseract
from tests.index_store.bench_parse import f1, scans, share
from tests.index_store.documents import pdf as pdf_of
from tests.index_store.documents import scanned_pdf
from tests.index_store.scans import as_scan

needs_tesseract = pytest.mark.skipif(tesseract() is None, reason="tesseract is not installed")


@pytest.mark.parametrize(
    ("recognised", "meant"),
    [
        ("l. Apologies", "1. Apologies"),
        ("|. Apologies", "1. Apologies"),
        ("1O. Any other business", "10. Any other business"),
        ("2l. Finance", "21. Finance"),
        ("3; Finance", "3. Finance"),
        ("Mr. |. D. Ould", "Mr. I. D. Ould"),
        ("ln attendance: Mr lmran Khan", "In attendance: Mr Imran Khan"),
        ("|t was agreed", "It was agreed"),
        ("Prof lan Brent and lain Gray", "Prof Ian Brent and Iain Gray"),
        ("Clir B Nunn, CIlr A Bell and Cllrs Day", "Cllr B Nunn, Cllr A Bell and Cllrs Day"),
        ("4 March 20l9 at 1O.3O, £1O0", "4 March 2019 at 10.30, £100"),
        ("4| Prevention plan. Agreed.| SP", "4 | Prevention plan. Agreed. | SP"),
        ("IN ATTENDANCE -— Mrs Ansdell", "IN ATTENDANCE – Mrs Ansdell"),
        ("the ﬁrst oﬃcer", "the first officer"),
    ],
)
def test_slips_are_put_right(recognised: str, meant: str) -> None:
    assert mended(recognised, True) == meant


@pytest.mark.parametrize(
    "printed",
    [
        "1. Apologies",
        "I. Apologies",
        "II. Minutes of the last meeting",
        "(i) that the report be noted",
        "10:30 The meeting opened",
        "library, lane and llama; Llandaff; 3 lbs; Marl Ltd and ltd",
        "The papers had lain on the table",
        "23/045 Planning | RW | SP",
        "O'Dowdall and Ó Lúing of 12 Oak Lane",
    ],
)
def test_what_can_be_meant_stays(printed: str) -> None:
    assert mended(printed, True) == printed


def test_marks_inside_a_line_are_no_numbers_of_minutes() -> None:
    assert mended("l. Ould", False) == "I. Ould"
    assert mended("3; the rest", False) == "3; the rest"


@needs_tesseract
def test_minutes_are_read_from_scans() -> None:
    names = ["annual_meeting_then_council", "canadian_city_committee", "county_cabinet_wrapped"]
    typed, scanned = (counts for _, counts in scans(names))
    assert typed.documents == scanned.documents == len(names)
    assert not typed.wrong
    assert f1(scanned.right, scanned.found, scanned.gold) >= 0.95, scanned.wrong
    assert f1(scanned.names_right, scanned.names_found, scanned.names_gold) >= 0.95, scanned.wrong
    assert share(scanned.dates) == share(scanned.bodies) == share(scanned.kinds) == 1.0, scanned.wrong


@needs_tesseract
def test_columns_of_a_scan_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = ["The Committee heard that the path", "through the park had been washed", "away by the rain of the winter."]
    right = ["The Treasurer said that the bill", "for the hire of the hall had not", "been paid before the year ended."]
    page = [(60.0, 780.0, "MINUTES OF THE PARKS COMMITTEE")]
    page += [
        (left_edge, 740.0 - 14 * at, line)
        for left_edge, side in ((60.0, left), (320.0, right))
        for at, line in enumerate(side)
    ]
    (tmp_path / "a.pdf").write_bytes(as_scan(pdf_of([page])))
    read = " ".join(read_source(tmp_path / "a.pdf").text.split())
    assert read == " ".join(["MINUTES OF THE PARKS COMMITTEE", *left, *right])


@needs_tesseract
def test_more_scanned_pages_than_can_be_waited_for_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_SCANS", 0)
    (tmp_path / "a.pdf").write_bytes(scanned_pdf())
    with pytest.raises(UnreadableFile, match="more than 0 scanned pages: split it"):
        read_source(tmp_path / "a.pdf")


def test_a_scan_holds_no_text() -> None:
    document = pypdfium2.PdfDocument(as_scan(pdf_of([[(72.0, 760.0, "Minutes")], [(72.0, 760.0, "of Cabinet")]])))
    assert [page.get_textpage().get_text_bounded() for page in document] == ["", ""]
