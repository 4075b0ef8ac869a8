"""The real chat in a process of its own, and a browser to look at it with."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

_NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next((path for name in _NAMES if (path := shutil.which(name))), "")
FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
START_SECONDS = 400


def flags() -> list[str]:
    """Chromium's command line; as root it runs only without its sandbox."""
    return [*FLAGS, "--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else FLAGS


@dataclass(frozen=True, slots=True)
class Served:
    """A chat in a process of its own, perhaps still starting."""

    home: Path
    port: int
    process: subprocess.Popen[bytes]

    @property
    def log(self) -> Path:
        return _log(self.home)

    def address(self) -> str:
        """Where the page is, once it can be opened."""
        _wait_until_up(self.process, self.port, self.log)
        return f"http://127.0.0.1:{self.port}/"


@contextmanager
def chat(home: Path) -> Iterator[Served]:
    """`minutes chat` over ``home`` on a free port, ended afterwards."""
    port = free_port()
    with _log(home).open("w") as out:
        process = subprocess.Popen(
            _command("chat", "--port", str(port)), env=_environment(home), stdout=out, stderr=subprocess.STDOUT
        )
        try:
            yield Served(home, port, process)
        finally:
            process.terminate()
            process.wait(timeout=30)


def _log(home: Path) -> Path:
    return home.with_name(f"{home.name}-chat.log")


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_up(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    asking = build_opener(ProxyHandler({}))
    ends = monotonic() + START_SECONDS
    while monotonic() < ends:
        if process.poll() is not None:
            raise AssertionError(f"the chat ended with {process.returncode}: {log.read_text()}")
        try:
            asking.open(f"http://127.0.0.1:{port}/", timeout=5).close()
        except (URLError, OSError):
            try:
                process.wait(timeout=0.2)
            except subprocess.TimeoutExpired:
                continue
        else:
            return
    raise AssertionError(f"the chat was not up after {START_SECONDS} s: {log.read_text()}")


def _command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-c", "from assistant.cli import main; main()", *map(str, arguments)]


def _environment(home: Path) -> dict[str, str]:
    return {**os.environ, "MINUTES_HOME": str(home), "PYTHONUNBUFFERED": "1"}
