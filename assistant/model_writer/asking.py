"""Asks a model and hands on its words as they come, until a time at the latest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from queue import Empty, Queue
from threading import Event, Thread
from time import monotonic
from typing import Any

from assistant.model_writer.failure import ModelFailed, trouble_of
from assistant.model_writer.models import Model
from assistant.model_writer.schema import LONGEST

_REFUSED = frozenset(("content_filter", "refusal"))


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a request: "system", "user" or "assistant"."""

    role: str
    text: str


@dataclass
class Tokens:
    """Tokens taken in and given out in all requests of one question; ``estimated`` where a server does not count."""

    taken: int = 0
    given: int = 0
    requests: int = 0
    estimated: bool = False


def estimated_tokens(text: str) -> int:
    """More tokens than ``text`` is likely to have, whatever the model: three bytes of English or fewer make one."""
    return len(text.encode()) // 3 + 1


def ask(
    model: Model, messages: list[Message], until: float, tokens: Tokens, options: dict[str, Any] | None = None
) -> Iterator[str]:
    """The model's words as they come in. ``until`` is a time of ``monotonic()``; ``tokens`` is added to.

    ``options`` go to the model's library. Raises ModelFailed, also in the midst of it. The request runs in a thread
    of its own, so that neither a silent server nor a name that does not resolve can hold the answer up; after that
    time it is left to end by itself.
    """
    told: Queue[Any] = Queue()
    stop = Event()
    tokens.requests += 1
    Thread(target=_listen, args=(model, messages, options or {}, told, stop), daemon=True).start()
    heard, counted, ended = 0, (0, 0), None
    try:
        while True:
            part = _next(told, until)
            if part is None:
                break
            if isinstance(part, ModelFailed):
                raise part
            text, usage, reason = part
            heard += len(text)
            counted, ended = usage or counted, reason or ended
            if heard > LONGEST:
                raise ModelFailed("malformed")
            if text:
                yield text
        if ended in _REFUSED:
            raise ModelFailed("refused")
    finally:
        stop.set()
        _count(tokens, counted, messages, heard)


def _next(told: Queue[Any], until: float) -> Any:
    try:
        return told.get(timeout=max(0.0, until - monotonic()))
    except Empty:
        raise ModelFailed("slow") from None


def _listen(model: Model, messages: list[Message], options: dict[str, Any], told: Queue[Any], stop: Event) -> None:
    from llama_index.core.llms import ChatMessage

    asked = [ChatMessage(role=one.role, content=one.text) for one in messages]
    try:
        for part in model.llm.stream_chat(asked, **options):
            told.put((part.delta or "", _usage(part.raw), _ended(part.raw)))
            if stop.is_set():
                return
    except model.errors as error:
        told.put(ModelFailed(trouble_of(error)))
    finally:
        told.put(None)


def _usage(raw: Any) -> tuple[int, int] | None:
    """(taken, given) as the server counts them: OpenAI's, Anthropic's and Ollama's names for it."""
    usage = _of(raw, "usage") or _of(_of(raw, "message"), "usage") or raw
    taken = _of(usage, "prompt_tokens") or _of(usage, "input_tokens") or _of(usage, "prompt_eval_count")
    given = _of(usage, "completion_tokens") or _of(usage, "output_tokens") or _of(usage, "eval_count")
    return (int(taken or 0), int(given or 0)) if taken or given else None


def _ended(raw: Any) -> str | None:
    """Why the model stopped, where it says so."""
    choices = _of(raw, "choices")
    if isinstance(choices, list) and choices:
        if _of(_of(choices[0], "delta"), "refusal"):
            return "refusal"
        reason = _of(choices[0], "finish_reason")
        return str(reason) if reason else None
    reason = _of(_of(raw, "delta"), "stop_reason")
    return str(reason) if reason else None


def _of(held: Any, name: str) -> Any:
    return held.get(name) if isinstance(held, dict) else getattr(held, name, None)


def _count(tokens: Tokens, counted: tuple[int, int], messages: list[Message], heard: int) -> None:
    if not any(counted):
        tokens.estimated = True
        counted = (sum(estimated_tokens(one.text) for one in messages), heard // 3)
    tokens.taken += counted[0]
    tokens.given += counted[1]
