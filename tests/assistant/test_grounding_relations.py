"""Statements that keep every word of a minute, or nearly, and turn what it says: stopped where a model writes."""

from __future__ import annotations

import pytest

from assistant.grounding import CitedMinute, Grounding
from assistant.grounding.check import quoted
from assistant.grounding.reading import as_abbreviated
from index_store.embedder import Embedder
from index_store.models import Attendee, Span

MINUTE = CitedMinute(
    id="tarn-council/2022-05-03/7",
    number="7",
    title="Lifeboat shed",
    body="Tarn Community Council",
    date="2022-05-03",
    people=(
        Attendee("Joan Sleath", Span(0, 0), "chair"),
        Attendee("Peter Wain", Span(0, 0)),
        Attendee("Carol Orme", Span(0, 0)),
    ),
    text=(
        "Apologies were received from Peter Wain (substitute Carol Orme). A further meeting would be held with the "
        "builders before a planning application was submitted. The roof had been damaged, resulting in the closure of "
        "the shed. Joan Sleath asked that the grant be withdrawn. The Ordnance Survey (OS) had agreed to pay 50% of "
        "the total cost of the map. Some of the members supported the shed but not the slipway. RESOLVED to ask "
        "Harbour Trust when the slipway would be mended. Thefts of diesel had increased. "
        "Up to 40 volunteers were wanted. Yellow lines would be painted on both sides of the road. "
        "The plan for the tea room was discussed."
    ),
)


@pytest.fixture(scope="module")
def grounding() -> Grounding:
    return Grounding(Embedder(), strict=True)


@pytest.mark.parametrize(
    "statement",
    [
        "A further meeting would be held with the builders once a planning application was submitted.",
        "The shed had been closed, resulting in damage to the roof.",
        "Peter Wain substituted for Carol Orme.",
        "The grant was withdrawn.",
        "The total cost of the map would be paid by the Ordnance Survey.",
        "All of the members supported the shed.",
        "The members supported the slipway but not the shed.",
        "Harbour Trust asked when the slipway would be mended.",
        "Thefts of diesel had become fewer.",
        "At least 40 volunteers were wanted.",
        "Yellow lines would be painted on one side of the road.",
        "The plan for the tea room was approved.",
        "The plan for the tea room was not discussed.",
        "The plan for the tea room was discussed every week.",
    ],
)
def test_what_is_turned_round_is_stopped(grounding: Grounding, statement: str) -> None:
    assert not grounding.check(statement, MINUTE).supported


@pytest.mark.parametrize(
    "statement",
    [
        "Before a planning application was submitted, a further meeting would be held with the builders.",
        "Joan Sleath asked that the grant be withdrawn.",
        "OS had agreed to pay half of the total cost of the map.",
        "Some members supported the shed but not the slipway.",
        "Yellow lines would be painted on both sides of the road.",
        "Up to forty volunteers were wanted.",
    ],
)
def test_what_is_only_put_otherwise_is_not(grounding: Grounding, statement: str) -> None:
    verdict = grounding.check(statement, MINUTE)
    assert verdict.supported, verdict.words


def test_a_quote_does_not_end_before_what_takes_it_back() -> None:
    minute = CitedMinute("m", "The wheel could be saved but the floor could not.\n\nThe roof could be saved at once.")
    assert not quoted("The wheel could be saved but the floor could.", minute)
    assert quoted("The roof could be saved.", minute)


@pytest.mark.parametrize(
    ("said", "held", "read"),
    [
        ("the price of Ordnance Survey maps", "The OS price list", "the price of OS maps"),
        ("the price of OS maps", "The price list of Ordnance Survey", "the price of Ordnance Survey maps"),
        ("the price of OS maps", "The price list of Open Source and Ordnance Survey", "the price of OS maps"),
    ],
)
def test_names_are_put_as_the_minute_has_them(said: str, held: str, read: str) -> None:
    assert as_abbreviated(said, held) == read
