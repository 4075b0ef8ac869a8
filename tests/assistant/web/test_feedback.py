"""The form for feedback, and what is kept of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from assistant.answer import Answer
from assistant.samples import SAMPLES
from assistant.settings import Settings
from assistant.web.conversation import Conversation, Turn
from assistant.web.desk import Desk
from assistant.web.feedback import form_html, keep_judgement
from assistant.web.holdings import Holdings
from index_store.catalogue import Catalogue
from index_store.embedder import Embedder
from index_store.feedback import feedback
from index_store.index import open_index
from index_store.indexer import add

CITED = "environment-and-transport-committee/2022-07-12/89"
FOUND = "environment-and-transport-committee/2022-11-15/104"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home of one's own that holds some of the sample minutes."""
    home = tmp_path_factory.mktemp("feedback") / "home"
    list(add(sorted(SAMPLES.glob("environment*2022*")), home, Embedder()))
    return home


@pytest.fixture
def catalogue(home: Path) -> Iterator[Catalogue]:
    with open_index(home) as index:
        yield index.catalogue


@pytest.fixture
def conversation(catalogue: Catalogue) -> Conversation:
    item = catalogue.item(CITED)
    assert item is not None
    from assistant.citing import nearby

    answer = Answer(
        "?", "not_found", "fact", "No.", nearest=(nearby(item),), retrieved=(CITED, FOUND), reason="fact_absent"
    )
    turns = (Turn("What does it <cost>?", answer), Turn("And on Sundays?", answer))
    return Conversation(turns=turns)


def test_the_form_offers_each_minute_once_and_escapes_what_was_asked(
    conversation: Conversation, catalogue: Catalogue
) -> None:
    form = form_html(conversation, "1.wrong", catalogue) or ""
    assert form.count("<option") == 3
    assert f'value="{CITED}"' in form
    assert f'value="{FOUND}"' in form
    assert "&lt;cost&gt;" in form


def test_who_says_right_is_not_asked_which_minute(conversation: Conversation, catalogue: Catalogue) -> None:
    assert "<select" not in (form_html(conversation, "2.right", catalogue) or "")


@pytest.mark.parametrize("key", ["3.wrong", "0.right", "x.right", "1.maybe", ""])
def test_a_link_that_leads_nowhere_has_no_form(key: str, conversation: Conversation, catalogue: Catalogue) -> None:
    assert form_html(conversation, key, catalogue) is None


def test_what_was_said_is_kept_with_the_turns_before_it(
    conversation: Conversation, catalogue: Catalogue, tmp_path: Path
) -> None:
    said = {"turn": "2", "verdict": "wrong", "minute": FOUND, "other": " 104 of November ", "comment": " <b>no</b> "}
    kept = keep_judgement(tmp_path, True, conversation, said, catalogue)
    assert kept is not None
    assert kept.turns == ("What does it <cost>?", "And on Sundays?")
    assert (kept.minute, kept.status, kept.reason, kept.sample) == (FOUND, "not_found", "fact_absent", True)
    assert kept.comment == "Right minute: 104 of November. <b>no</b>"


def test_a_minute_that_is_not_held_is_not_taken(
    conversation: Conversation, catalogue: Catalogue, tmp_path: Path
) -> None:
    said = {"turn": "1", "verdict": "wrong", "minute": "nowhere/2020-01-01/1"}
    kept = keep_judgement(tmp_path, False, conversation, said, catalogue)
    assert kept is not None
    assert kept.minute is None


def test_the_desk_opens_the_form_keeps_it_and_thanks(home: Path, conversation: Conversation) -> None:
    settings = Settings(home=home)
    desk = Desk(Holdings(home, settings, settings.make_embedder()))

    def followed(**data: str) -> str:
        return desk.show(conversation, SimpleNamespace(**data))  # type: ignore[arg-type]

    assert "<form" in followed(key="judge=1.wrong")
    assert "Kept as feedback 1" in followed(key="judged", turn="1", verdict="wrong", comment="no")
    assert "Thank you" not in followed(key="judged", turn="9", verdict="wrong")
    assert [one.comment for one in feedback(home)] == ["no"]
