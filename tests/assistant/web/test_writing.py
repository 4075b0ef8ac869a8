"""A language model's answer on the page: as it grows, who wrote it, and where its text goes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest

from assistant.answer import Answer
from assistant.settings import Settings
from assistant.web.conversation import Conversation
from assistant.web.desk import Desk
from assistant.web.holdings import Holdings
from assistant.web.writing import growing, privacy_html
from index_store.errors import BadSetting
from index_store.index import Index
from tests.assistant.answering_home import harrowmere as harrowmere
from tests.assistant.scripted_server import Reply, answer, in_pieces, scripted

ROOF = "how much will mending the bandstand roof cost"
FIRST = "The bandstand roof would cost £4,200 to mend."
FALSE = "The roof was mended by the Lottery for nothing."
LAST = "It was RESOLVED that the roof of the bandstand be mended."


def script(request: dict[str, Any]) -> Reply:
    if len(request["messages"]) > 2:
        return Reply([answer(answered=False)])
    return Reply(in_pieces(answer((FIRST, [1]), (FALSE, [1]), (LAST, [1]))))


@pytest.fixture
def desk(harrowmere: Index) -> Callable[[Settings], Desk]:
    def made(settings: Settings) -> Desk:
        return Desk(Holdings(harrowmere.home, settings, harrowmere.embedder))

    return made


def test_the_page_shows_checked_sentences_one_by_one_and_who_wrote_them(desk: Callable[[Settings], Desk]) -> None:
    with scripted(script) as server:
        settings = Settings(writer="openai:scripted", writer_url=server.url)
        with closing(desk(settings).ask(ROOF, Conversation(), None, None, None)) as asking:  # type: ignore[type-var]
            pages = list(asking)
    shown = [page.chat[-1]["content"] for page in pages]
    growing_part = [one for one in shown if "is-writing" in one]
    assert [(FIRST in one, LAST in one) for one in growing_part] == [(True, False), (True, True)]
    assert all(FALSE not in one for one in shown)
    assert "Written by openai:scripted from the minutes" in shown[-1]
    assert "Looking through the minutes" in shown[0]


def test_examples_are_found_without_the_model(desk: Callable[[Settings], Desk]) -> None:
    with scripted(script) as server:
        page = desk(Settings(writer="openai:scripted", writer_url=server.url)).open()
    assert server.asked == []
    assert "leaves this machine" not in page.head


def test_the_head_of_the_page_says_where_text_goes(desk: Callable[[Settings], Desk]) -> None:
    settings = Settings(writer="openai:big", writer_url="https://models.example/v1")
    page = desk(settings).open()
    assert "Text leaves this machine" in page.head
    assert "models.example" in page.head
    assert privacy_html(Settings()) == privacy_html(Settings(writer="ollama:llama3.1")) == ""


def test_an_error_in_the_work_is_raised_to_the_page() -> None:
    def work(told: object) -> Answer:
        raise BadSetting("no such thing")

    with pytest.raises(BadSetting, match="no such thing"):
        list(growing(Settings(writer="ollama:x"), work))
