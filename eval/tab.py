"""The chat's Evaluation tab: run a set and watch it, open reports, compare, and review feedback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.settings import Settings
from eval.baseline import accept
from eval.board import queue_html, report_html, runs_of, sets_of, verdict_html
from eval.evaluating import conclude
from eval.review import Decision, accept_feedback, dismiss
from eval.reviewing import reviewed_index
from eval.runs import open_run
from eval.watching import Watched, watched
from index_store.errors import MinutesError
from index_store.feedback import feedback, feedback_by_number

REASONS = ["topic_absent", "fact_absent", "no_such_meeting", "no_such_minute", "no_such_body", "off_topic"]
QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}


def evaluation_tab(settings: Settings, tab: gr.Tab) -> None:
    """Put the tab's content into the block that is open, with its handlers; it is brought up to date when opened."""
    home = settings.home
    with gr.Column(elem_id="evaluation"):
        with gr.Row():
            chosen = gr.Dropdown(sets_of(home), value="sample", label="Question set", elem_id="eval-set", scale=2)
            start = gr.Button("Run", variant="primary", elem_id="eval-run", scale=0, min_width=120)
        progress = gr.HTML(elem_id="eval-progress")
        with gr.Row():
            run = gr.Dropdown([], label="Runs, newest first", elem_id="eval-runs", scale=2)
            against = gr.Dropdown([], label="Compared with", elem_id="eval-against", scale=2)
            show = gr.Button("Open report", elem_id="eval-open", scale=0, min_width=140)
            move = gr.Button("Make it the baseline", elem_id="eval-accept", scale=0, min_width=180)
        report = gr.HTML(elem_id="eval-report")
        _review(settings, tab)
    listing = [run, against]
    start.click(partial(_run, settings), chosen, [progress, *listing, report], **QUIET, concurrency_limit=2)
    show.click(_guarded(partial(_open, home)), [run, against], report, **QUIET)
    move.click(_guarded(_accept), run, progress, **QUIET).then(partial(_listed, home), chosen, listing, **QUIET)
    chosen.change(partial(_listed, home), chosen, listing, **QUIET)
    tab.select(partial(_listed, home), chosen, listing, **QUIET)
    tab.select(lambda: gr.update(choices=sets_of(home)), None, chosen, **QUIET)


def _review(settings: Settings, tab: gr.Tab) -> None:
    """The queue of feedback, and what to do with one of it."""
    queue = gr.HTML(elem_id="eval-queue")
    with gr.Row():
        number = gr.Dropdown([], label="Feedback", elem_id="review-number", min_width=120)
        minute = gr.Textbox(label="Right minute (id), if another", elem_id="review-minute", scale=2)
        fact = gr.Textbox(label="What a right answer says", elem_id="review-fact", scale=2)
        reason = gr.Dropdown(["", *REASONS], value="", label="Or to be declined", elem_id="review-decline")
        take = gr.Button("Accept as a case", elem_id="review-accept", scale=0, min_width=150)
        leave = gr.Button("Dismiss", elem_id="review-dismiss", scale=0, min_width=110)
    said = gr.HTML(elem_id="review-said")
    home = settings.home
    renewed = partial(_queue, home)
    taking = take.click(_guarded(partial(_take, settings)), [number, minute, fact, reason], said, **QUIET)
    taking.then(renewed, None, [queue, number], **QUIET)
    leaving = leave.click(_guarded(partial(_leave, home)), number, said, **QUIET)
    leaving.then(renewed, None, [queue, number], **QUIET)
    tab.select(renewed, None, [queue, number], **QUIET)


def _guarded(handler: Callable[..., str]) -> Callable[..., str]:
    """The handler's HTML, or in its place what went wrong, for the user."""

    def guarded(*given: Any) -> str:
        try:
            return handler(*given)
        except MinutesError as error:
            return told(str(error))

    return guarded


def told(text: str) -> str:
    """One line for the user."""
    return f'<p class="told">{escape(text)}</p>'


def _run(settings: Settings, name: str) -> Iterator[tuple[Any, Any, Any, Any]]:
    """Progress while the set is asked, then the verdict, the renewed lists and the report."""
    same = gr.skip()
    try:
        state = Watched()
        for state in watched(settings, name):
            yield _progress(state), same, same, same
        if state.run is None:
            yield told(state.said or "The run did not finish."), same, same, same
            return
        found = conclude(state.run)
        yield verdict_html(found), *_listed(settings.home, name), report_html(found.report)
    except MinutesError as error:
        yield told(str(error)), same, same, same


def _progress(state: Watched) -> str:
    share = 100 * state.done / state.total if state.total else 0
    told_ = f"{state.done} of {state.total} cases asked" if state.total else "Getting the minutes ready"
    return (
        f'<p class="told" role="status">{told_}. {escape(state.said)}</p>'
        f'<div class="bar"><span style="width: {share:.0f}%"></span></div>'
    )


def _listed(home: Path, name: str) -> tuple[Any, Any]:
    """The runs of a set, and what each can be compared with."""
    runs = runs_of(home, name)
    first = runs[0][1] if runs else None
    return gr.update(choices=runs, value=first), gr.update(choices=[("the baseline", ""), *runs], value="")


def _open(home: Path, run: str | None, against: str | None) -> str:
    if not run:
        return told("No run of this set yet: press Run.")
    found = conclude(open_run(Path(run)), Path(against) if against else None)
    return verdict_html(found) + report_html(found.report)


def _accept(run: str | None) -> str:
    if not run:
        return told("No run of this set yet: press Run.")
    return told(f"{accept(open_run(Path(run)))} is the baseline from now on.")


def _queue(home: Path) -> tuple[str, Any]:
    waiting = [one.id for one in feedback(home) if one.state == "waiting"]
    return queue_html(home), gr.update(choices=waiting, value=waiting[0] if waiting else None)


def _take(settings: Settings, number: int | None, minute: str, fact: str, reason: str) -> str:
    if number is None:
        return told("No feedback waits.")
    given = feedback_by_number(settings.home, number)
    decision = Decision(
        tuple(minute.split()), tuple(line for line in fact.splitlines() if line.strip()), reason or None
    )
    with reviewed_index(settings, given) as index:
        done = accept_feedback(settings.home, given, decision, index.catalogue)
    return told(f"Feedback {number} is now case {done.case} of the set “{done.case_set}”.")


def _leave(home: Path, number: int | None) -> str:
    if number is None:
        return told("No feedback waits.")
    return told(f"Feedback {dismiss(home, number).id} is dismissed.")
