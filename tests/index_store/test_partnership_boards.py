"""Boards of several organisations and town councils: who came for whom, and titles that fill their line."""

from __future__ import annotations

import pytest

from index_store.models import SourceText
from index_store.parser import parse
from tests.index_store.test_attendance import attended

TABLE = """PRESENT:

Marl Borough Council | Councillor Ann Ash (Chair)
Councillor Bea Birch
Rut Acute Hospitals | Carl Clay
Rut Police | Superintendent Dee Dent

SUBSTITUTES:

Ed Elm for Fay Fox (Marl Council)
"""


def test_a_table_gives_the_organisation_before_those_who_came_for_it() -> None:
    people, _ = attended(TABLE)
    assert [(one.name, one.organisation) for one in people if one.status in ("chair", "present")] == [
        ("Ann Ash", "Marl Borough Council"),
        ("Bea Birch", "Marl Borough Council"),
        ("Carl Clay", "Rut Acute Hospitals"),
        ("Dee Dent", "Rut Police"),
    ]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (TABLE, ""),
        (
            "Present: Cllr Ann Ash (Chair), Cllr Bea Birch",
            "Apologies were received from Gus Gray and Fay Fox. Hal Hart attended as substitute for Gus Gray (Rut "
            "Trust) and Ed Elm for Fay Fox.",
        ),
    ],
)
def test_each_of_several_substitutes_is_told_with_whom_they_stood_in_for(head: str, said: str) -> None:
    people, _ = attended(head, *([("Apologies and substitutes", said)] if said else []))
    assert ("Ed Elm", "substitute", "Fay Fox") in [(one.name, one.status, one.substitute_for) for one in people]


COUNCIL = """                     Town of Marl
            Planning Advisory Committee – August 28, 2024

Present: Ann Ash (Chair), Bea Birch, Carl Clay

4.   Staff Reports

4.1  Report INF-2024-022, Dock Street Bridge Rehabilitation – Award of Tender
     Mr. Dent presented the report. Three bids had been received by the
     closing of the tender on the day before, and the lowest of them was
     that of Northshore, which the staff had checked in every part of it.

4.2  Report INF-2024-023, Road Closures on Mill Street – Summer Season
     Ann Elm, Director of Works, presented the report. The closures had
     been asked for by the residents of the street, who had said in their
     letter that the noise of the trucks kept them awake in the evening.

4.3  The Director of Works and Parks, Ann Elm, and the Head of Planning
     Services presented the report of the working party on the harbour,
     which was received by those present and which would come back again.

5.   By-laws

5.1  By-law 2024-076, being a by-law to authorize an agreement with the
     Province of Ontario (Housing-Enabling Water Systems Fund)

     The by-law was read three times and passed by all those who were at
     the meeting, and the seal of the corporation was affixed to the same.
"""


def test_a_title_that_fills_its_line_ends_where_the_text_begins() -> None:
    (meeting,) = parse(SourceText(COUNCIL, "a.txt")).meetings
    titles = {item.number: item.title for item in meeting.items}
    assert titles["4.2"] == "Report INF-2024-023, Road Closures on Mill Street – Summer Season"
    assert titles["5.1"] == (
        "By-law 2024-076, being a by-law to authorize an agreement with the Province of Ontario (Housing-Enabling "
        "Water Systems Fund)"
    )
    assert "4.3" not in titles or not (titles["4.3"] or "").endswith("Planning")


def test_a_date_of_any_order_behind_the_name_is_no_part_of_the_body() -> None:
    (meeting,) = parse(SourceText(COUNCIL, "a.txt")).meetings
    assert (meeting.body, meeting.date) == ("Planning Advisory Committee", "2024-08-28")


def test_a_bold_decision_below_a_bold_title_is_no_part_of_it() -> None:
    text = (
        "# Trust Board\n\nMinutes of the meeting held on 7 November 2024\n\nPresent: Ann Ash (Chair), Bea Birch\n\n"
        "**24/119 Declarations of Interest**\n\nThere were none.\n\n"
        "**24/120 Minutes of the Previous Meeting**\n**The Board APPROVED the minutes of the last meeting**\n\n"
        "**24/121 Finance Report**\n\nThe report was noted.\n"
    )
    (meeting,) = parse(SourceText(text, "a.md")).meetings
    assert [item.title for item in meeting.items][1] == "Minutes of the Previous Meeting"


def test_a_sentence_goes_on_over_the_edge_of_the_page_behind_its_first_word() -> None:
    pages = (
        "Minutes of the Marl Council held on 9 May 2024\n\nPresent: Ann Ash (Chair), Bea Birch\n\n1. Interests\n\n"
        "Councillor Birch declared an interest in the mill, which stands on her brother's land. The",
        "Chair asked her to leave the room for that item, and she did so at once, and came back behind it.\n\n"
        "2. Roads\n\nThe report was noted.\n",
    )
    (meeting,) = parse(SourceText("\n\n\f\n\n".join(pages), "a.txt")).meetings
    assert "brother's land. The Chair asked her to leave" in meeting.items[0].body.text
