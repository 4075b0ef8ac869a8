"""What a question asks for to the letter is told, or is said not to be told: sums, years, offices, terms, arrivals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.answer import Answer
from assistant.asks import asks_sequel, untold
from assistant.kinds import kind_of
from assistant.motions import outcome_of
from assistant.pipeline import answer_question
from assistant.sorts import holds
from assistant.wants import wants_of
from index_store.index import Index
from tests.assistant.small_index import index_over

JANUARY = """Minutes of a meeting of the Ferrybridge Town Council on Tuesday 14 January 2020 at 7pm

Present: Councillor Hazel Brandt (Chair), Councillor Owen Tallis (arrived at 7.40 pm), Councillor Ruth Amory

In attendance: Mrs P Sorrell (Clerk)

1. Apologies

None. A card from Redmarsh Parish Council was read.

2. Precept

It was RESOLVED that the precept for 2020/21 be set at £18,400.

3. Mayor's allowance

It was RESOLVED that the allowance of the Mayor for the term commencing 1 May 2022 be set at £900.

4. Potholes on Quay Lane

The potholes on Quay Lane are deep and a danger to cyclists.

The Clerk to write to the county council's surveyor.

The Chair to speak to the haulage firm in Mill Street.

The Council thanked the volunteers who swept the quay. A first aid evening is on 3 March at 7.30 pm in the old chapel.

5. Ferry Quay redevelopment

Mr Aled Parry described the plans for the Ferry Quay redevelopment. It would cover 62,000 square feet and house 140
students.

6. Bond fund

It was RESOLVED that £50,000 of the bond fund be put into savings bonds if the rate was above two per cent. Carried by 3
votes to none.

7. Surface water at Redmarsh

Redmarsh surface water: a full discussion took place and works should be finished in March.
"""

MARCH = """Minutes of a special meeting of the Ferrybridge Town Council on Tuesday 10 March 2020 at 6pm

Present: Councillor Hazel Brandt (Chair), Councillor Owen Tallis, Councillor Ruth Amory

1. Insurance

The Chair said that the purpose of the special meeting was to insure the volunteers who would mend the slipway.

2. Bond fund

The Clerk reported that nothing of the bond fund had gone into savings bonds, because the rate had fallen to 1.4 per
cent.

3. Ferry Quay redevelopment

The Council noted that the plans for the Ferry Quay redevelopment had been lodged. The old boathouse has been sold.

Seconded by Owen Tallis to approve the minutes.

4. Job duties

Owen - the lawn mower, Ruth - posters and the ladder.
"""

BEHIND = (
    "9. Moved by Councillor Brandt",
    "Seconded by Councillor Tallis",
    "1. That the Charges By-law be amended to split the rates at $6.55 and $12.62.",
    "VOTING IN FAVOUR: Councillors Brandt and Tallis (2) VOTING AGAINST: Councillors Amory, Ives and Rowe (3)",
    "DEFEATED",
)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with index_over(tmp_path_factory.mktemp("town"), {"january": JANUARY, "march": MARCH}) as index:
        yield index


def ask(index: Index, *turns: str) -> Answer:
    return answer_question(index, turns, today=date(2024, 6, 1))


def cited(answer: Answer) -> set[tuple[str | None, str | None]]:
    return {(one.date, one.minute) for one in answer.citations}


@pytest.mark.parametrize(
    ("asked", "kind", "wants"),
    [
        ("the swimming pool asked for money, what did we say", "fact", frozenset()),
        ("what are the paid holidays under the new policy", "list", frozenset()),
        ("what is Ruth Amory paying for the boathouse", "fact", {"money"}),
        ("what figure did the bid come in at", "fact", {"money"}),
        ("what time did Tallis turn up on 14 January", "attendance", {"time"}),
        ("were the running costs of the pool ever sent round", "fact", {"yes_no"}),
    ],
)
def test_the_sort_of_fact_that_is_asked_for(asked: str, kind: str, wants: frozenset[str]) -> None:
    assert (kind_of(asked), wants_of(asked)) == (kind, wants)


def test_a_speed_between_two_figures_is_a_number() -> None:
    assert holds("count", "The average speed was 23/24 MPH.")
    assert not holds("count", "See minute 23/24 for this.")


def test_a_motion_that_begins_with_its_number_is_told_with_its_outcome() -> None:
    assert max(outcome_of(BEHIND, 2)) == 4


@pytest.mark.parametrize(("year", "told"), [("2020/21", "£18,400"), ("2022/23", None)])
def test_what_was_set_for_one_year_is_no_answer_for_a_later_one(town: Index, year: str, told: str | None) -> None:
    answer = ask(town, f"precept set for {year}")
    assert (answer.status == "answered", (told or "") in answer.answer) == (told is not None, True)
    assert "£18,400" not in answer.answer or told


def test_when_a_term_begins_is_no_meeting(town: Index) -> None:
    answer = ask(town, "mayors allowance for the term starting may 2022")
    assert cited(answer) == {("2020-01-14", "3")}
    assert "£900" in answer.answer


def test_what_another_council_decided_is_not_told_by_a_minute_that_names_its_place(town: Index) -> None:
    assert ask(town, "what did Redmarsh Parish Council decide about the surface water").status == "not_found"


def test_an_office_is_told_what_it_was_left_to_do(town: Index) -> None:
    answer = ask(town, "what was the clerk left to do about the potholes on quay lane in january 2020?")
    assert "The Clerk to write to the county council's surveyor" in answer.answer.replace("’", "'")
    assert "Chair" not in answer.answer
    assert cited(answer) == {("2020-01-14", "4")}


def test_sums_put_to_a_subject_are_no_story(town: Index) -> None:
    answer = ask(town, "Ferry Quay redevelopment - how big in sq ft and how many students, per Parry")
    assert answer.kind == "fact"
    assert "62,000" in answer.answer
    assert "140" in answer.answer
    assert ("2020-01-14", "5") in cited(answer)


def test_why_it_never_happened_is_asked_of_later_meetings(town: Index) -> None:
    asked = "we voted 50k of the bond fund into savings bonds in jan 2020, why did it never go in"
    assert asks_sequel(asked, asked.index("jan 2020") + len("jan 2020"))
    assert ("2020-03-10", "2") in cited(ask(town, asked))


@pytest.mark.parametrize(
    ("turns", "minutes"),
    [
        (("what was the special meeting in march 2020 for",), "1"),
        (("when was the special meeting in march 2020", "what was it about"), "1234"),
    ],
)
def test_what_a_special_meeting_was_for(town: Index, turns: tuple[str, ...], minutes: str) -> None:
    answer = ask(town, *turns)
    assert answer.answer.startswith("Ferrybridge Town Council, 10 March 2020, minute 1")
    assert "insure the volunteers" in answer.answer
    assert cited(answer) == {("2020-03-10", number) for number in minutes}


def test_when_somebody_came_is_told_by_the_list_and_when_he_left_is_not(town: Index) -> None:
    came = ask(town, "what time did Tallis turn up on 14 january 2020")
    assert (came.status, "7.40 pm" in came.answer) == ("answered", True)
    assert ask(town, "what time did Tallis leave on 14 january 2020").status == "not_found"


def test_votes_for_somebody_are_not_those_for_a_motion(town: Index) -> None:
    answer = ask(town, "how many votes did Brandt get for the bond fund")
    assert (answer.status, answer.citations) == ("not_found", ())


def test_what_somebody_is_left_is_told_from_a_list_of_jobs(town: Index) -> None:
    answer = ask(town, "what was owen left to do after the march 2020 meeting")
    assert answer.kind == "actions"
    assert answer.answer.startswith("One action recorded")
    assert "the lawn mower" in answer.answer
    assert "approve" not in answer.answer
    assert cited(answer) == {("2020-03-10", "4")}


def test_for_what_something_sold_is_a_sum(town: Index) -> None:
    assert wants_of("what did the old boathouse sell for?") == {"money"}
    assert ask(town, "what did the old boathouse sell for?").status == "not_found"


def test_a_day_on_which_the_council_did_not_meet_is_not_told_from_another(town: Index) -> None:
    answer = ask(town, "what did the members decide on 11 february 2020")
    assert (answer.status, answer.citations) == ("not_held", ())


@pytest.mark.parametrize(
    ("said", "lacking"),
    [
        ("It is on 3 March at 7.30 pm in the chapel, with two speakers.", True),
        ("It was well attended.", True),
        ("County residents were thanked.", True),
        ("There were 34 people at the evening.", False),
        ("Attendance was 34.", False),
        ("Thirty residents took part.", False),
    ],
)
def test_how_many_came_is_a_number_of_people(said: str, lacking: bool) -> None:
    assert untold("how many came to the first aid evening", said) is lacking


def test_a_date_is_not_how_many_came(town: Index) -> None:
    assert ask(town, "how many came to the first aid evening in the old chapel").status == "not_found"
