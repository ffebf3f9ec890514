"""A conflict side by side: who holds that it is so and who that it is not, since when, and with what."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest

from credence.model.claim import Voice
from credence.model.document import Document
from credence.model.finding import Finding
from credence.model.origin import Origin, TracedClaim
from credence.show.words import Label, many, safe, voice

_GAP = "  │  "
_DEEPER = "  "
_NAMED = 3  # documents named before the rest is counted


def side_by_side(
    finding: Finding, label: Label, document: Callable[[str], Document | None], width: int
) -> Iterator[str]:
    """Set those who affirm beside those who deny, an origin a paragraph, in the order in which they began to.

    Args:
        finding: The finding.
        label: Names of parties.
        document: Gives a document by its id, or None where it is not at hand.
        width: Columns to use.

    Yields:
        Lines of two columns; none where nobody contradicts anybody.
    """
    if not (finding.origins_for and finding.origins_against):
        return
    column = (width - len(_GAP)) // 2
    favour, against = ({each.id for each in side} for side in (finding.origins_for, finding.origins_against))
    yes = [each for each in finding.claims if each.claim.polarity == "affirmed" and each.origin.id in favour]
    no = [each for each in finding.claims if each.claim.polarity == "denied" and each.origin.id in against]
    left = _column("It is so", yes, label, document, column)
    right = _column("It is not so", no, label, document, column)
    for one, other in zip_longest(left, right, fillvalue=""):
        yield f"{one:{column}}{_GAP}{other}".rstrip()


def speaker(origin: Origin, label: Label) -> str:
    """Name an origin, and say whether it has a part in the matter, and speaks against its interest."""
    part = ", a party to what is claimed" if origin.interested else ""
    return f"{voice(Voice(origin.name, origin.party), label)}{part}{', against its interest' * origin.against_interest}"


def _column(
    heading: str, claims: Iterable[TracedClaim], label: Label, document: Callable[[str], Document | None], width: int
) -> list[str]:
    """Give the lines of one side."""
    groups: dict[str, list[TracedClaim]] = {}
    for each in claims:
        groups.setdefault(each.origin.id, []).append(each)
    told = sorted((_since(group, document), group[0].origin.name, id_) for id_, group in groups.items())
    lines = [heading]
    for since, _, id_ in told:
        lines += textwrap.wrap(speaker(groups[id_][0].origin, label), width)
        for line in _held(groups[id_], since):
            lines += textwrap.wrap(line, width, initial_indent=_DEEPER, subsequent_indent=_DEEPER * 2)
    return lines


def _since(claims: Iterable[TracedClaim], document: Callable[[str], Document | None]) -> str:
    """Give the day from which on they are told, as EDTF; empty where no document is dated."""
    papers = (document(each.claim.doc) for each in claims)
    return min((paper.published for paper in papers if paper and paper.published), default="")


def _held(claims: list[TracedClaim], since: str) -> Iterator[str]:
    """Say since when somebody holds it, of what time, and in which documents."""
    yield f"says so since {safe(since)}" if since else "since when is not known"
    times = sorted({each.claim.when for each in claims if each.claim.when})
    if times:
        yield f"of {', '.join(safe(time) for time in times)}"
    docs = sorted({each.claim.doc for each in claims})
    more = [f"{len(docs) - _NAMED} more"] if len(docs) > _NAMED else []
    yield f"{many(len(docs), 'document')}: {', '.join([safe(doc) for doc in docs[:_NAMED]] + more)}"
