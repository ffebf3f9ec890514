"""What is known of documents as of a transaction: particulars, with the copies by which they go back to others."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import cast

from sqlalchemy import Connection, bindparam, select

from credence.ledger.sql.bulk import Values, asked_of, parts
from credence.ledger.sql.codec import AnyRow
from credence.ledger.sql.recalled import Recalled
from credence.ledger.sql.schema import OPEN, copy, evidence
from credence.model.claim import Claim
from credence.model.document import Span
from credence.model.particulars import Copy, CopyEdge, Particulars


def resting_on(
    connection: Connection, recalled: Recalled, findings: Collection[str], number: int
) -> tuple[list[Claim], dict[str, Particulars]]:
    """Give the claims that were evidence of findings as of a transaction, and what is known of their documents.

    Args:
        connection: To the ledger.
        recalled: What was looked up before.
        findings: Ids of the findings.
        number: The transaction.

    Raises:
        LedgerTrouble: If a claim or document is damaged or missing.
    """
    found = set(asked_of(connection, _RESTING_ON, findings, {"number": number}))
    claims = recalled.claims(connection, {each for each, _ in found})
    return [claims[each] for each, _ in sorted(found)], papers(connection, recalled, {of for _, of in found}, number)


_RESTING_ON = select(evidence.c.claim, evidence.c.document).where(
    evidence.c.finding.in_(bindparam("values", expanding=True)),
    evidence.c.since <= bindparam("number"),
    bindparam("number") < evidence.c.until,
)


def papers(connection: Connection, recalled: Recalled, numbers: Collection[int], at: int) -> dict[str, Particulars]:
    """Give the particulars of documents and of all that they go back to, by id.

    Args:
        connection: To the ledger.
        recalled: What was looked up before.
        numbers: Numbers of the documents.
        at: The transaction.

    Raises:
        LedgerTrouble: If one is missing.
    """
    return {paper.doc: paper for paper in numbered_papers(connection, recalled, numbers, at).values()}


def numbered_papers(
    connection: Connection, recalled: Recalled, numbers: Collection[int], at: int
) -> dict[int, Particulars]:
    """Give the same by number (see ``papers``)."""
    copies: dict[int, list[AnyRow]] = {}
    asked = set(numbers)
    while asked:
        copies |= {number: [] for number in asked}
        for row in copy_rows(connection, asked, at):
            copies[row.document].append(row)
        asked = {row.of for number in asked for row in copies[number]} - copies.keys()
    known = recalled.sources(connection, copies.keys())
    found = {
        number: tuple(_copy(row, known[row.of].doc) for row in sorted(rows, key=lambda row: int(row.place)))
        for number, rows in copies.items()
    }
    return {
        number: replace(known[number], copies=copied) if copied else known[number] for number, copied in found.items()
    }


def copy_rows(connection: Connection, numbers: Iterable[int], at: int = OPEN - 1) -> list[AnyRow]:
    """Give the rows of the copies by which documents go back to others as of a transaction, or now; each in its place.

    Args:
        connection: To the ledger.
        numbers: Numbers of the documents.
        at: The transaction.
    """
    found: list[AnyRow] = []
    for part in parts(sorted(numbers)):
        query = select(copy).where(copy.c.document.in_(part), copy.c.since <= at, at < copy.c.until)
        found += connection.execute(query.order_by(copy.c.document, copy.c.place)).all()
    return found


def copies_as_rows(found: Iterable[tuple[int, Copy]]) -> list[Values]:
    """Give what rows of a document's copies hold beside it and when they stood.

    Args:
        found: The copies in their order, each with the number of the document that it goes back to.
    """
    return [
        (place, of, each.edge, each.share, int(each.whole), json.dumps([[s.start, s.end] for s in each.passages]))
        for place, (of, each) in enumerate(found)
    ]


def paper_row(of: Particulars, number: int, since: int, until: int) -> Values:
    """Give the row of a document's particulars, but for what its own row says."""
    credits_ = [[each.name, each.edge, each.span.start, each.span.end] for each in of.credits]
    return (number, since, until, of.agency, of.party, json.dumps(credits_))


def _copy(row: AnyRow, of: str) -> Copy:
    spans = tuple(Span(start, end) for start, end in json.loads(row.passages))
    return Copy(of, cast("CopyEdge", row.edge), row.share, bool(row.whole), spans)
