"""Registers over minutes whose members go by initials and whose resolutions bear their year."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from assistant.bodies import named_bodies
from assistant.codes import codes_in
from assistant.kinds import kind_of
from assistant.question import Question, understand
from assistant.registers.history import _nowhere_rare
from index_store.catalogue import Catalogue
from index_store.held import Body, Scope
from tests.assistant.harbour_minutes import harbour as harbour
from tests.assistant.registers_asked import ask_on, cited, told

TODAY = date(2025, 1, 10)


def read(text: str, catalogue: Catalogue) -> Question:
    return understand((text,), catalogue, Scope(), TODAY)


ask = partial(ask_on, TODAY)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("was AM at the May meeting", ("Ann Marsh",)),
        ("was ph there in March", ("Piet Hoekstra",)),
        ("ph's jobs", ("Piet Hoekstra",)),
        ("what is due at 6 pm", ()),
        ("was Brian Quillan there", ("B. Quillan",)),
    ],
)
def test_initials_name_people(harbour: Catalogue, text: str, names: tuple[str, ...]) -> None:
    assert read(text, harbour).people == names


def test_an_initial_in_the_list_is_a_first_name(harbour: Catalogue) -> None:
    answer = told(ask(harbour, "Was Brian Quillan at the March meeting?"))
    assert "B. Quillan" in answer
    assert "emotely" in answer
    assert not answer.startswith("No")


def test_of_another_first_name_it_is_said_who_is_listed(harbour: Catalogue) -> None:
    answer = told(ask(harbour, "Was Carl Fairweather at the meeting on 7 March 2024?"))
    assert answer.startswith("No: the attendance list")
    assert "It has Tom Fairweather" in answer
    assert "Una Fairweather" in answer


def test_a_vice_chair_is_not_the_chair_where_the_chair_came(harbour: Catalogue) -> None:
    answer = told(ask(harbour, "who was our chair at the 7/3/24 meeting"))
    assert "Tom Fairweather" in answer
    assert "Delgado" not in answer


def test_where_no_chair_came_the_vice_chair_is_said_to_be_that(harbour: Catalogue) -> None:
    answer = told(ask(harbour, "who chaired on 5 September 2024"))
    assert "names nobody in the chair; it has Rosa Delgado, Vice-Chair" in answer


def test_list_and_apologies_that_differ_are_told_as_they_are(harbour: Catalogue) -> None:
    answer = ask(harbour, "was Gwen Ives at the meeting on 7 March 2024?")
    assert "say both of Gwen Ives" in told(answer)
    assert cited(answer) == {"2024-03-07/attendance", "2024-03-07/R2024-001"}


def test_in_the_roll_the_apologies_count(harbour: Catalogue) -> None:
    came, apologies = told(ask(harbour, "who came to the meeting on 7 March 2024?")).split("- Apologies: ")
    assert "Gwen Ives" not in came
    assert "Gwen Ives" in apologies


@pytest.mark.parametrize(
    "text",
    ["whats R2024-008 about", "resolution 2024-008", "what was 2024-8 about?", "motion r2024-8", "R2024-008"],
)
def test_a_number_with_its_year_is_looked_up_with_or_without_letters(harbour: Catalogue, text: str) -> None:
    answer = ask(harbour, text)
    assert "visit to the ferry company" in told(answer)
    assert cited(answer) == {"2024-05-02/R2024-008"}


@pytest.mark.parametrize("text", ["what is by-law 2024-008", "the 2024-25 budget", "what was tender 2024-008"])
def test_the_code_of_another_thing_is_no_minute(harbour: Catalogue, text: str) -> None:
    assert read(text, harbour).numbers == ()


def test_a_number_of_that_form_that_is_not_held(harbour: Catalogue) -> None:
    answer = ask(harbour, "what was R2024-099 about")
    assert answer is not None
    assert answer.reason == "no_such_minute"


@pytest.mark.parametrize(
    "text",
    [
        "when was the meeting after 7 march 2024 going to be",
        "after the march one when is the next and where",
        "when was the one after 7 March due",
    ],
)
def test_the_meeting_after_is_the_next_as_minuted(harbour: Catalogue, text: str) -> None:
    answer = ask(harbour, text)
    assert "Thursday 2 May 2024" in told(answer)
    assert "Pilot House" in told(answer)
    assert cited(answer) == {"2024-03-07/R2024-006"}


def test_the_meeting_after_is_the_next_held_where_none_is_minuted(harbour: Catalogue) -> None:
    answer = ask(harbour, "when was the next meeting after 2 May 2024")
    assert "6 June 2024" in told(answer)
    assert "5 September" not in told(answer)


def test_what_was_done_at_the_meeting_after_is_the_next_ones(harbour: Catalogue) -> None:
    question = read("who came to the meeting after 7 March 2024", harbour)
    assert question.scope.meetings == ("skerry-harbour-board/2024-05-02",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("what was justin to do about the crane", "actions"),
        ("Ann Marsh's jobs coming out of july 2018", "actions"),
        ("what does PH have to do", "actions"),
        ("what did the board agree to do about the crane", "decision"),
        ("who made the motion", "vote"),
    ],
)
def test_kinds_of_questions_on_what_there_is_to_do(text: str, kind: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    "text", ["what did AM have to do after the March 2024 meeting", "Ann Marsh's jobs coming out of march 2024"]
)
def test_what_somebody_has_to_do_after_a_meeting_came_out_of_it(harbour: Catalogue, text: str) -> None:
    answer = ask(harbour, text)
    assert "two quotations" in told(answer)
    assert "write to the ferry company" in told(answer)
    assert "pilot's invoice" not in told(answer)
    assert cited(answer) == {"2024-03-07/R2024-002", "2024-03-07/R2024-005"}


def test_a_first_name_in_small_letters_and_a_matter(harbour: Catalogue) -> None:
    answer = ask(harbour, "what was piet to do about the old crane")
    assert "reach out to the insurers" in told(answer)
    assert cited(answer) == {"2024-03-07/R2024-005"}


def test_a_list_under_a_heading_of_actions_is_told_whole(harbour: Catalogue) -> None:
    answer = told(ask(harbour, "what was the board still required to do after the march 2024 meeting"))
    assert "pay the pilot's invoice" in answer
    assert "berth three" in answer
    assert "visit to the ferry" not in answer


def test_who_made_a_motion_is_who_moved_it(harbour: Catalogue) -> None:
    answer = ask(harbour, "who seconded the motion setting up the emergency group?", "and who made it?")
    assert "Rosa Delgado moved" in told(answer)
    assert cited(answer) == {"2024-05-02/R2024-009"}


@pytest.mark.parametrize("text", ["tenders awarded 7 march", "what tenders did the board award on 7 March 2024"])
def test_plural_things_with_a_deciding_word_are_a_list_of_the_meeting(harbour: Catalogue, text: str) -> None:
    answer = ask(harbour, text)
    assert "Marlin Works" in told(answer)
    assert "Osprey Rubber" in told(answer)
    assert cited(answer) == {"2024-03-07/R2024-003"}


def test_closed_sessions_are_counted_in_the_time_asked_about(harbour: Catalogue) -> None:
    answer = ask(harbour, "how many closed sessions from january to the end of june 2024")
    assert told(answer).startswith("2 minutes close a meeting")
    assert cited(answer) == {"2024-03-07/R2024-004", "2024-05-02/R2024-010"}


def test_meetings_are_counted_without_those_left_out(harbour: Catalogue) -> None:
    assert "Minutes of 3 meetings" in told(ask(harbour, "how many meetings (not counting the agm) in 2024?"))
    assert "Minutes of 4 meetings" in told(ask(harbour, "how many meetings were there in 2024?"))


def test_how_many_meetings_the_holder_of_a_role_missed(harbour: Catalogue) -> None:
    answer = ask(harbour, "how many meetings did the treasurer miss in 2024")
    assert "Piet Hoekstra is recorded absent at one" in told(answer).replace("1 of", "one of")
    assert cited(answer) == {"2024-05-02/R2024-007"}


def test_straight_after_the_annual_meeting_is_the_next_one(harbour: Catalogue) -> None:
    question = read("who came to the meeting straight after the AGM", harbour)
    assert question.scope.meetings == ("skerry-harbour-board/2024-09-05",)


def test_a_meeting_is_known_by_what_it_is_called_where_its_minutes_begin(harbour: Catalogue) -> None:
    assert read("what was said at the handover meeting", harbour).scope.meetings == ("skerry-harbour-board/2024-09-05",)
    assert read("what was said at the public meeting", harbour).scope.meetings is None


def test_a_word_of_nearly_every_meeting_tells_no_story() -> None:
    assert _nowhere_rare({"chair": 1.9})
    assert not _nowhere_rare({"chair": 1.9, "crane": 4.2})


def test_how_many_meetings_somebody_missed_tells_of_lists_without_the_name(harbour: Catalogue) -> None:
    answer = ask(harbour, "how many meetings did Ann Marsh miss in 2024")
    assert "not recorded absent" in told(answer)
    assert "attendance lists of 6 June 2024" in told(answer)
    assert "2024-06-06/attendance" in cited(answer)


def test_whether_somebody_was_in_the_room_or_online_is_asked_of_the_roll() -> None:
    assert kind_of("was Cllr Quillan in the room for the March meeting?") == "attendance"
    assert kind_of("was Brian Quillan online for the March meeting") == "attendance"


def test_an_action_is_known_by_a_number_that_looks_like_years() -> None:
    assert codes_in("what was action 11-05 about") == ("11-05",)
    assert codes_in("the 11-05 figures") == ()


def test_the_word_meeting_names_no_body() -> None:
    bodies = [
        Body("annual", "Skerry Annual Meeting", None, (), 1, None, None),
        Body("board", "Skerry Board", None, (), 3, None, None),
    ]
    assert named_bodies("how many meetings did she miss", bodies) == ()
    assert named_bodies("the annual meeting", bodies)[0].slugs == ("annual",)


def test_a_role_is_told_of_the_time_asked_about(harbour: Catalogue) -> None:
    assert "Piet Hoekstra, Treasurer" in told(ask(harbour, "who was the treasurer in march 2024"))
    assert ask(harbour, "who was the treasurer in may 2024") is None


def test_the_one_who_takes_jobs_may_be_named_in_small_letters(harbour: Catalogue) -> None:
    assert "pilot's invoice" in told(ask(harbour, "what jobs did piet get in march 2024"))
