from __future__ import annotations

import pytest

from index_store.models import MappedText, MinuteItem, Span
from index_store.parser.attendance import read_attendance
from index_store.parser.runs import read_run


def said(line: str) -> list[tuple[str, str | None]]:
    """Each name in a line with the role, or "in the chair"."""
    people = [one for _, _, entries in read_run(line) for one in entries]
    return [(one.person.name, "in the chair" if one.status == "chair" else one.role) for one in people]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        (
            "Chair: Mr A Ash: Secretary: Ms B C Birch: Treasurer: Mr D Dunn: Vice Chair: Mrs E Elm",
            [
                ("A Ash", "in the chair"),
                ("B C Birch", "Secretary"),
                ("D Dunn", "Treasurer"),
                ("E Elm", "Vice Chair"),
            ],
        ),
        (
            "Mr A Ash: Secretary: Ms B Birch, Treasurer: Mr D Dunn. Mrs E Elm , Mr F Fern",
            [("A Ash", None), ("B Birch", "Secretary"), ("D Dunn", "Treasurer"), ("E Elm", None), ("F Fern", None)],
        ),
        (
            "Secretary: Ms B Birch in Chair : Treasurer: Mr D Dunn Mrs E Elm , Mr F Fern",
            [("B Birch", "in the chair"), ("D Dunn", "Treasurer"), ("E Elm", None), ("F Fern", None)],
        ),
        (
            "Mrs A Ash , Mr B Birch , C Clay . Councillors D Dunn , E Elm .",
            [("A Ash", None), ("B Birch", None), ("C Clay", None), ("D Dunn", None), ("E Elm", None)],
        ),
        (
            "Chair Mrs A Ash , then Mr F Fern . Secretary: Ms B Birch: Treasurer: Mr D Dunn/ Mrs E Elm",
            [
                ("A Ash", "in the chair"),
                ("F Fern", None),
                ("B Birch", "Secretary"),
                ("D Dunn", "Treasurer"),
                ("E Elm", None),
            ],
        ),
    ],
)
def test_offices_are_labels_of_those_behind_them(line: str, people: list[tuple[str, str | None]]) -> None:
    assert said(line) == people


def test_the_label_of_the_list_goes_for_all_whose_offices_follow_it() -> None:
    text = (
        "Present:\tSecretary: Ms B Birch: Treasurer: Mr D Dunn: Mrs E Elm\n\n"
        "In Attendance: Councillor F Fern , Councillor G Gorse – Dale\n\nApologies:\tMr A Ash\n"
    )
    people, chair = read_attendance(MappedText(text, ((0, 0, len(text)),)), ())
    assert chair is None
    assert [(one.name, one.status, one.role, one.organisation) for one in people] == [
        ("B Birch", "present", "Secretary", None),
        ("D Dunn", "present", "Treasurer", None),
        ("E Elm", "present", None, None),
        ("F Fern", "in_attendance", None, None),
        ("G Gorse", "in_attendance", None, "Dale"),
        ("A Ash", "apologies", None, None),
    ]


def test_a_sentence_that_begins_with_the_members_tells_who_was_present() -> None:
    text = (
        "Commissioners Ash, Vice-President Bob Birch, and Cal Clay were present. Commissioner Dot Dunn was excused. "
        "Harbor Manager Gus Gorse was present."
    )
    told_of = MappedText(text, ((0, 0, len(text)),))
    opening = "Board President Ann Ash called the meeting to order at 2:00."
    items = (item("CALL TO ORDER", MappedText(opening, ((0, 0, len(opening)),))), item("THOSE PRESENT", told_of))
    people, chair = read_attendance(MappedText(""), items)
    assert chair == "Ann Ash"
    assert {one.name: one.status for one in people} == {
        "Ann Ash": "chair",
        "Bob Birch": "present",
        "Cal Clay": "present",
        "Dot Dunn": "apologies",
        "Gus Gorse": "in_attendance",
    }


def item(title: str, body: MappedText) -> MinuteItem:
    """A minute with a title and a text."""
    return MinuteItem(None, title, body, Span(0, len(body.text)))
