"""Questions understood against small fictional minutes and the real Leicestershire ones."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.bodies import named_bodies
from assistant.dates import read_dates
from assistant.kinds import kind_of
from assistant.numbers import codes_of_minutes, folded_number, without_letters
from assistant.question import Question, understand
from assistant.sittings import sittings_of
from assistant.wants import wants_of
from index_store.catalogue import Catalogue
from index_store.held import Body, HeldMeeting, Scope
from tests.assistant.question_minutes import town as town

TODAY = date(2016, 2, 1)
ALL = Scope()
COUNCIL, PLANNING = "harrowmere-town-council", "harrowmere-planning-committee"


def ask(text: str, catalogue: Catalogue, scope: Scope = ALL) -> Question:
    return understand([text], catalogue, scope, TODAY)


def body(name: str, *aliases: str) -> Body:
    return Body(name.lower().replace(" ", "-"), name, None, aliases, 3, None, None)


BOARDS = (
    body("Harbour Data User Group", "HDUG"),
    body("Justice and Safety Sector Panel"),
    body("Local Harbour Panel"),
)


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("who chaired HDUG in March", ["harbour-data-user-group"]),
        ("what did the justice and safety panel say", ["justice-and-safety-sector-panel"]),
        ("minutes of the local harbour panel", ["local-harbour-panel"]),
        ("did the panel agree", ["justice-and-safety-sector-panel", "local-harbour-panel"]),
        ("what did the local harbuor panel do", ["local-harbour-panel"]),
    ],
)
def test_bodies_by_abbreviation_part_of_the_name_and_misspelt(text: str, slugs: list[str]) -> None:
    (mention,) = named_bodies(text, BOARDS)
    assert sorted(mention.slugs) == slugs


@pytest.mark.parametrize("text", ["what did the Planning Committee decide", "who makes up the public data group"])
def test_a_body_with_other_words_in_its_name_is_not_one_of_those_held(text: str) -> None:
    assert [one.slugs for one in named_bodies(text, BOARDS)] in ([()], [])


def test_a_neighbouring_council_is_not_ours() -> None:
    (mention,) = named_bodies("what did Nether East town council say", (body("Nether Town Council"),))
    assert mention.slugs == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("who was in the chair on 4 April 2017", "attendance"),
        ("list the apologies for 13 January", "attendance"),
        ("what did we decide about the bandstand", "decision"),
        ("how did the vote go on the skate park", "vote"),
        ("who seconded it", "vote"),
        ("which meetings discussed the skate park", "list"),
        ("how often did Una Pettigrew attend", "count"),
        ("how many meetings were held in 2015", "count"),
        ("which minutes refer to minute 43", "crossref"),
        ("what actions are outstanding", "actions"),
        ("what did Ann Other agree to do", "actions"),
        ("what did the Board agree to do about the pharmacy", "decision"),
        ("what did the roof cost", "fact"),
        ("how many came forward with a petition", "fact"),
        ("thanks!", "chat"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    if text.startswith("how many came"):
        assert kind_of(text) in ("fact", "attendance")
    else:
        assert kind_of(text) == kind


def test_a_number_makes_a_look_up_and_a_decision_of_it_stays_one() -> None:
    assert kind_of("what was item 7 about", numbered=True) == "lookup"
    assert kind_of("what was decided in minute 271", numbered=True) == "decision"


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        ("how much did the roof cost", {"money"}),
        ("how many votes did it get", {"count", "votes"}),
        ("when was it mended", {"date"}),
        ("who has to write to them", {"person"}),
        ("why was it put off", {"reason"}),
        ("what percentage came back", {"percentage"}),
        ("was the roof mended", {"yes_no"}),
        ("how big was the grant", {"money"}),
        ("which firm was picked", {"organisation"}),
    ],
)
def test_sorts_of_fact_asked_for(text: str, wants: set[str]) -> None:
    assert wants_of(text) == wants


def test_a_meetings_own_date_narrows_the_scope(town: Catalogue) -> None:
    question = ask("what did the town council decide on 3 March 2015", town)
    assert question.scope.meetings == (f"{COUNCIL}/2015-03-03",)
    assert question.date_hard
    assert question.missing is None


def test_a_date_that_is_part_of_the_matter_does_not(town: Catalogue) -> None:
    question = ask("how much had the 2014 carnival cost", town)
    assert question.scope.meetings is None
    assert not question.date_hard
    assert "2014" in question.topic


def test_no_meeting_in_the_month_asked_for(town: Catalogue) -> None:
    question = ask("what was agreed at the April 2015 meeting", town)
    assert question.missing == "no_such_meeting"
    assert "April 2015" in (question.date_words or "")


def test_a_date_next_to_a_body_is_its_meeting(town: Catalogue) -> None:
    assert ask("town council, 3 March 2015: lamps", town).scope.meetings == (f"{COUNCIL}/2015-03-03",)
    assert ask("town council 5 March 2015 lamps", town).missing == "no_such_meeting"
    assert not ask("lamps of the town council bought 5 March 2015", town).date_hard


def test_the_annual_meeting_is_known_by_what_is_printed_over_its_minutes() -> None:
    heads = {"2015-03-03": "Minutes of the meeting", "2015-05-05": "Minutes of the Annual Parish Council Meeting"}
    meetings = [
        HeldMeeting(f"hull/{day}", "hull", "Hull", None, day, None, None, None, None, False, "minutes", "x.txt")
        for day in heads
    ]
    periods = read_dates("who chaired the 2015 AGM", TODAY)
    found = sittings_of(
        "who chaired the 2015 AGM", "attendance", periods, meetings, TODAY, head_of=lambda one: heads[one.date or ""]
    )
    assert [one.date for one in found.meetings or ()] == ["2015-05-05"]


def test_no_such_body(town: Catalogue) -> None:
    assert ask("what did the Licensing Committee decide on 3 March 2015", town).missing == "no_such_body"


def test_a_filter_that_leaves_out_what_is_asked_for(town: Catalogue) -> None:
    scope = Scope(bodies=(PLANNING,))
    assert ask("who chaired the town council on 3 March 2015", town, scope).missing == "outside_filter"


def test_last_meeting_and_the_one_before(town: Catalogue) -> None:
    last = ask("what was agreed at the last town council meeting", town)
    assert last.scope.meetings == (f"{COUNCIL}/2015-05-05",)
    before = ask("who was at the town council meeting before last", town)
    assert before.scope.meetings == (f"{COUNCIL}/2015-03-03",)


def test_a_date_without_a_year_is_the_meeting_on_that_day(town: Catalogue) -> None:
    assert ask("who chaired on 14 may", town).scope.meetings == (f"{PLANNING}/2015-05-14",)


def test_numbers_and_clauses(town: Catalogue) -> None:
    (number,) = ask("what does minute 43(ii) say", town).numbers
    assert (number.sort, number.number, number.clause) == ("minute", "43", "ii")
    (letter,) = ask("what was item 4.A about", town).numbers
    assert (letter.sort, letter.number) == ("item", "4A")
    (item,) = ask("what was item 5 about", town).numbers
    assert (item.sort, item.number) == ("item", "5")
    assert ask("minutes of 14 May 2015", town).numbers == ()


@pytest.mark.parametrize(
    ("asked", "number"), [("what was item VI.A about", "VI.A"), ("minute VII", "VII"), ("what did minute I hear", None)]
)
def test_a_minute_is_asked_for_by_its_roman_number(asked: str, number: str | None, town: Catalogue) -> None:
    assert [one.number for one in ask(asked, town).numbers] == ([number] if number else [])


def test_people_misspelt_and_by_surname(town: Catalogue) -> None:
    assert ask("did Edith Marlow attend", town).people == ("Edith Marlowe",)
    assert ask("how often did Cllr Oxley attend", town).people == ("Bram Oxley",)


def test_the_topic_is_what_is_left(town: Catalogue) -> None:
    topic = ask("what did the town council decide about the skate park on 5 May 2015?", town).topic.split()
    assert topic[-2:] == ["skate", "park"]
    assert "2015" not in topic


def test_a_quoted_phrase(town: Catalogue) -> None:
    assert ask('which minutes say "skate park"', town).phrase == "skate park"


def test_a_year_and_the_next_is_a_minute_only_where_one_is_asked_for() -> None:
    held = {"23/24": "23/024", "23/31": "23/031"}
    assert codes_of_minutes("precept 23/24", held) == ()
    assert [one.number for one in codes_of_minutes("minute 23/24", held)] == ["23/024"]
    assert [one.number for one in codes_of_minutes("what was 23/31", held)] == ["23/031"]


@pytest.mark.parametrize("text", ["who chaired the ICB board", "what did the icb board decide", "did the ICB agree"])
def test_a_body_by_the_letters_of_its_last_words_with_its_noun_behind_them(text: str) -> None:
    (mention,) = named_bodies(text, (body("NHS Larch and Oakley Integrated Care Board"), body("Local Harbour Panel")))
    assert mention.slugs == ("nhs-larch-and-oakley-integrated-care-board",)


@pytest.mark.parametrize("asked", ["what was minute C/28/24 about", "c/28/24", "show me 28/24"])
def test_a_number_with_letters_and_a_year(asked: str) -> None:
    held = {without_letters("C/28/24"): "C/28/24", folded_number("C/28/24"): "C/28/24"}
    assert [one.number for one in codes_of_minutes(asked, held)] == ["C/28/24"]
