"""Which sorts of fact a sentence holds."""

from __future__ import annotations

import pytest

from assistant.question import Want
from assistant.sorts import Known, found, held, holds
from assistant.wants import wants_of


@pytest.mark.parametrize(
    ("want", "text", "expected"),
    [
        ("money", "The bill came to £1,884 in all.", ["£1,884"]),
        ("money", "SBC had set aside 25k and £2.3m.", ["25k", "£2.3m"]),
        ("money", "Marl Power\tStreet lighting 3\t330.10\t16.51\t346.61", ["330.10", "16.51", "346.61"]),
        ("money", "| Ann Other | Salary | 1,148.20 |", ["1,148.20"]),
        ("percentage", "Council tax rises by 4.84% or 5 per cent.", ["4.84%", "5 per cent"]),
        ("date", "It opens on 30th September 2010 or in May.", ["30th September 2010", "May"]),
        ("time", "The bus leaves at 18.10 and is back by 8 pm", ["18.10", "8 pm"]),
        ("count", "Three turbines of 126 metres, £500 each, by 3 June 2018.", ["Three", "126"]),
        ("person", "Cllr Payne asked Mary Barbour for help.", ["Cllr Payne", "Mary Barbour"]),
        ("votes", "The motion passed by 8 votes to 1.", ["8 votes to 1"]),
    ],
)
def test_finds_what_is_asked_for(want: Want, text: str, expected: list[str]) -> None:
    assert [text[a:b].strip() for a, b in found(want, text)] == expected


@pytest.mark.parametrize(
    ("want", "text"),
    [
        ("money", "The report marked '5' is filed."),
        ("money", "The gauge stood at 1.25 on Monday\tand at 2.50 later."),
        ("count", "It was agreed on 5 May 2010 that £300 be paid."),
        ("percentage", "The figure of 30 was noted."),
        ("votes", "The report was received."),
    ],
)
def test_does_not_take_one_sort_for_another(want: Want, text: str) -> None:
    assert not holds(want, text)


def test_share_of_the_sorts_wanted() -> None:
    assert held({"money", "date"}, "It cost £5.") == 0.5
    assert held({"yes_no"}, "It cost £5.") == held((), "x") == 1.0


def test_who_moved_is_nobody_of_whom_the_sentence_tells() -> None:
    names = frozenset(("hale", "orr", "ann"))
    text = "The lions were stolen. A donation was agreed. (Prop: Ann Hale, Sec: Ann Orr)"
    assert not holds("person", text, Known(frozenset(), names, movers=False))
    assert holds("person", text, Known(frozenset(), names, movers=True))
    assert holds("person", "Ann Hale proposed that the lions be found.", Known(frozenset(), names, movers=False))


def test_a_member_of_parliament_is_a_person() -> None:
    assert wants_of("which MP spoke at the event") == {"person"}
