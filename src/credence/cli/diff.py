"""``credence diff``: what became known between two moments, and why."""

from __future__ import annotations

import click

from credence.asking.changes import differing
from credence.asking.findings import brought_up
from credence.asking.names import label, party_id
from credence.catalog.kinds import load_kinds
from credence.cli.common import (
    answering,
    existing_ledger,
    format_option,
    ledger_option,
    on_option,
    print_plain,
)
from credence.exchange.findings import difference_to_plain
from credence.show import difference_lines


@click.command()
@click.option("--known", "since", metavar="TX|DATE", required=True, help="As known at first.")
@click.option("--to", "until", metavar="TX|DATE", help="As known at last; by default now.")
@click.option("--party", metavar="PARTY", help="Only findings about this party.")
@on_option
@ledger_option
@format_option("table", "json", "jsonl")
@answering
def diff(  # noqa: PLR0913 - one argument an option
    since: str, until: str | None, party: str | None, day: str | None, address: str | None, form: str
) -> None:
    """Show what appeared, ended, changed or vanished between two moments of knowledge, and why."""
    parties = [party_id(party)] if party is not None else []
    with brought_up(existing_ledger(address)) as ledger:
        found = differing(ledger, since, until, parties, day)
    print_plain([difference_to_plain(each) for each in found], form)
    for each in found if form == "table" else ():
        click.echo("\n".join(difference_lines(each, load_kinds(), label)))
    if form == "table" and not found:
        click.echo("nothing differs", err=True)
