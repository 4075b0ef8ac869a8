"""An index over a few minutes written in the test."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from index_store.embedder import Embedder
from index_store.index import Index, open_index
from index_store.indexer import add


@contextmanager
def index_over(folder: Path, minutes: Mapping[str, str]) -> Iterator[Index]:
    """``minutes`` are texts in Markdown by the name of their file; all must be added."""
    for name, text in minutes.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    states = [one.state for one in add(sorted(folder.glob("*.md")), folder / "home")]
    assert states == ["added"] * len(minutes)
    index = open_index(folder / "home", Embedder())
    try:
        yield index
    finally:
        index.close()
