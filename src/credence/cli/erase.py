"""``credence erase``: remove a document's words for good."""

from __future__ import annotations

import click

from credence.cli.common import answering, existing_ledger, ledger_option
from credence.cli.deciding import by_option, decide
from credence.model.decision import Erasure


@click.command()
@click.argument("doc", metavar="DOC")
@click.option("--reason", metavar="WORDS", required=True, help="On whose request, and why.")
@by_option
@click.confirmation_option("--yes", prompt="Its words cannot be brought back. Erase it?", help="Do not ask.")
@ledger_option
@answering
def erase(doc: str, reason: str, author: str, address: str | None) -> None:
    """Remove a document's words and claims for good, as of any time; its hash and this decision stay on record.

    To withdraw it and keep what was known: credence retract.
    """
    with existing_ledger(address) as ledger:
        decide(ledger, Erasure(doc, reason), author)
