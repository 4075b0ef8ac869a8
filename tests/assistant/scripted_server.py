"""A server that speaks OpenAI's protocol over real HTTP and says what a test tells it to, well or badly."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

CUT = object()
"""In the place of a piece: the connection is cut there."""


@dataclass(frozen=True)
class Reply:
    """What the server answers a request: an error, or pieces of text as they are streamed.

    A piece may be an Event, which is waited for before the next one is sent, or CUT.
    """

    pieces: Iterable[Any] = ()
    status: int = 200
    body: str = ""
    finish: str = "stop"
    usage: tuple[int, int] | None = (100, 20)
    headers: dict[str, str] = field(default_factory=dict)
    raw: bytes | None = None


@dataclass
class Scripted:
    """A running server: its address, what it was asked, and the script that answers."""

    url: str
    script: Callable[[dict[str, Any]], Reply]
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)


def messages_of(request: dict[str, Any]) -> str:
    """All that a request says, as one text."""
    return "\n".join(str(one["content"]) for one in request["messages"])


def evidence_of(request: dict[str, Any]) -> list[tuple[int, str]]:
    """(number, what is most to the point) of each minute in a request for an answer."""
    text = request["messages"][1]["content"]
    found = []
    for block in re.split(r"\n\n(?=\[\d+\] )", text):
        match = re.search(r"^\[(\d+)\] ", block, re.MULTILINE)
        told = re.search(r"Most to the point: (.*?)(?=\nThe minute: |\nEND OF MINUTES|\Z)", block, re.DOTALL)
        if match and told:
            found.append((int(match[1]), told[1]))
    return found


def answer(*sentences: tuple[str, list[int]], answered: bool = True) -> str:
    """An answer in the form asked for."""
    return json.dumps(
        {"answered": answered, "sentences": [{"text": text, "markers": markers} for text, markers in sentences]},
        ensure_ascii=False,
    )


def in_pieces(text: str, size: int = 9) -> list[str]:
    """``text`` as a model streams it."""
    return [text[at : at + size] for at in range(0, len(text), size)]


@contextmanager
def scripted(script: Callable[[dict[str, Any]], Reply]) -> Iterator[Scripted]:
    """A server on a free port of this machine, for as long as the test runs."""
    held = Scripted("", script)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            held.asked.append(request)
            held.keys.append(self.headers.get("Authorization", ""))
            _serve(self, held.script(request))

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing: the tests read what was asked."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    held.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield held
    finally:
        server.shutdown()
        server.server_close()


def _serve(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
    if reply.raw is not None:
        handler.wfile.write(reply.raw)
        handler.close_connection = True
        return
    if reply.status != 200:
        body = reply.body.encode()
        handler.send_response(reply.status)
        for name, value in {
            "Content-Type": "application/json",
            "Content-Length": str(len(body)),
            **reply.headers,
        }.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)
        return
    handler.send_response(200)
    handler.send_header("Content-Type", "text/event-stream")
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    try:
        _stream(handler, reply)
    except (BrokenPipeError, ConnectionResetError):
        handler.close_connection = True


def _stream(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
    for piece in reply.pieces:
        if isinstance(piece, Event):
            piece.wait(60)
        elif piece is CUT:
            handler.close_connection = True
            handler.wfile.flush()
            handler.connection.close()
            return
        else:
            _event(handler, {"choices": [{"index": 0, "delta": {"content": piece}, "finish_reason": None}]})
    _event(handler, {"choices": [{"index": 0, "delta": {}, "finish_reason": reply.finish}]})
    if reply.usage:
        taken, given = reply.usage
        usage = {"prompt_tokens": taken, "completion_tokens": given, "total_tokens": taken + given}
        _event(handler, {"choices": [], "usage": usage})
    _chunk(handler, b"data: [DONE]\n\n")
    _chunk(handler, b"")


def _event(handler: BaseHTTPRequestHandler, said: dict[str, Any]) -> None:
    shared = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "scripted"}
    _chunk(handler, f"data: {json.dumps(shared | said)}\n\n".encode())


def _chunk(handler: BaseHTTPRequestHandler, data: bytes) -> None:
    handler.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
    handler.wfile.flush()
