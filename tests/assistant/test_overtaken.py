"""A decision that did not come about is never quoted without the later minute that says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.pipeline import answer_question
from index_store.index import Index
from tests.assistant.small_index import index_over

FIRST = """# Marl Moor Park Authority

Minutes of the meeting of the Marl Moor Park Authority held on Tuesday 6 May 2031

Present: Ann Other (Chair), Bob Birch, Cy Dunn

## 21/31 Traffic order – Hob Lane

The Director reported on the consultation, to which 90 people had replied.

RESOLVED – That an order against motor vehicles on Hob Lane be made, to come into force on 1 August 2031.

## 22/31 Visitor centre shop

RESOLVED – That the shop open at weekends from 1 July 2031.
"""
SECOND = """# Marl Moor Park Authority

Minutes of the meeting of the Marl Moor Park Authority held on Tuesday 1 July 2031

Present: Ann Other (Chair), Bob Birch, Cy Dunn

## 31/31 Hob Lane

The Director reported that a claim had been brought against the order and that it would not now come into force on
1 August 2031.

RESOLVED – That the claim be defended.

## 32/31 Visitor centre shop

The Director reported that the kettle had not been installed.

## 33/31 Proposal to join a shared laboratory network

Mr Ash presented an outline business case for joining the Three Dales Laboratory Network. The case showed a saving of
£0.6m a year from 2034 but the loss of the laboratory on the site. Forty-one staff would be affected.

Ms Elm asked why the option of a partial transfer had been discounted. Professor Fern was concerned that the times had
not been modelled. A letter from the staff committee opposing the transfer had been circulated.

After a lengthy discussion the Authority did NOT APPROVE the outline business case in its present form and asked that
it be resubmitted with a partial option.

ACTION: Revised outline business case for the laboratory CD
"""


@pytest.fixture(scope="module")
def moor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with index_over(tmp_path_factory.mktemp("moor"), {"may": FIRST, "july": SECOND}) as index:
        yield index


@pytest.mark.parametrize(
    ("asked", "since"),
    [
        ("what was resolved on 6 May 2031 about an order for Hob Lane", True),
        ("what was resolved on the weekends of the visitor centre shop", False),
    ],
)
def test_what_did_not_come_about_is_told(moor: Index, asked: str, since: bool) -> None:
    answer = answer_question(moor, [asked], today=date(2031, 12, 1))
    assert answer.status == "answered"
    assert ("Since then, Marl Moor Park Authority, 1 July 2031" in answer.answer) is since
    assert ("would not now come into force" in answer.answer) is since


@pytest.mark.parametrize(
    "asked", ["what became of the laboratory business case", "what became of the laboratory network proposal"]
)
def test_what_became_of_a_matter_is_what_was_decided_and_not_what_is_to_do(moor: Index, asked: str) -> None:
    answer = answer_question(moor, [asked], today=date(2031, 12, 1))
    assert "did NOT APPROVE the outline business case" in answer.answer
