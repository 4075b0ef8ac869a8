"""Which language model is asked, and where it runs. Nothing of LlamaIndex or a provider is imported before one is.

Keys come from the environment alone: OPENAI_API_KEY for "openai:…", ANTHROPIC_API_KEY for "anthropic:…". They are
handed to the provider's client and to nothing else, and stand in no setting, message, log or record of a run.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from assistant.settings import QUOTE, Settings
from index_store.errors import BadSetting

if TYPE_CHECKING:
    from llama_index.core.llms import LLM

_URLS = {
    "openai": "https://api.openai.com/v1",
    "ollama": "http://127.0.0.1:11434",
    "anthropic": "https://api.anthropic.com",
}
WRITTEN_TOKENS = 700
"""How long an answer may get."""


@dataclass(frozen=True)
class Model:
    """A language model that can be asked. ``name`` is the setting that chose it, ``url`` its server.

    ``here`` tells that nothing leaves this machine: the server is on a loopback address and does not pass on to
    another one, as far as its name tells. ``errors`` are what its library raises when the asking fails.
    """

    name: str
    url: str
    here: bool
    context: int
    seconds: float
    llm: LLM
    errors: tuple[type[Exception], ...]
    form: str = "none"

    def in_form(self, name: str, schema: dict[str, Any]) -> dict[str, Any]:
        """What tells the server the form of its answer, for ``llm.stream_chat``."""
        if self.form == "format":
            return {"format": schema}
        if self.form == "json_schema":
            return {"response_format": {"type": self.form, self.form: {"name": name, "schema": schema, "strict": True}}}
        if self.form == "json_object":
            return {"response_format": {"type": self.form, "schema": schema}}
        return {}


def model_of(settings: Settings) -> Model | None:
    """The model that the settings name; None for the built-in writer.

    Raises BadSetting where its library is not installed, or a key is missing.
    """
    if settings.writer == QUOTE:
        return None
    return _model(
        settings.writer,
        server_of(settings),
        settings.writer_context,
        settings.writer_seconds,
        settings.writer_schema,
        os.environ.get("OPENAI_API_KEY" if settings.writer.startswith("openai:") else "ANTHROPIC_API_KEY", ""),
    )


def server_of(settings: Settings) -> str:
    """The address of the model's server."""
    return settings.writer_url or _URLS[settings.writer.partition(":")[0]]


def runs_here(settings: Settings) -> bool:
    """Does all text stay on this machine?"""
    return settings.writer == QUOTE or _here(settings.writer, server_of(settings))


def _here(writer: str, url: str) -> bool:
    host = urlsplit(url).hostname or ""
    if writer.startswith("anthropic:") or writer.startswith("ollama:") and writer.endswith(("-cloud", ":cloud")):
        return False  # whatever server takes them, it passes them on to the maker's
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


@lru_cache(maxsize=4)
def _model(writer: str, url: str, context: int, seconds: float, schema: str, key: str) -> Model:
    provider, _, name = writer.partition(":")
    here = _here(writer, url)
    llm, errors = _PROVIDERS[provider](name, url, context, seconds, key)
    form = {"openai": schema, "ollama": "format"}.get(provider, "none")
    return Model(writer, url, here, context, seconds, llm, (*errors, OSError, ValueError), form)


def _openai(name: str, url: str, context: int, seconds: float, key: str) -> tuple[LLM, Any]:
    if not key and url == _URLS["openai"]:
        raise BadSetting("openai:… needs a key: set OPENAI_API_KEY, or MINUTES_WRITER_URL to a server of your own")
    library, openai, httpx = (_part(one, "openai") for one in ("llama_index.llms.openai_like", "openai", "httpx"))
    llm: LLM = library.OpenAILike(
        model=name,
        api_base=url,
        api_key=key or "none",
        is_chat_model=True,
        context_window=context,
        max_tokens=WRITTEN_TOKENS,
        temperature=0.0,
        max_retries=0,
        timeout=seconds,
        http_client=httpx.Client(**_client(url, seconds)),
        additional_kwargs={"stream_options": {"include_usage": True}},
    )
    return llm, (openai.OpenAIError, httpx.HTTPError)


def _ollama(name: str, url: str, context: int, seconds: float, key: str) -> tuple[LLM, Any]:
    library, ollama, httpx = (_part(one, "ollama") for one in ("llama_index.llms.ollama", "ollama", "httpx"))
    llm: LLM = library.Ollama(
        model=name,
        base_url=url,
        client=ollama.Client(host=url, **_client(url, seconds)),
        context_window=context,
        temperature=0.0,
        request_timeout=seconds,
        is_function_calling_model=False,
        additional_kwargs={"num_predict": WRITTEN_TOKENS},
        json_mode=False,
    )
    return llm, (ollama.ResponseError, ollama.RequestError, httpx.HTTPError)


def _anthropic(name: str, url: str, context: int, seconds: float, key: str) -> tuple[LLM, Any]:
    if not key:
        raise BadSetting("anthropic:… needs a key: set ANTHROPIC_API_KEY")
    library, anthropic, httpx = (
        _part(one, "anthropic") for one in ("llama_index.llms.anthropic", "anthropic", "httpx")
    )
    llm: LLM = library.Anthropic(
        model=name,
        base_url=url,
        api_key=key,
        max_tokens=WRITTEN_TOKENS,
        temperature=0.0,
        timeout=seconds,
        max_retries=0,
    )
    return llm, (anthropic.AnthropicError, httpx.HTTPError)


_PROVIDERS: Mapping[str, Callable[[str, str, int, float, str], tuple[LLM, Any]]] = {
    "openai": _openai,
    "ollama": _ollama,
    "anthropic": _anthropic,
}


def _client(url: str, seconds: float) -> dict[str, Any]:
    """A proxy set for the network must not carry off what is meant for this machine; no server sends us elsewhere."""
    return {"timeout": seconds, "follow_redirects": False, "trust_env": not _here("", url)}


def _part(module: str, extra: str) -> Any:
    try:
        return import_module(module)
    except ImportError as error:
        raise BadSetting(
            f"{extra}:… needs a library that is not installed ({error.name}): pip install 'minutes-assistant[{extra}]'"
        ) from error
