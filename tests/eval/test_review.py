"""Feedback becomes a case of the user's own set, is asked with it, and its fate is told."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from assistant.cli import cli
from eval.cases import load_set
from eval.checker import check_set
from eval.review import Decision, accept_feedback, became, own_set
from index_store.catalogue import Catalogue
from index_store.embedder import Embedder
from index_store.errors import BadSetting, NotFound
from index_store.feedback import Feedback, feedback, keep
from index_store.index import open_index

CITED = "environment-and-transport-committee/2022-07-12/89"
RIGHT = "environment-and-transport-committee/2022-11-15/104"
WRONG = Feedback(
    ("How much is the park and ride?",),
    "“£3.6 million” [1]",
    "answered",
    "fact",
    "wrong",
    cited=(CITED,),
    minute=RIGHT,
    comment="It was built for: £3.8 million # in the end",
)
OPEN = Decision()


@pytest.fixture
def home(sample_index: Path, tmp_path: Path) -> Path:
    """The sample minutes as if they were the user's own."""
    return Path(shutil.copytree(sample_index, tmp_path / "home"))


@pytest.fixture
def catalogue(home: Path, embedder: Embedder) -> Catalogue:
    return open_index(home, embedder).catalogue


def accept(home: Path, catalogue: Catalogue, given: Feedback, decision: Decision = OPEN) -> Feedback:
    return accept_feedback(home, keep(home, given), decision, catalogue)


def test_a_wrong_answer_with_the_right_minute_becomes_a_case_that_can_be_asked(
    home: Path, catalogue: Catalogue
) -> None:
    done = accept(home, catalogue, WRONG, Decision(facts=("£3.8 million",)))
    assert (done.state, done.case, done.case_set) == ("accepted", "feedback-1", "own")
    found = load_set(own_set(home, WRONG))
    (case,) = found.cases
    assert (found.documents, case.kind, case.turns) == (None, "fact", list(WRONG.turns))
    assert [(one.date, one.minute) for group in case.cites for one in group] == [("2022-11-15", "104")]
    assert case.note is not None
    assert case.note.endswith(WRONG.comment)
    assert list(check_set(found, catalogue)) == []


def test_a_right_answer_is_expected_to_cite_what_it_cited(home: Path, catalogue: Catalogue) -> None:
    accept(home, catalogue, replace(WRONG, verdict="right", minute=None))
    (case,) = load_set(own_set(home, WRONG)).cases
    assert [one.minute for group in case.cites for one in group] == ["89"]


def test_a_right_decline_is_to_be_declined_again(home: Path, catalogue: Catalogue) -> None:
    declined = replace(WRONG, verdict="right", status="not_found", reason="fact_absent", cited=(), minute=None)
    accept(home, catalogue, declined)
    (case,) = load_set(own_set(home, WRONG)).cases
    assert (case.kind, case.refuse, case.reason) == ("decline", True, "fact_absent")


def test_where_nobody_said_what_is_right_the_reviewer_must(home: Path, catalogue: Catalogue) -> None:
    unclear = replace(WRONG, minute=None)
    with pytest.raises(BadSetting, match="--minute ID, or --decline REASON"):
        accept(home, catalogue, unclear)
    with pytest.raises(NotFound, match="no such minute is held"):
        accept(home, catalogue, unclear, Decision(minutes=("nowhere/2020-01-01/1",)))
    assert not own_set(home, WRONG).exists()
    assert {one.state for one in feedback(home)} == {"waiting"}
    accept(home, catalogue, unclear, Decision(reason="fact_absent"))
    assert load_set(own_set(home, WRONG)).cases[0].refuse


def test_what_stands_in_the_users_file_stays_letter_for_letter(home: Path, catalogue: Catalogue) -> None:
    path = own_set(home, WRONG)
    path.parent.mkdir()
    mine = "# mine\ntitle: Ours\ncases:\n  - {id: a, kind: fact, question: 'Who?', facts: [[x]]}  # keep\n"
    path.write_text(mine, encoding="utf-8")
    accept(home, catalogue, WRONG)
    assert path.read_text(encoding="utf-8").startswith(mine)
    assert [case.id for case in load_set(path).cases] == ["a", "feedback-1"]


def test_a_broken_file_of_the_users_is_left_as_it_is_and_nothing_is_lost(home: Path, catalogue: Catalogue) -> None:
    path = own_set(home, WRONG)
    path.parent.mkdir()
    path.write_text("cases: [\n", encoding="utf-8")
    with pytest.raises(Exception, match="mend the file first"):
        accept(home, catalogue, WRONG)
    assert path.read_text(encoding="utf-8") == "cases: [\n"
    assert feedback(home)[0].state == "waiting"
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_feedback_on_the_samples_goes_into_a_set_of_its_own(home: Path, catalogue: Catalogue) -> None:
    done = accept(home, catalogue, replace(WRONG, sample=True))
    assert done.case_set == "own-samples"
    assert load_set(own_set(home, done)).documents == "samples"
    with pytest.raises(BadSetting, match="already"):
        accept_feedback(home, done, OPEN, catalogue)


def test_the_command_shows_accepts_dismisses_and_follows_the_case(home: Path) -> None:
    """From the queue to a run: what became of feedback is told at every step."""
    keep(home, WRONG)
    keep(home, replace(WRONG, comment="never mind"))

    def minutes(*words: str) -> str:
        done = CliRunner().invoke(cli, ["--home", str(home), "eval", *words])
        assert done.exit_code == 0, done.output
        return done.output

    assert "1. wrong" in minutes("review")
    assert minutes("review").count("waiting to be reviewed") == 2
    assert "is now case feedback-1" in minutes("review", "--accept", "1", "--fact", "£3.8 million")
    minutes("review", "--dismiss", "2")
    assert "case feedback-1 of own: not run yet" in minutes("review")
    minutes("run", "own")
    told = minutes("review")
    assert "in the run of" in told
    assert "dismissed on" in told
    assert became(home, feedback(home)[1]).startswith("case feedback-1 of own: ")
