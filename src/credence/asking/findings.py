"""Findings: claims as known, judged, and chosen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress

from credence.errors import LedgerTrouble, NotThere, WrongUse
from credence.exchange.findings import finding_to_plain
from credence.flow import Judging
from credence.judge import holds_on
from credence.ledger import Known, Ledger, Outline, Watcher, outlines_of
from credence.model.claim import Claim
from credence.model.finding import Finding
from credence.model.kind import is_of
from credence.model.particulars import Particulars
from credence.model.plain import Plain

WHOLE = len("f") + 15
"""Characters of a finding's id."""

_TAKE = "take an id from: credence findings"


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
    found, _ = _judged(ledger, parties, kind, ids, known)
    return tuple(finding for finding in found if is_chosen(finding, parties=parties, kind=kind, day=day))


def ask_with_sources(
    ledger: Ledger, ids: Collection[str], known: Known
) -> tuple[tuple[Finding, ...], Mapping[str, Particulars]]:
    """Give the findings of some ids, and what is known of the documents that they rest on and those these go back to.

    Args:
        ledger: The ledger.
        ids: The ids.
        known: As known at that transaction or by that date.
    """
    return _judged(ledger, (), None, ids, known)


def _judged(
    ledger: Ledger, parties: Collection[str], kind: str | None, ids: Collection[str] | None, known: Known
) -> tuple[tuple[Finding, ...], Mapping[str, Particulars]]:
    """Judge what a ledger gives of some parties and kind; where ids are given, only those are whole, and given."""
    judge = Judging()
    decisions = ledger.decisions(known=known)
    grounds = ledger.grounds(judge, known=known, parties=parties, kind=kind, ids=ids)
    found = judge.ruled(decisions).findings(grounds.claims, grounds.sources)
    return tuple(finding for finding in found if ids is None or finding.id in ids), grounds.sources


def is_chosen(finding: Finding, *, parties: Collection[str], kind: str | None, day: str | None) -> bool:
    """Tell whether a finding is of a kind or family, all of some parties stand in it, and it may hold on a day."""
    of_kind = finding.names.issuperset(parties) and (kind is None or is_of(finding.proposition.kind, kind))
    return of_kind and (day is None or holds_on(finding, day) != "no")


def grounds_of(
    ledger: Ledger, questions: Iterable[tuple[str, Collection[str]]], known: Known
) -> tuple[tuple[Claim, ...], dict[str, Particulars]]:
    """Load what several questions rest on, each claim once.

    Args:
        ledger: The ledger.
        questions: A kind or family each, and the parties that stand in what is asked for.
        known: As known at that transaction or by that date.

    Returns:
        The claims, sorted by id, and what is known of their documents and of those that these go back to, by id.
    """
    claims: dict[str, Claim] = {}
    sources: dict[str, Particulars] = {}
    for kind, parties in questions:
        grounds = ledger.grounds(Judging(), known=known, parties=parties, kind=kind)
        claims |= {claim.id: claim for claim in grounds.claims}
        sources |= grounds.sources
    return tuple(claims[id_] for id_ in sorted(claims)), sources


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


def brought_up(ledger: Ledger, watcher: Watcher | None = None) -> Ledger:
    """Bring the derived rows up to date, so that what is asked need not be judged as a whole; without, it is slower.

    Args:
        ledger: The ledger.
        watcher: Is told of what it wants of what is judged.
    """
    with suppress(LedgerTrouble):
        ledger.bring_up(Judging(), watcher)
    return ledger


def finding_of(ledger: Ledger, wanted: str, known: Known = None) -> Finding:
    """Give the finding whose id begins so, as known then.

    Raises:
        NotThere: If none does.
        WrongUse: If several do.
    """
    whole = [wanted] if len(wanted) == WHOLE else [each.id for each in outline(ledger, known=known)]
    ids = [id_ for id_ in whole if id_.startswith(wanted)]
    if len(ids) > 1:
        raise WrongUse(f"finding “{wanted}”", f"{len(ids)} findings begin so", _TAKE)
    found = ask(ledger, ids=ids, known=known) if ids else ()
    if not found:
        raise NotThere(f"finding “{wanted}”", "no finding begins so", _TAKE)
    return found[0]


def explained_to_plain(finding: Finding, day: str | None) -> Plain:
    """Give a finding as plain JSON values and, where a day is asked about, whether it holds on it, EDTF."""
    return finding_to_plain(finding) | ({"on": day, "holds": holds_on(finding, day)} if day else {})
