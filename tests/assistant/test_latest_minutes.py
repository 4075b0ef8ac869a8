"""What the newest minutes tell: who is chairman, when the next meeting is; and what they leave out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.pipeline import answer_question
from index_store.held import Scope
from index_store.index import Index
from tests.assistant.small_index import index_over

HEAD = "Minutes of the meeting of {council} Parish Council held{on}\n\nPresent: Cllr {chair} (Chairman), Cllr Bob Birch"
ITEMS = (
    "\n\n1. Minutes\n\nThe minutes were agreed.\n\n2. Roads\n\nThe Clerk will report the pothole in Mill Lane.\n\n"
    "3. Any other business\n\n{last}\n"
)
CLOSE = (
    "It was with regret that the resignation of Cllr Cy Clay was received.\n\nNext meeting Tuesday, 6th July 2032\n\n"
    "The Chairman brought the meeting to a close at 8.20pm"
)


def _minutes(council: str, on: str, chair: str, last: str) -> str:
    return HEAD.format(council=council, on=on, chair=chair) + ITEMS.format(last=last)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    written = {
        "undated": _minutes("Marl", "", "Una Undine", "None."),
        "first": _minutes("Marl", " on 4 May 2032", "Ann Ash", CLOSE),
        "second": _minutes("Marl", " on 7 September 2032", "Eve Elm", "The bench was mended."),
        "oake": _minutes("Oake", " on 9 February 2031", "Fay Fern", "None."),
    }
    with index_over(tmp_path_factory.mktemp("latest"), written) as opened:
        yield opened


def ask(index: Index, asked: str) -> Answer:
    return answer_question(index, [asked], Scope(), date(2032, 10, 1))


@pytest.mark.parametrize(
    ("asked", "chair"),
    [
        ("who is the chairman of Marl", "Eve Elm"),
        ("who is the chairman of Marl parish council now", "Eve Elm"),
        ("who is the chair of Oake parish council", "Fay Fern"),
    ],
)
def test_the_chairman_is_whoever_the_newest_dated_minutes_name(index: Index, asked: str, chair: str) -> None:
    answer = ask(index, asked)
    assert answer.answer.startswith("In the chair at ")
    assert chair in answer.answer


def test_of_two_bodies_the_newest_dated_minutes_of_each_name_the_chairman(index: Index) -> None:
    answer = ask(index, "who is the chairman")
    assert "Eve Elm" in answer.answer
    assert "Fay Fern" in answer.answer
    assert {one.date for one in answer.citations} == {"2032-09-07", "2031-02-09"}


def test_minutes_that_name_no_next_meeting_do_not_tell_it_from_elsewhere(index: Index) -> None:
    answer = ask(index, "when is the next meeting of Marl parish council")
    assert (answer.status, answer.reason) == ("not_found", "fact_absent")
    assert answer.nearest[0].date == "2032-09-07"


def test_the_close_of_the_meeting_is_no_part_of_another_answer(index: Index) -> None:
    answer = ask(index, "who resigned from Marl parish council")
    assert "Cy Clay" in answer.answer
    assert "to a close" not in answer.answer
    assert "6th July" not in answer.answer


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("what did Oake decide in june 2032", "no minutes of Oake Parish Council for June 2032"),
        ("who came to the meeting on 3 march 2030", "no minutes of a meeting for 3 March 2030"),
    ],
)
def test_a_meeting_that_is_not_held_is_named_as_it_is_spelt(index: Index, asked: str, said: str) -> None:
    answer = ask(index, asked)
    assert (answer.status, said in answer.answer) == ("not_held", True)


def test_the_next_meeting_is_told_without_the_close_of_this_one(tmp_path: Path) -> None:
    text = HEAD.format(council="Holm", on=" on 4 May 2032", chair="Ann Ash") + (
        "\n\n1. Minutes\n\nThey were agreed.\n\n2. Roads\n\nNo report was made.\n\n3. Date of next meeting\n\n"
        "Monday 5 July 2032 at 6pm\n\nThe meeting closed at 7.30pm\n\nJoint project\n\nThe schools "
        "that take part are Oake School and Ashton School, which met in June to set the dates of the visits.\n"
    )
    with index_over(tmp_path, {"holm": text}) as holm:
        answer = ask(holm, "when is the next meeting")
    assert "Monday 5 July 2032 at 6pm" in answer.answer
    assert "closed" not in answer.answer
