"""Documents with what was read in them, and claims by what stands in them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from credence.asking.searching import AloneJudging, Choice
from credence.errors import NotThere
from credence.flow import Judging
from credence.ledger import Known, Ledger
from credence.model.claim import Claim
from credence.model.document import Document
from credence.model.kind import is_of
from credence.model.plain import Plain, claim_to_plain, document_to_plain


@dataclass(frozen=True, slots=True)
class ReadIn:
    """A document with the claims read in it.

    Attributes:
        document: The document.
        claims: Its claims as they were read, in the order of the text, each with the id of the finding it is evidence
            of, as people corrected it.
    """

    document: Document
    claims: tuple[tuple[Claim, str], ...]


def document_read(ledger: Ledger, doc: str, *, known: Known = None) -> ReadIn:
    """Give a document's version and claims as known then.

    Raises:
        NotThere: If there was none of this id, or it was withdrawn or erased.
    """
    found = ledger.documents(known=known, ids=[doc])
    if not found:
        raise NotThere(f"document “{doc}”", "there is none of this id, as known then", "search for its words")
    return placed(ledger, found[0], ledger.claims(known=known, doc=doc), known=known)


def placed(ledger: Ledger, document: Document, claims: Iterable[Claim], *, known: Known = None) -> ReadIn:
    """Say of which findings claims are, or would be, evidence, by what was decided as known then; none is looked up."""
    ruled = Judging().ruled(ledger.decisions(known=known))
    in_order = sorted(claims, key=lambda claim: (claim.quote.start, claim.id))
    return ReadIn(document, tuple((claim, ruled.place(claim).own) for claim in in_order))


def claims_of(
    ledger: Ledger, choice: Choice, *, doc: str | None = None, ids: Collection[str] | None = None, known: Known = None
) -> tuple[tuple[Claim, str], ...]:
    """Give claims, sorted by id, each with the id of the finding it is evidence of; none that somebody rejected.

    Args:
        ledger: The ledger.
        choice: Which claims are meant.
        doc: Only claims of the document of this id.
        ids: Only claims of these ids.
        known: As known at that transaction or by that date.
    """
    found = ledger.claims(known=known, parties=choice.parties, doc=doc, ids=ids)
    wanted = [claim.id for claim in found if choice.kind is None or is_of(claim.kind, choice.kind)]
    judging = AloneJudging(ledger, known)
    return tuple((claim, judged.id) for claim, judged in judging.judged(wanted) if choice.lets_in(judged))


def read_in_to_plain(read: ReadIn) -> Plain:
    """Give a document with its claims as plain JSON values."""
    claims = [claim_in_finding(claim, finding) for claim, finding in read.claims]
    return {**document_to_plain(read.document), "version": read.document.sha256, "claims": claims}


def claim_in_finding(claim: Claim, finding: str) -> Plain:
    """Give a claim as plain JSON values, and the finding it is evidence of."""
    return {**claim_to_plain(claim), "finding": finding}
