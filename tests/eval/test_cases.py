"""Reading evaluation sets: the two forms, and a clear word on what is wrong in them."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

import pytest

from eval.cases import SETS, BadSet, ExpectedMinute, find_set, list_sets, load_set

GOOD = """
title: Two questions
documents: samples
cases:
  - id: q1
    kind: fact
    question: How many indicators?
    cites: [[{body: Executive, date: 2009-09-02, minute: 267}]]
    facts: [["3,004"]]
  - id: q2
    kind: decline
    turns: [Who paid?, And how much?]
    refuse: true
    reason: topic_absent
"""


def write(folder: Path, text: str, name: str = "set.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_set_is_read_as_people_write_it(tmp_path: Path) -> None:
    found = load_set(write(tmp_path, GOOD))
    assert found.name == "set"
    assert found.cases[0].turns == ["How many indicators?"]
    assert found.cases[0].cites == [[ExpectedMinute(date="2009-09-02", minute="267", body="Executive")]]
    assert found.cases[1].refuse


def test_published_jsonl_is_read_too(tmp_path: Path) -> None:
    line = {"id": "a1", "kind": "fact", "turns": ["x"], "refuse": False, "facts": [], "forbid": []}
    line["cites"] = [[["2013-12-03", "5", "Ayton"]]]
    found = load_set(write(tmp_path, json.dumps(line) + "\n", "set.jsonl"))
    assert found.cases[0].cites[0][0] == ExpectedMinute(date="2013-12-03", minute="5", body="Ayton")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("id: q2", "id: q1"), "case q1 stands twice"),
        (("kind: fact", "kinds: fact"), "case q1, kind"),
        (("refuse: true", "refuse: perhaps"), "case q2, refuse"),
        (('facts: [["3,004"]]', "facts: 3,004"), "case q1, facts"),
        (("refuse: true", "refuse: false"), "case q2: expects neither minutes nor facts"),
        (("cases:", "questions:"), "a list named cases"),
        (("  - id: q1", "  - id: q1\n   kind: ["), "not YAML"),
    ],
)
def test_what_is_wrong_is_said_in_one_line_with_the_case(tmp_path: Path, change: tuple[str, str], says: str) -> None:
    with pytest.raises(BadSet) as caught:
        load_set(write(tmp_path, GOOD.replace(*change)))
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_every_fault_of_a_set_is_told_and_not_the_first_alone(tmp_path: Path) -> None:
    broken = GOOD.replace("refuse: true", "refuse: perhaps").replace("kind: fact", "kinds: fact")
    with pytest.raises(BadSet, match="more: see `minutes eval check`") as caught:
        load_set(write(tmp_path, broken))
    assert {fault.partition(":")[0] for fault in caught.value.faults} == {
        "case q1, kind",
        "case q1, kinds",
        "case q2, refuse",
    }


def test_the_set_that_the_documentation_shows_can_be_read(tmp_path: Path) -> None:
    example = (SETS / "README.md").read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    found = load_set(write(tmp_path, example))
    assert [case.id for case in found.cases] == ["bench-cost", "bench-colour"]
    assert found.today is not None


def test_sets_in_the_home_are_found_by_name(tmp_path: Path) -> None:
    (tmp_path / "evaluation").mkdir()
    mine = write(tmp_path / "evaluation", GOOD, "mine.yaml")
    assert find_set("mine", tmp_path) == mine
    assert {"mine", "sample"} <= list_sets(tmp_path).keys()


def test_a_set_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(BadSet, match="no such set"):
        find_set("nowhere")
    with pytest.raises(BadSet, match="no such set file"):
        find_set("nowhere.yaml")


def test_halves_are_fixed_by_the_id_alone(tmp_path: Path) -> None:
    first = load_set(write(tmp_path, GOOD)).cases
    again = load_set(write(tmp_path, GOOD.replace("How many", "What number of"))).cases
    assert [case.half for case in first] == [case.half for case in again]
    odd_and_even = [zlib.crc32(case.id.encode()) % 2 for case in first]
    assert [case.half for case in first] == [["development", "held-back"][one] for one in odd_and_even]
