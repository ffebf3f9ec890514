"""Claims, documents, decisions and transactions as rows, and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache, lru_cache
from types import NoneType
from typing import Any, cast, get_args

from sqlalchemy import Row, Table

from credence.errors import BadInput
from credence.ledger.canonical import claim_text, roles_from_text, roles_text, voices_text
from credence.ledger.chain import decision_digest, digest_of
from credence.ledger.sql import schema
from credence.ledger.sql.bulk import Values
from credence.ledger.sql.trouble import damaged
from credence.model.claim import Claim, Quote, RoleValue, Voice
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
    decision_to_plain,
)
from credence.model.sighting import Mood, Polarity
from credence.model.transaction import Transaction

AnyRow = Row[Any]

_DAMAGE = (AttributeError, KeyError, RecursionError, TypeError, ValueError)  # what is raised over what we never wrote
_POLARITIES: dict[str, Polarity] = {each: each for each in get_args(Polarity)}
_MOODS: dict[str, Mood] = {each: each for each in get_args(Mood)}


def document_row(document: Document, number: int, digest: str, recorded: int) -> Values:
    """Give a document's row.

    Args:
        document: The document.
        number: Its number.
        digest: Its digest.
        recorded: The number of the transaction.
    """
    particulars = (document.title, document.published, document.publisher, document.url, document.lang)
    return (number, digest, document.id, document.sha256, document.text, *particulars, recorded)


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


def claim_row(claim: Claim, number: int, document: int, recorded: int) -> Values:
    """Give a claim's row; the digest, a hash of all of it, is the second of its values.

    Args:
        claim: The claim.
        number: Its number.
        document: The number of the document it was met in.
        recorded: The number of the transaction.
    """
    roles, voices, quote = roles_text(claim.roles), voices_text(claim.voices), claim.quote
    digest = digest_of(claim_text(claim, roles, voices))
    said = (claim.pattern, claim.kind, roles, claim.polarity, claim.mood, claim.when, claim.step, voices)
    return (number, digest, claim.id, document, *said, quote.start, quote.end, quote.text, recorded)


def claim_of(row: Sequence[Any], place: str) -> Claim:
    """Give the claim of a row of ``claim`` behind whose columns the document's id and text hash come first.

    Args:
        row: The row.
        place: The ledger, for messages.

    Raises:
        LedgerTrouble: As for ``document_of``.
    """
    _require_types(row, schema.claim, place)
    number, _, id_, _, pattern, kind, roles, polarity, mood, when, step, voices, start, end, quote, _, *of = row
    try:
        claim = Claim(
            of[0],
            of[1],
            kind,
            roles_from_text(roles),
            _POLARITIES[polarity],
            _MOODS[mood],
            when,
            step,
            _voices(voices),
            Quote(start, end, quote),
            pattern,
        )
    except _DAMAGE as error:
        raise damaged(place, f"claim {number} is damaged: {error}") from error
    if claim.id != id_:
        raise damaged(place, f"claim {number} is damaged: the id {id_} is not that of the claim's content")
    return claim


def roles_of(text: str, number: int, place: str) -> tuple[tuple[str, RoleValue], ...]:
    """Give the roles in a row of ``claim``.

    Args:
        text: The roles, as they are written.
        number: Number of the claim, for messages.
        place: The ledger, for messages.

    Raises:
        LedgerTrouble: As for ``document_of``.
    """
    try:
        return roles_from_text(text)
    except _DAMAGE as error:
        raise damaged(place, f"claim {number} is damaged: {error}") from error


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


@lru_cache(maxsize=1 << 14)  # the same voices come again and again
def _voices(text: str) -> tuple[Voice, ...]:
    return tuple(_voice(**voice) for voice in json.loads(text))


def _voice(name: object, party: object = None, office: object = None) -> Voice:
    if isinstance(name, str) and isinstance(party, str | None) and isinstance(office, str | None):
        return Voice(name, party, office)
    raise TypeError("a voice has a member that is no string")


def _require_types(row: Sequence[Any], table: Table, place: str) -> None:
    # SQLite stores any type in any column, and one wrong bit makes words of a number.
    if (name := _mistyped(table, tuple(map(type, row)))) is not None:
        raise damaged(place, f"{table.name} {row[0]} is damaged: {name} is of another type")


@lru_cache(maxsize=1 << 10)
def _mistyped(table: Table, types: tuple[type, ...]) -> str | None:
    """Give the first column whose value is of a type that it cannot have; a row begins with its table's columns."""
    columns = zip(_types(table), types, strict=False)
    return next((name for (name, kinds), found in columns if not issubclass(found, kinds)), None)


@cache
def _types(table: Table) -> tuple[tuple[str, tuple[type, ...]], ...]:
    return tuple(
        (column.name, (column.type.python_type, *([NoneType] if column.nullable else []))) for column in table.columns
    )
