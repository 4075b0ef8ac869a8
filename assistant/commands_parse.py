"""`minutes parse` and `minutes text`: how files are read."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from assistant.commands import Chosen


@click.command("parse")
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a file on stdout.")
def parse_command(paths: Sequence[Path], as_json: bool) -> None:
    """Show how files are read: meeting, attendance, items and decisions, with warnings. Nothing is indexed."""
    from assistant.parse_report import to_json, to_lines
    from index_store.bounded import read_bounded
    from index_store.errors import MinutesError
    from index_store.indexer import find_files

    failed = False
    for found in find_files(paths):
        try:
            source, parsed = read_bounded(found.path, found.name)
        except MinutesError as error:
            click.echo(f"Error: {error}", err=True)
            failed = True
            continue
        if as_json:
            click.echo(json.dumps(to_json(source, parsed), ensure_ascii=False))
        else:
            click.echo("\n".join(to_lines(source, parsed)))
    if failed:
        raise SystemExit(1)


@click.command("text")
@click.argument("source", metavar="SOURCE")
@click.pass_obj
def text_command(chosen: Chosen, source: str) -> None:
    """Print the source text of SOURCE, a file in the index or any other file: what spans are counted in."""
    from index_store.catalogue import Catalogue
    from index_store.errors import NotFound
    from index_store.readers import read_source

    try:
        text = Catalogue(chosen()).source_text(source)
    except NotFound:
        text = read_source(Path(source)).text
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
