"""A run in a thread of its own, watched from outside."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.settings import Settings
from eval.cases import Case, find_set
from eval.evaluating import evaluate
from eval.runs import Run
from index_store.errors import MinutesError

LOOK = 0.4


@dataclass
class Watched:
    """How far a run has come. ``run`` is set when it is whole, ``said`` is the last line that it had for the user."""

    done: int = 0
    total: int = 0
    said: str = ""
    run: Run | None = None

    def counting(self, todo: Sequence[Case]) -> Iterator[Case]:
        """The cases one by one, counted."""
        self.total = len(todo)
        for case in todo:
            yield case
            self.done += 1

    def tell(self, line: str) -> None:
        """Take a line for the user."""
        self.said = line


def watched(settings: Settings, name: str) -> Iterator[Watched]:
    """Run a set, and give its state every now and then until it ends. It runs on where nobody watches any more."""
    state, over = Watched(), threading.Event()

    def work() -> None:
        try:
            path = find_set(name, settings.home)
            state.run = evaluate(settings, path, progress=state.counting, tell=state.tell)
        except MinutesError as error:
            state.said = str(error)
        finally:
            over.set()

    threading.Thread(target=work, name=f"evaluation of {name}", daemon=True).start()
    yield state
    while not over.wait(LOOK):
        yield state
    yield state
