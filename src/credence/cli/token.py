"""``credence token``: who may do what over HTTP."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import cast

import click

from credence.cli.common import answering, format_option, ledger_option, print_plain
from credence.cli.serve import tokens_option
from credence.serve.settings import tokens_beside
from credence.serve.tokens import ROLES, Role, Tokens
from credence.settings import ledger_address


@click.group()
def token() -> None:
    """Give and take tokens: who may ask, decide or record over HTTP.

    A reader asks; a reviewer also decides; an editor also records and withdraws documents. Tokens are kept in a file
    beside the ledger, as hashes: what is lost cannot be shown again.
    """


@token.command()
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), default="reader", show_default=True, help="What it allows.")
@ledger_option
@tokens_option
@answering
def add(name: str, role: str, address: str | None, tokens: Path | None) -> None:
    """Make a token for NAME and print it, once.

    NAME is what stands in the ledger as the author of what is done with it.
    """
    day = dt.datetime.now(dt.UTC).date().isoformat()
    click.echo(_tokens(address, tokens).add(name, cast("Role", role), day))
    click.echo("credence: keep it; only its hash is stored, and it cannot be shown again", err=True)


@token.command(name="list")
@ledger_option
@tokens_option
@format_option("table", "json", "jsonl")
@answering
def list_(address: str | None, tokens: Path | None, form: str) -> None:
    """List tokens by their ids; none can be used by what is shown."""
    plain = [
        {"id": each.id, "name": each.name, "role": each.role, "made": each.made}
        for each in _tokens(address, tokens).all()
    ]
    print_plain(plain, form)
    for each in plain if form == "table" else ():
        click.echo(f"{each['id']}  {each['role']:8}  {each['made']}  {each['name']}")


@token.command()
@click.argument("id_", metavar="ID")
@ledger_option
@tokens_option
@answering
def remove(id_: str, address: str | None, tokens: Path | None) -> None:
    """Remove a token; it is refused from now on, without a restart."""
    removed = _tokens(address, tokens).remove(id_)
    click.echo(f"credence: the token of {removed.name} is removed", err=True)


def _tokens(address: str | None, tokens: Path | None) -> Tokens:
    return Tokens(tokens or tokens_beside(address or ledger_address()))
