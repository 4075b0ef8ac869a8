"""A language model as the writer, over real HTTP: what it says is shown only where the minutes bear it out."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from assistant.answer import Answer
from assistant.invariants import faults
from assistant.pipeline import answer_question
from assistant.settings import Settings
from index_store.held import Scope
from index_store.index import Index
from tests.assistant.answering_home import harrowmere as harrowmere
from tests.assistant.scripted_server import (
    Reply,
    Scripted,
    answer,
    evidence_of,
    in_pieces,
    messages_of,
    scripted,
)

ROOF = "how much will mending the bandstand roof cost"
DECIDED = "what was decided about the bandstand in March 2015?"
TRUE = "The roof of the bandstand would be mended at a cost of £4,200."
Script = Callable[[dict[str, Any]], Reply]


def ask(
    index: Index, server: Scripted, *turns: str, told: Callable[[Answer], None] | None = None, **settings: Any
) -> Answer:
    chosen = Settings(writer="openai:scripted", writer_url=server.url, **settings)
    return answer_question(index, turns, Scope(), date(2016, 2, 1), chosen, told)


def saying(*sentences: tuple[str, list[int]], answered: bool = True) -> Script:
    return lambda request: Reply(in_pieces(answer(*sentences, answered=answered)))


def copying(request: dict[str, Any]) -> Reply:
    """A writer that says what is most to the point, line by line."""
    lines = [(line, [number]) for number, told in evidence_of(request) for line in told.splitlines() if line.strip()]
    return Reply(in_pieces(answer(*lines)))


def test_a_sentence_that_the_minute_bears_out_is_shown_with_its_citation(harrowmere: Index) -> None:
    with scripted(saying(("The bandstand roof would cost £4,200 to mend.", [1]))) as server:
        found = ask(harrowmere, server, ROOF)
    assert (found.status, found.writer) == ("answered", "openai:scripted")
    assert found.answer == "The bandstand roof would cost £4,200 to mend. [1]"
    (citation,) = found.citations
    assert (citation.date, citation.minute) == ("2015-03-03", "43")
    assert "£4,200" in (citation.quote or "")
    assert faults(found, harrowmere.catalogue) == []


@pytest.mark.parametrize(
    "said",
    [
        "The bandstand roof would cost £4,300 to mend.",
        "The bandstand roof would cost £4,200 to mend and was paid by the Lottery.",
        "The mending of the bandstand roof was refused.",
        "The moon is made of cheese, said the Clerk.",
        "Yes.",
        "Would you like to know more about the bandstand?",
        "how much will mending the bandstand roof cost",
        "Bandstand roof - what was decided",
    ],
)
def test_what_the_minute_does_not_bear_out_is_asked_for_once_more_and_left_out(harrowmere: Index, said: str) -> None:
    with scripted(saying((said, [1]))) as server:
        found = ask(harrowmere, server, ROOF)
    assert found.writer == "quote"
    assert said not in found.answer
    assert "£4,200" in found.answer
    assert any("Nothing that the language model" in note for note in found.notes)
    assert len(server.asked) == 2
    assert said in messages_of(server.asked[1])
    assert "Reason:" in messages_of(server.asked[1])


def test_a_sentence_mended_takes_its_place(harrowmere: Index) -> None:
    def script(request: dict[str, Any]) -> Reply:
        if len(request["messages"]) > 2:
            return Reply([answer(("The bandstand roof would cost £4,200 to mend.", [1]))])
        first = "The bandstand roof would cost £4,900 to mend."
        return Reply([answer((first, [1]), ("It was RESOLVED that the roof of the bandstand be mended.", [1]))])

    with scripted(script) as server:
        found = ask(harrowmere, server, ROOF)
    assert found.writer == "openai:scripted"
    assert re.sub(r" \[\d\]", "", found.answer) == (
        "The bandstand roof would cost £4,200 to mend. It was RESOLVED that the roof of the bandstand be mended."
    )


def test_unknown_numbers_are_dropped_and_a_sentence_without_any_is_not_shown(harrowmere: Index) -> None:
    told = "The bandstand roof would cost £4,200 to mend."
    with scripted(saying((told, [1, 77]), (told + " ", [88]))) as server:
        found = ask(harrowmere, server, ROOF)
    assert found.answer == f"{told} [1]"
    with scripted(saying((told, []))) as server:
        assert ask(harrowmere, server, ROOF).writer == "quote"


def test_true_and_false_in_one_sentence_object_are_told_apart(harrowmere: Index) -> None:
    both = "The bandstand roof would cost £4,200 to mend. The Lottery paid for all of it [3]."
    with scripted(saying((both, [1]))) as server:
        found = ask(harrowmere, server, ROOF)
    assert found.answer == "The bandstand roof would cost £4,200 to mend. [1]"


def test_the_user_sees_each_sentence_once_it_is_checked_and_never_before(harrowmere: Index) -> None:
    seen: list[str] = []
    states: list[int] = []
    said = answer(
        ("The bandstand roof would cost £4,200 to mend.", [1]),
        ("The mending of the roof was refused by the Council.", [1]),
        ("It was RESOLVED that the roof of the bandstand be mended.", [1]),
    )

    def script(request: dict[str, Any]) -> Reply:
        def pieces() -> Any:
            for piece in in_pieces(said):
                states.append(len(seen))
                yield piece

        return Reply(pieces() if len(request["messages"]) == 2 else [answer(answered=False)])

    with scripted(script) as server:
        found = ask(harrowmere, server, ROOF, told=lambda one: seen.append(one.answer))
    assert len(seen) == 2
    assert all("refused" not in one for one in seen)
    assert found.answer.startswith(seen[0].split(" [")[0])


def test_a_decision_is_all_its_clauses_whoever_writes(harrowmere: Index) -> None:
    with scripted(saying(("It was resolved that the roof of the bandstand be mended.", [1]))) as server:
        found = ask(harrowmere, server, DECIDED)
    assert found.writer == "openai:scripted"
    assert "It was resolved that the roof of the bandstand be mended." in found.answer
    assert "“(ii) that the Clerk report back" in found.answer
    assert faults(found, harrowmere.catalogue) == []


def test_not_in_the_minutes_is_not_for_the_model_to_decide(harrowmere: Index) -> None:
    with scripted(saying(answered=False)) as server:
        found = ask(harrowmere, server, ROOF)
    assert (found.status, found.writer) == ("answered", "quote")
    assert any("found no answer" in note for note in found.notes)


@pytest.mark.parametrize(
    "question",
    [
        "who chaired on 5 May 2015",
        "what did the town council say about the channel tunnel rail link",
        "what was minute 43 about?",
        "what was decided on 7 April 2015",
    ],
)
def test_registers_and_declines_never_reach_the_model(harrowmere: Index, question: str) -> None:
    with scripted(saying(("Anything at all was said here.", [1]))) as server:
        found = ask(harrowmere, server, question)
    assert server.asked == []
    assert found.writer == "quote"
    assert found.usage is None


def test_the_model_is_given_numbered_minutes_with_body_date_number_and_outcome(harrowmere: Index) -> None:
    with scripted(copying) as server:
        ask(harrowmere, server, DECIDED)
    request = server.asked[0]
    told = request["messages"][1]["content"]
    assert re.search(r"^\[1\] Harrowmere Town Council, 3 March 2015, minute 43 .*Outcome: decided", told, re.MULTILINE)
    assert "tools" not in request
    assert request["response_format"]["json_schema"]["strict"] is True
    assert DECIDED in told


def test_tokens_are_counted_over_all_requests(harrowmere: Index) -> None:
    with scripted(saying(("The roof was made of gold leaf and marble.", [1]))) as server:
        found = ask(harrowmere, server, ROOF)
    assert found.usage is not None
    assert (found.usage.requests, found.usage.taken, found.usage.given) == (2, 200, 40)
    assert found.to_json()["usage"]["taken"] == 200


def test_earlier_turns_are_not_written_again(harrowmere: Index) -> None:
    with scripted(copying) as server:
        ask(harrowmere, server, "what was decided about the skate park?", ROOF)
    assert len(server.asked) == 1


def test_a_true_sentence_beside_the_point_does_not_take_the_place_of_the_answer(harrowmere: Index) -> None:
    with scripted(saying(("It was RESOLVED that the Clerk report back to the next meeting.", [1]))) as server:
        found = ask(harrowmere, server, ROOF)
    assert (found.writer, "£4,200" in found.answer) == ("quote", True)
    assert any("leaves out what is asked" in note for note in found.notes)
