"""Wordings of several words for what minutes write in others."""

from __future__ import annotations

from importlib.resources import files

import pytest

from assistant.coverage import coverage, matches, terms_of
from assistant.sayings import sayings_in
from assistant.terms import stems_in
from assistant.vocabulary import read_vocabulary
from index_store.embedder import Embedder

MINUTES = [
    "The school crossing patrol in Quay Street would retire at Christmas.",
    "The school would write to the patrol boat.",
    "The family doctor of the lady came.",
]


@pytest.mark.parametrize(
    ("asked", "others", "written"),
    [
        ("what happens when the lollipop lady retires", "school crossing patrol", "school crossing patrol"),
        ("who pays for the school crossing patrol?", "lollipop lady", ""),
        ("Speed humps in Mill Lane", "traffic calming", "traffic calming"),
    ],
)
def test_a_wording_stands_for_those_of_the_other_side(asked: str, others: str, written: str) -> None:
    found = [saying for saying in sayings_in(asked) if stems_in(others) in saying.others]
    assert [saying.written for saying in found] == [written]


@pytest.mark.parametrize(
    "asked", ["the lady with the lollipop", "humps in the road to the patrol", "who chaired in May"]
)
def test_its_words_apart_stand_for_nothing(asked: str) -> None:
    assert sayings_in(asked) == []


@pytest.mark.parametrize(
    ("asked", "meant"), [("councillors' allowances", True), ("why did they allow the houses", False)]
)
def test_a_wording_of_one_word_is_not_its_stem(asked: str, meant: bool) -> None:
    assert any(saying.alone == "allowances" for saying in sayings_in(asked)) is meant


def test_only_all_the_words_of_the_other_wording_count() -> None:
    terms = terms_of("lollipop lady", read_vocabulary(MINUTES, Embedder()))
    told = [coverage(terms, matches(terms, stems_in(text))) for text in MINUTES[:2]]
    assert told[0] >= 0.8 > 0.5 > told[1]
    assert [term.long for term in terms] == ["school crossing patrol", ""]


def test_every_line_has_wordings_on_both_sides_and_none_stands_on_both() -> None:
    text = files("assistant").joinpath("sayings.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert len(lines) > 100
    for line in lines:
        said, written = ({one.strip() for one in side.split(",")} for side in line.split(" = "))
        assert "" not in said | written, line
        assert line == line.lower()
        assert not said & written, line
