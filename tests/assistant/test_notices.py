"""A county council's motions and questions by notice, its recorded votes, and the lettered matters of one minute."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.answer import Answer
from assistant.pipeline import answer_question
from index_store.held import Scope
from index_store.index import Index
from tests.assistant.small_index import index_over
from tests.index_store.test_declared_votes import HEAD, PUT, VOTE

MORE = """7.

Question submitted by Councillor D. Dove

**I will ask how many kiosks stand on the pier.**

**REPLY:**

On the pier there are ice cream (6 kiosks), bait (2 kiosks) and tickets (1 kiosk).

8.

Lettings

(a)

Circulated, a paper on the letting of the boathouse at Drumboy.

Proposed by Councillor Elm;

Seconded by Councillor Fern;

And Resolved:

“That the boathouse be let to the Drumboy Rowers for €400 a year.”

(b)

Circulated, a paper on the letting of the kiln at Kilmona.

It was agreed to put this matter off to the May meeting.

(c)

Circulated, a paper on the letting of the lock house at Slane.

Proposed by Councillor Elm;

Seconded by Councillor Fern;

And Resolved:

“That the lock house be let to Nora Teal for €900 a year.”
"""


@pytest.fixture(scope="module")
def westmarch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with index_over(tmp_path_factory.mktemp("westmarch"), {"march": HEAD + VOTE + PUT + MORE}) as index:
        yield index


def ask(index: Index, asked: str) -> Answer:
    return answer_question(index, [asked], Scope(), date(2019, 6, 1))


def minutes(answer: Answer) -> set[str | None]:
    return {one.minute for one in answer.citations}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("which motions did Councillor Ivey put", set()),
        ("what questions did Councillor Hill ask", {"5"}),
        ("list the questions of 4 March 2019", {"5", "7"}),
        ("how many questions were asked on 4 March 2019", {"5", "7"}),
        ("did Councillor Dove put any questions", {"7"}),
    ],
)
def test_motions_and_questions_are_told_by_who_gave_notice(westmarch: Index, asked: str, told: set[str]) -> None:
    answer = ask(westmarch, asked)
    if told:
        assert minutes(answer) == told
    else:
        assert "by notice" not in answer.answer


def test_who_voted_is_told_with_what_the_vote_was_on(westmarch: Index) -> None:
    answer = ask(westmarch, "who abstained on the windfarm")
    assert minutes(answer) == {"1"}
    assert "Hill (B), Ivey. (2)" in answer.answer
    assert "defer the windfarm for a year lost" in answer.answer


@pytest.mark.parametrize(
    ("asked", "told", "other"),
    [
        ("was the letting of the kiln at Kilmona approved", "put this matter off to the May meeting", "Nora Teal"),
        ("what was decided about the lock house at Slane", "Nora Teal for €900", "Rowers"),
    ],
)
def test_a_lettered_matter_is_decided_by_its_own_words(westmarch: Index, asked: str, told: str, other: str) -> None:
    answer = ask(westmarch, asked)
    assert told in answer.answer
    assert other not in answer.answer


def test_a_number_in_brackets_counts_what_stands_behind_it(westmarch: Index) -> None:
    assert "bait (2 kiosks)" in ask(westmarch, "how many bait kiosks are there on the pier").answer
