"""``credence missions``: the missions of a party, whose they are and who runs them."""

from __future__ import annotations

import click

from credence.asking.findings import brought_up
from credence.asking.missions import missions_of
from credence.asking.names import label, party_id
from credence.catalog.kinds import load_kinds
from credence.cli.common import (
    answering,
    existing_ledger,
    format_option,
    known_option,
    ledger_option,
    on_option,
    print_json,
    width,
)
from credence.exchange.findings import finding_to_plain
from credence.show import missions_table, render


@click.command()
@click.argument("party", metavar="PARTY")
@on_option
@known_option
@ledger_option
@format_option("table", "json")
@answering
def missions(party: str, day: str | None, known: str | None, address: str | None, form: str) -> None:
    """List what is recorded of a party's missions: those it runs, and those that are its own whoever runs them."""
    asked = party_id(party)
    with brought_up(existing_ledger(address)) as ledger:
        found = missions_of(ledger, asked, day=day, known=known)
    if form == "json":
        print_json([finding_to_plain(finding) for finding in found])
    elif found:
        click.echo(render(missions_table(found, load_kinds(), label), width=width()), nl=False)
    else:
        click.echo(f"no mission of {label(asked)} is recorded", err=True)
