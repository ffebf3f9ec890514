"""An article checked against a ledger: each of its claims beside what is held for the day.

The article does not confirm itself: its own claims, should it have been recorded, are not among the evidence, and where
all that agrees are words of one speaker or text, that is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date

from credence.catalog.check import CheckBook
from credence.catalog.counts import CountBook
from credence.judge.bearing import Asked, asked_of, held
from credence.judge.intervals import period
from credence.judge.numbers import Numbers
from credence.judge.parts import Evidence, Heard
from credence.judge.speakers import speaker_of
from credence.judge.verdicts import Outcome, outcome_of
from credence.model.check import Article, Beside, CheckedClaim, Mark
from credence.model.kind import family_of
from credence.model.origin import Origin, TracedClaim


def check(
    article: Article, evidence: Evidence, day: date, book: CheckBook, counts: CountBook
) -> tuple[CheckedClaim, ...]:
    """Set each claim of an article beside what a ledger holds.

    Args:
        article: The article.
        evidence: What the ledger holds of the same kinds and parties, without the article's own claims.
        day: The day for which the ledger is asked.
        book: How it is checked.
        counts: Units of numbers.

    Returns:
        The claims with their verdicts, in the order of the text.
    """
    ordered = sorted(article.claims, key=lambda each: (each.claim.quote.start, each.claim.quote.end, each.claim.id))
    every = [asked_of(each, evidence, day, article.published, book) for each in ordered]
    numbers, heard = Numbers(article, evidence, day, book, counts), _by_family(evidence.heard())
    done = [each.claim for each in every if (each.claim.polarity, each.claim.mood) == ("affirmed", "actual")]
    checked: list[CheckedClaim] = []
    for each in every:
        number = numbers.compared(each)
        if number is None:
            beside = replace(each, told_beside=tuple(claim for claim in done if claim.id != each.claim.id))
            checked.append(
                _checked(
                    each, outcome_of(beside, held(beside, heard[family_of(each.claim.kind)], evidence, book)), article
                )
            )
        else:
            found = _checked(each, number.outcome, article)
            checked.append(replace(found, counted=number.own, numbers=number.others))
    return tuple(checked)


def _by_family(heard: Iterable[Heard]) -> defaultdict[str, list[Heard]]:
    """Sort claims by the family of their kind: what bears on a claim is of its own."""
    found: defaultdict[str, list[Heard]] = defaultdict(list)
    for each in heard:
        found[family_of(each.claim.kind)].append(each)
    return found


def _checked(asked: Asked, outcome: Outcome, article: Article) -> CheckedClaim:
    by_id = {origin.id: origin for each in outcome.by for origin in _origins(each)}
    origins = tuple(by_id[id_] for id_ in sorted(by_id))
    marks = tuple(_marks(asked, outcome, by_id.keys(), article))
    return CheckedClaim(asked.traced, outcome.verdict, marks, (*outcome.by, *outcome.rest), origins)


def _origins(beside: Beside) -> tuple[Origin, ...]:
    """Give the origins that a finding's bearing rests on."""
    finding = beside.finding
    against = beside.bearing == "denied" or (beside.bearing == "says so" and finding.status == "refuted")
    return finding.origins_against if against else finding.origins_for


def _marks(asked: Asked, outcome: Outcome, origins: Collection[str], article: Article) -> Iterator[Mark]:
    said = [each for beside in outcome.by for each in beside.finding.claims if each.origin.id in origins]
    if outcome.verdict == "agrees" and all(_is_own(asked.traced, each, article) for each in said):
        yield "same origin"
    elif len(origins) == 1:
        yield "one origin"
    if outcome.verdict == "agrees" and _is_dated_otherwise(asked, outcome.by):
        yield "dated otherwise"


def _is_own(own: TracedClaim, said: TracedClaim, article: Article) -> bool:
    """Tell whether a claim is in the words of the same speaker, or of the article's own text."""
    same = own.origin.id == said.origin.id or speaker_of(own) == speaker_of(said)
    return same or said.claim.doc in article.whole


def _is_dated_otherwise(asked: Asked, by: Iterable[Beside]) -> bool:
    """Tell whether no date that is held of an event agrees with the one that the claim states."""
    when, dates = asked.when, [at for each in by if each.at and (at := period(each.at))]
    if asked.kind.nature != "event" or asked.claim.mood != "actual" or when is None or not dates:
        return False
    return not any(when.overlaps(at) for at in dates)
