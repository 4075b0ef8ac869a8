"""Turns of a conversation: links find their own turn's citations, and two homes never mix."""

from __future__ import annotations

from assistant.answer import Answer
from assistant.web.conversation import Conversation, Turn
from tests.assistant.web.records import SPENT, SWINGS, citation

NEAR = citation(None, "The swings")
FIRST = Turn("one", Answer("one", "answered", "fact", "x [1]", citations=(SWINGS,)))
SECOND = Turn("two", Answer("two", "not_found", "fact", "no", nearest=(NEAR,)))
THIRD = Turn("three", Answer("three", "answered", "fact", "y [2]", citations=(SPENT,)), "Limited to Parks")
TALK = Conversation("home").with_turn(FIRST).with_turn(SECOND).with_turn(THIRD)


def test_a_link_finds_the_citation_of_its_own_turn() -> None:
    assert TALK.cited("1.1") == (SWINGS, (SWINGS,))
    assert TALK.cited("3.2") == (SPENT, (SPENT,))


def test_a_nearest_minute_comes_without_citations() -> None:
    assert TALK.cited("2.n1") == (NEAR, ())


def test_a_link_to_nothing_finds_nothing() -> None:
    assert [TALK.cited(key) for key in ("", "held", "0.1", "4.1", "1.2", "2.n2", "2.n", "x.1")] == [None] * 8


def test_messages_alternate_and_number_their_turns() -> None:
    messages = TALK.messages()
    assert [message["role"] for message in messages] == ["user", "assistant"] * 3
    assert "#cite-3.2" in messages[5]["content"]
    assert "Limited to Parks" in messages[5]["content"]


def test_earlier_questions_are_kept_in_order() -> None:
    assert TALK.questions() == ["one", "two", "three"]


def test_a_conversation_does_not_go_on_over_other_minutes_and_says_so() -> None:
    assert TALK.over("home") is TALK
    other = TALK.over("another")
    assert (other.home, other.turns) == ("another", ())
    assert "Your own minutes are here now" in other.messages()[0]["content"]


def test_a_conversation_that_has_not_begun_is_over_any_minutes() -> None:
    assert Conversation().over("home") == Conversation()
