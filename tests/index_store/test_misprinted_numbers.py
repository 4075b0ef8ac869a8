"""Numbers of minutes with a digit too many, or out of order."""

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


def test_motions_that_were_taken_before_others_keep_their_numbers() -> None:
    titles = {
        number: f"{'Question' if number < 5 else 'Notice of motion'} submitted by Councillor {name}"
        for number, name in enumerate(("Ashe", "Birch", "Clay", "Dunn", "Elm", "Finch", "Gale", "Hurst", "Ives"), 1)
    }
    taken = [1, 2, 3, 4, 7, 8, 5, 6, 9]
    rows = (f"{number}.\n{titles[number]}\n\nIt was agreed that the lane be swept.\n\n" for number in taken)
    head = "Marl Council\n\nMinutes of the Council held on 4 March 2020\n\nPresent: Ann Vane, Bob Orme\n\n"
    found = parse(SourceText(head + "".join(rows))).meetings[0].items
    assert [(one.number, one.title) for one in found] == [(str(number), titles[number]) for number in taken]


def test_points_in_a_list_are_no_items_out_of_order() -> None:
    rows = [f"{number}. Business {number}\n\nIt was noted.\n\n" for number in (1, 2, 3, 4, 7, 8)]
    rows[3] += "5. the wall be mended\n\n6. the gate be hung\n\n"
    head = "Marl Council\n\nMinutes of the Council held on 4 March 2020\n\nPresent: Ann Vane, Bob Orme\n\n"
    found = parse(SourceText(head + "".join(rows))).meetings[0].items
    assert [one.number for one in found][:4] == ["1", "2", "3", "4"]
