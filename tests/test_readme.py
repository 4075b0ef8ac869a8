"""Every `make` and `minutes` command in README.md does what it says, on small minutes in a temporary folder."""

from __future__ import annotations

import os
import re
import select
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant.samples import SAMPLES
from tests.shared import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
LINES = [line.split("  #")[0].strip() for block in BLOCKS for line in block.splitlines()]
MINUTES = [line for line in LINES if line.startswith("minutes ")]
MAKE = [line for line in LINES if line.startswith("make ")]
SERVES = {"minutes chat", "make chat"}
# What a target would do at length is asked of it on a small part: the rest of it is this very test run.
SMALLER = {"make test": "make test TESTS=tests/test_architecture.py"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder with a few minutes in minutes/, as README supposes."""
    place = tmp_path_factory.mktemp("readme")
    (place / "minutes").mkdir()
    for path in sorted(SAMPLES.glob("ottersfold-parish-council-2023-*.md")):
        shutil.copy(path, place / "minutes")
    return place


def environment(folder: Path) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("MINUTES_")}
    return {**kept, "MINUTES_HOME": str(folder / "home"), "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}


def run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    where = ROOT if line.startswith("make") else folder
    return subprocess.run(
        shlex.split(line), cwd=where, env=environment(folder), capture_output=True, text=True, timeout=280, check=False
    )


def test_readme_has_the_commands_of_every_day() -> None:
    assert {line.split()[1] for line in MINUTES} >= {"parse", "add", "list", "ask", "chat", "show", "check", "eval"}
    assert {"make chat", "make test", "make eval"} <= set(MAKE)


def test_commands_on_minutes_run_in_the_order_in_which_readme_gives_them(folder: Path) -> None:
    ran = []
    for line in MINUTES:
        if line in SERVES or line.startswith("minutes eval"):
            continue
        done = run(line, folder)
        assert done.returncode == 0, f"{line}: {done.stderr}"
        assert done.stdout.strip(), line
        ran.append(line)
    assert len(ran) >= 6


@pytest.mark.parametrize("line", [line for line in MINUTES if line.startswith("minutes eval")])
def test_evaluation_commands_run(line: str, folder: Path) -> None:
    done = run(line, folder)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("line", [line for line in MAKE if line not in SERVES])
def test_make_targets_run(line: str, folder: Path) -> None:
    done = run(SMALLER.get(line, line), folder)
    assert done.returncode == 0, done.stdout + done.stderr


@contextmanager
def serving(line: str, folder: Path, port: int) -> Iterator[None]:
    where = ROOT if line.startswith("make") else folder
    command = [*shlex.split(line), *([f"PORT={port}"] if line.startswith("make") else ["--port", str(port)])]
    process = subprocess.Popen(
        command,
        cwd=where,
        env=environment(folder),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def first_page(address: str) -> str:
    """The page, asked for until it is served or four minutes are over."""
    deadline = time.monotonic() + 240
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5) as page:
                return str(page.read().decode())
        except OSError:
            if time.monotonic() > deadline:
                raise
            select.select([], [], [], 0.2)


@pytest.mark.parametrize("line", sorted(SERVES))
def test_the_chat_is_served(line: str, folder: Path) -> None:
    port = free_port()
    with serving(line, folder, port):
        assert "minutes" in first_page(f"http://127.0.0.1:{port}/").casefold()
