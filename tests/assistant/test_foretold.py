"""What is asked as done and is only to be done; quotations, which are sums."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.answer import Answer
from assistant.foretold import only_foretold
from assistant.pipeline import answer_question
from index_store.index import Index
from tests.assistant.small_index import index_over

COUNCIL = """# Ottermere Town Council

## Minutes of the meeting held on 3 December 2024 in the Town Hall

Present: Cllr Ida Marlow (Chair), Cllr Piet Stroud, Cllr Nan Oakley

## 61. Questions from the public

Mr Tal Reeve asked when the zip wire would be mended. He was told that it was on the agenda.

## 62. Estimates

A precept of £225,150 would put £4.86 a year on a band D house. The precept would be set at the meeting in January and
nothing was decided tonight.

## 63. Recreation ground

The zip wire was the only high risk of the inspection, for its anchor had moved. It had been chained on the day.

Three quotations had been asked for to replace the cable and the anchor: Leap Ltd £8,450, Marden Play £9,120 and a
third of £11,600 from Tallis Timber. RESOLVED that that of Marden Play be accepted.
"""


@pytest.fixture(scope="module")
def ottermere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with index_over(tmp_path_factory.mktemp("ottermere"), {"december": COUNCIL}) as index:
        yield index


def ask(index: Index, asked: str) -> Answer:
    return answer_question(index, [asked], today=date(2025, 1, 1))


def test_a_precept_still_to_be_set_is_not_told_as_set(ottermere: Index) -> None:
    answer = ask(ottermere, "What precept did the council set in December 2024?")
    assert (answer.status, answer.reason) == ("not_found", "fact_absent")
    assert "£225,150" in ask(ottermere, "what would the precept be for 2025/26").answer


@pytest.mark.parametrize("asked", ["list the quotations for the zip wire", "list the quotes for the zip wire anchor"])
def test_quotations_are_told_with_their_sums(ottermere: Index, asked: str) -> None:
    answer = ask(ottermere, asked)
    assert all(price in answer.answer for price in ("£8,450", "£9,120", "£11,600"))


@pytest.mark.parametrize(
    ("asked", "told", "to_come"),
    [
        ("who was appointed as contractor", "A contractor would be appointed in May.", True),
        ("who was appointed as contractor", "RESOLVED that Ash Ltd be appointed.", False),
        ("who did they choose", "The winner will then be chosen by lot.", True),
        ("which firm was awarded the contract", "It was awarded to Ash. The next would be awarded in June.", False),
        ("when was the overflow put in at the mill", "It is proposed to seek funds for the installation of one.", True),
        ("when were the lights installed", "The lights were installed in May. More would be installed later.", False),
        ("when did they say the wall would be repaired", "It is proposed to repair the wall in June.", False),
        ("when was the wall repaired", "Members asked for a date. The clerk reported in May 2024.", False),
        ("when will the precept be set", "The precept would be set in January.", False),
        ("what was said about the precept", "The precept would be set in January.", False),
    ],
)
def test_only_what_is_asked_as_done_is_held_to_have_been_done(asked: str, told: str, to_come: bool) -> None:
    assert only_foretold(asked, told) is to_come
