"""Numbers, money, dates and times in one form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.grounding.tokens import tokens_of
from assistant.grounding.values import MONTHS, canonical, printed


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("£3.65m", "£3650000"),
        ("3.65 million pounds", "£3650000"),
        ("£ 3.65 million", "£3650000"),
        ("ninety thousand pounds", "£90000"),
        ("£90k", "£90000"),
        ("£5,000.00", "£5000"),
        ("£222.32", "£222.32"),
        ("30p", "£0.30"),
        ("3,004 indicators", "3004 indicators"),
        ("a hundred and twenty-one shops", "a 121 shops"),
        ("thirty per cent", "30%"),
        ("30 percent", "30%"),
        ("10m of yellow lines", "10 m of yellow lines"),
        ("forty-nine units", "49 units"),
        ("the second dose", "the 2nd dose"),
        ("nobody would second it", "nobody would second it"),
        ("no one of them", "no one of them"),
        ("a third of the roads", "a third of the roads"),
        ("5th of February 2013", "5 February 2013"),
        ("February 5, 2013", "5 February 2013"),
        ("5/2/13", "5 February 2013"),
        ("2013-02-05", "5 February 2013"),
        ("14 Sept. 2025", "14 September 2025"),
        ("2009-10", "2009/10"),
        ("2009 to 2010", "2009/10"),
        ("2.00pm", "2 pm"),
        ("14:30", "2.30 pm"),
        ("half past two", "2.30 pm"),
        ("one o'clock", "1 o'clock"),
        ("minute 23/045", "minute 23/045"),
        ("24/00755/FUL", "24/00755/FUL"),
    ],
)
def test_one_form(written: str, said: str) -> None:
    assert canonical(written).replace("a 121", "121") == said.replace("a 121", "121")


@given(st.integers(0, 999_999_999))
def test_thousands_commas_make_no_difference(number: int) -> None:
    assert canonical(f"£{number:,} was paid") == canonical(f"£{number} was paid")


@given(st.integers(1, 28), st.sampled_from(MONTHS), st.integers(1990, 2040))
def test_all_ways_to_write_a_date_meet(day: int, month: str, year: int) -> None:
    name, number = month.capitalize(), MONTHS.index(month) + 1
    want = f"on {day} {name} {year}"
    assert canonical(f"on {year}-{number:02}-{day:02}") == want
    assert canonical(f"on {day:02}/{number:02}/{year}") == want
    assert canonical(f"on {name} {day}, {year}") == want


@pytest.mark.parametrize(
    ("value", "words"),
    [("£3650000", "£3.65m"), ("3004", "3,004"), ("2009", "2009"), ("£222.32", "£222.32"), ("30%", "30%"), ("9", "9")],
)
def test_values_as_people_write_them(value: str, words: str) -> None:
    assert printed(value) == words


def test_days_belong_to_their_month() -> None:
    tokens = tokens_of(canonical("on 2 and 16 March and at 14 meetings"))
    assert [(one.value, one.month) for one in tokens if one.value] == [("2", "march"), ("16", "march"), ("14", "")]


def test_names_values_and_grammar_words_are_told_apart() -> None:
    tokens = tokens_of(canonical("Christine Fisher agreed that Cllr Dornan of SSOG should pay £30 in May."))
    kinds = {one.text: one.kind for one in tokens}
    assert kinds["Christine"] == kinds["Fisher"] == kinds["Dornan"] == kinds["SSOG"] == "name"
    assert (kinds["agreed"], kinds["that"], kinds["£30"], kinds["May"]) == ("word", "grammar", "value", "month")


def test_a_shouted_outcome_is_no_name() -> None:
    assert [one.kind for one in tokens_of("It was AGREED and RESOLVED") if one.text.isupper()] == ["word", "word"]
