"""Whatever goes wrong with a model, the quoting writer answers within the time limit, and says why."""

from __future__ import annotations

import logging
import socket
from datetime import date
from threading import Event
from time import monotonic
from typing import Any

import pytest

from assistant.answer import Answer
from assistant.invariants import faults
from assistant.model_writer.asking import estimated_tokens
from assistant.pipeline import answer_question
from assistant.settings import Settings
from index_store.errors import BadSetting
from index_store.held import Scope
from index_store.index import Index
from tests.assistant.answering_home import harrowmere as harrowmere
from tests.assistant.scripted_server import CUT, Reply, answer, in_pieces, messages_of, scripted

ROOF = "how much will mending the bandstand roof cost"
GOOD = answer(("The bandstand roof would cost £4,200 to mend.", [1]), ("The Clerk reported on the roof.", [1]))
KEY = "sk-secret-0123456789"
LIMIT = 3.0


def ask(index: Index, url: str, *turns: str, **settings: Any) -> Answer:
    chosen = Settings(writer="openai:scripted", writer_url=url, writer_seconds=LIMIT, **settings)
    return answer_question(index, turns or (ROOF,), Scope(), date(2016, 2, 1), chosen)


def quoted(index: Index, found: Answer, said: str) -> None:
    """The quoting writer's answer, whole, with the reason in its notes and nothing of the server's own words."""
    plain = answer_question(index, [ROOF], Scope(), date(2016, 2, 1))
    assert (found.status, found.writer, found.answer) == ("answered", "quote", plain.answer)
    assert found.citations == plain.citations
    assert faults(found, index.catalogue) == []
    (note,) = found.notes
    assert said in note


BAD = {
    "an error of the server": (Reply(status=500, body='{"error": "boom"}'), "failed"),
    "a rate limit": (Reply(status=429, body="{}", headers={"Retry-After": "600"}), "asked too much"),
    "a wrong key": (Reply(status=401, body=f'{{"error": {{"message": "bad key {KEY}"}}}}'), "the key"),
    "a context that is too small": (
        Reply(status=400, body='{"error": {"message": "maximum context length is 512"}}'),
        "as long as these",
    ),
    "no such model": (Reply(status=404, body='{"error": {"message": "model not found"}}'), "failed"),
    "sent elsewhere": (Reply(status=307, body="", headers={"Location": "http://192.0.2.1/v1"}), "failed"),
    "an error in HTML": (Reply(status=502, body="<html>Bad gateway</html>"), "failed"),
    "cut at once": (Reply(raw=b""), ""),
    "cut in mid-stream": (Reply([*in_pieces(GOOD)[:6], CUT]), "broke off"),
    "cut behind a whole sentence": (Reply([*in_pieces(GOOD)[:-3], CUT]), "broke off"),
    "stopped by its length": (Reply(in_pieces(GOOD)[:-4], finish="length"), "broke off"),
    "nothing at all": (Reply([]), "broke off"),
    "prose": (Reply(in_pieces("The roof cost £4,200, as the minutes say.")), "form"),
    "JSON of another form": (Reply(['{"answer": "£4,200", "citations": [1]}']), "form"),
    "markers that are words": (Reply(['{"answered": true, "sentences": [{"text": "It.", "markers": ["a"]}]}']), "form"),
    "a field too many": (Reply([GOOD[:-1] + ', "tool": "rm -rf"}']), "form"),
    "a list": (Reply(["[1, 2, 3]"]), "form"),
    "two objects": (Reply([GOOD, GOOD]), "form"),
    "text without end": (Reply("x" * 1000 for _ in range(10**6)), "form"),
    "nested without end": (Reply(["[" * 5000]), "form"),
    "a refusal": (Reply(in_pieces("I am sorry, I cannot help with that.")), "form"),
    "a content filter": (Reply(in_pieces(GOOD)[:3], finish="content_filter"), "declined"),
    "no HTTP at all": (Reply(raw=b"SSH-2.0-OpenSSH_9.2\r\n"), ""),
    "events that are no JSON": (
        Reply(
            raw=b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\ndata: {oops\n\n"
        ),
        "failed",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_the_quoting_writer_answers_and_says_why(harrowmere: Index, name: str) -> None:
    reply, said = BAD[name]
    with scripted(lambda request: reply) as server:
        quoted(harrowmere, ask(harrowmere, server.url), said)
    assert len(server.asked) == 1, "a failure is not asked again"


def test_a_server_that_is_down(harrowmere: Index) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{held.getsockname()[1]}/v1"
        quoted(harrowmere, ask(harrowmere, url), "could not be reached")


@pytest.mark.parametrize("before", [0, 4, 12])
def test_a_server_that_falls_silent_is_left_at_the_time_limit(harrowmere: Index, before: int) -> None:
    never = Event()
    pieces = [*in_pieces(GOOD)[:before], never, *in_pieces(GOOD)[before:]]
    with scripted(lambda request: Reply(pieces)) as server:
        began = monotonic()
        found = ask(harrowmere, server.url)
        took = monotonic() - began
        never.set()
    quoted(harrowmere, found, "took too long")
    assert took < LIMIT + 10


def test_a_server_that_dribbles_is_left_at_the_time_limit(harrowmere: Index) -> None:
    """Each piece comes in time, all together do not: the limit is for the whole question."""
    stop = Event()

    def dribble() -> Any:
        while not stop.wait(0.05):
            yield " "

    with scripted(lambda request: Reply(dribble())) as server:
        found = ask(harrowmere, server.url)
        stop.set()
    quoted(harrowmere, found, "took too long")


def test_a_model_that_has_failed_is_not_asked_again_for_the_same_question(harrowmere: Index) -> None:
    with scripted(lambda request: Reply(status=503, body="{}")) as server:
        found = ask(harrowmere, server.url, "what was decided about the skate park in March and in May 2015?")
    assert len(server.asked) <= 1
    assert found.writer == "quote"


def test_what_was_borne_out_stands_where_only_the_second_asking_fails(harrowmere: Index) -> None:
    first = answer(("The bandstand roof would cost £4,200 to mend.", [1]), ("It was made of gold leaf.", [1]))

    def script(request: dict[str, Any]) -> Reply:
        return Reply([first]) if len(request["messages"]) == 2 else Reply(status=500, body="{}")

    with scripted(script) as server:
        found = ask(harrowmere, server.url)
    assert (found.writer, found.answer) == ("openai:scripted", "The bandstand roof would cost £4,200 to mend. [1]")
    assert len(server.asked) == 2


@pytest.mark.parametrize("context", [1900, 2200, 3000, 8192])
def test_evidence_is_packed_to_the_context(harrowmere: Index, context: int) -> None:
    with scripted(lambda request: Reply([GOOD])) as server:
        found = ask(harrowmere, server.url, writer_context=context)
    assert found.writer == "openai:scripted"
    (request,) = server.asked
    assert estimated_tokens(messages_of(request)) + request["max_tokens"] <= context


def test_a_context_that_holds_no_minute_is_not_asked(harrowmere: Index) -> None:
    with scripted(lambda request: Reply([GOOD])) as server:
        quoted(harrowmere, ask(harrowmere, server.url, writer_context=1024), "as long as these")
    assert server.asked == []


def test_the_key_goes_to_the_server_and_nowhere_else(
    harrowmere: Index, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    caplog.set_level(logging.DEBUG)
    with scripted(lambda request: BAD["a wrong key"][0]) as server:
        found = ask(harrowmere, server.url)
    assert server.keys == [f"Bearer {KEY}"]
    assert KEY not in caplog.text
    assert KEY not in str(found.to_json())
    assert KEY not in repr(Settings(writer="openai:scripted", writer_url=server.url))


def test_a_hosted_model_without_a_key_is_a_wrong_setting(harrowmere: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)
    for writer, key in (("openai:gpt-5", "OPENAI_API_KEY"), ("anthropic:claude", "ANTHROPIC_API_KEY")):
        with pytest.raises(BadSetting, match=key):
            answer_question(harrowmere, [ROOF], settings=Settings(writer=writer))


@pytest.mark.parametrize("writer", ["gpt-5", "ollama:", "ollama", "mistral:x", "openai: x", ""])
def test_a_writer_that_is_no_writer_is_a_wrong_setting(monkeypatch: pytest.MonkeyPatch, writer: str) -> None:
    from assistant.settings import load_settings

    monkeypatch.setenv("MINUTES_WRITER", writer)
    if writer:
        with pytest.raises(BadSetting, match="MINUTES_WRITER"):
            load_settings()
    else:
        assert load_settings().writer == "quote"
