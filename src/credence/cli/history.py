"""``credence history``: how a finding came to stand as it does."""

from __future__ import annotations

import click

from credence.asking.changes import history_of, version_to_plain
from credence.asking.findings import WHOLE, brought_up, finding_of
from credence.asking.names import label
from credence.catalog.kinds import load_kinds
from credence.cli.common import (
    answering,
    existing_ledger,
    format_option,
    known_option,
    ledger_option,
    on_option,
    print_json,
)
from credence.judge import holds_on
from credence.show import difference_lines, holds_line


@click.command()
@click.argument("finding", metavar="ID")
@on_option
@known_option
@ledger_option
@format_option("table", "json")
@answering
def history(finding: str, day: str | None, known: str | None, address: str | None, form: str) -> None:
    """Show a finding's versions, from the transaction in which it first stood: what each changed, and why.

    ID is the id of a finding, or as much of its beginning as tells it apart; it may have vanished since, if the id is
    whole.
    """
    with brought_up(existing_ledger(address)) as ledger:
        wanted = finding if len(finding) == WHOLE else finding_of(ledger, finding, known).id
        versions = history_of(ledger, wanted, known)
    if form == "json":
        print_json([version_to_plain(made, each, day) for made, each in versions])
        return
    for made, each in versions:
        click.echo(f"transaction {made.number}, {made.moment}, {made.author}")
        lines = difference_lines(each, load_kinds(), label)
        lines += [f"    {holds_line(day, holds_on(each.after, day))}"] if day and each.after else []
        click.echo("\n".join(f"  {line}" for line in lines))
