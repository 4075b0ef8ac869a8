"""Feedback and the Evaluation tab as their users meet them: a real Chromium over the real program."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.home import sample_home
from eval.runs import list_runs
from index_store.embedder import Embedder
from index_store.feedback import feedback
from index_store.indexer import add
from tests.assistant.web.serving import CHROMIUM, chat, flags
from tests.assistant.web.test_browser import ALLOTMENTS, BRIDGES

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no chromium (on Debian: apt-get install chromium)"),
]
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
SLOW = 240_000

SET = """title: Harnby
cases:
  - id: deck
    kind: fact
    question: What was the lowest tender for the Mill Footbridge?
    cites: [[{date: 2024-05-14, minute: "33"}]]
    facts: [["18,450"]]
  - id: butts
    kind: fact
    question: What did the water butts cost?
    cites: [[{date: 2023-11-06, minute: "13"}]]
    facts: [["£9,999"]]
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("evaluation")
    (place / "minutes").mkdir()
    (place / "minutes" / "bridges.txt").write_text(BRIDGES, encoding="utf-8")
    (place / "minutes" / "allotments.txt").write_text(ALLOTMENTS, encoding="utf-8")
    list(add([place / "minutes"], place / "home", Embedder()))
    (place / "home" / "evaluation").mkdir()
    (place / "home" / "evaluation" / "harnby.yaml").write_text(SET, encoding="utf-8")
    assert not sample_home(place / "home").exists()
    return place / "home"


@pytest.fixture(scope="module")
def page(home: Path) -> Iterator[Any]:
    with chat(home) as served, playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=flags())
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        page.set_default_timeout(60_000)
        page.goto(served.address())
        yield page
        browser.close()


def test_feedback_from_an_answer_to_a_case_and_its_run(page: Any, home: Path) -> None:
    """Ask, say that the answer is wrong and which minute is right, accept it as a case, run the set, see its fate."""
    page.locator("#question textarea").fill("What was the lowest tender for the Mill Footbridge?")
    page.keyboard.press("Enter")
    page.locator("#chat a.judge", has_text="wrong").click()
    form = page.locator("#panel form.judging")
    form.locator("select").select_option(index=1)
    form.locator("textarea").fill("Only the <b>lowest</b>")
    form.locator("button.send").click()
    page.locator("#panel .judged").wait_for()
    (kept,) = feedback(home)
    assert (kept.verdict, kept.comment, kept.sample) == ("wrong", "Only the <b>lowest</b>", False)
    assert kept.minute is not None
    assert kept.minute.endswith("2024-05-14/33")

    page.get_by_role("tab", name="Evaluation").click()
    queue = page.locator("#eval-queue")
    queue.get_by_text("waiting to be reviewed").wait_for()
    assert "Only the <b>lowest</b>" in queue.inner_text(), "shown as typed, not as markup"
    page.locator("#review-fact textarea").fill("£18,450")
    page.locator("#review-accept").click()
    queue.get_by_text("case feedback-1 of own: not run yet").wait_for()

    page.get_by_role("tab", name="Chat").click()
    assert page.locator("#chat .question").inner_text().startswith("What was the lowest tender"), (
        "the talk is still there"
    )


def test_a_set_is_run_watched_reported_accepted_and_compared(page: Any, home: Path) -> None:
    page.get_by_role("tab", name="Evaluation").click()
    page.locator("#eval-set input").click()
    page.get_by_role("option", name="harnby").click()
    page.locator("#eval-run").click()
    page.locator("#eval-progress .bar").wait_for()
    verdict = page.locator("#eval-progress .verdict")
    verdict.wait_for(timeout=SLOW)
    assert "no baseline" in verdict.inner_text()
    report = page.frame_locator("#eval-report iframe")
    report.get_by_role("heading", name="Harnby").wait_for()
    assert "fact missing" in report.locator("details summary").first.inner_text()
    report.locator("details summary").first.click()
    assert report.get_by_text("missing:").is_visible()

    page.locator("#eval-accept").click()
    page.get_by_text("is the baseline from now on").wait_for()
    (run,) = list_runs(home / "evaluation" / "harnby" / "runs")
    assert (home / "evaluation" / "harnby.baseline.jsonl").is_file()
    answers = [answer | {"citations": []} for answer in run.answers().values()]
    (run.folder / "answers.jsonl").write_text("".join(json.dumps(one) + "\n" for one in answers), encoding="utf-8")
    page.locator("#eval-open").click()
    page.locator("#eval-report .verdict", has_text="1 of 2 cases got worse").wait_for()
    report.get_by_text("What changed").wait_for()


def test_the_report_asks_for_nothing_outside_itself(page: Any, home: Path) -> None:
    (run, *_) = list_runs(home / "evaluation" / "harnby" / "runs")
    asked: list[str] = []
    other = page.context.browser.new_page()
    other.on("request", lambda request: asked.append(request.url))
    other.goto((run.folder / "report.html").as_uri())
    other.locator("svg").first.wait_for()
    assert asked == [(run.folder / "report.html").as_uri()]
    other.close()
