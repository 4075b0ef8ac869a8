"""What may leave this machine, and how that is said."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from assistant.model_writer.models import Model, runs_here, server_of
from assistant.settings import Settings
from index_store.held import HeldItem

_PRIVATE = re.compile(
    r"\b(?:exempt|confidential|in camera|in private|closed session|private session|not for publication|restricted|"
    r"press and public (?:be )?excluded|exclu(?:de|sion of) the (?:press|public)|part (?:ii|2|b) (?:business|items?|"
    r"agenda|minutes))\b",
    re.IGNORECASE,
)


def may_be_sent(item: HeldItem, model: Model) -> bool:
    """May a model be given this minute? One on this machine any; another none that is marked exempt or confidential.

    A minute is also kept back where its own words, its title or its file's name say so.
    """
    return model.here or not (item.exempt or _PRIVATE.search(f"{item.title or ''}\n{item.text.text}\n{_spaced(item)}"))


def _spaced(item: HeldItem) -> str:
    return re.sub(r"[\W_]+", " ", f"{item.meeting.source} {item.meeting.body}")


def leaving(settings: Settings) -> str | None:
    """One sentence for the page and the command line where text leaves this machine; None where it does not."""
    if runs_here(settings):
        return None
    return (
        f"Text leaves this machine: questions, and the minutes found for them, are sent to {place_of(settings)} "
        f"({settings.writer}) to be worded. Minutes marked exempt or confidential are never sent."
    )


def place_of(settings: Settings) -> str:
    """The server's name, without anything of the address that might be a secret."""
    return urlsplit(server_of(settings)).hostname or "another machine"


def sent_note(model: Model, minutes: int) -> str:
    """What left this machine for one answer."""
    what = "The question" if not minutes else f"The question and {minutes} minute{'s' if minutes > 1 else ''}"
    return f"{what} {'were' if minutes else 'was'} sent to {urlsplit(model.url).hostname} ({model.name})."
