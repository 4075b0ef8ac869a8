"""The sample minutes hang together: what can be counted in them adds up."""

from __future__ import annotations

import calendar
import re
from datetime import date

import pytest
from dateutil import parser as dates

from assistant.samples import SAMPLES
from assistant.samples.planning_docx import FILE, HEADER, ITEMS
from index_store.readers import read_source

DOCUMENTS = {path.name: read_source(path).text for path in sorted(SAMPLES.iterdir())}
DAYS = "|".join(calendar.day_name)
DATED = re.compile(rf"\b({DAYS}),? (\d{{1,2}})(?:st|nd|rd|th)? ({'|'.join(calendar.month_name[1:])}) (\d{{4}})\b")
RECORDED = re.compile(r"^(?:For|Against|Abstain) \((\d+)\)(?:: ((?:.+\n)+))?", re.MULTILINE)


def test_enough_meetings_of_enough_bodies_over_enough_years() -> None:
    bodies = {re.sub(r"-\d{4}-\d\d-\d\d\.\w+$", "", name) for name in DOCUMENTS}
    years = {re.findall(r"-(\d{4})-", name)[0] for name in DOCUMENTS}
    assert len(DOCUMENTS) >= 16
    assert len(bodies) >= 3
    assert {"2019", "2025"} <= years


@pytest.mark.parametrize("name", DOCUMENTS)
def test_weekdays_are_those_of_their_dates(name: str) -> None:
    wrong = [
        " ".join(said)
        for said in DATED.findall(DOCUMENTS[name])
        if calendar.day_name[dates.parse(" ".join(said[1:])).weekday()] != said[0]
    ]
    assert wrong == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_meeting_is_held_on_the_date_of_its_file(name: str) -> None:
    held = date.fromisoformat(re.findall(r"\d{4}-\d\d-\d\d", name)[0])
    first = re.search(r"\b\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+ \d{4}\b", DOCUMENTS[name])
    assert first is not None
    assert dates.parse(first.group()).date() == held


def test_recorded_votes_name_as_many_members_as_they_count() -> None:
    counted = [
        (int(count), len(re.findall(r"\b(?:Mr|Mrs|Ms|Dr) [A-Z]", names)))
        for text in DOCUMENTS.values()
        for count, names in RECORDED.findall(text)
    ]
    assert len(counted) == 12
    assert [pair for pair in counted if pair[0] != pair[1]] == []


def test_the_word_sample_is_what_its_script_writes() -> None:
    text = re.sub(r"(?m)^\d+\. ", "", DOCUMENTS[FILE.name])
    written = [*HEADER, *(line for item in ITEMS for line in item)]
    assert [line for line in text.splitlines() if line] == written
