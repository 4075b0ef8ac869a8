"""Everyday words for what minutes name otherwise."""

from __future__ import annotations

from assistant.everyday import _SAME, DEGREE, everyday
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


def test_every_line_joins_different_words() -> None:
    alone = [line for line in _SAME.strip().splitlines() if len(set(stems(line.split()).values())) < 2]
    assert [line for line in alone if len(line.split()) < 2] == []
    assert all(line == line.lower() for line in _SAME.splitlines())


def test_the_minutes_word_is_found_by_the_everyday_one() -> None:
    vocabulary = read_vocabulary(["The quotation for the burial ground gates was accepted."], Embedder())
    likes = vocabulary.likes("graveyard")
    assert likes[_stem("burial")] >= DEGREE
    assert _stem("cemetery") not in likes, "only words that the minutes have"
