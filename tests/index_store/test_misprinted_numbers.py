"""Numbers of minutes with a digit too many."""

from __future__ import annotations

import pytest

from index_store.models import SourceText
from index_store.parser import parse

TITLES = ("Welcome", "Minutes", "Finance", "Personnel", "Premises", "Safeguarding")


@pytest.mark.parametrize("printed", ["BM 122/2021", "BM 202/2021"])
def test_a_digit_too_many_in_a_number_with_a_year_loses_no_minute(printed: str) -> None:
    numbers = ["BM 18/2021", "BM 19/2021", "BM 20/2021", "BM 21/2021", printed, "BM 23/2021"]
    rows = (
        f"{number}       {title}       The report was noted.\n\n" for number, title in zip(numbers, TITLES, strict=True)
    )
    head = "Marl School\n\nMinutes of the Premises Committee held on 4 March 2020\n\nPresent: Ann Vane, Bob Orme\n\n"
    found = parse(SourceText(head + "".join(rows))).meetings[0].items
    assert [(one.number, one.title) for one in found] == list(zip(numbers, TITLES, strict=True))
