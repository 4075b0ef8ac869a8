"""Misspelt words of asking."""

from __future__ import annotations

import pytest

from assistant.misspelt import put_right


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("apolgies norfleet 6 aug 2013", "apologies norfleet 6 aug 2013"),
        ("Attendence at the last meetign?", "Attendance at the last meeting?"),
        ("who seconed it and was it aproved", "who seconded it and was it approved"),
        ("WHO CHAIRD IT", "WHO CHAIRED IT"),
        ("did ppl vote thru the yr", "did people vote through the year"),
        ("did the coucil defered the decison", "did the council deferred the decision"),
    ],
)
def test_words_of_asking_are_put_right(typed: str, meant: str) -> None:
    assert put_right(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "what did Cllr Votte say about chard",
        "the price of minions at the fete",
        "who was at the mention of 24/066 and P/2021/0412",
        "who are PPL and was Mr Thru there",
        "a motive for the absinthe licence",
        'which minutes say "secconded by the meetign"',
    ],
)
def test_names_and_other_words_are_left_alone(typed: str) -> None:
    assert put_right(typed) == typed


def test_a_surname_is_no_slip_of_the_pen() -> None:
    assert put_right("what did presant want", {"presant"}) == "what did presant want"
