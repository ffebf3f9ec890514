"""Asking a ledger: claims as known, judged to findings, and chosen."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from credence.errors import WrongUse
from credence.flow import findings_of
from credence.judge import holds_on
from credence.ledger import Ledger
from credence.model.document import Document
from credence.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Answer:
    """Findings with the documents behind them.

    Attributes:
        findings: Sorted by id.
        documents: By id, as known at the time asked for.
    """

    findings: tuple[Finding, ...]
    documents: dict[str, Document]


def ask(
    ledger: Ledger,
    *,
    parties: Collection[str] = (),
    kind: str | None = None,
    day: str | None = None,
    known: str | None = None,
) -> Answer:
    """Judge what the ledger held and choose.

    Args:
        ledger: The ledger.
        parties: Only findings in which all of these stand.
        kind: Only this kind, or this family where no act is named ("mission").
        day: Only what held, or may have held, on that day, EDTF.
        known: As known at that transaction or by that date.
    """
    documents = {document.id: document for document in ledger.documents(known=known)}
    # Other claims of the same finding, and other kinds that may end it, need not name whom is asked for, and decisions
    # may say that somebody goes by another name: all is judged, then chosen.
    found = findings_of(ledger.claims(known=known), documents, ledger.decisions(known=known))
    chosen = (f for f in found if (kind is None or _is_kind(f, kind)) and _named(f).issuperset(parties))
    return Answer(tuple(f for f in chosen if day is None or holds_on(f, day) != "no"), documents)


def by_id(answer: Answer, wanted: str) -> Finding:
    """Give the finding whose id begins so.

    Raises:
        WrongUse: If none does, or several do.
    """
    found = [finding for finding in answer.findings if finding.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    cause = f"{len(found)} findings begin so" if found else "no finding begins so"
    raise WrongUse(f"finding “{wanted}”", cause, "take an id from: credence findings")


def _named(finding: Finding) -> frozenset[str]:
    """Give all that a finding can be looked up by: every value of its roles and details."""
    values = [value if isinstance(value, tuple) else (value,) for _, value in finding.proposition.roles]
    return frozenset(member for members in (*values, *(found for _, found in finding.details)) for member in members)


def _is_kind(finding: Finding, kind: str) -> bool:
    return finding.proposition.kind == kind or finding.proposition.kind.startswith(f"{kind}.")
