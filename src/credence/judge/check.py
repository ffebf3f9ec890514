"""An article checked against a ledger: each of its claims beside what is held for the day.

The article does not confirm itself: its own claims, should it have been recorded, are not among the evidence, and where
all that agrees are words of one speaker or text, that is said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from credence.catalog.check import CheckBook
from credence.judge.bearing import Asked, asked_of, held
from credence.judge.compare import proposition_of
from credence.judge.intervals import period
from credence.judge.parts import Evidence
from credence.judge.verdicts import Outcome, outcome_of
from credence.judge.weigh import speaker_of
from credence.model.check import Beside, CheckedClaim, Mark
from credence.model.finding import Proposition
from credence.model.origin import Origin, TracedClaim


def check(  # noqa: PLR0913 - an article, a ledger, and what the one is checked by
    article: Iterable[TracedClaim],
    published: str | None,
    evidence: Evidence,
    day: date,
    book: CheckBook,
    copies: Collection[str] = (),
) -> tuple[CheckedClaim, ...]:
    """Set each claim of an article beside what a ledger holds.

    Args:
        article: Its claims, with their origins.
        published: When it was published, as EDTF; None if not known.
        evidence: What the ledger holds of the same kinds and parties, without the article's own claims.
        day: The day for which the ledger is asked.
        book: What tells apart, comes to the same, and excludes.
        copies: Ids of documents that are one text with the article.

    Returns:
        The claims with their verdicts, in the order of the text.
    """
    ordered = sorted(article, key=lambda each: (each.claim.quote.start, each.claim.quote.end, each.claim.id))
    every = [asked_of(each, evidence, day, published) for each in ordered]
    affirmed = tuple(_affirmed(every, evidence))
    heard = evidence.heard()
    found = ((each, outcome_of(each, held(each, heard, evidence, book), affirmed)) for each in every)
    return tuple(_checked(each, outcome, frozenset(copies)) for each, outcome in found)


def _affirmed(every: Sequence[Asked], evidence: Evidence) -> Iterator[Proposition]:
    for each in every:
        if each.claim.polarity == "affirmed" and each.claim.mood == "actual":
            yield proposition_of(each.claim, evidence.kinds, {})


def _checked(asked: Asked, outcome: Outcome, copies: frozenset[str]) -> CheckedClaim:
    by_id = {origin.id: origin for each in outcome.by for origin in _origins(each)}
    origins = tuple(by_id[id_] for id_ in sorted(by_id))
    marks = tuple(_marks(asked, outcome, origins, copies))
    return CheckedClaim(asked.traced, outcome.verdict, marks, (*outcome.by, *outcome.rest), origins)


def _origins(beside: Beside) -> tuple[Origin, ...]:
    """Give the origins that a finding's bearing rests on."""
    finding = beside.finding
    against = beside.bearing == "denied" or (beside.bearing == "says so" and finding.status == "refuted")
    return finding.origins_against if against else finding.origins_for


def _marks(asked: Asked, outcome: Outcome, origins: Sequence[Origin], copies: frozenset[str]) -> Iterator[Mark]:
    ids = {each.id for each in origins}
    told = [traced for each in outcome.by for traced in each.finding.claims if traced.origin.id in ids]
    if outcome.verdict == "agrees" and all(
        _is_one(asked.traced.origin, each.origin) or each.claim.doc in copies for each in told
    ):
        yield "same origin"
    elif len(origins) == 1:
        yield "one origin"
    if outcome.verdict == "agrees" and _is_dated_otherwise(asked, outcome.by):
        yield "dated otherwise"


def _is_one(one: Origin, other: Origin) -> bool:
    """Tell whether two origins are words of one speaker or text."""
    return one.id == other.id or speaker_of(one) == speaker_of(other)


def _is_dated_otherwise(asked: Asked, by: Iterable[Beside]) -> bool:
    """Tell whether no date that is held of an event agrees with the one that the claim states."""
    held_of = [at for each in by if each.at and (at := period(each.at))]
    event = asked.kind.nature == "event" and asked.claim.mood == "actual"
    when = asked.when
    return bool(event and when and held_of) and not any(when.overlaps(at) for at in held_of if when)
