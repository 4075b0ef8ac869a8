"""From a file to its source text. `read_source` is the one verb; each format has a module of its own."""

from __future__ import annotations

from pathlib import Path

from index_store.models import SourceText
from index_store.readers.formats import SUFFIXES, format_of
from index_store.readers.refusal import refuse

__all__ = ["SUFFIXES", "read_source"]


def read_source(path: Path, name: str | None = None) -> SourceText:
    """The source text of the file at ``path``, which errors and warnings call ``name`` (its file name if None).

    The format is judged by the content first and by the suffix where the content leaves it open.
    Raises UnreadableFile, with a one-line message, for everything that cannot be turned into text.
    """
    name = name or path.name or str(path)
    try:
        return _read(path, name, format_of(path, name))
    except OSError as error:
        raise refuse(name, f"cannot be read ({error.strerror or error})", "check the file and add it again") from error
    except MemoryError as error:
        raise refuse(name, "is too large to read", "split it into smaller files") from error
    except RecursionError as error:
        raise refuse(name, "is nested too deep to read", "save it as plain text or PDF and add that") from error


def _read(path: Path, name: str, kind: str) -> SourceText:
    """Readers are imported only where used: the libraries behind them are slow to load."""
    if kind == "docx":
        from index_store.readers.docx import read_docx

        return read_docx(path, name)
    if kind == "doc":
        from index_store.readers.doc import read_doc

        return read_doc(path, name)
    if kind == "html":
        from index_store.readers.html import read_html

        return read_html(path, name)
    if kind == "rtf":
        from index_store.readers.rtf import read_rtf

        return read_rtf(path, name)
    if kind == "odt":
        from index_store.readers.odt import read_odt

        return read_odt(path, name)
    if kind == "pdf":
        from index_store.readers.pdf import read_pdf

        return read_pdf(path, name)
    from index_store.readers.plain import read_plain

    return read_plain(path, name)
