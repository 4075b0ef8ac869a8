"""A first offence is not the second, and Option B not Option A."""

from __future__ import annotations

import pytest

from assistant.rivals import counts_another, labels_another


@pytest.mark.parametrize(
    ("said", "told", "another"),
    [
        ("what is the fine for a first offence", "The fine for a second offence is $250.", True),
        ("what is the fine for a 2nd offence", "The fine for a second offence is $250.", False),
        ("what is the fine for a first offence", "A fine of $150 for a first and $250 for a second offence.", False),
        ("what is the fine for an offence", "The fine for a second offence is $250.", False),
    ],
)
def test_what_is_counted_is_told_of_by_its_own_place(said: str, told: str, another: bool) -> None:
    assert counts_another(said, told) is another


@pytest.mark.parametrize(
    ("said", "told", "another"),
    [
        ("what would Option B cost", "Staff were asked for options below $40,000.", True),
        ("what would Option B cost", "Option A costs $40,000, and Option B $32,000.", False),
        ("when does phase 2 begin", "Phase Two will begin in May.", False),
        ("when does phase 3 begin", "Phase Two will begin in May.", True),
        ("what was found about Child M", "Child K was seven weeks old.", True),
        ("what was found about child k", "Child K was seven weeks old.", False),
        ("how many children had a patient plan", "Forty have a plan.", False),
    ],
)
def test_what_is_labelled_is_told_of_by_its_own_label(said: str, told: str, another: bool) -> None:
    assert labels_another(said, told) is another
