"""Judging answers: worked examples, and agreement with the published scorer."""

from __future__ import annotations

import importlib.util
import json
import random

import pytest

from eval.cases import Case, ExpectedMinute, load_set
from eval.matching import fold, stands
from eval.measures import MEASURES, groups, measure
from eval.metrics import Score, score_answer
from tests.shared import SHARED, needs_shared

CASE = Case.model_validate(
    {
        "id": "q1",
        "kind": "fact",
        "turns": ["How many indicators, and at what cost?"],
        "cites": [[["2009-09-02", "267", "Executive"]], [["2009-09-02", "*", "Board"]]],
        "facts": [["3,004"], ["£3.65m", "3.65 million"]],
        "forbid": ["approved"],
    }
)
CITATION = {"date": "2009-09-02", "minute": "267", "body": "Leicestershire Together Executive"}

OTHER = {**CITATION, "minute": "268"}


def answer(text: str, *citations: dict[str, str], status: str = "answered") -> dict[str, object]:
    return {"id": "q1", "status": status, "answer": text, "citations": list(citations)}


@pytest.mark.parametrize(
    ("alternative", "text", "found"),
    [
        ("3004", "a total of 3,004 indicators", True),
        ("300", "a total of 3,004 indicators", False),
        ("£3.65m", "cost £3.65 million a year", True),
        ("5 per cent", "rose by 5%", True),
        ("2 September", "on the 2nd September", True),
        ("1.25", "costs 11.25 each", False),
        ("first-contact", "the First Contact scheme", True),
    ],
)
def test_text_is_compared_after_folding(alternative: str, text: str, found: bool) -> None:
    assert stands(alternative, fold(text)) is found


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        (answer("3,004 indicators, £3.65 million [1]", CITATION), None),
        (answer("3,004, £3.65 million [1]", OTHER), "wrong records cited"),
        ({**answer("3,004, £3.65 million [1]", OTHER), "retrieved": [OTHER]}, "not retrieved"),
        ({**answer("3,004, £3.65 million [1]", OTHER), "retrieved": [OTHER, CITATION]}, "retrieved, not cited"),
        ({**answer("3,004, £3.65 million [1]", OTHER), "not_held": ["gone"]}, "expected minutes not held"),
        (answer("3,004 indicators [1]", CITATION), "fact missing"),
        (answer("3,004 at £3.65m were approved [1]", CITATION), "forbidden statement"),
        (answer("The minutes do not say.", status="not_found"), "wrongly declined"),
        ({"id": "q1", "error": "the index is busy"}, "failed to run"),
    ],
)
def test_an_answer_passes_or_its_fault_is_named(given: dict[str, object], fault: str | None) -> None:
    score = score_answer(CASE, given)
    assert score.fault == fault
    assert score.passed is (fault is None)


def test_a_case_to_be_declined_is_left_out_of_the_measures_it_is_not_eligible_for() -> None:
    case = Case(id="d", kind="decline", turns=["Who won the cup?"], refuse=True)
    wrong = score_answer(case, answer("Rovers [1]", CITATION))
    right = score_answer(case, answer("The minutes do not say.", status="not_found"))
    assert (wrong.passed, right.passed) == (False, True)
    assert wrong.fault == "wrongly answered"
    facts = measure([wrong, right], "facts")
    assert (facts.n, facts.value, facts.left_out) == (0, None, 2)
    assert measure([wrong, right], "declined_rightly").value == 0.5
    assert measure([wrong, right], "declining_precision").n == 1


def test_precision_and_recall_of_citations() -> None:
    """Two minutes are expected, one of them is cited, and one citation of three belongs."""
    case = CASE.model_copy(update={"cites": [[*CASE.cites[0], ExpectedMinute(date="2009-09-02", minute="270")]]})
    given = answer("3,004 [1][2][3]", CITATION, {**CITATION, "minute": "268"}, {**CITATION, "minute": "269"})
    values = score_answer(case, given).values
    assert (values["citation_recall"], values["cited"]) == (0.5, 0.0)
    assert values["precision"] == pytest.approx(1 / 3)


def test_a_list_is_as_complete_as_its_minutes_and_facts() -> None:
    case = CASE.model_copy(update={"kind": "list"})
    assert score_answer(case, answer("3,004 [1]", CITATION)).values["complete"] == pytest.approx(2 / 3)
    assert "complete" not in score_answer(CASE, answer("3,004 [1]", CITATION)).values


def test_integrity_and_grounding_are_shares_of_citations_and_sentences() -> None:
    kept = {"existing": 2, "exact": 1, "invented": 1, "inexact": 1, "statements": 4, "borne_out": 3}
    score = score_answer(CASE, {**answer("3,004 [1]", CITATION, CITATION, CITATION), "integrity": kept})
    assert score.values["existing"] == pytest.approx(2 / 3)
    assert score.values["exact"] == pytest.approx(1 / 3)
    assert score.values["grounded"] == 0.75
    assert (score.invented, score.inexact) == (1, 1)


def test_a_case_that_failed_to_run_counts_as_failed_and_is_counted() -> None:
    ran = score_answer(CASE, answer("3,004 at £3.65m [1]", CITATION))
    failed = score_answer(CASE, {"id": "q1", "error": "the index is busy"})
    for name in ("passed", "facts", "citation_recall", "precision", "answered_rightly"):
        found = measure([ran, failed], name)
        assert (found.value, found.n, found.failed) == (0.5, 2, 1), name
    assert measure([ran, failed], "words").n == 1


def test_every_measure_has_an_interval_that_holds_its_value() -> None:
    given = {**answer("3,004 at £3.65m [1]", CITATION), "elapsed_ms": 12, "retrieved": [CITATION]}
    found = [measure([score_answer(CASE, given)] * 3, name) for name in MEASURES]
    shown = [one for one in found if one.value is not None and one.interval is not None]
    assert len(shown) >= 15
    assert all(one.interval.low <= one.value <= one.interval.high for one in shown)  # type: ignore[union-attr,operator]


def test_scores_are_grouped_by_kind_half_tag_and_body_with_all_last() -> None:
    score = score_answer(CASE, answer("3,004 at £3.65m [1]", CITATION))
    assert list(groups([score])) == ["fact", "half: development", "body: Board", "body: Executive", "all"]


def random_answers(cases: list[Case], seed: int) -> dict[str, dict[str, object]]:
    """Answers of every degree of wrongness, made from the gold itself."""
    pick = random.Random(seed)
    made: dict[str, dict[str, object]] = {}
    for case in cases:
        groups_ = case.cites or [[]]
        cites = [one for one in pick.choice(groups_) if pick.random() < 0.8]
        facts = [pick.choice(group) for group in case.facts if pick.random() < 0.85]
        extra = case.forbid if pick.random() < 0.2 else []
        made[case.id] = {
            "id": case.id,
            "status": "answered" if pick.random() < (0.3 if case.refuse else 0.9) else "not_found",
            "answer": " and ".join([*facts, *extra, "so on"]),
            "citations": [{"date": one.date, "minute": one.minute, "body": f"The {one.body} Body"} for one in cites],
        }
    return made


@needs_shared
@pytest.mark.parametrize("name", ["ayton", "govan", "boards"])
def test_judgements_agree_with_the_published_scorer(name: str) -> None:
    spec = importlib.util.spec_from_file_location("published", SHARED / "questions" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    published = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(published)
    path = SHARED / "questions" / f"{name}.jsonl"
    raw = {one["id"]: one for one in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    cases = load_set(path).cases
    answers = random_answers(cases, seed=7)
    ours: list[Score] = [score_answer(case, answers[case.id]) for case in cases]
    theirs = [published.judge(raw[case.id], answers[case.id])["ok"] for case in cases]
    assert [score.passed for score in ours] == theirs
    assert 0 < sum(theirs) < len(theirs)
