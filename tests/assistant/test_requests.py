"""What is asked of a body is told with what it decided; an extraordinary meeting is told from the ordinary one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.kinds import kind_of
from assistant.motions import answer_to
from assistant.numbers import numbers_in
from assistant.pipeline import answer_question
from index_store.index import Index, open_index
from index_store.indexer import add

EXTRAORDINARY = """# Pennant Community Council

## Extraordinary meeting held on 6 February 2019 at the Reading Room

Present: Cllr Huw Parry (Chair), Cllr Nia Bevan, Cllr Tom Ashcroft

1. Apologies

There were no apologies.

2. Candidate sites

The Council objected to the site at Glan Rhyd, which lies outside the village.
"""
ORDINARY = """# Pennant Community Council

## Minutes of the meeting held on 6 February 2019 at the Reading Room, following the Extraordinary Meeting

Present: Cllr Huw Parry (Chair), Cllr Nia Bevan

1. Apologies

Apologies were received from Cllr Tom Ashcroft.

2. Footpaths

A letter had been received from Mr R. Ellis requesting support for the reopening of the path between the church and the
old mansion. Following a discussion it was agreed that this could not be supported, in view of the cost and because the
path would come out on the bend of the main road, where there had been two accidents in the year before and where the
verge is too narrow for walkers. The stile at Cwm Farm had been mended and a new sign put up by volunteers at no cost.

3. Mobile phones

That the following action be taken:

a) the by-law be introduced at the next meeting to:

i) approve the agreement with Carnedd Telecom for six years, with two options to extend it;

ii) authorise the Clerk to sign it.

The motion was carried.

4. Planning

The following observations were agreed by the whole Council after a long discussion of each of the applications, to go
to the county from the Clerk before the end of the month, with a copy to each of the applicants who had written to us:

PL/00590

Barn for hay

Cwm Farm

NO OBSERVATIONS

PL/00754

Conversion into flats

The Anchor Inn

Pennant

OBJECTIONS

1. The access is too narrow for the traffic that it would bring, and there are not enough places to park in the village.

5. Devolution

The Chair introduced the report. It was noted that no recommendation had been made when the report was published.
Members spoke about the costs of two tiers of councils and about what had been done elsewhere in the three years before,
and Cllr Bevan asked that all of it be open to the public.

The Chair proposed and Cllr Bevan seconded the above motion, that the Council:

(1) agree to ask to be included in the devolution programme

(2) ask that elections be put off by a year

RESOLVED that the Council:

(1) agree to ask to be included in the devolution programme; and

(2) ask that elections be put off by a year.
"""


@pytest.fixture(scope="module")
def pennant(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder: Path = tmp_path_factory.mktemp("pennant")
    for name, text in (("extraordinary.md", EXTRAORDINARY), ("ordinary.md", ORDINARY)):
        (folder / name).write_text(text, encoding="utf-8")
    home = folder / "home"
    outcomes = list(add([folder / "extraordinary.md", folder / "ordinary.md"], home))
    assert [one.state for one in outcomes] == ["added", "added"]
    return open_index(home)


def ask(index: Index, question: str) -> Answer:
    return answer_question(index, (question,), today=date(2019, 6, 1))


def test_a_request_is_never_quoted_without_what_was_decided_on_it(pennant: Index) -> None:
    answer = ask(pennant, "the path from the church to the mansion, who wrote to us about it?")
    assert "Mr R. Ellis" in answer.answer
    assert "could not be supported" in answer.answer


def test_item_of_the_extraordinary_one_of_two_meetings_on_a_day(pennant: Index) -> None:
    answer = ask(pennant, "item 2 of the extraordinary meeting on 6 February 2019")
    assert [one.title for one in answer.citations] == ["Candidate sites"]


def test_item_of_two_meetings_on_a_day_is_asked_back(pennant: Index) -> None:
    assert ask(pennant, "item 2 of the meeting on 6 February 2019").status == "unclear"


def test_what_leads_in_what_leads_in_is_quoted_to_its_end(pennant: Index) -> None:
    answer = ask(pennant, "mobile phones: who did we sign with and for how long")
    assert "Carnedd Telecom for six years" in answer.answer


def test_an_entry_of_short_lines_is_quoted_to_what_was_decided_on_it(pennant: Index) -> None:
    answer = ask(pennant, "conversion of the Anchor Inn into flats")
    assert "Conversion into flats; The Anchor Inn; Pennant; OBJECTIONS" in answer.answer


def test_what_was_resolved_is_told_once_and_without_what_was_only_remarked(pennant: Index) -> None:
    answer = ask(pennant, "what was decided about devolution")
    assert answer.answer.count("included in the devolution programme") == 1
    assert "elections be put off by a year." in answer.answer
    assert "no recommendation had been made" not in answer.answer


@pytest.mark.parametrize(
    ("sentences", "told"),
    [
        (["A request was received for a bench.", "It was agreed that one be bought."], {1}),
        (["A request was received for a bench.", "It would cost £90.", "This was refused."], {1, 2}),
        (["A request for a bench was refused.", "It was agreed that the hedge be cut."], set()),
        (["The bench was painted.", "It was agreed that the hedge be cut."], set()),
        (["A request was received for a bench.", "It would cost £90.", "It is oak."], set()),
    ],
)
def test_what_answers_a_request(sentences: list[str], told: set[int]) -> None:
    assert answer_to(sentences, 0) == told


@pytest.mark.parametrize(
    "question",
    [
        "the bridge, what were we told in April 2011 and when did repairs finally start",
        "that bill they refused in August, did it get paid in the end",
    ],
)
def test_a_beginning_and_an_end_are_a_story(question: str) -> None:
    assert kind_of(question) == "timeline"


def test_a_lettered_number_asks_for_its_minute_by_itself() -> None:
    assert [one.number for one in numbers_in("10A may 2019")] == ["10A"]
    assert numbers_in("10 may 2019") == ()
