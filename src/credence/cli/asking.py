"""Asking a ledger: claims as known, judged to findings, and chosen."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from credence.errors import WrongUse
from credence.flow import findings_of
from credence.judge import differences, holds_on
from credence.ledger import Known, Ledger
from credence.model.decision import Decided
from credence.model.difference import Difference
from credence.model.document import Document
from credence.model.finding import Finding
from credence.model.transaction import Transaction


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
    known: Known = None,
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


def differing(
    ledger: Ledger, since: Known, until: Known = None, parties: Collection[str] = ()
) -> tuple[Difference, ...]:
    """Compare what was known at two moments.

    Args:
        ledger: The ledger.
        since: The first moment.
        until: The last.
        parties: Only findings in which all of these stand, at either moment.
    """
    sides = [ask(ledger, known=known) for known in (since, until)]
    found = differences(sides[0].findings, sides[1].findings, *_decided_between(ledger, since, until))
    wanted = frozenset(parties)
    return tuple(d for d in found if any(f and _named(f) >= wanted for f in (d.before, d.after)))


def history_of(ledger: Ledger, wanted: str, known: Known = None) -> list[tuple[Transaction, Difference]]:
    """Give the transactions in which a finding came to stand, changed or vanished, each with what it did.

    Raises:
        WrongUse: If no finding of this id ever stood.
    """
    found = []
    before: list[Finding] = []
    for made in ledger.transactions(known=known):
        after = [finding for finding in ask(ledger, known=made.number).findings if finding.id == wanted]
        between = _decided_between(ledger, made.number - 1, made.number)
        found += [(made, each) for each in differences(before, after, *between)]
        before = after
    if not found:
        raise WrongUse(f"finding “{wanted}”", "no finding of this id ever stood", "take an id from: credence findings")
    return found


def _decided_between(ledger: Ledger, since: Known, until: Known) -> tuple[list[Decided], list[Decided]]:
    """Give the decisions that stand at the second of two moments only, and those that do at the first only."""
    first, last = ({each.number: each for each in ledger.decisions(known=known)} for known in (since, until))
    return [last[n] for n in last if n not in first], [first[n] for n in first if n not in last]


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
