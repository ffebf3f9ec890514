"""``credence counts``: numbers claimed of a party, beside what can be located."""

from __future__ import annotations

from datetime import date

import click

from credence.catalog.counts import load_counts
from credence.catalog.kinds import load_kinds
from credence.cli.asking import brought_up, evidence
from credence.cli.common import (
    answering,
    day_option,
    existing_ledger,
    format_option,
    known_option,
    label,
    ledger_option,
    party_id,
    print_plain,
    width,
)
from credence.exchange.counts import counts_to_plain
from credence.judge import counts as compare
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
    asked, book = party_id(party), load_counts()
    with brought_up(existing_ledger(address)) as ledger:
        found = evidence(ledger, book.kinds, parties=[asked], known=known)
    answer = compare(found, asked, day, book)
    if form != "table":
        print_plain([counts_to_plain(each) for each in answer], form)
    elif answer:
        click.echo(counts_text(answer, load_kinds(), label, width=width()), nl=False)
    else:
        click.echo(f"nobody claims a number of {label(asked)}'s", err=True)
