"""``credence counts``: numbers claimed of a party, beside what can be located."""

from __future__ import annotations

from datetime import date

import click

from credence.asking.counts import counts_of
from credence.asking.findings import brought_up
from credence.asking.names import label, party_id
from credence.catalog.kinds import load_kinds
from credence.cli.common import (
    answering,
    day_option,
    existing_ledger,
    format_option,
    known_option,
    ledger_option,
    print_plain,
    width,
)
from credence.exchange.counts import counts_to_plain
from credence.show import counts_text


@click.command()
@click.argument("party", metavar="PARTY")
@day_option
@known_option
@ledger_option
@format_option("table", "json", "jsonl")
@answering
def counts(party: str, day: date, known: str | None, address: str | None, form: str) -> None:
    """Compare numbers claimed of a party (missions, envoys, recognitions) with what can be located on a day.

    What had begun by the day counts as located, with an end unknown or not. Units are never mixed.
    """
    asked = party_id(party)
    with brought_up(existing_ledger(address)) as ledger:
        answer = counts_of(ledger, asked, day, known=known)
    if form != "table":
        print_plain([counts_to_plain(each) for each in answer], form)
    elif answer:
        click.echo(counts_text(answer, load_kinds(), label, width=width()), nl=False)
    else:
        click.echo(f"nobody claims a number of {label(asked)}'s", err=True)
