"""What a person should look at first: what is least sure, and of that what decides most."""

from __future__ import annotations

from credence.asking.findings import outline
from credence.catalog.ladder import load_ladder
from credence.ledger import Known, Ledger, Outline
from credence.model.decision import Adjudication


def to_review(
    ledger: Ledger, *, parties: tuple[str, ...] = (), day: str | None = None, known: Known = None
) -> tuple[Outline, ...]:
    """Give findings that nobody has judged yet, in the order in which it is worth while.

    The least sure come first, to a tenth; among these, those of kinds that lead to a higher step of the ladder; then
    those that more documents carry.

    Args:
        ledger: The ledger.
        parties: Only findings in which all of these stand.
        day: Only what held, or may have held, on that day, EDTF.
        known: As known at that transaction or by that date.
    """
    judged = {each.decision.target for each in ledger.decisions(known=known) if isinstance(each.decision, Adjudication)}
    found = (each for each in outline(ledger, parties=parties, day=day, known=known) if each.id not in judged)
    heights = _heights()
    return tuple(
        sorted(found, key=lambda each: (_sure(each.credence), -heights.get(each.kind, 0), -each.documents, each.id))
    )


def _sure(credence: float) -> float:
    """Say to a tenth how far one side or the other is believed."""
    return round(max(credence, 1 - credence), 1)


def _heights() -> dict[str, int]:
    """Give for each kind the highest step that it may lead to, counted from 1."""
    book, heights = load_ladder(), dict[str, int]()
    for rule in book.rules:
        for kind in rule.listing.kinds:
            heights[kind] = max(heights.get(kind, 0), book.height(rule.step) + 1)
    return heights
