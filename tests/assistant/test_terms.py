from __future__ import annotations

import pytest

from assistant.coverage import Measure, Term, coverage, matches, terms_of
from assistant.terms import plain_word, printed_words, stems, stems_in, words_of
from assistant.vocabulary import read_vocabulary
from index_store.embedder import Embedder

_TEXT = "The Councillors’ meetings cost £1,200.50; three councillors met at Café Zoë's (112/20) — O'Brien’s motion."


def test_stems_are_those_of_porter_and_numbers_are_their_own() -> None:
    assert stems(["meetings", "meeting", "agreed", "1200.5", "2009"]) == {
        "meetings": "meet",
        "meeting": "meet",
        "agreed": "agre",
        "1200.5": "1200.5",
        "2009": "2009",
    }
    assert stems(["meetings", "policies"])["policies"] == "polici", "words known and new in one call"


def test_words_of_quite_another_sense_keep_stems_apart() -> None:
    found = stems(["park", "parks", "parking", "parked"])
    assert found["parks"] == found["park"]
    assert found["parking"] != found["park"]


def test_words_are_read_alike_one_by_one_and_as_a_set() -> None:
    words = words_of(_TEXT)
    assert stems_in(_TEXT) == {word.stem for word in words}
    assert {plain_word(one) for one in printed_words(_TEXT)} == {word.word for word in words}
    assert [word.word for word in words][3:7] == ["cost", "1200.50", "3", "councillors"]
    assert "zoe" in {word.word for word in words}
    assert [_TEXT[word.start : word.end] for word in words if word.capital][:2] == ["The", "Councillors"]


def test_a_stem_counts_once_a_paragraph_and_names_are_always_written_with_a_capital() -> None:
    texts = ["Meeting of Harnby. The meetings.", "A meeting at Harnby's hall"]
    vocabulary = read_vocabulary(texts, Embedder())
    assert vocabulary.counts["meet"] == 2
    assert vocabulary.counts["harnbi"] == 2
    assert vocabulary.names >= {"harnbi"}
    assert "meet" not in vocabulary.names
    assert vocabulary.words == ("hall", "harnby", "meeting", "meetings")


@pytest.mark.parametrize(
    "asked",
    [
        "who was supposed to sort out the culvert",
        "did anybody eventually try putting stuff in the culvert",
        "why wont folks actually want loads of culverts",
    ],
)
def test_words_of_talk_are_not_asked_about_though_minutes_seldom_have_them(asked: str) -> None:
    texts = [
        "The culvert was cleared.",
        "Residents actually wanted it sorted.",
        "He wont try putting it off.",
        "A stile",
    ]
    assert [term.stem for term in terms_of(asked, read_vocabulary(texts, Embedder()))] == ["culvert"]


def test_a_measure_takes_the_best_like_and_weighs_each_term() -> None:
    hall = Term("hall", "hall", 0.5, {"hall": 1.0, "room": 0.6, "build": 0.4})
    jsna = Term("jsna", "jsna", 1.0, {"jsna": 1.0}, spelt={frozenset({"joint", "need"}): 0.95})
    here = Term("harnby", "harnbi", 0.25, {"harnbi": 1.0}, given=True)
    measure = Measure([hall, jsna, here])
    degrees = measure.degrees(frozenset({"build", "room", "joint", "need", "meet"}))
    assert degrees == (0.6, 0.95, 1.0)
    assert measure.share(degrees) == pytest.approx((0.5 * 0.6 + 0.95 + 0.25) / 1.75)
    assert measure.degrees(frozenset()) == (0.0, 0.0, 1.0)
    assert matches([hall, jsna, here], ["joint"]) == (0.0, 0.0, 1.0), "half an abbreviation spelt out is none"
    assert coverage([hall], [0.5]) == 0.5
    assert Measure([]).share(()) == 1.0
