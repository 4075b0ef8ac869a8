"""Evaluation runs with a language model as the writer: one that copies faithfully loses nothing, tokens are counted."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

import prompts
from assistant.settings import Settings
from eval.cases import find_set
from eval.evaluating import Part, evaluate
from eval.measures import measure
from eval.metrics import Score
from eval.runs import Run
from tests.assistant.scripted_server import Reply, Scripted, answer, evidence_of, in_pieces, scripted

TODAY, EVERY = date(2025, 6, 1), Part()


def copying(request: dict[str, Any]) -> Reply:
    """A faithful writer: it says what is most to the point, line by line, and cites where it stands."""
    lines = [(line, [number]) for number, told in evidence_of(request) for line in told.splitlines() if line.strip()]
    return Reply(in_pieces(answer(*lines), 60))


def run_with(server: Scripted, home: Path, part: Part = EVERY) -> Run:
    settings = Settings(home=home, writer="openai:faithful", writer_url=server.url)
    return evaluate(settings, find_set("sample"), part, TODAY, tell=lambda line: None)


def better(now: list[Score], before: list[Score], name: str) -> tuple[float, float]:
    return measure(now, name).value or 0.0, measure(before, name).value or 0.0


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("runs")


def test_a_writer_that_copies_faithfully_scores_no_lower_than_the_quoting_writer(home: Path) -> None:
    quoting = evaluate(Settings(home=home), find_set("sample"), Part(), TODAY, tell=lambda line: None)
    with scripted(copying) as server:
        worded = run_with(server, home)
    before, now = quoting.scores(), worded.scores()
    lost = [(b.id, n.fault) for b, n in zip(before, now, strict=True) if b.passed and not n.passed]
    assert sum(score.passed for score in now) >= sum(score.passed for score in before), lost
    for name in ("passed", "cited", "facts", "declined_rightly", "answered_rightly", "existing", "exact", "grounded"):
        mine, other = better(now, before, name)
        assert mine >= other - 1e-9, (name, mine, other, lost)
    assert measure(now, "worded").n >= 40
    assert (measure(now, "worded").value or 0) >= 0.9


def test_a_run_says_which_model_prompts_and_tokens(home: Path) -> None:
    with scripted(copying) as server:
        run = run_with(server, home, Part(kinds=("fact",)))
    assert run.settings["writer"] == "openai:faithful"
    assert run.settings["prompts"].keys() == set(prompts.names())
    assert "key" not in str(run.settings["writer_settings"]).lower()
    counted = measure(run.scores(), "taken")
    assert counted.n > 10
    assert counted.value is not None
    assert counted.value >= 100
