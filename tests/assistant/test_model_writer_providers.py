"""Ollama's and Anthropic's own protocols over real HTTP; nothing of any provider is loaded while none is set."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import monotonic
from typing import Any

import pytest

from assistant.model_writer import models
from assistant.model_writer.asking import Message, Tokens, ask
from assistant.model_writer.failure import ModelFailed
from assistant.model_writer.schema import ANSWER_SCHEMA, finished_sentences, whole_answer
from assistant.settings import Settings
from index_store.errors import BadSetting
from tests.assistant.scripted_server import answer, in_pieces

SAID = answer(("It was agreed that the roof be mended.", [1]))


def ollama() -> bytes:
    shared = {"model": "m", "created_at": "2024-01-01T00:00:00Z"}
    lines = [{"message": {"role": "assistant", "content": piece}, "done": False} for piece in in_pieces(SAID)]
    last = {"message": {"role": "assistant", "content": ""}, "done": True, "done_reason": "stop"}
    lines.append({**last, "prompt_eval_count": 11, "eval_count": 7})
    return "".join(json.dumps(shared | one) + "\n" for one in lines).encode()


def anthropic() -> bytes:
    opening = {"id": "m", "type": "message", "role": "assistant", "content": [], "model": "c", "stop_reason": None}
    opening |= {"stop_sequence": None, "usage": {"input_tokens": 11, "output_tokens": 1}}
    events: list[dict[str, Any]] = [{"type": "message_start", "message": opening}]
    events.append({"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}})
    deltas = [{"type": "text_delta", "text": piece} for piece in in_pieces(SAID)]
    events += [{"type": "content_block_delta", "index": 0, "delta": delta} for delta in deltas]
    events.append({"type": "content_block_stop", "index": 0})
    ended = {"stop_reason": "end_turn", "stop_sequence": None}
    events.append({"type": "message_delta", "delta": ended, "usage": {"output_tokens": 7}})
    events.append({"type": "message_stop"})
    return "".join(f"event: {one['type']}\ndata: {json.dumps(one)}\n\n" for one in events).encode()


@contextmanager
def serving(body: bytes, status: int = 200) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    asked: list[dict[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(status)
            kind = "text/event-stream" if b"event:" in body else "application/x-ndjson"
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}", asked
    server.shutdown()
    server.server_close()


PROVIDERS = {
    "ollama:llama3.1": ("llama_index.llms.ollama", ollama),
    "anthropic:claude-3-5-haiku-latest": ("llama_index.llms.anthropic", anthropic),
}


def model(writer: str, url: str, monkeypatch: pytest.MonkeyPatch) -> models.Model:
    pytest.importorskip(PROVIDERS[writer][0], reason="an optional extra that is not installed")
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-ant-test")
    found = models.model_of(Settings(writer=writer, writer_url=url, writer_seconds=5))
    assert found is not None
    return found


def asking(asked: models.Model, tokens: Tokens) -> str:
    form = asked.in_form("answer", ANSWER_SCHEMA)
    messages = [Message("system", "rules"), Message("user", "question")]
    return "".join(ask(asked, messages, monotonic() + 20, tokens, form))


@pytest.mark.parametrize("writer", PROVIDERS)
def test_an_answer_comes_in_and_its_tokens_are_counted(writer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tokens = Tokens()
    with serving(PROVIDERS[writer][1]()) as (url, asked):
        assert asking(model(writer, url, monkeypatch), tokens) == SAID
    assert (tokens.taken, tokens.given, tokens.estimated) == (11, 7, False)
    assert "tools" not in asked[0] or not asked[0]["tools"]


@pytest.mark.parametrize("writer", PROVIDERS)
@pytest.mark.parametrize(("status", "trouble"), [(429, "busy"), (401, "key"), (500, "error")])
def test_errors_are_told_apart(writer: str, status: int, trouble: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(b"{}", status) as (url, asked), pytest.raises(ModelFailed) as failed:
        asking(model(writer, url, monkeypatch), Tokens())
    assert failed.value.trouble == trouble
    assert len(asked) == 1


def test_ollama_is_told_the_form(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(ollama()) as (url, asked):
        asking(model("ollama:llama3.1", url, monkeypatch), Tokens())
    assert asked[0]["format"]["required"] == ["answered", "sentences"]


@pytest.mark.parametrize("provider", ["openai", "ollama", "anthropic"])
def test_a_library_that_is_not_there_is_named_with_the_way_to_get_it(
    provider: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = {"openai": "openai_like"}.get(provider, provider)
    monkeypatch.setitem(sys.modules, f"llama_index.llms.{library}", None)
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-ant-test")
    with pytest.raises(BadSetting, match=rf"pip install 'minutes-assistant\[{provider}\]'"):
        models.model_of(Settings(writer=f"{provider}:x", writer_url=f"http://127.0.0.1:1/{provider}"))


def test_nothing_of_it_is_loaded_while_no_model_is_set() -> None:
    loaded = "import sys, assistant.pipeline, assistant.model_writer; print(*sys.modules)"
    names = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout.split()
    assert not {"openai", "ollama", "anthropic", "llama_index.llms.openai", "llama_index.llms.openai_like"} & set(names)


@pytest.mark.parametrize(
    ("heard", "count"),
    [
        ("", 0),
        ('{"answered": true, "sentences": [{"text": "One', 0),
        ('{"answered": true, "sentences": [{"text": "One.", "markers": [1]}', 0),
        ('{"answered": true, "sentences": [{"text": "One.", "markers": [1]}, {"te', 1),
        ('{"answered": false, "sentences": [{"text": "One.", "markers": [1]}, {"te', 0),
        ('{"sentences": [{"text": "One.", "markers": [1]}, {"te', 0),
        ('{"answered": true, "sentences": [{"text": "One.", "markers": ["x"]}, {"te', 0),
        ('```json\n{"answered": true, "sentences": [{"text": "One.", "markers": [1]}, {"te', 1),
    ],
)
def test_only_whole_sentences_are_read_from_the_beginning_of_an_answer(heard: str, count: int) -> None:
    assert len(finished_sentences(heard)) == count


def test_a_fence_round_an_answer_is_taken_off() -> None:
    assert whole_answer(f"```json\n{SAID}\n```") is not None
    assert whole_answer(f"Here it is: {SAID}") is None
