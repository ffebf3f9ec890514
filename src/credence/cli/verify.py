"""``credence verify``: whether the ledger holds what was recorded."""

from __future__ import annotations

import click

from credence.cli.common import answering, existing_ledger, format_option, ledger_option, print_json


@click.command()
@ledger_option
@format_option("table", "json")
@answering
def verify(address: str | None, form: str) -> None:
    """Check everything recorded against the chain of hashes; exit with 1 and the place on any difference."""
    with existing_ledger(address) as ledger:
        found = ledger.verify()
        transactions = len(ledger.transactions()) if not found else None
    if form == "json":
        print_json({"sound": not found, "differences": list(found)})
    for line in found if form == "table" else ():
        click.echo(line)
    if found:
        raise SystemExit(1)
    click.echo(f"sound: {transactions} transactions, each as it was recorded", err=True)
