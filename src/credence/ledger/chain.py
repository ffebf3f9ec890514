"""The chain of hashes that ties each transaction to its content and to all before it.

Content enters as digests, not as text: should a text ever have to be erased, the chain still holds.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from json.encoder import encode_basestring_ascii as quoted

from credence.ledger.canonical import claim_text, document_text, list_text, roles_text, voices_text
from credence.model.claim import Claim
from credence.model.decision import Decision
from credence.model.document import Document
from credence.model.plain import decision_to_plain
from credence.model.transaction import Transaction

ROOT = "0" * 64
"""What the first transaction has for the hash before it."""


@dataclass(frozen=True, slots=True)
class Content:
    """What one transaction recorded, as digests.

    Attributes:
        documents: Documents new in it, in the order recorded.
        claims: Claims new in it.
        readings: Each document read, with all the claims of that reading.
        decisions: What was decided, in the order of the numbers.
    """

    documents: tuple[str, ...]
    claims: Collection[str]
    readings: Collection[tuple[str, Collection[str]]]
    decisions: tuple[str, ...] = ()


def document_digest(document: Document) -> str:
    """Give the hash of a document with its particulars, as 64 hexadecimal digits."""
    return digest_of(document_text(document))


def claim_digest(claim: Claim) -> str:
    """Give the hash of all of a claim (its id covers only what makes it another claim), as 64 hexadecimal digits."""
    return digest_of(claim_text(claim, roles_text(claim.roles), voices_text(claim.voices)))


def decision_digest(decision: Decision) -> str:
    """Give the hash of a decision, as 64 hexadecimal digits."""
    return _digest(decision_to_plain(decision))


def sealed(transaction: Transaction, content: Content) -> Transaction:
    """Give the transaction with the hash that its other fields, bar the number, and its content make."""
    particulars = (transaction.before, transaction.moment, transaction.author, transaction.tool)
    read = sorted((document, sorted(claims)) for document, claims in content.readings)
    readings = [f"[{quoted(document)}, {list_text(claims)}]" for document, claims in read]
    parts = [*map(quoted, particulars), list_text(content.documents), list_text(sorted(content.claims))]
    parts.append(f"[{', '.join(readings)}]")
    parts += [list_text(content.decisions)] if content.decisions else []
    return replace(transaction, hash=digest_of(f"[{', '.join(parts)}]"))


def differences(entries: Iterable[tuple[Transaction, Content]]) -> list[str]:
    """Walk the chain; give a line for each transaction whose number, link or hash is not what it should be."""
    lines = []
    before, expected = ROOT, 1
    for transaction, content in entries:
        place = f"transaction {transaction.number}"
        if transaction.number != expected:
            lines.append(f"{place}: stands where number {expected} should")
        if transaction.before != before:
            lines.append(f"{place}: does not continue from the transaction before it")
        if sealed(transaction, content).hash != transaction.hash:
            lines.append(f"{place}: its hash does not fit what it recorded")
        before, expected = transaction.hash, transaction.number + 1
    return lines


def digest_of(text: str) -> str:
    """Give the hash of a text that is all ASCII, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _digest(value: object) -> str:
    return digest_of(json.dumps(value, sort_keys=True))
