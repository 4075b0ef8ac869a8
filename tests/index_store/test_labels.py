from __future__ import annotations

import pytest

from index_store.parser.labels import read_labels


@pytest.mark.parametrize(
    ("line", "printed", "value"),
    [("V1II. New Business", "VIII", 8), ("XI1. Adjournment", "XII", 12), ("1II) Reports", "III", 3)],
)
def test_a_figure_one_typed_in_a_roman_number_is_an_i(line: str, printed: str, value: int) -> None:
    label = read_labels(line)[0]
    assert (label.printed, label.value, label.family[0]) == (printed, (value,), "I")


@pytest.mark.parametrize(("line", "printed"), [("V11. Kerbs", "V11"), ("11. Kerbs", "11"), ("X1. Kerbs", "X1")])
def test_codes_and_counts_with_a_one_stay_what_they_are(line: str, printed: str) -> None:
    assert [one.printed for one in read_labels(line)] == [printed]
