"""The letters of a council's kind name it, as its own staff do."""

from __future__ import annotations

import pytest

from assistant.known_bodies import distinct_words
from index_store.held import Body


@pytest.mark.parametrize(
    ("council", "letters"),
    [
        ("RURAL MUNICIPALITY OF ELM HILL NO. 12", {"rm"}),
        ("Municipal District of Oak Valley", {"md"}),
        ("Town of Marl", set()),
    ],
)
def test_the_letters_of_its_kind_tell_a_council(council: str, letters: set[str]) -> None:
    words = distinct_words(Body("council", "Council", council, (), 1, None, None))
    assert words & {"rm", "md", "rd"} == letters
