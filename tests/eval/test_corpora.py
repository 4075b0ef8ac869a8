"""The fictional minutes of other councils that questions come with: read as the gold of the questions says."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.settings import Settings
from eval.cases import CORPORA, SETS, load_set
from eval.checker import check_set
from eval.workplace import open_documents

NAMES = sorted(folder.name for folder in CORPORA.iterdir() if folder.is_dir())


@pytest.mark.parametrize("name", NAMES)
def test_the_minutes_asked_for_are_held_and_have_the_facts(name: str, tmp_path: Path) -> None:
    evaluation = load_set(SETS / f"{name}.yaml")
    told: list[str] = []
    with open_documents(Settings(home=tmp_path), evaluation, None, told.append) as index:
        assert list(check_set(evaluation, index.catalogue)) == []
        assert len(index.catalogue.meetings()) == len(list((CORPORA / name).iterdir()))
    assert told == []
    assert len(evaluation.cases) >= 60
    assert sum(case.refuse for case in evaluation.cases) >= 0.15 * len(evaluation.cases)
