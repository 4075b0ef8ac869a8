"""The question sets that come with the program are well formed, and their gold stands in the minutes that it names."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from dateutil import parser as dates

from assistant.answer import AnswerKind, Reason
from assistant.samples import SAMPLES
from eval.cases import SETS, Case, EvaluationSet, ExpectedMinute, load_set
from eval.matching import fold, stands
from index_store.readers import read_source
from tests.shared import SHARED

KINDS = {*get_args(AnswerKind), "followup", "paraphrase", "premise", "decline"} - {"chat"}
REASONS = set(get_args(Reason))
FOLDERS = {"sample": SAMPLES, "leicestershire": SHARED / "minutes" / "leicestershire"}
SIZES = {"sample": 120, "leicestershire": 90}
COUNTED = "counted"
"""Tag of a case whose facts are counted or worked out, and so need not stand in the minutes word for word."""
DATE = re.compile(r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} \d{4}\b")
YEARLY = re.compile(r"^\*\*(\d\d/\d{3}) ", re.MULTILINE)
RUNNING = re.compile(r"^(\d{1,3})\. ", re.MULTILINE)

Documents = list[tuple[date, str]]
"""The date of each meeting and its minutes. Read without the product's parser, so as not to agree with its faults."""


def read_documents(folder: Path) -> Documents:
    texts = [read_source(path).text for path in sorted(folder.iterdir())]
    return [(dates.parse(found.group()).date(), text) for text in texts if (found := DATE.search(text))]


def find_headings(text: str) -> list[tuple[int, str]]:
    """Where each numbered minute begins, and its number. A number that goes back or leaps is no heading."""
    if YEARLY.search(text):
        return [(one.start(), one[1]) for one in YEARLY.finditer(text)]
    headings: list[tuple[int, str]] = []
    for one in RUNNING.finditer(text):
        if not headings or 0 < int(one[1]) - int(headings[-1][1]) <= 3:
            headings.append((one.start(), one[1]))
    return headings


def minute_text(documents: Documents, minute: ExpectedMinute) -> str:
    """The text of a minute with its heading, from the one document of that date that begins with the body's name."""
    day, body = date.fromisoformat(minute.date), fold(minute.body or "")
    (text,) = (text for held, text in documents if held == day and body in fold(text[:600]))
    headings = find_headings(text)
    if minute.minute == "*":
        return text
    if minute.minute == "attendance":
        return text[: headings[0][0]] if headings else text
    edges = [*headings, (len(text), "")]
    return "".join(text[start:end] for (start, number), (end, _) in pairwise(edges) if number == minute.minute)


def gold_text(documents: Documents, minutes: list[ExpectedMinute]) -> str:
    return fold(" ".join(minute_text(documents, one) for one in minutes))


def expected(case: Case) -> list[ExpectedMinute]:
    return [one for minutes in case.cites for one in minutes]


@pytest.fixture(scope="module", params=sorted(FOLDERS))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def cases(name: str) -> EvaluationSet:
    return load_set(SETS / f"{name}.yaml")


@pytest.fixture(scope="module")
def documents(name: str) -> Documents:
    folder: Path = FOLDERS[name]
    if not folder.is_dir():
        pytest.skip(f"no minutes at {folder}")
    return read_documents(folder)


def test_a_set_is_large_enough_and_says_where_its_minutes_are(name: str, cases: EvaluationSet) -> None:
    assert len(cases.cases) >= SIZES[name]
    assert cases.title
    assert cases.description
    assert cases.documents


def test_kinds_are_known_and_every_case_to_decline_has_a_reason(cases: EvaluationSet) -> None:
    assert {case.kind for case in cases.cases} == KINDS
    assert [case.id for case in cases.cases if case.refuse != (case.reason in REASONS)] == []
    assert [case.id for case in cases.cases if case.refuse != (case.kind == "decline")] == []


def test_enough_is_to_be_declined_and_half_of_it_is_a_near_miss(cases: EvaluationSet) -> None:
    declined = [case for case in cases.cases if case.refuse]
    near = [case for case in declined if "near-miss" in case.tags]
    assert len(declined) >= 0.15 * len(cases.cases)
    assert len(near) >= 0.5 * len(declined)


def test_both_halves_hold_every_kind(cases: EvaluationSet) -> None:
    halves = {half: {case.kind for case in cases.cases if case.half == half} for half in ("development", "held-back")}
    assert halves == {"development": KINDS, "held-back": KINDS}


def test_conversations_have_two_or_three_turns(cases: EvaluationSet) -> None:
    followups = [case for case in cases.cases if case.kind == "followup"]
    assert {len(case.turns) for case in followups} <= {2, 3}


def test_cited_minutes_exist(cases: EvaluationSet, documents: Documents) -> None:
    missing = [(case.id, one) for case in cases.cases for one in expected(case) if not minute_text(documents, one)]
    assert missing == []


def test_every_fact_stands_in_one_set_of_the_minutes_to_cite(cases: EvaluationSet, documents: Documents) -> None:
    gone = []
    for case in cases.cases:
        if case.refuse or COUNTED in case.tags:
            continue
        texts = [gold_text(documents, minutes) for minutes in case.cites]
        for text in texts:
            gone += [(case.id, fact) for fact in case.facts if not any(stands(one, text) for one in fact)]
    assert gone == []


def test_questions_do_not_copy_the_minutes(cases: EvaluationSet, documents: Documents) -> None:
    """No question shares seven words in a row with the minute that answers it."""
    copied = []
    for case in cases.cases:
        asked = re.findall(r"\w+", case.turns[-1].casefold())
        runs = [" ".join(asked[at : at + 7]) for at in range(len(asked) - 6)]
        texts = [" ".join(re.findall(r"\w+", gold_text(documents, minutes))) for minutes in case.cites]
        copied += [(case.id, run) for run in runs for text in texts if run in text]
    assert copied == []
