"""Answers from the catalogue's records, with citations that are the source's text."""

from __future__ import annotations

import re
from datetime import date
from functools import partial

import pytest

from index_store.catalogue import Catalogue
from tests.assistant.question_minutes import town as town
from tests.assistant.registers_asked import ask_on, cited, told

TODAY = date(2016, 2, 1)


ask = partial(ask_on, TODAY)


def test_who_chaired(town: Catalogue) -> None:
    answer = ask(town, "who chaired the town council in March 2015")
    assert "Edith Marlowe" in told(answer)
    assert "Oxley" not in told(answer)
    assert cited(answer) == {"2015-03-03/attendance"}


def test_who_was_there_and_who_was_not(town: Catalogue) -> None:
    answer = ask(town, "who was at the town council meeting on 5 May 2015?")
    assert all(name in told(answer) for name in ("Oxley", "Trask", "Pettigrew", "Sefton", "Marlowe"))
    assert "Apologies: Councillor Edith Marlowe" in re.sub(r"\bCllr\b", "Councillor", told(answer))


def test_apologies_are_cited_where_they_are_recorded(town: Catalogue) -> None:
    answer = ask(town, "who sent apologies on 5 May 2015")
    assert "Marlowe" in told(answer)
    assert cited(answer) == {"2015-05-05/47"}


def test_who_stood_in_for_whom(town: Catalogue) -> None:
    assert "Pettigrew" in told(ask(town, "who substituted for Ned Trask on 3 March 2015"))


def test_from_which_organisation(town: Catalogue) -> None:
    answer = ask(town, "who was there from the Allotment Society on 3 March 2015")
    assert "Pettigrew" in told(answer)
    assert "Oxley" not in told(answer)


def test_did_a_person_attend(town: Catalogue) -> None:
    assert "apologies" in told(ask(town, "did Edith Marlowe attend on 5 May 2015?"))


def test_how_often(town: Catalogue) -> None:
    answer = ask(town, "how often did Una Pettigrew attend the town council")
    assert "all 2 meetings held" in told(answer)
    assert len(answer.citations if answer else ()) == 2


def test_a_false_premise_is_put_right(town: Catalogue) -> None:
    answer = ask(town, "what did Edith Marlowe say on 5 May 2015?")
    assert "apologies" in told(answer)
    assert cited(answer) == {"2015-05-05/47"}


def test_who_never_came_said_nothing(town: Catalogue) -> None:
    answer = ask(town, "what did Edith Marlowe say at the planning committee on 14 May 2015?")
    assert answer is not None
    assert (answer.status, answer.reason) == ("not_found", "fact_absent")


def test_minute_by_number(town: Catalogue) -> None:
    answer = ask(town, "show me minute 50")
    assert "Tanyard" in told(answer)
    assert cited(answer) == {"2015-05-05/50"}


def test_the_same_number_in_two_bodies_is_asked_back(town: Catalogue) -> None:
    answer = ask(town, "what was minute 44 about")
    assert answer is not None
    assert answer.status == "unclear"
    assert {one.id.split("/")[0] for one in answer.nearest} == {
        "harrowmere-town-council",
        "harrowmere-planning-committee",
    }
    assert "bakery" in told(ask(town, "what was minute 44 of the planning committee about"))


def test_a_clause(town: Catalogue) -> None:
    answer = ask(town, "minute 43(ii) of the town council")
    assert "report back" in told(answer)
    assert [one.clause for one in answer.citations if answer] == ["ii"] if answer else False


def test_what_held_minutes_say_of_one_that_is_not(town: Catalogue) -> None:
    answer = ask(town, "what was minute 31 about?")
    assert "survey" in told(answer)
    assert cited(answer) == {"2015-03-03/43"}


def test_a_number_that_nothing_mentions(town: Catalogue) -> None:
    answer = ask(town, "show me minute 77")
    assert answer is not None
    assert (answer.status, answer.reason, answer.citations) == ("not_held", "no_such_minute", ())


def test_decisions_of_a_meeting_are_whole(town: Catalogue) -> None:
    answer = ask(town, "what did the town council decide on 3 March 2015?")
    assert all(words in told(answer) for words in ("£4,200", "report back", "deferred"))
    assert cited(answer) >= {"2015-03-03/43", "2015-03-03/44"}


def test_decisions_on_a_topic_are_left_to_the_search(town: Catalogue) -> None:
    assert ask(town, "what did the town council decide about the bandstand?") is None


def test_decisions_by_outcome(town: Catalogue) -> None:
    answer = ask(town, "what was deferred?")
    assert "1 of 3 meetings held" in told(answer)
    assert "Later:" in told(answer), "what became of it is said"
    assert cited(answer) == {"2015-03-03/44", "2015-05-05/50"}


def test_who_holds_a_role_and_what_somebodys_role_is(town: Catalogue) -> None:
    assert "Joan Sefton" in told(ask(town, "who is the town clerk"))
    assert "Town Clerk" in told(ask(town, "what is Joan Sefton's job"))


def test_never_in_the_chair_is_said_with_the_latest_record(town: Catalogue) -> None:
    answer = ask(town, "has Una Pettigrew ever chaired the town council?")
    assert "not recorded in the chair" in told(answer)
    assert cited(answer) == {"2015-05-05/attendance"}


def test_names_of_voters_that_no_minute_records_are_declined(town: Catalogue) -> None:
    answer = ask(town, "show me minute 50", "who voted against it?")
    assert answer is None or answer.status == "not_found"


def test_an_event_is_not_a_meeting(town: Catalogue) -> None:
    assert ask(town, "how many came to the carnival on 5 May 2015") is None


def test_who_proposed_it(town: Catalogue) -> None:
    answer = ask(town, "show me minute 50", "who proposed it?")
    assert "Trask" in told(answer)
    assert cited(answer) == {"2015-05-05/50"}


def test_references_both_ways(town: Catalogue) -> None:
    assert cited(ask(town, "which minutes refer to minute 43")) == {"2015-05-05/49"}
    assert "minute 43" in told(ask(town, "what does minute 49 refer to"))


def test_next_meeting_and_venue(town: Catalogue) -> None:
    assert "7 July 2015" in told(ask(town, "when is the next town council meeting"))
    assert "Guildhall" in told(ask(town, "where was the planning committee meeting held"))


def test_meetings_held(town: Catalogue) -> None:
    answer = ask(town, "how many meetings of the town council were held in 2015")
    assert "2 meetings" in told(answer)
    assert len(answer.citations if answer else ()) == 2


def test_every_meeting_on_a_topic(town: Catalogue) -> None:
    answer = ask(town, "which meetings discussed the skate park")
    assert cited(answer) == {"2015-03-03/44", "2015-05-05/50"}
    assert "2 of 3 meetings held" in told(answer)
    assert cited(ask(town, "when was the skate park first discussed")) == {"2015-03-03/44"}


def test_every_minute_with_a_phrase(town: Catalogue) -> None:
    assert cited(ask(town, 'which minutes mention "Tanyard field"')) == {"2015-05-05/50"}


def test_the_whole_minute_after_an_answer(town: Catalogue) -> None:
    answer = ask(town, "minute 43(i) of the town council", "show me the whole minute")
    assert "survey had been ordered" in told(answer)


@pytest.mark.parametrize(
    "text", ["what did the roof cost", "how many came to the carnival in May 2015", "why was the application refused"]
)
def test_what_is_not_a_record_is_left_to_the_search(town: Catalogue, text: str) -> None:
    assert ask(town, text) is None


def test_the_story_of_a_matter_oldest_first(town: Catalogue) -> None:
    answer = ask(town, "what became of the skate park?")
    text = told(answer)
    assert text.index("deferred until the May meeting") < text.index("Tanyard field")
    assert cited(answer) == {"2015-03-03/44", "2015-05-05/50"}
    assert "2 of 3 meetings held" in text


def test_no_story_where_one_meeting_tells_of_it(town: Catalogue) -> None:
    assert ask(town, "what became of the bakery?") is None


def test_balances_are_those_of_the_meeting_asked_about(town: Catalogue) -> None:
    answer = ask(town, "how much was in the bank at the march 2015 town council meeting")
    assert "£1,204.50" in told(answer)
    assert cited(answer) == {"2015-03-03/45"}


@pytest.mark.parametrize("text", ["town council balance 2015", "how much money do we have at the town council"])
def test_balances_of_a_year_and_the_newest_are_told(town: Catalogue, text: str) -> None:
    answer = ask(town, text)
    assert "£1,204.50" in told(answer)
    assert cited(answer) == {"2015-03-03/45"}


def test_a_meeting_that_minuted_no_balance_is_not_given_anothers(town: Catalogue) -> None:
    answer = ask(town, "how much was in the bank at the may 2015 town council meeting")
    assert answer is not None
    assert (answer.status, answer.reason) == ("not_found", "fact_absent")


def test_what_has_to_come_back(town: Catalogue) -> None:
    answer = ask(town, "what had to come back to the next meeting after the town council of 3 March 2015?")
    assert answer is None or "report back to the next meeting" in told(answer)
    assert "report back to the next meeting" in told(
        ask(town, "what has to come back to the next town council meeting?")
    )


def test_what_is_due_back_on_a_matter(town: Catalogue) -> None:
    answer = ask(town, "is there a report due back on the bandstand")
    assert "that the Clerk report back to the next meeting" in told(answer)
    assert cited(answer) == {"2015-03-03/43"}


def test_a_clause_behind_a_space(town: Catalogue) -> None:
    answer = ask(town, "what does minute 43 (i) say")
    assert "that the roof of the bandstand be mended at a cost of £4,200" in told(answer)
    assert "report back" not in told(answer)
