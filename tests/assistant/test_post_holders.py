"""A post that is asked to have spoken stands for whoever holds it: the list names the post, the text the person."""

from __future__ import annotations

import pytest

from assistant.coverage import Term
from assistant.post_holders import holders_of, speaks_in, with_holders
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
