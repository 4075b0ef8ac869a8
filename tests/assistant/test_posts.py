"""Posts that are named like bodies, who was in the chair meeting by meeting, and who came without being a member."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.answer import Answer
from assistant.bodies import named_bodies
from assistant.pipeline import answer_question
from index_store.held import Body
from index_store.index import Index
from tests.assistant.small_index import index_over

BOARD = """Minutes of a meeting of the Fellside Together Executive held at the Moot Hall on Wednesday 2 September 2020.

PRESENT

- Ada Quill - Chief Executive, Fellside Borough Council (in the Chair)
- Ben Rusk - Chief Executive, Tarn District Council
- Cora Tye - Group Leader, Fellside Volunteers

Officers in Support:

- Dan Firth - Policy Officer, Fellside Borough Council

12. Welcome and Apologies

The Chair welcomed everyone. Apologies for absence were received from Lou Nash.

13. Winter Plan

Dan Firth introduced a report on the winter plan. It was AGREED that the plan be adopted.
"""
GROUP = """Minutes of a meeting of the Fellside Senior Officers' Group held at the Moot Hall on Wednesday 8 May 2019.

PRESENT

- Gwen Iles - Director of Housing, Fellside Borough Council - in the Chair
- Ben Rusk - Chief Executive, Tarn District Council
- Hal Joss - Area Manager, Fellside Police

Officers in Support:

- Isa Kerr - Data Officer, Fellside Borough Council

4. Welcome and Apologies

The Chair welcomed everyone. Apologies for absence were received from Max Orme.

5. Data Hub

Isa Kerr introduced a report on the data hub. It was AGREED that the report be noted.
"""


@pytest.fixture(scope="module")
def fell(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with index_over(tmp_path_factory.mktemp("fell"), {"board": BOARD, "group": GROUP}) as index:
        yield index


def ask(index: Index, asked: str) -> Answer:
    return answer_question(index, [asked], today=date(2022, 1, 1))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("which chief executives came in May 2019", []),
        ("were any non-executive directors there", []),
        ("which group leaders came", []),
        ("did the executive agree it", ["executive"]),
        ("what did the group say", ["group"]),
    ],
)
def test_a_post_is_no_body(text: str, named: list[str]) -> None:
    bodies = [
        Body(slug, name, None, (), 1, "2020-01-01", "2020-01-01")
        for slug, name in (("e", "Fellside Together Executive"), ("g", "Fellside Senior Officers' Group"))
    ]
    assert [one.words for one in named_bodies(text, bodies)] == named


def test_chief_executives_are_looked_for_in_the_meeting_of_any_body(fell: Index) -> None:
    answer = ask(fell, "which chief executives were at the May 2019 meeting")
    assert answer.status == "answered"
    assert "Ben Rusk" in answer.answer
    assert "Gwen Iles" not in answer.answer


def test_who_chaired_each_meeting_is_told_meeting_by_meeting(fell: Index) -> None:
    answer = ask(fell, "who chaired each meeting")
    assert answer.answer.startswith("In the chair at all 2 meetings held:")
    assert {(one.date, one.quote.split(" - ")[0].strip("- ")) for one in answer.citations} == {
        ("2019-05-08", "Gwen Iles"),
        ("2020-09-02", "Ada Quill"),
    }


@pytest.mark.parametrize(
    "asked", ["who was not a member but came in September 2020", "which non-members came in September 2020"]
)
def test_those_who_were_no_members_are_told_without_the_members(fell: Index, asked: str) -> None:
    answer = ask(fell, asked).answer
    assert "Dan Firth" in answer
    assert not {name for name in ("Ada Quill", "Ben Rusk", "Cora Tye") if name in answer}
    assert " members who came" not in answer.replace("non-members", "")
