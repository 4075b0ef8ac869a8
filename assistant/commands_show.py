"""`minutes list` and `minutes show`: what is held."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from assistant.commands import Chosen

if TYPE_CHECKING:
    from index_store.catalogue import Catalogue
    from index_store.held import HeldItem, HeldMeeting

FEW = 5


@click.command("list")
@click.option("--body", "bodies", multiple=True, help="Only this body (repeatable).")
@click.option("--from", "date_from", metavar="DATE", help="Only meetings on or after this day.")
@click.option("--to", "date_to", metavar="DATE", help="Only meetings on or before this day.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout.")
@click.pass_obj
def list_command(
    chosen: Chosen, bodies: tuple[str, ...], date_from: str | None, date_to: str | None, as_json: bool
) -> None:
    """List the bodies and meetings held, and the files that they were read from."""
    from assistant.choosing import choose_scope
    from index_store.catalogue import Catalogue

    catalogue = Catalogue(chosen())
    meetings = catalogue.meetings(choose_scope(catalogue, bodies, date_from, date_to))
    click.echo(json.dumps(_held(catalogue, meetings), ensure_ascii=False) if as_json else _listing(catalogue, meetings))


def _held(catalogue: Catalogue, meetings: tuple[HeldMeeting, ...]) -> dict[str, Any]:
    sizes = catalogue.sizes()
    slugs = {one.slug for one in meetings}
    return {
        "generation": catalogue.generation(),
        "bodies": [asdict(one) for one in catalogue.bodies() if one.slug in slugs],
        "meetings": [asdict(one) | {"minutes": sizes.get(one.id, 0)} for one in meetings],
        "sources": [asdict(one) for one in catalogue.sources()],
    }


def _listing(catalogue: Catalogue, meetings: tuple[HeldMeeting, ...]) -> str:
    sizes = catalogue.sizes()
    lines = []
    for body in catalogue.bodies():
        held = [one for one in meetings if one.slug == body.slug]
        if not held:
            continue
        also = f" ({', '.join(body.aliases)})" if body.aliases else ""
        council = f", {body.council}" if body.council else ""
        lines.append(f"{body.name}{also}{council}: {len(held)} meeting{'s' * (len(held) > 1)}")
        for one in held:
            copies = f"; versions: {', '.join(one.versions)}" if one.versions else ""
            draft = "draft, " if one.draft else ""
            lines.append(f"  {one.id:<44} {sizes.get(one.id, 0):>3} minutes  {draft}{one.source}{copies}")
    lines += [f"Corrected: {told}" for one in catalogue.sources() for told in one.corrections]
    aside = [one for one in catalogue.sources() if one.state == "skipped"]
    lines += [f"Not indexed ({one.kind}): {one.path}" for one in aside]
    return "\n".join(lines) or "no minutes held"


@click.command("show")
@click.argument("which", metavar="NUMBER|ID")
@click.option("--body", help="Only this body.")
@click.option("--date", "day", metavar="DATE", help="Only the meeting of this day.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout.")
@click.pass_obj
def show_command(chosen: Chosen, which: str, body: str | None, day: str | None, as_json: bool) -> None:
    """Print a whole minute. NUMBER as printed ("267", "23/045", "attendance"); ID as answers cite it."""
    from assistant.choosing import choose_scope
    from index_store.catalogue import Catalogue

    catalogue = Catalogue(chosen())
    item = _the_one(catalogue, which, choose_scope(catalogue, [body] if body else [], day, day))
    click.echo(json.dumps(_whole(catalogue, item), ensure_ascii=False) if as_json else "\n".join(_shown(item)))


def _the_one(catalogue: Catalogue, which: str, scope: Any) -> HeldItem:
    from index_store.errors import NotFound

    by_id = catalogue.item(which)
    if by_id is not None:
        return by_id
    number = which.strip().removesuffix(".")
    found = catalogue.find_items(scope, number=number) or catalogue.find_items(scope, agenda_item=number)
    if not found:
        raise NotFound(f"no minute {which!r} is held there: `minutes list` names what is")
    if len(found) > 1:
        ids = ", ".join(one.id for one in found[:FEW]) + (f" and {len(found) - FEW} more" if len(found) > FEW else "")
        raise NotFound(f"{which!r} is the number of {len(found)} minutes: {ids}; give --body, --date or an id")
    return found[0]


def _shown(item: HeldItem) -> Iterator[str]:
    meeting = item.meeting
    yield f"{meeting.body}, {meeting.date or 'undated'}{', draft' * meeting.draft}"
    page = f", page {item.page}" if item.page else ""
    yield f"{item.id}  ({meeting.source}{page}, characters {item.span.start} to {item.span.end})"
    yield ""
    if item.position:
        yield ". ".join(part for part in (item.number, item.title) if part)
        yield ""
    yield item.text.text


def _whole(catalogue: Catalogue, item: HeldItem) -> dict[str, Any]:
    raw: dict[str, Any] = asdict(item)
    span: dict[str, int] = raw.pop("span")
    raw["text"] = item.text.text
    raw["resolutions"] = [asdict(one.resolution) for one in catalogue.resolutions(item_id=item.id)]
    raw["references"] = [asdict(one.reference) for one in catalogue.references_from(item.id)]
    source = catalogue.source_text(item.meeting.source)
    return raw | span | {"source": item.meeting.source, "source_text": source[item.span.start : item.span.end]}
