"""Reports and motions of a city council, asked for by the numbers that they bear."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.answer import Answer
from assistant.numbers import codes_of_minutes, folded_number
from assistant.pipeline import answer_question
from index_store.held import Scope
from index_store.index import Index
from tests.assistant.small_index import index_over
from tests.index_store.bench_parse import GOLDEN

DAY = date(2031, 7, 1)


@pytest.fixture(scope="module")
def larchmere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    text = (GOLDEN / "city_council_motions.md").read_text(encoding="utf-8")
    with index_over(tmp_path_factory.mktemp("larchmere"), {"larchmere": text}) as index:
        yield index


def ask(index: Index, question: str) -> Answer:
    return answer_question(index, [question], Scope(), DAY)


def test_a_report_is_found_by_its_number_where_it_was_dealt_with(larchmere: Index) -> None:
    answer = ask(larchmere, "What was PRK-2031.4 about?")
    assert {one.minute for one in answer.citations} == {"PRK-2031.4"}
    assert "copper was beyond repair" in answer.answer


def test_a_number_printed_with_a_blank_is_found_without_it(larchmere: Index) -> None:
    answer = ask(larchmere, "What was C.2031.7 about?")
    assert {one.minute for one in answer.citations} == {"C.2031. 7"}


def test_a_report_that_is_not_held_is_said_not_to_be(larchmere: Index) -> None:
    assert ask(larchmere, "What was PRK-2031.44 about?").status == "not_held"


def test_a_motion_under_a_report_is_found_by_its_own_number(larchmere: Index) -> None:
    answer = ask(larchmere, "What was motion 6 on 2 June 2031?")
    assert [one.minute for one in answer.citations] == ["PRK-2031.4"]
    assert "replaced by “cedar”" in answer.answer
    assert "DEFEATED" in answer.answer
    assert "renewed in copper" not in answer.answer


def test_a_motion_of_its_own_is_told_in_its_own_words(larchmere: Index) -> None:
    answer = ask(larchmere, "What was motion 4 on 2 June 2031?")
    assert [one.minute for one in answer.citations] == ["4"]
    assert "twelve row houses" not in answer.answer
    assert "be received" in answer.answer


def test_codes_with_a_stop_before_the_count_are_numbers_of_minutes() -> None:
    held = {folded_number(one): one for one in ("C.ULW-2031. 3", "PRK-2031.4")}
    assert [one.number for one in codes_of_minutes("what was c.ulw-2031.3", held)] == ["C.ULW-2031. 3"]
    assert codes_of_minutes("it cost 2031.50 in 2031.", held) == ()
