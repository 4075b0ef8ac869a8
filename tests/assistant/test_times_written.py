"""The time asked about as minutes write it, and amounts that belong to another matter of the same minute."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.codes import codes_in
from assistant.dates import read_dates
from assistant.kinds import kind_of
from assistant.pipeline import answer_question
from assistant.sorts import holds
from assistant.times_written import times_written
from assistant.wants import wants_of
from index_store.index import Index, open_index
from index_store.indexer import add

TODAY = date(2025, 6, 1)

AUTUMN = """# Hartsmoor County Council

## Minutes of the Cabinet held on 9 October 2023 at County Hall

Present: Cllr Vera Stott (Chair), Cllr Owen Blythe

11. Highways

The Head of Highways said that potholes on the Brackley Road would be mended by the end of the month.

12. Updates by Members of the Cabinet

(a) Cllr Blythe said that a new two-year contract for shoes and textiles had been signed with Weft Recycling, a firm of
Marlby, which would keep all of it out of the ground and had worked with schools and clubs before.

(b) Cllr Blythe reminded Members that the survey of verges would open on 16 October and run for eight weeks.

(c) Cllr Stott said that the enterprise fund had lent £2.4 million to small firms since July, which was a record for
the fund and had helped to open eleven shops in the market towns of the county.
"""
SUMMER = """# Hartsmoor County Council

## Minutes of the Cabinet held on 4 July 2024 at County Hall

Present: Cllr Vera Stott (Chair), Cllr Owen Blythe

30. Minutes

The minutes of the meeting held on 6 June 2024 were agreed and signed.

31. Highway repairs

The Head of Highways said that 38,912 potholes had been mended in 2023/24, against 29,407 the year before.
"""


@pytest.fixture(scope="module")
def cabinet(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder: Path = tmp_path_factory.mktemp("cabinet")
    (folder / "2023-10-09.md").write_text(AUTUMN, encoding="utf-8")
    (folder / "2024-07-04.md").write_text(SUMMER, encoding="utf-8")
    home = folder / "home"
    assert all(outcome.state != "failed" for outcome in add([folder / "2023-10-09.md", folder / "2024-07-04.md"], home))
    return open_index(home)


def ask(index: Index, question: str) -> Answer:
    return answer_question(index, (question,), today=TODAY)


def test_a_minute_that_writes_the_year_goes_before_one_that_was_held_in_it(cabinet: Index) -> None:
    answer = ask(cabinet, "potholes mended in 2023/24")
    assert answer.citations[0].date == "2024-07-04"
    assert "38,912 potholes" in answer.answer


def test_no_amount_of_another_matter_is_quoted_for_this_one(cabinet: Index) -> None:
    answer = ask(cabinet, "how much are we paying Weft Recycling for the textiles contract")
    assert answer.status == "not_found"
    assert "2.4" not in answer.answer


@pytest.mark.parametrize(
    ("asked", "written", "other"),
    [
        ("spent in 2024", "In 2024 it was £3", "in 2023/24, £2,024 and 12/2024-7"),
        ("potholes in 2023/24", "the year 2023-24", "in 2023 or 2024/25"),
    ],
)
def test_years_as_they_are_written(asked: str, written: str, other: str) -> None:
    pattern = times_written(read_dates(asked, TODAY))
    assert pattern is not None
    assert pattern.search(written)
    assert not pattern.search(other)


def test_a_month_is_that_of_the_meeting_and_not_of_one_that_looks_back_to_it() -> None:
    assert times_written(read_dates("what was agreed in October 2021", TODAY)) is None
    assert times_written(read_dates("what was agreed in 2021", TODAY), "decision") is None


def test_an_open_stretch_of_time_is_written_nowhere() -> None:
    assert times_written(read_dates("what was agreed since 2020", TODAY)) is None


def test_the_hour_is_no_pence() -> None:
    assert not holds("money", "The board was in recess from 8:39 p.m. to 8:49 p.m.")
    assert holds("money", "A bag costs 39p.")


def test_roads_are_known_by_their_numbers() -> None:
    assert codes_in("when do the works on the A249 end") == ("A249",)
    assert codes_in("a plan on A4 of the A 249") == ()


@pytest.mark.parametrize(
    "question", ["bandstand: from collapse to rebuilding", "what happened from scrutiny to council"]
)
def test_from_one_thing_to_another_is_a_story(question: str) -> None:
    assert kind_of(question) == "timeline"


def test_from_one_day_to_another_is_none() -> None:
    assert kind_of("road closed, from 3 May to 9 June") != "timeline"


def test_what_is_charged_is_money_and_which_meeting_is_a_date() -> None:
    assert wants_of("what is Weft charging for the sign") == {"money"}
    assert "date" in wants_of("which cabinet meeting will look at it again")
