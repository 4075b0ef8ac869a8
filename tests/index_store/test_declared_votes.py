"""Votes that stand over what the chair declared of them; who put a motion, with all their names; written replies."""

from __future__ import annotations

import pytest

from index_store.models import MinuteItem, SourceText
from index_store.parser import parse
from index_store.parser.colon_headings import PERSON
from index_store.parser.effects import effect_of
from index_store.reading import read

HEAD = """MINUTES OF PROCEEDINGS AT MEETING OF WESTMARCH COUNTY COUNCIL HELD IN THE COUNTY HALL ON
MONDAY, 4TH MARCH, 2019, AT 3PM.

PRESENT IN THE CHAIR: Councillor A. Quill, Mayor.

MEMBERS PRESENT:

Councillors Birch, Cole, Dove, Elm, Fern, Gill, Hill (B), Ivey.

OFFICIALS IN ATTENDANCE:

Chief Executive (Ms. R. Stoat), Director, Harbours (Mr. T. Vole), Director, Schools and Libraries (Mr.
N. Otter), Librarian (Ms. S. Hare).

"""
VOTE = """1.

Windfarm at Slane Hill

Councillor Cole wished to wait for the survey of birds.

A poll was taken on this, and the result of the voting was:

**For**

Councillors Quill, Birch, Cole. **(3)**

**Against**

Councillors Dove, Elm, Fern, Gill. **(4)**

**Abstentions**

Councillors Hill (B), Ivey. **(2)**

The Chairperson declared the motion to defer the windfarm for a year lost, and the substantive motion carried.

2.

Old Creamery

A vote was taken on whether to put this off or to sell, and the result of the vote was as follows:

**For Deferral**

Councillors Quill, Birch. **(2)**

**In Favour of Disposal**

Councillors Dove, Elm, Fern, Gill. **(4)**

The Mayor declared that the proposal for a delay was lost, and the sale was approved.

"""
PUT = """3.

Notice of Motion submitted by the Area Committee of Slane and Drumboy
(Councillors C. Cole (Proposer), D. Dove, E. Elm, F. Fern, G.
Gill, B. Hill)

**That the verges of the canal be mown twice a year.**

The Motion was seconded by Councillor Dove and agreed.

4.

Notice of Motion submitted by the Area Committee of Slane-
Kilmona (Councillors I. Ivey (Proposer), G. Gill)

**That there be a ferry.**

The Motion was agreed.

5.

Question submitted by Councillor B. Hill

**How many boats are moored in the basin?**

**REPLY:**

There are 41 boats. The Moorings Order was adopted in June 2011. Owners may learn at the schools approved by the office.

It was agreed that the harbour master be asked to the next meeting.

6.

Correspondence

The Correspondence was taken as read.
"""


@pytest.fixture(scope="module")
def items() -> tuple[MinuteItem, ...]:
    return parse(SourceText(HEAD + VOTE + PUT, "westmarch.md")).meetings[0].items


def test_what_was_declared_is_told_with_the_vote_before_it(items: tuple[MinuteItem, ...]) -> None:
    (one,) = items[0].resolutions
    assert one.effect == "decided"
    assert one.text.startswith("A poll was taken on this")
    assert one.text.endswith("the substantive motion carried.")
    assert one.votes is not None
    assert (one.votes.votes_for, one.votes.votes_against, one.votes.abstained) == (3, 4, 2)
    assert one.votes.names_abstained == ("B Hill", "Ivey")


def test_the_second_of_two_sides_in_favour_is_the_other_side(items: tuple[MinuteItem, ...]) -> None:
    (one,) = items[1].resolutions
    assert one.effect == "decided"
    assert one.votes is not None
    assert (one.votes.names_for, one.votes.names_against) == (("Quill", "Birch"), ("Dove", "Elm", "Fern", "Gill"))


def test_a_motion_is_titled_by_who_put_it_however_many_they_are(items: tuple[MinuteItem, ...]) -> None:
    assert [one.number for one in items] == ["1", "2", "3", "4", "5", "6"]
    assert items[2].title == "Notice of Motion submitted by the Area Committee of Slane and Drumboy"
    assert items[3].title == "Notice of Motion submitted by the Area Committee of Slane-Kilmona"
    assert "F. Fern" in items[2].body.text


def test_what_an_officer_wrote_in_reply_is_no_decision(items: tuple[MinuteItem, ...]) -> None:
    assert [one.text for one in items[4].resolutions] == [
        "It was agreed that the harbour master be asked to the next meeting."
    ]


def test_a_line_that_breaks_off_behind_a_title_in_brackets_goes_on() -> None:
    lines = [line.text for line in read(SourceText(HEAD, "westmarch.md")).lines]
    assert any("Director, Schools and Libraries (Mr. N. Otter), Librarian" in one for one in lines)


@pytest.mark.parametrize(
    ("verb", "said", "effect"),
    [
        ("adopted", "The motion to adjourn the debate was lost and the report was adopted.", "decided"),
        ("declared", "The amendment to defer the scheme for a year was declared lost.", "rejected"),
        ("agreed", "It was agreed that the scheme be deferred for a year.", "deferred"),
    ],
)
def test_a_deferral_that_was_lost_defers_nothing(verb: str, said: str, effect: str) -> None:
    assert effect_of(verb, said) == effect


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Mayor Weasel.", True),
        ("Deputy Mayor Ann Stoat.", True),
        ("Mayor’s Announcements.", False),
        ("Mayor Making", False),
    ],
)
def test_a_mayor_alone_on_a_line_is_a_person_and_no_heading(line: str, person: bool) -> None:
    assert (PERSON.match(line) is not None) is person
