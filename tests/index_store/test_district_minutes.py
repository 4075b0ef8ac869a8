"""Minutes of counties and districts as programs take them from a PDF, an empty line below every line."""

from __future__ import annotations

import pytest

from index_store.models import Meeting
from index_store.parser import parse
from tests.index_store.bench_parse import text_of

LINES = """\
MINUTES OF PROCEEDINGS AT MONTHLY MEETING OF THE METROPOLITAN DISTRICT OF
MARLFORD HELD IN THE COUNCIL CHAMBER, KILN QUAY, MARLFORD AND ONLINE ON
MONDAY, 19TH FEBRUARY, 2024 AT 9.45 A.M.
PRESENT IN THE CHAIR:
Councillor Ml. Ash, An Cathaoirleach
MEMBERS PRESENT:
Councillors Birch, Clay, Dow, Elm-O’Fern, Gale, Cmhlr. Ó Háil, Ivy, Jute, Kale, Larch, Moss, Oak, Pine, Reed,
Sedge, Thorn, Vetch, Willow, Yarrow, Alder, Beech, Cedar, Dogwood, Elder, Furze and Hornbeam (K).
An apology for his inability to attend the Meeting was received from Councillor Rowan.
OFFICIALS IN ATTENDANCE:
A/Director of Services, Environment, Climate Action and Shared Services (Ms. P. Kiln), Senior
Executive Officer, Metropolitan District (Ms. S. Lock), Meetings Administrator (Ms. A. Mill), Executive
Engineers (Mr. B. Nave and Mr. L. Orr).
At the outset of the Meeting, the Cathaoirleach and Members conveyed their congratulations to the
following:
1. Adoption of Minutes
Proposed by Councillor Birch;
Seconded by Councillor Clay;
And Resolved:
---
2
“That the draft Minutes, as circulated, be taken as read and adopted and signed.”
The members referred to the option of fibre instead of copper and to the cost of the service which
they thought too high.
Councillor Dow proposed a deferral of the next item pending receipt of further information and her
proposal was seconded by Councillor Gale. Following a show of hands, this proposal was defeated.
2. Question submitted by Councillor C. Dow
I will ask at the next meeting for an update on the lights of the square and on the path by the river
that leads to the mill.
---
3
REPLY: The lights were mended.
3. Notice of Motion submitted by Councillor E. Elm-O’Fern
The Motion was proposed by Councillor Elm-O’Fern, seconded by Councillor Ml. Ash and agreed.
1
---
5
"""
SPACED = LINES.replace("\n", "\n\n")


@pytest.fixture(scope="module", params=[SPACED, LINES], ids=["an empty line below each", "none"])
def district(request: pytest.FixtureRequest) -> Meeting:
    return parse(text_of(request.param)).meetings[0]


def test_who_met_is_named_over_the_end_of_a_line(district: Meeting) -> None:
    assert (district.body, district.date) == ("METROPOLITAN DISTRICT OF MARLFORD", "2024-02-19")


def test_names_that_a_line_breaks_and_lists_that_a_sentence_follows_are_read(district: Meeting) -> None:
    status = {one.name: one.status for one in district.attendance}
    assert district.chair == "Ml. Ash"
    assert status["Elm-O’Fern"] == status["Ó Háil"] == status["Ivy"] == status["Furze"] == "present"
    assert [name for name, said in status.items() if said == "apologies"] == ["Rowan"]
    assert sum(said == "present" for said in status.values()) == 26


def test_holders_in_brackets_behind_long_posts_and_behind_a_post_of_two_are_in_attendance(district: Meeting) -> None:
    posts = {one.name: one.role for one in district.attendance if one.status == "in_attendance"}
    assert posts == {
        "P. Kiln": "A/Director of Services, Environment, Climate Action and Shared Services",
        "S. Lock": "Senior Executive Officer, Metropolitan District",
        "A. Mill": "Meetings Administrator",
        "B. Nave": "Executive Engineer",
        "L. Orr": "Executive Engineer",
    }


def test_titles_do_not_end_in_an_initial(district: Meeting) -> None:
    assert [(one.number, one.title) for one in district.items if one.number] == [
        ("1", "Adoption of Minutes"),
        ("2", "Question submitted by Councillor C. Dow"),
        ("3", "Notice of Motion submitted by Councillor E. Elm-O’Fern"),
    ]


def test_what_was_resolved_is_neither_a_page_number_nor_lost_with_a_later_proposal(district: Meeting) -> None:
    told = {one.number: one.resolutions for one in district.items}
    assert [(one.effect, one.text[:24], one.proposer, one.seconder) for one in told["1"]] == [
        ("decided", "“That the draft Minutes,", "Birch", "Clay"),
        ("rejected", "Councillor Dow proposed ", "Dow", "Gale"),
    ]
    assert [(one.proposer, one.seconder) for one in told["3"]] == [("Elm-O’Fern", "Ml. Ash")]


def test_a_page_that_is_set_in_paragraphs_keeps_its_empty_lines() -> None:
    paragraphs = "Minutes of the Marl Board on 4 May 2010\n\n" + "\n\n".join(
        f"{number}. Matter {number}\n\nThe Board heard of it from its officers, who had looked at it for a long time."
        for number in range(1, 9)
    )
    meeting = parse(text_of(paragraphs)).meetings[0]
    assert [one.title for one in meeting.items] == [f"Matter {number}" for number in range(1, 9)]


def test_a_bracket_that_closes_without_having_been_opened_stops_nothing() -> None:
    people = "Present:\n\nMs A. Ash (Senior\n\nExecutive Scientist) Ms B. Birch (Rivers Officer), Mr C. Clay (Clerk)"
    meeting = parse(text_of(f"Minutes of the Marl Board on 4 May 2010\n\n{people}\n\n1. Roads\n\nNoted.")).meetings[0]
    assert "C. Clay" in {one.name for one in meeting.attendance}


def test_a_name_that_its_line_breaks_off_is_whole_as_a_sentence_below_gives_it() -> None:
    head = (
        "MINUTES OF MEETING OF MARL CITY AND COUNTY COUNCIL HOME AND SOCIAL\nDEVELOPMENT SPC\n\nA meeting of Marl City "
        "and County Council, Home and Social Development Strategic Policy Committee was held on 24 April 2025."
    )
    meeting = parse(text_of(f"{head}\n\nPresent: Cllr A. Ash\n\n1. Roads\n\nNoted.\n\n2. Rents\n\nNoted.")).meetings[0]
    assert meeting.body == "Home and Social Development Strategic Policy Committee"


MATTERS = """Minutes of the Marl Council held on 3 May 2024

Present: Councillors Ash, Birch and Clay.

1. Committees

The report stated that the Committee Scheme was formally adopted by the Council at its September Meeting and that
nominations had been sought from the following: - (i) Farming (5); Business (7).

2. Mill

The report of the Head of Property, as circulated, was proposed by Councillor Ash and was seconded by Councillor
M.Birch and agreed.

3. Notice of Motion submitted by Councillor C. Clay (to be referred to the Climate Committee)

It was agreed that the plan would be considered in June, to allow further submissions to be received.
"""


def test_what_was_adopted_elsewhere_is_no_decision_and_a_title_tells_where_its_motion_goes() -> None:
    roads, mill, motion = parse(text_of(MATTERS)).meetings[0].items
    assert roads.resolutions == ()
    assert [(one.effect, one.proposer, one.seconder) for one in mill.resolutions] == [
        ("decided", "Ash", "Councillor M.Birch")
    ]
    assert motion.title == "Notice of Motion submitted by Councillor C. Clay (to be referred to the Climate Committee)"
    assert [one.effect for one in motion.resolutions] == ["decided"]


def test_who_was_appointed_to_a_committee_did_not_come_for_that() -> None:
    top = "Minutes of the Marl Council held on 3 May 2024\n\nPRESENT: Councillors Ash, Birch and Clay.\n\n"
    appointed = "**Council Officials**\n\nNora Oast, Senior Executive Officer.\n\nPeter Quern, Senior Social Worker."
    items = f"1. Housing\n\nThe following were appointed members of the Committee:\n\n{appointed}\n\n2. Roads\n\nNoted."
    meeting = parse(text_of(top + items)).meetings[0]
    assert [one.name for one in meeting.attendance] == ["Ash", "Birch", "Clay"]


def test_initials_of_a_namesake_that_open_a_line_end_no_list() -> None:
    came = "Councillors Birch, Clay, Dow, Elm, Furze (A), Furze\n(B), Gale, Hazel (P), Hazel (Q) and Ivy."
    top = f"Minutes of the Marl Council held on 3 May 2024\n\nMEMBERS PRESENT:\n{came}\n\n1. Roads\n\nNoted."
    meeting = parse(text_of(top)).meetings[0]
    assert [one.name for one in meeting.attendance][4:] == ["A Furze", "B Furze", "Gale", "P Hazel", "Q Hazel", "Ivy"]
