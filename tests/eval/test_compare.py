"""Comparing runs: what is flagged, what is not, and why."""

from __future__ import annotations

import random
from dataclasses import replace

from eval.cases import Case
from eval.compare import compare
from eval.metrics import Score, score_answer
from eval.report import verdict

CASES = [
    Case.model_validate(
        {"id": f"q{n}", "kind": "fact", "turns": ["?"], "cites": [[["2020-01-01", "1", None]]], "facts": [["ten"]]}
    )
    for n in range(80)
] + [Case(id=f"d{n}", kind="decline", turns=["?"], refuse=True) for n in range(20)]
RIGHT = {"status": "answered", "answer": "ten [1]", "citations": [{"date": "2020-01-01", "minute": "1", "body": "B"}]}
DECLINED = {"status": "not_found", "answer": "The minutes do not say.", "citations": []}


def scores(**changes: object) -> list[Score]:
    """Every case answered rightly, but for answered cases changed as given."""
    return [score_answer(case, DECLINED if case.refuse else {**RIGHT, **changes}) for case in CASES]


def test_the_same_run_twice_is_no_difference() -> None:
    found = compare(scores(), scores(), 0.02)
    assert (found.verdict, found.worse, found.better, found.p_value) == ("same", (), (), 1.0)
    assert verdict(found).startswith("No difference")


def test_a_writer_that_drops_citations_is_flagged_by_the_right_measure() -> None:
    found = compare(scores(citations=[]), scores(), 0.02)
    assert found.verdict == "regression"
    assert "right minutes cited" in found.regressed
    assert "facts given" not in found.regressed


def test_a_changed_digit_shows_in_the_facts() -> None:
    found = compare(scores(answer="nine [1]"), scores(), 0.02)
    assert "facts given" in found.regressed
    assert "right minutes cited" not in found.regressed


def test_declining_switched_off_shows_in_declining() -> None:
    off = [score_answer(case, RIGHT) for case in CASES]
    assert "rightly declined" in compare(off, scores(), 0.02).regressed


def test_everything_declined_shows_in_answering() -> None:
    declined = [score_answer(case, DECLINED) for case in CASES]
    assert "answered when held" in compare(declined, scores(), 0.02).regressed


def test_one_invented_citation_is_a_regression_whatever_the_rest() -> None:
    worse = scores()
    worse[0] = replace(worse[0], invented=1)
    assert compare(worse, scores(), 0.02).regressed == ("invented citations",)


def test_random_small_differences_are_not_flagged() -> None:
    flagged = 0
    for seed in range(20):
        pick = random.Random(seed)
        first, second = (
            [score_answer(c, DECLINED if c.refuse or pick.random() < 0.05 else RIGHT) for c in CASES] for _ in range(2)
        )
        flagged += compare(first, second, 0.02).verdict == "regression"
    assert flagged == 0


def test_cases_that_only_one_run_holds_are_named_and_left_out() -> None:
    found = compare(scores()[1:], scores()[:-1], 0.02)
    assert (found.only_before, found.only_after) == (("q0",), ("d19",))
    assert found.n == 98
