"""``credence serve``: the API and the page."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from credence.cli.common import answering, ledger_option
from credence.errors import WrongUse
from credence.settings import ledger_address

_EXTRA = "install it with: pip install 'credence-ledger[serve]'"


def tokens_option(command: click.decorators.FC) -> click.decorators.FC:
    """Add ``--tokens``."""
    return click.option(
        "--tokens",
        "tokens",
        metavar="FILE",
        type=click.Path(path_type=Path, dir_okay=False),
        help="The file of tokens; by default beside a ledger that is a file.",
    )(command)


@click.command()
@ledger_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8017, show_default=True, help="Port to listen at.")
@click.option("--name", "names", metavar="NAME", multiple=True, help="A further host name that it is asked by.")
@click.option(
    "--rate",
    metavar="N",
    type=click.FloatRange(0),
    default=50,
    show_default=True,
    help="Questions a second that one address may ask for long; 0 for any number.",
)
@tokens_option
@answering
def serve(  # noqa: PLR0913 - one argument an option
    address: str | None, host: str, port: int, names: tuple[str, ...], rate: float, tokens: Path | None
) -> None:
    """Serve the ledger over HTTP: an API under /api/v1, and pages.

    Whoever uses this machine may read; recording and deciding take a token (credence token). At an address that others
    can reach, everything takes one. It logs to stderr, a line of JSON a request, and stops on Ctrl-C.
    """
    try:
        from credence.serve.run import run  # noqa: PLC0415 - only who serves needs the extra
        from credence.serve.settings import Limits, Rate, Settings, tokens_beside  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise WrongUse("serve", f"{error.name} is not installed", _EXTRA) from error
    ledger = address or ledger_address()
    limits = Limits(asking=Rate(rate, burst=max(1, int(10 * rate))))
    settings = Settings(ledger, host, port, tokens or tokens_beside(ledger), names, limits=limits)
    click.echo(f"credence: serving {ledger} at http://{_shown(host)}:{port}", err=True)
    run(settings, lambda: dt.datetime.now(dt.UTC))


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
