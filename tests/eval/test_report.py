"""The report: a page of its own, the verdict first, what went wrong in plain words, everything escaped."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from eval.baseline import Baseline
from eval.cases import EvaluationSet
from eval.compare import compare
from eval.report import write_report
from eval.runs import Run, start_run, write_lines
from tests.eval.made import CASES, DECLINED, MINUTE, RIGHT, scores

ANSWERS = {case.id: DECLINED if case.refuse else RIGHT for case in CASES}
OTHER = {**MINUTE, "minute": "2"}
FAULTS: dict[str, dict[str, Any]] = {
    "q0": {**RIGHT, "citations": [OTHER], "retrieved": [OTHER]},
    "q1": {**RIGHT, "citations": [OTHER]},
    "q2": {**RIGHT, "answer": "<script>alert('nine')</script> [1]"},
    "q3": DECLINED,
    "q4": {"error": "the index is busy"},
    "d0": RIGHT,
}


def run_of(folder: Path, answers: dict[str, dict[str, Any]]) -> Run:
    evaluation = EvaluationSet(name="made", title="Made & Sons", cases=CASES)
    run = start_run(folder, evaluation, CASES, {"writer": "quote", "set_file": str(folder / "made.yaml")})
    write_lines(run.folder / "answers.jsonl", ({"id": one, **answer} for one, answer in answers.items()))
    return run


@pytest.fixture
def page(tmp_path: Path) -> Any:
    run = run_of(tmp_path, ANSWERS | FAULTS)
    baseline = Baseline("2026-01-01T10-00-00", tuple(scores()), {"q0": "ten [1]"})
    path = write_report(run, compare(run.scores(), baseline.scores, 0.02), baseline, [run])
    return html.fromstring(path.read_text(encoding="utf-8"))


def test_the_verdict_comes_before_everything_but_the_title(page: Any) -> None:
    parts = [(one.tag, one.get("class")) for one in page.body if isinstance(one.tag, str)]
    assert parts[:3] == [("h1", None), ("p", "muted"), ("p", "verdict worse")]
    assert "Slightly worse, but not for certain: 6 of 100 cases got worse" in page.text_content()


def test_each_failing_case_says_what_went_wrong(page: Any) -> None:
    told = {}
    for summary in page.xpath("//details[.//b[text()='Given']]/summary"):
        fault, where = (one.text_content() for one in summary.xpath("./span"))
        told[where.split(", ")[1]] = fault
    assert told == {
        "q0": "not retrieved",
        "q1": "retrieved, not cited",
        "q2": "fact missing",
        "q3": "wrongly declined",
        "q4": "failed to run",
        "d0": "wrongly answered",
    }


def test_a_failing_case_shows_expected_and_cited_minutes_and_what_the_search_found(page: Any) -> None:
    (case,) = page.xpath("//details[.//b[text()='Given'] and contains(summary, 'not retrieved')]")
    text = " ".join(case.text_content().split())
    assert "any body, 2020-01-01, minute 1" in text
    assert "B, 2020-01-01, minute 2" in text
    assert "no expected minute among 1" in text


def test_a_flip_shows_both_answers_side_by_side(page: Any) -> None:
    (case,) = page.xpath("//details[.//b[text()='Before'] and contains(summary, 'q0')]")
    assert [one.text for one in case.xpath(".//pre")] == ["ten [1]", "ten [1]"]


def test_what_an_answer_says_is_never_markup_and_nothing_is_fetched(page: Any) -> None:
    assert page.xpath("//script | //link | //img | //iframe") == []
    assert page.xpath("//@src") == []
    assert "<script>alert" in page.text_content()


def test_plots_by_kind_and_over_time_have_their_numbers(page: Any) -> None:
    assert len(page.xpath("//*[name()='svg']")) == 2
    assert "94% of 80" in page.text_content()  # 75 of 80 facts questions are right
    assert "1 run of these cases" in " ".join(page.text_content().split())


def test_all_measures_are_written_with_n_and_interval(tmp_path: Path) -> None:
    run = run_of(tmp_path, ANSWERS)
    write_report(run, None, None, [run])
    rows = [line.split(",") for line in (run.folder / "measures.csv").read_text().splitlines()]
    found = {(row[0], row[1]): row[2:] for row in rows[1:]}
    assert found["fact", "passed"][0] == "1.0"
    assert found["fact", "passed"][3:] == ["80", "0", "0"]
    assert found["decline", "facts"] == ["", "", "", "0", "20", "0"]
    assert json.loads((run.folder / "scores.jsonl").read_text().splitlines()[0])["values"]["mrr"] == 1.0
