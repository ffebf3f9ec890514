"""What was looked up once: claims, and what is known of documents. Neither ever changes, so that memory may keep it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypeVar

from sqlalchemy import Connection, select

from credence.ledger.bulk import parts
from credence.ledger.codec import claim_of
from credence.ledger.judging import Source
from credence.ledger.schema import claim, document, evidence
from credence.ledger.trouble import damaged
from credence.model.claim import Claim

Value = TypeVar("Value")

_KEPT = 50_000  # of each; some hundred megabytes in all


class Recalled:
    """Claims and documents by number, as far as they were looked up before."""

    def __init__(self, place: str) -> None:
        """Begin with nothing.

        Args:
            place: The ledger, for messages.
        """
        self._place = place
        self._claims: dict[int, Claim] = {}
        self._sources: dict[int, tuple[str, Source]] = {}

    def claims(self, connection: Connection, numbers: Collection[int]) -> dict[int, Claim]:
        """Give claims by number.

        Raises:
            LedgerTrouble: If one is damaged or missing.
        """

        def look_up(some: Sequence[int]) -> Iterable[tuple[int, Claim]]:
            query = select(claim, document.c.id.label("doc"), document.c.sha256.label("version"))
            query = query.join(document, document.c.number == claim.c.document).where(claim.c.number.in_(some))
            return [(row.number, claim_of(row, self._place)) for row in connection.execute(query).all()]

        return self._recall("claim", self._claims, numbers, look_up)

    def sources(self, connection: Connection, numbers: Collection[int]) -> dict[int, tuple[str, Source]]:
        """Give by number the ids of documents, and what judging wants to know of them.

        Raises:
            LedgerTrouble: If one is missing.
        """

        def look_up(some: Sequence[int]) -> Iterable[tuple[int, tuple[str, Source]]]:
            columns = (document.c.number, document.c.id, document.c.published, document.c.publisher)
            rows = connection.execute(select(*columns).where(document.c.number.in_(some))).all()
            return [(row.number, (str(row.id), Source(row.published, row.publisher))) for row in rows]

        return self._recall("document", self._sources, numbers, look_up)

    def evidence(
        self, connection: Connection, findings: Collection[str], number: int
    ) -> tuple[list[Claim], dict[str, Source]]:
        """Give the claims that were evidence of findings as of a transaction, and what is known of their documents.

        Args:
            connection: To the ledger.
            findings: Ids of the findings.
            number: The transaction.
        """
        found: set[tuple[int, int]] = set()
        held = (evidence.c.since <= number) & (number < evidence.c.until)
        for part in parts(sorted(findings)):
            rows = connection.execute(
                select(evidence.c.claim, evidence.c.document).where(evidence.c.finding.in_(part), held)
            )
            found.update((row.claim, row.document) for row in rows.all())
        claims = self.claims(connection, {each for each, _ in found})
        sources = self.sources(connection, {each for _, each in found})
        return [claims[each] for each, _ in sorted(found)], dict(sources.values())

    def forget(self) -> None:
        """Keep nothing of what was looked up: some of it is to be gone."""
        self._claims.clear()
        self._sources.clear()

    def _recall(
        self,
        what: str,
        kept: dict[int, Value],
        numbers: Collection[int],
        look_up: Callable[[Sequence[int]], Iterable[tuple[int, Value]]],
    ) -> dict[int, Value]:
        """Give values by number, and look up only those that were not before; where there are too many, begin anew."""
        found = {number: value for number in numbers if (value := kept.get(number)) is not None}
        new: dict[int, Value] = {}
        for part in parts(sorted(set(numbers) - found.keys())):
            new.update(look_up(part))
            if missing := set(part) - new.keys():
                raise damaged(self._place, f"{what} {min(missing)} is damaged: it is not there")
        if len(kept) + len(new) > _KEPT:
            kept.clear()
        kept.update(new)
        return found | new
