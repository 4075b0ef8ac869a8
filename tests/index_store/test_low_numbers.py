"""Numbers that a page prints a line below the title that they number."""

from __future__ import annotations

import pytest

from index_store.readers.pdf_layout import page_text
from index_store.readers.pdf_lines import Fragment

TITLE = "Hire of the boathouse"
TEXT = "Three clubs had written for the summer weeks and were heard in turn"


def page(*placed: tuple[float, float, str]) -> str:
    return page_text([Fragment(text, left, left + 6 * len(text), base, 12) for left, base, text in placed])


@pytest.mark.parametrize(
    "placed",
    [
        [(120, 700, TITLE), (76, 688, "6."), (120, 676, TEXT)],
        [(120, 700, TITLE), (76, 688, "6."), (120, 688, TEXT)],
        [(120, 700, TITLE), (76, 688, "6."), (138, 688, "1. Rowers came first.")],
    ],
    ids=["alone", "beside the text", "beside a point"],
)
def test_a_number_a_line_below_its_title_stands_beside_it(placed: list[tuple[float, float, str]]) -> None:
    above = [(120.0, 748.0, "The jetty had been mended."), (120.0, 736.0, "They were signed by the chair.")]
    lines = page(*above, *placed, (120, 664, "before the dates were given out.")).splitlines()
    assert [line.split() for line in lines if "6." in line] == [["6.", *TITLE.split()]]


@pytest.mark.parametrize(
    "placed",
    [
        [(120, 724, "They were signed by the chair."), (76, 712, "7."), (120, 712, "Gravel on paths")],
        [(120, 724, "RESOLVED"), (120, 712, "1."), (138, 712, TEXT)],
        [(120, 748, "Accepted by all"), (120, 736, "Signed by the chair"), (76, 724, "7."), (120, 724, TEXT)],
    ],
    ids=["a sentence above", "a point of a list", "no paragraph above"],
)
def test_a_number_with_its_own_text_stays(placed: list[tuple[float, float, str]]) -> None:
    number = next(text for left, _, text in placed if text in {"1.", "7."})
    found = next(line.split() for line in page(*placed).splitlines() if line.split()[0] == number)
    assert found == [number, *placed[-1][2].split()]
