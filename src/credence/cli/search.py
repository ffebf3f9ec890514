"""``credence search``: where words stand, in documents and in the quotes of claims."""

from __future__ import annotations

import click

from credence.asking.findings import brought_up
from credence.asking.names import label, party_id, require_kind
from credence.asking.searching import Choice
from credence.asking.searching import search as searched
from credence.catalog.kinds import load_kinds
from credence.cli.common import (
    answering,
    existing_ledger,
    format_option,
    known_option,
    ledger_option,
    on_option,
    print_json,
    print_json_lines,
    width,
)
from credence.exchange.found import found_one_by_one, found_to_plain
from credence.ledger import parse_query
from credence.show import found_claims_table, found_documents_table, render


@click.command()
@click.argument("words", metavar="WORDS", nargs=-1, required=True)
@click.option("--party", metavar="PARTY", help="Only claims about this party, and documents with one.")
@click.option("--kind", metavar="KIND", help="Only claims of this kind or family, and documents with one.")
@click.option(
    "--limit", metavar="N", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many of each."
)
@on_option
@known_option
@ledger_option
@format_option("table", "json", "jsonl")
@answering
def search(  # noqa: PLR0913 - one argument an option
    words: tuple[str, ...],
    party: str | None,
    kind: str | None,
    limit: int,
    day: str | None,
    known: str | None,
    address: str | None,
    form: str,
) -> None:
    """Find documents that hold all of WORDS, and claims whose quotes do.

    Case and accents do not count. A trailing * stands for any end of a word, a leading - for what must not be there,
    and "quoted words" must follow one another: put such queries between single quotes, and behind -- if they begin
    with -. With --on, --party or --kind, only claims that say so are found, and documents with such a claim.
    """
    query = parse_query(" ".join(words))
    if kind is not None:
        require_kind(kind)
    choice = Choice((party_id(party),) if party is not None else (), kind, day)
    with brought_up(existing_ledger(address)) as ledger:
        found = searched(ledger, query, choice, known=known, limit=limit)
    if form == "json":
        print_json(found_to_plain(found))
    if form == "jsonl":
        print_json_lines(found_one_by_one(found))
    if form == "table" and found.documents:
        click.echo(render(found_documents_table(found.documents), width=width()), nl=bool(found.claims))
    if form == "table" and found.claims:
        click.echo(render(found_claims_table(found.claims, load_kinds(), label), width=width()), nl=False)
    if form == "table" and not (found.documents or found.claims):
        click.echo("nothing was found", err=True)
    if found.more:
        click.echo(f"more was found: --limit {2 * limit} shows more of it", err=True)
