"""The first of what findings rest on, and how much there is of it: of thousands of claims, a list shows a few."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, bindparam, func, select

from credence.ledger.judging import Excerpt, Excerpts, Grounds
from credence.ledger.keys import finding_number
from credence.ledger.sql.bulk import asked, asked_of
from credence.ledger.sql.papers import papers
from credence.ledger.sql.recalled import Recalled
from credence.ledger.sql.schema import claim, evidence


def excerpts(connection: Connection, recalled: Recalled, findings: Collection[str], most: int, at: int) -> Excerpts:
    """Give the first claims of findings as of a transaction, and count them.

    Args:
        connection: To the ledger.
        recalled: What was looked up before.
        findings: Ids of the findings.
        most: How many claims of each that affirm, and of each that deny.
        at: The transaction.

    Raises:
        LedgerTrouble: If a claim or document is damaged or missing.
    """
    first: dict[str, list[int]] = {}
    counted: dict[str, int] = {}
    documents: set[int] = set()
    for id_ in sorted(findings):
        given = {"finding": finding_number(id_), "at": at}
        rows = [row for side in _SIDES for row in asked(connection, _FIRST, {**given, "most": most, "denied": side})]
        [[counted[id_]]] = asked(connection, _COUNTED, given)
        first[id_] = [number for number, _ in rows]
        documents.update(of for _, of in rows)
    claims = recalled.claims(connection, {number for numbers in first.values() for number in numbers})
    found = {id_: Excerpt(tuple(claims[each] for each in numbers), counted[id_]) for id_, numbers in first.items()}
    return Excerpts(found, papers(connection, recalled, documents, at))


def cited(connection: Connection, recalled: Recalled, claims: Collection[str], at: int) -> Grounds:
    """Give claims by their ids that were evidence as of a transaction, and what is known of their documents.

    Args:
        connection: To the ledger.
        recalled: What was looked up before.
        claims: Their ids; of those that were no evidence there is nothing.
        at: The transaction.

    Raises:
        LedgerTrouble: If a claim or document is damaged or missing.
    """
    rows = set(asked_of(connection, _CITED, claims, {"at": at}))
    found = recalled.claims(connection, {number for number, _ in rows})
    return Grounds(tuple(found.values()), papers(connection, recalled, {of for _, of in rows}, at))


_CITED = (
    select(evidence.c.claim, evidence.c.document)
    .join(claim, claim.c.number == evidence.c.claim)
    .where(
        claim.c.id.in_(bindparam("values", expanding=True)),
        evidence.c.since <= bindparam("at"),
        bindparam("at") < evidence.c.until,
    )
)
_HELD = (
    evidence.c.finding == bindparam("finding"),
    evidence.c.since <= bindparam("at"),
    bindparam("at") < evidence.c.until,
)
_SIDES = (False, True)  # those that affirm, those that deny
_FIRST = (
    select(evidence.c.claim, evidence.c.document)
    .where(*_HELD, evidence.c.denied == bindparam("denied"))
    .order_by(evidence.c.claim, evidence.c.document)
    .limit(bindparam("most"))
)
_COUNTED = select(func.count()).select_from(evidence).where(*_HELD)
