"""What leaves this machine, what never does, and where that is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from assistant.answer import Answer
from assistant.model_writer import models
from assistant.model_writer.privacy import leaving, may_be_sent
from assistant.pipeline import answer_question
from assistant.settings import Settings
from index_store.embedder import Embedder
from index_store.held import Scope
from index_store.index import Index, open_index
from index_store.indexer import add, find_files
from tests.assistant.scripted_server import Reply, Scripted, answer, evidence_of, messages_of, scripted

MINUTES = """# Tarn Town Council

Minutes of the meeting held on Tuesday 6 May 2014 in the Town Hall

Present: Cllr Ann Lee (Chair), Cllr Bob Ray, Cllr Cy Dow

## 11. Harbour wall

The Clerk reported that the repair of the harbour wall would cost £18,400. It was RESOLVED that the repair go ahead.

## 12. Harbour lease

The lease of the harbour cafe would be renewed at a rent of £9,250 a year.

## 13. Exclusion of the press and public

RESOLVED that the press and public be excluded for the next item, as it held confidential information.

## 14. Harbour wall contractor (exempt)

The harbour wall contractor Stonecraft had asked for a settlement of £77,310 over the collapse.

RESOLVED to offer £40,000.
"""


@pytest.fixture(scope="module")
def tarn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    base = tmp_path_factory.mktemp("tarn")
    (base / "tarn.md").write_text(MINUTES, encoding="utf-8")
    embedder = Embedder()
    assert [one.state for one in add(find_files([base / "tarn.md"]), base / "home", embedder)] == ["added"]
    with open_index(base / "home", embedder) as index:
        yield index


def copying(request: dict[str, Any]) -> Reply:
    lines = [(line, [number]) for number, told in evidence_of(request) for line in told.splitlines() if line.strip()]
    return Reply([answer(*lines)])


def ask(index: Index, server: Scripted, question: str) -> Answer:
    settings = Settings(writer="openai:scripted", writer_url=server.url)
    return answer_question(index, [question], Scope(), date(2016, 2, 1), settings)


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """The scripted server is taken for one on another machine."""
    models._model.cache_clear()
    monkeypatch.setattr(models, "_here", lambda writer, url: False)


def test_an_exempt_minute_is_worded_by_a_model_on_this_machine(tarn: Index) -> None:
    with scripted(copying) as server:
        found = ask(tarn, server, "what settlement did the contractor Stonecraft ask for over the collapse?")
    assert "77,310" in messages_of(server.asked[0])
    assert found.writer == "openai:scripted"
    assert not any("sent to" in note for note in found.notes)


@pytest.mark.usefixtures("elsewhere")
def test_an_exempt_minute_is_never_sent_to_another_machine(tarn: Index) -> None:
    with scripted(copying) as server:
        found = ask(tarn, server, "what settlement did the contractor Stonecraft ask for over the collapse?")
        other = ask(tarn, server, "how much will the repair of the harbour wall cost?")
    assert all("77,310" not in messages_of(one) and "Stonecraft had" not in messages_of(one) for one in server.asked)
    assert (found.writer, "77,310" in found.answer) == ("quote", True)
    assert any("exempt or confidential" in note for note in found.notes)
    assert (other.writer, "18,400" in other.answer) == ("openai:scripted", True)


@pytest.mark.usefixtures("elsewhere")
def test_the_answer_says_what_was_sent_and_where(tarn: Index) -> None:
    with scripted(copying) as server:
        found = ask(tarn, server, "what is the rent of the harbour cafe?")
    assert any(
        note.startswith("The question and ") and note.endswith("sent to 127.0.0.1 (openai:scripted).")
        for note in found.notes
    )


def test_words_that_mark_a_minute_as_confidential_keep_it_back(tarn: Index) -> None:
    (open_one,) = tarn.catalogue.find_items(Scope(), number="12")
    (exempt,) = tarn.catalogue.find_items(Scope(), number="14")
    model = models.model_of(Settings(writer="openai:x", writer_url="http://10.0.0.8:8000/v1"))
    assert model is not None
    assert may_be_sent(open_one, model)
    assert not may_be_sent(exempt, model)
    for marked in (
        replace(open_one, exempt=True),
        replace(open_one, title="Harbour lease – NOT FOR PUBLICATION"),
        replace(open_one, meeting=replace(open_one.meeting, source="2014/05_CONFIDENTIAL-annex.docx")),
        replace(open_one, meeting=replace(open_one.meeting, body="Tarn Council (in private)")),
    ):
        assert not may_be_sent(marked, model)
        assert may_be_sent(marked, replace(model, here=True))


@pytest.mark.parametrize(
    ("writer", "url", "here"),
    [
        ("quote", None, True),
        ("ollama:llama3.1", None, True),
        ("ollama:gpt-oss:120b-cloud", None, False),
        ("ollama:qwen3-coder:cloud", None, False),
        ("ollama:llama3.1", "http://10.1.2.3:11434", False),
        ("openai:gpt-5", None, False),
        ("openai:local", "http://127.0.0.1:8000/v1", True),
        ("openai:local", "http://127.9.9.9:8000/v1", True),
        ("openai:local", "http://localhost:8000/v1", True),
        ("openai:local", "http://[::1]:8000/v1", True),
        ("openai:local", "http://127.0.0.1.evil.example/v1", False),
        ("openai:local", "http://localhost.example.org/v1", False),
        ("openai:local", "http://192.168.1.4:8000/v1", False),
        ("openai:local", "http://0.0.0.0:8000/v1", False),
        ("anthropic:claude", None, False),
    ],
)
def test_only_a_loopback_address_is_this_machine(writer: str, url: str | None, here: bool) -> None:
    settings = Settings(writer=writer, writer_url=url)
    assert models.runs_here(settings) is here
    said = leaving(settings)
    assert (said is None) is here
    if said:
        assert "Text leaves this machine" in said
        assert writer in said


@pytest.mark.parametrize(
    "url", ["https://user:hunter2@models.example/v1", "https://models.example/v1?key=abc", "ftp://x"]
)
def test_an_address_holds_no_secret(url: str) -> None:
    """It is shown on the page and kept in the records of evaluation runs."""
    with pytest.raises(ValidationError):
        Settings(writer="openai:x", writer_url=url)


def test_a_proxy_does_not_carry_off_what_is_meant_for_this_machine(
    tarn: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    models._model.cache_clear()
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    with scripted(copying) as server, scripted(copying) as proxy:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url.removesuffix("/v1"))
        found = ask(tarn, server, "what is the rent of the harbour cafe?")
    assert found.writer == "openai:scripted"
    assert proxy.asked == []
