"""The web chat: builds the page, answers questions, shows the minute behind a citation, and serves it all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.components.textbox import InputHTMLAttributes

from assistant.pipeline import answer_question
from assistant.web.conversation import Conversation, Turn, reply, user_message
from assistant.web.examples import examples
from assistant.web.held import header_html, held_html
from assistant.web.holdings import Holdings, Served
from assistant.web.labels import body_names
from assistant.web.limits import limits_line, scope_of
from assistant.web.panel import Shown, gone_html, minute_html
from assistant.web.view import failure_html, growing_html, waiting_html
from index_store.errors import MinutesError

_HERE = Path(__file__).parent


class Desk:
    """The handlers of one running chat: what happens on loading the page, asking, and choosing a citation."""

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings
        self._examples: tuple[tuple[str, int], list[str]] | None = None

    def open(self) -> tuple[Any, ...]:
        """Head, bodies to choose from, example questions and panel for a page that has just been loaded."""
        with self._holdings.reading() as served:
            bodies, meetings = served.index.catalogue.bodies(), served.index.catalogue.meetings()
            names = body_names(bodies)
            return (
                header_html(bodies, served.sample),
                gr.update(choices=[(name, slug) for slug, name in names.items()]),
                gr.update(examples=[{"text": question} for question in self._offered(served)]),
                held_html(bodies, meetings),
            )

    def ask(
        self,
        typed: str,
        conversation: Conversation,
        bodies: Sequence[str] | None,
        date_from: str | None,
        date_to: str | None,
    ) -> Iterator[tuple[Any, ...]]:
        """The question at once, then its answer sentence by sentence; yields chat, question box and conversation."""
        if not typed.strip():
            yield gr.skip(), gr.skip(), conversation
            return
        asked = user_message(typed)
        yield [*conversation.messages(), asked, reply(waiting_html())], "", conversation
        try:
            conversation = self._answered(typed, conversation, bodies, date_from, date_to)
        except MinutesError as error:
            yield [*conversation.messages(), asked, reply(failure_html(str(error)))], gr.skip(), conversation
            return
        *earlier, _ = messages = conversation.messages()
        for html in growing_html(conversation.turns[-1].answer, len(conversation.turns)):
            yield [*earlier, reply(html)], gr.skip(), conversation
        yield messages, gr.skip(), conversation

    def show(self, conversation: Conversation, event: gr.EventData) -> str:
        """The panel for the link that was followed."""
        key = str(event.key)
        with self._holdings.reading() as served:
            catalogue = served.index.catalogue
            if key == "held":
                return held_html(catalogue.bodies(), catalogue.meetings())
            if key.startswith(("item=", "meeting=")):
                return _minute(served, key.partition("=")[2])
            found = conversation.over(served.home).cited(key)
            if found is None:
                return gone_html(None)
            citation, together = found
            return _minute(served, citation.id, citation, together)

    def _answered(
        self,
        typed: str,
        conversation: Conversation,
        bodies: Sequence[str] | None,
        date_from: str | None,
        date_to: str | None,
    ) -> Conversation:
        scope = scope_of(bodies, date_from, date_to)
        with self._holdings.reading() as served:
            conversation = conversation.over(served.home)
            turns = [*conversation.questions(), typed.strip()]
            answer = answer_question(served.index, turns, scope, date.today(), self._holdings.settings)
            limits = limits_line(scope, body_names(served.index.catalogue.bodies()))
        return conversation.with_turn(Turn(typed.strip(), answer, limits))

    def _offered(self, served: Served) -> list[str]:
        """Example questions, worked out once for each state of the index."""
        state = (served.home, served.index.catalogue.generation())
        if self._examples is None or self._examples[0] != state:
            settings, everything = self._holdings.settings, scope_of()

            def ask(question: str) -> Any:
                return answer_question(served.index, [question], everything, date.today(), settings)

            self._examples = state, examples(served.index.catalogue, ask)
        return self._examples[1]


def _minute(served: Served, target: str, citation: Any = None, together: tuple[Any, ...] = ()) -> str:
    """The panel for a minute's id, or for a meeting's: then its first page."""
    catalogue = served.index.catalogue
    item = catalogue.item(target)
    items = catalogue.items(item.meeting.id if item else target)
    if item is None and items and citation is None:
        item = items[0]
    if item is None:
        return gone_html(citation)
    place = next((n for n, other in enumerate(items) if other.id == item.id), None)
    before = items[place - 1] if place else None
    after = items[place + 1] if place is not None and place + 1 < len(items) else None
    text = catalogue.source_text(item.meeting.source)
    clicked = citation.marker if citation else None
    return minute_html(Shown(item, text, before, after, together, clicked))


def _chosen(event: gr.SelectData) -> str:
    return str(event.value["text"])


def build(holdings: Holdings) -> gr.Blocks:
    """The page, with its handlers attached."""
    desk = Desk(holdings)
    desk.open()  # the embedder and the examples are ready before the first visitor is
    blocks: gr.Blocks
    with gr.Blocks(title="Minutes assistant", fill_width=True, analytics_enabled=False) as blocks:
        conversation = gr.State(Conversation())
        head = gr.HTML(elem_id="head")
        with gr.Row(elem_id="desk"):
            with gr.Column(elem_id="talk", scale=3):
                chat, question = _talk()
                with gr.Row(elem_id="tools"):
                    bodies, date_from, date_to = _limits()
                    fresh = gr.Button("New conversation", elem_id="fresh", size="sm")
            with gr.Column(elem_id="source", scale=2):
                panel = gr.HTML(elem_id="panel", js_on_load=(_HERE / "chat.js").read_text(encoding="utf-8"))
        quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        asking: dict[str, Any] = {
            "fn": desk.ask,
            "inputs": [question, conversation, bodies, date_from, date_to],
            "outputs": [chat, question, conversation],
            "concurrency_limit": 8,
        }
        blocks.load(desk.open, None, [head, bodies, chat, panel], **quiet)
        question.submit(**asking, **quiet)
        chat.example_select(_chosen, None, question, **quiet).then(**asking, **quiet)
        panel.click(desk.show, conversation, panel, **quiet)
        fresh.click(lambda: ([], Conversation()), None, [chat, conversation], **quiet)
    return blocks


def _talk() -> tuple[gr.Chatbot, gr.Textbox]:
    chat = gr.Chatbot(
        elem_id="chat",
        label="Conversation",
        show_label=False,
        buttons=[],
        feedback_options=None,
        latex_delimiters=[],
        layout="panel",
        placeholder="Ask about the minutes. Every answer quotes them and says where.",
        group_consecutive_messages=False,
        height="100%",
    )
    question = gr.Textbox(
        elem_id="question",
        label="Your question",
        show_label=False,
        placeholder="Ask a question about the minutes",
        lines=1,
        max_lines=4,
        autofocus=True,
        submit_btn="Ask",
        html_attributes=InputHTMLAttributes(enterkeyhint="send"),
    )
    return chat, question


def _limits() -> tuple[gr.Dropdown, gr.Textbox, gr.Textbox]:
    with gr.Accordion("Limit to bodies or dates", open=False, elem_id="limits"), gr.Row():
        bodies = gr.Dropdown([], multiselect=True, label="Bodies", elem_id="bodies", scale=2)
        date_from = gr.Textbox(label="From", placeholder="2009 or 9 May 2009", elem_id="date-from", min_width=120)
        date_to = gr.Textbox(label="To", placeholder="2009 or 9 May 2009", elem_id="date-to", min_width=120)
    return bodies, date_from, date_to


def _theme() -> gr.Theme:
    """System fonts only: nothing is fetched from outside."""
    return gr.themes.Base(
        font=["system-ui", "Segoe UI", "Roboto", "Helvetica Neue", "Arial", "sans-serif"],
        font_mono=["ui-monospace", "Consolas", "monospace"],
    )


def _style() -> str:
    """The style sheet for the page's head: Gradio's own `css` rewrites selectors, in media queries wrongly."""
    return f"<style>{(_HERE / 'style.css').read_text(encoding='utf-8')}</style>"


def launch(holdings: Holdings, host: str, port: int, ready: Callable[[], None]) -> None:
    """Serve the chat until interrupted; ``ready`` is called once the page can be opened."""
    blocks = build(holdings)
    _reach_loopback_directly()
    blocks.launch(
        server_name=host,
        server_port=port,
        quiet=True,
        share=False,
        ssr_mode=False,
        pwa=False,
        run_history=False,
        enable_monitoring=False,
        footer_links=[],
        theme=_theme(),
        head=_style(),
        prevent_thread_lock=True,
    )
    ready()
    blocks.block_thread()


def _reach_loopback_directly() -> None:
    """Gradio asks its own server whether it is up; a proxy set for the network must not stand between."""
    for name in ("NO_PROXY", "no_proxy"):
        given = [part for part in os.environ.get(name, "").split(",") if part]
        os.environ[name] = ",".join(dict.fromkeys([*given, "127.0.0.1", "localhost", "::1"]))
