"""The page of the web chat, and the server that serves it. What the page does is in :mod:`assistant.web.desk`."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.components.textbox import InputHTMLAttributes

from assistant.web.conversation import Conversation
from assistant.web.desk import Desk
from assistant.web.holdings import Holdings

_HERE = Path(__file__).parent


def _chosen(event: gr.SelectData) -> str:
    return str(event.value["text"])


def build(holdings: Holdings) -> gr.Blocks:
    """The page, with its handlers attached."""
    from eval.tab import evaluation_tab

    desk = Desk(holdings)
    desk.open()  # the embedder and the examples are ready before the first visitor is
    blocks: gr.Blocks
    with gr.Blocks(title="Minutes assistant", fill_width=True, analytics_enabled=False) as blocks:
        conversation = gr.State(Conversation())
        head = gr.HTML(elem_id="head")
        with gr.Tabs(elem_id="rooms"):
            with gr.Tab("Chat", id="chat-room"), gr.Row(elem_id="desk"):
                with gr.Column(elem_id="talk", scale=3):
                    chat, question = _talk()
                    with gr.Row(elem_id="tools"):
                        bodies, date_from, date_to = _limits()
                        fresh = gr.Button("New conversation", elem_id="fresh", size="sm")
                with gr.Column(elem_id="source", scale=2):
                    panel = gr.HTML(elem_id="panel", js_on_load=_script())
            with gr.Tab("Evaluation", id="evaluation-room") as evaluation:
                evaluation_tab(holdings.settings, evaluation)
        quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        whole_page = [chat, question, conversation, head, bodies, panel]
        asking: dict[str, Any] = {
            "fn": desk.ask,
            "inputs": [question, conversation, bodies, date_from, date_to],
            "outputs": whole_page,
            "concurrency_limit": 8,
            "trigger_mode": "always_last",  # a question sent while an answer still comes in is asked after it
        }
        blocks.load(desk.open, None, whole_page, **quiet)
        question.submit(**asking, **quiet)
        chat.example_select(_chosen, None, question, **quiet).then(**asking, **quiet)
        panel.click(desk.show, conversation, panel, **quiet)
        fresh.click(desk.open, None, whole_page, **quiet)
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
        placeholder="Every answer quotes the minutes and says where. For example:",
        group_consecutive_messages=False,
        autoscroll=False,
        height="100%",
    )
    question = gr.Textbox(
        elem_id="question",
        label="Your question",
        show_label=False,
        placeholder="Ask about the minutes",
        lines=1,
        max_lines=4,
        autofocus=True,
        submit_btn="Ask",
        html_attributes=InputHTMLAttributes(enterkeyhint="send"),
    )
    return chat, question


def _limits() -> tuple[gr.Dropdown, gr.Textbox, gr.Textbox]:
    with gr.Accordion("Limit to bodies or dates", open=False, elem_id="limits"), gr.Row():
        bodies = gr.Dropdown([], multiselect=True, label="Bodies (all, unless you choose)", elem_id="bodies", scale=2)
        date_from = gr.Textbox(label="From", placeholder="May 2009", elem_id="date-from", min_width=120)
        date_to = gr.Textbox(label="To", placeholder="May 2009", elem_id="date-to", min_width=120)
    return bodies, date_from, date_to


def _theme() -> gr.Theme:
    """System fonts only: nothing is fetched from outside."""
    return gr.themes.Base(
        font=["system-ui", "Segoe UI", "Roboto", "Helvetica Neue", "Arial", "sans-serif"],
        font_mono=["ui-monospace", "Consolas", "monospace"],
    )


def _script() -> str:
    """What runs in the browser, one scope over all files."""
    return "\n".join((_HERE / name).read_text(encoding="utf-8") for name in ("chat.js", "feedback.js"))


def _style() -> str:
    """The style sheet for the page's head: Gradio's own `css` rewrites selectors, in media queries wrongly."""
    sheets = ((_HERE / name).read_text(encoding="utf-8") for name in ("style.css", "rooms.css"))
    return f"<style>{''.join(sheets)}</style>"


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
