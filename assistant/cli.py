"""The `minutes` command: which commands there are, and where each is defined."""

from __future__ import annotations

import sys

import click

from assistant.commands import Chosen, Lazy, LazyGroup, home_option

COMMANDS = {
    "add": Lazy("assistant.commands_index", "add_command", "Index files and folders of minutes."),
    "parse": Lazy("assistant.commands_parse", "parse_command", "Show how files are read, without indexing them."),
    "text": Lazy("assistant.commands_parse", "text_command", "Print the source text of a file."),
    "list": Lazy("assistant.commands_show", "list_command", "List the bodies, meetings and files held."),
    "show": Lazy("assistant.commands_show", "show_command", "Print a minute, by number or id."),
    "check": Lazy("assistant.commands_index", "check_command", "Check the index, and repair it."),
    "correct": Lazy("assistant.commands_correct", "correct_command", "Correct what was read wrongly."),
    "remove": Lazy("assistant.commands_index", "remove_command", "Take a file out of the index."),
    "ask": Lazy("assistant.commands_ask", "ask_command", "Answer a question from the minutes, with citations."),
    "chat": Lazy("assistant.commands_chat", "chat_command", "Serve the web chat."),
    "eval": Lazy("eval.commands", "evaluate", "Run evaluation sets, compare runs, and report."),
}


@click.group(
    cls=LazyGroup,
    commands_at=COMMANDS,
    params=[home_option()],
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="minutes-assistant")
@click.pass_context
def cli(context: click.Context) -> None:
    """Cited answers from formal minutes, offline."""
    if not isinstance(context.obj, Chosen):
        context.obj = Chosen()


def main() -> None:
    """The console script."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    cli.main(prog_name="minutes")
