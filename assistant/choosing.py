"""From what a user typed for --body, --date, --from and --to to a scope of the index."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from dateutil import parser as dateutil

from index_store.catalogue import Catalogue
from index_store.errors import BadSetting, NotFound
from index_store.held import Body, Scope


def choose_scope(
    catalogue: Catalogue, bodies: Iterable[str] = (), date_from: str | None = None, date_to: str | None = None
) -> Scope:
    """The scope that options name. Raises NotFound for a body that is not held, BadSetting for what is no date."""
    slugs = tuple(slug for body in bodies for slug in choose_bodies(catalogue.bodies(), body))
    return Scope(slugs, iso_date(date_from) if date_from else None, iso_date(date_to) if date_to else None)


def choose_bodies(held: Iterable[Body], typed: str) -> tuple[str, ...]:
    """Slugs of the bodies with this name, slug or abbreviation; else of those whose name contains it.

    Raises NotFound, naming what is held.
    """
    held, words = tuple(held), _fold(typed)
    exact = [body.slug for body in held if words in {_fold(name) for name in (body.slug, body.name, *body.aliases)}]
    within = [body.slug for body in held if words in _fold(f"{body.council or ''} {body.name}")]
    if not (exact or within):
        names = "; ".join(body.name for body in held[:5]) or "none"
        raise NotFound(f"no body {typed!r} in the index; held are: {names}" + ("; …" if len(held) > 5 else ""))
    return tuple(exact or within)


def iso_date(typed: str) -> str:
    """A day as typed, day before month, in ISO. Raises BadSetting."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", typed):
        try:
            return date.fromisoformat(typed).isoformat()
        except ValueError as error:
            raise BadSetting(f"{typed!r} is not a date: {error}") from error
    try:
        # Two defaults: a day or month that was not typed would be filled in, and differ.
        days = {dateutil.parse(typed, dayfirst=True, default=datetime(2000, month, day)).date() for month, day in FILL}
    except (ValueError, OverflowError) as error:
        raise BadSetting(f"{typed!r} is not a date; write it as 2009-09-02") from error
    if len(days) > 1:
        raise BadSetting(f"{typed!r} is not a whole date; write it as 2009-09-02")
    return days.pop().isoformat()


FILL = ((1, 1), (2, 2))


def _fold(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))
