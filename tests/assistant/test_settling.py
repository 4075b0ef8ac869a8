"""What settles a matter is quoted with the sentence that names it, and nothing of the next matter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.pipeline import answer_question
from index_store.index import Index
from tests.assistant.small_index import index_over

MINUTES = """# Tarnside Lake Association

## Minutes of the Board meeting held on 12 June 2024 at the Boathouse

Present: Ada Quill (Chair), Ben Rusk, Cora Tye

## 1. Hire fund

At the opening of the boathouse a surplus of £2,400 came over from the old hire fund, and it has been kept apart since.

The auditor said that money kept apart could only be spent with the consent of the landlord.

It is now proposed that the hire fund becomes a general fund.

The Board was all in agreement with this proposal. The Clerk will tell the auditor.

## 2. Old business

• Ben Rusk: Request to approve an electric fence round the orchard.
○ Some thought that a fence changes the character of the shore.
○ Will defer until the insurer has answered.
• Cora Tye: Request to approve new oars for the rescue boat.
○ Approved at a cost of £90.

## 3. Slipway

WHEREAS the slipway has been found to need new timber along the whole of its eastern edge;

AND WHEREAS the surveyor who was asked to look at the rails, the winch, the footings and the handrail in autumn wrote
that all of them will serve for ten years more if they are cleared of weed each spring and painted each second year;

AND WHEREAS a quote of £1,990 was received from Rowan Timber, who built the landing stage by the weir and two bridges
over the brook, and whose work there has needed no repair in the six winters since;

NOW THEREFORE the Board authorises the work, to be met from the operating reserve. Carried.

## 4. Motion of Mr Rusk

"Given the state of the path, that visitors' cars be kept off the meadow for the whole of August."

Proposed by Ben Rusk
Seconded by Cora Tye

A roll call was taken:
Ada Quill
Against
Ben Rusk
For
Cora Tye
Against
Dan Firth
For
Eve Gale
Against
Finn Hale
Against
Gwen Iles
For
Hal Joss
Against
Isa Kerr
Against
Jo Lunn
For
Kim Marr
Against
Lou Nash
Against
Max Orme
Against

Decision/Resolution: Motion Defeated

## 5. Required actions

Required Board actions
• Hold the annual picnic
• Print the members' list

## 6. Gate

The gate by the weir does not close, and walkers had complained of it twice since the spring, as the Chair told
the Board.

The Clerk had met the new warden on the east shore and had shown him the stores, the pump house and the log book.

It was agreed to thank the warden.

## 7. Jetty lamp

The lamp at the end of the jetty had gone out in the gale of March, and boats had come in without it for three weeks,
one of them on to the shingle below the boathouse.

Hal Joss had been up to the lamp with a ladder. It was no more than salt in the switch.

Isa Kerr would ask the school whether the children's paintings could hang in the boathouse over the summer.

## 8. Further proposed works to the rose garden area

It was agreed to wait until the May meeting.

## 9. Letters

The Clerk wrote to all residents in the area to inform them that the waste of works in any garden can be taken to the
borough's site, but must not be left beside the rose beds. It was agreed that the letter be sent again.
"""


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with index_over(tmp_path_factory.mktemp("lake"), {"minutes": MINUTES}) as index:
        yield index


def told(index: Index, asked: str) -> str:
    answer = answer_question(index, [asked], today=date(2025, 1, 1))
    assert answer.status == "answered"
    return answer.answer


def test_a_decision_behind_the_paragraph_is_told_with_what_was_proposed(lake: Index) -> None:
    answer = told(lake, "what was done with the surplus from the old hire fund")
    assert "becomes a general fund" in answer
    assert "all in agreement with this proposal" in answer


def test_what_stands_under_the_bullet_settles_it_and_not_what_stands_under_the_next(lake: Index) -> None:
    answer = told(lake, "did the board say yes to the electric fence round the orchard")
    assert "Will defer until the insurer has answered" in answer
    assert "Approved" not in answer


@pytest.mark.parametrize("matter", ["garden area works", "rose garden area"])
def test_a_minute_that_decides_under_a_title_of_the_matter_goes_before_one_that_has_its_words(
    lake: Index, matter: str
) -> None:
    answer = told(lake, f"what was decided about the {matter}")
    assert "wait until the May meeting" in answer
    assert "Letters" not in answer or answer.index("wait until") < answer.index("Letters")


def test_recitals_are_never_quoted_without_what_was_resolved(lake: Index) -> None:
    assert "NOW THEREFORE the Board authorises" in told(lake, "what did they find wrong with the slipway timber")


def test_a_motion_set_out_in_quotes_is_told_with_its_outcome_behind_the_roll_call(lake: Index) -> None:
    assert "Motion Defeated" in told(lake, "did the board go along with keeping cars off the meadow in august")


def test_a_heading_inside_a_minute_leads_its_bullets_in(lake: Index) -> None:
    answer = told(lake, "which board actions were required")
    assert "Hold the annual picnic" in answer
    assert "Print the members' list" in answer


def test_the_decision_of_the_next_paragraph_is_not_that_of_this_one(lake: Index) -> None:
    assert "thank the warden" not in told(lake, "what was done about the gate by the weir that does not close")


def test_what_stands_in_the_next_paragraph_on_the_same_matter_is_told_and_another_matter_is_not(lake: Index) -> None:
    answer = told(lake, "what was the trouble with the lamp at the end of the jetty")
    assert "one of them on to the shingle" in answer
    assert "salt in the switch" in answer
    assert "paintings" not in answer
