"""Where evaluation works: each set's minutes in an index of their own, its runs beside it, below the user's home."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index_store.index import Index, open_index
from index_store.indexer import add

from eval.cases import BadSet, EvaluationSet


def runs_folder(home: Path, set_file: Path) -> Path:
    """The folder of a set's runs."""
    return home / "evaluation" / set_file.stem / "runs"


@contextmanager
def open_documents(home: Path, evaluation: EvaluationSet, folder: Path | None) -> Iterator[Index]:
    """The index that a set is asked over, brought up to date first.

    A set with ``documents`` gets an index of its own, so that samples never mix with the user's minutes; one
    without is asked over the user's home. ``folder`` says where the documents lie and wins over the set.
    """
    documents = find_documents(evaluation, folder)
    where = home
    if documents is not None:
        where = home / "evaluation" / evaluation.name / "home"
        for _ in add([documents], where):
            pass
    with open_index(where) as index:
        yield index


def find_documents(evaluation: EvaluationSet, folder: Path | None) -> Path | None:
    """The folder of a set's minutes: as given, the built-in samples, or below MINUTES_DOCUMENTS. Raises BadSet."""
    if folder is None and evaluation.documents is None:
        return None
    if folder is None and evaluation.documents == "samples":
        from assistant.samples import SAMPLES

        return SAMPLES
    path = folder or Path(os.environ.get("MINUTES_DOCUMENTS", "."), evaluation.documents or "")
    if not path.is_dir():
        raise BadSet(
            f"{path}: the minutes of set {evaluation.name} are not here; "
            "give --documents FOLDER, or set MINUTES_DOCUMENTS to the folder that holds it"
        )
    return path
