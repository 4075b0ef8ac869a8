"""Takes docs/screenshot.png over the sample minutes: python -m tests.assistant.web.screenshot"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from tests.assistant.web.serving import CHROMIUM, chat, flags
from tests.shared import ROOT

QUESTIONS = ("What was decided about Warm Homes Marl?", "What did the Executive decide about the airport?")
PICTURE = ROOT / "docs" / "screenshot.png"


def main() -> None:
    """A question answered and one declined, with the minute behind the second citation beside them."""
    with TemporaryDirectory() as folder, chat(Path(folder) / "home") as served, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=flags())
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(served.address())
        page.wait_for_selector("#panel .held", timeout=120_000)
        for number, question in enumerate(QUESTIONS):
            page.fill("#question textarea", question)
            page.press("#question textarea", "Enter")
            page.locator("#chat .answer:not(.is-waiting, .is-writing)").nth(number).wait_for()
        page.locator("#chat a.cite", has_text="[2]").first.click()
        page.wait_for_selector("#panel mark.clicked")
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
