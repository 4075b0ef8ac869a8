"""Questions put to the registers alone, and what their answers tell and cite."""

from __future__ import annotations

from datetime import date

from assistant.answer import Answer
from assistant.invariants import kept
from assistant.question import understand
from assistant.register import answer_from_register
from index_store.catalogue import Catalogue
from index_store.held import Scope


def ask_on(today: date, catalogue: Catalogue, *turns: str) -> Answer | None:
    """The register's answer to the last turn, its invariants checked."""
    previous: list[Answer] = []
    answer: Answer | None = None
    for upto in range(1, len(turns) + 1):
        question = understand(turns[:upto], catalogue, Scope(), today, previous)
        answer = answer_from_register(question, catalogue)
        previous.append(answer or Answer(turns[upto - 1], "not_found", "fact", ""))
    return kept(answer, catalogue) if answer else None


def told(answer: Answer | None) -> str:
    """What an answer that is one says."""
    assert answer is not None
    assert answer.status == "answered", answer.answer
    return answer.answer


def cited(answer: Answer | None) -> set[str]:
    """The ids of what is cited, without the body."""
    return {one.id.split("/", 1)[1] for one in answer.citations} if answer else set()
