"""Every setting, in one place: from the environment (``MINUTES_…``), passed in where it is used."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path
from pydantic import ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from index_store.embedder import DEFAULT_MODEL, Embedder
from index_store.errors import BadSetting


class Settings(BaseSettings):
    """``home`` holds the index; ``embedder`` is a model's folder or name; ``downloads`` lets a name be fetched;
    ``documents`` is the folder below which evaluation sets find their minutes.
    """

    model_config = SettingsConfigDict(env_prefix="MINUTES_", env_ignore_empty=True, extra="forbid", frozen=True)

    home: Path = user_data_path("minutes-assistant", appauthor=False)
    embedder: str = DEFAULT_MODEL
    downloads: bool = False
    documents: Path | None = None

    def make_embedder(self) -> Embedder:
        """The embedder that these settings name; nothing heavy happens before it is used."""
        return Embedder(self.embedder, self.downloads)


def load_settings(home: Path | None = None) -> Settings:
    """Settings from the environment; ``home`` wins over MINUTES_HOME. Raises BadSetting."""
    try:
        return Settings() if home is None else Settings(home=home.expanduser())
    except ValidationError as error:
        first = error.errors()[0]
        name = f"MINUTES_{first['loc'][0]}".upper() if first["loc"] else "MINUTES_…"
        raise BadSetting(f"{name}={first.get('input')!r} cannot be used: {first['msg']}") from error
