"""A language model's answer on the page: as it grows, and where its text goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from html import escape
from queue import Queue
from typing import TypeVar

from assistant.answer import Answer
from assistant.model_writer import Told
from assistant.model_writer.privacy import leaving
from assistant.settings import QUOTE, Settings

Done = TypeVar("Done")


def privacy_html(settings: Settings) -> str:
    """A line for the head of the page where text leaves this machine, and to where; nothing where it does not."""
    said = leaving(settings)
    return f'<p class="notice leaving">{escape(said)}</p>' if said else ""


def growing(settings: Settings, work: Callable[[Told | None], Done]) -> Iterator[Answer | Done]:
    """The answers that ``work`` tells of while it is at it, and what it gives in the end.

    ``work`` runs in a thread of its own only where a model writes: a quoted answer is there at once. Its errors are
    raised here.
    """
    if settings.writer == QUOTE:
        yield work(None)
        return
    told: Queue[Answer | None] = Queue()
    pool = ThreadPoolExecutor(max_workers=1)
    done = pool.submit(work, told.put)
    done.add_done_callback(lambda _: told.put(None))
    pool.shutdown(wait=False)
    while (part := told.get()) is not None:
        yield part
    yield done.result()
