"""Motions with what became of them, who moved and seconded, and matters known by a code."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.codes import codes_in, has_code
from assistant.motions import outcome_of
from assistant.pipeline import answer_question
from index_store.embedder import Embedder
from index_store.index import Index, open_index
from index_store.indexer import add, find_files
from tests.assistant.sample_index import marl as marl

MARCH = """BARROWDALE SCHOOL BOARD
Minutes of the meeting held on Tuesday 14 March 2023 at 6.30pm in the Board Room

Present: Nora Whitlock (Chair), Sam Ibbotson, Petra Lund, Colin Marsh

1. Vacancy in area 7
The Superintendent said that other boards had made a provisional appointment.
It was moved by Ms Lund, seconded by Mr Ibbotson, that the vacancy be filled by provisional
appointment. MOTION FAILED 2-2.
It was moved by Mr Marsh, seconded by Mrs Whitlock, that the vacancy be filled by special
election. MOTION CARRIED 3-1.

2. Contract for the orchard classroom
A motion was made by Mr Ibbotson, seconded by Ms Lund, that the contract for Bid 24010 be awarded to
Tarn Builders for £58,000.
Roll call vote:
Aye: Ibbotson, Lund, Whitlock
No: None
Abstained: Marsh
Motion carried 3-0.

3. Sufficiency of textbooks
The Chair opened a public hearing, and nobody spoke.
The Board adopted Resolution No. 4038, that every pupil has enough textbooks.

4. Minutes of the last meeting
The minutes of 14 February 2023 were moved as correct by Ms Lund.

5. Office of record
The Board passed the following resolution:
RESOLVED that the office of record be that of Proudfoot and Dale, 4 Quay Street.

6. Parents' forum
The Chair explained that the forum meets three times a year, and that nominations had closed at the end of February.
Nobody had asked for a ballot, and the number of nominations was the number of places, as the Clerk had checked.
The following were declared elected to the parents' forum:
Ada Quill
Ben Rusk
Cora Tye
"""


@pytest.fixture(scope="module")
def barrowdale(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    base = tmp_path_factory.mktemp("barrowdale")
    (base / "march.txt").write_text(MARCH, encoding="utf-8")
    embedder = Embedder()
    assert [one.state for one in add(find_files([base / "march.txt"]), base / "home", embedder)] == ["added"]
    index = open_index(base / "home", embedder)
    yield index
    index.close()


def told(index: Index, question: str) -> str:
    answer = answer_question(index, (question,), today=date(2024, 1, 1))
    assert answer.status == "answered", answer.answer
    return answer.answer


def reason(index: Index, question: str) -> str | None:
    answer = answer_question(index, (question,), today=date(2024, 1, 1))
    assert answer.status != "answered", answer.answer
    return answer.reason


def test_of_two_motions_the_one_asked_about_is_told_with_its_vote(barrowdale: Index) -> None:
    provisional = told(barrowdale, "how did the vote go on filling area 7 by provisional appointment")
    assert "FAILED 2-2" in provisional
    assert "special election" not in provisional
    special = told(barrowdale, "how did the vote go on filling area 7 by special election")
    assert "CARRIED 3-1" in special
    assert "FAILED" not in special


def test_no_motion_is_quoted_without_what_became_of_it(barrowdale: Index) -> None:
    answer = told(barrowdale, "why did the board make a provisional appointment to area 7?")
    assert answer.count("be filled by provisional appointment") == answer.count("MOTION FAILED 2-2")


def test_a_roll_call_goes_with_its_motion(barrowdale: Index) -> None:
    answer = told(barrowdale, "who abstained on the orchard classroom contract")
    assert "Abstained: Marsh" in answer
    assert "Tarn Builders" in answer


def test_a_seconder_who_is_not_named_is_not_made_up(barrowdale: Index) -> None:
    assert reason(barrowdale, "who seconded the minutes of the last meeting") == "fact_absent"
    assert "Ms Lund" in told(barrowdale, "who moved the minutes of the last meeting")


def test_what_a_sentence_leads_in_is_quoted_with_it(barrowdale: Index) -> None:
    assert "Proudfoot and Dale" in told(barrowdale, "which resolution was passed about the office of record")


def test_a_resolution_is_found_by_its_number_in_the_text(barrowdale: Index) -> None:
    assert "textbooks" in told(barrowdale, "resolution 4038")
    assert reason(barrowdale, "what does resolution 4039 say") in ("topic_absent", "no_such_minute")
    assert reason(barrowdale, "who won bid 24011") == "topic_absent"
    assert "Tarn Builders" in told(barrowdale, "who won bid 24010")


def test_an_application_is_followed_by_its_number_and_no_other(marl: Index) -> None:
    answer = told(marl, "what was decided on 22/01902/FUL")
    assert "objection to the inspector" in answer
    assert "dismissed on 18th January 2024" in answer
    assert "solar panels" not in answer
    assert "to support the application" not in answer  # of 24/00045/FUL, the next in the same list


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("what about 22/01902/FUL", ("22/01902/FUL",)),
        ("by-law 2024-58 and case 23CV008919", ("2024-58", "23CV008919")),
        ("the policy 2023-24", ()),
        ("in 2022/23, on 12/03/2014, for £12,000, at 20mph", ()),
        ("minute 23/045", ("23/045",)),
    ],
)
def test_codes_are_no_years_dates_or_measures(text: str, codes: tuple[str, ...]) -> None:
    assert codes_in(text) == codes
    assert codes_in(text, codes) == ()


def test_a_code_stands_by_itself() -> None:
    assert has_code("Resolution No. 4038.", "4038")
    assert not has_code("Resolution 40381", "4038")
    assert not has_code("paid on 2024-02-15", "2024-02")


def test_a_list_of_short_lines_goes_with_the_words_that_lead_it_in(barrowdale: Index) -> None:
    answer = told(barrowdale, "who was declared elected to the parents' forum")
    assert all(name in answer for name in ("Ada Quill", "Ben Rusk", "Cora Tye"))


def test_an_outcome_far_behind_its_motion_is_still_told(marl: Index) -> None:
    answer = told(marl, "so how many free bags of rubble do we get each month")
    assert "Amendment lost." in answer
    assert "Motion carried" not in answer  # of the next motion


@pytest.mark.parametrize(
    ("sentences", "told"),
    [
        (["Mr A moved that the gate be shut.", "Mrs B spoke.", "The motion was lost."], {1, 2}),
        (["Mr A moved that the gate be shut.", "Mr C moved that it be open.", "The motion was carried."], set()),
        (["It was moved to shut the gate and carried by 4 votes to 2."], set()),
        (["Mr A moved that the gate be shut.", *["A speech."] * 5, "Motion failed 3-4."], {6}),
        (["The gate was painted.", "The works were carried out."], set()),
        (["Moved by A. Hale", "Motion to add a part:", "f) a gate", "Yeas | Nays |", "Motion Failed (1 to 3)"], {4}),
        (["Moved by A. Hale", "that a gate be bought", "Moved by B. Orr", "Motion Passed"], set()),
        (
            ["Moved by A. Hale", "THAT a gate be bought", "Moved by B. Orr", "THAT the motion be tabled", "CARRIED"],
            {2, 3, 4},
        ),
    ],
)
def test_an_outcome_belongs_to_the_motion_before_it(sentences: list[str], told: set[int]) -> None:
    assert outcome_of(sentences, 0) == told


def test_an_outcome_belongs_to_every_part_of_its_motion() -> None:
    sentences = [
        "Moved by A. Hale",
        "Motion to add:",
        "f) a gate be bought",
        *["A. Hale | B. Orr |"] * 15,
        "Motion Failed (1 to 3)",
    ]
    assert outcome_of(sentences, 2) == {18}
    assert (
        outcome_of(["Motion to add:", "e) a hedge", "Motion Passed", "f) a gate be bought", "Motion Failed"], 3)
        == set()
    )


def test_the_text_of_a_lost_amendment_is_told_as_lost() -> None:
    sentences = [
        "23) Mr Lowe proposed and Mrs Tuck seconded the following amendment to the motion set out in paragraph 15:",
        "That the Council:",
        "(4) Recommend that elections happen as planned",
        "24) The Chairman put the amendment set out in paragraph 23 to the vote and the voting was as follows:",
        "For (1)",
        "Mr Lowe",
        "Against (2)",
        "Mrs Hay, Mr Orr",
        "Amendment lost.",
        "25) RESOLVED that the Council:",
        "(1) Endorses the joint work",
    ]
    assert outcome_of(sentences, 2) == {8}
    assert outcome_of(sentences, 10) == set()
