"""`minutes correct`: a clerk puts right what was read wrongly."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import get_args

import click

from assistant.commands import Chosen
from index_store.models import Kind


@click.command("correct")
@click.argument("about", metavar="[SOURCE|ID|BODY]", required=False)
@click.option("--body", help="SOURCE: the body that met.")
@click.option("--council", help="SOURCE: the council that the body belongs to.")
@click.option("--date", metavar="DATE", help="SOURCE: the day of the meeting.")
@click.option("--kind", type=click.Choice(get_args(Kind)), help="SOURCE: what sort of document it is.")
@click.option("--meeting", type=click.IntRange(1), metavar="N", help="SOURCE: only its Nth meeting.")
@click.option("--number", help="ID: the minute's number.")
@click.option("--title", help="ID: the minute's title.")
@click.option("--name", help="BODY: what it is called.")
@click.option("--same-as", metavar="BODY", help="BODY: another name of the same body.")
@click.option("--undo", type=int, metavar="N", help="Take correction N back.")
@click.option("--list", "listing", is_flag=True, help="List the corrections that stand.")
@click.option("--json", "as_json", is_flag=True, help="With --list: one JSON object a line.")
@click.pass_obj
def correct_command(
    chosen: Chosen,
    /,
    about: str | None,
    meeting: int | None,
    undo: int | None,
    listing: bool,
    as_json: bool,
    **options: str | None,
) -> None:
    """Correct a file's body, council, date or kind, a minute's number or title, or a body's name; "" for none.

    Corrections are kept apart from the index and put over it again whenever a file is read anew.
    """
    fields = {name: value for name, value in options.items() if value is not None}
    if sum((about is not None, undo is not None, listing)) != 1 or (about is not None) != bool(fields):
        raise click.UsageError("name a SOURCE, ID or BODY with what to correct; or give --list, or --undo N")
    from index_store import correcting
    from index_store.clerk import corrections

    settings = chosen.settings()
    if fields.get("date"):
        from assistant.choosing import iso_date

        fields["date"] = iso_date(fields["date"])
    if about is not None:
        correcting.correct(settings.home, about, fields, settings.make_embedder(), meeting)
        click.echo(f"{about}: corrected; `minutes correct --list` shows what stands")
    elif undo is not None:
        click.echo(f"taken back: {correcting.undo(settings.home, undo, settings.make_embedder()).told()}")
    for one in corrections(settings.home) if listing else ():
        click.echo(
            json.dumps(asdict(one), ensure_ascii=False) if as_json else f"{one.id:>4}  {one.told()}  ({one.made})"
        )
