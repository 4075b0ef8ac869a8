"""`minutes chat`: serves the web chat over the user's minutes, or over the samples while there are none."""

from __future__ import annotations

import errno
import socket
from threading import Thread

import click

from assistant.commands import Chosen

DEFAULT_PORT = 7860
LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command("chat")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to serve on.")
@click.option(
    "--port", default=DEFAULT_PORT, show_default=True, type=click.IntRange(1, 65535), help="Port to serve on."
)
@click.pass_obj
def chat_command(chosen: Chosen, host: str, port: int) -> None:
    """Serve the web chat, until Ctrl+C. While you have indexed no minutes, it serves fictional samples."""
    settings = chosen.settings()
    check_free(host, port)
    click.echo("Starting the minutes chat; the very first start can take a minute…", err=True)

    from assistant.model_writer.models import model_of
    from assistant.model_writer.privacy import leaving
    from assistant.web.app import launch
    from assistant.web.holdings import Holdings

    model_of(settings)  # a model that cannot be asked is told of now, not at the first question
    if said := leaving(settings):
        click.echo(said, err=True)
    holdings = Holdings(settings.home, settings, settings.make_embedder())
    with holdings.reading() as served:
        if served.sample:
            click.echo(f"{settings.home} holds no minutes yet: serving fictional samples from {served.home}", err=True)
        else:
            click.echo(f"Serving the minutes in {served.home}", err=True)
    if host not in LOOPBACK:
        click.echo(f"Anyone who can reach {host} can read these minutes: there is no password.", err=True)

    def ready() -> None:
        click.echo(f"Open http://{_named(host)}:{port} (Ctrl+C stops)", err=True)
        Thread(target=holdings.get_ready, daemon=True).start()

    launch(holdings, host, port, ready)


def check_free(host: str, port: int) -> None:
    """Raises BadSetting where nothing can be served on that address."""
    from index_store.errors import BadSetting

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                after = port + 1 if port < 65535 else DEFAULT_PORT
                raise BadSetting(
                    f"port {port} on {host} is taken, perhaps by another chat: "
                    f"open http://{_named(host)}:{port} to see, or choose another with `minutes chat --port {after}`"
                ) from error
            raise BadSetting(f"cannot serve on {host}:{port} ({error.strerror}): choose --host or --port") from error


def _named(host: str) -> str:
    """The host as it stands in an address that a browser can open."""
    if host in ("0.0.0.0", "::"):
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host
