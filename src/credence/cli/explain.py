"""``credence explain``: from a finding to claims, words, voices and documents."""

from __future__ import annotations

import click

from credence.asking.findings import brought_up, explained_to_plain, finding_of
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
    width,
)
from credence.judge import holds_on
from credence.show import explain as explained
from credence.show import holds_line


@click.command()
@click.argument("finding", metavar="ID")
@on_option
@known_option
@ledger_option
@format_option("table", "json")
@answering
def explain(finding: str, day: str | None, known: str | None, address: str | None, form: str) -> None:
    """Explain a finding: how it was judged, on whose words, and where they stand.

    ID is the id of a finding, or as much of its beginning as tells it apart.
    """
    with brought_up(existing_ledger(address)) as ledger:
        found = finding_of(ledger, finding, known)
        read_in = {traced.claim.doc for traced in found.claims}
        documents = {document.id: document for document in ledger.documents(known=known, ids=read_in)}
    if form == "json":
        print_json(explained_to_plain(found, day))
    else:
        if day:
            click.echo(holds_line(day, holds_on(found, day)))
        click.echo(explained(found, load_kinds(), label, documents.get, width=width()), nl=False)
