"""What several views show of a finding: a line with its figures, and its words; ``_parts.html`` is its look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from operator import itemgetter

from credence.asking.names import label
from credence.catalog.kinds import load_kinds
from credence.catalog.ladder import load_ladder
from credence.model.claim import Claim, Voice
from credence.model.counts import Located
from credence.model.document import Document
from credence.model.finding import Finding, Stood
from credence.model.ladder import Standing
from credence.model.origin import Origin, TracedClaim
from credence.serve.page.frame import Frame
from credence.show import finding_sentence
from credence.show.table import believed
from credence.show.words import held, many, origins, value, voice

MOST_WORDS = 4
"""Quotations shown of a finding; its own page has the rest."""


@dataclass(frozen=True, slots=True)
class Words:
    """A quotation.

    Attributes:
        text: The words.
        speaker: Whose origin it goes back to, with the party and whether that has a part in the matter.
        denies: Whether it says that it is not so.
        source: The document: its publisher and date where they are known, its id otherwise.
        href: The document's address on our pages.
    """

    text: str
    speaker: str
    denies: bool
    source: str
    href: str


@dataclass(frozen=True, slots=True)
class Line:
    """A finding in a table.

    Attributes:
        says: What stands, as a sentence; a refuted one as its denial.
        kind: Its kind.
        since: The beginning of its interval in a few characters.
        until: The end of it; empty for what was over when done.
        figure: How far it may be believed, of 1; for a refuted finding, its denial.
        status: What it came to, in a word.
        rests: How many origins in how many documents.
        names: Whose words it rests on, each once.
        others: Whether there may be others, whose words are not at hand.
        words: Some of the words, an origin each first.
        more: How many quotations are left out.
        href: The finding's own page.
    """

    says: str
    kind: str
    since: str
    until: str
    figure: str
    status: str
    rests: str
    names: tuple[str, ...]
    others: bool
    words: tuple[Words, ...]
    more: int
    href: str


Papers = Mapping[str, Document]
NO_PAPERS: Papers = {}


def line_of(finding: Finding, frame: Frame, papers: Papers = NO_PAPERS) -> Line:
    """Make a line of a finding.

    Args:
        finding: The finding.
        frame: For addresses.
        papers: Documents by id, as far as they are at hand.
    """
    kinds = load_kinds()
    since, *until = held(finding, kinds[finding.proposition.kind])
    return Line(
        says=finding_sentence(finding, kinds, label),
        kind=finding.proposition.kind,
        since=since,
        until=", ".join(until),
        figure=believed(finding).partition("\n")[0],
        status=finding.status,
        rests=f"{origins(finding.bounds)} in {many(finding.documents, 'document')}",
        names=tuple(sorted({_name(each) for each in (*finding.origins_for, *finding.origins_against)})),
        others=bool(finding.beyond and finding.beyond.claims),
        words=_quoted(first_quoted(finding), frame, papers),
        more=max(finding.counted - MOST_WORDS, 0),
        href=frame.to(f"/finding/{finding.id}"),
    )


def first_quoted(finding: Finding) -> tuple[TracedClaim, ...]:
    """Give the claims whose words are shown of a finding: an origin each first, and those that affirm before others."""
    return _an_origin_first(finding.claims)


def side_quoted(finding: Finding, *, denies: bool) -> tuple[TracedClaim, ...]:
    """Give the claims whose words are shown of one side, an origin each first."""
    return _an_origin_first(each for each in finding.claims if (each.claim.polarity == "denied") == denies)


def words_of_side(finding: Finding, frame: Frame, papers: Papers, *, denies: bool) -> tuple[Words, ...]:
    """Quote the first words of one side; arguments as for ``line_of``."""
    return _quoted(side_quoted(finding, denies=denies), frame, papers)


def best_of(standing: Standing[Finding], frame: Frame, papers: Papers = NO_PAPERS) -> Line | None:
    """Make a line of what a step rests on best, None where it rests on nothing; arguments as for ``line_of``."""
    return line_of(standing.reasons[0].finding, frame, papers) if standing.reasons else None


def may_be(standing: Standing[Stood]) -> str:
    """Say which higher step may have been reached; empty where none may."""
    return load_ladder().step(standing.may_be).says if standing.may_be else ""


def place_of(located: Located, unnamed: str | None = None) -> str:
    """Name city and host of what is located.

    Args:
        located: It.
        unnamed: What stands for a host that nobody names; None for nothing.
    """
    return ", ".join(filter(None, [located.city, label(located.where) if located.where else unnamed]))


def posts_of(located: Located, otherwise: str) -> str:
    """Name the posts or ranks under which something is told; what stands ``otherwise`` where it is under none."""
    return ", ".join(value(each, "post", label) for each in located.said) or otherwise


def quote_of(claim: Claim) -> str:
    """Give a claim's words on one line."""
    return " ".join(claim.quote.text.split())


def published_by(paper: Document | None) -> str:
    """Give publisher and date of a document, as far as known; empty where nothing is."""
    return ", ".join(filter(None, (paper.publisher, paper.published))) if paper else ""


def downloads(frame: Frame, *forms: str) -> tuple[tuple[str, str], ...]:
    """Give name and address of each form in which a view can be had."""
    return tuple((form.upper(), frame.here(format=form)) for form in forms)


def _an_origin_first(claims: Iterable[TracedClaim]) -> tuple[TracedClaim, ...]:
    """Choose claims so that each origin is quoted once before any is quoted again, those that affirm first."""
    seen: dict[str, int] = {}
    order: list[tuple[tuple[int, bool, str], TracedClaim]] = []
    for each in claims:
        turn = seen.get(each.origin.id, 0)
        seen[each.origin.id] = turn + 1
        order.append(((turn, each.claim.polarity == "denied", each.claim.id), each))
    return tuple(each for _, each in nsmallest(MOST_WORDS, order, key=itemgetter(0)))


def _name(origin: Origin) -> str:
    """Name an origin, and say whether it has a part in the matter."""
    named = _called(origin.name, origin.party)
    against = ", against its interest" if origin.against_interest else ""
    return f"{named}, a party to it{against}" if origin.interested else named


@lru_cache(maxsize=1 << 14)  # the same voices come again and again
def _called(name: str, party: str | None) -> str:
    return voice(Voice(name, party), label)


def _quoted(claims: Iterable[TracedClaim], frame: Frame, papers: Papers) -> tuple[Words, ...]:
    return tuple(_words(each, frame, papers) for each in claims)


def _words(traced: TracedClaim, frame: Frame, papers: Papers) -> Words:
    claim = traced.claim
    return Words(
        text=quote_of(claim),
        speaker=_name(traced.origin),
        denies=claim.polarity == "denied",
        source=published_by(papers.get(claim.doc)) or claim.doc,
        href=frame.to(f"/document/{claim.doc}"),
    )
