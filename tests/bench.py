"""`make bench`: how fast, as ratios against a baseline measured in the same run, so that machines can be compared.

Each figure is a median. The baselines are what no design can go below: starting Python, embedding the question,
embedding the passages, reading the text once with a regular expression.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable
from datetime import date
from html import escape
from pathlib import Path

from assistant.pipeline import answer_question
from assistant.samples import SAMPLES
from eval.cases import find_set, load_set
from index_store.bounded import read_bounded
from index_store.embedder import Embedder
from index_store.held import Scope
from index_store.index import open_index
from index_store.indexer import add
from index_store.parser import parse
from index_store.readers import read_source
from tests.index_store.documents import pdf
from tests.shared import SHARED

PAGE = 3000


def seconds(work: Callable[[], object], times: int = 5, clock: Callable[[], float] = time.perf_counter) -> float:
    """Median time of ``work`` by ``clock``: on the wall, or of this process's processor."""
    taken = []
    for _ in range(times):
        began = clock()
        work()
        taken.append(clock() - began)
    return statistics.median(taken)


def show(name: str, figure: str, taken: float, baseline: float, against: str) -> None:
    print(f"{name:20} {figure:28} {taken / baseline:8.1f} x {against}", flush=True)


def bench_help() -> None:
    command = [str(Path(sys.executable).with_name("minutes")), "--help"]
    taken = seconds(lambda: subprocess.run(command, check=True, capture_output=True))
    bare = seconds(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
    show("minutes --help", f"{taken * 1000:.0f} ms", taken, bare, "starting Python")


def bench_parse() -> None:
    """Reading and parsing, a format at a time, in pages of 3,000 characters; then in the process that bounds them."""
    texts = [path for path in sorted(SAMPLES.glob("*.*")) if path.suffix in (".txt", ".md")]
    real = [path for path in sorted(SHARED.glob("minutes/*/**/*.*")) if path.suffix in (".txt", ".md")]
    cpu = time.process_time
    with tempfile.TemporaryDirectory() as folder:
        for name, paths in {
            "txt and md": texts,
            "html": [_as_html(path, Path(folder)) for path in texts],
            "pdf": [_as_pdf(path, Path(folder)) for path in texts],
            "real txt and md": real,
            "real html": [_as_html(path, Path(folder)) for path in real],
        }.items():
            if not paths:
                continue
            sources = [read_source(path) for path in paths]
            pages = sum(len(source.text) for source in sources) / PAGE
            once = seconds(lambda sources=sources: [re.findall(r"\w+|\W", one.text) for one in sources], clock=cpu)
            taken = seconds(lambda paths=paths: [parse(read_source(path)) for path in paths], clock=cpu)
            figure = f"{pages / taken:.0f} pages a CPU second"
            show(f"parse {name}", figure, taken, once, "one pass of a regular expression")
            if name == "txt and md":
                read_bounded(paths[0])
                taken = seconds(lambda paths=paths: [parse(read_source(path)) for path in paths])
                bounded = seconds(lambda paths=paths: [read_bounded(path) for path in paths])
                show(
                    "parse, bounded", f"{pages / bounded:.0f} pages a second", bounded, taken, "parsing in this process"
                )


def _as_html(path: Path, folder: Path) -> Path:
    lines = [f"<p class=MsoNormal>{escape(line)}</p>" for line in path.read_text(encoding="utf-8").split("\n") if line]
    made = folder / f"{path.parent.name}-{path.stem}.html"
    made.write_text(f"<html><body><nav><a href=/>Home</a></nav>{''.join(lines)}</body></html>", encoding="utf-8")
    return made


def _as_pdf(path: Path, folder: Path) -> Path:
    text = path.read_text(encoding="utf-8").encode("cp1252", "ignore").decode("cp1252")
    lines = [line for whole in text.split("\n") for line in textwrap.wrap(whole, 90) or [""]]
    pages = [
        [(60.0, 780.0 - 14 * at, line) for at, line in enumerate(lines[n : n + 50])] for n in range(0, len(lines), 50)
    ]
    made = folder / f"{path.stem}.pdf"
    made.write_bytes(pdf(pages))
    return made


def bench_index(home: Path, embedder: Embedder) -> None:
    taken = seconds(lambda: list(add([SAMPLES], home, embedder=embedder)), times=1)
    with open_index(home, embedder) as index:
        ids = index.catalogue.passage_ids(Scope())
        texts = [one.text for one in index.catalogue.passages(ids).values()]
        alone = seconds(lambda: embedder.encode(texts), times=1)
        show("add", f"{len(texts)} passages in {taken:.1f} s", taken, alone, "embedding the passages")
        again = seconds(lambda: list(add([SAMPLES], home, embedder=embedder)), times=3)
        show("add unchanged", f"{again * 1000:.0f} ms", again, alone, "embedding the passages")
        bench_ask(home, embedder)


def bench_ask(home: Path, embedder: Embedder) -> None:
    cases = load_set(find_set("sample")).cases
    with open_index(home, embedder) as index:
        answer_question(index, ["What was agreed?"], Scope(), date.today())
        taken = sorted(
            seconds(lambda turns=case.turns: answer_question(index, turns, Scope(), date.today()), 1) for case in cases
        )
    bare = seconds(lambda: embedder.encode([f"question {time.perf_counter_ns()}"]), times=20)
    for name, at in (("ask, median", 0.5), ("ask, 95%", 0.95)):
        value = taken[int(len(taken) * at)]
        show(name, f"{value * 1000:.0f} ms of {len(cases)} questions", value, bare, "embedding the question")


def main() -> None:
    embedder = Embedder()
    embedder.encode(["warm"])
    bench_help()
    bench_parse()
    with tempfile.TemporaryDirectory() as folder:
        bench_index(Path(folder) / "home", embedder)


if __name__ == "__main__":
    main()
