"""Findings in short: the first claims that each rests on, for whoever shows many and says how much more there is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from credence.flow import Judging
from credence.ledger import Grounds, Known, Ledger, Outline
from credence.model.finding import Beyond, Finding, Part
from credence.model.origin import Origin, TracedClaim

MOST = 5
"""Documents of a finding up to which it is given whole, and claims of each side that are given otherwise."""

_OF_PARTS = 6  # claims of a part that is not whole


def in_short(ledger: Ledger, some: Iterable[Outline], known: Known) -> tuple[Finding, ...] | None:
    """Give findings in short, in the order of their outlines; None where the ledger keeps no findings.

    Whoever looks no further cannot tell whether all of their origins rest on one, so that it may be so.

    Args:
        ledger: The ledger.
        some: Their outlines.
        known: As known at that transaction or by that date.
    """
    wanted = list(some)
    found = ledger.excerpts(Judging().basis, [each.id for each in wanted], MOST, known=known)
    if found is None:
        return None
    every = {claim.id: claim for each in found.of.values() for claim in each.claims}
    traced = _traced(ledger, Grounds(tuple(every.values()), found.sources), known)

    def short(of: Outline) -> Finding:
        excerpt = found.of[of.id]
        claims = [traced[each.id] for each in excerpt.claims]
        return _finding(of, of.details, claims, excerpt.counted - len(claims), (min(1, of.origins), of.origins))

    return tuple(map(short, wanted))


def filled(ledger: Ledger, some: Iterable[Part], known: Known) -> tuple[Finding, ...]:
    """Give parts of findings with their claims, or the first of them, in their order; as far as these still stand.

    Args:
        ledger: The ledger.
        some: The parts.
        known: As known at that transaction or by that date.
    """
    shown = [(each, each.claims[: _OF_PARTS if each.left_out else None]) for each in some]
    found = ledger.cited(Judging().basis, {id_ for _, ids in shown for id_ in ids}, known=known)
    traced = _traced(ledger, found, known) if found else {}

    def with_words(of: Part, ids: Sequence[str]) -> Finding:
        claims = [traced[id_] for id_ in ids if id_ in traced]  # words may have been erased since it was judged
        return _finding(of, of.details, claims, of.left_out + len(of.claims) - len(claims), of.bounds)

    return tuple(with_words(*each) for each in shown)


def _traced(ledger: Ledger, grounds: Grounds, known: Known) -> dict[str, TracedClaim]:
    ruled = Judging().ruled(ledger.decisions(known=known))
    return {each.claim.id: each for each in ruled.evidence(grounds.claims, grounds.sources).traced}


def _finding(
    of: Outline | Part,
    details: tuple[tuple[str, tuple[str, ...]], ...],
    claims: Sequence[TracedClaim],
    left_out: int,
    bounds: tuple[int, int],
) -> Finding:
    sides = _ONE_SIDED.get(of.status)
    return Finding(
        id=of.id,
        proposition=of.proposition,
        details=details,
        begins=of.begins,
        ends=of.ends,
        credence=of.credence,
        status=of.status,
        origins_for=_origins(claims, "affirmed") if sides != "denied" else (),
        origins_against=_origins(claims, "denied") if sides != "affirmed" else (),
        documents=of.documents,
        claims=tuple(claims),
        reasons=(),
        beyond=Beyond(left_out, bounds),
    )


def _origins(claims: Iterable[TracedClaim], side: str) -> tuple[Origin, ...]:
    found = {each.origin.id: each.origin for each in claims if each.claim.polarity == side}
    return tuple(found[id_] for id_ in sorted(found))


_ONE_SIDED = {"supported": "affirmed", "unknown": "affirmed", "refuted": "denied"}
"""What counts where one side alone does: who says the other was set aside, or took it back."""
