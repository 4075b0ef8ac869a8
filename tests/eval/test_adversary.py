"""A writer that mixes true sentences with false ones: what the check that models are held to lets through."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from assistant.grounding import Grounding
from assistant.samples import SAMPLES
from eval.adversary import CHANGES, Said, chosen, read_minutes
from index_store.embedder import Embedder


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> list[Said]:
    catalogue = read_minutes(SAMPLES, Path(tmp_path_factory.mktemp("home")))
    found = chosen([catalogue])
    catalogue.close()
    return found


def test_there_are_three_hundred_of_each(said: list[Said]) -> None:
    counted = Counter(one.change for one in said)
    assert counted[""] == 300
    assert sum(counted.values()) - counted[""] == 300
    assert counted.keys() == {"", "name", "minute", *CHANGES}


def test_changes_make_true_sentences_false() -> None:
    text = "Mr Tolley reported that 3,004 people had been asked by 6 March 2019, and it was agreed to thank them."
    assert CHANGES["digit"](text, 1) != text
    assert CHANGES["date"](text, 1) != text
    assert "it was noted" in (CHANGES["outcome"](text, 1) or "")
    assert "had been not asked" in (CHANGES["denial"](text, 1) or "")
    assert CHANGES["denial"]("They would not go.", 1) == "They would go."


def test_false_sentences_are_stopped_and_true_ones_are_not(said: list[Said]) -> None:
    """At most 5% of the false and 3% of the true near-verbatim ones."""
    strict = Grounding(Embedder(), strict=True)
    supported = [strict.check(one.text, one.minute).supported for one in said]
    shown = [one.text for one, held in zip(said, supported, strict=True) if one.change and held]
    stopped = [one.text for one, held in zip(said, supported, strict=True) if not one.change and not held]
    assert len(shown) <= 0.05 * 300, shown
    assert len(stopped) <= 0.03 * 300, stopped
