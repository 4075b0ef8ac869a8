"""Planted faults, each run over the sample minutes by the real pipeline, are flagged by the measure that they spoil."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.samples import SAMPLES
from assistant.settings import Settings
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

Ask = Callable[[str, Path], Run]


@pytest.fixture(scope="module")
def cases() -> EvaluationSet:
    """The sample set together with the questions in other words."""
    sample, reworded = (load_set(find_set(name)) for name in ("sample", "reworded"))
    return sample.model_copy(update={"cases": [*sample.cases, *reworded.cases]})


@pytest.fixture(scope="module")
def ask(cases: EvaluationSet, embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Runs the set over a home with the pipeline as it is at the time."""
    runs = tmp_path_factory.mktemp("runs")

    def run(name: str, home: Path) -> Run:
        with open_index(home, embedder) as index:
            started = start_run(runs / name, cases, cases.cases, {})
            run_cases(started, index, cases.cases, pipeline(DAY, Settings(home=home)))
        return started

    return run


@pytest.fixture(scope="module")
def sound(ask: Ask, sample_index: Path) -> Run:
    """The run of the program as it is."""
    return ask("sound", sample_index)


@pytest.fixture
def found(
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    ask: Ask,
    sound: Run,
    cases: EvaluationSet,
    sample_index: Path,
    embedder: Embedder,
    tmp_path: Path,
) -> Comparison:
    """A faulty run compared with the sound one. What changes how minutes are indexed gets an index of its own."""
    before = sound.scores()
    fault: faults.Fault = request.param
    fault(monkeypatch)
    home = sample_index
    if fault in (faults.raw_chunks, faults.lexical_only):
        home = tmp_path / "home"
        list(add([SAMPLES], home, embedder))
    return compare(ask(fault.__name__, home).scores(), before, cases.floor)


@pytest.mark.parametrize(
    ("found", "measures"),
    [
        (faults.raw_chunks, RETRIEVAL),
        (faults.dense_only, RETRIEVAL | CITATIONS),
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


def test_random_small_differences_of_a_writer_are_never_flagged(sound: Run, cases: EvaluationSet) -> None:
    answers = sound.answers()

    def written(seed: int) -> Sequence[Score]:
        pick = random.Random(seed)
        return [score_answer(case, varied(answers[case.id], pick)) for case in cases.cases]

    compared = [compare(written(2 * n), written(2 * n + 1), cases.floor) for n in range(20)]
    assert [verdict(one) for one in compared if one.verdict == "regression"] == []
    assert all(one.worse and one.better for one in compared), "the writer differs from itself"


def test_a_question_that_breaks_the_program_is_a_failed_case_and_the_run_goes_on(
    cases: EvaluationSet, sample_index: Path, embedder: Embedder, tmp_path: Path
) -> None:
    few = cases.model_copy(update={"cases": cases.cases[:3]})

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
