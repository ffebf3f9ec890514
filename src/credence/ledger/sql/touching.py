"""Of whom one transaction may have changed what is judged: of all others it is what it was before."""

from __future__ import annotations

from sqlalchemy import Connection, or_, select, union

from credence.ledger.canonical import roles_from_text
from credence.ledger.sql.left import read_in
from credence.ledger.sql.schema import DECISIONS, copy, evidence, finding, reading
from credence.model.claim import values_of

Together = tuple[frozenset[str], ...]
"""Names that stand together in one finding each, and its id."""


def touched(connection: Connection, number: int) -> Together | None:
    """Give findings that a transaction may have touched, as names that stand in each and its id; None if it may be all.

    Touched are those of which it closed or opened a row, and those that rest on documents that were read in it, or
    whose words were led elsewhere: a date or a voice may have changed that the finding as a whole does not show.
    """
    if any(connection.scalar(select(each.c.number).where(each.c.recorded == number).limit(1)) for each in DECISIONS):
        return None
    read = select(reading.c.document).where(reading.c.recorded == number)
    led = select(copy.c.document).where(or_(copy.c.since == number, copy.c.until == number))
    documents = union(read, led).subquery()
    said = read_in(select(documents.c.document))
    resting = select(evidence.c.finding).where(evidence.c.claim.in_(said), evidence.c.document.in_(select(documents)))
    stood = (finding.c.since <= number) & (number < finding.c.until)
    turned = or_(finding.c.since == number, finding.c.until == number)
    columns = select(finding.c.id, finding.c.roles, finding.c.details).distinct()
    found = union(columns.where(turned), columns.where(stood, finding.c.id.in_(resting)))
    rows = connection.execute(found).all()
    return tuple(values_of((*roles_from_text(one), *roles_from_text(other))) | {id_} for id_, one, other in rows)
