"""``credence findings``: what stands, on whose word."""

from __future__ import annotations

import click

from credence.asking.findings import ask, brought_up
from credence.asking.names import label, party_id, require_kind
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
from credence.exchange.findings import finding_to_plain
from credence.show import findings_table, render


@click.command()
@click.option(
    "--party", metavar="PARTY", help="Only findings about this party: an id (taliban, cn) or an English name."
)
@click.option("--with", "other", metavar="PARTY", help="Only findings that are about this party, too.")
@click.option("--kind", metavar="KIND", help="Only this kind (envoy.accept) or family (envoy).")
@on_option
@known_option
@ledger_option
@format_option("table", "json", "jsonl")
@answering
def findings(  # noqa: PLR0913 - one argument an option
    party: str | None,
    other: str | None,
    kind: str | None,
    day: str | None,
    known: str | None,
    address: str | None,
    form: str,
) -> None:
    """Show what stands: each finding with its interval, credence and origins."""
    if kind is not None:
        require_kind(kind)
    parties = [party_id(name) for name in (party, other) if name is not None]
    with brought_up(existing_ledger(address)) as ledger:
        answer = ask(ledger, parties=parties, kind=kind, day=day, known=known)
    if form != "table":
        print_plain([finding_to_plain(finding) for finding in answer], form)
    elif answer:
        click.echo(render(findings_table(answer, load_kinds(), label), width=width()), nl=False)
    else:
        click.echo("nothing stands that was asked for", err=True)
