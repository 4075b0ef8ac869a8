"""Runs from the command line: cut off and gone on with, over minutes that are not held, accepted and compared."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assistant.cli import cli
from eval.runs import list_runs, open_run

CASES = 'facts: [["£3.8 million"]], cites: [[{date: 2022-11-15, minute: "104", body: Environment}]]}'


@pytest.fixture
def home(sample_index: Path, tmp_path: Path) -> Path:
    """The sample minutes as if they were the user's own, and as the sample set's."""
    shutil.copytree(sample_index, tmp_path / "home" / "evaluation" / "sample" / "home")
    shutil.copytree(sample_index, tmp_path / "home", dirs_exist_ok=True)
    return tmp_path / "home"


def minutes(home: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--home", str(home), "eval", *words])


def own_set(home: Path, *cases: str, name: str = "mine") -> Path:
    path = home / "evaluation" / f"{name}.yaml"
    path.write_text("title: Mine\ncases:\n" + "".join(f"  - {case}\n" for case in cases), encoding="utf-8")
    return path


def park(number: int, question: str = "What will the park and ride at Gallows Hill cost to build?") -> str:
    return f'{{id: q{number}, kind: fact, question: "{question}", {CASES}'


def test_a_run_that_is_killed_goes_on_where_it_was(home: Path) -> None:
    command = [
        sys.executable,
        "-c",
        "from assistant.cli import main; main()",
        "eval",
        "run",
        "sample",
        "--kind",
        "fact",
    ]
    process = subprocess.Popen(
        command, env={**os.environ, "MINUTES_HOME": str(home)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    runs = home / "evaluation" / "sample" / "runs"
    while process.poll() is None and not any(len(run.answers()) >= 3 for run in list_runs(runs)):
        try:
            process.wait(timeout=0.02)
        except subprocess.TimeoutExpired:
            continue
    process.send_signal(signal.SIGKILL)
    process.wait()
    (cut,) = list_runs(runs)
    kept = cut.answers()
    assert 3 <= len(kept) < 59
    assert not cut.whole
    with (cut.folder / "answers.jsonl").open("ab") as torn:  # as if a line had been half written, in mid-letter
        torn.write('{"id": "half", "answer": "£'.encode()[:-1])
    assert "the run was cut off" in minutes(home, "accept", str(cut.folder)).output
    assert f"cut off after {len(kept)}" in minutes(home, "runs", "sample").output

    done = minutes(home, "run", "sample", "--kind", "fact")
    assert f"Going on with {cut.folder}: {len(kept)} of 59 cases are answered already." in done.output
    (whole,) = list_runs(runs)
    assert whole.whole
    answers = whole.answers()
    assert len(answers) == 59
    assert {one: answers[one] for one in kept} == kept


def test_a_case_whose_minutes_are_not_held_is_told_apart_and_the_rest_is_asked(home: Path) -> None:
    gone = park(2).replace("2022-11-15", "2019-11-15")
    own_set(home, park(1), gone)
    done = minutes(home, "run", "mine")
    assert done.exit_code == 0
    assert "1 cases expect minutes that are not held and count as failed" in done.output
    (run,) = list_runs(home / "evaluation" / "mine" / "runs")
    assert {score.id: score.fault for score in run.scores()}["q2"] == "expected minutes not held"
    assert "no minute 104 of Environment on 2019-11-15 is held" in (run.folder / "report.html").read_text()
    checked = minutes(home, "check", "mine")
    assert (checked.exit_code, checked.output.splitlines()[0]) == (
        1,
        "q2: no minute 104 of Environment on 2019-11-15 is held",
    )


def test_a_fact_that_does_not_stand_in_its_minutes_is_told(home: Path) -> None:
    own_set(home, park(1).replace("£3.8", "£9.9"))
    assert "q1: none of '£9.9 million' stands in the expected minutes" in minutes(home, "check", "mine").output


def test_a_broken_set_is_told_line_by_line_and_nothing_is_run(home: Path) -> None:
    path = own_set(home, park(1).replace("kind", "knd"), park(2).replace("facts:", "fact:"))
    done = minutes(home, "run", "mine")
    assert done.exit_code == 1
    assert done.output.count("\n") == 1
    assert "case q1" in done.output
    assert not (home / "evaluation" / "mine").exists()
    checked = minutes(home, "check", "mine").output
    assert "case q1, kind: Field required" in checked
    assert "case q2, fact: Extra inputs" in checked
    assert str(path) in checked


def test_a_folder_keeps_settings_answers_and_scores_and_is_scored_again_without_asking(home: Path) -> None:
    own_set(home, park(1))
    minutes(home, "run", "mine")
    (run,) = list_runs(home / "evaluation" / "mine" / "runs")
    settings = json.loads((run.folder / "run.json").read_text())
    assert {"writer", "prompts", "embedder", "generation", "parser", "versions", "fingerprint"} <= settings.keys()
    assert len(settings["prompts"]) == len(list((Path(__file__).parents[2] / "prompts").glob("*.md")))
    (answer,) = run.answers().values()
    assert {"answer", "citations", "retrieved", "integrity", "elapsed_ms"} <= answer.keys()
    assert "group,measure,value,low,high,n" in (run.folder / "measures.csv").read_text()
    before = (run.folder / "scores.jsonl").read_text()
    (run.folder / "scores.jsonl").unlink()
    assert "answers right" in minutes(home, "score", "mine").output
    assert (run.folder / "scores.jsonl").read_text() == before


def test_a_baseline_is_accepted_compared_with_and_a_regression_exits_with_1(home: Path) -> None:
    own_set(home, *(park(number) for number in range(12)))
    assert "no baseline" in minutes(home, "run", "mine").output
    assert minutes(home, "accept", "mine").exit_code == 0
    baseline = home / "evaluation" / "mine.baseline.jsonl"
    assert baseline.is_file()
    assert "elapsed_ms" not in baseline.read_text()
    again = minutes(home, "run", "mine", "--brief")
    assert (again.exit_code, again.stdout.count("\n")) == (0, 1)
    assert "No difference" in again.stdout

    newest = list_runs(home / "evaluation" / "mine" / "runs")[-1]
    answers = [answer | {"citations": []} for answer in newest.answers().values()]
    (newest.folder / "answers.jsonl").write_text("".join(json.dumps(one) + "\n" for one in answers))
    worse = minutes(home, "compare", str(newest.folder))
    assert worse.exit_code == 1
    assert "Regression: worse in" in worse.output
    assert "worse: q0 (fact) right ->" in worse.output
    assert "  |  " in worse.output, "both answers stand side by side"
    assert minutes(home, "compare", str(newest.folder), str(newest.folder)).exit_code == 0


def test_a_part_of_a_set_is_no_baseline(home: Path) -> None:
    own_set(home, park(1), park(2))
    minutes(home, "run", "mine", "--case", "q1")
    assert "only a part of the set was asked" in minutes(home, "accept", "mine").output


def test_the_writer_asked_for_is_the_one_that_runs(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTES_WRITER", "quote")
    own_set(home, park(1))
    assert "MINUTES_WRITER" in minutes(home, "run", "mine", "--writer", "goose-quill").output
    minutes(home, "run", "mine", "--writer", "quote")
    (run,) = list_runs(home / "evaluation" / "mine" / "runs")
    assert open_run(run.folder).settings["writer"] == "quote"
