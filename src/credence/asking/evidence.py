"""Evidence: the claims of a topic, to be judged in parts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from credence.asking.findings import grounds_of
from credence.catalog.acts import Topic
from credence.flow import Judging
from credence.judge import Before, Dates, Evidence, Hearing
from credence.ledger import Known, Ledger, Outline
from credence.model.claim import Claim, values_of
from credence.model.finding import Finding, Proposition
from credence.model.kind import family_of
from credence.model.origin import TracedClaim
from credence.model.particulars import Particulars
from credence.model.testimony import Testimony


class Gather(Protocol):
    """How evidence is come by, as ``evidence`` gives it: a server has much of it from before."""

    def __call__(self, ledger: Ledger, topic: Topic, *, parties: Collection[str], known: Known = None) -> Evidence:
        """Give the claims of a topic in which all of some parties stand, to be judged in parts."""
        ...


def evidence(ledger: Ledger, topic: Topic, *, parties: Collection[str], known: Known = None) -> Evidence:
    """Give the claims of a topic in which all of some parties stand, to be judged in parts.

    Args:
        ledger: The ledger.
        topic: Of which kinds they are, of whole families of them, and in which roles the parties stand.
        parties: The parties.
        known: As known at that transaction or by that date.
    """
    ruled = Judging().ruled(ledger.decisions(known=known))
    claims, sources = _grounds(ledger, topic, parties, known)
    # A finding comes with all its claims, also with those that name nobody who was asked for in their details.
    about = [each for each in claims if topic.named(ruled.rulings.counted(each).roles).issuperset(parties)]
    return ruled.evidence(about, sources)


def evidence_in(  # noqa: PLR0913 - what is asked, and what of
    ledger: Ledger,
    topic: Topic,
    findings: Iterable[Finding],
    dates: Dates,
    *,
    parties: Collection[str],
    known: Known = None,
) -> Evidence:
    """Give what ``evidence`` does, of findings that were judged before.

    Args:
        ledger: The ledger.
        topic: As for ``evidence``.
        findings: Those of ``outlines_about``, as known then.
        dates: Of the documents of their claims, and of those that these go back to.
        parties: The parties.
        known: As known at that transaction or by that date.
    """
    ruled = Judging().ruled(ledger.decisions(known=known))

    def about(found: Finding) -> Iterable[TracedClaim]:
        if topic.named(found.proposition.roles).issuperset(parties):
            return found.claims  # what decides a finding, all its claims say
        counted = ((each, ruled.rulings.counted(each.claim)) for each in found.claims)
        return [each for each, claim in counted if topic.named(claim.roles).issuperset(parties)]

    return ruled.evidence_in((each for found in findings for each in about(found)), dates)


def hearing(  # noqa: PLR0913 - what is asked, and what was found and judged already
    ledger: Ledger,
    topic: Topic,
    *,
    parties: Collection[str],
    known: Known = None,
    some: Iterable[Outline] | None = None,
    earlier: Before | None = None,
) -> Hearing | None:
    """Give what ``evidence`` does, to be judged without words; None where the ledger keeps no testimony.

    Args:
        ledger: The ledger.
        topic: As for ``evidence``.
        parties: The parties.
        known: As known at that transaction or by that date.
        some: The outlines that ``outlines_about`` gives, if they are at hand.
        earlier: What was judged of the same as known at another moment, and need not be judged again.
    """
    found = outlines_about(ledger, topic, parties=parties, known=known) if some is None else some
    if found is None:
        return None
    testified = ledger.testified(Judging().basis, [each.id for each in found], known=known)
    if testified is None:
        return None

    def about(each: Proposition, said: Sequence[tuple[str, Testimony]]) -> Sequence[tuple[str, Testimony]]:
        own = topic.named(each.roles)
        if own.issuperset(parties):
            return said  # what decides a finding, all its claims say
        return [one for one in said if own.union(topic.named(one[1].details)).issuperset(parties)]

    ruled = Judging().ruled(ledger.decisions(known=known))
    said = {each: taken for each, every in testified.said.items() if (taken := about(each, every))}
    return ruled.hearing(said, testified.sources, earlier)


def outlines_about(
    ledger: Ledger, topic: Topic, *, parties: Collection[str], known: Known = None
) -> tuple[Outline, ...] | None:
    """Give the findings of a topic in which parties stand; None where the ledger keeps no findings."""
    kept = ledger.outlines(Judging().basis, known=known, parties=parties)
    if kept is None:
        return None
    families = set(map(family_of, topic.kinds))
    found = (each for each in kept if family_of(each.kind) in families)
    return tuple(each for each in found if _named(each, topic).issuperset(parties))


def _grounds(
    ledger: Ledger, topic: Topic, parties: Collection[str], known: Known
) -> tuple[tuple[Claim, ...], Mapping[str, Particulars]]:
    """Load what findings of a topic and some parties rest on: at once, where the ledger keeps findings."""
    found = outlines_about(ledger, topic, parties=parties, known=known)
    if found is None:
        families = sorted(set(map(family_of, topic.kinds)))
        return grounds_of(ledger, [(family, parties) for family in families], known)
    grounds = ledger.grounds(Judging(), known=known, ids=[each.id for each in found])
    return tuple(sorted(grounds.claims, key=lambda each: each.id)), grounds.sources


def _named(found: Outline, topic: Topic) -> frozenset[str]:
    """Give whom claims of a finding may name in roles of a topic: what decides a finding has other names in some."""
    return values_of(found.proposition.roles) | topic.named(found.details)
