"""On how many independent origins a finding rests: a number where all are known apart, bounds where they are not."""

from __future__ import annotations

from collections.abc import Iterable

from credence.model.finding import Finding
from credence.model.origin import Origin
from credence.show.words import many


def origin_bounds(origins: Iterable[Origin]) -> tuple[int, int]:
    """Give how many independent origins there are, at least and at most.

    Who names no source may rest on one of the others, so that only those known to be roots of their own are sure.
    """
    known = {each.id: each.known for each in origins}
    return max(sum(known.values()), min(len(known), 1)), len(known)


def rests_on(finding: Finding) -> str:
    """Say it: "2 origins in 5 documents", "1 to 3 origins in 4 documents"."""
    least, most = origin_bounds((*finding.origins_for, *finding.origins_against))
    number = many(most, "origin") if least == most else f"{least} to {most} origins"
    return f"{number} in {many(finding.documents, 'document')}"
