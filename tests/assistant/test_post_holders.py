"""A post that is asked to have spoken stands for whoever holds it: the list names the post, the text the person."""

from __future__ import annotations

import pytest

from assistant.coverage import Term
from assistant.post_holders import asks_holder, holders_of, names_holder, speaks_in, with_holders
from assistant.terms import stems_in
from index_store.held import HeldAttendee, HeldMeeting
from index_store.models import Attendee, Span

MEETING = HeldMeeting(
    "board/2031-05-02", "board", "Board", None, "2031-05-02", None, None, None, None, False, "minutes", "minutes.txt"
)
LISTED = [
    ("Rhys Ash", "Medical Director", None, None),
    ("Pia Birch", "Deputy Medical Director (for Dr Ash)", None, None),
    ("Kit Dunn", None, "Independent Scrutineer", "KD"),
    ("Gil Elm", "Director of Finance and Digital", None, None),
    ("Ola Fern", "Chief Executive", None, None),
    *((name, "Non-Executive Director", None, None) for name in ("Una Gale", "Vic Hart", "Wyn Ives")),
]
ROLL = [
    HeldAttendee(MEETING, "1", Attendee(name, Span(0, 1), role=role, organisation=where, initials=short))
    for name, role, where, short in LISTED
]


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("what did the medical director say about the pool", ("ash",)),
        ("what did the deputy medical director say about the pool", ("birch",)),
        ("what did the independent scrutineer say about audits", ("KD", "dunn")),
        ("what did the finance director report on the deficit", ("elm",)),
        ("what did the chief executive say about the pool", ("fern",)),
        ("what did the non-executive director ask", ()),
        ("what did the director say about the pool", ()),
        ("what did the medical director decide about the pool", ()),
        ("what was said about the pool", ()),
    ],
)
def test_whoever_holds_the_post_is_known_by_the_list(asked: str, held: tuple[str, ...]) -> None:
    assert holders_of(asked, lambda: ROLL) == held


def test_the_name_stands_for_the_words_of_the_post_and_no_others() -> None:
    asked = "what did the medical director say about the pool"
    terms = [Term(word, stem, 1.0, {stem: 1.0}) for word in ("medical", "pool") for stem in stems_in(word)]
    medical, pool = with_holders(terms, asked, ("ash",))
    assert "ash" in medical.likes
    assert "ash" not in pool.likes


@pytest.mark.parametrize(
    ("minute", "speaks"),
    [
        ("Dr Ash replied that the pool would stay shut.", True),
        ("The Medical Director said that the pool would stay shut.", True),
        ("Ms Gale asked whether the pool would open.", False),
    ],
)
def test_a_minute_without_the_post_and_its_holder_does_not_tell_what_was_said(minute: str, speaks: bool) -> None:
    assert speaks_in(minute, "what did the medical director say about the pool", ("ash",)) is speaks


@pytest.mark.parametrize(
    ("asked", "post"),
    [
        ("who is the clerk", "clerk"),
        ("who's the current treasurer of the hall committee?", "treasurer"),
        ("who is the chief executive now", "chief executive"),
        ("who is the clerk going to write to", None),
        ("who did the clerk write to", None),
    ],
)
def test_it_is_asked_who_holds_a_post(asked: str, post: str | None) -> None:
    assert asks_holder(asked) == post


@pytest.mark.parametrize(
    ("post", "told", "named"),
    [
        ("clerk", "Cllr. O. Ash and the Clerk would look into the duty.", False),
        ("clerk", "The Clerk to write to Mr Ash about the drain.", False),
        ("clerk", "Mrs Jane Ash, Clerk’s December Salary", True),
        ("clerk", "The Clerk, Mrs J Ash, reported that the drain was clear.", True),
        ("chairman", "The Councillors resolved that Councillor Birch remain as Chair.", True),
        ("chair", "Chair – Keith Moss", True),
    ],
)
def test_a_name_beside_the_post_tells_who_holds_it(post: str, told: str, named: bool) -> None:
    assert names_holder(post, told) is named
