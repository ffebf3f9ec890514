"""``credence missions``: the missions of a party, whose they are and who runs them."""

from __future__ import annotations

import click

from credence.catalog.kinds import load_kinds
from credence.cli.asking import ask, brought_up
from credence.cli.common import (
    answering,
    existing_ledger,
    format_option,
    known_option,
    label,
    ledger_option,
    on_option,
    party_id,
    print_json,
    width,
)
from credence.exchange.findings import finding_to_plain
from credence.model.finding import Finding
from credence.show import missions_table, render

_RUNS = ("operator", "to", "from")


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
        answer = ask(ledger, parties=[asked], kind="mission", day=day, known=known)
    found = [finding for finding in answer if _concerns(finding, asked)]
    if form == "json":
        print_json([finding_to_plain(finding) for finding in found])
    elif found:
        click.echo(render(missions_table(found, load_kinds(), label), width=width()), nl=False)
    else:
        click.echo(f"no mission of {label(asked)} is recorded", err=True)


def _concerns(finding: Finding, party: str) -> bool:
    """Whether a mission is run by the party or belongs to it; being the host is not enough."""
    if finding.proposition.kind == "mission.count":
        return False
    roles = dict(finding.proposition.roles)
    return party in {roles.get(role) for role in _RUNS} or party in dict(finding.details).get("of", ())
