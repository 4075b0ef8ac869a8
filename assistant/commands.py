"""What every command of `minutes` has in common: loaded where used, `--home`, errors in one line."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from assistant.settings import Settings


@dataclass(slots=True)
class Chosen:
    """The click context's object: which home was asked for. Calling it gives the home."""

    home: Path | None = None

    def __call__(self) -> Path:
        return self.settings().home

    def settings(self) -> Settings:
        """The settings, with ``--home`` over the environment. Raises BadSetting."""
        from assistant.settings import load_settings

        return load_settings(self.home)


def chosen(context: click.Context) -> Chosen:
    """The one ``Chosen`` of this call of the program, whichever command asks."""
    root = context.find_root()
    if not isinstance(root.obj, Chosen):
        root.obj = Chosen()
    return root.obj


def home_option() -> click.Option:
    """``--home DIR``, for every command."""

    def keep(context: click.Context, _: click.Parameter, value: Path | None) -> None:
        if value is not None:
            chosen(context).home = value

    return click.Option(
        ["--home"],
        type=click.Path(path_type=Path, file_okay=False),
        metavar="DIR",
        expose_value=False,
        callback=keep,
        is_eager=True,
        help="Folder of the index; else MINUTES_HOME, else the platform's data folder.",
    )


@dataclass(frozen=True, slots=True)
class Lazy:
    """A command by where it is defined, with its line of help: nothing is imported to list the commands."""

    module: str
    name: str
    help: str


class LazyGroup(click.Group):
    """Commands imported when they are called; each is given ``--home``; errors end as one line and exit code 1."""

    def __init__(self, *args: Any, commands_at: dict[str, Lazy], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._commands_at = commands_at

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._commands_at)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._commands_at:
            return None
        at = self._commands_at[cmd_name]
        command: click.Command = getattr(import_module(at.module), at.name)
        return _with_home(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, at.help) for name, at in self._commands_at.items()])

    def invoke(self, ctx: click.Context) -> Any:
        from index_store.errors import MinutesError

        try:
            return super().invoke(ctx)
        except MinutesError as error:
            raise click.ClickException(" ".join(str(error).split())) from error


def _with_home(command: click.Command) -> click.Command:
    if not any(one.name == "home" for one in command.params):
        command.params.append(home_option())
    if isinstance(command, click.Group):
        for name in command.commands:
            _with_home(command.commands[name])
    return command
