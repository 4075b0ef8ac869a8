"""Feedback is kept in the home's own database, which outlives every rebuild of the index."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from index_store import clerk
from index_store.corrections import Correction
from index_store.errors import NotFound
from index_store.feedback import Feedback, feedback, feedback_by_number, keep, settle

WRONG = Feedback(
    ("What did the bench cost?", "And the bin?"),
    "“£640” [1]",
    "answered",
    "fact",
    "wrong",
    cited=("parish/2024-03-12/23%2F045",),
    minute="parish/2024-04-09/23%2F060",
    comment="That is the bench – not the bin.",
)


def test_what_was_said_is_kept_as_it_was_said(tmp_path: Path) -> None:
    kept = keep(tmp_path, WRONG)
    assert (kept.id, kept.state, kept.turns, kept.cited) == (1, "waiting", WRONG.turns, WRONG.cited)
    assert feedback(tmp_path) == (kept,)
    assert feedback_by_number(tmp_path, 1) == kept


def test_what_waits_comes_first_and_what_became_of_the_rest_is_kept(tmp_path: Path) -> None:
    first, second, third = (keep(tmp_path, WRONG) for _ in range(3))
    settle(tmp_path, third.id, "accepted", "feedback-3", "own")
    settle(tmp_path, second.id, "dismissed")
    found = feedback(tmp_path)
    assert [one.id for one in found] == [first.id, third.id, second.id]
    assert (found[1].case, found[1].case_set, found[2].state) == ("feedback-3", "own", "dismissed")
    assert found[1].settled


def test_a_number_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no feedback 7"):
        settle(tmp_path, 7, "dismissed")
    with pytest.raises(NotFound):
        feedback_by_number(tmp_path, 7)


def test_a_home_without_feedback_has_none_and_is_not_written_to(tmp_path: Path) -> None:
    assert feedback(tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


def test_a_database_of_the_first_version_is_brought_up_to_date_with_its_corrections(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(clerk, "MIGRATIONS", clerk.MIGRATIONS[:1])
        clerk.record(tmp_path, Correction(0, "a.txt", None, None, None, "date", "2024-01-02"))
        with pytest.raises(sqlite3.OperationalError):
            keep(tmp_path, WRONG)
    keep(tmp_path, WRONG)
    assert [one.value for one in clerk.corrections(tmp_path)] == ["2024-01-02"]
