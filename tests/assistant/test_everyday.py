"""Everyday words for what minutes name otherwise."""

from __future__ import annotations

from importlib.resources import files

import pytest

from assistant.everyday import DEGREE, everyday
from assistant.terms import stems
from assistant.vocabulary import read_vocabulary
from index_store.embedder import Embedder


def _stem(word: str) -> str:
    return stems([word])[word]


def test_a_word_of_a_line_stands_for_the_others_and_not_for_itself() -> None:
    same = everyday()
    assert _stem("litter") in same[_stem("rubbish")]
    assert _stem("rubbish") in same[_stem("litter")]
    assert all(stem not in others for stem, others in same.items())


def test_every_line_joins_several_stems_and_none_stands_within_another() -> None:
    text = files("assistant").joinpath("everyday.txt").read_text(encoding="utf-8")
    groups = [frozenset(stems(line.split()).values()) for line in text.splitlines() if not line.startswith("#")]
    assert len(groups) > 500
    assert [group for group in groups if len(group) < 2] == []
    assert [one for at, one in enumerate(groups) if any(one <= other for other in groups[:at] + groups[at + 1 :])] == []
    assert text.lower().splitlines()[1:] == text.splitlines()[1:]


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("pushchairs", "buggy"),
        ("medal", "award"),
        ("dazzled", "brightness"),
        ("grower", "farmer"),
        ("leftover", "surplus"),
    ],
)
def test_each_trade_and_thing_has_its_other_names(asked: str, written: str) -> None:
    assert _stem(written) in everyday()[_stem(asked)]


def test_the_minutes_word_is_found_by_the_everyday_one() -> None:
    vocabulary = read_vocabulary(["The quotation for the burial ground gates was accepted."], Embedder())
    likes = vocabulary.likes("graveyard")
    assert likes[_stem("burial")] >= DEGREE
    assert _stem("cemetery") not in likes, "only words that the minutes have"
