"""An application that is set in lines, its number first and what was said to it last, is quoted down to that."""

from __future__ import annotations

import pytest

from assistant.reading import read_minute
from assistant.stretches import comments_on

ENTERED = (
    "Cllr. Birch declared an interest in E/40103 and took no part in what was said of it.\n\n"
    "E/40100\tRear extension and sun room\nLand Opposite Brynmarl\nPenmarl\nSA99 7TA\nMrs E Morgan\nNo Objections\n\n"
    "E/40101\tVariation of Condition No 2, plans of the approved barn\nDerwen\nPenmarl\nMr James\n"
    "i) No comment on the barn\n\nE/40102\tOne Planet Development\nCaermarl\nPenmarl\nM Denny\n"
    "Strongly object for the following reasons:\nThere is no bus to the village and the lane is too narrow.\n\n"
    "E/40103\tConversion of the garage\nThe drawings were passed round, and members asked how high the wall behind "
    "the yard would be and whether the oak would stay.\nNo comment was made.\n"
)


@pytest.mark.parametrize(
    ("number", "last"),
    [
        ("E/40100", "No Objections"),
        ("E/40101", "i) No comment on the barn"),
        ("E/40102", "Strongly object for the following reasons:"),
        ("E/40103", None),
    ],
)
def test_what_was_said_to_an_application_is_quoted_with_it(number: str, last: str | None) -> None:
    read = read_minute(ENTERED, "PLANNING")
    at = next(n for n in range(len(read.texts)) if read.sentence(n).startswith(number))
    more = comments_on(read, {at})
    assert (read.sentence(max(more)) if more else None) == last
    assert more == set(range(at + 1, at + 1 + len(more)))
