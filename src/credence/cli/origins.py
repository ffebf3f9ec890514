"""``credence origins``: whose words claims are, and what merely repeats them."""

from __future__ import annotations

import click

from credence.asking.findings import brought_up
from credence.asking.names import label, party_id, require_kind
from credence.asking.origins import origins_of
from credence.catalog.kinds import load_kinds
from credence.cli.common import (
    answering,
    existing_ledger,
    format_option,
    known_option,
    ledger_option,
    on_option,
    print_plain,
    width,
)
from credence.exchange.origins import trail_to_plain
from credence.show import origins_table, render


@click.command()
@click.option("--kind", metavar="KIND", help="Only claims of this kind (envoy.accept) or family (envoy).")
@click.option("--party", metavar="PARTY", help="Only claims about this party: an id (taliban, cn) or an English name.")
@click.option("--finding", metavar="ID", help="Only claims of the finding whose id begins so.")
@on_option
@known_option
@ledger_option
@format_option("table", "json", "jsonl")
@answering
def origins(  # noqa: PLR0913 - one argument an option
    kind: str | None,
    party: str | None,
    finding: str | None,
    day: str | None,
    known: str | None,
    address: str | None,
    form: str,
) -> None:
    """Lead claims back to their origins: who said so, on which occasion, and who merely repeats it.

    Claims of one utterance are told together; of each it is said how its document comes by it.
    """
    if kind is not None:
        require_kind(kind)
    asked = None if party is None else party_id(party)
    with brought_up(existing_ledger(address)) as ledger:
        answer = origins_of(ledger, party=asked, kind=kind, finding=finding, day=day, known=known)
    if form != "table":
        print_plain([trail_to_plain(each) for each in answer], form)
    elif answer:
        click.echo(render(origins_table(answer, load_kinds(), label), width=width()), nl=False)
    else:
        click.echo("nothing is claimed that was asked for", err=True)
