"""What claims contribute to their findings, as rows of ``evidence``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Connection, bindparam, select

from credence.ledger.canonical import roles_from_text, roles_text
from credence.ledger.judging import Testified
from credence.ledger.keys import finding_number, finding_of, origin_number, origin_of
from credence.ledger.sql.bulk import Values, asked_of, parts, plain_rows
from credence.ledger.sql.kept import propositions
from credence.ledger.sql.left import read_in
from credence.ledger.sql.recalled import Recalled
from credence.ledger.sql.schema import OPEN, claim, evidence
from credence.model.finding import Proposition
from credence.model.particulars import Particulars
from credence.model.testimony import Testimony, VoiceClass, of_copies

_COLUMNS = [column for column in evidence.columns if column.name not in {"since", "until"}]


@dataclass(frozen=True, slots=True)
class Row:
    """A claim as evidence.

    Attributes:
        finding: Id of the finding.
        claim: The claim's number.
        document: Number of the version it stands in.
        testimony: What it contributes; documents are called by the numbers of their versions.
    """

    finding: str
    claim: int
    document: int
    testimony: Testimony

    def kept(self, since: int) -> Values:
        """Give the row as it is stored, open from a transaction on."""
        said = self.testimony
        return (
            finding_number(self.finding),
            self.claim,
            self.document,
            since,
            OPEN,
            None if said.text == said.doc else int(said.text),
            said.polarity == "denied",
            said.rejected,
            said.cls,
            origin_number(said.origin),
            said.known,
            said.party,
            said.speaker,
            said.when,
            said.published,
            roles_text(said.details),
            said.digest,
        )


def rows_about(connection: Connection, findings: Collection[str]) -> dict[str, list[Testimony]]:
    """Give what stands of testimony about findings, by their ids; none for those of which there is none.

    Args:
        connection: To the ledger.
        findings: The ids.
    """
    found: defaultdict[str, list[Testimony]] = defaultdict(list)
    for part in parts(sorted(findings)):
        query = select(*_COLUMNS).where(evidence.c.finding.in_(part), evidence.c.until == OPEN)
        for number, _, document, *said in plain_rows(connection, query):
            found[finding_of(number)].append(_testimony(document, said))
    return found


def testified(connection: Connection, recalled: Recalled, findings: Collection[str], number: int) -> Testified:
    """Give what was said about findings as of a transaction.

    Args:
        connection: To the ledger.
        recalled: What was looked up before.
        findings: Their ids.
        number: The transaction.
    """
    about, said = propositions(connection, findings), defaultdict[Proposition, list[tuple[str, Testimony]]](list)
    for id_, of, _, document, *told in asked_of(connection, _TESTIFIED, about, {"number": number}):
        said[about[finding_of(of)]].append((id_, _testimony(document, told)))
    every = (each for some in said.values() for _, each in some)
    return Testified(said, dating(connection, recalled, every))


_TESTIFIED = (
    select(claim.c.id, *_COLUMNS)
    .join(claim, claim.c.number == evidence.c.claim)
    .where(
        evidence.c.finding.in_(bindparam("values", expanding=True)),
        evidence.c.since <= bindparam("number"),
        bindparam("number") < evidence.c.until,
    )
)


def dating(connection: Connection, recalled: Recalled, said: Iterable[Testimony]) -> dict[str, Particulars]:
    """Give what is known, by number, of the documents that may date a text: those of texts of which there are copies.

    Args:
        connection: To the ledger.
        recalled: What was looked up before.
        said: For each thing, all that was said about it.
    """
    wanted = {int(doc) for each in of_copies(said) for doc in (each.text, each.doc)}
    return {str(number): each for number, each in recalled.sources(connection, wanted).items()}


def rows_of(connection: Connection, claims: Collection[int], documents: Collection[int]) -> list[Row]:
    """Give the evidence that stands of some claims, and of all that were read in some versions of documents.

    Args:
        connection: To the ledger.
        claims: Numbers of the claims.
        documents: Numbers of the versions.
    """
    # Asked by numbers, evidence is looked up by an index alone; joined, PostgreSQL would look through all of it.
    read = {each for part in parts(sorted(documents)) for each in connection.scalars(read_in(part))}
    wanted, found = set(documents), []
    for part in parts(sorted(read.union(claims))):
        query = select(*_COLUMNS).where(evidence.c.claim.in_(part), evidence.c.until == OPEN)
        for of, number, document, *said in plain_rows(connection, query):
            if document in wanted or number in claims:
                found.append(Row(finding_of(of), number, document, _testimony(document, said)))
    return found


def _testimony(document: int, said: Sequence[Any]) -> Testimony:
    text, denied, rejected, cls, origin, known, party, speaker, when, published, details, digest = said
    doc = str(document)
    return Testimony(
        doc,
        doc if text is None else str(text),
        "denied" if denied else "affirmed",
        bool(rejected),
        cast("VoiceClass", cls),
        origin_of(origin),
        bool(known),
        party,
        speaker,
        when,
        published,
        roles_from_text(details),
        digest,
    )
