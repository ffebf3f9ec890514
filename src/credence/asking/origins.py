"""Origins: claims led back to what was said on one occasion, and to whose words it is."""

from __future__ import annotations

from credence.asking.findings import finding_of, is_chosen
from credence.catalog.kinds import load_kinds
from credence.flow import Judging, utterances_of
from credence.ledger import Known, Ledger
from credence.model.claim import values_of
from credence.model.finding import Finding
from credence.model.trail import Trail


def origins_of(  # noqa: PLR0913 - what claims are chosen by
    ledger: Ledger,
    *,
    party: str | None = None,
    kind: str | None = None,
    finding: str | None = None,
    day: str | None = None,
    known: Known = None,
) -> tuple[Trail, ...]:
    """Lead claims back to their origins, by utterance, document and claim id.

    Args:
        ledger: The ledger.
        party: Only claims of findings in which it stands.
        kind: Only claims of this kind, or of this family where no act is named.
        finding: Only claims of the finding whose id begins so.
        day: Only claims of what held, or may have held, on that day, EDTF.
        known: As known at that transaction or by that date.

    Raises:
        NotThere: If no finding's id begins so.
        WrongUse: If several do.
    """
    own = [party] if party else []
    parties, asked = own, kind
    if finding is not None:
        wanted = finding_of(ledger, finding, known)
        parties, asked = sorted(_beside(wanted)), wanted.proposition.kind
    judge = Judging()
    grounds = ledger.grounds(judge, known=known, parties=parties, kind=asked)
    found = judge.ruled(ledger.decisions(known=known)).findings(grounds.claims, grounds.sources)
    near = [each for each in found if is_chosen(each, parties=parties, kind=asked, day=None)]
    chosen = [each for each in near if is_chosen(each, parties=own, kind=kind, day=day)]
    chosen = [each for each in chosen if finding is None or each.id.startswith(finding)]
    of = {traced.claim.id: each.id for each in chosen for traced in each.claims}
    claims = [traced for each in near for traced in each.claims]
    texts = ledger.documents(known=known, ids={doc for each in claims for doc in (each.claim.doc, each.origin.doc)})
    trails = (
        Trail(traced, of[traced.claim.id], told.id, told.bounds, source.publisher, source.published)
        for told in utterances_of(claims, grounds.sources, texts)
        for traced in told.claims
        if traced.claim.id in of
        for source in [grounds.sources[traced.claim.doc]]
    )
    return tuple(sorted(trails, key=lambda each: (each.utterance, each.traced.claim.doc, each.traced.claim.id)))


def _beside(finding: Finding) -> frozenset[str]:
    """Give the names by which all findings about the same thing are found, whatever number they say."""
    proposition = finding.proposition
    counts = {role.name for role in load_kinds()[proposition.kind].roles if role.type == "count"}
    return values_of([role for role in proposition.roles if role[0] not in counts])
