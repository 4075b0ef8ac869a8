"""Planted faults, each run over the sample minutes by the real pipeline, are flagged by the measure that they spoil."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import eval.runner as runner
from assistant.samples import SAMPLES
from assistant.settings import Settings
from eval.bearing import Bearing
from eval.cases import EvaluationSet, find_set, load_set
from eval.compare import Comparison, compare
from eval.metrics import Score, score_answer
from eval.runner import pipeline, run_cases
from eval.runs import Run, start_run
from eval.verdict import verdict
from index_store.embedder import Embedder
from index_store.index import open_index
from index_store.indexer import add
from tests.eval import faults

pytestmark = pytest.mark.timeout(900)
DAY = date(2026, 1, 15)
RETRIEVAL = {"recall@5", "MRR", "nDCG@10"}
CITATIONS = {"right minutes cited", "citation recall", "citation precision"}

SETS = {name: load_set(find_set(name)) for name in ("sample", "reworded")}


class Asking:
    """Runs a set over a home with the pipeline as it is at the time. An index is opened once, and what was checked
    against its minutes is remembered, for most answers are the same in every run."""

    def __init__(self, runs: Path, embedder: Embedder) -> None:
        self._runs, self._embedder = runs, embedder
        self._opened: dict[Path, Bearing] = {}

    def __call__(self, name: str, cases: EvaluationSet, home: Path) -> Run:
        if home not in self._opened:
            self._opened[home] = Bearing(open_index(home, self._embedder))
        bearing = self._opened[home]
        run = start_run(self._runs / name, cases, cases.cases, {})
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(runner, "Bearing", lambda _: bearing)
            run_cases(run, bearing.index, cases.cases, pipeline(DAY, Settings(home=home)))
        return run


@pytest.fixture(scope="module")
def ask(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Asking:
    return Asking(tmp_path_factory.mktemp("runs"), embedder)


@pytest.fixture(scope="module")
def sound(ask: Asking, sample_index: Path) -> dict[str, Run]:
    """A run of each set with the program as it is."""
    return {name: ask(f"sound-{name}", cases, sample_index) for name, cases in SETS.items()}


@pytest.fixture
def found(
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    ask: Asking,
    sound: dict[str, Run],
    sample_index: Path,
    embedder: Embedder,
    tmp_path: Path,
) -> Comparison:
    """A faulty run compared with the sound one. What changes how minutes are indexed gets an index of its own.

    Whether minutes are found by sense is asked by the questions in other words: of the others, words find most.
    """
    fault: faults.Fault = request.param
    cases = SETS["reworded" if fault is faults.lexical_only else "sample"]
    before = sound[cases.name].scores()
    if fault is faults.changes_a_digit:  # what is not a quote takes long to check: only questions that ask for numbers
        cases = cases.model_copy(
            update={"cases": [one for one in cases.cases if one.kind in ("fact", "count", "vote")]}
        )
    fault(monkeypatch)
    home = sample_index
    if fault in (faults.raw_chunks, faults.lexical_only):
        home = tmp_path / "home"
        list(add([SAMPLES], home, embedder))
    return compare(ask(fault.__name__, cases, home).scores(), before, cases.floor)


@pytest.mark.parametrize(
    ("found", "measures"),
    [
        (faults.raw_chunks, RETRIEVAL),
        (faults.dense_only, RETRIEVAL | CITATIONS | {"facts given"}),
        (faults.lexical_only, RETRIEVAL),
        (faults.no_date_filter, CITATIONS),
        (faults.drops_citations, {"right minutes cited", "citation recall"}),
        (faults.changes_a_digit, {"sentences borne out"}),
        (faults.declining_off, {"declining recall"}),
        (faults.everything_declined, {"answered when held"}),
        (faults.no_registers, {"lists complete", "right minutes cited"}),
        (faults.edits_quotes, {"quotes that differ from the minutes"}),
        (faults.invents_minutes, {"citations of minutes that are not held"}),
    ],
    indirect=["found"],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_planted_fault_is_a_regression_in_the_measure_that_it_spoils(found: Comparison, measures: set[str]) -> None:
    assert found.verdict == "regression", verdict(found)
    assert measures & set(found.regressed), verdict(found)


def varied(answer: dict[str, Any], pick: random.Random) -> dict[str, Any]:
    """One answer as a writer that is never quite the same twice might give it: now and then a sentence less, a
    citation less, other words around it, or a decline."""
    if answer["status"] != "answered" or pick.random() > 0.1:
        return answer
    change = pick.choice(("shorter", "fewer", "wordier", "declined"))
    if change == "declined":
        return {**answer, "status": "not_found", "citations": []}
    if change == "fewer":
        return {**answer, "citations": answer["citations"][:-1] or answer["citations"]}
    text = answer["answer"]
    return {**answer, "answer": text[: len(text) * 3 // 4] if change == "shorter" else f"The minutes say this: {text}"}


def test_random_small_differences_of_a_writer_are_never_flagged(sound: dict[str, Run]) -> None:
    answers, cases = sound["sample"].answers(), SETS["sample"]

    def written(seed: int) -> Sequence[Score]:
        pick = random.Random(seed)
        return [score_answer(case, varied(answers[case.id], pick)) for case in cases.cases]

    compared = [compare(written(2 * n), written(2 * n + 1), cases.floor) for n in range(20)]
    assert [verdict(one) for one in compared if one.verdict == "regression"] == []
    assert all(one.worse and one.better for one in compared), "the writer differs from itself"


def test_a_question_that_breaks_the_program_is_a_failed_case_and_the_run_goes_on(
    sample_index: Path, embedder: Embedder, tmp_path: Path
) -> None:
    few = SETS["sample"].model_copy(update={"cases": SETS["sample"].cases[:3]})

    def breaks(index: Any, turns: Sequence[str]) -> Any:
        if turns == few.cases[1].turns:
            raise KeyError("minute")
        return pipeline(DAY, Settings(home=sample_index))(index, turns)

    run = start_run(tmp_path, few, few.cases, {})
    with open_index(sample_index, embedder) as index:
        run_cases(run, index, few.cases, breaks)
    scores = run.scores()
    assert [score.fault == "failed to run" for score in scores] == [False, True, False]
    assert scores[1].error == "KeyError: 'minute'"
