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
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from assistant.pipeline import answer_question
from assistant.samples import SAMPLES
from eval.cases import find_set, load_set
from index_store.embedder import Embedder
from index_store.index import open_index
from index_store.indexer import add
from index_store.models import Scope
from index_store.parser import parse
from index_store.readers import read_source

PAGE = 3000


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """Median wall time of ``work``."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def show(name: str, figure: str, taken: float, baseline: float, against: str) -> None:
    print(f"{name:14} {figure:28} {taken / baseline:8.1f} x {against}", flush=True)


def bench_help() -> None:
    command = [str(Path(sys.executable).with_name("minutes")), "--help"]
    taken = seconds(lambda: subprocess.run(command, check=True, capture_output=True))
    bare = seconds(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
    show("minutes --help", f"{taken * 1000:.0f} ms", taken, bare, "starting Python")


def bench_parse() -> None:
    sources = [read_source(path) for path in sorted(SAMPLES.glob("*.*")) if path.suffix in (".txt", ".md")]
    pages = sum(len(source.text) for source in sources) / PAGE
    taken = seconds(lambda: [parse(source) for source in sources])
    once = seconds(lambda: [re.findall(r"\w+|\W", source.text) for source in sources])
    show("parse", f"{pages / taken:.0f} pages a second", taken, once, "one pass of a regular expression")


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
