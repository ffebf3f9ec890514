"""``credence diff``: what became known between two moments, and why."""

from __future__ import annotations

import click

from credence.catalog.kinds import load_kinds
from credence.cli.asking import brought_up, differing
from credence.cli.common import (
    answering,
    existing_ledger,
    format_option,
    label,
    ledger_option,
    on_option,
    party_id,
    print_plain,
)
from credence.exchange.findings import difference_to_plain
from credence.judge import holds_on
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
        found = differing(ledger, since, until, parties)
    if day:
        found = tuple(each for each in found if any(f and holds_on(f, day) != "no" for f in (each.before, each.after)))
    print_plain([difference_to_plain(each) for each in found], form)
    for each in found if form == "table" else ():
        click.echo("\n".join(difference_lines(each, load_kinds(), label)))
    if form == "table" and not found:
        click.echo("nothing differs", err=True)
