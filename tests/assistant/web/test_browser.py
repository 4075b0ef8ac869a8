"""The web chat as its users meet it: a real Chromium over the real program, its index and its answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import pytest

from assistant.home import sample_home
from index_store.catalogue import Catalogue
from index_store.embedder import Embedder
from index_store.indexer import add, find_files
from tests.assistant.web.serving import CHROMIUM, Served, chat, flags

pytestmark = [
    pytest.mark.timeout(600),  # two servers start here, each with the embedder
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no chromium (on Debian: apt-get install chromium)"),
]
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

BRIDGES = """Minutes of a meeting of the Harnby Bridges Committee held at the Town Hall, Harnby on Tuesday 14 May 2024

Present: Councillor Ada Penrose (in the Chair), Councillor Bill Oakes, Councillor Cora Finch

31. Apologies

Apologies for absence were received from Councillor Dan Moss.

32. Minutes

The minutes of the meeting held on 9 April 2024 were agreed as a correct record.

33. Repairs to the Mill Footbridge

The Surveyor reported that the deck of the Mill Footbridge had rotted and that the lowest tender
came to £18,450. Members asked whether oak < larch & "composite" boards had been compared.

It was RESOLVED:

(i) that the tender of £18,450 from Lamb and Sons be accepted; and

(ii) that the footbridge be closed from 3 June 2024 for two weeks.

34. Lighting on the Quay

The Clerk reported complaints about the lamps on the Quay. It was RESOLVED that the matter be deferred to the
July meeting.
"""
ALLOTMENTS = """Minutes of a meeting of the Harnby Allotments Committee held at the Old School on Monday 6 November 2023

Present: Councillor Edie Lark (in the Chair), Councillor Bill Oakes

12. Apologies

There were none.

13. Water Butts

It was reported that eleven plot holders had asked for water butts. It was RESOLVED that twenty water butts be
bought at a cost of £640.

14. Rent for Half Plots

It was RESOLVED that the rent for a half plot be £22 from 1 January 2024.
"""
LATER = """Minutes of a meeting of the Harnby Museum Committee held at the Museum, Harnby on Thursday 19 September 2024

Present: Councillor Fay Stone (in the Chair), Councillor Cora Finch

5. Roman Hoard

The Curator reported that 214 coins of the hoard had been cleaned. It was RESOLVED that the hoard be shown from March.
"""


def _write(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def _add(home: Path, folder: Path) -> None:
    """Index a folder from this process, which is not the chat's."""
    outcomes = list(add(find_files([folder]), home, Embedder()))
    assert {outcome.state for outcome in outcomes} == {"added"}


@pytest.fixture(scope="module")
def chats(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, Served]]:
    """Two chats: over a home with two committees, and over a home with nothing in it. They start side by side."""
    root = tmp_path_factory.mktemp("chat")
    with chat(root / "empty") as empty:
        _add(root / "home", _write(root / "files", bridges=BRIDGES, allotments=ALLOTMENTS))
        with chat(root / "home") as own:
            yield own, empty


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=flags())
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Any, chats: tuple[Served, Served]) -> Iterator[Any]:
    yield from _page(browser, chats[0].address())


def _page(browser: Any, address: str) -> Iterator[Any]:
    """A page of the chat; whatever it asks of another machine, or an error in its scripts, fails the test."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    context.set_default_timeout(20_000)
    page = context.new_page()
    faults: list[str] = []
    page.on("request", lambda request: None if _local(request.url) else faults.append(f"outside: {request.url}"))
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))
    page.goto(address)
    page.wait_for_selector("#panel .held")
    yield page
    context.close()
    assert faults == []


def _local(url: str) -> bool:
    parts = urlparse(url)
    return parts.scheme in ("data", "blob") or parts.hostname == "127.0.0.1"


def _ask(page: Any, question: str) -> Any:
    """Ask as a user does; gives the finished answer."""
    before = page.locator("#chat .answer").count()
    page.fill("#question textarea", question)
    page.press("#question textarea", "Enter")
    answer = page.locator("#chat .answer").nth(before)
    page.locator("#chat .answer:not(.is-waiting, .is-writing)").nth(before).wait_for()
    return answer


def _follow(page: Any, link: Any) -> Any:
    """Follow a link to a minute; gives the panel once it shows another minute than before."""
    before = page.locator("#panel article").inner_html()
    link.click()
    page.wait_for_function("before => document.querySelector('#panel article').innerHTML !== before", arg=before)
    return page.locator("#panel article")


def _words(text: str) -> str:
    return " ".join(text.split())


def test_a_citation_opens_its_minute_with_the_quoted_words_marked(page: Any) -> None:
    answer = _ask(page, "What was decided about the Mill Footbridge?")
    assert "£18,450" in answer.inner_text()
    panel = _follow(page, answer.locator("a.cite").first)
    text = panel.inner_text()
    assert "Minute 33: Repairs to the Mill Footbridge" in text
    assert "Harnby Bridges Committee" in text
    assert "14 May 2024" in text
    assert "Town Hall" in text
    assert "bridges.txt" in text
    marked = _words(" ".join(panel.locator("mark.clicked").all_inner_texts()))
    assert marked
    assert marked in _words(BRIDGES)
    assert 'oak < larch & "composite" boards' in _words(text)
    assert "The Surveyor reported" in text


def test_every_citation_shown_opens_words_that_stand_in_the_file(page: Any) -> None:
    answer = _ask(page, "What was decided under minute 33?")
    links = {link.get_attribute("href"): link for link in answer.locator("p a.cite, ul a.cite").all()}
    assert len(links) > 1
    for link in links.values():
        panel = _follow(page, link)
        clicked = panel.locator("mark.clicked")
        clicked.first.wait_for()
        assert clicked.first.get_attribute("data-marker") == link.inner_text()
        assert _words(" ".join(clicked.all_inner_texts())) in _words(BRIDGES)


def test_a_declined_question_looks_different_and_offers_minutes_to_open(page: Any) -> None:
    answer = _ask(page, "What did the Bridges Committee decide about the swimming pool roof?")
    assert re.search(r"is-not-(found|held)", answer.get_attribute("class"))
    assert re.search(r"Not (found|held)", answer.inner_text())
    assert answer.locator("p a.cite").count() == 0
    near = answer.locator("a.source").first
    panel = _follow(page, near)
    assert near.locator(".source-name").inner_text() in panel.inner_text()
    assert panel.locator("mark").count() == 0


def test_a_follow_up_is_understood_from_the_question_before(page: Any) -> None:
    _ask(page, "What was decided about water butts?")
    answer = _ask(page, "And how much did they cost?")
    assert "£640" in answer.inner_text()
    assert page.locator("#chat .question").count() == 2


def test_the_filter_keeps_other_bodies_out(page: Any) -> None:
    page.click("#limits .label-wrap")
    page.click("#bodies input")
    page.get_by_role("option", name="Harnby Allotments Committee").click()
    page.press("#bodies input", "Escape")
    declined = _ask(page, "What was decided about the Mill Footbridge?")
    assert "is-answered" not in declined.get_attribute("class")
    answered = _ask(page, "What is the rent for a half plot?")
    assert "£22" in answered.inner_text()
    assert "Limited to Harnby Allotments Committee" in answered.inner_text()


def test_the_filter_keeps_other_dates_out_and_refuses_what_is_no_date(page: Any) -> None:
    page.click("#limits .label-wrap")
    page.fill("#date-from textarea, #date-from input", "2024")
    assert "is-answered" not in _ask(page, "What is the rent for a half plot?").get_attribute("class")
    page.fill("#date-from textarea, #date-from input", "whenever")
    assert "“whenever” is not a date" in _ask(page, "What is the rent for a half plot?").inner_text()


def test_it_can_be_used_from_the_keyboard_alone(page: Any) -> None:
    assert page.evaluate("document.activeElement.closest('#question') !== null")
    page.keyboard.type("What was decided about water butts?")
    page.keyboard.press("Enter")
    page.locator("#chat .answer .foot").wait_for()
    page.locator("#chat a.cite").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel mark.clicked")
    page.wait_for_function("document.activeElement.classList.contains('minute-heading')")
    assert "Minute 13" in page.evaluate("document.activeElement.innerText")


def test_neighbouring_minutes_and_what_is_held_can_be_read(page: Any) -> None:
    page.get_by_text("Harnby Bridges Committee").first.click()
    panel = _follow(page, page.get_by_role("link", name="14 May 2024"))
    assert "Ada Penrose" in panel.inner_text()
    panel = _follow(page, panel.locator(".neighbours .after"))
    assert "Minute 31: Apologies" in panel.inner_text()
    assert "Dan Moss" in panel.inner_text()
    panel = _follow(page, page.get_by_text("See what is held"))
    assert "What is held" in panel.inner_text()


def test_the_examples_are_answered(page: Any) -> None:
    offered = page.locator("#chat .example")
    assert offered.count() >= 3
    question = offered.first.inner_text()
    offered.first.click()
    page.locator("#chat .answer.is-answered .foot").wait_for()
    assert page.locator("#chat .question").inner_text() == question


def test_a_new_conversation_begins_again_with_the_examples(page: Any) -> None:
    _ask(page, "What was decided about water butts?")
    page.click("#fresh")
    page.locator("#chat .example").first.wait_for()
    assert page.locator("#chat .answer").count() == 0
    answer = _ask(page, "What is the rent for a half plot?")
    assert answer.locator("a.cite").first.get_attribute("href") == "#cite-1.1"


def test_an_answer_is_copied_with_its_sources_in_words(page: Any) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    answer = _ask(page, "What was decided under minute 33?")
    answer.locator("button.copy").click()
    page.get_by_text("Copied", exact=True).wait_for()
    lines = page.evaluate("navigator.clipboard.readText()").replace("\r", "").split("\n")
    assert any("£18,450" in line and "[1]" in line for line in lines)
    assert re.fullmatch(
        r"\[1\].* Harnby Bridges Committee, 14 May 2024, Minute 33.*: Repairs to the Mill Footbridge", lines[-1]
    )


def test_markup_in_a_question_stays_text(page: Any) -> None:
    _ask(page, "<img src=x onerror=alert(1)> *water* butts?")
    assert page.locator("#chat .question").inner_text() == "<img src=x onerror=alert(1)> *water* butts?"
    assert page.locator("#chat .question img").count() == 0


def test_on_a_phone_nothing_is_wider_than_the_screen_and_the_source_comes_below(page: Any) -> None:
    page.set_viewport_size({"width": 420, "height": 900})
    answer = _ask(page, "What was decided about the Mill Footbridge?")
    _follow(page, answer.locator("a.cite").first)
    assert page.evaluate("document.documentElement.scrollWidth") <= 420
    assert page.evaluate("source.getBoundingClientRect().top >= talk.getBoundingClientRect().bottom - 1")
    page.click("#panel .back")
    page.wait_for_function("document.activeElement.classList.contains('cite')")


def test_minutes_added_by_another_process_show_without_a_restart(
    page: Any, browser: Any, chats: tuple[Served, Served], tmp_path: Path
) -> None:
    own, _ = chats
    assert "214" not in _ask(page, "How many coins of the Roman hoard had been cleaned?").inner_text()
    _add(own.home, _write(tmp_path / "more", museum=LATER))
    assert "214" in _ask(page, "How many coins of the Roman hoard had been cleaned?").inner_text()
    assert "3 bodies, 3 meetings" in page.locator("#head").inner_text()
    for fresh in _page(browser, own.address()):
        assert "3 bodies, 3 meetings" in fresh.locator("#head").inner_text()
        assert "Harnby Museum Committee" in fresh.locator("#panel").inner_text()


def test_samples_are_served_until_there_are_minutes_and_never_with_them(
    browser: Any, chats: tuple[Served, Served], tmp_path: Path
) -> None:
    _, empty = chats
    for page in _page(browser, empty.address()):
        assert "fictional sample minutes" in page.locator("#head").inner_text()
        page.locator("#chat .example").first.click()
        page.locator("#chat .answer.is-answered .foot").wait_for()
        _add(empty.home, _write(tmp_path / "files", bridges=BRIDGES))
        page.fill("#question textarea", "What was decided about the Mill Footbridge?")
        page.press("#question textarea", "Enter")
        page.locator("#chat .news").wait_for()
        page.locator("#chat .answer.is-answered .foot").wait_for()
        assert "£18,450" in page.locator("#chat .answer").inner_text()
        assert "fictional" not in page.locator("#head").inner_text()
        assert page.locator("#panel .held-name").all_inner_texts() == ["Harnby Bridges Committee"]
    samples = Catalogue(sample_home(empty.home))
    assert len(samples.bodies()) >= 3
    assert not any("Harnby" in body.name for body in samples.bodies())
    samples.close()
