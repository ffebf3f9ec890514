"""``credence check``: an article beside what the ledger holds."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date

import click

from credence.asking.check import check_document
from credence.asking.findings import brought_up
from credence.asking.names import label
from credence.catalog.kinds import load_kinds
from credence.cli.common import (
    answering,
    checked_day,
    checked_period,
    existing_ledger,
    format_option,
    known_option,
    ledger_option,
    print_plain,
    width,
)
from credence.errors import BadInput
from credence.exchange.check import checked_to_plain
from credence.fetch import originals
from credence.flow import documents_of, read_document
from credence.model.document import Document
from credence.model.sighting import PassedOver
from credence.show import checked_text

FOUND_WRONG = 1


@click.command()
@click.argument("path", metavar="PATH")
@click.option(
    "--on", "day", metavar="DATE", callback=checked_day, help="The day to ask about; by default that of the article."
)
@known_option
@click.option(
    "--published", metavar="DATE", callback=checked_period, help="Day of publication, where the text lacks it."
)
@click.option("--publisher", metavar="NAME", help="Who published it, where the text does not say.")
@ledger_option
@format_option("table", "json")
@answering
def check(  # noqa: PLR0913 - one argument an option
    path: str,
    day: date | None,
    known: str | None,
    published: str | None,
    publisher: str | None,
    address: str | None,
    form: str,
) -> None:
    """Set each claim of an article beside what the ledger holds for the day; record nothing.

    PATH is a text, web page, PDF or JSON Lines file, a folder of them, or - for standard input. The exit code is 1 if a
    claim is older than what is known, contradicted, or has another number.
    """
    with brought_up(existing_ledger(address)) as ledger:
        answer = [
            check_document(read_document(document), ledger, day=day, known=known)
            for document in _documents(path, published, publisher)
        ]
    if form == "json":
        print_plain([checked_to_plain(each) for each in answer], form)
    else:
        click.echo("\n".join(checked_text(each, load_kinds(), label, width=width()) for each in answer), nl=False)
    if any(each.wrong for each in answer):
        raise SystemExit(FOUND_WRONG)


def _documents(path: str, published: str | None, publisher: str | None) -> Iterator[Document]:
    """Give what is at a path.

    Raises:
        BadInput: If there is nothing, or something that cannot be read: half an answer would look like a whole one.
    """
    stdin = sys.stdin.buffer if path == "-" else None
    for fetched in originals([path], stdin=stdin, published=published, publisher=publisher):
        if isinstance(fetched, PassedOver):
            click.echo(f"credence: passed over, because: {fetched.reason}", err=True)
            continue
        for document in [fetched] if isinstance(fetched, BadInput) else documents_of(fetched):
            if isinstance(document, BadInput):
                raise document
            yield document
