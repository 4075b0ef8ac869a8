"""Words printed so close together that one seems to end or go on where it does not."""

from __future__ import annotations

from index_store.models import SourceText
from index_store.parser import parse
from index_store.parser.runs import read_run


def test_the_last_of_the_councillors_is_not_one_with_whoever_is_named_right_behind() -> None:
    line = "T Ashe (Chair) B Birch, C Clay and D Dunne Edwin Elder, ULC and Clerk F Frost"
    people = [one for _, _, entries in read_run(line, "Councillor") for one in entries]
    assert [(one.person.title, one.person.name, one.role or one.organisation) for one in people] == [
        ("Councillor", "T Ashe", None),
        ("Councillor", "B Birch", None),
        ("Councillor", "C Clay", None),
        ("Councillor", "D Dunne", None),
        (None, "Edwin Elder", "ULC"),
        (None, "F Frost", "Clerk"),
    ]


def test_a_dotted_abbreviation_ends_no_title() -> None:
    text = (
        "Ulwick Parish Council - 5th March 2030\n\nPresent\nCouncillors T Ashe (Chair), B Birch and C Clay\n\n"
        "**30.03.1 Apologies**\nThere were none.\n\n**30.03.2 Adoption of R.N.L. Bench**\n"
        "Mrs Stone spoke about the bench. The Councillors resolved to adopt it.\n\n"
        "**30.03.3 Draft Plan**\nThe plan was noted.\n"
    )
    (meeting,) = parse(SourceText(text, "ulwick.md")).meetings
    assert [item.title for item in meeting.items] == ["Apologies", "Adoption of R.N.L. Bench", "Draft Plan"]
