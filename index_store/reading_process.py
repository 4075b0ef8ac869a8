"""The process that reads and parses files for :mod:`index_store.bounded`: requests on stdin, answers on stdout.

``python -m index_store.reading_process BYTES``: a request is a pickled (path, name), an answer a pickled tuple that
begins with its kind. It ends with its stdin, and by itself when it has been idle for a while.
"""

from __future__ import annotations

import os
import pickle
import sys
import threading
from pathlib import Path
from typing import IO, Any

from index_store.errors import MinutesError
from index_store.parser import parse
from index_store.readers import read_source
from index_store.readers.limits import Clock

_IDLE_SECONDS = 60.0
_GROWN = 300 * 2**20
"""Memory kept after a file that makes it worth starting afresh."""


def main(memory: int) -> None:
    """Answers requests until there are no more."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what libraries print is no answer
    Clock.granted = lambda seconds: _say(answers, "more", seconds)
    base = limit_memory(memory)
    while (request := _next_request()) is not None:
        _say(answers, "begun")
        try:
            _say(answers, *_answer(*request))
        except MemoryError:
            _say(answers, "large")
        if base and _size() > base + _GROWN:
            return


def _next_request() -> tuple[str, str] | None:
    idle = threading.Timer(_IDLE_SECONDS, os._exit, [0])
    idle.daemon = True
    idle.start()
    try:
        path, name = pickle.load(sys.stdin.buffer)
    except EOFError:
        return None
    finally:
        idle.cancel()
    return path, name


def _answer(path: str, name: str) -> tuple[Any, ...]:
    try:
        source = read_source(Path(path), name)
        return "done", source, parse(source)
    except MinutesError as error:
        return "large" if isinstance(error.__cause__, MemoryError) else "refused", str(error)
    except MemoryError:
        return ("large",)
    except Exception as error:  # noqa: BLE001 - the boundary around one file: its failure is told, and the next one read
        return "broken", f"{type(error).__name__}: {error}"


def _say(answers: IO[bytes], *words: Any) -> None:
    answers.write(pickle.dumps(words, pickle.HIGHEST_PROTOCOL))
    answers.flush()


def limit_memory(memory: int) -> int:
    """Lets this process take ``memory`` more bytes; returns its size now, or 0 where the platform sets no limits."""
    try:
        import resource
    except ImportError:
        return 0
    base = _size()
    try:
        resource.setrlimit(resource.RLIMIT_AS, (base + memory, base + memory))
    except (ValueError, OSError):
        return 0
    return base


def _size() -> int:
    """Bytes of address space in use; 0 where the platform does not tell."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main(int(sys.argv[1]))
