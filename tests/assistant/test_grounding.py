"""The check that a minute bears a statement out, on a minute made for it and on the samples."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from assistant.grounding import CitedMinute, Grounding
from assistant.grounding.check import quoted
from assistant.grounding.reading import initials_of, masked_text
from assistant.grounding.tokens import tokens_of
from assistant.samples import SAMPLES
from eval.grounding import judge, read_set, table
from eval.statements import SAMPLE, Statement
from index_store.embedder import Embedder
from index_store.models import Attendee, Span

PEOPLE = (
    Attendee("Joan Sleath", Span(0, 0), "chair", initials="JS"),
    Attendee("Peter Wain", Span(0, 0), initials="PW"),
    Attendee("Carol Orme", Span(0, 0)),
)
MINUTE = CitedMinute(
    id="tarn-council/2022-03-01/12",
    number="12",
    title="Harbour wall",
    body="Tarn Community Council",
    date="2022-03-01",
    people=PEOPLE,
    text=(
        "The Clerk reported that the repair of the harbour wall would cost £3.65m, of which £1.2m had been promised by "
        "14 February 2022. PW suggested that the north steps should be closed. A total of 3,004 visitors had been "
        "counted, 38 of them on 5 February.\n\nIt was AGREED:\n"
        "(i) that the contents of the report be noted;\n"
        "(ii) that the north steps be not closed at this stage; and\n"
        "(iii) that the drawings be presented to the next meeting.\n\n"
        "Proposed by JS, seconded by Carol Orme."
    ),
)


@pytest.fixture(scope="module")
def grounding() -> Grounding:
    return Grounding(Embedder())


@pytest.mark.parametrize(
    "statement",
    [
        "The repair of the harbour wall would cost 3.65 million pounds.",
        "A total of 3004 visitors had been counted.",
        "It was agreed that the contents of the report be noted.",
        "It was agreed that the north steps be not closed at this stage.",
        "Peter Wain suggested that the north steps should be closed.",
        "The drawings were to be presented to the next meeting.",
        "£1.2 million had been promised by 14th February 2022.",
        "Proposed by Joan Sleath and seconded by Carol Orme.",
    ],
)
def test_what_the_minute_says_is_borne_out(grounding: Grounding, statement: str) -> None:
    verdict = grounding.check(statement, MINUTE)
    assert verdict.supported, verdict


@pytest.mark.parametrize(
    ("statement", "code", "words"),
    [
        ("The repair of the harbour wall would cost £3.56m.", "value", "the minute says £3.65m, not £3.56m"),
        ("A total of 3,040 visitors had been counted.", "value", "the minute says 3,004, not 3,040"),
        ("£1.2m had been promised by 14 March 2022.", "date", "the minute says 14 February, not 14 March"),
        ("38 visitors had been counted on 6 February.", "date", "the minute says 5 February, not 6 February"),
        ("The repair of the harbour wall was promised in 2019.", "value", "the minute says 2022, not 2019"),
        ("It was agreed that the contents of the report be approved.", "outcome", None),
        ("It was agreed that the north steps be closed at this stage.", "denial", None),
        (
            "Martin Dace suggested that the north steps should be closed.",
            "name",
            "the minute does not name Martin Dace",
        ),
        ("The wall had been inspected by a diver from the navy.", "wording", None),
    ],
)
def test_what_the_minute_does_not_say_is_stopped(
    grounding: Grounding, statement: str, code: str, words: str | None
) -> None:
    verdict = grounding.check(statement, MINUTE)
    assert not verdict.supported
    assert verdict.code == code, verdict
    assert words is None or verdict.words == words


def test_figures_exchanged_are_stopped(grounding: Grounding) -> None:
    said = "The repair of the harbour wall would cost £1.2m, of which £3.65m had been promised by 14 February 2022."
    assert not grounding.check(said, MINUTE).supported


def test_quotes_need_no_model() -> None:
    assert quoted("The Clerk reported that the repair of the  harbour wall would cost £3.65m", MINUTE)
    assert quoted("The Clerk reported that … A total of 3,004 visitors had been counted", MINUTE)
    assert not quoted("The Clerk reported that the repair of the harbour wall would cost £3.6", MINUTE)
    assert not quoted("A total of 3,004 visitors had been counted … The Clerk reported that", MINUTE)
    assert not quoted("that the", MINUTE)


def test_a_quote_is_said_to_be_one(grounding: Grounding) -> None:
    verdict = grounding.check("that the contents of the report be noted;", MINUTE)
    assert (verdict.supported, verdict.code) == (True, "quoted")


def test_a_minute_that_changes_is_read_again(grounding: Grounding) -> None:
    said = "The repair of the harbour wall would cost 4.1 million pounds."
    assert not grounding.check(said, MINUTE).supported
    assert grounding.check(said, replace(MINUTE, text=MINUTE.text.replace("£3.65m", "£4.1m"))).supported


def test_initials_stand_for_one_person_and_never_for_the_body() -> None:
    people = [
        Attendee("Carol Cope", Span(0, 0)),
        Attendee("Peter Wain", Span(0, 0)),
        Attendee("Paul West", Span(0, 0)),
        Attendee("Ann Lee", Span(0, 0)),
        Attendee("Hugh Porter", Span(0, 0), initials="HPo"),
    ]
    assert initials_of(people, "Tarn Community Council") == {"AL": "Ann Lee", "HP": "Hugh Porter", "HPo": "Hugh Porter"}


def test_figures_and_people_are_masked_where_the_context_is_read() -> None:
    text = "Joan Sleath paid £1200000 and 30% on 5 February."
    names = frozenset(("joan", "sleath"))
    tokens = tokens_of(text, names)
    masked, spans = masked_text(text, tokens, names)
    assert masked == "Smith Smith paid £5 and 5% on 5 February."
    assert [masked[start:end] for start, end in spans] == "Smith Smith paid £5 and 5% on 5 February".split()


def test_strict_stops_more(grounding: Grounding) -> None:
    statement = "Peter Wain suggested that the north steps should be closed."
    strict = Grounding(Embedder(), strict=True)
    assert strict.check(statement, MINUTE).doubt > grounding.check(statement, MINUTE).doubt


@pytest.fixture(scope="module")
def near_verbatim() -> list[Statement]:
    return [one for one in read_set(SAMPLE, [SAMPLES]) if one.near_verbatim]


def test_near_verbatim_statements_over_the_samples(grounding: Grounding, near_verbatim: list[Statement]) -> None:
    judged = judge(near_verbatim, grounding)
    true = [one.id for one, verdict in judged if one.supported and not verdict.supported]
    assert len(true) <= 0.03 * sum(one.supported for one in near_verbatim), true
    false = [one for one, _ in judged if not one.supported]
    passed = [one for one, verdict in judged if not one.supported and verdict.supported]
    assert len(passed) <= 0.3 * len(false)
    invented = [one.id for one in passed if one.change in ("digit", "money", "date")]
    assert len(invented) <= 2, invented
    assert any(line.startswith("false stopped") for line in table(judged))


def test_a_wrong_digit_anywhere_is_stopped(grounding: Grounding, near_verbatim: list[Statement]) -> None:
    """Every figure of every true near-verbatim statement, raised by one, in a figure that its minute has not."""
    checked = 0
    for one in near_verbatim:
        for match in re.finditer(r"(?<![\d.,/])\d{2,}(?![\d.,/])", one.text) if one.supported else ():
            wrong = str(int(match.group()) + 1)
            if re.search(rf"(?<!\d){wrong}(?!\d)", " ".join(minute.text for minute in one.minutes)):
                continue
            said = one.text[: match.start()] + wrong + one.text[match.end() :]
            checked += 1
            assert not any(grounding.check(said, minute).supported for minute in one.minutes), said
    assert checked >= 15
