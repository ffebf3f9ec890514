"""``credence retract``: withdraw a document."""

from __future__ import annotations

import getpass

import click

from credence.cli.common import answering, existing_ledger, ledger_option
from credence.cli.deciding import decide
from credence.model.decision import Retraction


@click.command()
@click.argument("doc", metavar="DOC")
@click.option("--reason", metavar="WORDS", required=True, help="Why: withdrawn by its source, or by you.")
@click.option("--by", "author", metavar="NAME", help="Who decides; by default the user's name on this machine.")
@ledger_option
@answering
def retract(doc: str, reason: str, author: str | None, address: str | None) -> None:
    """Withdraw a document: it counts no more, as known from now on; what was known before stays known.

    DOC is its id, as findings name it. To take it back: credence review undo.
    """
    with existing_ledger(address) as ledger:
        decide(ledger, Retraction(doc, reason), author or getpass.getuser())
