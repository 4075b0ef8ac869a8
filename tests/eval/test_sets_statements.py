"""The true and false statements over the samples are well formed, and each cites a minute that exists."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from assistant.samples import SAMPLES
from eval.cases import SETS, ExpectedMinute
from tests.eval.test_sets import gold_text, minute_text, read_documents

CHANGES = {
    "date", "digit", "money", "name", "outcome", "negation", "scope", "role", "order", "invented", "minute",
}  # fmt: skip


@pytest.fixture(scope="module")
def statements() -> list[dict[str, Any]]:
    raw = yaml.safe_load((SETS / "sample_statements.yaml").read_text(encoding="utf-8"))
    return list(raw["statements"])


def cited(statement: dict[str, Any]) -> ExpectedMinute:
    return ExpectedMinute.model_validate({key: statement[key] for key in ("body", "date", "minute")})


def test_every_statement_has_its_pair(statements: list[dict[str, Any]]) -> None:
    by_id = {one["id"]: one for one in statements}
    assert len(by_id) == len(statements) >= 240
    for one in statements:
        other = by_id[one["pair"]]
        assert other["pair"] == one["id"]
        assert other["supported"] is not one["supported"]
        assert (one["change"] is None) is one["supported"]
        assert (one["statement"] == other["statement"]) is ("minute" in (one["change"], other["change"]))


def test_all_changes_occur_and_a_third_is_near_verbatim(statements: list[dict[str, Any]]) -> None:
    assert {one["change"] for one in statements} == CHANGES | {None}
    near = [one for one in statements if one["near_verbatim"]]
    assert len(near) >= len(statements) / 3


def test_cited_minutes_exist(statements: list[dict[str, Any]]) -> None:
    documents = read_documents(SAMPLES)
    assert [one["id"] for one in statements if not minute_text(documents, cited(one))] == []


def test_near_verbatim_statements_keep_the_words_of_the_minute(statements: list[dict[str, Any]]) -> None:
    documents = read_documents(SAMPLES)
    free = []
    for one in statements:
        if not (one["near_verbatim"] and one["supported"]):
            continue
        held = set(re.findall(r"\w+", gold_text(documents, [cited(one)])))
        said = re.findall(r"\w+", one["statement"].casefold().replace(",", ""))
        if sum(word in held for word in said) < 0.7 * len(said):
            free.append(one["id"])
    assert free == []
