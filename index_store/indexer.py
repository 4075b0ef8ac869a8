"""Files into the index and out of it: ``add``, ``remove``.

Each file is read, parsed and judged by itself, and whatever goes wrong with one is an outcome, not an end. Files are
committed in batches; see :mod:`index_store.store` for what a commit promises.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from index_store.bounded import LIMITS, Limits, read_bounded
from index_store.clerk import follow
from index_store.commit import Filed
from index_store.corrections import Correction, corrected, of_source
from index_store.embedder import Embedder
from index_store.errors import MinutesError, NotFound
from index_store.models import MappedText, Meeting, MinuteItem, ParsedFile, SourceText, Span
from index_store.parser import PARSER_VERSION
from index_store.readers import SUFFIXES
from index_store.readers.formats import MAX_BYTES
from index_store.store import Store, writing

BATCH_ITEMS = 300

State = Literal["added", "unchanged", "replaced", "moved", "version", "skipped", "failed"]


@dataclass(frozen=True, slots=True)
class Found:
    """A file to add: where it lies, the name it is to be known by, and whether it was named by itself."""

    path: Path
    name: str
    named: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file. ``detail`` says why it was skipped or failed, or of what it is a version."""

    source: str
    state: State
    detail: str | None = None
    meetings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """What the catalogue says of one file."""

    path: str
    origin: str
    sha: str
    parser: str
    kind: str
    skipped: bool


def find_files(paths: Iterable[Path]) -> list[Found]:
    """The files to add: those named, and in folders named, those in them, hidden ones aside, by name."""
    found: dict[Path, Found] = {}
    for path in paths:
        if not path.is_dir():
            found.setdefault(path.absolute(), Found(path, path.name, True))
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if not name.startswith((".", "~$")):
                    file = Path(folder, name)
                    found.setdefault(file.absolute(), Found(file, file.relative_to(path).as_posix(), False))
    return list(found.values())


def add(
    paths: Iterable[Path | Found],
    home: Path,
    embedder: Embedder | None = None,
    papers: bool = False,
    limits: Limits = LIMITS,
) -> Iterator[Outcome]:
    """Index files and folders, one outcome a file, each given once its file is safely in.

    A file that takes more than ``limits`` to read is refused, and the rest goes on.
    What is unchanged is judged by the file's bytes, the parser's version and the embedder. Raises HomeBusy,
    EmbedderMismatch and StaleIndex before anything is read.
    """
    files: list[Found] = []
    for path in paths:
        files += [path] if isinstance(path, Found) else find_files([path])
    with writing(home, embedder or Embedder()) as store:
        known = _known(store)
        batch: list[tuple[Filed, _Known | None]] = []
        for found in files:
            judged = _take(found, known, papers, store.corrections, limits)
            if isinstance(judged, Outcome):
                yield judged
                continue
            batch.append(judged)
            if sum(len(m.items) for filed, _ in batch for m in filed.parsed.meetings) >= BATCH_ITEMS:
                yield from _commit(store, batch)
                batch = []
        yield from _commit(store, batch)


def remove(source: str, home: Path, embedder: Embedder | None = None) -> tuple[str, ...]:
    """Take one file out of the index; returns the ids of the meetings that went. Raises NotFound, HomeBusy.

    Where another version of a meeting is held, that takes its place.
    """
    with writing(home, embedder or Embedder()) as store:
        before = _public(store, source)
        if not any(one.path == source for one in _known(store).values()):
            raise NotFound(f"no source {source!r} in {home}: `minutes list` names them")
        store.commit(gone=[source])
        held = {row[0] for row in store.db.execute("SELECT public FROM meetings WHERE held")}
        return tuple(one for one in before if one not in held)


def _known(store: Store) -> dict[str, _Known]:
    rows = store.db.execute("SELECT path, origin, sha, parser, kind, skipped FROM sources")
    return {row[0]: _Known(row[0], row[1], row[2], row[3], row[4], bool(row[5])) for row in rows}


def _take(
    found: Found, known: dict[str, _Known], papers: bool, corrections: Sequence[Correction], limits: Limits
) -> Outcome | tuple[Filed, _Known | None]:
    """Read and parse one file unless it is unchanged. The boundary: no file's failure stops the rest."""
    try:
        return _read(found, known, papers, corrections, limits)
    except MinutesError as error:
        return Outcome(found.name, "failed", str(error))
    except Exception as error:  # noqa: BLE001 - any failure of one file is that file's outcome
        return Outcome(found.name, "failed", f"{found.name}: {type(error).__name__}: {error}; please report this file")


def _read(
    found: Found, known: dict[str, _Known], papers: bool, corrections: Sequence[Correction], limits: Limits
) -> Outcome | tuple[Filed, _Known | None]:
    suffix = found.path.suffix.lower()
    if not found.named and suffix not in SUFFIXES:
        return Outcome(found.name, "skipped", f"{suffix or 'files without a suffix'}: not a format that is read")
    origin = found.path.resolve()
    whole = found.path.is_file() and found.path.stat().st_size <= MAX_BYTES
    sha = _sha(found.path) if whole else ""
    before = _same_file(origin, found.name, sha, known)
    name = before.path if before and before.origin == str(origin) else _free_name(found.name, origin, before, known)
    if before and before.path == name and before.sha == sha and before.parser == PARSER_VERSION:
        if before.skipped and not papers:
            return _left_out(found, name, before.kind)
        if not before.skipped:
            return Outcome(name, "unchanged")
    source, parsed = read_bounded(found.path, name, limits)
    told = of_source(corrections, before.path if before else name) or of_source(corrections, name)
    parsed = corrected(parsed, told)
    source.text.encode()  # a lone surrogate could not be stored
    skipped = parsed.kind != "minutes" and not papers
    if parsed.kind == "other" and skipped and found.named:
        return _left_out(found, name, parsed.kind)
    if parsed.kind == "minutes" and not any(meeting.items for meeting in parsed.meetings):
        return Outcome(name, "failed", f"{name}: no minutes found in it; `minutes parse` shows how it is read")
    if papers and not parsed.meetings:
        parsed = _as_paper(source, parsed)
    if before and before.path != name:
        del known[before.path]
    known[name] = _Known(name, str(origin), sha, PARSER_VERSION, parsed.kind, skipped)
    words = tuple(one.told() for one in told)
    return Filed(name, origin, sha, PARSER_VERSION, source, parsed, skipped, words), before


def _sha(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _same_file(origin: Path, name: str, sha: str, known: dict[str, _Known]) -> _Known | None:
    """The file as it is known: from this very place, or under this name or with these bytes from one that is gone."""
    for one in known.values():
        if one.origin == str(origin):
            return one
    if name in known and not Path(known[name].origin).exists():
        return known[name]
    moved = [one for one in known.values() if one.sha == sha and not Path(one.origin).exists()]
    return min(moved, key=lambda one: one.path) if moved else None


def _free_name(name: str, origin: Path, before: _Known | None, known: dict[str, _Known]) -> str:
    """``name``, with as many folders in front as it takes to tell it from another file of that name."""
    folders = list(origin.parts[: -len(Path(name).parts)])
    while name in known and known[name] is not before and folders:
        name = f"{folders.pop().strip('/')}/{name}"
    return name


def _left_out(found: Found, name: str, kind: str) -> Outcome:
    """What is not minutes is skipped; but whoever named that one file expected minutes in it."""
    if kind == "other" and found.named:
        return Outcome(name, "failed", f"{name}: no minutes found in it; --papers indexes it as a paper")
    return Outcome(name, "skipped", _why_skipped(kind))


def _why_skipped(kind: str) -> str:
    return "agenda" if kind == "agenda" else "no minutes found in it: an agenda or a paper"


def _as_paper(source: SourceText, parsed: ParsedFile) -> ParsedFile:
    """A paper without a meeting's header: one item, the whole text."""
    whole = MappedText(source.text, ((0, 0, len(source.text)),) if source.text else ())
    span = Span(0, len(source.text))
    item = MinuteItem(None, Path(source.path).stem, whole, span, page=source.page(0))
    return replace(parsed, meetings=(Meeting(None, span, MappedText(""), items=(item,)),))


def _commit(store: Store, batch: list[tuple[Filed, _Known | None]]) -> list[Outcome]:
    if not batch:
        return []
    moved = [(before.path, filed.path) for filed, before in batch if before and before.path != filed.path]
    for old, new in moved:
        follow(store.home, old, new)
    gone = [old for old, _ in moved]
    store.commit([filed for filed, _ in batch], gone)
    return [_outcome(store, filed, before) for filed, before in batch]


def _outcome(store: Store, filed: Filed, before: _Known | None) -> Outcome:
    if filed.skipped:
        return Outcome(filed.path, "skipped", _why_skipped(filed.parsed.kind))
    rows = store.db.execute(
        "SELECT m.public, m.held, s.path FROM meetings m LEFT JOIN meetings h ON h.id = m.version_of "
        "LEFT JOIN sources s ON s.id = h.source WHERE m.source = (SELECT id FROM sources WHERE path = ?) "
        "ORDER BY m.ordinal",
        [filed.path],
    ).fetchall()
    held = tuple(public for public, is_held, _ in rows if is_held)
    copies = [f"{public} in {path}" for public, is_held, path in rows if not is_held]
    if before and before.path != filed.path:
        return Outcome(filed.path, "moved", f"from {before.path}", held)
    if not held and copies:
        return Outcome(filed.path, "version", f"version of {', '.join(copies)}")
    state: State = "replaced" if before and not before.skipped else "added"
    return Outcome(filed.path, state, f"version of {', '.join(copies)} too" if copies else None, held)


def _public(store: Store, source: str) -> list[str]:
    rows = store.db.execute(
        "SELECT public FROM meetings WHERE held AND source = (SELECT id FROM sources WHERE path = ?)", [source]
    )
    return [row[0] for row in rows]
