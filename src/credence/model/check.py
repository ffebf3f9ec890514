"""An article checked: each of its claims beside what a ledger holds for the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from credence.model.counts import Counted
from credence.model.document import Document
from credence.model.finding import End, Finding
from credence.model.origin import Origin, TracedClaim

Verdict = Literal["agrees", "new", "older", "contradicted", "count differs"]
"""What setting a claim beside the ledger comes to: another says so, too; nothing is held that bears on it; it tells as
ahead or as standing what was done or over by the day; what is held cannot be so if the claim is; or another number is
held."""

WRONG: tuple[Verdict, ...] = ("older", "contradicted", "count differs")
"""Verdicts that ask for a correction."""

Bearing = Literal["says so", "done", "ended", "denied", "excluded", "counted", "later", "otherwise"]
"""What a finding does to a claim it is set beside: it says the same; it says that what the claim tells as ahead is
done; that what the claim tells as standing had ended; that it is not so; what cannot be so beside it; it gives another
number; it says that it began only after the day; or what stands against it without ruling it out."""

Mark = Literal["same origin", "one origin", "dated otherwise"]
"""What is to be known of a verdict: all that agrees are words of the claim's own speaker or text; what the ledger holds
rests on one origin only; the ledger gives another date."""


@dataclass(frozen=True, slots=True)
class Article:
    """What is checked.

    Attributes:
        claims: Its claims, with their origins.
        published: When it was published, as EDTF; None if not known.
        copies: Ids of the ledger's documents that share its text, whole or in part, sorted.
        whole: Of these, the ones that are one text with it.
    """

    claims: tuple[TracedClaim, ...]
    published: str | None = None
    copies: tuple[str, ...] = ()
    whole: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Beside:
    """A finding that a claim is set beside.

    Attributes:
        bearing: What it does to the claim.
        finding: The finding, as judged from the claims that bear on this one, the article's own left out.
        at: When it was done, ended or began, as far as that matters for the bearing; None where it does not.
    """

    bearing: Bearing
    finding: Finding
    at: End | None = None


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A claim of an article with what a ledger holds about it.

    Attributes:
        traced: The claim as it counts, with the origin it rests on.
        verdict: What it comes to.
        marks: What is to be known of that, in the order of ``Mark``.
        beside: What it is set beside: the findings that decide the verdict first.
        origins: Distinct origins of what decides the verdict, sorted by id; none for what is new.
        counted: For a number, the number beside what can be located; None for other claims.
        numbers: For a number, those that are recorded in its unit and scope.
    """

    traced: TracedClaim
    verdict: Verdict
    marks: tuple[Mark, ...] = ()
    beside: tuple[Beside, ...] = ()
    origins: tuple[Origin, ...] = ()
    counted: Counted | None = None
    numbers: tuple[Counted, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """An article with its claims checked.

    Attributes:
        document: The article.
        day: The day for which the ledger was asked.
        claims: Its claims in the order of the text.
        own: Ids of documents in the ledger that are this article: what they claim is left out.
        copies: Ids of other documents in the ledger that share its text, whole or in part.
    """

    document: Document
    day: date
    claims: tuple[CheckedClaim, ...]
    own: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()

    @property
    def wrong(self) -> bool:
        """Whether any claim asks for a correction."""
        return any(each.verdict in WRONG for each in self.claims)

    def tally(self) -> tuple[tuple[Verdict, int], ...]:
        """Count the claims by verdict, what asks for a correction first."""
        order: tuple[Verdict, ...] = (*WRONG, "agrees", "new")
        return tuple((verdict, sum(each.verdict == verdict for each in self.claims)) for verdict in order)
