"""`minutes ask`: one question, or a batch of cases."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assistant.commands import Chosen

if TYPE_CHECKING:
    from assistant.answer import Answer


@click.command("ask")
@click.argument("question", required=False)
@click.option("--body", "bodies", multiple=True, help="Only this body (repeatable).")
@click.option("--from", "date_from", metavar="DATE", help="Only meetings on or after this day.")
@click.option("--to", "date_to", metavar="DATE", help="Only meetings on or before this day.")
@click.option("--today", metavar="DATE", help="The day that “last month” is reckoned from; else today.")
@click.option(
    "--batch", type=click.Path(path_type=Path, dir_okay=False), help="Answer a file of cases, one JSON a line."
)
@click.option("--json", "as_json", is_flag=True, help="The answer object on stdout.")
@click.pass_obj
def ask_command(
    chosen: Chosen,
    question: str | None,
    bodies: tuple[str, ...],
    date_from: str | None,
    date_to: str | None,
    today: str | None,
    batch: Path | None,
    as_json: bool,
) -> None:
    """Answer QUESTION from the minutes held, with citations; or say that they do not tell."""
    if (question is None) == (batch is None):
        raise click.UsageError("give a QUESTION or --batch FILE")
    from assistant.choosing import choose_scope, iso_date
    from assistant.model_writer.privacy import leaving
    from assistant.pipeline import answer_question
    from index_store.index import open_index

    settings = chosen.settings()
    if said := leaving(settings):
        click.echo(said, err=True)
    cases: list[dict[str, Any]] = list(_cases(batch)) if batch else [{"id": None, "turns": [question]}]
    day = date.fromisoformat(iso_date(today)) if today else date.today()
    index = open_index(settings.home, settings.make_embedder())
    scope = choose_scope(index.catalogue, bodies, date_from, date_to)
    for case in cases:
        answer = answer_question(index, case["turns"], scope, day, settings)
        if batch or as_json:
            click.echo(json.dumps(answer.with_id(case["id"], answer.elapsed_ms).to_json(), ensure_ascii=False))
        else:
            click.echo("\n".join(shown(answer)))


def _cases(path: Path) -> Iterator[dict[str, Any]]:
    """The cases of a batch file. Raises BadSetting, naming the line, for one without turns."""
    from index_store.errors import BadSetting

    if not path.is_file():
        raise BadSetting(f'{path}: no such file; --batch takes one JSON object a line: {{"id", "turns"}}')
    for number, line in enumerate(path.read_text(encoding="utf-8-sig", errors="replace").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            case = json.loads(line)
        except json.JSONDecodeError as error:
            raise BadSetting(f"{path}, line {number}: not JSON ({error.msg})") from error
        turns = case.get("turns") if isinstance(case, dict) else None
        if not isinstance(turns, list) or not turns or not all(isinstance(turn, str) for turn in turns):
            raise BadSetting(f'{path}, line {number}: "turns" must be a list of questions')
        yield {"id": case.get("id"), "turns": turns}


def shown(answer: Answer) -> Iterator[str]:
    """The answer for a terminal: its text, then what it cites, or what is nearest."""
    yield answer.answer
    yield from ("", *(f"[{one.marker}] {_line(one)}" for one in answer.citations)) if answer.citations else ()
    if answer.nearest:
        yield from ("", "Nearest:", *(f"  {_line(one)}" for one in answer.nearest))
    yield from (f"Note: {note}" for note in answer.notes)


def _line(one: Any) -> str:
    number = f"minute {one.minute}" if one.minute and one.minute != "attendance" else one.minute or ""
    parts = [
        one.body or "",
        one.date or "undated",
        number,
        one.title or "",
        f"p. {one.page}" if one.page else "",
        one.source,
    ]
    return ", ".join(" ".join(part.split()) for part in parts if part)
