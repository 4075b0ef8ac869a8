"""The index over which feedback was given: the user's home, or the samples'."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from assistant.home import build_samples, sample_home
from assistant.settings import Settings
from index_store.feedback import Feedback
from index_store.index import Index, open_index


@contextmanager
def reviewed_index(settings: Settings, given: Feedback) -> Iterator[Index]:
    """Open it, the samples' built where they are gone. Raises the errors of ``open_index``."""
    embedder = settings.make_embedder()
    home = settings.home
    if given.sample:
        home = sample_home(settings.home)
        build_samples(home, embedder)
    with open_index(home, embedder) as index:
        yield index
