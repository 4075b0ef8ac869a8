"""`minutes ask` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assistant.cli import cli
from index_store.index import Index
from tests.assistant.answering_home import harrowmere as harrowmere

KEYS = "id question status kind writer notes answer citations nearest reason elapsed_ms".split()
CITED = "marker id body date minute clause title quote start end source page".split()


def ask(index: Index, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["--home", str(index.home), "ask", *arguments])


def test_prints_the_answer_and_what_it_cites(harrowmere: Index) -> None:
    result = ask(harrowmere, "how much will mending the bandstand roof cost", "--today", "2016-02-01")
    assert result.exit_code == 0
    assert "£4,200" in result.stdout
    assert "[1] Harrowmere Town Council, 2015-03-03, minute 43, Bandstand, march.txt" in result.stdout


def test_json_has_the_documented_keys_in_order(harrowmere: Index) -> None:
    result = ask(harrowmere, "how much will mending the bandstand roof cost", "--json")
    answer = json.loads(result.stdout)
    assert list(answer) == KEYS
    assert list(answer["citations"][0]) == CITED
    assert answer["id"] is None


def test_declining_is_no_failure(harrowmere: Index) -> None:
    result = ask(harrowmere, "what did the council say about the channel tunnel", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["status"] == "not_found"


def test_filters_by_body_and_dates(harrowmere: Index) -> None:
    result = ask(harrowmere, "what was resolved?", "--body", "Planning", "--from", "1 May 2015", "--json")
    cited = json.loads(result.stdout)["citations"]
    assert {one["body"] for one in cited} == {"Harrowmere Planning Committee"}


def test_a_batch_answers_each_line_in_order(harrowmere: Index, tmp_path: Path) -> None:
    cases = tmp_path / "cases.jsonl"
    lines = [
        {"id": "a", "turns": ["what was decided about the skate park in March 2015?", "and in May?"], "gold": 1},
        {"id": "b", "turns": ["what did the council say about the channel tunnel"]},
    ]
    cases.write_text("\n".join(json.dumps(line) for line in lines) + "\n\n", encoding="utf-8")
    result = ask(harrowmere, "--batch", str(cases), "--today", "2016-02-01")
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one["id"] for one in answers] == ["a", "b"]
    assert answers[0]["citations"][0]["date"] == "2015-05-05"
    assert answers[1]["status"] == "not_found"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{not json", "line 1: not JSON"),
        ('{"id": "a"}', '"turns" must be a list'),
        ('{"turns": []}', '"turns" must be'),
    ],
)
def test_a_broken_batch_names_its_line(harrowmere: Index, tmp_path: Path, content: str, said: str) -> None:
    cases = tmp_path / "cases.jsonl"
    cases.write_text(content, encoding="utf-8")
    result = ask(harrowmere, "--batch", str(cases))
    assert result.exit_code == 1
    assert said in result.stderr
    assert result.stdout == ""


def test_a_question_or_a_batch_but_not_both(harrowmere: Index, tmp_path: Path) -> None:
    assert ask(harrowmere).exit_code == 2
    assert ask(harrowmere, "what?", "--batch", str(tmp_path / "x")).exit_code == 2


def test_a_missing_batch_file_and_an_unknown_body_are_told(harrowmere: Index, tmp_path: Path) -> None:
    missing = ask(harrowmere, "--batch", str(tmp_path / "none.jsonl"))
    assert (missing.exit_code, "no such file" in missing.stderr) == (1, True)
    unknown = ask(harrowmere, "what was decided?", "--body", "Parish of Nowhere")
    assert (unknown.exit_code, "Parish of Nowhere" in unknown.stderr) == (1, True)
