"""A file read and parsed within bounds of time and memory, in a process of its own that may be ended.

One process serves file after file and is started again when one had to be ended. Where no process can be started, files
are read in this one, and only the readers' own bounds hold.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import index_store
from index_store.errors import UnreadableFile
from index_store.models import ParsedFile, SourceText
from index_store.readers.limits import MAX_SECONDS
from index_store.readers.refusal import refuse

_START_SECONDS = 120.0
_SMALLER = "split it into smaller files"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost. ``memory`` in bytes; it is kept only where the platform has resource limits."""

    seconds: float = MAX_SECONDS
    memory: int = 2**30


LIMITS = Limits()


def read_bounded(path: Path, name: str | None = None, limits: Limits = LIMITS) -> tuple[SourceText, ParsedFile]:
    """The source text of a file and its parse. Raises UnreadableFile, with a one-line message, for all that fails."""
    name = name or path.name or str(path)
    with _LOCK:
        try:
            answer = _serving(limits).ask(path, name)
        except OSError:
            return _here(path, name)
        except BaseException:
            end_reading()  # interrupted: what it still says is about this file, not about the next
            raise
    kind, *told = answer
    if kind == "done":
        return told[0], told[1]
    if kind == "refused":
        raise UnreadableFile(told[0])
    if kind == "slow":
        raise refuse(name, f"takes longer than {limits.seconds:g} seconds to read", _SMALLER)
    if kind == "large":
        raise refuse(name, f"takes more than {limits.memory // 2**20} MB of memory to read", _SMALLER)
    if kind == "broken":
        raise refuse(name, f"is of a kind that the program fails at ({told[0]})", "please report this file")
    raise refuse(name, "is damaged so that it ends the program that reads it", "open it in its program, save it anew")


def _here(path: Path, name: str) -> tuple[SourceText, ParsedFile]:
    from index_store.parser import parse
    from index_store.readers import read_source

    source = read_source(path, name)
    return source, parse(source)


@dataclass
class ReadingProcess:
    """The process and what it says. ``command`` is the program; it gets requests on stdin and answers on stdout."""

    limits: Limits
    command: Sequence[str] = (sys.executable, "-P", "-m", "index_store.reading_process")
    _process: subprocess.Popen[bytes] | None = None
    _said: queue.SimpleQueue[tuple[Any, ...] | None] = field(default_factory=queue.SimpleQueue)

    def ask(self, path: Path, name: str) -> tuple[Any, ...]:
        """The answer about one file: its kind and what belongs to it. Raises OSError where no process can be started.

        A process that ended before it took the file up had nothing to do with it; then another one is asked.
        """
        asked = time.monotonic()
        for _ in range(3):
            process = self._running()
            try:
                pickle.dump((str(path.absolute()), name), process.stdin)  # type: ignore[arg-type]
                process.stdin.flush()  # type: ignore[union-attr]
            except OSError:
                self.end()
                continue
            if self._next(_START_SECONDS) != ("begun",):
                self.end()
                continue
            return self._answer(self._until(asked))
        raise OSError("the reading process cannot be started")

    def _until(self, asked: float) -> float:
        """When the file that was just taken up has had its time; a slow start takes some of it, at most half."""
        begun, seconds = time.monotonic(), self.limits.seconds
        return min(begun + seconds, max(asked + seconds + 1, begun + seconds / 2))

    def _answer(self, until: float) -> tuple[Any, ...]:
        while True:
            try:
                said = self._next(until - time.monotonic())
            except queue.Empty:
                self.end()
                self._running()  # while this file is told of, the next reader gets ready
                return ("slow",)
            if said is None or said[0] == "large":
                self.end()
                return said or ("ended",)
            if said[0] != "more":
                return said
            until += said[1]

    def _next(self, seconds: float) -> tuple[Any, ...] | None:
        """What the process says next; None where it has ended."""
        return self._said.get(timeout=max(0.0, seconds))

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.end()
            root = str(Path(index_store.__file__).parent.parent)
            paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
            self._process = subprocess.Popen(
                [*self.command, str(self.limits.memory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
                start_new_session=True,
            )
            self._said = queue.SimpleQueue()
            threading.Thread(target=_listen, args=(self._process, self._said), daemon=True).start()
        return self._process

    def end(self) -> None:
        """Ends the process, with what it has started itself."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.poll() is None and hasattr(os, "killpg"):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()
        with contextlib.suppress(OSError):
            process.stdin.close()  # type: ignore[union-attr]


def _listen(process: subprocess.Popen[bytes], said: queue.SimpleQueue[tuple[Any, ...] | None]) -> None:
    """Passes on what the process says; a thread, since not every platform can wait for a pipe and a time at once."""
    assert process.stdout is not None
    with process.stdout as answers:
        try:
            while True:
                said.put(pickle.load(answers))
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            said.put(None)


_LOCK = threading.Lock()
_SERVING: dict[Limits, ReadingProcess] = {}


def _serving(limits: Limits) -> ReadingProcess:
    """The process with these limits; those with others end."""
    if limits not in _SERVING:
        end_reading()
        _SERVING[limits] = ReadingProcess(limits)
    return _SERVING[limits]


@atexit.register
def end_reading() -> None:
    """Ends the process that reads, if one runs; the next file starts it again."""
    while _SERVING:
        _SERVING.popitem()[1].end()
