"""`minutes add`, `check` and `remove`: what changes the index."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.commands import Chosen

if TYPE_CHECKING:
    from index_store.embedder import Embedder
    from index_store.indexer import Found, Outcome

ORDER = ("added", "replaced", "moved", "version", "unchanged", "skipped", "failed")


@click.command("add")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--papers", is_flag=True, help="Index agendas and papers too.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a file on stdout.")
@click.pass_obj
def add_command(chosen: Chosen, paths: Sequence[Path], papers: bool, as_json: bool) -> None:
    """Index files and folders; what is unchanged is left alone, a changed file is replaced whole."""
    from index_store.indexer import add, find_files

    settings = chosen.settings()
    files = find_files(paths)
    embedder = settings.make_embedder()
    outcomes = []
    for outcome in _with_progress(files, add(files, settings.home, embedder, papers)):
        outcomes.append(outcome)
        if as_json:
            click.echo(json.dumps(asdict(outcome), ensure_ascii=False))
        else:
            click.echo(_line(outcome), err=outcome.state == "failed")
    if any(one.state in ("added", "replaced") for one in outcomes):
        _read_words(settings.home, embedder)
    if not as_json:
        click.echo(_summary(outcomes))
    if any(one.state == "failed" for one in outcomes):
        raise SystemExit(1)


def _with_progress(files: Sequence[Found], outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    from tqdm import tqdm

    with tqdm(total=len(files), unit="file", leave=False, disable=None) as bar:
        for outcome in outcomes:
            bar.clear()
            yield outcome
            bar.update()


def _read_words(home: Path, embedder: Embedder) -> None:
    from tqdm import tqdm

    from assistant.held_words import read_words

    with tqdm(bar_format="{desc}", desc="reading the words of the minutes", leave=False, disable=None):
        read_words(home, embedder)


def _line(outcome: Outcome) -> str:
    if outcome.state == "version":
        return f"{outcome.source}: {outcome.detail}"
    parts = [outcome.state, *([f"({outcome.detail})"] if outcome.detail and outcome.state != "failed" else [])]
    if outcome.state == "failed":
        return f"failed: {outcome.detail}"
    return f"{outcome.source}: {' '.join(parts)}" + (f"  {', '.join(outcome.meetings)}" if outcome.meetings else "")


def _summary(outcomes: Sequence[Outcome]) -> str:
    counts = {state: sum(one.state == state for one in outcomes) for state in ORDER}
    return ", ".join(f"{count} {state}" for state, count in counts.items() if count) or "no files found"


@click.command("remove")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a file on stdout.")
@click.pass_obj
def remove_command(chosen: Chosen, sources: Sequence[str], as_json: bool) -> None:
    """Take files out of the index, by the path they were added under. The files themselves are left alone."""
    from index_store.indexer import remove

    settings = chosen.settings()
    embedder = settings.make_embedder()
    for source in sources:
        gone = remove(source, settings.home, embedder)
        if as_json:
            click.echo(json.dumps({"source": source, "meetings": gone}, ensure_ascii=False))
        else:
            click.echo(f"{source}: removed" + (f"  {', '.join(gone)}" if gone else ""))


@click.command("check")
@click.option("--repair", is_flag=True, help="Mend what can be mended; rebuilds the index where it has to.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout.")
@click.pass_obj
def check_command(chosen: Chosen, repair: bool, as_json: bool) -> None:
    """Check the index; exit code 1 where something is wrong and was not repaired."""
    from index_store.checking import check

    settings = chosen.settings()
    report = check(settings.home, settings.make_embedder(), repair)
    if as_json:
        click.echo(json.dumps(asdict(report), ensure_ascii=False))
    else:
        for problem in report.problems:
            click.echo(f"{'repaired' if problem.repaired else 'problem'}: {problem.what}", err=not problem.repaired)
        for note in report.notes:
            click.echo(f"note: {note}")
        counts = f"{report.meetings} meetings, {report.minutes} minutes, {report.passages} passages"
        click.echo(f"{settings.home}: {counts}" + ("" if report.problems else "; nothing wrong"))
    if any(not one.repaired for one in report.problems):
        raise SystemExit(1)
