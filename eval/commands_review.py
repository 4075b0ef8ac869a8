"""`minutes eval review`: the feedback from the chat, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from assistant.commands import Chosen

if TYPE_CHECKING:
    from index_store.feedback import Feedback


@click.command("review")
@click.option("--accept", "accepted", type=int, metavar="N", help="Make feedback N a case of your own set.")
@click.option(
    "--minute", "minutes", multiple=True, metavar="ID", help="A minute that a right answer cites (repeatable)."
)
@click.option("--fact", "facts", multiple=True, help="What a right answer says (repeatable).")
@click.option("--decline", "reason", metavar="REASON", help="A right answer declines: topic_absent, fact_absent, …")
@click.option("--dismiss", "dismissed", type=int, metavar="N", help="Feedback N becomes nothing.")
@click.pass_obj
def review_command(
    chosen: Chosen,
    accepted: int | None,
    minutes: tuple[str, ...],
    facts: tuple[str, ...],
    reason: str | None,
    dismissed: int | None,
) -> None:
    """Show the feedback that was given in the chat and what became of it; accept or dismiss one.

    What waits comes first. An accepted one becomes a case of your own set: run it with `minutes eval run own`.
    """
    from eval.review import Decision, accept_feedback, dismiss, own_set, queue
    from eval.reviewing import reviewed_index
    from index_store.feedback import feedback_by_number

    settings = chosen.settings()
    if accepted is not None:
        given = feedback_by_number(settings.home, accepted)
        with reviewed_index(settings, given) as index:
            done = accept_feedback(settings.home, given, Decision(minutes, facts, reason), index.catalogue)
        click.echo(f"feedback {accepted} is now case {done.case} of {own_set(settings.home, done)}")
    elif dismissed is not None:
        click.echo(f"feedback {dismiss(settings.home, dismissed).id} is dismissed")
    else:
        found = queue(settings.home)
        click.echo("\n".join(line for one, fate in found for line in _lines(one, fate)) or "No feedback yet.")


def _lines(one: Feedback, fate: str) -> Iterator[str]:
    over = " (sample minutes)" if one.sample else ""
    yield f"{one.id}. {one.verdict}{over}, {one.made[:16].replace('T', ' ')}: {fate}"
    yield f"   asked: {' → '.join(one.turns)}"
    yield f"   answered ({one.status}): {' '.join(one.answer.split())[:160]}"
    if one.minute:
        yield f"   right minute: {one.minute}"
    if one.comment:
        yield f"   comment: {one.comment}"
