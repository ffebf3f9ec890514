"""A finding taken apart: its arithmetic, its origins, their claims, and the words with the place where they stand."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping

from credence.model.claim import Claim
from credence.model.document import Document
from credence.model.finding import Finding
from credence.model.kind import Kind
from credence.model.origin import Origin, TracedClaim, bounds
from credence.show.conflict import side_by_side, speaker
from credence.show.sentence import claim_sentence, finding_sentence, require_kind
from credence.show.table import WIDTH
from credence.show.words import Label, held, many, origins, safe, voices

_STEP = 2  # blanks a level is indented by


def explain(
    finding: Finding,
    kinds: Mapping[str, Kind],
    label: Label,
    document: Callable[[str], Document | None],
    *,
    width: int = WIDTH,
) -> str:
    """Explain a finding down to the words.

    Args:
        finding: The finding.
        kinds: Kinds by id.
        label: Names of parties.
        document: Gives a document by its id, or None where it is not at hand.
        width: Columns to use.

    Returns:
        Lines, each closed by a line feed. Words that no longer stand at their place are said not to.

    Raises:
        BadKnowledge: The finding's kind is not among ``kinds``.
    """
    lines = [
        (0, finding_sentence(finding, kinds, label)),
        (0, f"{finding.id}, {finding.proposition.kind}: {_judged(finding)}"),
        (0, f"Holds: {_interval(finding, require_kind(finding.proposition.kind, kinds))}."),
        (0, ""),
        (0, "How it was judged"),
        *((1, f"{number}. {safe(reason)}") for number, reason in enumerate(finding.reasons, start=1)),
    ]
    beside = [f"{' ' * _STEP}{line}" for line in side_by_side(finding, label, document, width - _STEP)]
    told = [*_laid_out(lines, width), *(["", "Side by side", *beside] if beside else [])]
    told += _laid_out(_told(finding, kinds, label, document), width)
    return "".join(f"{line}\n" for line in told)


def _told(
    finding: Finding, kinds: Mapping[str, Kind], label: Label, document: Callable[[str], Document | None]
) -> Iterator[tuple[int, str]]:
    """Give the lines about the claims, a side after the other, origin by origin, with their levels."""
    for heading, claims in sides(finding):
        yield from [(0, ""), (0, heading)]
        for origin, group in by_origin(claims):
            yield 1, speaker(origin, label)
            for each in group:
                yield from ((2 + level, line) for level, line in _claim(each, kinds, label, document(each.claim.doc)))


def _judged(finding: Finding) -> str:
    """Give status and credence, and for a refuted finding, which is shown as its denial, how far that is believed."""
    judged = f"{finding.status}, credence {finding.credence:.2f}"
    return f"{judged}; that it is not so, {1 - finding.credence:.2f}" if finding.status == "refuted" else judged


def _interval(finding: Finding, kind: Kind) -> str:
    """Say the interval, and what an unknown end does and does not mean."""
    said = held(finding, kind)
    note = "; whether it still holds is not recorded" if said[-1] == "end unknown" else ""
    return f"{', '.join(said)}{note}"


def sides(finding: Finding) -> Iterator[tuple[str, list[TracedClaim]]]:
    """Split the claims, with headings, into those for, those against, and those of each side that do not count."""
    favour, against = ({each.id for each in side} for side in (finding.origins_for, finding.origins_against))
    affirmed = [each for each in finding.claims if each.claim.polarity == "affirmed"]
    denied = [each for each in finding.claims if each.claim.polarity == "denied"]
    sides = (
        ("Who says so", [each for each in affirmed if each.origin.id in favour]),
        ("Set aside: who said so and does not count", [each for each in affirmed if each.origin.id not in favour]),
        ("Who says that it is not so", [each for each in denied if each.origin.id in against]),
        ("Set aside: who says that it was not so before", [each for each in denied if each.origin.id not in against]),
    )
    for heading, claims in sides:
        if claims:
            roots = origins(bounds(each.origin for each in claims))
            documents = len({each.claim.doc for each in claims})
            yield f"{heading} ({roots} in {many(documents, 'document')})", claims


def by_origin(claims: Iterable[TracedClaim]) -> list[tuple[Origin, list[TracedClaim]]]:
    """Group claims by origin, in the order of origins, documents and places."""
    groups: dict[str, list[TracedClaim]] = {}
    for each in sorted(claims, key=_place):
        groups.setdefault(each.origin.id, []).append(each)
    return [(group[0].origin, group) for group in groups.values()]


def _place(each: TracedClaim) -> tuple[str, str, int, int, str]:
    claim = each.claim
    return each.origin.id, claim.doc, claim.quote.start, claim.quote.end, claim.id


def _claim(
    each: TracedClaim, kinds: Mapping[str, Kind], label: Label, document: Document | None
) -> Iterator[tuple[int, str]]:
    """Give the lines about one claim, with their levels."""
    claim = each.claim
    yield 0, f"“{safe(claim.quote.text)}”"
    yield 1, f"{safe(claim.doc)}, characters {claim.quote.start}–{claim.quote.end}{_doubt(claim, document)}"
    if document:
        about = (document.title and f"“{safe(document.title)}”", document.publisher, document.published, document.url)
        yield 1, ", ".join(safe(part) for part in about if part) or "Title, publisher and date are not known."
    if claim.voices:
        yield 1, f"Words of {voices(claim.voices, label)}"
    yield 1, f"Read as: {claim_sentence(claim, kinds, label, document.publisher if document else None)}"
    own = "the document's own" if each.own else "passed on by the document"
    yield 1, f"Claim {claim.id}, pattern {safe(claim.pattern)}, {own}"


def _doubt(claim: Claim, document: Document | None) -> str:
    """Say what is wrong with the place of the words, if anything is."""
    if document is None:
        return " (the document is not at hand)"
    if claim.quote.span.of(document.text) == claim.quote.text:
        return ""
    changed = "has changed since" if document.sha256 != claim.version else "does not have these words there"
    return f" (the document {changed})"


def _laid_out(lines: Iterable[tuple[int, str]], width: int) -> list[str]:
    return [line for level, text in lines for line in _wrapped(level, text, width)]


def _wrapped(level: int, text: str, width: int) -> list[str]:
    """Wrap a line at its level, further lines of it one level deeper; long words are kept whole, to be copied."""
    first = " " * (_STEP * level)
    return textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=first + " " * _STEP,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [""]
