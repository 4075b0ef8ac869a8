"""Where evaluation works: each set's minutes in an index of their own, its runs beside it, below the user's home."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.settings import Settings
from eval.cases import CORPORA, BadSet, EvaluationSet
from index_store.embedder import Embedder
from index_store.errors import EmbedderMismatch, StaleIndex
from index_store.index import Index, open_index
from index_store.indexer import add, find_files, remove


def runs_folder(home: Path, set_file: Path) -> Path:
    """The folder of a set's runs."""
    return home / "evaluation" / set_file.stem / "runs"


@contextmanager
def open_documents(
    settings: Settings, evaluation: EvaluationSet, folder: Path | None, tell: Callable[[str], object] = print
) -> Iterator[Index]:
    """The index that a set is asked over, brought up to date first.

    A set with ``documents`` gets an index of its own, so that samples never mix with the user's minutes; one
    without is asked over the user's home. ``folder`` says where the documents lie and wins over the set. ``tell`` is
    given a line for each file that cannot be read; the rest is asked over.
    """
    documents = find_documents(evaluation, folder or settings.documents)
    where, embedder = settings.home, settings.make_embedder()
    if documents is not None:
        where = settings.home / "evaluation" / evaluation.name / "home"
        try:
            _index(documents, where, embedder, tell)
        except (StaleIndex, EmbedderMismatch):
            # Nothing in it is the user's: what another version or embedder built is simply built again.
            shutil.rmtree(where)
            _index(documents, where, embedder, tell)
    with open_index(where, embedder) as index:
        yield index


def _index(documents: Path, where: Path, embedder: Embedder, tell: Callable[[str], object]) -> None:
    """Bring the index of a set's minutes up to date: what is gone from the folder goes from the index."""
    for outcome in add([documents], where, embedder=embedder):
        if outcome.state == "failed":
            tell(f"{documents}: {outcome.source}: {outcome.detail}")
    with open_index(where, embedder) as index:
        held = {source.path for source in index.catalogue.sources()}
    for source in sorted(held - {file.name for file in find_files([documents])}):
        remove(source, where, embedder)


def find_documents(evaluation: EvaluationSet, root: Path | None) -> Path | None:
    """The folder of a set's minutes: None for the user's home, the built-in samples or corpora, or ``documents`` below
    ``root``.

    ``root`` may also be that folder itself. Raises BadSet where it is not there.
    """
    if evaluation.documents is None:
        return None
    if evaluation.documents == "samples":
        from assistant.samples import SAMPLES

        return SAMPLES
    if evaluation.documents.startswith(f"{CORPORA.name}/") and (CORPORA.parent / evaluation.documents).is_dir():
        return CORPORA.parent / evaluation.documents
    if root is not None and (root / evaluation.documents).is_dir():
        return root / evaluation.documents
    if root is not None and root.is_dir() and root.name == Path(evaluation.documents).name:
        return root
    raise BadSet(
        f"{root or ''}: the minutes of set {evaluation.name} ({evaluation.documents}) are not here; "
        "give --documents FOLDER, or set MINUTES_DOCUMENTS to the folder that holds them"
    )
