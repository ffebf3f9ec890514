"""``credence read``: from files to claims, recorded."""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack

import click

from credence import __version__
from credence.asking.findings import brought_up
from credence.asking.names import label
from credence.catalog.kinds import load_kinds
from credence.cli.common import (
    BAD_INPUT,
    answering,
    checked_period,
    complain,
    format_option,
    ledger_option,
    print_json,
    width,
)
from credence.errors import BadInput, CredenceError, Unreadable
from credence.exchange.jsonl import lines_of
from credence.fetch import originals
from credence.flow import ReadDocument, documents_of, read_document
from credence.ledger import Ledger, Recording, open_ledger
from credence.model.claim import Claim
from credence.model.document import Document
from credence.model.plain import claim_to_plain
from credence.model.sighting import PassedOver
from credence.settings import ledger_address
from credence.show import claims_table, render

_RENAME = "rename the file, or give the line an id of its own; read on its own it would be a new version"
BATCH = 50  # documents a transaction: what a crash can cost, against what a commit costs


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--published", metavar="DATE", callback=checked_period, help="Day of publication, where the text lacks it."
)
@click.option("--publisher", metavar="NAME", help="Who published it, where the text does not say.")
@ledger_option
@click.option("--no-ledger", is_flag=True, help="Only read and print; record nothing.")
@format_option("table", "json", "jsonl")
@answering
def read(  # noqa: PLR0913 - one argument an option
    paths: tuple[str, ...],
    published: str | None,
    publisher: str | None,
    address: str | None,
    no_ledger: bool,  # noqa: FBT001 - click hands flags over by name
    form: str,
) -> None:
    """Read documents, print their claims, and record them.

    PATH is a text, web page, PDF or JSON Lines file, a folder of them, or - for standard input.
    """
    run = _Run(form)
    with ExitStack() as stack:
        ledger = None if no_ledger else run.opened(address or ledger_address(), stack)
        batch: list[ReadDocument] = []
        for done in run.documents(paths, published, publisher):
            batch.append(done)
            if len(batch) >= BATCH:
                run.record(ledger, batch)
                batch = []
        run.record(ledger, batch)
    run.finish()
    if run.faults:
        raise SystemExit(BAD_INPUT)


class _Run:
    """One call of the command: what it has printed, counted and complained about."""

    def __init__(self, form: str) -> None:
        self.form = form
        self.faults = 0
        self.seen: dict[str, str] = {}
        self.claims: list[Claim] = []
        self.tally: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()

    def opened(self, address: str, stack: ExitStack) -> Ledger | None:
        """Open the ledger; if that fails, go on reading without it and say so."""
        try:
            return stack.enter_context(open_ledger(address))
        except CredenceError as error:
            self.fault(error)
            click.echo("credence: reading on; nothing will be recorded", err=True)
            return None

    def documents(self, paths: Sequence[str], published: str | None, publisher: str | None) -> Iterator[ReadDocument]:
        """Read everything that can be read; complain of the rest."""
        stdin = sys.stdin.buffer if "-" in paths else None
        for fetched in originals(paths, stdin=stdin, published=published, publisher=publisher):
            if isinstance(fetched, PassedOver):
                self.reasons[fetched.reason] += 1
            elif isinstance(fetched, BadInput):
                self.fault(fetched)
            else:
                for document in documents_of(fetched):
                    if isinstance(document, BadInput):
                        self.fault(document)
                    elif self.seen.setdefault(document.id, document.sha256) != document.sha256:
                        self.fault(
                            Unreadable(fetched.address, f"another text of this run has the id “{document.id}”", _RENAME)
                        )
                    else:
                        yield self.read(document)

    def read(self, document: Document) -> ReadDocument:
        """Read one document and print its claims if they are printed as they come."""
        done = read_document(document)
        self.tally.update(documents=1, sentences=done.sentences, parsed=done.parsed, claims=len(done.claims))
        self.reasons.update(passed.reason for passed in done.passed_over)
        if self.form == "jsonl":
            for line in lines_of(done.claims):
                click.echo(line)
        else:
            self.claims.extend(done.claims)
        return done

    def record(self, ledger: Ledger | None, batch: Sequence[ReadDocument]) -> None:
        """Record a batch in one transaction."""
        if ledger is None or not batch:
            return
        try:
            recorded = ledger.record(
                [Recording(done.document, done.claims) for done in batch],
                moment=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
                author="credence read",
                tool=f"credence {__version__}",
            )
        except CredenceError as error:
            self.fault(error)
            return
        brought_up(ledger)
        self.tally.update(new_documents=recorded.documents, new_claims=recorded.claims)
        if recorded.transaction is not None:
            self.tally["transaction"] = recorded.transaction.number

    def fault(self, error: CredenceError) -> None:
        """Complain, and remember to exit with 3."""
        self.faults += 1
        complain(error)

    def finish(self) -> None:
        """Print what is printed at the end, and a summary for people on stderr."""
        if self.form == "json":
            print_json([claim_to_plain(claim) for claim in self.claims])
        elif self.form == "table" and self.claims:
            click.echo(render(claims_table(self.claims, load_kinds(), label), width=width()), nl=False)
        click.echo(self._summary(), err=True)

    def _summary(self) -> str:
        t = self.tally
        read_ = f"read {t['documents']} documents: {t['claims']} claims"
        lines = [f"{read_}; {t['parsed']} of {t['sentences']} sentences held a trigger and were parsed"]
        if t["transaction"]:
            lines.append(
                f"recorded {t['new_claims']} new claims of {t['new_documents']} new documents "
                f"(transaction {t['transaction']})"
            )
        elif t["documents"] and "new_claims" in t:
            lines.append("nothing new to record")
        if self.reasons:
            counted = ", ".join(f"{reason} ({count})" for reason, count in sorted(self.reasons.items()))
            lines.append(f"passed over, because: {counted}")
        if self.faults:
            lines.append(f"{self.faults} could not be read or recorded; see above")
        return "\n".join(lines)
