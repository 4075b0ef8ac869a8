"""Business of every meeting: applications by outcome, corrections, interests, members, actions, venues."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.held_words import held_words
from assistant.invariants import faults, kept
from assistant.pipeline import answer_question
from assistant.question import understand
from assistant.retrieval import find_minutes, minutes_placed
from assistant.searching import asked_of
from index_store.held import Scope
from index_store.index import Index
from tests.assistant.small_index import index_over

PARISH = """Minutes of a meeting of Oxlade Parish Council held in the Reading Room on Monday 8 January 2024.

Present: Cllrs Ada Birch (Chair), Tom Crane and Una Dove. Apologies: Cllr Eli Frost. In attendance: Sam Gull (Clerk).

1. Declarations of interest

Cllr Crane declared an interest as a neighbour (Item 3).

2. Minutes of the last meeting

The minutes of 4 December 2023 were approved, subject to "Mill Lane" being changed to "Mill Road" in minute 9.

3. Planning applications

(a) 23/04410/FUL – Oak House – garage. RESOLVED: no objection.

(b) 23/04412/HOU – 3 Mill Road – porch. RESOLVED to object, as it would stand in the footpath.

4. Nature declaration

The Council signed the county's nature declaration.

5. Annual assembly

The annual parish meeting would be held on Tuesday 14 May 2024.

6. Date of next meeting

Monday 5 February 2024.
"""

PARISH_LATER = """Minutes of a meeting of Oxlade Parish Council held in the School Hall on Monday 5 February 2024.

Present: Cllrs Ada Birch (Chair), Tom Crane and Eli Frost. Apologies: Cllr Una Dove. In attendance: Sam Gull (Clerk).

1. Declarations of interest

None.

2. Minutes of the last meeting

The minutes of 8 January 2024 were approved and signed. Action: Clerk

3. Planning applications

23/04412/HOU – 3 Mill Road – refused by the District Council on 29 January.

Others: 23/04501/HOU Elm Cottage, withdrawn; 23/04502/HOU Ash Cottage, supported.

Cllr Frost arrived at 7.40pm, from the funeral of the late Mrs Dove.
"""

ONLINE = """Minutes of a meeting of Oxlade Parish Council held via Zoom on Monday 4 March 2024.

Present: Cllrs Ada Birch (Chair), Tom Crane and Eli Frost. In attendance: Sam Gull (Clerk). Three members of the public.

1. Spring fair

The spring fair had gone well. The Council would write to the school about its tables.

2. Grants

RESOLVED that £50 be given to the cricket club.

3. Public participation

A resident of Mill Road asked why the ditch had not been cleared.

4. Any other business

The Clerk would be away until 18 March.

5. Head Ranger's report

The badgers were back at Lea Farm and two stiles needed mending. Members were sorry that the Head Ranger had a cold.

6. Date of next meeting

Monday 6 May 2024 at 7.30pm.
"""

COMMITTEE = """Marl District Council

Minutes of a meeting of the Planning Committee held in the Council Chamber on Thursday 25 January 2024.

PRESENT: Councillors Vera Hart (Chairman), Ned Isles and Ola Jukes.

1. Minutes of the last meeting

The minutes of 21 December 2023 were approved as a correct record.

2. 23/04412/HOU – 3 Mill Road, Oxlade – porch

The officer recommended that permission be granted. RESOLVED: That permission be refused, because of the footpath.

3. 23/04500/FUL – Barn at Lea Farm – two dwellings

RESOLVED: That permission be granted.
"""


@pytest.fixture(scope="module")
def oxlade(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    folder = Path(tmp_path_factory.mktemp("oxlade"))
    with index_over(folder, {"jan": PARISH, "feb": PARISH_LATER, "march": ONLINE, "committee": COMMITTEE}) as index:
        yield index


def ask(index: Index, text: str) -> Answer:
    return answer_question(index, (text,), Scope(), date(2024, 6, 1))


def cited(answer: Answer) -> list[tuple[str | None, str | None]]:
    return [(one.date, one.minute) for one in answer.citations]


@pytest.mark.parametrize(
    ("text", "lead", "minutes"),
    [
        ("which applications were approved", "One application approved", [("2024-01-25", "3")]),
        (
            "how many planning applications were refused",
            "One application refused",
            [("2024-01-25", "2"), ("2024-02-05", "3")],
        ),
        ("which applications did the parish council object to", "One application objected to", [("2024-01-08", "3")]),
    ],
)
def test_applications_are_told_by_their_outcome(
    oxlade: Index, text: str, lead: str, minutes: list[tuple[str, str]]
) -> None:
    answer = ask(oxlade, text)
    assert answer.answer.startswith(lead)
    assert cited(answer) == minutes


def test_of_applications_none_of_which_ended_so_it_is_said(oxlade: Index) -> None:
    answer = ask(oxlade, "which planning applications were deferred")
    assert (answer.status, answer.reason) == ("not_found", "fact_absent")


@pytest.mark.parametrize(
    "asked",
    [
        "summarise the planning committee of January 2024",
        "what happened at the planning committee on 25 January 2024?",
        "main points from the planning committee January 2024",
        "what did I miss at the January planning committee",
    ],
)
def test_a_meeting_in_short_is_each_minute_with_what_was_decided(oxlade: Index, asked: str) -> None:
    head, *rows = ask(oxlade, asked).answer.split("\n")
    assert head.endswith("all 3 items of the minutes:")
    assert [row.split(" (")[0] for row in rows] == ["- minute 1", "- minute 2", "- minute 3"]
    assert "“The minutes of 21 December 2023 were approved as a correct record.”" in rows[0]
    assert "“RESOLVED: That permission be refused, because of the footpath.”" in rows[1]
    assert "“RESOLVED: That permission be granted.”" in rows[2]


def test_what_stood_on_the_agenda_is_told_by_the_headings_alone(oxlade: Index) -> None:
    answer = ask(oxlade, "what was on the agenda of the planning committee on 25 January 2024?").answer
    assert "minute 3 (23/04500/FUL" in answer
    assert "RESOLVED" not in answer


@pytest.mark.parametrize(
    ("asked", "first", "codes"),
    [
        ("which planning applications were looked at on 8 January 2024", "2 applications from", ["04410", "04412"]),
        (
            "planning applications at the parish council in February 2024",
            "3 applications from",
            ["04412", "04501", "04502"],
        ),
        (
            "list all the planning applications",
            "5 applications from 3 of",
            ["04410", "04412", "04412", "04500", "04412", "04501", "04502"],
        ),
    ],
)
def test_all_planning_applications_are_listed_a_row_for_each_at_each_meeting(
    oxlade: Index, asked: str, first: str, codes: list[str]
) -> None:
    head, *rows = ask(oxlade, asked).answer.split("\n")
    assert head.startswith(first)
    assert len(rows) == len(codes)
    assert all(code in row for row, code in zip(rows, codes, strict=True))


def test_of_several_applications_in_a_line_each_has_its_own_outcome(oxlade: Index) -> None:
    answer = ask(oxlade, "which applications were supported in February 2024")
    assert "Ash Cottage" in answer.answer
    assert "Elm Cottage" not in answer.answer


def test_corrections_to_the_minutes_are_those_that_were_made(oxlade: Index) -> None:
    assert cited(ask(oxlade, "were any corrections made to the minutes")) == [("2024-01-08", "2")]
    none = ask(oxlade, "did the planning committee make any corrections to the minutes")
    assert (none.status, none.reason) == ("not_found", "fact_absent")


def test_a_declaration_of_another_kind_is_no_interest(oxlade: Index) -> None:
    answer = ask(oxlade, "who declared an interest")
    assert ("2024-01-08", "1") in cited(answer)
    assert ("2024-01-08", "4") not in cited(answer)


def test_who_has_no_action_in_any_minute_is_said_to_have_none(oxlade: Index) -> None:
    answer = ask(oxlade, "what actions does Tom Crane have")
    assert (answer.status, answer.reason) == ("not_found", "fact_absent")


def test_members_are_those_of_the_newest_list_without_officers(oxlade: Index) -> None:
    answer = ask(oxlade, "who are the members of the parish council")
    assert {one.date for one in answer.citations} == {"2024-03-04"}
    assert "these 3 are listed as present" in answer.answer
    assert "Eli Frost" in answer.answer
    assert "Gull" not in answer.answer
    assert ask(oxlade, "how many members does the parish council have").answer == answer.answer


def test_of_several_bodies_it_is_asked_whose_members_are_meant(oxlade: Index) -> None:
    assert ask(oxlade, "who are the members").status == "unclear"


def test_where_each_body_meets_is_its_newest_venue(oxlade: Index) -> None:
    answer = ask(oxlade, "where do we meet").answer
    assert [name in answer for name in ("Zoom", "Council Chamber", "Reading Room")] == [True, True, False]


def test_which_meetings_were_online_are_those_without_a_hall(oxlade: Index) -> None:
    answer = ask(oxlade, "which meetings were held online")
    assert answer.answer.startswith("Held online, as 1 of 4 meetings held say:")
    assert cited(answer) == [("2024-03-04", "attendance")]


def test_meeting_dates_are_no_decisions(oxlade: Index) -> None:
    assert ask(oxlade, "what are the meeting dates for 2024").answer.startswith("Minutes of 4 meetings are held")


@pytest.mark.parametrize("text", ["what did the school ask for", "what did the school write to us"])
def test_whoever_is_only_written_to_asked_for_nothing(oxlade: Index, text: str) -> None:
    assert ask(oxlade, text).status == "not_found"


def test_an_annual_meeting_is_not_any_meeting(oxlade: Index) -> None:
    assert "6 May" in ask(oxlade, "when is the next parish council meeting").answer
    coming = ask(oxlade, "when is the next annual meeting of the parish council").answer
    assert ("14 May" in coming, "6 May" in coming) == (True, False)


def test_who_chairs_is_told_from_the_newest_minutes_that_name_the_chair(oxlade: Index) -> None:
    answer = ask(oxlade, "who chairs the parish council")
    assert "Ada Birch" in answer.answer
    assert cited(answer) == [("2024-03-04", "attendance")]


def test_members_asked_as_who_is_on_a_body(oxlade: Index) -> None:
    answer = ask(oxlade, "who is on the planning committee")
    assert [name in answer.answer for name in ("Vera Hart", "Ned Isles", "Ola Jukes")] == [True] * 3


def test_an_organisation_that_came_is_found_in_the_lists(oxlade: Index) -> None:
    answer = ask(oxlade, "did the Marl Fire Service come")
    assert "Marl Fire Service" in answer.answer
    assert answer.status == "answered"
    assert {one.minute for one in answer.citations} == {"attendance"}


def test_an_answer_that_cites_nothing_does_not_go_out(oxlade: Index) -> None:
    said = ask(oxlade, "who declared an interest")
    bare = replace(said, answer="Nobody.", citations=())
    assert faults(bare, oxlade.catalogue) == ["answered without a citation"]
    assert kept(bare, oxlade.catalogue).status == "not_found"


def test_a_story_since_a_year_leaves_out_what_came_before(oxlade: Index) -> None:
    whole = ask(oxlade, "what has happened with the porch at 3 Mill Road")
    assert "2024-01-08" in {one.date for one in whole.citations}
    since = ask(oxlade, "what has happened with the porch at 3 Mill Road since February")
    assert {one.date for one in since.citations} == {"2024-02-05"}


def test_an_item_mentioned_in_another_is_not_that_item(oxlade: Index) -> None:
    assert cited(ask(oxlade, "what was item 3 at the parish meeting on 8 January 2024")) == [("2024-01-08", "3")]


@pytest.mark.parametrize(
    "text", ["minutes 25 January 2024", "meeting 25 January 2024", "the minutes january 25th 2024"]
)
def test_a_date_behind_minutes_asks_for_the_items_of_that_meeting(oxlade: Index, text: str) -> None:
    answer = ask(oxlade, text)
    assert answer.kind == "list"
    assert cited(answer) == [("2024-01-25", "1"), ("2024-01-25", "2"), ("2024-01-25", "3")]


def test_who_came_late_is_who_is_told_to_have_arrived(oxlade: Index) -> None:
    answer = ask(oxlade, "who arrived late")
    assert cited(answer) == [("2024-02-05", "3")]
    assert "Cllr Frost arrived at 7.40pm" in answer.answer


def test_who_left_early_is_declined_where_nobody_is_told_to_have_left(oxlade: Index) -> None:
    answer = ask(oxlade, "who left early")
    assert (answer.status, answer.reason) == ("not_found", "fact_absent")


def test_how_many_of_the_public_came_is_told_where_they_are_counted(oxlade: Index) -> None:
    answer = ask(oxlade, "how many members of the public came")
    assert cited(answer) == [("2024-03-04", "attendance")]
    assert "Three members of the public" in answer.answer


def test_who_took_the_minutes_of_several_bodies_is_told_body_by_body(oxlade: Index) -> None:
    answer = ask(oxlade, "who took the minutes")
    assert "Sam Gull" in answer.answer
    assert {one.minute for one in answer.citations} == {"attendance"}


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("what was discussed under any other business", "4"),
        ("what came up in AOB", "4"),
        ("what did residents raise in public participation", "3"),
    ],
)
def test_what_was_said_under_a_heading_is_the_minutes_headed_so(oxlade: Index, text: str, minute: str) -> None:
    assert cited(ask(oxlade, text)) == [("2024-03-04", minute)]


def test_where_no_minute_is_headed_so_it_is_said(oxlade: Index) -> None:
    answer = ask(oxlade, "what was discussed under any other business in January 2024")
    assert (answer.status, answer.reason) == ("not_found", "fact_absent")


def test_bodies_held_are_told_with_their_meetings(oxlade: Index) -> None:
    answer = ask(oxlade, "which bodies do you hold minutes for").answer
    assert answer.startswith("Minutes of 2 bodies are held:")
    assert "Oxlade Parish Council: 3 meetings, 8 January 2024 to 4 March 2024" in answer


@pytest.mark.parametrize(("text", "day"), [("the newest meeting", "2024-03-04"), ("the oldest meeting", "2024-01-08")])
def test_the_newest_and_the_oldest_meeting_held(oxlade: Index, text: str, day: str) -> None:
    assert cited(ask(oxlade, f"what is {text} you have")) == [(day, "attendance")]


def test_what_is_under_a_report_was_reported(oxlade: Index) -> None:
    answer = ask(oxlade, "what did the head ranger report")
    assert cited(answer)[0] == ("2024-03-04", "5")


def test_minutes_found_for_who_is_on_a_group_or_came_to_an_event_are_no_attendance_lists(oxlade: Index) -> None:
    for text, lists in [
        ("who is on the badger group", False),
        ("how many came to the fair", False),
        ("the mill", True),
    ]:
        question = understand((text,), oxlade.catalogue, Scope(), date(2024, 6, 1))
        asked = asked_of(question, held_words(oxlade))
        numbers = {one.item.number for one in minutes_placed(find_minutes(oxlade, asked, 50), asked)}
        assert ("attendance" in numbers) == lists


def test_who_holds_an_office_is_asked_of_the_body_spoken_of(oxlade: Index) -> None:
    turns = ("what was decided about the cricket club?", "who is the clerk?")
    answer = answer_question(oxlade, turns, Scope(), date(2024, 6, 1))
    assert "Sam Gull" in answer.answer
    assert cited(answer) == [("2024-03-04", "attendance")]
