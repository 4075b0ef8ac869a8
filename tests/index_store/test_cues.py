"""Cheap looks before dear searches find what the searches find."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from index_store.parser.cues import any_of, cued, small

WORDS = "was|were|agreed|a|adopted|advis[eo]r|co-?opted|lead|leader"


@given(st.lists(st.sampled_from(["was", "waste", "a", "adopted", "adviser", "co-opted", "leaders", "lead", "é", "-"])))
def test_words_of_one_first_letter_are_found_as_in_the_bare_list(words: list[str]) -> None:
    text = " ".join(words)
    bare, together = re.compile(rf"\b(?:{WORDS})\b"), re.compile(rf"\b{any_of(WORDS)}\b")
    assert [found.span() for found in together.finditer(text)] == [found.span() for found in bare.finditer(text)]


@given(st.text())
def test_small_letters_stand_in_the_places_of_the_printed_ones(text: str) -> None:
    low = small(text)
    assert len(low) == len(text)
    assert [one.casefold() for one in low] == [_small(char).casefold() for char in text]


def _small(char: str) -> str:
    return char if len(char.lower()) > 1 else char.lower()


def test_a_capital_that_has_two_small_letters_is_left_as_it_is() -> None:
    assert small("İstanbul AND Marl") == "İstanbul and marl"


def test_any_one_cue_is_enough() -> None:
    assert cued("It was agreed that", (" resolved", " agreed"))
    assert not cued("It was Agreed that", (" resolved", " agreed"))
