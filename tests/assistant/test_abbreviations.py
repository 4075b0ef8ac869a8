"""Abbreviations are learnt from the minutes that explain them, and stand for their long forms in both directions."""

from __future__ import annotations

import pytest

from assistant.abbreviations import abbreviations_in, stems_spelt
from assistant.coverage import matches, stems_in, terms_of
from assistant.vocabulary import read_vocabulary
from index_store.embedder import Embedder


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "a refresh of the Joint Strategic Needs Assessment (JSNA) was due",
            {"jsna": "Joint Strategic Needs Assessment"},
        ),
        ("the Department for Transport (‘DfT’) wrote", {"dft": "Department for Transport"}),
        ("a CPO (Compulsory Purchase Order) was made", {"cpo": "Compulsory Purchase Order"}),
        ("the Saltmere Sea-Wall Trust (SSWT)", {"sswt": "Saltmere Sea-Wall Trust"}),
        ("Cllr Brown (Chair) and three residents (two of them new)", {}),
        ("the grant (AM) was paid", {}),
    ],
)
def test_an_explanation_is_believed_where_initials_spell_it(text: str, held: dict[str, str]) -> None:
    assert abbreviations_in([text]) == held


def test_short_and_long_form_stand_for_each_other() -> None:
    texts = ["The Joint Strategic Needs Assessment (JSNA) was noted.", "The JSNA was late.", "Buses were late."]
    held = abbreviations_in(texts)
    vocabulary = read_vocabulary(texts, Embedder())
    (short,) = terms_of("JSNA", vocabulary, abbreviations=held)
    assert matches([short], stems_in("a brief for the Joint Strategic Needs Assessment")) == (pytest.approx(0.95),)
    assert matches([short], stems_in("an assessment of needs")) == (0.0,)
    long = terms_of("joint strategic needs assessment", vocabulary, abbreviations=held)
    assert matches(long, stems_in("the JSNA")) == pytest.approx((0.95,) * 4)


def test_long_forms_leave_out_small_words() -> None:
    assert stems_spelt({"dft": "Department for Transport"}) == {"dft": stems_in("Department Transport")}
