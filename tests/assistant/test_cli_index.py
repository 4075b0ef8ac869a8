from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from assistant.cli import COMMANDS, cli
from assistant.held_words import KEPT, state_of
from assistant.vocabulary import kept_vocabulary
from index_store.embedder import Embedder
from index_store.index import open_index
from index_store.store import writing
from tests.index_store.written import ROADS, TREES, minutes, write
from tests.shared import SHARED, needs_shared

SEPTEMBER_ID = "marl-executive/2009-09-02"
MEETING_KEYS = {"body", "council", "date", "venue", "chair", "attendance", "items"}
ATTENDEE_KEYS = {"name", "title", "role", "organisation", "status", "note"}
ITEM_KEYS = {"id", "number", "agenda_item", "title", "text", "page", "start", "end", "resolutions", "references"}
RESOLUTION_KEYS = {"label", "verb", "effect", "text", "start", "end"}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MINUTES_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "minutes/september.txt", minutes("Marl Executive", "Wednesday 2 September 2009", *ROADS))
    write(tmp_path / "minutes/october.txt", minutes("Marl Executive", "Wednesday 7 October 2009", *TREES))
    return tmp_path / "minutes"


def call(*arguments: object, code: int = 0) -> Result:
    result = CliRunner().invoke(cli, [str(one) for one in arguments], prog_name="minutes")
    assert result.exit_code == code, (result.output, result.exception)
    return result


def error_line(result: Result) -> str:
    """The one line of an error, with nothing on stdout."""
    assert result.stdout == ""
    (line,) = result.stderr.strip().splitlines()
    return line


def json_lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_add_list_show_remove(home: Path, folder: Path) -> None:
    added = call("add", folder)
    assert "september.txt: added  marl-executive/2009-09-02" in added.stdout
    assert "2 added" in added.stdout
    assert [one["state"] for one in json_lines(call("add", folder, "--json"))] == ["unchanged", "unchanged"]

    (listed,) = json_lines(call("list", "--json"))
    assert [(one["id"], one["minutes"]) for one in listed["meetings"]] == [
        (SEPTEMBER_ID, 3),
        ("marl-executive/2009-10-07", 3),
    ]
    assert "september.txt" in call("list", "--body", "marl", "--to", "30/9/2009").stdout
    assert "october.txt" not in call("list", "--to", "30 September 2009").stdout

    shown = call("show", "13").stdout
    assert "£42,000" in shown
    assert f"{SEPTEMBER_ID}/13" in shown
    (whole,) = json_lines(call("show", f"{SEPTEMBER_ID}/13", "--json"))
    source = (folder / "september.txt").read_text(encoding="utf-8")
    assert source[whole["start"] : whole["end"]] == whole["source_text"]
    assert whole["resolutions"][0]["verb"] == "AGREED"
    assert "Ann Able" in call("show", "attendance", "--date", "2009-10-07").stdout

    assert "september.txt: removed" in call("remove", "september.txt").stdout
    (listed,) = json_lines(call("list", "--json"))
    assert [one["path"] for one in listed["sources"]] == ["october.txt"]


def test_the_first_question_after_an_addition_finds_the_words_read(home: Path, folder: Path) -> None:
    call("add", folder)
    kept = kept_vocabulary(home / KEPT, Embedder())
    with open_index(home) as index:
        assert kept is not None
        assert kept[1] == state_of(index)
    assert "trees" in kept[0].words


def test_show_asks_which_where_a_number_is_several(home: Path, folder: Path) -> None:
    call("add", folder)
    line = error_line(call("show", "attendance", code=1))
    assert f"{SEPTEMBER_ID}/attendance, marl-executive/2009-10-07/attendance; give --body, --date or an id" in line
    assert "Dan Dyer" in call("show", "attendance", "--date", "7 October 2009").stdout


def test_home_wins_over_the_environment_wherever_it_stands(home: Path, folder: Path, tmp_path: Path) -> None:
    call("--home", tmp_path / "one", "add", folder / "september.txt")
    call("add", folder / "october.txt", "--home", tmp_path / "two")
    assert "september" in call("list", "--home", tmp_path / "one").stdout
    assert "october" in call("--home", tmp_path / "two", "list").stdout
    assert not home.exists()
    group_help = call("eval", "run", "--help").stdout
    assert "--home" in group_help


def test_parse_gives_every_documented_key(folder: Path) -> None:
    write(folder / "shopping.txt", "Two pounds of apples, a loaf and some tea.\n")
    october, september, shopping = json_lines(
        call("parse", folder / "october.txt", folder / "september.txt", folder / "shopping.txt", "--json")
    )
    assert {"source", "kind", "meetings", "warnings"} <= set(september)
    assert (september["source"], september["kind"], shopping["kind"]) == ("september.txt", "minutes", "other")
    (meeting,) = september["meetings"]
    assert set(meeting) >= MEETING_KEYS
    assert (meeting["body"], meeting["date"]) == ("Marl Executive", "2009-09-02")
    assert all(set(one) >= ATTENDEE_KEYS for one in meeting["attendance"])
    assert {"Ann Able", "Dan Dyer", "Eve Eames"} <= {one["name"] for one in meeting["attendance"]}
    assert all(set(one) >= ITEM_KEYS for one in meeting["items"])
    assert [one["id"] for one in meeting["items"]] == [f"{SEPTEMBER_ID}/{number}" for number in (12, 13, 14)]
    source = (folder / "september.txt").read_text(encoding="utf-8")
    for item in meeting["items"]:
        assert source[item["start"] : item["end"]].startswith(item["number"])
        for resolution in item["resolutions"]:
            assert set(resolution) >= RESOLUTION_KEYS
            assert source[resolution["start"] : resolution["end"]]
    assert october["meetings"][0]["date"] == "2009-10-07"


def test_parse_shows_facts_items_and_decisions_at_a_glance(folder: Path) -> None:
    shown = call("parse", folder / "september.txt").stdout
    for words in ("Marl Executive, 2009-09-02", "In the chair (1)", "Ann Able", "13  Road safety", "decided: "):
        assert words in shown


def test_parse_goes_on_after_a_file_that_cannot_be_read(folder: Path) -> None:
    write(folder / "empty.txt", "")
    result = call("parse", folder / "empty.txt", folder / "october.txt", "--json", code=1)
    assert [one["source"] for one in json_lines(result)] == ["october.txt"]
    (line,) = result.stderr.splitlines()
    assert "empty.txt" in line


def test_text_prints_the_source_text_untouched(home: Path, tmp_path: Path) -> None:
    raw = minutes("Marl Executive", "Wednesday 2 September 2009", *ROADS).replace("\n", "\r\n")
    path = tmp_path / "crlf.txt"
    path.write_bytes(raw.encode())
    assert call("text", path).stdout_bytes == raw.encode()
    call("add", path)
    path.unlink()
    assert call("text", "crlf.txt").stdout_bytes == raw.encode()


def test_add_tells_failures_in_one_line_each_and_exits_1(home: Path, folder: Path) -> None:
    write(folder / "empty.txt", "")
    result = call("add", folder, code=1)
    assert "2 added, 1 failed" in result.stdout
    assert [line for line in result.stderr.splitlines() if "empty.txt" in line and line.startswith("failed: ")]


def test_bad_input_is_one_line_and_exit_1(home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "minutes add" in error_line(call("list", code=1))
    assert "minutes add" in error_line(call("check", code=1))
    call("add", folder)
    assert "999" in error_line(call("show", "999", code=1))
    assert "Marl Executive" in error_line(call("list", "--body", "cabinet", code=1))
    assert "not a date" in error_line(call("list", "--from", "soonish", code=1))
    assert "whole date" in error_line(call("list", "--from", "May 2009", code=1))
    assert "nothing.txt" in error_line(call("remove", "nothing.txt", code=1))
    assert "nothing.txt" in error_line(call("text", "nothing.txt", code=1))
    with writing(home, Embedder()):
        assert "another process" in error_line(call("add", folder, code=1))
    monkeypatch.setenv("MINUTES_EMBEDDER", "some/other-model")
    assert "check --repair" in error_line(call("add", folder, code=1))
    monkeypatch.setenv("MINUTES_DOWNLOADS", "perhaps")
    assert "MINUTES_DOWNLOADS" in error_line(call("add", folder, code=1))


def test_wrong_usage_exits_2(home: Path) -> None:
    call("add", code=2)
    call("nonsense", code=2)
    call("list", "--nonsense", code=2)


def test_check_tells_and_repairs(home: Path, folder: Path) -> None:
    call("add", folder)
    assert "nothing wrong" in call("check").stdout
    with writing(home, Embedder()) as store:
        store.db.execute("DELETE FROM passages_fts WHERE rowid = 1")
    assert "word index" in call("check", code=1).stderr
    (report,) = json_lines(call("check", "--repair", "--json"))
    assert [one["repaired"] for one in report["problems"]] == [True]
    assert "nothing wrong" in call("check").stdout


def test_correct_list_and_undo(home: Path, folder: Path) -> None:
    call("add", folder)
    assert "corrected" in call("correct", "september.txt", "--date", "3 September 2009").stdout
    assert "marl-executive/2009-09-03" in call("list").stdout
    assert "Corrected: september.txt: date '2009-09-03'" in call("list").stdout
    (made,) = json_lines(call("correct", "--list", "--json"))
    assert (made["source"], made["field"], made["value"]) == ("september.txt", "date", "2009-09-03")
    call("correct", "--undo", made["id"])
    assert SEPTEMBER_ID in call("list").stdout
    assert "nothing" in error_line(call("correct", "nothing", "--date", "2009-09-03", code=1))
    for wrong in (["september.txt"], ["--date", "2009-09-03"], [], ["--list", "--undo", "1"]):
        call("correct", *wrong, code=2)


def test_help_names_every_command_and_imports_nothing_heavy() -> None:
    code = (
        "import sys; from assistant.cli import main; sys.argv = ['minutes', '--help']\n"
        "try: main()\n"
        "except SystemExit: print([m for m in ('torch', 'chromadb', 'numpy', 'gradio') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
    for name in COMMANDS:
        assert f"\n  {name} " in done.stdout


@needs_shared
def test_the_two_real_minutes_are_listed_with_their_34_items(home: Path) -> None:
    call("add", SHARED / "minutes" / "leicestershire")
    (listed,) = json_lines(call("list", "--json"))
    assert [(one["date"], one["minutes"]) for one in listed["meetings"]] == [("2007-05-09", 17), ("2009-09-02", 17)]
    (whole,) = json_lines(call("show", "80", "--json"))
    assert whole["id"] == "leicestershire-strategic-senior-officers-group/2007-05-09/80"
