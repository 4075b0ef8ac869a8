"""Every setting, in one place: from the environment (``MINUTES_…``), passed in where it is used."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from platformdirs import user_data_path
from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from index_store.embedder import DEFAULT_MODEL, Embedder
from index_store.errors import BadSetting

QUOTE = "quote"


class Settings(BaseSettings):
    """``home`` holds the index; ``embedder`` is a model's folder or name; ``downloads`` lets a name be fetched;
    ``documents`` is the folder below which evaluation sets find their minutes.

    ``writer`` is "quote", or a language model as "ollama:MODEL", "openai:MODEL" (any server that speaks OpenAI's
    protocol) or "anthropic:MODEL". ``writer_url`` is its server, where not the usual one; ``writer_context`` how many
    tokens the model takes in and gives out together; ``writer_seconds`` how long a question may take with it;
    ``writer_schema`` how the server is told the form of its answer. Keys are no settings: they stay in the
    environment, see :mod:`assistant.model_writer.models`.
    """

    model_config = SettingsConfigDict(env_prefix="MINUTES_", env_ignore_empty=True, extra="forbid", frozen=True)

    home: Path = user_data_path("minutes-assistant", appauthor=False)
    embedder: str = DEFAULT_MODEL
    downloads: bool = False
    documents: Path | None = None
    writer: str = Field(default=QUOTE, pattern=r"^(?:quote|(?:ollama|openai|anthropic):\S+)$")
    writer_url: str | None = Field(default=None, pattern=r"^https?://[^\s@?#]+$")
    writer_context: int = Field(default=8192, ge=1024)
    writer_seconds: float = Field(default=60.0, gt=0, le=600)
    writer_schema: Literal["json_schema", "json_object", "none"] = "json_schema"

    def make_embedder(self) -> Embedder:
        """The embedder that these settings name; nothing heavy happens before it is used."""
        return Embedder(self.embedder, self.downloads)

    def quoting(self) -> Settings:
        """The same settings with the built-in writer."""
        return self.model_copy(update={"writer": QUOTE})


def load_settings(home: Path | None = None) -> Settings:
    """Settings from the environment; ``home`` wins over MINUTES_HOME. Raises BadSetting."""
    try:
        return Settings() if home is None else Settings(home=home.expanduser())
    except ValidationError as error:
        first = error.errors()[0]
        name = f"MINUTES_{first['loc'][0]}".upper() if first["loc"] else "MINUTES_…"
        raise BadSetting(f"{name}={first.get('input')!r} cannot be used: {first['msg']}") from error
