"""Checking an article against a ledger: what bears on it is asked for, and its claims are set beside that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from credence.asking.findings import grounds_of
from credence.catalog.check import CheckBook, load_check
from credence.catalog.counts import load_counts
from credence.catalog.kinds import load_kinds
from credence.errors import Unreadable
from credence.flow import ReadDocument, traced_beside
from credence.judge import check
from credence.ledger import Known, Ledger
from credence.model.check import Checked
from credence.model.claim import Claim, members_of
from credence.model.document import Document
from credence.model.kind import family_of
from credence.model.period import Period

_EVERY = "*"

Question = tuple[str, frozenset[str]]
"""A family of kinds, and the parties that stand in what is asked for."""


def check_document(article: ReadDocument, ledger: Ledger, *, day: date | None = None, known: Known = None) -> Checked:
    """Set each claim of an article beside what a ledger holds; nothing is recorded.

    Args:
        article: The article, as read.
        ledger: The ledger.
        day: The day for which it is asked; by default the last on which the article may have been published.
        known: As known at that transaction or by that date.

    Raises:
        Unreadable: If neither the day is given nor the article's is known.
    """
    asked = day or _published(article.document)
    needed = _needed({question for claim in article.claims for question in _questions(claim, load_check())})
    claims, sources = grounds_of(ledger, needed, known)
    texts = ledger.documents(known=known, ids={claim.doc for claim in claims})
    own = {each.id for each in texts if each.id == article.document.id or each.sha256 == article.document.sha256}
    kept = [claim for claim in claims if claim.doc not in own]
    others = [each for each in texts if each.id not in own]
    traced, evidence = traced_beside(article, kept, others, sources, ledger.decisions(known=known))
    checked = check(traced, evidence, asked, load_check(), load_counts())
    return Checked(article.document, asked, checked, tuple(sorted(own)), traced.copies)


def _published(document: Document) -> date:
    """Give the last day on which a document may have been published."""
    last = Period.parse(document.published).latest if document.published else None
    if last is None:
        remedy = "give the day of publication with --published, or the day to ask about with --on"
        raise Unreadable(document.id, "no day of publication is known", remedy)
    return last


def _questions(claim: Claim, book: CheckBook) -> Iterator[Question]:
    """Give what must be asked for a claim.

    That is about those in it; what could be located of a number; every party in place of one; and what excludes it.
    """
    family = family_of(claim.kind)
    roles = [role.name for role in load_kinds()[claim.kind].roles if role.deciding and role.type != "count"]
    values = {role: frozenset(members_of(claim.role(role))) - {_EVERY} for role in roles}
    yield family, frozenset().union(*values.values())
    unit = load_counts().unit_of(claim)
    if unit and unit.listing:
        yield from ((family_of(kind), values[unit.party]) for kind in unit.listing.kinds)
    for left_out in roles:
        rest = (found for role, found in values.items() if role != left_out)
        yield family, frozenset({_EVERY}).union(*rest)
    for entry in book.exclusive:
        if entry.kind == claim.kind:
            yield family, frozenset().union(*(values.get(role, ()) for role in entry.same))


def _needed(questions: set[Question]) -> list[Question]:
    """Leave out the questions whose answers others hold, too; sorted."""
    kept = (
        (family, parties)
        for family, parties in questions
        if not any(other == family and fewer < parties for other, fewer in questions)
    )
    return sorted(kept, key=lambda question: (question[0], sorted(question[1])))
