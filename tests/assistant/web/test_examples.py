"""Example questions: made from what is held, routine business left out, and only what is answered is offered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Answer, Citation
from assistant.web.examples import examples
from index_store.catalogue import Catalogue
from index_store.embedder import Embedder
from index_store.indexer import add, find_files

MEETING = """Minutes of a meeting of the Harnby Bridges Committee held at the Town Hall on Tuesday {date}

Present: Councillor Ada Penrose (in the Chair), Councillor Bill Oakes

{first}. Apologies for Absence

Apologies for absence were received from Councillor Dan Moss.

{second}. {title}

The Surveyor reported on the works and on their cost. It was RESOLVED that the tender be accepted and the works begin.
"""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    root = tmp_path_factory.mktemp("examples")
    (root / "one.txt").write_text(
        MEETING.format(date="14 May 2024", first=31, second=32, title="Repairs to the Mill Footbridge")
    )
    (root / "two.txt").write_text(
        MEETING.format(date="9 July 2024", first=40, second=41, title="Painting the Railings")
    )
    assert len(list(add(find_files([root]), root / "home", Embedder()))) == 2
    held = Catalogue(root / "home")
    yield held
    held.close()


def _answered(question: str, catalogue: Catalogue) -> Answer:
    """Answers whatever is asked, from every minute held."""
    cited = tuple(
        Citation(item.id, None, None, None, None, 0, 1, "f", marker, "x")
        for marker, item in enumerate((i for m in catalogue.meetings() for i in catalogue.items(m.id)), start=1)
    )
    return Answer(question, "answered", "fact", "x", citations=cited)


def test_examples_are_made_from_the_newest_minutes_and_name_no_routine_business(catalogue: Catalogue) -> None:
    offered = examples(catalogue, lambda question: _answered(question, catalogue))
    assert offered[0] == "What was decided about Painting the Railings?"
    assert "Who was in the chair at the Harnby Bridges Committee on 9 July 2024?" in offered
    assert "What was minute 41 of 9 July 2024 about?" in offered
    assert not any("Apologies" in question for question in offered)
    assert len(set(offered)) == 4


def test_a_question_that_is_declined_is_not_offered(catalogue: Catalogue) -> None:
    def ask(question: str) -> Answer:
        if "Railings" in question or "chair" in question:
            return Answer(question, "not_found", "fact", "no")
        return _answered(question, catalogue)

    offered = examples(catalogue, ask)
    assert offered[0] == "What was decided about Repairs to the Mill Footbridge?"
    assert not any("Railings" in question or "chair" in question for question in offered)


def test_a_question_answered_from_another_minute_is_not_offered(catalogue: Catalogue) -> None:
    other = (Citation("elsewhere/2024-01-01/1", None, None, None, None, 0, 1, "f", 1, "x"),)
    assert examples(catalogue, lambda q: Answer(q, "answered", "fact", "x [1]", citations=other)) == []
