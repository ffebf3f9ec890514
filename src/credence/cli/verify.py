"""``credence verify`` and ``rebuild``: whether the ledger holds what was recorded, and its derived rows."""

from __future__ import annotations

import click

from credence.cli.common import answering, existing_ledger, format_option, ledger_option, print_json
from credence.flow import Judging


@click.command()
@ledger_option
@format_option("table", "json")
@answering
def verify(address: str | None, form: str) -> None:
    """Check the ledger; exit with 1 and the place on any difference.

    Everything recorded is checked against the chain of hashes; then the findings kept are made again and compared.
    """
    with existing_ledger(address) as ledger:
        found = ledger.verify(Judging())
        transactions = len(ledger.transactions()) if not found else None
    if form == "json":
        print_json({"sound": not found, "differences": list(found)})
    for line in found if form == "table" else ():
        click.echo(line)
    if found:
        raise SystemExit(1)
    click.echo(f"sound: {transactions} transactions, each as it was recorded", err=True)


@click.command()
@ledger_option
@answering
def rebuild(address: str | None) -> None:
    """Make the findings that the ledger keeps again from what was recorded."""
    with existing_ledger(address) as ledger:
        count = ledger.rebuild(Judging())
    click.echo(f"made again from {count} transactions", err=True)
