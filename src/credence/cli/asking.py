"""Asking a ledger: claims as known, judged to findings, and chosen."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress

from credence.errors import LedgerTrouble, WrongUse
from credence.flow import Judging
from credence.judge import Evidence, differences, holds_on
from credence.ledger import Known, Ledger, Outline, outlines_of
from credence.model.claim import Claim
from credence.model.decision import Decided
from credence.model.difference import Difference
from credence.model.finding import Finding
from credence.model.particulars import Particulars
from credence.model.transaction import Transaction


def ask(  # noqa: PLR0913 - what findings are chosen by
    ledger: Ledger,
    *,
    parties: Collection[str] = (),
    kind: str | None = None,
    ids: Collection[str] | None = None,
    day: str | None = None,
    known: Known = None,
) -> tuple[Finding, ...]:
    """Judge what the ledger held and choose; findings are sorted by id.

    Args:
        ledger: The ledger.
        parties: Only findings in which all of these stand.
        kind: Only this kind, or this family where no act is named ("mission").
        ids: Only findings of these ids.
        day: Only what held, or may have held, on that day, EDTF.
        known: As known at that transaction or by that date.
    """
    judge = Judging()
    decisions = ledger.decisions(known=known)
    grounds = ledger.grounds(judge, known=known, parties=parties, kind=kind, ids=ids)
    found = judge.ruled(decisions).findings(grounds.claims, grounds.sources)
    asked = (finding for finding in found if ids is None or finding.id in ids)
    return tuple(finding for finding in asked if is_chosen(finding, parties=parties, kind=kind, day=day))


def is_chosen(finding: Finding, *, parties: Collection[str], kind: str | None, day: str | None) -> bool:
    """Tell whether a finding is of a kind or family, all of some parties stand in it, and it may hold on a day."""
    of_kind = finding.names.issuperset(parties) and (kind is None or _is_kind(finding, kind))
    return of_kind and (day is None or holds_on(finding, day) != "no")


def evidence(ledger: Ledger, kinds: Collection[str], *, parties: Collection[str], known: Known = None) -> Evidence:
    """Give the claims of some kinds in which all of some parties stand, to be judged in parts.

    Args:
        ledger: The ledger.
        kinds: The kinds; a family is asked for once.
        parties: The parties.
        known: As known at that transaction or by that date.
    """
    judge = Judging()
    claims: dict[str, Claim] = {}
    sources: dict[str, Particulars] = {}
    for family in sorted({kind.partition(".")[0] for kind in kinds}):
        grounds = ledger.grounds(judge, known=known, parties=parties, kind=family)
        claims |= {claim.id: claim for claim in grounds.claims}
        sources |= grounds.sources
    return judge.ruled(ledger.decisions(known=known)).evidence(claims.values(), sources)


def outline(
    ledger: Ledger,
    *,
    parties: Collection[str] = (),
    kind: str | None = None,
    day: str | None = None,
    known: Known = None,
) -> tuple[Outline, ...]:
    """Give what ``ask`` would, without evidence, which is far quicker where the ledger keeps findings."""
    kept = ledger.outlines(Judging().basis, known=known, parties=parties, kind=kind, day=day)
    return kept if kept is not None else outlines_of(ask(ledger, parties=parties, kind=kind, day=day, known=known))


def brought_up(ledger: Ledger) -> Ledger:
    """Bring the derived rows up to date, so that what is asked need not be judged as a whole; without, it is slower."""
    with suppress(LedgerTrouble):
        ledger.bring_up(Judging())
    return ledger


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
    ids = ledger.changed(Judging().basis, since, until)
    before, after = (ask(ledger, ids=ids, known=known) for known in (since, until))
    found = differences(before, after, *_decided_between(ledger, since, until))
    wanted = frozenset(parties)
    return tuple(d for d in found if any(f and f.names >= wanted for f in (d.before, d.after)))


def history_of(ledger: Ledger, wanted: str, known: Known = None) -> list[tuple[Transaction, Difference]]:
    """Give the transactions in which a finding came to stand, changed or vanished, each with what it did.

    Raises:
        WrongUse: If no finding of this id ever stood.
    """
    found = []
    before: tuple[Finding, ...] = ()
    turns = ledger.turns(Judging().basis, wanted, known=known)
    for made in (each for each in ledger.transactions(known=known) if each.number in turns):
        after = ask(ledger, ids=[wanted], known=made.number)
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


def by_id(findings: Iterable[Finding], wanted: str) -> Finding:
    """Give the finding whose id begins so.

    Raises:
        WrongUse: If none does, or several do.
    """
    found = [finding for finding in findings if finding.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    cause = f"{len(found)} findings begin so" if found else "no finding begins so"
    raise WrongUse(f"finding “{wanted}”", cause, "take an id from: credence findings")


def _is_kind(finding: Finding, kind: str) -> bool:
    return finding.proposition.kind == kind or finding.proposition.kind.startswith(f"{kind}.")
