"""Comparing runs: what is flagged, what is not, and why."""

from __future__ import annotations

from dataclasses import replace

from eval.compare import compare
from eval.metrics import score_answer
from eval.verdict import verdict
from tests.eval.made import CASES, DECLINED, MINUTE, RIGHT, scores


def test_the_same_run_twice_is_no_difference() -> None:
    found = compare(scores(), scores(), 0.02)
    assert (found.verdict, found.worse, found.better, found.p_value) == ("same", (), (), 1.0)
    assert {one.change for one in found.differences} == {0.0}
    assert verdict(found).startswith("No difference")


def test_citations_dropped_are_flagged_as_citations_and_not_as_facts() -> None:
    found = compare(scores(citations=[]), scores(), 0.02)
    assert found.verdict == "regression"
    assert {"right minutes cited", "citation recall"} <= set(found.regressed)
    assert "facts given" not in found.regressed
    assert "right minutes cited" in verdict(found)


def test_a_wrong_fact_is_flagged_as_a_fact_and_not_as_a_citation() -> None:
    found = compare(scores(answer="nine [1]"), scores(), 0.02)
    assert "facts given" in found.regressed
    assert "right minutes cited" not in found.regressed


def test_minutes_found_later_are_flagged_as_retrieval_alone() -> None:
    found = compare(scores(retrieved=[{**MINUTE, "minute": "2"}, MINUTE]), scores(), 0.02)
    assert set(found.regressed) == {"MRR", "nDCG@10"}


def test_declining_everything_lowers_the_precision_of_declining_though_no_case_is_eligible_in_both_runs() -> None:
    """Before, only cases to be declined were declined (20 of 20); now all 100 are, 20 of them rightly."""
    found = compare([score_answer(case, DECLINED) for case in CASES], scores(), 0.02)
    (declining,) = (one for one in found.differences if one.name == "declining_precision")
    assert (declining.n_before, declining.n_after) == (20, 100)
    assert (declining.before, declining.after) == (1.0, 0.2)
    assert {"declining precision", "answered when held"} <= set(found.regressed)


def test_one_invented_citation_is_a_regression_whatever_the_rest() -> None:
    worse = scores()
    worse[0] = replace(worse[0], invented=1)
    assert compare(worse, scores(), 0.02).regressed == ("citations of minutes that are not held",)


def test_a_drop_that_chance_explains_is_worse_but_no_regression() -> None:
    worse = [score_answer(case, DECLINED if case.id in ("q0", "q1", "q2") else RIGHT) for case in CASES[:80]]
    found = compare(worse, scores()[:80], 0.02)
    assert found.verdict == "worse"
    assert "not for certain" in verdict(found)


def test_a_drop_within_the_floor_is_let_pass_however_sure() -> None:
    lost = {f"q{n}" for n in range(15)}
    worse = [score_answer(case, DECLINED if case.id in lost else RIGHT) for case in CASES[:80]]
    assert compare(worse, scores()[:80], 0.02).verdict == "regression"
    assert compare(worse, scores()[:80], 0.2).verdict == "worse"


def test_improvements_that_are_not_in_the_baseline_yet_are_pointed_out() -> None:
    found = compare(scores(), scores(answer="nine [1]"), 0.02)
    assert "facts given" in found.improved
    assert "minutes eval accept" in verdict(found)


def test_a_case_that_failed_to_run_counts_as_failed() -> None:
    failed = [score_answer(case, {"error": "the index is busy"}) for case in CASES]
    found = compare(failed, scores(), 0.02)
    assert found.failed == 100
    assert {"answers right", "facts given", "recall@5", "declining recall", "answered when held"} <= set(
        found.regressed
    )


def test_cases_that_only_one_run_holds_are_named_and_left_out() -> None:
    found = compare(scores()[1:], scores()[:-1], 0.02)
    assert (found.only_before, found.only_after) == (("q0",), ("d19",))
    assert found.n == 98
