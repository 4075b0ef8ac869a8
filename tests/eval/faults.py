"""Deliberate regressions, each put into the real pipeline where a careless change could put it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

import assistant.pipeline as pipeline
import assistant.retrieval as retrieval
import index_store.commit as commit
from assistant.answer import Answer
from assistant.declining import Judgement
from assistant.question import Question
from assistant.samples import SAMPLES
from index_store.catalogue import Catalogue
from index_store.embedder import Embedder
from index_store.passages import Cut
from index_store.readers import read_source
from index_store.vectors import Vectors

CHUNK = 1000
Fault = Callable[[pytest.MonkeyPatch], None]


def raw_chunks(patch: pytest.MonkeyPatch) -> None:
    """The files' text is cut every thousand characters, wherever that falls, and embedded without heading or date."""
    texts = [read_source(path).text for path in sorted(SAMPLES.iterdir())]

    def cut(heading: str, meeting: str, text: str, count: object, limit: int) -> tuple[Cut, ...]:
        words = text.strip()[:40]
        whole = next((one for one in texts if words and words in one), text)
        at = max(0, whole.find(words))
        chunks = range(at // CHUNK, (at + len(text)) // CHUNK + 1)
        return tuple(Cut(0, len(text), "", "", whole[one * CHUNK : (one + 1) * CHUNK]) for one in chunks)

    patch.setattr(commit.passages, "cut_item", cut)


def dense_only(patch: pytest.MonkeyPatch) -> None:
    """Minutes are searched by sense alone: neither BM25 nor the question's terms count."""
    patch.setattr(Catalogue, "lexical", lambda *_: [])
    patch.setattr(retrieval, "_COVERED", 0.0)


def lexical_only(patch: pytest.MonkeyPatch) -> None:
    """Nothing is known by sense: minutes are searched by BM25 alone, and no word is like another."""

    def unlike(_: Embedder, texts: list[str]) -> NDArray[np.float32]:
        rows = np.stack([np.random.default_rng(zlib.crc32(text.encode())).normal(size=384) for text in texts])
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)

    patch.setattr(Embedder, "encode", unlike)
    patch.setattr(Vectors, "search", lambda *_: [])
    patch.setattr(retrieval, "_COVERED", 0.0)


def no_date_filter(patch: pytest.MonkeyPatch) -> None:
    """The dates in a question are read and then forgotten."""
    understand = pipeline.understand

    def undated(*given: Any) -> Question:
        question = understand(*given)
        scope = replace(question.scope, date_from=None, date_to=None, meetings=None)
        return replace(question, scope=scope, periods=(), date_hard=False, dated=False)

    patch.setattr(pipeline, "understand", undated)


def _written(patch: pytest.MonkeyPatch, change: Callable[[Answer], Answer]) -> None:
    """Every answer is changed after the pipeline's last look at it, as a careless writer would."""
    kept = pipeline.kept
    patch.setattr(pipeline, "kept", lambda answer, catalogue: change(kept(answer, catalogue)))


def drops_citations(patch: pytest.MonkeyPatch) -> None:
    """The writer says the same and cites nothing."""

    def change(answer: Answer) -> Answer:
        text = re.sub(r" ?\[\d+\]", "", answer.answer)
        return replace(answer, answer=text, citations=())

    _written(patch, change)


def changes_a_digit(patch: pytest.MonkeyPatch) -> None:
    """The writer gets the last number of each answer wrong by one."""

    def change(answer: Answer) -> Answer:
        numbers = list(re.finditer(r"(?<![\[\d])\d+(?![\]\d])", answer.answer))
        if answer.status != "answered" or not numbers:
            return answer
        start, end = numbers[-1].span()
        wrong = str(int(numbers[-1][0]) + 1)
        return replace(answer, answer=answer.answer[:start] + wrong + answer.answer[end:])

    _written(patch, change)


def declining_off(patch: pytest.MonkeyPatch) -> None:
    """Whatever is found is answered with."""
    patch.setattr(pipeline, "judge", lambda ranked, *_: Judgement(None if ranked else "topic_absent"))


def everything_declined(patch: pytest.MonkeyPatch) -> None:
    """No evidence is ever enough."""
    patch.setattr(pipeline, "judge", lambda *_: Judgement("topic_absent"))


def no_registers(patch: pytest.MonkeyPatch) -> None:
    """Attendance, votes and lists are searched for in the text, as anything else."""
    patch.setattr(pipeline, "answer_from_register", lambda *_: None)


def no_memory(patch: pytest.MonkeyPatch) -> None:
    """A follow-up is read as if nothing had been asked before."""
    understand = pipeline.understand
    patch.setattr(pipeline, "understand", lambda turns, *rest: understand(turns[-1:], *rest[:3], ()))


def other_bodies(patch: pytest.MonkeyPatch) -> None:
    """The body that a question names is forgotten."""
    understand = pipeline.understand

    def bodiless(*given: Any) -> Question:
        question = understand(*given)
        return replace(question, scope=replace(question.scope, bodies=(), meetings=None))

    patch.setattr(pipeline, "understand", bodiless)


def edits_quotes(patch: pytest.MonkeyPatch) -> None:
    """Quotes are tidied: an amount is written in another way than the source has it."""

    def change(answer: Answer) -> Answer:
        quotes = tuple(replace(one, quote=(one.quote or "").replace("£", "GBP ")) for one in answer.citations)
        return replace(answer, citations=quotes)

    _written(patch, change)


def invents_minutes(patch: pytest.MonkeyPatch) -> None:
    """One citation of each list points to a minute that is not there."""

    def change(answer: Answer) -> Answer:
        if len(answer.citations) < 3:
            return answer
        *first, last = answer.citations
        return replace(answer, citations=(*first, replace(last, id="nowhere/2020-01-01/1")))

    _written(patch, change)
