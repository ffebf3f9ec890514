"""Claims, documents, decisions and transactions as rows, and back."""

from __future__ import annotations

import json
from functools import cache
from types import NoneType
from typing import Any, cast

from sqlalchemy import Row, Table

from credence.errors import BadInput
from credence.ledger import schema
from credence.ledger.chain import claim_digest, decision_digest, document_digest
from credence.ledger.trouble import damaged
from credence.model.claim import Claim
from credence.model.decision import (
    Adjudication,
    Decision,
    Erasure,
    Identity,
    Retraction,
    Revocation,
    Sameness,
    Subject,
    Verdict,
)
from credence.model.document import Document
from credence.model.plain import (
    Plain,
    changes_from_plain,
    claim_from_plain,
    claim_to_plain,
    decision_to_plain,
    document_to_plain,
)
from credence.model.transaction import Transaction

AnyRow = Row[Any]


def document_row(document: Document) -> Plain:
    """Give a document's columns, but for its number and transaction."""
    return {**document_to_plain(document), "sha256": document.sha256, "digest": document_digest(document)}


def document_of(row: AnyRow, place: str) -> Document:
    """Give the document of a row of ``document``.

    Args:
        row: The row.
        place: The ledger, for messages.

    Raises:
        LedgerTrouble: If the row does not hold what was written, as after damage to the file.
    """
    _require_types(row, schema.document, place)
    return Document(row.id, row.text, row.title, row.published, row.publisher, row.url, row.lang)


def claim_row(claim: Claim) -> Plain:
    """Give a claim's columns, but for its number, document and transaction."""
    plain = claim_to_plain(claim)
    same = ("id", "pattern", "kind", "polarity", "mood", "when", "step")
    return {
        **{name: plain[name] for name in same},
        "digest": claim_digest(claim),
        "roles": json.dumps(plain["roles"]),
        "voices": json.dumps(plain["voices"]),
        "quote_start": claim.quote.start,
        "quote_end": claim.quote.end,
        "quote_text": claim.quote.text,
    }


def claim_of(row: AnyRow, place: str) -> Claim:
    """Give the claim of a row of ``claim`` that has the document's id and text hash as ``doc`` and ``version``.

    Args:
        row: The row.
        place: The ledger, for messages.

    Raises:
        LedgerTrouble: As for ``document_of``.
    """
    _require_types(row, schema.claim, place)
    quote = {"start": row.quote_start, "end": row.quote_end, "text": row.quote_text}
    same = ("doc", "version", "id", "pattern", "kind", "polarity", "mood", "when", "step")
    try:
        structures = {"roles": json.loads(row.roles), "voices": json.loads(row.voices), "quote": quote}
        plain = {name: row._mapping[name] for name in same}  # noqa: SLF001 - SQLAlchemy's documented public name
        return claim_from_plain({**plain, **structures}, f"claim {row.number}")
    except (BadInput, ValueError, RecursionError) as error:
        raise damaged(place, f"claim {row.number} is damaged: {error}") from error


def decision_row(decision: Decision) -> tuple[Table, Plain]:
    """Give the table a decision belongs into and its columns there, but for its number and transaction."""
    plain = decision_to_plain(decision)
    table = schema.metadata.tables[str(plain.pop("decision"))]
    if "changes" in plain:
        plain["changes"] = json.dumps(plain["changes"])
    return table, {**plain, "digest": decision_digest(decision)}


def decision_of(table: Table, row: AnyRow, place: str) -> Decision:
    """Give the decision of a row of one of the tables of decisions.

    Args:
        table: The table.
        row: The row.
        place: The ledger, for messages.

    Raises:
        LedgerTrouble: As for ``document_of``.
    """
    _require_types(row, table, place)
    if table is schema.retraction:
        return Retraction(row.doc, row.reason)
    if table is schema.erasure:
        return Erasure(row.doc, row.reason)
    if table is schema.revocation:
        return Revocation(row.revokes, row.reason)
    if table is schema.identity:
        about, verdict = cast("Subject", row.about), cast("Sameness", row.verdict)
        return Identity(about, row.left, row.right, verdict, row.reason)
    try:
        changes = changes_from_plain(json.loads(row.changes), f"decision {row.number}")
    except (BadInput, AttributeError, ValueError, RecursionError) as error:
        raise damaged(place, f"decision {row.number} is damaged: {error}") from error
    return Adjudication(row.target, cast("Verdict", row.verdict), row.reason, changes)


def transaction_of(row: AnyRow, place: str) -> Transaction:
    """Give the transaction of a row of ``transaction``.

    Args:
        row: The row.
        place: The ledger, for messages.

    Raises:
        LedgerTrouble: As for ``document_of``.
    """
    _require_types(row, schema.transaction, place)
    return Transaction(row.number, row.moment, row.author, row.tool, row.before, row.hash)


def _require_types(row: AnyRow, table: Table, place: str) -> None:
    # SQLite stores any type in any column, and one wrong bit makes words of a number.
    for name, kinds in _types(table):
        if not isinstance(row._mapping[name], kinds):  # noqa: SLF001 - SQLAlchemy's documented public name
            raise damaged(place, f"{table.name} {row.number} is damaged: {name} is of another type")


@cache
def _types(table: Table) -> tuple[tuple[str, tuple[type, ...]], ...]:
    return tuple(
        (column.name, (column.type.python_type, *([NoneType] if column.nullable else []))) for column in table.columns
    )
